import SchoolRules
import Store

/// The class teacher's word on links between representatives and children.
enum GuardianDeciding {
    /// Confirms or refuses a link; never by the person who proposed it (A32).
    static func decide(_ form: GuardianDecision, ofClass id: Int64, on day: Day, in writing: Writing) throws {
        let (school, today) = (writing.school, day.description)
        let object = "guardian/\(form.guardian)/\(form.student)"
        let isOpen =
            try writing.connection.count(
                """
                SELECT count(*) FROM guardian
                JOIN enrolment ON enrolment.school_id = guardian.school_id
                    AND enrolment.student_id = guardian.student_id
                WHERE guardian.school_id = \(school) AND guardian.guardian_id = \(form.guardian)
                    AND guardian.student_id = \(form.student) AND guardian.confirmed_at = 0
                    AND guardian.to_day >= \(today) AND enrolment.group_id = \(id) AND enrolment.to_day >= \(today)
                """) > 0
        guard isOpen else { throw Refusal.notFound }
        let proposer = try writing.connection.first(
            """
            SELECT actor FROM audit
            WHERE school_id = \(school) AND object = \(object) AND action = 'guardian.link' ORDER BY seq DESC LIMIT 1
            """
        ) { $0.integer(0) }
        guard proposer != writing.author.person else { throw ClassTexts.notByOneself }
        try writing.connection.run(
            """
            UPDATE guardian SET
                confirmed_at = CASE WHEN \(form.isConfirmed) = 1 THEN \(writing.instant) ELSE 0 END,
                confirmed_by = CASE WHEN \(form.isConfirmed) = 1 THEN \(writing.author.person) ELSE 0 END,
                to_day = CASE WHEN \(form.isConfirmed) = 1 THEN to_day ELSE \(day.adding(-1).description) END
            WHERE school_id = \(school) AND guardian_id = \(form.guardian) AND student_id = \(form.student)
            """)
        try writing.audit(form.isConfirmed ? "guardian.confirm" : "guardian.refuse", object, before: "proposed")
    }
}
