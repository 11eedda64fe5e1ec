import SchoolRules
import Store

/// What the school's limits of load say of a lesson: its homework, and its work among those of the year.
struct LessonLimits: Sendable {
    let homework: [HomeworkWarning]
    let works: [WorkWarning]

    /// Nil where the school does not look at load.
    static func read(
        _ found: FoundLesson, _ lesson: LessonRow, kinds: [KindOfWork], school: Int64, in connection: Connection
    ) throws -> LessonLimits? {
        guard try WorkSettings.rules(school: school, in: connection).load != .off else { return nil }
        let judged = JudgedWork(found, kind: lesson.kind)
        let context =
            lesson.isCancelled
            ? nil
            : try WorkContext.read([judged], kinds: kinds, year: found.page.year, school: school, in: connection)
        return LessonLimits(
            homework: try homework(found, lesson, school, connection),
            works: context?.findings(of: judged).map(\.warning) ?? [])
    }

    private static func homework(
        _ found: FoundLesson, _ lesson: LessonRow, _ school: Int64, _ connection: Connection
    ) throws -> [HomeworkWarning] {
        guard !lesson.homework.isEmpty, let due = try due(lesson.id, school, connection) else { return [] }
        let grade = try CellQueries.grade(of: found.page, school: school, in: connection)
        let calendar = try SchoolFacts.calendar(school: school, year: found.page.year, in: connection)
        return LoadLimits.homework(
            grade: grade, given: lesson.day, due: due,
            minutes: lesson.homeworkMinutes == 0 ? 0 : try minutes(found.page, due: due, school, connection),
            in: calendar)
    }

    /// The day on which the homework of a lesson is due: the next with a lesson of its page. What both lessons of a
    /// double one give is due together.
    private static let dueDay: SQL = """
        (SELECT min(next.day) FROM lesson AS next
            WHERE next.school_id = lesson.school_id AND next.page_id = lesson.page_id
                AND next.is_cancelled = 0 AND next.day > lesson.day)
        """

    private static func due(_ lesson: Int64, _ school: Int64, _ connection: Connection) throws -> Day? {
        try connection.first(
            "SELECT coalesce(\(dueDay), '') FROM lesson WHERE lesson.school_id = \(school) AND lesson.id = \(lesson)"
        ) { Day($0.text(0)) } ?? nil
    }

    /// The minutes of all that the class has to bring on a day: of two groups of a subject the longer one.
    private static func minutes(
        _ page: FoundPage, due: Day, _ school: Int64, _ connection: Connection
    ) throws -> Int {
        var longest: [Int64: Int] = [:]
        try connection.each(
            """
            SELECT page.subject_id, CAST(sum(lesson.homework_minutes) AS bigint) FROM page
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id
                AND lesson.homework_minutes > 0 AND lesson.is_cancelled = 0
                AND lesson.day < \(due.description) AND lesson.day >= \(due.adding(-60).description)
            WHERE page.school_id = \(school) AND page.year = \(page.year)
                AND (page.id = \(page.id) OR page.class_id > 0 AND page.class_id = \(page.classID))
                AND \(dueDay) = \(due.description)
            GROUP BY page.subject_id, page.id ORDER BY page.subject_id, page.id
            """
        ) { longest[$0.integer(0)] = max(longest[$0.integer(0)] ?? 0, $0.int(1)) }
        return longest.values.reduce(0, +)
    }
}
