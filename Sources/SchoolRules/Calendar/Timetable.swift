/// In which weeks a slot is held. Odd is the week of 1 September and every second week after it.
public enum SlotParity: String, Codable, CaseIterable, Sendable {
    case every, odd, even
}

/// How weeks are counted from 1 September: all of them, or only those with lessons.
public enum WeekCount: String, Codable, CaseIterable, Sendable {
    case calendarWeeks, schoolWeeks
}

/// One weekly place of a page in the timetable.
public struct Slot: Hashable, Codable, Sendable {
    public let page: Int64
    /// 1 = Monday … 7 = Sunday.
    public let weekday: Int
    /// Number of the lesson within the shift, from 1.
    public let number: Int
    /// 0 = the shift of the page.
    public let shift: Int
    public let parity: SlotParity
    public let room: String

    public init(
        page: Int64, weekday: Int, number: Int, shift: Int = 0, parity: SlotParity = .every, room: String = ""
    ) {
        self.page = page
        self.weekday = weekday
        self.number = number
        self.shift = shift
        self.parity = parity
        self.room = room
    }
}

/// A whole timetable, valid from a day until the next version begins.
public struct TimetableVersion: Hashable, Codable, Sendable {
    public let from: Day
    public let slots: [Slot]

    public init(from: Day, slots: [Slot]) {
        self.from = from
        self.slots = slots
    }

    /// From when on a timetable is to hold where nobody has named a day: the first of a year at once, or from the
    /// year's first lessons if they are to come, a later one from the next Monday. A first timetable that comes in
    /// November does not reach back: lessons held before are in no journal, and would all be overdue.
    /// - Parameters:
    ///   - yearFrom: the first day of the year's terms.
    ///   - isFirst: whether the year has no published timetable yet.
    public static func firstDay(on today: Day, yearFrom: Day, isFirst: Bool) -> Day {
        max(isFirst ? today : today.monday.adding(7), yearFrom)
    }
}

/// What the timetable needs to know of a page. Lessons are planned only within `from`...`to`.
public struct TimetablePage: Hashable, Sendable, Identifiable {
    public let id: Int64
    public let grade: Int
    public let shift: Int
    public let from: Day
    public let to: Day

    public init(id: Int64, grade: Int, shift: Int, from: Day = Day(number: -719_162), to: Day = .forever) {
        self.id = id
        self.grade = grade
        self.shift = shift
        self.from = from
        self.to = to
    }
}

/// A lesson as timetable, bells and calendar give it.
public struct PlannedLesson: Hashable, Sendable {
    public let page: Int64
    public let day: Day
    public let number: Int
    public let shift: Int
    public let start: ClockTime
    public let end: ClockTime
    public let room: String

    public init(
        page: Int64, day: Day, number: Int, shift: Int, start: ClockTime, end: ClockTime, room: String = ""
    ) {
        self.page = page
        self.day = day
        self.number = number
        self.shift = shift
        self.start = start
        self.end = end
        self.room = room
    }
}

/// All lessons from day to day, both within, ordered by day, start and page.
///
/// Slots of unknown pages and slots without a bell give no lesson; `slotsWithoutBell` names the latter.
public func plannedLessons(
    versions: [TimetableVersion], calendar: SchoolCalendar, bells: [Bell], pages: [TimetablePage],
    from: Day, to: Day, weeks: WeekCount = .calendarWeeks
) -> [PlannedLesson] {
    guard from <= to else { return [] }
    let ordered = versions.sorted { $0.from < $1.from }
    var planner = DayPlanner(calendar: calendar, bells: bells, pages: pages, weeks: weeks)
    return (from...to).flatMap { day in
        planner.lessons(on: day, slots: ordered.last { $0.from <= day }?.slots ?? [])
    }
}

/// Slots that no normal bell gives a time, to be shown before publishing.
public func slotsWithoutBell(versions: [TimetableVersion], bells: [Bell], pages: [TimetablePage]) -> [Slot] {
    let byID = Dictionary(pages.map { ($0.id, $0) }) { first, _ in first }
    return versions.flatMap(\.slots).filter { slot in
        guard let page = byID[slot.page] else { return false }
        let shift = slot.shift == 0 ? page.shift : slot.shift
        return bell(
            in: bells, number: slot.number, shift: shift, weekday: slot.weekday, dayKind: .normal, grade: page.grade
        ) == nil
    }
}

/// Whether a day lies in an odd or an even week of its school year for a grade.
public func weekParity(
    of day: Day, calendar: SchoolCalendar, grade: Int, weeks: WeekCount = .calendarWeeks
) -> SlotParity {
    let year = SchoolCalendar.schoolYear(containing: day)
    let first = Day(uncheckedYear: year, month: 9, day: 1).monday
    let passed: Int
    switch weeks {
    case .calendarWeeks:
        passed = day.monday.days(since: first) / 7
    case .schoolWeeks:
        passed = stride(from: first, to: day.monday, by: 7).count { monday in
            (0..<7).contains { calendar.isSchoolDay(monday.adding($0), grade: grade) }
        }
    }
    return floorRemainder(passed, 2) == 0 ? .odd : .even
}
