import SchoolRules

/// Names of classes inside longer titles.
enum ClassNameReading {
    /// The name of a homeroom: its title, a class named in the title or the code, or its grade with the title
    /// as letter.
    static func name(title: String, code: String, grade: Int?) -> ClassName? {
        if let name = ClassName(title), name.letter.split(separator: " ").count <= 1 { return name }
        if let name = found(in: title) ?? found(in: code) ?? ClassName(code) { return name }
        guard let grade else { return ClassName(title) }
        let letter = title.filter { $0.isLetter || $0.isNumber || $0 == " " }
        return ClassName(grade: grade, letter: String(letter.prefix(12)))
    }

    /// The first class named in a text: `Математика 5А`, `5-А, алгебра`, `MATH-07B`.
    static func found(in text: String) -> ClassName? {
        let signs = Array(text)
        for start in signs.indices where isDigit(signs[start]) {
            guard start == 0 || !(isDigit(signs[start - 1]) || signs[start - 1].isLetter) else { continue }
            var end = start
            while end < signs.count, isDigit(signs[end]) { end += 1 }
            guard end - start <= 2, let grade = Int(String(signs[start..<end])), (0...12).contains(grade) else {
                continue
            }
            if let letter = letter(signs, after: end) { return ClassName(grade: grade, letter: String(letter)) }
        }
        return nil
    }

    /// One letter that stands alone behind a grade; a capital one if a space parts them.
    private static func letter(_ signs: [Character], after end: Int) -> Character? {
        var position = end
        var isParted = false
        while position < signs.count, "-–— «\"“".contains(signs[position]) {
            isParted = isParted || signs[position] == " "
            position += 1
        }
        guard position < signs.count, position - end <= 3, signs[position].isLetter else { return nil }
        let next = position + 1
        guard next == signs.count || !(signs[next].isLetter || isDigit(signs[next])) else { return nil }
        return isParted && !signs[position].isUppercase ? nil : signs[position]
    }

    private static func isDigit(_ sign: Character) -> Bool { sign.isASCII && sign.isNumber }
}

/// Names of subjects inside longer titles.
enum SubjectTitle {
    private static let words: Set<String> = [
        "класс", "классы", "кл", "сынып", "сыныбы", "сыныптар", "grade", "class", "year", "section", "sec", "group",
        "группа", "гр", "подгруппа", "топ", "топша",
    ]

    /// The title without classes, grades and numbers: `Математика, 5А класс` gives `Математика`.
    static func bare(_ title: String) -> String {
        words(of: title).filter { !isAside($0) }.joined(separator: " ")
    }

    /// What is left of a title beside its subject and class: `Английский язык 5А, группа 1` gives `группа 1`.
    static func rest(of title: String, without subjects: [String], class name: ClassName) -> String {
        let known = Set(subjects.flatMap { words(of: $0) }.map(searchFold))
        let left = words(of: title).filter { word in
            if known.contains(searchFold(word)) { return false }
            if let found = ClassNameReading.found(in: word), found == name { return false }
            return !["класс", "классы", "сынып", "сыныбы", "class", "grade"].contains(word.lowercased())
        }
        return left.joined(separator: " ")
    }

    private static func words(of title: String) -> [String] {
        title.split { $0.isWhitespace || ",;:()[]/«»\"".contains($0) || "–—".contains($0) }
            .map(String.init).filter { $0 != "-" }
    }

    private static func isAside(_ word: String) -> Bool {
        let bare = word.lowercased().filter { $0 != "." && $0 != "-" }
        if words.contains(bare) || bare.allSatisfy(\.isNumber) { return true }
        guard let first = bare.first, first.isNumber else { return false }
        return ClassName(word) != nil || words.contains(String(bare.drop(while: \.isNumber)))
    }
}
