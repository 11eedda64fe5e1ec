import SchoolRules
import Store

/// What publishing a draft would change.
struct TimetablePreview: Sendable {
    struct Moved: Sendable {
        let page: TaughtPage?
        let from, to: Moment?
    }

    let version: TimetableQueries.Version
    let result: PublishingResult
    /// Recorded lessons that change their day or hour, and those that lose their place.
    let moved, unplaced: [Moved]
    let clashCount: Int
    /// Places of the week that no bell gives a time.
    let silent: [(page: TaughtPage?, weekday: Int, number: Int)]
    /// Pages whose hours are not all in the timetable, or too many of them.
    let unplacedHours: [(page: TaughtPage, hours: Int)]
    let isInClosedTerm: Bool

    init(draft: Int64, _ visit: Visit, in connection: Connection) throws {
        let school = visit.school.id
        let version = try TimetableQueries.draft(draft, school, in: connection)
        self.version = version
        let plan = try PublishingPlan.ofVersion(draft, from: version.from, school: school, in: connection)
        result = plan.result
        let day = max(visit.today, version.from)
        let pages = try TaughtPages.all(year: visit.year, on: day, school: school, in: connection)
        let byID = Dictionary(pages.map { ($0.id, $0) }) { first, _ in first }
        moved = plan.move.filter { $0.row.isTouched && ($0.row.day, $0.row.start) != ($0.to.day, $0.to.start) }.map {
            Moved(page: byID[$0.row.page], from: Moment($0.row.day, $0.row.start), to: Moment($0.to.day, $0.to.start))
        }
        unplaced = plan.unplaced.map { Moved(page: byID[$0.page], from: Moment($0.day, $0.start), to: nil) }
        let board = try TimetableBoard(visit, version: draft, in: connection)
        clashCount = board.clashes.values.reduce(0) { $0 + $1.count } / 2
        silent = board.slots.filter { $0.start.minutes >= 1400 }.map {
            (byID[$0.page], $0.weekday, board.places[$0.id]?.number ?? 0)
        }
        let placed = TimetableBoard.hours(of: board.slots)
        unplacedHours = pages.compactMap { page in
            let rest = page.hours - (placed[page.id] ?? 0)
            return rest == 0 ? nil : (page, rest)
        }
        let closed = try ClosedTerms(year: visit.year, school: school, in: connection).lastDay
        isInClosedTerm = closed.map { version.from <= $0 } ?? false
    }
}
