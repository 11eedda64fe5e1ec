import SchoolRules
import Store

/// A lesson as the deputy sees it: where it stands, what has become of it, and who substitutes.
struct DayLesson: Sendable, Identifiable {
    struct Substitute: Sendable {
        let substitution, person: Int64
        let name: PersonName
        let reason, order: String
    }

    let id, page, group: Int64
    let day: Day
    let number, shift, start, end: Int
    let room, origin: String
    let isCancelled, isTouched: Bool
    /// The day from which it was moved by hand.
    let movedFrom: Day?
    /// Kind and reason of the latest change; empty where there was none.
    let changeKind, changeReason: String
    var substitute: Substitute?

    var isUnplaced: Bool { changeKind == "unplaced" }

    func overlaps(start otherStart: Int, end otherEnd: Int) -> Bool { start < otherEnd && otherStart < end }
}

/// Lessons by day.
enum DayLessons {
    /// The lessons of a day, in order of time.
    static func on(_ day: Day, school: Int64, in connection: Connection) throws -> [DayLesson] {
        let substitutes = try substitutes(on: day, school: school, in: connection)
        return try lessons(school: school, "AND lesson.day = \(day.description)", in: connection).map { lesson in
            var lesson = lesson
            lesson.substitute = substitutes[lesson.id]
            return lesson
        }
    }

    static func one(_ id: Int64, school: Int64, in connection: Connection) throws -> DayLesson? {
        try lessons(school: school, "AND lesson.id = \(id)", in: connection).first
    }

    /// Recorded lessons for which the timetable has no place any more.
    static func unplaced(school: Int64, in connection: Connection) throws -> [DayLesson] {
        try lessons(
            school: school,
            """
            AND lesson.is_cancelled = 0 AND lesson.id IN (SELECT lesson_change.lesson_id FROM lesson_change
                WHERE lesson_change.school_id = \(school) AND lesson_change.kind = 'unplaced')
            """, in: connection
        ).filter(\.isUnplaced)
    }

    /// The lessons of a stretch of days: of these pages, or (nil) of all.
    static func ids(from: Day, to: Day, pages: [Int64]?, school: Int64, in connection: Connection) throws
        -> [(id: Int64, page: Int64, day: Day)]
    {
        let wanted = pages.map(Set.init)
        return try connection.all(
            """
            SELECT id, page_id, day FROM lesson
            WHERE school_id = \(school) AND day >= \(from.description) AND day <= \(to.description)
            ORDER BY day, start_minute, id
            """
        ) { ($0.integer(0), $0.integer(1), Day($0.text(2)) ?? .forever) }
        .filter { wanted?.contains($0.1) ?? true }.map { (id: $0.0, page: $0.1, day: $0.2) }
    }

    private static func lessons(school: Int64, _ condition: SQL, in connection: Connection) throws -> [DayLesson] {
        try connection.all(
            """
            SELECT lesson.id, lesson.page_id, lesson.group_id, lesson.day, lesson.number, lesson.shift,
                lesson.start_minute, lesson.end_minute, lesson.room, lesson.origin, lesson.is_cancelled,
                lesson.is_touched, lesson.moved_from, coalesce(lesson_change.kind, ''),
                coalesce(lesson_change.reason, '')
            FROM lesson
            LEFT JOIN lesson_change ON lesson_change.school_id = lesson.school_id
                AND lesson_change.id = (SELECT max(latest.id) FROM lesson_change AS latest
                    WHERE latest.school_id = lesson.school_id AND latest.lesson_id = lesson.id)
            WHERE lesson.school_id = \(school) \(condition)
            ORDER BY lesson.day, lesson.start_minute, lesson.shift, lesson.id
            """
        ) { row in
            DayLesson(
                id: row.integer(0), page: row.integer(1), group: row.integer(2), day: Day(row.text(3)) ?? .forever,
                number: row.int(4), shift: row.int(5), start: row.int(6), end: row.int(7), room: row.text(8),
                origin: row.text(9), isCancelled: row.bool(10), isTouched: row.bool(11),
                movedFrom: Day(row.text(12)), changeKind: row.text(13), changeReason: row.text(14))
        }
    }

    private static func substitutes(on day: Day, school: Int64, in connection: Connection) throws
        -> [Int64: DayLesson.Substitute]
    {
        var found: [Int64: DayLesson.Substitute] = [:]
        try connection.each(
            """
            SELECT substitution.lesson_id, substitution.id, person.id, person.surname, person.given,
                person.patronymic, substitution.reason, substitution.order_number
            FROM lesson
            JOIN substitution ON substitution.school_id = lesson.school_id AND substitution.lesson_id = lesson.id
            JOIN person ON person.school_id = substitution.school_id AND person.id = substitution.substitute_id
            WHERE lesson.school_id = \(school) AND lesson.day = \(day.description) AND substitution.withdrawn_at = 0
            ORDER BY substitution.lesson_id, substitution.id
            """
        ) { row in
            found[row.integer(0)] = DayLesson.Substitute(
                substitution: row.integer(1), person: row.integer(2),
                name: PersonName(stored: row.text(3), given: row.text(4), patronymic: row.text(5)),
                reason: row.text(6), order: row.text(7))
        }
        return found
    }
}

/// Terms that are closed: their lessons are documents.
struct ClosedTerms: Sendable {
    private let terms: [Term]

    init(year: Int, school: Int64, in connection: Connection) throws {
        terms = try connection.all(
            """
            SELECT id, number, grade_from, grade_to, from_day, to_day FROM term
            WHERE school_id = \(school) AND year = \(year) AND closed_at > 0 ORDER BY from_day, id
            """
        ) { row in
            Term(
                id: row.integer(0), number: row.int(1), kind: .quarter, gradeFrom: row.int(2), gradeTo: row.int(3),
                from: Day(row.text(4)) ?? .forever, to: Day(row.text(5)) ?? .forever)
        }
    }

    func contain(_ day: Day, grade: Int) -> Bool { terms.contains { $0.contains(day) && $0.isFor(grade: grade) } }

    /// The last day of any closed term.
    var lastDay: Day? { terms.map(\.to).max() }
}
