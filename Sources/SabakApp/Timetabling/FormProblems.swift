import Web

/// What is wrong with a form: by field, or (under the empty name) with the whole.
struct FormProblems: Sendable {
    private(set) var byField: [String: Text]

    init(_ byField: [String: Text] = [:]) { self.byField = byField }

    var isEmpty: Bool { byField.isEmpty }

    subscript(field: String) -> Text? {
        get { byField[field] }
        set { byField[field] = newValue }
    }

    func words(_ field: String, _ language: Language) -> String? { byField[field]?[language] }

    /// The message on top of the page.
    func summary(_ language: Language) -> HTML? {
        guard !isEmpty else { return nil }
        let said = byField[""]?[language] ?? Self.notSaved[language]
        return "<p class=\"say bad\" role=\"alert\">\(said)</p>"
    }

    private static let notSaved = Text(
        ky: "Сакталган жок: белгиленген талааларды текшериңиз.", ru: "Не сохранено: проверьте отмеченные поля.",
        kk: "Сақталмады: белгіленген өрістерді тексеріңіз.", en: "Not saved: check the marked fields.")
}

/// A range of grades as it is typed: "1–9", "5", or nothing for all.
enum GradeRange {
    static let all = 0...99

    static func read(_ typed: String) -> ClosedRange<Int>? {
        if typed.isEmpty { return all }
        let parts = typed.split { "-–—".contains($0) }.map { Int($0.filter { !$0.isWhitespace }) }
        guard (1...2).contains(parts.count), let from = parts.first ?? nil, let to = parts.last ?? nil,
            (0...12).contains(from), (0...12).contains(to), from <= to
        else { return nil }
        return from...to
    }

    static func words(_ from: Int, _ to: Int) -> String {
        if from <= 0, to >= 12 { return "" }
        return from == to ? "\(from)" : "\(from)–\(to)"
    }
}
