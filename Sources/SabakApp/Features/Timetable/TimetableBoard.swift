import SchoolRules
import Store
import Web

/// A version of the timetable, seen from one class, teacher or room, or as a board of many classes side by side.
struct TimetableBoard: Sendable {
    enum View: Sendable, Hashable {
        case ofClass(Int64)
        case ofTeacher(Int64)
        case ofRoom(String)
        case ofGrade(Int)
        case ofShift(Int)
        case ofSchool
        case nothing
    }

    struct Row: Sendable, Hashable {
        let number, shift: Int
        let start: ClockTime?
    }

    let versions: [TimetableQueries.Version]
    var week: TimetableWeek
    let view: View
    /// The classes the visitor may choose.
    let classes: [ListedClass]
    let teachers: [ListedTeacher]
    /// The cell that is open for editing, and what was typed into it where that could not be saved.
    let cell: TimetableForms.Place?
    let typed: [TimetableForms.CellLesson]?
    private(set) var clashes: [Int64: [Clash]] = [:]

    var version: TimetableQueries.Version? { week.version }
    var weekdays: [Int] { week.weekdays }
    var slots: [PlacedSlot] { week.slots }

    init(
        _ visit: Visit, cell typedCell: TimetableForms.Cell? = nil, version wishedVersion: Int64? = nil,
        in connection: Connection
    ) throws {
        let isDeputy = visit.may(.writeTimetable)
        let query = visit.asked.query
        versions = try TimetableQueries.versions(of: visit, in: connection).filter { $0.isPublished || isDeputy }
        let wished = wishedVersion ?? typedCell?.version ?? query["version"].flatMap { Int64($0) }
        let version = Self.choose(wished, among: versions, today: visit.today)
        week = try TimetableWeek(version, visit, isMaking: isDeputy, in: connection)
        if visit.mayInSchool(.readTimetable) {
            classes = week.classes
            let busy = Set(week.pages.flatMap(\.teachers).map(\.id))
            teachers = try ListedTeacher.all(on: visit.today, school: visit.school.id, in: connection)
                .filter { busy.contains($0.id) }
        } else {
            let own = try TimetableQueries.ownClasses(of: visit, in: connection)
            classes = week.classes.filter { own.contains($0.id) }
            teachers = []
        }
        view = try Self.view(visit, typedCell, classes: classes, teachers: teachers)
        let mayEdit = isDeputy && version?.isPublished == false
        cell = mayEdit ? typedCell?.place ?? TimetableForms.Place(query["cell"]) : nil
        typed = typedCell?.entries
        if isDeputy { findClashes() }
    }

    mutating func findClashes() { clashes = week.clashes(of: seen) }

    func page(_ id: Int64) -> TaughtPage? { week.page(id) }

    var isDraft: Bool { version?.isPublished == false }

    /// The classes side by side, if the view is a board of them.
    var columns: [ListedClass] {
        switch view {
        case .ofGrade(let grade): classes.filter { $0.name.grade == grade }
        case .ofShift(let shift): classes.filter { $0.shift == shift }
        case .ofSchool: classes
        case .ofClass, .ofTeacher, .ofRoom, .nothing: []
        }
    }

    var isOfManyClasses: Bool {
        switch view {
        case .ofGrade, .ofShift, .ofSchool: true
        case .ofClass, .ofTeacher, .ofRoom, .nothing: false
        }
    }

    /// The pages that may be put into cells of the view.
    var choices: [TaughtPage] {
        switch view {
        case .ofClass(let id): return week.pages.filter { week.columns[$0.id]?.contains(id) ?? false }
        case .ofTeacher(let id): return week.pages.filter { page in page.teachers.contains { $0.id == id } }
        case .ofRoom: return week.pages
        case .ofGrade, .ofShift, .ofSchool:
            let shown = Set(columns.map(\.id))
            return week.pages.filter { !(week.columns[$0.id] ?? []).isDisjoint(with: shown) }
        case .nothing: return []
        }
    }

