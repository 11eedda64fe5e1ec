import SchoolRules
import Store

/// What the lessons of a school year hold, page by page.
enum ControlQueries {
    struct ClassRow: Sendable, Equatable {
        let id: Int64
        let name: ClassName
        let sortKey: String
    }

    struct PageRow: Sendable, Equatable {
        let id, classID: Int64
        let className: ClassName?
        let groupName: String
        let subject: Names
        var teachers: [Teacher]
    }

    struct Teacher: Sendable, Equatable {
        let id: Int64
        let name: PersonName
    }

    /// The lessons of a page that one teacher has to record: held so far, and what they lack.
    struct Tally: Sendable {
        let page, substitute: Int64
        let held, open, nothing, topic, roll, homework: Int
        let oldest: Day?
    }

    /// What was entered after its time.
    struct LateTally: Sendable {
        let page: Int64
        var topic = 0, roll = 0, homework = 0, marks = 0
        var newest: Day
    }

    struct OpenLesson: Sendable {
        let id, page, substitute: Int64
        let day: Day
        let number: Int
        let topic, roll, homework: Bool
    }

    static func classes(of school: Int64, year: Int, in connection: Connection) throws -> [ClassRow] {
        try connection.fact("classes \(year)") {
            try connection.all(
                """
                SELECT id, grade, letter, sort_key FROM class
                WHERE school_id = \(school) AND year = \(year) ORDER BY sort_key, id
                """
            ) { row in
                ClassRow(
                    id: row.integer(0), name: ClassName(grade: row.int(1), letter: row.text(2)), sortKey: row.text(3))
            }
        }
    }

    /// The pages of a year with their present teachers.
    static func pages(of school: Int64, year: Int, on day: Day, in connection: Connection) throws -> [Int64: PageRow] {
        try connection.fact("control pages \(year) \(day)") {
            let today = day.description
            var pages: [Int64: PageRow] = [:]
            try connection.each(
                """
                SELECT page.id, page.class_id, coalesce(class.grade, 0), coalesce(class.letter, ''), study_group.name,
                    subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
                    coalesce(person.id, 0), person.surname, person.given, person.patronymic
                FROM page
                JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
                JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
                LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
                LEFT JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
                    AND load.from_day <= \(today) AND load.to_day >= \(today)
                LEFT JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
                WHERE page.school_id = \(school) AND page.year = \(year) ORDER BY page.id, person.sort_key
                """
            ) { row in
                let id = row.integer(0)
                if pages[id] == nil { pages[id] = page(row) }
                if row.integer(9) != 0 {
                    let name = PersonName(stored: row.text(10), given: row.text(11), patronymic: row.text(12))
                    pages[id]?.teachers.append(Teacher(id: row.integer(9), name: name))
                }
            }
            return pages
        }
    }

    /// The lessons begun since a day and not cancelled, counted by page and substitute; the page's own come first.
    /// - Parameter wholeToo: also those that lack nothing.
    static func tallies(
        of school: Int64, since first: Day, until now: Moment, wholeToo: Bool, in connection: Connection
    ) throws -> [Tally] {
        try connection.all(tallyQuestion(of: school, since: first, until: now, wholeToo: wholeToo)) { row in
            Tally(
                page: row.integer(0), substitute: row.integer(1), held: row.int(2), open: row.int(3),
                nothing: row.int(4), topic: row.int(5), roll: row.int(6), homework: row.int(7),
                oldest: Day(row.text(8)))
        }
    }

    static func tallyQuestion(of school: Int64, since first: Day, until now: Moment, wholeToo: Bool) -> SQL {
        let begun: SQL =
            wholeToo
            ? begun(school, since: first, until: now) : lacking(school, since: first, until: now)
        return """
            SELECT page_id, substitute, count(*), sum(1 - is_whole), sum(lacks_topic * lacks_roll * lacks_homework),
                sum(lacks_topic), sum(lacks_roll), sum(lacks_homework),
                coalesce(min(CASE WHEN is_whole = 0 THEN day END), '')
            FROM (\(begun)) AS begun
            GROUP BY page_id, substitute ORDER BY page_id, substitute
            """
    }

    /// The single lessons of these pages that lack something, oldest first.
    static func openLessons(
        of pages: [Int64], school: Int64, since first: Day, until now: Moment, in connection: Connection
    ) throws -> [OpenLesson] {
        try connection.all(
            """
            SELECT id, page_id, substitute, day, number, lacks_topic, lacks_roll, lacks_homework
            FROM (\(lacking(school, since: first, until: now))) AS begun
            WHERE page_id IN \(list: pages) ORDER BY day, start_minute, id LIMIT 300
            """
        ) { row in
            OpenLesson(
                id: row.integer(0), page: row.integer(1), substitute: row.integer(2),
                day: Day(row.text(3)) ?? first, number: row.int(4), topic: row.bool(5), roll: row.bool(6),
                homework: row.bool(7))
        }
    }

