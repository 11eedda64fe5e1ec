import SchoolRules
import Store

/// The week of the whole school in one version of the timetable: every place with its time, and whom it keeps busy.
struct TimetableWeek: Sendable {
    typealias Place = TimetableForms.Place

    let version: TimetableQueries.Version?
    let classes: [ListedClass]
    let pages: [TaughtPage]
    let weekdays: [Int]
    /// The classes of each page; a group across classes stands in each of them.
    let columns: [Int64: Set<Int64>]
    let sharing: Set<GroupPair>
    private(set) var slots: [PlacedSlot] = []
    /// The places as they are stored, by id; their shift is said.
    private(set) var values: [Int64: Slot] = [:]
    private let byPage: [Int64: TaughtPage]
    private let bells: BellBook

    /// - Parameter isMaking: whether clashes are looked for.
    init(
        _ version: TimetableQueries.Version?, _ visit: Visit, isMaking: Bool, in connection: Connection
    ) throws {
        let school = visit.school.id
        let day = max(visit.today, version?.from ?? visit.today)
        self.version = version
        classes = try ListedClass.all(year: visit.year, school: school, in: connection)
        pages = try TaughtPages.all(year: visit.year, on: day, school: school, in: connection)
        byPage = Dictionary(pages.map { ($0.id, $0) }) { first, _ in first }
        bells = BellBook(try SchoolFacts.bells(school: school, in: connection))
        let across = try TimetableQueries.classesAcross(year: visit.year, school: school, in: connection)
        columns = Dictionary(pages.map { ($0.id, $0.classID == 0 ? across[$0.id] ?? [] : [$0.classID]) }) { one, _ in
            one
        }
        var pairs: Set<GroupPair> = []
        if isMaking {
            pairs = try GroupPair.sharing(year: visit.year, on: day, school: school, in: connection)
            for page in pages where page.kind != "class" && page.classID != 0 {
                pairs.insert(GroupPair(page.group, page.classID))
            }
        }
        sharing = pairs
        let rows = try version.map { try TimetableQueries.slots(of: $0.id, school: school, in: connection) } ?? []
        let week = try SchoolFacts.setting("week.days", school: school, in: connection) ?? "12345"
        // A lesson on a day off the week would else be there and never seen.
        weekdays = Set(week.compactMap(\.wholeNumberValue)).union(rows.map(\.weekday)).sorted()
        place(rows)
    }

    /// Takes in what the version has now.
    mutating func place(_ rows: [TimetableQueries.SlotRow]) {
        slots = []
        values = [:]
        for row in rows {
            guard let page = byPage[row.page] else { continue }
            let slot = Slot(
                page: row.page, weekday: row.weekday, number: row.number,
                shift: row.shift == 0 ? page.shift : row.shift, parity: row.parity, room: row.room)
            values[row.id] = slot
            slots.append(placed(slot, of: page, id: row.id))
        }
    }

    func page(_ id: Int64) -> TaughtPage? { byPage[id] }

    func place(of slot: PlacedSlot) -> Place? { values[slot.id].map(Place.init) }

    /// A slot with its time, as if it stood in the week.
    func placed(_ slot: Slot, of page: TaughtPage, id: Int64 = 0) -> PlacedSlot {
        let bell = bells.bell(slot, grade: page.grade)
        // A slot without a bell has no time yet; it stands at the end of the day, where nothing else is.
        let start = bell?.start ?? ClockTime(minutes: 1400 + slot.number)
        return PlacedSlot(
            id: id, page: slot.page, group: page.group, weekday: slot.weekday, parity: slot.parity, room: slot.room,
            start: start, end: bell?.end ?? start.adding(minutes: 1), teachers: page.teachers.map(\.id))
    }

    func hasBell(_ slot: Slot, grade: Int) -> Bool { bells.bell(slot, grade: grade) != nil }

    func start(shift: Int, number: Int, grade: Int) -> ClockTime? {
        bells.bell(Slot(page: 0, weekday: 1, number: number, shift: shift), grade: grade)?.start
    }

    /// The numbers that ring in a shift for a grade, or for any.
    func numbers(shift: Int, grade: Int?) -> [Int] { bells.numbers(shift: shift, grade: grade) }

    /// Hundredths of an hour a week by page; a lesson of every second week is half an hour.
    var hours: [Int64: Int] { values.values.reduce(into: [:]) { $0[$1.page, default: 0] += Self.share($1.parity) } }

    static func share(_ parity: SlotParity) -> Int { parity == .every ? 100 : 50 }

    /// The clashes of some places with all others, by slot.
    func clashes(of some: [PlacedSlot]) -> [Int64: [Clash]] {
        let days = Dictionary(grouping: slots, by: \.weekday)
        return Dictionary(
            some.map { ($0.id, Clash.of($0, among: days[$0.weekday] ?? [], sharing: sharing)) }
        ) { first, _ in first }.filter { !$0.value.isEmpty }
    }

    /// Whether two pages have a student in common.
    func shareStudents(_ one: Int64, _ other: Int64) -> Bool {
        guard let one = byPage[one], let other = byPage[other] else { return false }
        return one.group == other.group || sharing.contains(GroupPair(one.group, other.group))
    }
}

extension TimetableForms.Place {
    init(_ slot: Slot) { self.init(weekday: slot.weekday, number: slot.number, shift: slot.shift) }
}

/// The normal bells, found once for each hour.
private struct BellBook: Sendable {
    private struct Hour: Hashable { let weekday, number, shift, grade: Int }

    private let bells: [Bell]
    private let known: [Hour: Bell]

    init(_ all: [Bell]) {
        let normal = all.filter { $0.dayKind == .normal }
        bells = normal
        var known: [Hour: Bell] = [:]
        for hour in Set(normal.map { [$0.number, $0.shift] }) {
            let ringing = normal.filter { [$0.number, $0.shift] == hour }
            for weekday in 1...7 {
                for grade in 0...12 {
                    known[Hour(weekday: weekday, number: hour[0], shift: hour[1], grade: grade)] = SchoolRules.bell(
                        in: ringing, number: hour[0], shift: hour[1], weekday: weekday, dayKind: .normal, grade: grade)
                }
            }
        }
        self.known = known
    }

    func bell(_ slot: Slot, grade: Int) -> Bell? {
        known[Hour(weekday: slot.weekday, number: slot.number, shift: slot.shift, grade: grade)]
    }

    func numbers(shift: Int, grade: Int?) -> [Int] {
        Set(bells.filter { $0.shift == shift && grade.map($0.covers) ?? true }.map(\.number)).sorted()
    }
}

extension Bell {
    /// Whether the bell rings for a grade.
    func covers(_ grade: Int) -> Bool { gradeFrom <= grade && grade <= gradeTo }
}
