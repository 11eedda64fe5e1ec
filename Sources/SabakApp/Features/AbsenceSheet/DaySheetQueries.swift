import SchoolRules
import Store

/// Absences of one day.
enum DaySheetQueries {
    struct ClassRow: Sendable {
        let id: Int64
        let name: ClassName
        /// How many students are in the class on the day.
        let students: Int
        let lessons, begun, confirmed: Int
    }

    /// One absence code in one lesson.
    struct Entry: Sendable {
        let student, classID: Int64
        let name: PersonName
        let lesson: Int64
        let start, minutes: Int
        let code: Int
        /// The class teacher's category for the day; empty where there is none.
        let reason: String
    }

    struct Student: Sendable {
        let id: Int64
        let name: PersonName
    }

    struct Lesson: Sendable {
        let id: Int64
        let number, start: Int
        let subject: Names
        let groupName: String
        let isConfirmed: Bool
    }

    struct Reason: Sendable {
        let category, words: String
    }

    struct Notice: Sendable {
        let student: Int64
        let category, words: String
        let from, to: Day
        let by: PersonName
    }

    static func classes(of school: Int64, year: Int, on moment: Moment, day: Day, in connection: Connection) throws
        -> [ClassRow]
    {
        let date = day.description
        let minute = day < moment.day ? 1440 : day == moment.day ? moment.minute : -1
        return try connection.all(
            """
            SELECT class.id, class.grade, class.letter,
                (SELECT count(*) FROM enrolment WHERE enrolment.school_id = class.school_id
                    AND enrolment.group_id = class.id AND enrolment.from_day <= \(date)
                    AND enrolment.to_day >= \(date)),
                coalesce(held.lessons, 0), coalesce(held.begun, 0), coalesce(held.confirmed, 0)
            FROM class
            LEFT JOIN (
                SELECT page.class_id AS class_id, count(*) AS lessons,
                    sum(CASE WHEN lesson.start_minute <= \(minute) THEN 1 ELSE 0 END) AS begun,
                    sum(CASE WHEN lesson.roll_at > 0 THEN 1 ELSE 0 END) AS confirmed
                FROM lesson
                JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
                WHERE lesson.school_id = \(school) AND lesson.day = \(date) AND lesson.is_cancelled = 0
                GROUP BY page.class_id
            ) AS held ON held.class_id = class.id
            WHERE class.school_id = \(school) AND class.year = \(year) ORDER BY class.sort_key, class.id
            """
        ) { row in
            ClassRow(
                id: row.integer(0), name: ClassName(grade: row.int(1), letter: row.text(2)), students: row.int(3),
                lessons: row.int(4), begun: row.int(5), confirmed: row.int(6))
        }
    }

