/// Recognises words whose letters a program without them has replaced by question marks.
public enum LostLetters {
    /// A question mark (or U+FFFD) with a letter on its right and a letter or another mark on its left or at the
    /// start of a word: `?мірова`, `Г?лн?р`. Web addresses are left alone.
    public static func areMissing(in text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "?")) || text.unicodeScalars.contains("\u{FFFD}") else { return false }
        guard !text.contains("://") else { return false }
        let scalars = Array(text.unicodeScalars)
        for index in scalars.indices.dropLast() where isMark(scalars[index]) {
            if scalars[index + 1].properties.isAlphabetic { return true }
        }
        return text.unicodeScalars.contains("\u{FFFD}") || isAllMarks(scalars)
    }

    /// A word of which nothing is left: `???????`. Three marks may be a person's doubt.
    private static func isAllMarks(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.split(separator: " ").contains { $0.count > 3 && $0.allSatisfy(isMark) }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "?" || scalar == "\u{FFFD}" }
}
