/// A class's name: its grade and its letter, which may be a word (9 маткласс), a number (5-1) or, in a small school,
/// empty.
public struct ClassName: Hashable, Codable, Sendable {
    /// 0 is the pre-school year of Kazakhstan.
    public let grade: Int
    public let letter: String

    /// A single letter becomes a capital, and Cyrillic where it only looks Latin.
    public init(grade: Int, letter: String) {
        self.grade = grade
        let tidy = composed(letter.trimmingSpaces)
        if tidy.count == 1 {
            let capital = Character(tidy.uppercased())
            self.letter = String(cyrillicLookAlikes[capital] ?? capital)
        } else {
            self.letter = tidy
        }
    }

    /// Reads `5А`, `5-А`, `7 Б`, `11"В"`, `5 «А» сыныбы`, `9 маткласс`.
    /// Refuses grades outside 0...12, letters longer than twelve characters and other signs.
    public init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace).filter { !classWords.contains($0.lowercased()) }
        let body = words.joined(separator: " ")
        let digits = body.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 2, let grade = decimal(digits), grade <= 12 else { return nil }
        let letter = trimmed(body.dropFirst(digits.count))
        guard letter.count <= 12, letter.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" })
        else { return nil }
        self.init(grade: grade, letter: letter)
    }

    /// `5А`, `9 маткласс`, `5-1`; reading it gives the same name.
    public var compact: String {
        switch letter.first {
        case nil: "\(grade)"
        case let first? where first.isNumber: "\(grade)-\(letter)"
        case let first? where first.isLowercase: "\(grade) \(letter)"
        case _?: "\(grade)\(letter)"
        }
    }

    /// As the language writes it: ky `5-А`, kk `5 «А»`, ru and en `5А`.
    public func display(_ language: InterfaceLanguage) -> String {
        guard let first = letter.first, !first.isLowercase else { return compact }
        switch language {
        case .ky: return "\(grade)-\(letter)"
        case .kk: return "\(grade) «\(letter)»"
        case .ru, .en: return compact
        }
    }

    /// With the word for class: ky `5-А классы`, kk `5 «А» сыныбы`, ru `5А класс`, en `class 5А`.
    public func titled(_ language: InterfaceLanguage) -> String {
        switch language {
        case .ky: display(.ky) + " классы"
        case .ru: display(.ru) + " класс"
        case .kk: display(.kk) + " сыныбы"
        case .en: "class " + display(.en)
        }
    }

    /// By grade, then by the alphabet, in plain byte order.
    public func sortKey(_ alphabet: Alphabet) -> String {
        padded(grade, to: 2) + " " + alphabet.key(for: letter)
    }
}

private let classWords: Set<String> = ["класс", "классы", "кл", "кл.", "сынып", "сыныбы", "class"]

private func trimmed(_ text: Substring) -> String {
    let outer: (Character) -> Bool = { $0.isWhitespace || dashes.contains($0) || "«»\"'“”„‘’./()".contains($0) }
    return String(text.drop(while: outer).reversed().drop(while: outer).reversed())
}
