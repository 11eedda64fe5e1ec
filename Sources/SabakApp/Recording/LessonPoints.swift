import SchoolRules
import Store

/// Points that stand for the work of a lesson.
enum LessonPoints {
    /// Gives the points of a work its new maximum: they were given for the same work.
    /// - Throws: a refusal where somebody has more points than that.
    static func measure(of lesson: LessonRow, in writing: Writing) throws {
        let highest =
            try writing.connection.all(
                """
                SELECT value FROM entry
                WHERE school_id = \(writing.school) AND lesson_id = \(lesson.id) AND maximum > 0 AND value <> ''
                ORDER BY student_id, slot
                """
            ) { Int($0.text(0)) ?? 0 }.max() ?? 0
        guard highest <= lesson.maximum else { throw LessonRefusals.maximumTooLow(highest) }
        try writing.connection.run(
            """
            UPDATE entry SET maximum = \(lesson.maximum)
            WHERE school_id = \(writing.school) AND lesson_id = \(lesson.id) AND maximum > 0
            """)
    }
}
