import SchoolRules
import Store

/// The questions of the lesson page.
enum LessonQueries {
    struct Student: Sendable {
        let id: Int64
        let name: PersonName
    }

    struct Neighbour: Sendable {
        let id: Int64
        let day: Day
    }

    struct Parallel: Sendable {
        let lesson: Int64
        let className: ClassName
        let group: String
    }

    /// Who is on the page on the day of the lesson; one with an individual page of the subject is not on the class's.
    static func students(of page: FoundPage, on day: Day, school: Int64, in connection: Connection) throws -> [Student]
    {
        let day = day.description
        let ownClasses: SQL =
            page.classes.map { classes in
                """
                AND EXISTS (SELECT 1 FROM enrolment AS homeroom
                    WHERE homeroom.school_id = enrolment.school_id AND homeroom.student_id = enrolment.student_id
                        AND homeroom.group_id IN \(list: classes.sorted()) AND homeroom.from_day <= \(day)
                        AND homeroom.to_day >= \(day))
                """
            } ?? ""
        return try connection.all(
            """
            SELECT DISTINCT person.id, person.surname, person.given, person.patronymic, person.sort_key
            FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(page.group)
                AND enrolment.from_day <= \(day) AND enrolment.to_day >= \(day)
                AND (\(page.kind) <> 'class' OR NOT EXISTS (SELECT 1 FROM enrolment AS single
                    JOIN study_group ON study_group.school_id = single.school_id AND study_group.id = single.group_id
                        AND study_group.kind = 'individual'
                    JOIN page ON page.school_id = single.school_id AND page.group_id = single.group_id
                    JOIN page AS this ON this.school_id = page.school_id AND this.id = \(page.id)
                        AND this.subject_id = page.subject_id AND this.year = page.year
                    WHERE single.school_id = enrolment.school_id AND single.student_id = enrolment.student_id
                        AND single.from_day <= \(day) AND single.to_day >= \(day)))
                \(ownClasses)
            ORDER BY person.sort_key, person.id
            """
        ) {
            Student(id: $0.integer(0), name: PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3)))
        }
    }

    /// Absences announced for the day, the latest word of each student.
    static func notices(for students: [Int64], on day: Day, school: Int64, in connection: Connection) throws
        -> [Int64: LessonRoll.Notice]
    {
        let day = day.description
        var notices: [Int64: LessonRoll.Notice] = [:]
        try connection.each(
            """
            SELECT absence_notice.student_id, absence_notice.category, absence_notice.at,
                EXISTS (SELECT 1 FROM guardian WHERE guardian.school_id = absence_notice.school_id
                    AND guardian.guardian_id = absence_notice.by_person
                    AND guardian.student_id = absence_notice.student_id)
            FROM absence_notice
            WHERE absence_notice.school_id = \(school) AND absence_notice.student_id IN \(list: students)
                AND absence_notice.from_day <= \(day) AND absence_notice.to_day >= \(day)
                AND absence_notice.withdrawn_at = 0
            ORDER BY absence_notice.at, absence_notice.id
            """
        ) { row in
            notices[row.integer(0)] = LessonRoll.Notice(
                category: AbsenceCategory(rawValue: row.text(1)) ?? .unknown, at: row.integer(2),
                isByFamily: row.bool(3))
        }
        return notices
    }

    /// The lesson before this one on the same day, of each student, as far as its roll is known.
    static func earlier(
        than lesson: FoundLesson, for students: [Int64], school: Int64, in connection: Connection
    ) throws -> [Int64: LessonRoll.Earlier] {
        let day = lesson.day.description
        var earlier: [Int64: LessonRoll.Earlier] = [:]
        try connection.each(
            """
            SELECT enrolment.student_id, lesson.number, lesson.roll_at, coalesce(entry.value, '')
            FROM enrolment
            JOIN lesson ON lesson.school_id = enrolment.school_id AND lesson.group_id = enrolment.group_id
            LEFT JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
                AND entry.student_id = enrolment.student_id AND entry.slot = 0
            WHERE enrolment.school_id = \(school) AND enrolment.student_id IN \(list: students)
                AND enrolment.from_day <= \(day) AND enrolment.to_day >= \(day) AND lesson.day = \(day)
                AND lesson.start_minute < \(lesson.start) AND lesson.is_cancelled = 0
                AND (lesson.roll_at > 0 OR coalesce(entry.value, '') <> '')
            ORDER BY lesson.start_minute, lesson.id
            """
        ) { row in
            earlier[row.integer(0)] = LessonRoll.Earlier(
                number: row.int(1), rollAt: row.integer(2), code: Int(row.text(3)))
        }
        return earlier
    }

    /// The lessons of the page before and after this one.
    static func neighbours(of lesson: FoundLesson, school: Int64, in connection: Connection) throws
        -> (before: Neighbour?, after: Neighbour?)
    {
        let day = lesson.day.description
        let make: (Row) -> Neighbour = { Neighbour(id: $0.integer(0), day: Day($0.text(1)) ?? .forever) }
        let before = try connection.first(
            """
            SELECT id, day FROM lesson
            WHERE school_id = \(school) AND page_id = \(lesson.page.id) AND is_cancelled = 0
                AND (day < \(day) OR (day = \(day) AND start_minute < \(lesson.start)))
            ORDER BY day DESC, start_minute DESC LIMIT 1
            """, make)
        let after = try connection.first(
            """
            SELECT id, day FROM lesson
            WHERE school_id = \(school) AND page_id = \(lesson.page.id) AND is_cancelled = 0
                AND (day > \(day) OR (day = \(day) AND start_minute > \(lesson.start)))
            ORDER BY day, start_minute LIMIT 1
            """, make)
        return (before, after)
    }

    /// The next lessons of the same subject in the parallel classes the person teaches.
    static func parallels(
        of lesson: FoundLesson, by person: Int64, on today: Day, school: Int64, in connection: Connection
    ) throws -> [Parallel] {
        let today = today.description
        return try connection.all(
            """
            SELECT class.grade, class.letter, study_group.name,
                (SELECT lesson.id FROM lesson
                WHERE lesson.school_id = page.school_id AND lesson.page_id = page.id AND lesson.is_cancelled = 0
                    AND lesson.day >= \(lesson.day.description)
                ORDER BY lesson.day, lesson.start_minute LIMIT 1) AS next_lesson
            FROM load
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
            JOIN page AS this ON this.school_id = page.school_id AND this.id = \(lesson.page.id)
                AND this.subject_id = page.subject_id AND this.year = page.year
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
                AND study_group.kind <> 'individual'
            JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
                AND class.grade = \(lesson.page.grade)
            WHERE load.school_id = \(school) AND load.teacher_id = \(person) AND load.from_day <= \(today)
                AND load.to_day >= \(today) AND page.id <> \(lesson.page.id)
            ORDER BY class.sort_key, study_group.name, page.id
            """
        ) { row in
            Parallel(
                lesson: row.integer(3), className: ClassName(grade: row.int(0), letter: row.text(1)),
                group: row.text(2))
        }.filter { $0.lesson != 0 }
    }

    /// Why a lesson was cancelled, moved or added, the last word first.
    static func reason(of lesson: Int64, school: Int64, in connection: Connection) throws -> String {
        try connection.first(
            """
            SELECT reason FROM lesson_change WHERE school_id = \(school) AND lesson_id = \(lesson)
            ORDER BY at DESC, id DESC
            """
        ) { $0.text(0) } ?? ""
    }

    struct Change: Sendable {
        let at: Int64
        let action: String
        let before, after: String
        let reason: String
        let who: PersonName?
        let text: String
    }

    /// What was changed in the record of a lesson, newest first.
    static func history(of lesson: Int64, school: Int64, in connection: Connection) throws -> [Change] {
        try connection.all(
            """
            SELECT audit.at, audit.action, audit.before, audit.after, audit.reason, person.surname, person.given,
                person.patronymic, coalesce(audit_text.content, '')
            FROM audit
            LEFT JOIN person ON person.school_id = audit.school_id AND person.id = audit.actor
            LEFT JOIN audit_text ON audit_text.school_id = audit.school_id AND audit_text.seq = audit.seq
            WHERE audit.school_id = \(school) AND audit.object = \("lesson/\(lesson)")
            ORDER BY audit.seq DESC LIMIT 200
            """
        ) { row in
            Change(
                at: row.integer(0), action: row.text(1), before: row.text(2), after: row.text(3),
                reason: row.text(4),
                who: row.isNull(5)
                    ? nil : PersonName(stored: row.text(5), given: row.text(6), patronymic: row.text(7)),
                text: row.text(8))
        }
    }
}