    /// The places of the view.
    var seen: [PlacedSlot] {
        switch view {
        case .ofTeacher(let id): return slots.filter { $0.teachers.contains(id) }
        case .ofRoom(let room): return slots.filter { $0.roomKey == room.lowercased() }
        case .nothing: return []
        case .ofSchool: return slots
        case .ofClass, .ofGrade, .ofShift:
            let own = Set(choices.map(\.id))
            return slots.filter { own.contains($0.page) }
        }
    }

    var rooms: [String] { Set(slots.map(\.room)).subtracting([""]).sorted() }

    /// The hours of the day as rows: all that ring for the view in a draft, else those that are used.
    var rows: [Row] {
        var wanted = Set(seen.compactMap { week.values[$0.id] }.map { [$0.shift, $0.number] })
        if isDraft {
            switch view {
            case .ofClass(let id):
                if let mine = classes.first(where: { $0.id == id }) {
                    wanted.formUnion(week.numbers(shift: mine.shift, grade: mine.name.grade).map { [mine.shift, $0] })
                }
            case .ofTeacher, .ofRoom: wanted.formUnion(ringing(week.classes))
            case .ofGrade, .ofShift: wanted.formUnion(ringing(columns))
            case .ofSchool, .nothing: break
            }
        }
        return wanted.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { key in
            Row(number: key[1], shift: key[0], start: week.start(shift: key[0], number: key[1], grade: grade))
        }
    }

    private func ringing(_ classes: [ListedClass]) -> [[Int]] {
        Set(classes.map { [$0.shift, $0.name.grade] }).flatMap { key in
            week.numbers(shift: key[0], grade: key[1]).map { [key[0], $0] }
        }
    }

    /// The grade by whose bells the hours are said: that of the class, else what most grades have.
    var grade: Int {
        if case .ofClass(let id) = view { return classes.first { $0.id == id }?.name.grade ?? 5 }
        return columns.first?.name.grade ?? 5
    }

    /// What the pages of the view have of their hours: page and hundredths that are still to be placed (or too many).
    var unplaced: [(page: TaughtPage, hours: Int)] {
        if case .ofRoom = view { return [] }
        let placed = week.hours
        return choices.compactMap { page in
            let rest = page.hours - (placed[page.id] ?? 0)
            return rest == 0 ? nil : (page, rest)
        }
    }

    private static func choose(
        _ wished: Int64?, among versions: [TimetableQueries.Version], today: Day
    ) -> TimetableQueries.Version? {
        if let wished, let found = versions.first(where: { $0.id == wished }) { return found }
        let published = versions.filter(\.isPublished)
        return published.last { $0.from <= today } ?? published.first ?? versions.first
    }

    private static func view(
        _ visit: Visit, _ typed: TimetableForms.Cell?, classes: [ListedClass], teachers: [ListedTeacher]
    ) throws -> View {
        let query = visit.asked.query
        if let id = typed?.classID ?? query["class"].flatMap({ Int64($0) }) {
            guard classes.contains(where: { $0.id == id }) else { throw Refusal.notFound }
            return .ofClass(id)
        }
        if let wished = TimetableForms.wideView(query) {
            guard visit.mayInSchool(.readTimetable) else { throw Refusal.notFound }
            if case .ofTeacher(let id) = wished, !teachers.contains(where: { $0.id == id }) { throw Refusal.notFound }
            return wished
        }
        if visit.startRole == .subjectTeacher, teachers.contains(where: { $0.id == visit.person.id }) {
            return .ofTeacher(visit.person.id)
        }
        return classes.first.map { .ofClass($0.id) } ?? .nothing
    }
}

extension TimetableBoard.View {
    /// The view as a query: `class=12`, `teacher=7`, `room=214`, `grade=9`, `shift=1`, `all=1`.
    var query: String {
        switch self {
        case .ofClass(let id): "class=\(id)"
        case .ofTeacher(let id): "teacher=\(id)"
        case .ofRoom(let room): "room=\(Form.encode(room))"
        case .ofGrade(let grade): "grade=\(grade)"
        case .ofShift(let shift): "shift=\(shift)"
        case .ofSchool: "all=1"
        case .nothing: "class="
        }
    }
}
