import SchoolRules

/// Names of classes as cells and titles of lists have them.
enum ClassCell {
    /// `5А`, `9 А`, `9-а`, `9«А»`, `9/А`, `кл. 9А`, `5 класс`, and Roman `IX-A`.
    static func read(_ text: String) -> ClassName? {
        let tidy = tidied(text)
        if let name = ClassName(tidy) {
            // 2.5 is a number; only 5-1 is a class with a number for a letter.
            return name.letter.allSatisfy(\.isNumber) && !name.letter.isEmpty && !text.contains("-") ? nil : name
        }
        return roman(tidy)
    }

    /// The class a title names: `5-А классы`, `Список учащихся 5А класса`, `Класс: 5А`. A title without a word for
    /// class counts only where the name is written as one (`5А`), so that `СШ № 5 г. Ош` names none.
    static func title(_ text: String) -> ClassName? {
        let tidy = tidied(text)
        if let name = read(tidy), !name.letter.isEmpty, name.letter.count <= 2 { return name }
        let words = tidy.split { $0.isWhitespace || ",;:()".contains($0) }.map(String.init)
        let hasWord = words.contains { isClassWord($0) }
        if hasWord, let found = ClassNameReading.found(in: tidy) ?? beside(words) { return found }
        return words.indices.lazy.compactMap { named(words, at: $0) }.first
    }

    /// `5А` as one word that no number sign precedes.
    private static func named(_ words: [String], at index: Int) -> ClassName? {
        let word = words[index]
        guard word.first?.isNumber == true, word.last?.isNumber == false || word.contains("-") else { return nil }
        if index > 0, words[index - 1].hasSuffix("№") || words[index - 1].lowercased() == "no" { return nil }
        guard let name = ClassName(word), name.letter.count == 1, name.letter.first?.isLetter == true else {
            return nil
        }
        return name
    }

    /// `5 класс`, `IX класс`: a grade without a letter.
    private static func beside(_ words: [String]) -> ClassName? {
        words.indices.dropLast().lazy.filter { isClassWord(words[$0 + 1]) }.compactMap { read(words[$0]) }.first
    }

    private static func isClassWord(_ word: String) -> Bool {
        let folded = searchFold(word)
        return ["класс", "сынып", "сыныб", "class", "grade"].map(searchFold).contains { folded.hasPrefix($0) }
    }

    /// One kind of quotes and bars, single spaces, no word for class with a dot in front.
    private static func tidied(_ text: String) -> String {
        let signs = text.precomposedStringWithCanonicalMapping.map { sign -> Character in
            "_/\\.".contains(sign) ? " " : sign
        }
        let words = String(signs).split(whereSeparator: \.isWhitespace).map(String.init)
        return words.filter { !["кл", "класса", "сыныбы", "сынып"].contains($0.lowercased()) }.joined(separator: " ")
    }

    private static let romans = [
        "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
    ]

    private static func roman(_ text: String) -> ClassName? {
        let bare = text.split(whereSeparator: \.isWhitespace).filter { !isClassWord(String($0)) }.joined(separator: " ")
        let latin = bare.map { ["Х": "X", "І": "I", "х": "x", "і": "i"][$0] ?? $0 }
        let digits = String(latin.prefix { "IVX".contains($0) })
        guard let grade = romans[digits] else { return nil }
        let rest = String(bare.dropFirst(digits.count))
        guard let name = ClassName("\(grade)\(rest)"), name.letter.count <= 1 else { return nil }
        return name
    }
}