    /// The absence codes of a day, by class, student and lesson.
    static func entries(of school: Int64, on day: Day, in connection: Connection) throws -> [Entry] {
        let date = day.description
        return try connection.all(
            """
            SELECT entry.student_id, class.id, person.surname, person.given, person.patronymic, lesson.id,
                lesson.start_minute, entry.minutes, entry.value, coalesce(absence_reason.category, '')
            FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
            JOIN person ON person.school_id = entry.school_id AND person.id = entry.student_id
            JOIN enrolment ON enrolment.school_id = entry.school_id AND enrolment.student_id = entry.student_id
                AND enrolment.from_day <= \(date) AND enrolment.to_day >= \(date)
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            LEFT JOIN absence_reason ON absence_reason.school_id = entry.school_id
                AND absence_reason.student_id = entry.student_id AND absence_reason.day = \(date)
            WHERE lesson.school_id = \(school) AND lesson.day = \(date) AND lesson.is_cancelled = 0
                AND entry.slot = 0 AND entry.value <> ''
            ORDER BY class.sort_key, person.sort_key, entry.student_id, lesson.start_minute
            """
        ) { row in
            Entry(
                student: row.integer(0), classID: row.integer(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                lesson: row.integer(5), start: row.int(6), minutes: row.int(7), code: Int(row.text(8)) ?? 0,
                reason: row.text(9))
        }
    }

    static func students(of classID: Int64, school: Int64, on day: Day, in connection: Connection) throws -> [Student] {
        let date = day.description
        return try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(classID)
                AND enrolment.from_day <= \(date) AND enrolment.to_day >= \(date)
            ORDER BY person.sort_key, person.id
            """
        ) { row in
            Student(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)))
        }
    }

    /// The lessons of a class on a day, those of its subgroups and of groups with its students included.
    static func lessons(of classID: Int64, school: Int64, on day: Day, in connection: Connection) throws -> [Lesson] {
        let date = day.description
        return try connection.all(
            """
            SELECT lesson.id, lesson.number, lesson.start_minute, subject.name_ky, subject.name_ru, subject.name_kk,
                subject.name_en, study_group.name, lesson.roll_at
            FROM lesson
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            WHERE lesson.school_id = \(school) AND lesson.day = \(date) AND lesson.is_cancelled = 0
                AND (page.class_id = \(classID) OR page.class_id = 0 AND EXISTS (
                    SELECT 1 FROM enrolment AS member
                    JOIN enrolment AS pupil ON pupil.school_id = member.school_id
                        AND pupil.student_id = member.student_id AND pupil.group_id = \(classID)
                        AND pupil.to_day >= \(date)
                    WHERE member.school_id = lesson.school_id AND member.group_id = lesson.group_id
                        AND member.to_day >= \(date)))
            ORDER BY lesson.start_minute, study_group.name, lesson.id
            """
        ) { row in
            Lesson(
                id: row.integer(0), number: row.int(1), start: row.int(2),
                subject: Names(ky: row.text(3), ru: row.text(4), kk: row.text(5), en: row.text(6)),
                groupName: row.text(7), isConfirmed: row.integer(8) > 0)
        }
    }

    static func reasons(of classID: Int64, school: Int64, on day: Day, in connection: Connection) throws
        -> [Int64: Reason]
    {
        var found: [Int64: Reason] = [:]
        try connection.each(
            """
            SELECT absence_reason.student_id, absence_reason.category, absence_reason.content
            FROM enrolment
            JOIN absence_reason ON absence_reason.school_id = enrolment.school_id
                AND absence_reason.student_id = enrolment.student_id
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(classID)
                AND absence_reason.day = \(day.description) ORDER BY absence_reason.student_id
            """
        ) { found[$0.integer(0)] = Reason(category: $0.text(1), words: $0.text(2)) }
        return found
    }

    static func notices(of classID: Int64, school: Int64, on day: Day, in connection: Connection) throws -> [Notice] {
        let date = day.description
        return try connection.all(
            """
            SELECT absence_notice.student_id, absence_notice.category, absence_notice.content,
                absence_notice.from_day, absence_notice.to_day, person.surname, person.given, person.patronymic
            FROM enrolment
            JOIN absence_notice ON absence_notice.school_id = enrolment.school_id
                AND absence_notice.student_id = enrolment.student_id
            JOIN person ON person.school_id = absence_notice.school_id AND person.id = absence_notice.by_person
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(classID)
                AND enrolment.from_day <= \(date) AND enrolment.to_day >= \(date)
                AND absence_notice.from_day <= \(date) AND absence_notice.to_day >= \(date)
                AND absence_notice.withdrawn_at = 0
            ORDER BY absence_notice.at DESC, absence_notice.id
            """
        ) { row in
            Notice(
                student: row.integer(0), category: row.text(1), words: row.text(2), from: Day(row.text(3)) ?? day,
                to: Day(row.text(4)) ?? day,
                by: PersonName(stored: row.text(5), given: row.text(6), patronymic: row.text(7)))
        }
    }

    static func classID(of student: Int64, on day: Day, school: Int64, in connection: Connection) throws -> Int64? {
        let date = day.description
        return try connection.first(
            """
            SELECT class.id FROM enrolment
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(student)
                AND enrolment.from_day <= \(date) AND enrolment.to_day >= \(date)
            ORDER BY enrolment.from_day DESC LIMIT 1
            """
        ) { $0.integer(0) }
    }

    static func keep(reason form: ReasonForm, on day: Day, in writing: Writing) throws {
        let (school, student, date) = (writing.school, form.student, day.description)
        let before = try writing.connection.first(
            """
            SELECT category FROM absence_reason
            WHERE school_id = \(school) AND student_id = \(student) AND day = \(date)
            """
        ) { $0.text(0) }
        if form.category.isEmpty {
            try writing.connection.run(
                """
                DELETE FROM absence_reason
                WHERE school_id = \(school) AND student_id = \(student) AND day = \(date)
                """)
        } else {
            try writing.connection.run(
                """
                INSERT INTO absence_reason (school_id, student_id, day, category, content, at, by_person)
                VALUES (\(school), \(student), \(date), \(form.category), \(form.words), \(writing.instant),
                    \(writing.author.person))
                ON CONFLICT (school_id, student_id, day) DO UPDATE
                SET category = excluded.category, content = excluded.content, at = excluded.at,
                    by_person = excluded.by_person
                """)
        }
        try writing.audit(
            "absence.reason", "absence/\(student)/\(date)", before: before ?? "", after: form.category,
            text: form.words)
    }

    static func keep(notice form: NoticeForm, id: Int64, from: Day, to: Day, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO absence_notice (school_id, id, student_id, from_day, to_day, category, content, at, by_person)
            VALUES (\(writing.school), \(id), \(form.student), \(from.description), \(to.description),
                \(form.category), \(form.words), \(writing.instant), \(writing.author.person))
            """)
        try writing.audit(
            "absence.announce", "absence/\(form.student)/\(from)", after: "\(form.category) \(from)/\(to)",
            text: form.words)
    }
}
