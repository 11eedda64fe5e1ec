import Foundation
import SchoolRules

/// A name of a person as a cell has it, tidied. What was changed is told.
struct NameCell {
    enum Mend: Hashable {
        /// Latin letters among Cyrillic ones: before, after.
        case letters(String, String)
        /// Something in brackets was left out.
        case remark(String)
    }

    private(set) var text: String
    private(set) var mends: [Mend] = []

    init(_ cell: String) {
        text = Self.visible(cell)
        text = Self.withoutNumber(text)
        takeRemark()
        mendLetters()
        if Self.isShouting(text) { text = Self.calm(text) }
    }

    /// The whole name, surname first: `Асанов Улан Бакытович`, `Асанов, Улан`, `Бакыт уулу Тилек`. Nil without a
    /// surname and a given name, and with digits among the letters.
    var person: PersonName? {
        guard !hasDigits else { return nil }
        return PersonName(text.replacing(",", with: " "))
    }

    var hasDigits: Bool { text.contains(where: \.isNumber) }

    private static func visible(_ cell: String) -> String {
        let hidden: Set<Unicode.Scalar> = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{AD}"]
        let scalars = cell.precomposedStringWithCanonicalMapping.unicodeScalars.filter { !hidden.contains($0) }
        return String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `1. Асанов Улан` and `12) Асанов` carry their place in the list.
    private static func withoutNumber(_ text: String) -> String {
        let rest = text.drop { $0.isNumber }
        guard rest.count < text.count, let sign = rest.first, ".) ".contains(sign) else { return text }
        return rest.dropFirst().trimmedSpaces
    }

    private mutating func takeRemark() {
        guard let start = text.firstIndex(of: "("), let end = text.lastIndex(of: ")"), start < end else { return }
        mends.append(.remark(String(text[start...end])))
        text.removeSubrange(start...end)
        text = text.split(separator: " ").joined(separator: " ")
    }

    /// A word with letters of both scripts, or a Latin word of look-alikes only beside Cyrillic words, is Cyrillic.
    private mutating func mendLetters() {
        guard text.contains(where: Self.isCyrillic) else { return }
        let words = text.split(separator: " ").map(String.init)
        let mended = words.map { word in
            word.contains(where: Self.isLatin) ? Self.cyrillic(word) : word
        }
        for (before, after) in zip(words, mended) where before != after { mends.append(.letters(before, after)) }
        text = mended.joined(separator: " ")
    }

    /// The word with look-alikes replaced; as it was, if one of its Latin letters looks like none.
    private static func cyrillic(_ word: String) -> String {
        let letters = word.map { lookAlikes[$0] ?? $0 }
        return letters.contains(where: isLatin) ? word : String(letters)
    }

    private static func isLatin(_ letter: Character) -> Bool {
        letter.isLetter && letter.unicodeScalars.first.map { $0.value < 0x250 || $0 == "ə" || $0 == "ɵ" } ?? false
    }

    private static func isCyrillic(_ letter: Character) -> Bool {
        letter.unicodeScalars.first.map { (0x400..<0x530).contains($0.value) } ?? false
    }

    private static let lookAlikes: [Character: Character] = [
        "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "I": "І", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т",
        "X": "Х", "Y": "У", "a": "а", "c": "с", "e": "е", "i": "і", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т",
        "x": "х", "y": "у", "h": "һ", "Ə": "Ә", "ə": "ә", "Ɵ": "Ө", "ɵ": "ө", "ë": "ё", "Ë": "Ё",
    ]

    private static func isShouting(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count > 3 && letters.allSatisfy(\.isUppercase)
            && !text.contains(".")
    }

    /// Capitals at the beginning of words and behind hyphens only.
    private static func calm(_ text: String) -> String {
        var result = ""
        var isStart = true
        for letter in text {
            result += isStart ? String(letter) : letter.lowercased()
            isStart = !letter.isLetter && letter != "'" && letter != "’"
        }
        return result
    }
}
