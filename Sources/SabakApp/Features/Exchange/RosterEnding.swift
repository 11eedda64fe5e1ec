import SchoolRules
import Store

/// Ends what an import finds gone. Nothing is erased: facts get a last day, marks stay where they are.
struct RosterEnding {
    let writing: Writing
    private var school: Int64 { writing.school }

    func endEmployment(of person: Int64, to day: String) throws {
        try writing.connection.run(
            "UPDATE staff SET to_day = \(day) WHERE school_id = \(school) AND person_id = \(person) AND to_day > \(day)"
        )
        try writing.audit("staff.end", "person/\(person)", after: day)
    }

    func endGuardian(_ guardian: Int64, of student: Int64, to day: String) throws {
        try writing.connection.run(
            """
            UPDATE guardian SET to_day = \(day)
            WHERE school_id = \(school) AND guardian_id = \(guardian) AND student_id = \(student) AND to_day > \(day)
            """)
        try writing.audit("guardian.end", "guardian/\(guardian)/\(student)", after: day)
    }

    /// Ends the leadership of a class; one that had not begun is taken back.
    func endLeading(of classID: Int64, by person: Int64, to day: String) throws {
        try writing.connection.run(
            """
            UPDATE class_teacher SET to_day = \(day)
            WHERE school_id = \(school) AND class_id = \(classID) AND person_id = \(person) AND to_day > \(day)
                AND from_day <= \(day)
            """)
        try writing.connection.run(
            """
            DELETE FROM class_teacher
            WHERE school_id = \(school) AND class_id = \(classID) AND person_id = \(person) AND from_day > \(day)
            """)
        try writing.audit("class.leave", "class/\(classID)", before: "\(person)", after: day)
    }

    /// Ends a load; one that had not begun is taken back.
    func endLoad(page: Int64, teacher: Int64, to day: String) throws {
        try writing.connection.run(
            """
            UPDATE load SET to_day = \(day)
            WHERE school_id = \(school) AND page_id = \(page) AND teacher_id = \(teacher) AND to_day > \(day)
                AND from_day <= \(day)
            """)
        try writing.connection.run(
            """
            DELETE FROM load
            WHERE school_id = \(school) AND page_id = \(page) AND teacher_id = \(teacher) AND from_day > \(day)
            """)
        try writing.audit("load.end", "load/\(page)/\(teacher)", after: day)
    }

    /// Closes an account and ends its sessions. Somebody who holds a granted role keeps the account: that is taken by
    /// hand, so that a file cannot lock a school out.
    func closeAccount(of person: Int64, on day: String) throws {
        let holdsRole = try writing.connection.count(
            """
            SELECT count(*) FROM role_grant
            WHERE school_id = \(school) AND person_id = \(person) AND from_day <= \(day) AND to_day >= \(day)
            """)
        guard holdsRole == 0 else { return }
        let closed = try writing.connection.run(
            """
            UPDATE account SET closed_at = \(writing.instant)
            WHERE school_id = \(school) AND person_id = \(person) AND closed_at = 0
            """)
        guard closed > 0 else { return }
        try writing.connection.run("DELETE FROM session WHERE school_id = \(school) AND person_id = \(person)")
        try writing.audit("account.close", "person/\(person)")
    }

    /// Somebody who has left the staff loses the account; students and parents keep it, because a setting of the school
    /// decides whether they go on reading.
    func closeAccount(ofLeaver person: Int64, in state: RosterState, on day: String) throws {
        if state.staff[person] != nil { try closeAccount(of: person, on: day) }
    }
}
