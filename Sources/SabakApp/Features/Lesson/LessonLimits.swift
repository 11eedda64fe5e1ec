import SchoolRules
import Store

/// What the school's limits of load say of a lesson: its homework, and its work among those of the year.
struct LessonLimits: Sendable {
    let homework: [HomeworkWarning]
    let works: [WorkWarning]

    /// Nil where the school does not look at load.
    static func read(
        _ found: FoundLesson, _ lesson: LessonRow, due: Day?, kinds: [KindOfWork], school: Int64,
        in connection: Connection
    ) throws -> LessonLimits? {
        guard try WorkSettings.rules(school: school, in: connection).load != .off else { return nil }
        let judged = JudgedWork(found, kind: lesson.kind)
        let context =
            lesson.isCancelled
            ? nil
            : try WorkContext.read([judged], kinds: kinds, year: found.page.year, school: school, in: connection)
        return LessonLimits(
            homework: try due.map { try homework(found, lesson, due: $0, school, connection) } ?? [],
            works: context?.findings(of: judged).map(\.warning) ?? [])
    }

    private static func homework(
        _ found: FoundLesson, _ lesson: LessonRow, due: Day, _ school: Int64, _ connection: Connection
    ) throws -> [HomeworkWarning] {
        guard !lesson.homework.isEmpty else { return [] }
        let grade = try CellQueries.grade(of: found.page, school: school, in: connection)
        let calendar = try SchoolFacts.calendar(school: school, year: found.page.year, in: connection)
        return LoadLimits.homework(
            grade: grade, given: lesson.day, due: due,
            minutes: lesson.homeworkMinutes == 0 ? 0 : try minutes(found.page, due: due, school, connection),
            in: calendar)
    }

    /// The minutes of all that the class has to bring on a day: of two groups of a subject the longer one.
    private static func minutes(
        _ page: FoundPage, due: Day, _ school: Int64, _ connection: Connection
    ) throws -> Int {
        try connection.all(
            """
            SELECT page.subject_id, max(lesson.homework_minutes) FROM page
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id
                AND lesson.homework_minutes > 0 AND lesson.is_cancelled = 0
                AND lesson.day < \(due.description) AND lesson.day >= \(due.adding(-60).description)
            WHERE page.school_id = \(school) AND page.year = \(page.year)
                AND (page.id = \(page.id) OR page.class_id > 0 AND page.class_id = \(page.classID))
                AND (SELECT min(next.day) FROM lesson AS next
                    WHERE next.school_id = lesson.school_id AND next.page_id = lesson.page_id
                        AND next.is_cancelled = 0 AND next.day > lesson.day) = \(due.description)
            GROUP BY page.subject_id ORDER BY page.subject_id
            """
        ) { $0.int(1) }.reduce(0, +)
    }
}
