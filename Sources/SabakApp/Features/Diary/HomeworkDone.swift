import Store

/// The family's own tick behind homework; the school does not see it.
enum HomeworkDone {
    /// Whether the lesson is one of the student's.
    static func isLesson(_ lesson: Int64, of student: Int64, school: Int64, in connection: Connection) throws -> Bool {
        try connection.count(
            """
            SELECT count(*) FROM lesson
            JOIN enrolment ON enrolment.school_id = lesson.school_id AND enrolment.group_id = lesson.group_id
            WHERE lesson.school_id = \(school) AND lesson.id = \(lesson) AND enrolment.student_id = \(student)
                AND enrolment.from_day <= lesson.day AND enrolment.to_day >= lesson.day
            """) > 0
    }

    static func set(_ isDone: Bool, lesson: Int64, student: Int64, in writing: Writing) throws {
        if isDone {
            try writing.connection.run(
                """
                INSERT INTO homework_done (school_id, student_id, lesson_id, at, by_person)
                VALUES (\(writing.school), \(student), \(lesson), \(writing.instant), \(writing.author.person))
                ON CONFLICT (school_id, student_id, lesson_id) DO NOTHING
                """)
        } else {
            try writing.connection.run(
                """
                DELETE FROM homework_done
                WHERE school_id = \(writing.school) AND student_id = \(student) AND lesson_id = \(lesson)
                """)
        }
    }
}
