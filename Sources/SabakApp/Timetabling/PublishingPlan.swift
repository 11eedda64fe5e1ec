import SchoolRules
import Store

/// The difference between the lesson rows and what timetable, bells and calendar give from a day on.
struct PublishingPlan {
    let from: Day
    let rows: [Int64: PublishedRow]
    let pages: [Int64: PublishedPage]
    private(set) var kept: [Int64] = []
    private(set) var add: [PlannedLesson] = []
    private(set) var move: [(row: PublishedRow, to: PlannedLesson)] = []
    private(set) var remove: [PublishedRow] = []
    private(set) var unplaced: [PublishedRow] = []

    var result: PublishingResult {
        PublishingResult(
            kept: kept.count, added: add.count, removed: remove.count, moved: move.count,
            unplaced: unplaced.map(\.id))
    }

    /// What publishing a version from its first day would do.
    static func ofVersion(
        _ version: Int64, from: Day, today: Day, school: Int64, in connection: Connection
    ) throws -> Self {
        let facts = try PublishingFacts(from: from, draft: version, school: school, in: connection)
        var plan = PublishingPlan(facts)
        var planned = facts.planned
        let recorded = plan.keepRecorded(facts.rows, until: today, in: &planned)
        plan.compare(facts.rows.filter { !recorded.contains($0.id) }, with: planned, from: from)
        return plan
    }

    /// What the calendar and the bells as they are now would change.
    static func ofCalendar(from: Day, today: Day, school: Int64, in connection: Connection) throws -> Self {
        let facts = try PublishingFacts(from: from, draft: nil, school: school, in: connection)
        var plan = PublishingPlan(facts)
        // A school without a published timetable has nothing that lessons could follow.
        guard facts.hasTimetable else { return plan }
        let future = max(from, today)
        plan.openAndClose(facts.rows.filter { $0.day < future }, by: facts.planned.filter { $0.day < future })
        plan.compare(
            facts.rows.filter { $0.day >= future }, with: facts.planned.filter { $0.day >= future }, from: future)
        return plan
    }

    private init(_ facts: PublishingFacts) {
        from = facts.from
        rows = Dictionary(facts.rows.map { ($0.id, $0) }) { first, _ in first }
        pages = facts.pages
    }

    /// What is recorded of a day gone by is a document: it stays as it is, and counts as the lesson of its week that
    /// is planned nearest to it.
    private mutating func keepRecorded(
        _ existing: [PublishedRow], until today: Day, in planned: inout [PlannedLesson]
    ) -> Set<Int64> {
        let recorded = existing.filter { $0.isTouched && !$0.isByHand && $0.day <= today }
        guard !recorded.isEmpty else { return [] }
        var free = Dictionary(grouping: planned.filter { $0.day <= today }) {
            PageDay(page: $0.page, day: $0.day.monday)
        }
        var held: Set<PlannedLesson> = []
        for isExact in [true, false] {
            for row in recorded {
                let week = PageDay(page: row.page, day: row.day.monday)
                let isSame = { (lesson: PlannedLesson) in lesson.day == row.day && lesson.start == row.start }
                if !isExact, held.contains(where: { $0.page == row.page && isSame($0) }) { continue }
                let near = free[week]?.filter { !isExact || isSame($0) }.min {
                    row.distance(to: $0) < row.distance(to: $1)
                }
                guard let near else { continue }
                held.insert(near)
                free[week]?.removeAll { $0 == near }
            }
        }
        planned.removeAll(where: held.contains)
        kept += recorded.map(\.id)
        return Set(recorded.map(\.id))
    }

    private mutating func compare(_ existing: [PublishedRow], with planned: [PlannedLesson], from: Day) {
        var planned = planned
        let cancelled = follow(existing, in: &planned)
        let publication = Publication.plan(
            existing: existing.filter { !cancelled.contains($0.id) }.map(\.existing), planned: planned, from: from)
        kept += publication.keep
        add += publication.add
        move += publication.move.compactMap { step in rows[step.id].map { ($0, step.to) } }
        remove += publication.remove.compactMap { rows[$0] }
        unplaced += publication.unplaced.compactMap { rows[$0] }
    }

