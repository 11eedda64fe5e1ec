import SchoolRules
import Store
import Web

/// What a lesson says to single students: homework of their own and remarks.
enum LessonExtras {
    /// - Returns: whether anything changed.
    static func record(_ wish: LessonWish, on lesson: FoundLesson, by person: Int64, in writing: Writing) throws
        -> Bool
    {
        let students = Set((wish.own ?? [:]).keys).union(wish.remarks.keys)
        let homework = try texts(of: lesson.id, remarks: false, in: writing)
        let remarks = try texts(of: lesson.id, remarks: true, in: writing)
        try require(students.subtracting(homework.keys).subtracting(remarks.keys), on: lesson, in: writing)
        var isChanged = false
        if let own = wish.own {
            for student in Set(own.keys).union(homework.keys).sorted() where own[student] != homework[student] {
                let text = own[student] ?? ""
                try set("own_homework", to: text, student, lesson.id, person, in: writing)
                try audit("homework.own", text, instead: homework[student], student, lesson.id, in: writing)
                isChanged = true
            }
        }
        for (student, text) in wish.remarks.sorted(by: { $0.key < $1.key }) where text != remarks[student] ?? "" {
            try set("remark", to: text, student, lesson.id, person, in: writing)
            try audit("remark.set", text, instead: remarks[student], student, lesson.id, in: writing)
            isChanged = true
        }
        return isChanged
    }

    /// Homework of single students, or remarks on them, by student.
    static func texts(of lesson: Int64, remarks: Bool, in writing: Writing) throws -> [Int64: String] {
        try texts(of: lesson, remarks: remarks, school: writing.school, in: writing.connection)
    }

    static func texts(of lesson: Int64, remarks: Bool, school: Int64, in connection: Connection) throws
        -> [Int64: String]
    {
        let table: SQL = remarks ? "remark" : "own_homework"
        let found = try connection.all(
            """
            SELECT student_id, content FROM \(table) WHERE school_id = \(school) AND lesson_id = \(lesson)
            ORDER BY student_id
            """
        ) { ($0.integer(0), $0.text(1)) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    private static func require(_ students: Set<Int64>, on lesson: FoundLesson, in writing: Writing) throws {
        guard !students.isEmpty else { return }
        let day = lesson.day.description
        let known = try writing.connection.count(
            """
            SELECT count(DISTINCT student_id) FROM enrolment
            WHERE school_id = \(writing.school) AND group_id = \(lesson.page.group)
                AND student_id IN \(list: students.sorted()) AND from_day <= \(day) AND to_day >= \(day)
            """)
        guard known == students.count else { throw LessonRefusals.notOfThisLesson }
    }

    private static func set(
        _ table: SQL, to text: String, _ student: Int64, _ lesson: Int64, _ person: Int64, in writing: Writing
    ) throws {
        if text.isEmpty {
            try writing.connection.run(
                """
                DELETE FROM \(table)
                WHERE school_id = \(writing.school) AND lesson_id = \(lesson) AND student_id = \(student)
                """)
        } else {
            try writing.connection.run(
                """
                INSERT INTO \(table) (school_id, lesson_id, student_id, content, at, by_person)
                VALUES (\(writing.school), \(lesson), \(student), \(text), \(writing.instant), \(person))
                ON CONFLICT (school_id, lesson_id, student_id)
                    DO UPDATE SET content = excluded.content, at = excluded.at, by_person = excluded.by_person
                """)
        }
    }

    private static func audit(
        _ action: String, _ text: String, instead old: String?, _ student: Int64, _ lesson: Int64, in writing: Writing
    ) throws {
        try writing.audit(
            action, "lesson/\(lesson)/\(student)", before: old == nil ? "0" : "1", after: text.isEmpty ? "0" : "1",
            text: JSON.array([.string(old ?? ""), .string(text)]).string)
    }
}
