import SchoolRules
import Store

/// What publishing a draft would change.
struct TimetablePreview: Sendable {
    struct Moved: Sendable {
        let page: TaughtPage?
        let from, to: Moment?
    }

    /// How many lessons of a page come, go and move.
    struct Change: Sendable {
        let page: TaughtPage
        var added = 0
        var removed = 0
        var moved = 0
    }

    let version: TimetableQueries.Version
    let result: PublishingResult
    /// Recorded lessons that change their day or hour, and those that lose their place.
    let moved, unplaced: [Moved]
    /// The week as it would be, with its clashes told once.
    let week: TimetableWeek
    let clashes: [Clash]
    /// What changes, page by page.
    let changes: [Change]
    /// Places of the week that no bell gives a time.
    let silent: [(page: TaughtPage?, weekday: Int, number: Int)]
    /// Pages whose hours are not all in the timetable, or too many of them.
    let unplacedHours: [(page: TaughtPage, hours: Int)]
    let isInClosedTerm: Bool

    init(draft: Int64, _ visit: Visit, in connection: Connection) throws {
        let school = visit.school.id
        let version = try TimetableQueries.draft(draft, school, in: connection)
        self.version = version
        let plan = try PublishingPlan.ofVersion(
            draft, from: version.from, today: visit.today, school: school, in: connection)
        result = plan.result
        let week = try TimetableWeek(version, visit, isMaking: true, in: connection)
        self.week = week
        let byID = Dictionary(week.pages.map { ($0.id, $0) }) { first, _ in first }
        moved = plan.move.filter { $0.row.isTouched && ($0.row.day, $0.row.start) != ($0.to.day, $0.to.start) }.map {
            Moved(page: byID[$0.row.page], from: Moment($0.row.day, $0.row.start), to: Moment($0.to.day, $0.to.start))
        }
        unplaced = plan.unplaced.map { Moved(page: byID[$0.page], from: Moment($0.day, $0.start), to: nil) }
        clashes = Clash.all(in: week.slots, sharing: week.sharing).filter { $0.slot < $0.other }
        silent = week.slots.filter { $0.start.minutes >= 1400 }.map {
            (byID[$0.page], $0.weekday, week.values[$0.id]?.number ?? 0)
        }
        let placed = week.hours
        unplacedHours = week.pages.compactMap { page in
            let rest = page.hours - (placed[page.id] ?? 0)
            return rest == 0 ? nil : (page, rest)
        }
        changes = Self.changes(plan, week)
        let closed = try ClosedTerms(year: visit.year, school: school, in: connection).lastDay
        isInClosedTerm = closed.map { version.from <= $0 } ?? false
    }

    private static func changes(_ plan: PublishingPlan, _ week: TimetableWeek) -> [Change] {
        var added: [Int64: Int] = [:]
        var removed: [Int64: Int] = [:]
        var moved: [Int64: Int] = [:]
        for lesson in plan.add { added[lesson.page, default: 0] += 1 }
        for row in plan.remove { removed[row.page, default: 0] += 1 }
        for step in plan.move { moved[step.row.page, default: 0] += 1 }
        return week.pages.compactMap { page in
            let change = Change(
                page: page, added: added[page.id] ?? 0, removed: removed[page.id] ?? 0, moved: moved[page.id] ?? 0)
            return change.added + change.removed + change.moved == 0 ? nil : change
        }
    }
}
