/// Which bells ring.
public enum DayKind: String, Codable, CaseIterable, Sendable {
    case normal, short
}

/// When a school has lessons: terms by grade range, exceptions, and the days of the week by grade.
public struct SchoolCalendar: Hashable, Sendable {
    public var terms: [Term]
    public var daysOff: [DayOff]
    /// Days of lessons, 1 = Monday … 7 = Sunday, for grades without their own.
    public var weekdays: Set<Int>
    public var weekdaysByGrade: [Int: Set<Int>]

    public init(
        terms: [Term], daysOff: [DayOff], weekdays: Set<Int> = [1, 2, 3, 4, 5],
        weekdaysByGrade: [Int: Set<Int>] = [:]
    ) {
        self.terms = terms
        self.daysOff = daysOff
        self.weekdays = weekdays
        self.weekdaysByGrade = weekdaysByGrade
    }

    public func weekdays(for grade: Int) -> Set<Int> {
        weekdaysByGrade[grade] ?? weekdays
    }

    /// Whether the grade has lessons: within a term, on a day of its week, and not off.
    public func isSchoolDay(_ day: Day, grade: Int) -> Bool {
        term(on: day, grade: grade) != nil && isOpen(day, grade: grade, closedBy: [.holiday, .vacation, .extraDayOff])
    }

    /// Whether staff work: a day of the grade's week that is neither a holiday nor an extra day off.
    /// Breaks are working days, and so are days outside any term.
    public func isWorkingDay(_ day: Day, grade: Int) -> Bool {
        isOpen(day, grade: grade, closedBy: [.holiday, .extraDayOff])
    }

    public func dayKind(_ day: Day, grade: Int) -> DayKind {
        exceptions(on: day, grade: grade).contains { $0.kind == .shortDay } ? .short : .normal
    }

    /// Why there are no lessons on a day within the year, if an exception says so.
    public func dayOff(on day: Day, grade: Int) -> DayOff? {
        let found = exceptions(on: day, grade: grade)
        if found.contains(where: { $0.kind == .workingDay }) {
            return nil
        } else {
            return [.holiday, .extraDayOff, .vacation].lazy.compactMap { kind in found.first { $0.kind == kind } }.first
        }
    }

    /// The terms of a grade in order of date.
    public func terms(of grade: Int) -> [Term] {
        terms.filter { $0.isFor(grade: grade) }.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    }

    public func term(on day: Day, grade: Int) -> Term? {
        terms(of: grade).first { $0.contains(day) }
    }

    /// The term to show on a day: the one it lies in, in a break the one just ended, before the year the first.
    /// Nil only when the grade has no terms.
    public func currentTerm(on day: Day, grade: Int) -> Term? {
        let ordered = terms(of: grade)
        return ordered.first { $0.contains(day) } ?? ordered.last { $0.to < day } ?? ordered.first
    }

    /// The next day on which staff work; see `isWorkingDay`. Searches a year, then gives the calendar's next day.
    public func nextWorkingDay(after day: Day, grade: Int) -> Day {
        (1...366).lazy.map(day.adding).first { isWorkingDay($0, grade: grade) } ?? day.adding(1)
    }

    /// The next day with lessons, or nil when the known terms hold none.
    public func nextSchoolDay(after day: Day, grade: Int) -> Day? {
        guard let last = terms(of: grade).map(\.to).max(), day < last else { return nil }
        return (day.adding(1)...last).first { isSchoolDay($0, grade: grade) }
    }

    /// The school year a day belongs to, named by the year it starts in; it changes on 1 August.
    public static func schoolYear(containing day: Day) -> Int {
        day.month >= 8 ? day.year : day.year - 1
    }

    /// 1 August, the first day of a school year by ``schoolYear(containing:)``; lessons begin with its first term.
    public static func firstDay(of schoolYear: Int) -> Day {
        Day(uncheckedYear: schoolYear, month: 8, day: 1)
    }

    /// 31 July, the last day of a school year.
    public static func lastDay(of schoolYear: Int) -> Day { firstDay(of: schoolYear + 1).adding(-1) }

    private func isOpen(_ day: Day, grade: Int, closedBy kinds: Set<DayOffKind>) -> Bool {
        let found = exceptions(on: day, grade: grade)
        if found.contains(where: { $0.kind == .workingDay }) {
            return true
        } else {
            return weekdays(for: grade).contains(day.weekday) && !found.contains { kinds.contains($0.kind) }
        }
    }

    private func exceptions(on day: Day, grade: Int) -> [DayOff] {
        daysOff.filter { $0.applies(on: day, grade: grade) }
    }
}