    /// A cancelled lesson whose hour has moved within its day moves with it, else the new hour would be held again.
    private mutating func follow(_ existing: [PublishedRow], in planned: inout [PlannedLesson]) -> Set<Int64> {
        let homeless = existing.filter(\.isCancelled)
        guard !homeless.isEmpty else { return [] }
        var free = PageDays(planned)
        for row in existing where row.isTouched || row.isByHand { free.take(row) }
        var followed: Set<Int64> = []
        for row in homeless where !free.isPlanned(row) {
            guard let lesson = free.takeNearest(page: row.page, day: row.day, start: row.start) else { continue }
            move.append((row, lesson))
            followed.insert(row.id)
            planned.removeAll { $0 == lesson }
        }
        return followed
    }

    private mutating func openAndClose(_ existing: [PublishedRow], by planned: [PlannedLesson]) {
        let there = Dictionary(grouping: existing) { PageDay(page: $0.page, day: $0.day) }
        let wanted = Dictionary(grouping: planned) { PageDay(page: $0.page, day: $0.day) }
        for row in existing {
            let isWanted = wanted[PageDay(page: row.page, day: row.day)] != nil
            if isWanted || row.isTouched || row.isByHand { kept.append(row.id) } else { remove.append(row) }
        }
        add += planned.filter { there[PageDay(page: $0.page, day: $0.day)] == nil }
    }
}

/// A lesson row as publishing sees it.
struct PublishedRow: Sendable {
    let id, page: Int64
    let day: Day
    let number: Int
    let start, end: ClockTime
    let room: String
    let isTouched, isCancelled, wasMovedByHand: Bool
    /// The kind of the row's latest change, or nothing.
    let lastChange: String
    let hasHistory: Bool

    var isByHand: Bool { wasMovedByHand || isCancelled }

    /// How far a planned lesson is from the row: in minutes, a day before any hour.
    func distance(to lesson: PlannedLesson) -> Int {
        abs(lesson.day.days(since: day)) * 1440 + abs(lesson.start.minutes - start.minutes)
    }

    var existing: ExistingLesson {
        ExistingLesson(
            id: id, page: page, day: day, start: start, number: number, end: end, room: room, touched: isTouched,
            byHand: isByHand)
    }
}

/// A page with what publishing needs of its class and group.
struct PublishedPage: Sendable {
    let group: Int64
    let timetable: TimetablePage
}

/// One page on one day.
struct PageDay: Hashable {
    let page: Int64
    let day: Day
}

/// Planned lessons by page and day, of which some are taken.
struct PageDays {
    private var free: [PageDay: [PlannedLesson]]
    private let starts: Set<PageStart>

    private struct PageStart: Hashable {
        let page: Int64
        let day: Day
        let start: ClockTime
    }

    init(_ planned: [PlannedLesson]) {
        free = Dictionary(grouping: planned) { PageDay(page: $0.page, day: $0.day) }
        starts = Set(planned.map { PageStart(page: $0.page, day: $0.day, start: $0.start) })
    }

    func isPlanned(_ row: PublishedRow) -> Bool {
        starts.contains(PageStart(page: row.page, day: row.day, start: row.start))
    }

    mutating func take(_ row: PublishedRow) {
        free[PageDay(page: row.page, day: row.day)]?.removeAll { $0.start == row.start }
    }

    /// The planned lesson of that page and day that begins nearest to a time.
    mutating func takeNearest(page: Int64, day: Day, start: ClockTime) -> PlannedLesson? {
        let key = PageDay(page: page, day: day)
        let nearest = free[key]?.min {
            abs($0.start.minutes - start.minutes) < abs($1.start.minutes - start.minutes)
        }
        guard let nearest else { return nil }
        free[key]?.removeAll { $0 == nearest }
        return nearest
    }
}
