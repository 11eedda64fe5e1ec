import SchoolRules
import Web

/// What somebody wants to stand in a cell.
struct CellWish: Sendable {
    let lesson: Int64
    let student: Int64
    /// As it is typed: `5`, `5/4`, `н`, `О 4`; nothing empties the cell.
    let set: String
    /// The version of the cell that the wish was made on; 0 for a cell that was never written.
    var version: Int64 = 0
    /// nil leaves the comment as it is, empty text takes it away.
    var comment: String?
    /// nil leaves the kind of work as it is; a new mark takes the lesson's.
    var kind: Int?
}

/// What became of a wish, with the cell as it stands now.
struct CellOutcome: Sendable {
    enum Status: String, Sendable {
        case saved, conflict, refused
    }

    let lesson: Int64
    let student: Int64
    var status: Status
    /// As the journal shows it, in the language of record.
    var value: String
    var version: Int64
    /// Why it was refused, or a warning beside what was saved.
    var code: String?
    var message: Text?
    var isLate: Bool
    var comment: String
    /// Who changed the cell meanwhile, where that made a conflict.
    var changedBy: PersonName?
    /// The student's average or per cent in the subject and term, after a saved wish; nil where nothing counts.
    var number: SubjectNumber?
}

/// One row of a cell: the attendance code (slot 0) or a mark (slots 1 and 2).
struct CellRow: Sendable, Equatable {
    let slot: Int
    /// The id of an attendance code, or a value of the scale; empty once it was withdrawn.
    var value: String
    var kind: Int
    /// In hundredths.
    var weight: Int
    var minutes: Int
    var comment: String
    var isLate: Bool
    var previous: String
    var changedAt: Int64
    var version: Int64
    /// Of points; 0 for a mark of a scale.
    var maximum = 0
    /// Empty while a mark is on the scale of its page.
    var scale = ""

    /// As it stands in a column whose works have such a maximum: `18`, or `18/20` where it has its own.
    func text(beside column: Int) -> String {
        maximum == 0 || maximum == column || value.isEmpty ? value : "\(value)/\(maximum)"
    }
}

/// A cell as it stands.
struct StandingCell: Sendable {
    /// In the order of their slots.
    private(set) var rows: [CellRow] = []

    /// 0 for a cell that was never written.
    var version: Int64 { rows.reduce(0) { max($0, $1.version) } }
    var isLate: Bool { rows.contains(where: \.isLate) && rows.contains { !$0.value.isEmpty } }
    var marks: [CellRow] { rows.filter { $0.slot > 0 && !$0.value.isEmpty } }
    var comment: String { (marks + rows.filter { $0.slot == 0 }).first { !$0.comment.isEmpty }?.comment ?? "" }

    subscript(slot: Int) -> CellRow? { rows.first { $0.slot == slot } }

    mutating func put(_ row: CellRow) {
        rows.removeAll { $0.slot == row.slot }
        rows.insert(row, at: rows.firstIndex { $0.slot > row.slot } ?? rows.count)
    }

    func absence(_ codes: [AbsenceCode]) -> CellAbsence? {
        guard let row = self[0], let id = Int(row.value) else { return nil }
        let category = codes.first { $0.id == id }?.category ?? .unknown
        return CellAbsence(codeID: id, category: category, minutes: row.minutes > 0 ? row.minutes : nil)
    }

    func entry(_ codes: [AbsenceCode]) -> CellEntry {
        CellEntry(marks: marks.map(\.value), absence: absence(codes))
    }

    /// As the journal shows it in a column.
    /// - Parameter column: the maximum of the works of the column, 0 where it has none.
    func display(_ language: RecordLanguage, codes: [AbsenceCode], beside column: Int) -> String {
        CellEntry(marks: marks.map { $0.text(beside: column) }, absence: absence(codes))
            .display(language, codes: codes)
    }

    func display(_ language: RecordLanguage, codes: [AbsenceCode]) -> String {
        entry(codes).display(language, codes: codes)
    }
}
