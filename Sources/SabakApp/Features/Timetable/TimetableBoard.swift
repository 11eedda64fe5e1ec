import SchoolRules
import Store
import Web

/// A version of the timetable, seen from one class, one teacher or one room.
struct TimetableBoard: Sendable {
    enum View: Sendable, Equatable {
        case ofClass(Int64)
        case ofTeacher(Int64)
        case ofRoom(String)
        case nothing
    }

    struct Row: Sendable, Hashable {
        let number, shift: Int
        let start: ClockTime?
    }

    let versions: [TimetableQueries.Version]
    let version: TimetableQueries.Version?
    let view: View
    let classes: [ListedClass]
    let teachers: [ListedTeacher]
    let pages: [TaughtPage]
    let slots: [PlacedSlot]
    let places: [Int64: TimetableForms.Place]
    let clashes: [Int64: [Clash]]
    let weekdays: [Int]
    /// Pages of the class that may be put into a cell.
    let choices: [TaughtPage]
    /// The cell that is open for editing, and what was typed into it where that could not be saved.
    let cell: TimetableForms.Place?
    let typed: [TimetableForms.CellLesson]?
    private let bells: [Bell]
    private let byPage: [Int64: TaughtPage]

    init(
        _ visit: Visit, cell typedCell: TimetableForms.Cell? = nil, version wishedVersion: Int64? = nil,
        in connection: Connection
    ) throws {
        let isDeputy = visit.may(.writeTimetable)
        let query = visit.asked.query
        versions = try TimetableQueries.versions(of: visit, in: connection).filter { $0.isPublished || isDeputy }
        let wished = wishedVersion ?? typedCell?.version ?? query["version"].flatMap { Int64($0) }
        version = Self.choose(wished, among: versions, today: visit.today)
        let day = max(visit.today, version?.from ?? visit.today)
        classes = try Self.readableClasses(visit, in: connection)
        pages = try TaughtPages.all(year: visit.year, on: day, school: visit.school.id, in: connection)
        let busy = Set(pages.flatMap(\.teachers).map(\.id))
        teachers =
            visit.mayInSchool(.readTimetable)
            ? try ListedTeacher.all(on: visit.today, school: visit.school.id, in: connection)
                .filter { busy.contains($0.id) } : []
        bells = try SchoolFacts.bells(school: visit.school.id, in: connection)
        let rows = try version.map { try TimetableQueries.slots(of: $0.id, school: visit.school.id, in: connection) }
        byPage = Dictionary(pages.map { ($0.id, $0) }) { first, _ in first }
        (slots, places) = Self.place(rows ?? [], pages: byPage, bells: bells)
        view = try Self.view(visit, typedCell, classes: classes, teachers: teachers)
        let facts = try Facts(visit, day: day, view: view, pages: pages, isDraft: isDeputy, in: connection)
        choices = facts.choices
        weekdays = facts.weekdays
        clashes = isDeputy ? Dictionary(grouping: Clash.all(in: slots, sharing: facts.sharing), by: \.slot) : [:]
        let mayEdit = isDeputy && version?.isPublished == false
        cell = mayEdit ? typedCell?.place ?? TimetableForms.Place(query["cell"]) : nil
        typed = typedCell?.entries
    }

    func page(_ id: Int64) -> TaughtPage? { byPage[id] }

    var isDraft: Bool { version?.isPublished == false }

    /// The places of the view.
    var seen: [PlacedSlot] {
        switch view {
        case .ofClass:
            let own = Set(choices.map(\.id))
            return slots.filter { own.contains($0.page) }
        case .ofTeacher(let id): return slots.filter { $0.teachers.contains(id) }
        case .ofRoom(let room): return slots.filter { $0.room == room }
        case .nothing: return []
        }
    }

    var rooms: [String] { Set(slots.map(\.room)).subtracting([""]).sorted() }

    /// The hours of the day as rows: all that ring for a class in a draft, else those that are used.
    var rows: [Row] {
        let used = Set(seen.compactMap { places[$0.id] }.map { [$0.shift, $0.number] })
        var wanted = used
        if case .ofClass(let id) = view, isDraft, let mine = classes.first(where: { $0.id == id }) {
            let rung = bells.filter { $0.shift == mine.shift && $0.dayKind == .normal && $0.covers(mine.name.grade) }
            wanted.formUnion(rung.map { [$0.shift, $0.number] })
        }
        return wanted.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { key in
            Row(number: key[1], shift: key[0], start: start(shift: key[0], number: key[1]))
        }
    }

    /// When an hour begins for the class of the view, else for most grades.
    func start(shift: Int, number: Int) -> ClockTime? {
        var grade = 5
        if case .ofClass(let id) = view, let mine = classes.first(where: { $0.id == id }) { grade = mine.name.grade }
        return bell(in: bells, number: number, shift: shift, weekday: 1, dayKind: .normal, grade: grade)?.start
    }

