import SchoolRules
import Store

/// A page in one term, whole: what the grid, its print and the API show.
struct JournalSheet: Sendable {
    let page: FoundPage
    let term: JournalTerm
    /// Whether the visitor may write although the term is closed.
    var isUnlocked = false
    /// Marks that somebody else than the teacher of the page has set, with who and why.
    var foreign: [CellPlace: ForeignMark] = [:]
    let lessons: [LessonRow]
    let students: [JournalStudent]
    let codes: [AbsenceCode]
    let kinds: [KindOfWork]
    let reading: MarkReading
    let scale: Scale
    /// The values that marks of the page have.
    let values: [String]
    private let cells: [SheetCell]
    private let comments: [Int: String]
    private let due: [Int: Day]
    /// For each student and lesson, row by row, where its cell is; -1 for one that was never written.
    private let places: [Int32]

    init(
        page: FoundPage, term: JournalTerm, lessons: [LessonRow], students: [JournalStudent], codes: [AbsenceCode],
        kinds: [KindOfWork], reading: MarkReading, debts: DebtReading, entries: (inout SheetFiller) throws -> Void
    ) rethrows {
        self.page = page
        self.term = term
        self.lessons = lessons
        self.students = students
        self.codes = codes
        self.kinds = kinds
        self.reading = reading
        scale = reading.scale
        var filler = SheetFiller(
            rows: Dictionary(students.enumerated().map { ($1.id, $0) }) { first, _ in first },
            columns: Dictionary(lessons.enumerated().map { ($1.id, $0) }) { first, _ in first },
            values: scale.values.map(\.value), page: page.scale, scale: reading.scale.id, debts: debts,
            days: lessons.map(\.day))
        try entries(&filler)
        cells = filler.cells
        comments = filler.comments
        due = filler.due
        places = filler.places
        values = filler.values
    }

    /// The cell of a student (by row) and a lesson (by column), if it was ever written.
    func cell(_ row: Int, _ column: Int) -> SheetCell? {
        let place = places[row * lessons.count + column]
        return place < 0 ? nil : cells[Int(place)]
    }

    /// The comment on a cell that has one.
    func comment(_ row: Int, _ column: Int) -> String {
        comments[Int(places[row * lessons.count + column])] ?? ""
    }

    /// The day the work of a cell is due, where the student owes one.
    func due(_ row: Int, _ column: Int) -> Day? { due[Int(places[row * lessons.count + column])] }

    func mayWrite(_ lesson: LessonRow) -> Bool {
        page.mayWrite(lesson: lesson.id) && !lesson.isCancelled && (!term.isClosed || isUnlocked)
    }

    /// The weight that a mark of this lesson has by default, in hundredths.
    func weight(of lesson: LessonRow) -> Int { kind(of: lesson)?.weight.hundredths ?? 100 }

    /// The most points of the lesson's work; 0 for one that is given marks.
    func maximum(of lesson: LessonRow) -> Int {
        reading.regime.maximum(of: lesson.kind, own: lesson.maximum, kinds: kinds)
    }

    func kind(of lesson: LessonRow) -> KindOfWork? {
        kinds.first { $0.id == max(lesson.kind, 1) } ?? kinds.first
    }
}

/// A term as the page shows it; number 0 is the whole year of a school without terms.
struct JournalTerm: Sendable, Equatable {
    let number: Int
    let kind: TermKind
    let from, to: Day
    let isClosed: Bool
}

/// A row of the grid.
struct JournalStudent: Sendable, Equatable {
    let id: Int64
    /// Surname and given name.
    let name: String
    /// When the student is in the group; in order, never empty.
    var stays: [Stay]
    /// When the student follows an individual plan in the subject, on a page of the own.
    var individual: [Stay] = []
    /// When the student is freed from the subject.
    var exempt: [Stay] = []
    /// Where a student who has left went; empty where that is not known.
    var destination: String
    /// Marks that count besides those of the sheet.
    var elsewhere = MarkSum()

    var lastDay: String { stays.last?.to ?? "" }

    func isMember(on day: String) -> Bool {
        stays.contains { $0.contains(day) } && !individual.contains { $0.contains(day) }
    }
}

/// What stands in a cell: plain numbers, because a page has thousands of cells.
struct SheetCell: Sendable {
    struct Mark: Sendable {
        /// Which of the sheet's values.
        let value: Int32
        let kind: Int32
        /// In hundredths.
        let weight: Int32
        let slot: Int32
        /// Of points; 0 for a mark of a scale.
        var maximum: Int32 = 0
        /// Whether it was set on another scale than the term has.
        var isForeign = false
    }

    var version: Int64 = 0
    var isLate = false
    /// The id of an attendance code; 0 for none.
    var code: Int32 = 0
    var minutes: Int32 = 0
    var first: Mark?
    var second: Mark?
    /// The slot of the row that was commented on; -1 for none.
    var commentSlot: Int32 = -1

    var isEmpty: Bool { code == 0 && first == nil }
    var marks: [Mark] { [first, second].compactMap { $0 } }
}

/// Takes the rows of entries, each to its place in the grid.
struct SheetFiller {
    let rows: [Int64: Int]
    let columns: [Int64: Int]
    private(set) var cells: [SheetCell] = []
    private(set) var places: [Int32]
    private(set) var comments: [Int: String] = [:]
    /// The days on which debts are due, by cell.
    private(set) var due: [Int: Day] = [:]
    /// The values of the scale, then those that were entered on another.
    private(set) var values: [String]
    private let page, scale: String
    private let debts: DebtReading
    /// Of the columns.
    private let days: [Day]
    private var lesson: Int64 = 0
    private var column: Int?

    init(
        rows: [Int64: Int], columns: [Int64: Int], values: [String], page: String, scale: String, debts: DebtReading,
        days: [Day]
    ) {
        self.debts = debts
        self.days = days
        self.rows = rows
        self.columns = columns
        self.values = values
        self.page = page
        self.scale = scale
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
        take(row, of: days[column], into: Int(places[place]))
    }

    private mutating func take(_ row: Row, of day: Day, into number: Int) {
        cells[number].version = max(cells[number].version, row.integer(6))
        if row.bool(8) { cells[number].isLate = true }
        let value = row.text(3)
        if value.isEmpty { return }
        let slot = Int32(row.int(2))
        if slot == 0 {
            cells[number].code = Int32(value) ?? 0
            cells[number].minutes = Int32(row.int(7))
        } else {
            let own = row.text(11)
            let mark = SheetCell.Mark(
                value: index(of: standing(value, of: day, number)), kind: Int32(row.int(4)), weight: Int32(row.int(5)),
                slot: slot, maximum: Int32(row.int(10)), isForeign: (own.isEmpty ? page : own) != scale)
            if cells[number].first == nil { cells[number].first = mark } else { cells[number].second = mark }
        }
        let comment = row.text(9)
        if !comment.isEmpty, cells[number].commentSlot < 1 {
            cells[number].commentSlot = slot
            comments[number] = comment
        }
    }

    /// A debt stands for what it is today, or was when its term was signed.
    private mutating func standing(_ value: String, of day: Day, _ number: Int) -> String {
        guard let debt = debts.debt(value, of: day) else { return value }
        due[number] = debt.due
        return debts.standing(value, of: day)
    }

    private mutating func index(of value: String) -> Int32 {
        if let known = values.firstIndex(of: value) { return Int32(known) }
        values.append(value)
        return Int32(values.count - 1)
    }
}
