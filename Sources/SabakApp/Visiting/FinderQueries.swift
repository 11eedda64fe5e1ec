import SchoolRules
import Store

/// The questions behind the finders: each ends at what the visitor's dated rows allow.
enum FinderQueries {
    struct LessonRow {
        let page: Int64
        let day: Day
        let number, start, end: Int
    }

    static func page(_ id: Int64, school: Int64, in connection: Connection) throws -> FoundPage? {
        try connection.fact("page \(id)") {
            try connection.first(
                """
                SELECT page.id, page.year, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
                    page.group_id, page.class_id, study_group.name, study_group.kind, page.scale, page.record_language,
                    coalesce(class.grade, 0), coalesce(class.letter, ''), coalesce(class.shift, 1), subject.code,
                    page.hours
                FROM page
                JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
                JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
                LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
                WHERE page.school_id = \(school) AND page.id = \(id)
                """, foundPage)
        }
    }

    static func foundPage(_ row: Row) -> FoundPage {
        let grade = row.int(12)
        return FoundPage(
            id: row.integer(0), year: row.int(1),
            subject: Names(ky: row.text(2), ru: row.text(3), kk: row.text(4), en: row.text(5)),
            group: row.integer(6), classID: row.integer(7),
            className: grade == 0 && row.text(13).isEmpty ? nil : ClassName(grade: grade, letter: row.text(13)),
            groupName: row.text(8), kind: row.text(9), scale: row.text(10),
            recordLanguage: RecordLanguage(rawValue: row.text(11)) ?? .ru, grade: grade, shift: row.int(14),
            subjectCode: row.text(15), hours: row.int(16))
    }

    static func teaches(_ person: Int64, page: Int64, school: Int64, on day: Day, in connection: Connection) throws
        -> Bool
    {
        try connection.fact("teaches \(person) \(page) \(day)") {
            let today = day.description
            return try connection.count(
                """
                SELECT count(*) FROM load
                WHERE school_id = \(school) AND page_id = \(page) AND teacher_id = \(person)
                    AND from_day <= \(today) AND to_day >= \(today)
                """) > 0
        }
    }

    static func classesLed(by person: Int64, school: Int64, on day: Day, in connection: Connection) throws
        -> Set<Int64>
    {
        try connection.fact("classes led \(person) \(day)") {
            let today = day.description
            return Set(
                try connection.all(
                    """
                    SELECT class_id FROM class_teacher
                    WHERE school_id = \(school) AND person_id = \(person) AND from_day <= \(today)
                        AND to_day >= \(today)
                    ORDER BY class_id
                    """
                ) { $0.integer(0) })
        }
    }

    static func has(group: Int64, studentsOf classes: Set<Int64>, school: Int64, in connection: Connection) throws
        -> Bool
    {
        try connection.fact("group \(group) of \(classes.sorted())") {
            try connection.count(
                """
                SELECT EXISTS (SELECT 1 FROM enrolment AS member
                    JOIN enrolment AS pupil ON pupil.school_id = member.school_id
                        AND pupil.student_id = member.student_id
                    WHERE member.school_id = \(school) AND member.group_id = \(group)
                        AND pupil.group_id IN \(list: classes.sorted()))
                """) > 0
        }
    }

    /// The right of a substitute ends by itself a week after the lesson.
    static func lessonsSubstituted(
        by person: Int64, page: Int64, school: Int64, on day: Day, in connection: Connection
    ) throws -> Set<Int64> {
        try connection.fact("substituted \(person) \(page) \(day)") {
            let earliest = day.adding(-7).description
            return Set(
                try connection.all(
                    """
                    SELECT substitution.lesson_id FROM substitution
                    JOIN lesson ON lesson.school_id = substitution.school_id AND lesson.id = substitution.lesson_id
                    WHERE substitution.school_id = \(school) AND substitution.substitute_id = \(person)
                        AND substitution.withdrawn_at = 0 AND lesson.page_id = \(page) AND lesson.day >= \(earliest)
                    ORDER BY substitution.lesson_id
                    """
                ) { $0.integer(0) })
        }
    }

    static func lesson(_ id: Int64, school: Int64, in connection: Connection) throws -> LessonRow? {
        try connection.first(
            """
            SELECT page_id, day, number, start_minute, end_minute FROM lesson
            WHERE school_id = \(school) AND id = \(id)
            """
        ) { row in
            LessonRow(
                page: row.integer(0), day: Day(row.text(1)) ?? .forever, number: row.int(2), start: row.int(3),
                end: row.int(4))
        }
    }

    static func isChild(_ student: Int64, of guardian: Int64, school: Int64, on day: Day, in connection: Connection)
        throws -> Bool
    {
        try connection.fact("child \(student) of \(guardian) \(day)") {
            try connection.count(
                """
                SELECT count(*) FROM guardian
                WHERE school_id = \(school) AND guardian_id = \(guardian) AND student_id = \(student)
                    AND to_day >= \(day.description) AND confirmed_at > 0
                    AND \(isRead("guardian.student_id", school: school, on: day))
                """) > 0
        }
    }

    /// Whether the family of a student may read: until the day the student leaves on (R-061), afterwards only where the
    /// school has set `leavers.read`.
    /// - Parameter student: the column that names the student.
    static func isRead(_ student: SQL, school: Int64, on day: Day) -> SQL {
        """
        (EXISTS (SELECT 1 FROM enrolment AS place WHERE place.school_id = \(school)
                AND place.student_id = \(student) AND place.to_day > \(day.description))
            OR EXISTS (SELECT 1 FROM setting WHERE setting.school_id = \(school)
                AND setting.name = 'leavers.read' AND setting.value = '1'))
        """
    }

    static func child(_ id: Int64, school: Int64, on day: Day, in connection: Connection) throws -> FoundChild? {
        try connection.fact("child \(id) \(day)") {
            try connection.first(
                """
                SELECT person.id, person.surname, person.given, person.patronymic, class.id, class.grade, class.letter
                FROM person
                JOIN enrolment ON enrolment.school_id = person.school_id AND enrolment.student_id = person.id
                JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
                WHERE person.school_id = \(school) AND person.id = \(id)
                ORDER BY CASE WHEN enrolment.from_day <= \(day.description) THEN 0 ELSE 1 END, enrolment.from_day DESC
                LIMIT 1
                """
            ) { row in
                FoundChild(
                    id: row.integer(0),
                    name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                    classID: row.integer(4), className: ClassName(grade: row.int(5), letter: row.text(6)))
            }
        }
    }

    static func className(_ id: Int64, school: Int64, in connection: Connection) throws -> ClassName? {
        try connection.fact("class \(id)") {
            try connection.first("SELECT grade, letter FROM class WHERE school_id = \(school) AND id = \(id)") {
                ClassName(grade: $0.int(0), letter: $0.text(1))
            }
        }
    }
}
