import SchoolRules
import Store

/// What is asked about classes.
enum ClassesQueries {
    struct ClassRow: Sendable {
        let id: Int64
        let name: ClassName
        let shift: Int
        let room: String
        let students: Int
        let leader: PersonName?
    }

    /// A student of a class: the latest enrolment in it.
    struct Student: Sendable {
        let id: Int64
        let name: PersonName
        let sex, birthDay: String
        let from, to: Day
        let destination, address: String
        /// By which the student came into the class.
        let order: MovementOrder

        func isThere(on day: Day) -> Bool { from <= day && day <= to }
    }

    struct Guardian: Sendable {
        let id, student: Int64
        let name: PersonName
        let relation, phone, email: String
        let isConfirmed: Bool
    }

    struct PageRow: Sendable {
        let id: Int64
        let subject: Names
        let groupName: String
        let hours: Int
        var teachers: [PersonName]
        let held, open: Int
        /// The instant of the last entry; 0 where there is none.
        let lastEntry: Int64
    }

    static func classes(_ visit: Visit, in connection: Connection) throws -> [ClassRow] {
        try connection.all(
            "\(classRows(visit)) AND class.year = \(visit.year) ORDER BY class.sort_key, class.id", classRow
        )
        .reduce(into: []) { rows, row in
            // Two leaders at once, as on the day one takes over from the other: the later one stands.
            if rows.last?.id == row.id { rows.removeLast() }
            rows.append(row)
        }
    }

