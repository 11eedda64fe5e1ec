import SchoolRules

/// A cell as the audit chain keeps it: what a person reads and, where an attendance code or a debt stands in it, the
/// code's id and the day behind a separator, so that proof does not depend on the labels, which a school may change.
enum CellTrace {
    private static let separator: Character = "\u{1F}"

    static func text(_ entry: CellEntry, language: RecordLanguage, codes: [AbsenceCode]) -> String {
        let display = entry.display(language, codes: codes, days: true)
        let isPlain = entry.absence == nil && !entry.marks.contains { DebtSign(stored: $0) != nil }
        return isPlain ? display : display + String(separator) + proof(entry)
    }

    /// What a person reads.
    static func shown(_ text: String) -> String { String(text.prefix { $0 != separator }) }

    /// What does not change with the labels: `5/4`, `#2`, `#5'8 4`.
    static func proof(_ entry: CellEntry) -> String {
        let marks = entry.marks.joined(separator: "/")
        guard let absence = entry.absence else { return marks }
        let minutes = absence.minutes.map { "'\($0)" } ?? ""
        return "#\(absence.codeID)\(minutes)" + (marks.isEmpty ? "" : " " + marks)
    }

    /// The same of a text of the chain.
    static func proof(of text: String) -> String {
        text.firstIndex(of: separator).map { String(text[text.index(after: $0)...]) } ?? text
    }
}

extension CellEntry {
    /// The cell as the audit chain keeps it.
    func trace(_ language: RecordLanguage, _ codes: [AbsenceCode]) -> String {
        CellTrace.text(self, language: language, codes: codes)
    }
}