    /// What the pages of the view have of their hours: page and hundredths that are still to be placed (or too many).
    var unplaced: [(page: TaughtPage, hours: Int)] {
        let placed = Self.hours(of: slots)
        return choices.compactMap { page in
            let rest = page.hours - (placed[page.id] ?? 0)
            return rest == 0 ? nil : (page, rest)
        }
    }

    /// Hundredths of an hour a week by page; a lesson of every second week is half an hour.
    static func hours(of slots: [PlacedSlot]) -> [Int64: Int] {
        slots.reduce(into: [:]) { $0[$1.page, default: 0] += $1.parity == .every ? 100 : 50 }
    }

    private static func choose(
        _ wished: Int64?, among versions: [TimetableQueries.Version], today: Day
    ) -> TimetableQueries.Version? {
        if let wished, let found = versions.first(where: { $0.id == wished }) { return found }
        let published = versions.filter(\.isPublished)
        return published.last { $0.from <= today } ?? published.first ?? versions.first
    }

    private static func readableClasses(_ visit: Visit, in connection: Connection) throws -> [ListedClass] {
        let all = try ListedClass.all(year: visit.year, school: visit.school.id, in: connection)
        if visit.mayInSchool(.readTimetable) { return all }
        let own = try TimetableQueries.ownClasses(of: visit, in: connection)
        return all.filter { own.contains($0.id) }
    }

    private static func view(
        _ visit: Visit, _ typed: TimetableForms.Cell?, classes: [ListedClass], teachers: [ListedTeacher]
    ) throws -> View {
        let query = visit.asked.query
        let isStaff = visit.mayInSchool(.readTimetable)
        if let id = typed?.classID ?? query["class"].flatMap({ Int64($0) }) {
            guard classes.contains(where: { $0.id == id }) else { throw Refusal.notFound }
            return .ofClass(id)
        }
        if let id = query["teacher"].flatMap({ Int64($0) }) {
            guard isStaff, teachers.contains(where: { $0.id == id }) else { throw Refusal.notFound }
            return .ofTeacher(id)
        }
        if let room = query["room"], !room.isEmpty {
            guard isStaff else { throw Refusal.notFound }
            return .ofRoom(room)
        }
        if visit.startRole == .subjectTeacher, teachers.contains(where: { $0.id == visit.person.id }) {
            return .ofTeacher(visit.person.id)
        }
        return classes.first.map { .ofClass($0.id) } ?? .nothing
    }

    private static func place(
        _ rows: [TimetableQueries.SlotRow], pages: [Int64: TaughtPage], bells: [Bell]
    ) -> ([PlacedSlot], [Int64: TimetableForms.Place]) {
        var places: [Int64: TimetableForms.Place] = [:]
        let placed = rows.compactMap { row -> PlacedSlot? in
            guard let page = pages[row.page] else { return nil }
            let shift = row.shift == 0 ? page.shift : row.shift
            let bell = bell(
                in: bells, number: row.number, shift: shift, weekday: row.weekday, dayKind: .normal, grade: page.grade)
            // A slot without a bell has no time yet; it stands at the end of the day, where nothing else is.
            let start = bell?.start ?? ClockTime(minutes: 1400 + row.number)
            places[row.id] = TimetableForms.Place(weekday: row.weekday, number: row.number, shift: shift)
            return PlacedSlot(
                id: row.id, page: row.page, group: page.group, weekday: row.weekday, parity: row.parity,
                room: row.room, start: start, end: bell?.end ?? start.adding(minutes: 1),
                teachers: page.teachers.map(\.id))
        }
        return (placed, places)
    }

    /// What else the board asks the database.
    private struct Facts {
        let choices: [TaughtPage]
        let weekdays: [Int]
        let sharing: Set<GroupPair>

        init(
            _ visit: Visit, day: Day, view: View, pages: [TaughtPage], isDraft: Bool, in connection: Connection
        ) throws {
            var own: Set<Int64> = []
            if case .ofClass(let id) = view {
                own = Set(
                    try TaughtPages.ids(
                        ofClass: id, year: visit.year, school: visit.school.id, in: connection))
            }
            choices = pages.filter { own.contains($0.id) }
            let week = try SchoolFacts.setting("week.days", school: visit.school.id, in: connection) ?? "12345"
            weekdays = week.compactMap(\.wholeNumberValue).sorted()
            var pairs =
                isDraft
                ? try GroupPair.sharing(year: visit.year, on: day, school: visit.school.id, in: connection) : []
            for page in pages where page.kind != "class" && page.classID != 0 {
                pairs.insert(GroupPair(page.group, page.classID))
            }
            sharing = pairs
        }
    }
}

extension Bell {
    /// Whether the bell rings for a grade.
    func covers(_ grade: Int) -> Bool { gradeFrom <= grade && grade <= gradeTo }
}