    static func schoolClass(_ id: Int64, _ visit: Visit, in connection: Connection) throws -> ClassRow {
        let found = try connection.first(
            "\(classRows(visit)) AND class.id = \(id) ORDER BY class_teacher.from_day DESC LIMIT 1", classRow)
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// The classes in which somebody teaches today.
    static func taught(by person: Int64, _ visit: Visit, in connection: Connection) throws -> Set<Int64> {
        let today = visit.today.description
        return Set(
            try connection.all(
                """
                SELECT DISTINCT page.class_id FROM load
                JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
                WHERE load.school_id = \(visit.school.id) AND load.teacher_id = \(person)
                    AND load.from_day <= \(today) AND load.to_day >= \(today) AND page.class_id > 0
                ORDER BY page.class_id
                """
            ) { $0.integer(0) })
    }

    static func students(of classID: Int64, _ visit: Visit, in connection: Connection) throws -> [Student] {
        let rows = try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic, person.sex, person.birth_day,
                enrolment.from_day, enrolment.to_day, enrolment.destination, person.address, enrolment.order_number,
                enrolment.order_day
            FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(visit.school.id) AND enrolment.group_id = \(classID)
            ORDER BY person.sort_key, person.id, enrolment.from_day
            """
        ) { row in
            Student(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)), sex: row.text(4),
                birthDay: row.text(5), from: Day(row.text(6)) ?? .forever, to: Day(row.text(7)) ?? .forever,
                destination: row.text(8), address: row.text(9),
                order: MovementOrder(number: row.text(10), day: row.text(11)))
        }
        return rows.reduce(into: []) { students, student in
            if students.last?.id == student.id { students.removeLast() }
            students.append(student)
        }
    }

    static func guardians(of classID: Int64, _ visit: Visit, in connection: Connection) throws -> [Int64: [Guardian]] {
        let today = visit.today.description
        let rows = try connection.all(
            """
            SELECT DISTINCT guardian.guardian_id, guardian.student_id, person.surname, person.given,
                person.patronymic, guardian.relation, person.phone, person.email, guardian.confirmed_at,
                person.sort_key
            FROM enrolment
            JOIN guardian ON guardian.school_id = enrolment.school_id AND guardian.student_id = enrolment.student_id
            JOIN person ON person.school_id = guardian.school_id AND person.id = guardian.guardian_id
            WHERE enrolment.school_id = \(visit.school.id) AND enrolment.group_id = \(classID)
                AND guardian.to_day >= \(today)
            ORDER BY guardian.student_id, person.sort_key, guardian.guardian_id
            """
        ) { row in
            Guardian(
                id: row.integer(0), student: row.integer(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                relation: row.text(5), phone: row.text(6), email: row.text(7), isConfirmed: row.integer(8) > 0)
        }
        return Dictionary(grouping: rows, by: \.student)
    }

    /// The names of the subgroups each student is in today.
    static func subgroups(of classID: Int64, _ visit: Visit, in connection: Connection) throws -> [Int64: [String]] {
        let today = visit.today.description
        var found: [Int64: [String]] = [:]
        try connection.each(
            """
            SELECT enrolment.student_id, study_group.name FROM study_group
            JOIN enrolment ON enrolment.school_id = study_group.school_id AND enrolment.group_id = study_group.id
            WHERE study_group.school_id = \(visit.school.id) AND study_group.class_id = \(classID)
                AND study_group.kind = 'subgroup' AND enrolment.from_day <= \(today) AND enrolment.to_day >= \(today)
            ORDER BY enrolment.student_id, study_group.name, study_group.id
            """
        ) { found[$0.integer(0), default: []].append($0.text(1)) }
        return found
    }

    /// How many students of a class have no account and no parent with one.
    static func withoutAccess(in classID: Int64, _ visit: Visit, in connection: Connection) throws -> Int {
        let (school, today) = (visit.school.id, visit.today.description)
        return try connection.count(
            """
            SELECT count(*) FROM enrolment
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(classID)
                AND enrolment.from_day <= \(today) AND enrolment.to_day >= \(today)
                AND NOT EXISTS (SELECT 1 FROM account
                    WHERE account.school_id = \(school) AND account.person_id = enrolment.student_id)
                AND NOT EXISTS (SELECT 1 FROM guardian
                    JOIN account ON account.school_id = guardian.school_id
                        AND account.person_id = guardian.guardian_id
                    WHERE guardian.school_id = \(school) AND guardian.student_id = enrolment.student_id
                        AND guardian.to_day >= \(today))
            """)
    }

    /// Lessons missed since the first of September, and those without a valid reason, by the teachers' roll.
    static func missed(of classID: Int64, _ visit: Visit, in connection: Connection) throws
        -> [Int64: (all: Int, unexcused: Int)]
    {
        let first = Day(year: visit.year, month: 9, day: 1) ?? visit.today
        let since = visit.school.time.instant(Moment(day: first, minute: 0))
        let school = visit.school.id
        var found: [Int64: (all: Int, unexcused: Int)] = [:]
        try connection.each(
            """
            SELECT entry.student_id, count(*),
                sum(CASE WHEN entry.value IN \(MissedLessons.values(of: school, only: [.unexcused])) THEN 1 ELSE 0 END)
            FROM enrolment
            JOIN entry ON entry.school_id = enrolment.school_id AND entry.student_id = enrolment.student_id
                AND entry.changed_at >= \(since) AND entry.slot = 0
                AND entry.value IN \(MissedLessons.values(of: school))
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(classID)
            GROUP BY entry.student_id ORDER BY entry.student_id
            """
        ) { found[$0.integer(0)] = ($0.int(1), $0.int(2)) }
        return found
    }

    /// The pages of a class with their teachers, what is recorded and when something was entered last.
    static func pages(of classID: Int64, _ visit: Visit, in connection: Connection) throws -> [PageRow] {
        let (today, minute) = (visit.today.description, visit.moment.minute)
        let recent = visit.today.adding(-30).description
        let rows = try connection.all(
            """
            SELECT page.id, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en, study_group.name,
                page.hours, person.surname, person.given, person.patronymic,
                (SELECT count(*) FROM lesson WHERE lesson.school_id = page.school_id AND lesson.page_id = page.id
                    AND lesson.is_cancelled = 0
                    AND (lesson.day < \(today) OR lesson.day = \(today) AND lesson.start_minute <= \(minute))),
                (SELECT count(*) FROM lesson WHERE lesson.school_id = page.school_id AND lesson.page_id = page.id
                    AND lesson.is_cancelled = 0
                    AND (lesson.day < \(today) OR lesson.day = \(today) AND lesson.start_minute <= \(minute))
                    AND (lesson.topic = '' OR lesson.roll_at = 0 OR lesson.homework = '' AND lesson.no_homework = 0)),
                (SELECT coalesce(max(CASE WHEN topic_at >= roll_at AND topic_at >= homework_at THEN topic_at
                    WHEN roll_at >= homework_at THEN roll_at ELSE homework_at END), 0)
                    FROM lesson WHERE lesson.school_id = page.school_id AND lesson.page_id = page.id),
                (SELECT coalesce(max(entry.changed_at), 0) FROM lesson
                    JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
                    WHERE lesson.school_id = page.school_id AND lesson.page_id = page.id AND lesson.day >= \(recent))
            FROM page
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
                AND load.from_day <= \(today) AND load.to_day >= \(today)
            LEFT JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE page.school_id = \(visit.school.id) AND page.class_id = \(classID)
            ORDER BY subject.position, subject.id, study_group.name, page.id, person.sort_key
            """
        ) { row in
            let teacher = PersonName(stored: row.text(7), given: row.text(8), patronymic: row.text(9))
            return PageRow(
                id: row.integer(0), subject: Names(ky: row.text(1), ru: row.text(2), kk: row.text(3), en: row.text(4)),
                groupName: row.text(5), hours: row.int(6), teachers: row.isNull(7) ? [] : [teacher], held: row.int(10),
                open: row.int(11), lastEntry: max(row.integer(12), row.integer(13)))
        }
        return rows.reduce(into: []) { pages, row in
            if pages.last?.id == row.id {
                pages[pages.count - 1].teachers += row.teachers
            } else {
                pages.append(row)
            }
        }
    }

    private static func classRows(_ visit: Visit) -> SQL {
        let today = visit.today.description
        return """
            SELECT class.id, class.grade, class.letter, class.shift, class.room,
                (SELECT count(*) FROM enrolment WHERE enrolment.school_id = class.school_id
                    AND enrolment.group_id = class.id AND enrolment.from_day <= \(today)
                    AND enrolment.to_day >= \(today)),
                person.surname, person.given, person.patronymic
            FROM class
            LEFT JOIN class_teacher ON class_teacher.school_id = class.school_id
                AND class_teacher.class_id = class.id AND class_teacher.from_day <= \(today)
                AND class_teacher.to_day >= \(today)
            LEFT JOIN person ON person.school_id = class_teacher.school_id AND person.id = class_teacher.person_id
            WHERE class.school_id = \(visit.school.id)
            """
    }

    private static func classRow(_ row: Row) -> ClassRow {
        let leader = PersonName(stored: row.text(6), given: row.text(7), patronymic: row.text(8))
        return ClassRow(
            id: row.integer(0), name: ClassName(grade: row.int(1), letter: row.text(2)), shift: row.int(3),
            room: row.text(4), students: row.int(5), leader: row.isNull(6) ? nil : leader)
    }
}
