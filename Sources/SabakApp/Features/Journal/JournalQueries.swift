import SchoolRules
import Store

/// What a page of the journal is asked about.
enum JournalQueries {
    /// The terms of a grade in a year, in order of date.
    static func terms(year: Int, grade: Int, school: Int64, in connection: Connection) throws -> [JournalTerm] {
        try connection.fact("journal terms \(year) \(grade)") {
            try connection.all(
                """
                SELECT number, kind, from_day, to_day, closed_at FROM term
                WHERE school_id = \(school) AND year = \(year) AND grade_from <= \(grade) AND grade_to >= \(grade)
                ORDER BY from_day, id
                """
            ) { row in
                JournalTerm(
                    number: row.int(0), kind: TermKind(rawValue: row.text(1)) ?? .quarter,
                    from: Day(row.text(2)) ?? .forever, to: Day(row.text(3)) ?? .forever, isClosed: row.integer(4) > 0)
            }
        }
    }

    /// Everybody who is in a group at some time between two days, in the order of the register.
    static func students(group: Int64, from: Day, to: Day, school: Int64, in connection: Connection) throws
        -> [JournalStudent]
    {
        try connection.fact("members \(group) \(from) \(to)") {
            var students: [JournalStudent] = []
            try connection.each(
                """
                SELECT person.id, person.surname, person.given, enrolment.from_day, enrolment.to_day,
                    enrolment.destination
                FROM enrolment
                JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
                WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(group)
                    AND enrolment.from_day <= \(to.description) AND enrolment.to_day >= \(from.description)
                    AND enrolment.from_day <= enrolment.to_day
                ORDER BY person.sort_key, person.id, enrolment.from_day
                """
            ) { row in
                let stay = Stay(from: row.text(3), to: row.text(4))
                if let last = students.indices.last, students[last].id == row.integer(0) {
                    students[last].stays.append(stay)
                    students[last].destination = row.text(5)
                } else {
                    let name = row.text(2).isEmpty ? row.text(1) : row.text(1) + " " + row.text(2)
                    students.append(
                        JournalStudent(id: row.integer(0), name: name, stays: [stay], destination: row.text(5)))
                }
            }
            return students
        }
    }

    /// Who is in one of these classes at some time between two days.
    static func students(ofClasses classes: Set<Int64>, from: Day, to: Day, school: Int64, in connection: Connection)
        throws -> Set<Int64>
    {
        Set(
            try connection.all(
                """
                SELECT student_id FROM enrolment
                WHERE school_id = \(school) AND group_id IN \(list: classes.sorted())
                    AND from_day <= \(to.description) AND to_day >= \(from.description)
                ORDER BY student_id
                """
            ) { $0.integer(0) })
    }

    /// The cells of these lessons, lesson by lesson; see ``SheetFiller/take(_:)``.
    static func entries(of lessons: [Int64], school: Int64, in connection: Connection, _ take: (Row) -> Void) throws {
        try connection.each(
            """
            SELECT lesson_id, student_id, slot, value, kind_id, weight, version, minutes, is_late, comment,
                maximum, scale
            FROM entry
            WHERE school_id = \(school) AND lesson_id IN \(list: lessons) ORDER BY lesson_id, student_id, slot
            """, take)
    }

    struct Move: Sendable {
        let student: Int64
        let from: String
        let kind: String
        let groupName: String
        let className: ClassName?
    }

    /// What these students joined after a day, in order.
    static func moves(of students: [Int64], after day: String, school: Int64, in connection: Connection) throws
        -> [Move]
    {
        try connection.all(
            """
            SELECT enrolment.student_id, enrolment.from_day, study_group.kind, study_group.name,
                coalesce(class.grade, 0), coalesce(class.letter, '')
            FROM enrolment
            JOIN study_group ON study_group.school_id = enrolment.school_id
                AND study_group.id = enrolment.group_id
            LEFT JOIN class ON class.school_id = study_group.school_id AND class.id = study_group.class_id
            WHERE enrolment.school_id = \(school) AND enrolment.student_id IN \(list: students)
                AND enrolment.from_day > \(day)
            ORDER BY enrolment.student_id, enrolment.from_day
            """
        ) { row in
            Move(
                student: row.integer(0), from: row.text(1), kind: row.text(2), groupName: row.text(3),
                className: row.int(4) == 0 ? nil : ClassName(grade: row.int(4), letter: row.text(5)))
        }
    }

    /// Who teaches a page at some time between two days.
    static func teachers(of page: Int64, from: Day, to: Day, school: Int64, in connection: Connection) throws
        -> [PersonName]
    {
        try connection.fact("teachers \(page) \(from) \(to)") {
            try connection.all(
                """
                SELECT DISTINCT person.surname, person.given, person.patronymic, person.sort_key FROM load
                JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
                WHERE load.school_id = \(school) AND load.page_id = \(page) AND load.from_day <= \(to.description)
                    AND load.to_day >= \(from.description)
                ORDER BY person.sort_key
                """
            ) { PersonName(stored: $0.text(0), given: $0.text(1), patronymic: $0.text(2)) }
        }
    }
}
