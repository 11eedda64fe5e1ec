/// The cells and lessons of one journal page that its teacher may write, with the version each has now.
///
/// A cell or a lesson under way is not taken a second time, so that a conflict tells of the server.
struct Register {
    struct Cell {
        let lesson, student: String
        var version: Int
    }

    struct Lesson {
        let id: String
        var version: Int
    }

    let page: String
    /// What is entered here: marks as the page has them, more often than an absence or nothing. Pages without marks
    /// get absences only.
    let wishes: [String]
    private var cells: [Cell]
    private var lessons: [Lesson]
    private var cellsUnderWay: Set<Int> = []
    private var lessonsUnderWay: Set<Int> = []

    init(page: String, _ sheet: Answers.Sheet) {
        self.page = page
        let marks = sheet.cells.flatMap { $0.marks.map(\.value) }.sorted()
        wishes =
            marks.isEmpty ? ["н", ""] : stride(from: 0, to: 8, by: 1).map { marks[$0 * marks.count / 8] } + ["н", ""]
        let open = sheet.lessons.filter { $0.mayWrite && ["due", "incomplete", "complete"].contains($0.state) }
        let versions = Dictionary(sheet.cells.map { ("\($0.lesson) \($0.student)", $0.version) }) { first, _ in first }
        lessons = open.map { Lesson(id: $0.id, version: $0.version) }
        cells = open.flatMap { lesson in
            sheet.students.filter { $0.from <= lesson.date && $0.to == nil }.map {
                Cell(lesson: lesson.id, student: $0.id, version: versions["\(lesson.id) \($0.id)"] ?? 0)
            }
        }
    }

    var isEmpty: Bool { cells.isEmpty }

    /// A cell that nobody is writing; nil where there is none.
    mutating func takeCell(_ choice: UInt64) -> (place: Int, cell: Cell)? {
        guard let place = Self.place(choice, of: cells.count, without: cellsUnderWay) else { return nil }
        cellsUnderWay.insert(place)
        return (place, cells[place])
    }

    mutating func takeLesson(_ choice: UInt64) -> (place: Int, lesson: Lesson)? {
        guard let place = Self.place(choice, of: lessons.count, without: lessonsUnderWay) else { return nil }
        lessonsUnderWay.insert(place)
        return (place, lessons[place])
    }

    /// Gives a cell back with the version that the answer named; without one nobody knows it, and it is left alone.
    mutating func giveBack(cell place: Int, version: Int?) {
        guard let version else { return }
        cells[place].version = version
        cellsUnderWay.remove(place)
    }

    mutating func giveBack(lesson place: Int, version: Int?) {
        guard let version else { return }
        lessons[place].version = version
        lessonsUnderWay.remove(place)
    }

    private static func place(_ choice: UInt64, of count: Int, without taken: Set<Int>) -> Int? {
        guard count > taken.count else { return nil }
        var place = Int(choice % UInt64(count))
        while taken.contains(place) { place = (place + 1) % count }
        return place
    }
}
