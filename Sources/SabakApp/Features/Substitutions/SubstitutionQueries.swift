import SchoolRules
import Store
import Web

enum SubstitutionQueries {
    /// Names a substitute; one named before steps back.
    static func name(
        _ choice: SubstitutionForms.Wish.Choice, _ wish: SubstitutionForms.Wish, id: Int64, in writing: Writing
    ) throws {
        let before = try writing.connection.all(
            """
            SELECT id, substitute_id FROM substitution
            WHERE school_id = \(writing.school) AND lesson_id = \(choice.lesson) AND withdrawn_at = 0 ORDER BY id
            """
        ) { ($0.integer(0), $0.integer(1)) }
        if before.contains(where: { $0.1 == choice.person }) { return }
        for (old, _) in before { try withdraw(old, lesson: choice.lesson, in: writing) }
        try writing.connection.run(
            """
            INSERT INTO substitution (school_id, lesson_id, id, substitute_id, reason, order_number, at, by_person)
            VALUES (\(writing.school), \(choice.lesson), \(id), \(choice.person), \(wish.reason), \(wish.order),
                \(writing.instant), \(writing.author.person))
            """)
        let isCode = SubstitutionReason(rawValue: wish.reason) != nil
        try writing.audit(
            "substitution.name", "lesson/\(choice.lesson)", after: "\(choice.person) \(wish.order)",
            reason: isCode ? wish.reason : "", text: isCode ? "" : wish.reason)
        try touchPage(of: choice.lesson, in: writing)
    }

    static func withdraw(_ id: Int64, lesson: Int64, in writing: Writing) throws {
        let person = try writing.connection.first(
            """
            SELECT substitute_id FROM substitution
            WHERE school_id = \(writing.school) AND lesson_id = \(lesson) AND id = \(id)
            """
        ) { $0.integer(0) }
        guard let person else { throw Refusal.notFound }
        try writing.connection.run(
            """
            UPDATE substitution SET withdrawn_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND lesson_id = \(lesson) AND id = \(id) AND withdrawn_at = 0
            """)
        try writing.audit("substitution.withdraw", "lesson/\(lesson)", before: "\(person)")
        try touchPage(of: lesson, in: writing)
    }

    private static func touchPage(of lesson: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE page SET changed = changed + 1
            WHERE school_id = \(writing.school) AND id = (SELECT page_id FROM lesson
                WHERE lesson.school_id = \(writing.school) AND lesson.id = \(lesson))
            """)
    }
}
