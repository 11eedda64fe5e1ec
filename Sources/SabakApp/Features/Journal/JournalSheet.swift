import SchoolRules
import Store

/// A page in one term, whole: what the grid, its print and the API show.
struct JournalSheet: Sendable {
    let page: FoundPage
    let term: JournalTerm
    let lessons: [LessonRow]
    let students: [JournalStudent]
    let codes: [AbsenceCode]
    let kinds: [KindOfWork]
    let scale: Scale
    private let columnOf: [Int64: Int]
    private let cells: [SheetCell]
    /// For each student and lesson, row by row, where its cell is; -1 for one that was never written.
    private let places: [Int32]

    init(
        page: FoundPage, term: JournalTerm, lessons: [LessonRow], students: [JournalStudent], codes: [AbsenceCode],
        kinds: [KindOfWork], entries: (inout SheetFiller) throws -> Void
    ) rethrows {
        self.page = page
        self.term = term
        self.lessons = lessons
        self.students = students
        self.codes = codes
        self.kinds = kinds
        scale = SchoolFacts.scale(page.scale)
        columnOf = Dictionary(lessons.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var filler = SheetFiller(
            rows: Dictionary(students.enumerated().map { ($1.id, $0) }) { first, _ in first }, columns: columnOf)
        try entries(&filler)
        cells = filler.cells
        places = filler.places
    }

    /// The cell of a student (by row) and a lesson (by column), if it was ever written.
    func cell(_ row: Int, _ column: Int) -> SheetCell? {
        let place = places[row * lessons.count + column]
        return place < 0 ? nil : cells[Int(place)]
    }

    func mayWrite(_ lesson: LessonRow) -> Bool {
        page.mayWrite(lesson: lesson.id) && !lesson.isCancelled && !term.isClosed
    }

    /// The weight that a mark of this lesson has by default, in hundredths.
    func weight(of lesson: LessonRow) -> Int { kind(of: lesson)?.weight.hundredths ?? 100 }

    func kind(of lesson: LessonRow) -> KindOfWork? {
        kinds.first { $0.id == max(lesson.kind, 1) } ?? kinds.first
    }
}

/// A term as the page shows it; number 0 is the whole year of a school without terms.
struct JournalTerm: Sendable {
    let number: Int
    let kind: TermKind
    let from, to: Day
    let isClosed: Bool
}

/// A row of the grid.
struct JournalStudent: Sendable {
    let id: Int64
    let name: PersonName
    /// When the student is in the group; in order, never empty.
    var stays: [Stay]
    /// When the student follows an individual plan in the subject, on a page of the own.
    var individual: [Stay] = []
    /// Where a student who has left went; empty where that is not known.
    var destination: String
    /// Marks of the same subject and term on other pages.
    var elsewhere: [WeightedMark] = []

    var lastDay: String { stays.last?.to ?? "" }

    func isMember(on day: String) -> Bool {
        stays.contains { $0.contains(day) } && !individual.contains { $0.contains(day) }
    }
}

/// What stands in a cell.
struct SheetCell: Sendable {
    struct Mark: Sendable {
        let value: String
        let kind: Int
        /// In hundredths.
        let weight: Int
        let comment: String
        let slot: Int
    }

    var version: Int64 = 0
    var isLate = false
    /// The id of an attendance code; 0 for none.
    var code = 0
    var minutes = 0
    var first: Mark?
    var second: Mark?
    /// The comment on an attendance code.
    var remark = ""

    var isEmpty: Bool { code == 0 && first == nil && second == nil }
    var comment: String {
        if let first, !first.comment.isEmpty { return first.comment }
        if let second, !second.comment.isEmpty { return second.comment }
        return remark
    }
    var marks: [Mark] { [first, second].compactMap { $0 } }

    mutating func take(_ row: Row) {
        version = max(version, row.integer(6))
        isLate = isLate || row.bool(8)
        let value = row.text(3)
        if value.isEmpty { return }
        let slot = row.int(2)
        if slot == 0 {
            code = Int(value) ?? 0
            minutes = row.int(7)
            remark = row.text(9)
        } else {
            let mark = Mark(value: value, kind: row.int(4), weight: row.int(5), comment: row.text(9), slot: slot)
            if first == nil { first = mark } else { second = mark }
        }
    }
}

/// Takes the rows of entries, each to its place in the grid.
struct SheetFiller {
    let rows: [Int64: Int]
    let columns: [Int64: Int]
    private(set) var cells: [SheetCell] = []
    private(set) var places: [Int32]
    private var lesson: Int64 = 0
    private var column: Int?

    init(rows: [Int64: Int], columns: [Int64: Int]) {
        self.rows = rows
        self.columns = columns
        places = Array(repeating: -1, count: rows.count * columns.count)
        cells.reserveCapacity(rows.count * columns.count / 2)
    }

    /// Rows come lesson by lesson, and within one by student and slot.
    mutating func take(_ row: Row) {
        let id = row.integer(0)
        if id != lesson {
            lesson = id
            column = columns[id]
        }
        guard let column, let line = rows[row.integer(1)] else { return }
        let place = line * columns.count + column
        if places[place] < 0 {
            places[place] = Int32(cells.count)
            cells.append(SheetCell())
        }
        cells[Int(places[place])].take(row)
    }
}