    /// Lessons and marks entered after their time, of lessons since a day.
    static func late(of school: Int64, since first: Day, until now: Moment, in connection: Connection) throws
        -> [LateTally]
    {
        var found: [Int64: LateTally] = [:]
        func note(_ row: Row, _ change: (inout LateTally) -> Void) {
            let day = Day(row.text(1)) ?? first
            var tally = found[row.integer(0)] ?? LateTally(page: row.integer(0), newest: day)
            tally.newest = max(tally.newest, day)
            change(&tally)
            found[row.integer(0)] = tally
        }
        let questions = lateQuestions(of: school, since: first, until: now)
        try connection.each(questions.lessons) { row in
            note(row) { ($0.topic, $0.roll, $0.homework) = (row.int(2), row.int(3), row.int(4)) }
        }
        try connection.each(questions.marks) { row in note(row) { $0.marks = row.int(2) } }
        return found.values.sorted { ($1.newest, $0.page) < ($0.newest, $1.page) }
    }

    static func lateQuestions(of school: Int64, since first: Day, until now: Moment) -> (lessons: SQL, marks: SQL) {
        let lessons: SQL = """
            SELECT page_id, max(day), sum(topic_late), sum(roll_late), sum(homework_late) FROM lesson
            WHERE school_id = \(school) AND day >= \(first.description) AND day <= \(now.day.description)
                AND topic_late + roll_late + homework_late > 0
            GROUP BY page_id ORDER BY page_id
            """
        let marks: SQL = """
            SELECT lesson.page_id, max(lesson.day), count(*) FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
            WHERE lesson.school_id = \(school) AND lesson.day >= \(first.description)
                AND lesson.day <= \(now.day.description) AND entry.slot > 0 AND entry.is_late = 1
            GROUP BY lesson.page_id ORDER BY lesson.page_id
            """
        return (lessons, marks)
    }

    /// The names of the substitutes of this year's lessons.
    static func substitutes(of school: Int64, since first: Day, in connection: Connection) throws
        -> [Int64: PersonName]
    {
        try connection.fact("substitutes") {
            var names: [Int64: PersonName] = [:]
            try connection.each(
                """
                SELECT DISTINCT person.id, person.surname, person.given, person.patronymic FROM substitution
                JOIN person ON person.school_id = substitution.school_id AND person.id = substitution.substitute_id
                WHERE substitution.school_id = \(school) ORDER BY person.id
                """
            ) { row in
                names[row.integer(0)] = PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3))
            }
            return names
        }
    }

    /// The condition is that of the index `lesson_open`, word by word.
    private static func lacking(_ school: Int64, since first: Day, until now: Moment) -> SQL {
        """
        \(begun(school, since: first, until: now))
            AND (lesson.topic = '' OR lesson.roll_at = 0 OR lesson.homework = '' AND lesson.no_homework = 0)
        """
    }

    private static func begun(_ school: Int64, since first: Day, until now: Moment) -> SQL {
        let today = now.day.description
        return """
            SELECT lesson.id, lesson.page_id, lesson.day, lesson.start_minute, lesson.number,
                coalesce(substitution.substitute_id, 0) AS substitute,
                CASE WHEN lesson.topic = '' THEN 1 ELSE 0 END AS lacks_topic,
                CASE WHEN lesson.roll_at = 0 THEN 1 ELSE 0 END AS lacks_roll,
                CASE WHEN lesson.homework = '' AND lesson.no_homework = 0 THEN 1 ELSE 0 END AS lacks_homework,
                CASE WHEN lesson.topic <> '' AND lesson.roll_at > 0
                    AND (lesson.homework <> '' OR lesson.no_homework = 1) THEN 1 ELSE 0 END AS is_whole
            FROM lesson
            LEFT JOIN substitution ON substitution.school_id = lesson.school_id
                AND substitution.lesson_id = lesson.id AND substitution.withdrawn_at = 0
            WHERE lesson.school_id = \(school) AND lesson.day >= \(first.description) AND lesson.day <= \(today)
                AND (lesson.day < \(today) OR lesson.start_minute <= \(now.minute)) AND lesson.is_cancelled = 0
            """
    }

    private static func page(_ row: Row) -> PageRow {
        let hasClass = row.integer(1) != 0
        return PageRow(
            id: row.integer(0), classID: row.integer(1),
            className: hasClass ? ClassName(grade: row.int(2), letter: row.text(3)) : nil, groupName: row.text(4),
            subject: Names(ky: row.text(5), ru: row.text(6), kk: row.text(7), en: row.text(8)), teachers: [])
    }
}
