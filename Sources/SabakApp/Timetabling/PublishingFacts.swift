import SchoolRules
import Store

/// What a plan of publishing is made of: the rows that are there, and the lessons that should be.
struct PublishingFacts {
    let from: Day
    let rows: [PublishedRow]
    let pages: [Int64: PublishedPage]
    let planned: [PlannedLesson]
    let hasTimetable: Bool

    /// - Parameter draft: a version that counts as published.
    init(from: Day, draft: Int64?, school: Int64, in connection: Connection) throws {
        let year = SchoolCalendar.schoolYear(containing: from)
        let calendar = try SchoolFacts.calendar(school: school, year: year, in: connection)
        self.from = from
        pages = try PublishingQueries.pages(year: year, school: school, in: connection)
        rows = try PublishingQueries.rows(from: from, year: year, school: school, in: connection)
        let versions = try PublishingQueries.versions(year: year, draft: draft, school: school, in: connection)
        hasTimetable = !versions.isEmpty
        let lessons = plannedLessons(
            versions: versions,
            calendar: calendar, bells: try SchoolFacts.bells(school: school, in: connection),
            pages: pages.values.map(\.timetable), from: from, to: calendar.terms.map(\.to).max() ?? from,
            weeks: try Self.weekCount(school: school, in: connection))
        let vacated = try PublishingQueries.vacated(from: from, school: school, in: connection)
        planned = Self.without(vacated, in: lessons)
    }

    /// How A and B weeks are counted.
    static func weekCount(school: Int64, in connection: Connection) throws -> WeekCount {
        try SchoolFacts.setting("week.count", school: school, in: connection).flatMap(WeekCount.init) ?? .calendarWeeks
    }

    /// An hour from which a lesson was moved away by hand stays empty, also when bells have changed since.
    private static func without(_ vacated: [PublishingQueries.Vacated], in lessons: [PlannedLesson])
        -> [PlannedLesson]
    {
        guard !vacated.isEmpty else { return lessons }
        var days = PageDays(lessons)
        let gone = Set(
            vacated.compactMap { days.takeNearest(page: $0.page, day: $0.day, start: ClockTime(minutes: $0.start)) })
        return lessons.filter { !gone.contains($0) }
    }
}
