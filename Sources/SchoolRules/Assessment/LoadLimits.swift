/// What is wrong with homework, by the day it is due.
public enum HomeworkWarning: Hashable, Sendable {
    case overWeekend(due: Day)
    case overBreak(due: Day)
    /// More minutes for the day than the grade has.
    case tooLong(due: Day, minutes: Int, allowed: Int)
}

/// Russia's limits of load (order 704, from 1 September 2025, and recommendations); a school may switch them on.
public enum LoadLimits {
    /// Checks the works of one subject and group in a year of so many lessons.
    public static func warnings(_ works: [PlannedWork], lessonsInYear: Int) -> [WorkWarning] {
        let sorted = works.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        var warnings: [WorkWarning] = []
        let allowed = lessonsInYear / 10
        if sorted.count > allowed { warnings.append(.tooManyControls(allowed: allowed, sorted.map(\.id))) }
        for (one, next) in zip(sorted, sorted.dropFirst()) where next.day.days(since: one.day) * 2 < 35 {
            warnings.append(.tooClose([one.id, next.id]))
        }
        let edges = sorted.filter(\.isAtEdge)
        if !edges.isEmpty { warnings.append(.atEdgeOfDay(edges.map(\.id))) }
        return warnings
    }

    /// The lessons of a year at so many hours a week: the federal programmes (orders 370, 371 and 372 of 2023) give
    /// grades 2–11 34 weeks of lessons.
    /// - Parameter hours: in hundredths.
    public static func lessonsInYear(hours: Int) -> Int { hours * weeksOfYear / 100 }

    private static let weeksOfYear = 34

    /// The most minutes that the homework of one lesson can be said to take. No act names a number; more than ten hours
    /// is a slip of the hand.
    public static let longestHomework = 600

    /// Minutes of homework a day for a grade.
    public static func homeworkMinutes(grade: Int) -> Int {
        switch grade {
        case ...1: 60
        case 2...3: 90
        case 4...5: 120
        case 6...8: 150
        default: 210
        }
    }

    /// What is wrong with homework given on a day and due on another: none over a weekend in grades 1–6, none over a
    /// break or a holiday, and not more minutes for a day than the grade has. Homework with a day of lessons between
    /// can be done on that day.
    /// - Parameter minutes: of all that is due on the day, where teachers said so; 0 where nobody did.
    public static func homework(
        grade: Int, given: Day, due: Day, minutes: Int, in calendar: SchoolCalendar
    ) -> [HomeworkWarning] {
        var warnings: [HomeworkWarning] = []
        let free = (1..<max(1, due.days(since: given))).map { given.adding($0) }
        if !free.isEmpty, !free.contains(where: { calendar.isSchoolDay($0, grade: grade) }) {
            let weekdays = calendar.weekdays(for: grade)
            if free.contains(where: { weekdays.contains($0.weekday) }) {
                warnings.append(.overBreak(due: due))
            } else if grade <= 6 {
                warnings.append(.overWeekend(due: due))
            }
        }
        let allowed = homeworkMinutes(grade: grade)
        if minutes > allowed { warnings.append(.tooLong(due: due, minutes: minutes, allowed: allowed)) }
        return warnings
    }
}
