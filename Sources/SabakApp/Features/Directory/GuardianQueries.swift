import SchoolRules
import Store

/// Legal representatives and their links to children.
enum GuardianQueries {
    struct Guardian: Sendable {
        let id: Int64
        let name: PersonName
        let relation, phone, email: String
        let isConfirmed: Bool
    }

    static func guardians(of student: Int64, _ visit: Visit, in connection: Connection) throws -> [Guardian] {
        try connection.all(
            """
            SELECT guardian.guardian_id, person.surname, person.given, person.patronymic, guardian.relation,
                person.phone, person.email, guardian.confirmed_at
            FROM guardian
            JOIN person ON person.school_id = guardian.school_id AND person.id = guardian.guardian_id
            WHERE guardian.school_id = \(visit.school.id) AND guardian.student_id = \(student)
                AND guardian.to_day >= \(visit.today.description)
            ORDER BY person.sort_key, guardian.guardian_id
            """
        ) { row in
            Guardian(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                relation: row.text(4), phone: row.text(5), email: row.text(6), isConfirmed: row.integer(7) > 0)
        }
    }

    /// A representative is a person of the school's lists who is not a student of it.
    static func requireAdult(_ person: Int64, _ visit: Visit, in connection: Connection) throws {
        let known = try connection.count(
            "SELECT count(*) FROM person WHERE school_id = \(visit.school.id) AND id = \(person)")
        let roles = try VisitQueries.roles(of: person, school: visit.school.id, on: visit.today, in: connection)
        guard known == 1, !roles.contains(.student) else { throw Refusal.notFound }
    }

    static func facts(of guardian: Int64, child: Int64, _ visit: Visit, in connection: Connection) throws
        -> RosterWriting.PersonFacts
    {
        let isLinked = try guardians(of: child, visit, in: connection).contains { $0.id == guardian }
        guard isLinked,
            let known = try RosterWriting.PersonFacts.read(guardian, school: visit.school.id, in: connection)
        else { throw Refusal.notFound }
        return known.facts
    }

    static func keep(relation: String, of guardian: Int64, child: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE guardian SET relation = \(relation)
            WHERE school_id = \(writing.school) AND guardian_id = \(guardian) AND student_id = \(child)
            """)
        try writing.audit("guardian.change", "guardian/\(guardian)/\(child)", after: relation)
    }

    static func end(_ guardian: Int64, of child: Int64, on day: Day, in writing: Writing) throws {
        let ended = try writing.connection.run(
            """
            UPDATE guardian SET to_day = \(day.adding(-1).description), confirmed_at = 0, confirmed_by = 0
            WHERE school_id = \(writing.school) AND guardian_id = \(guardian) AND student_id = \(child)
                AND to_day >= \(day.description)
            """)
        guard ended > 0 else { throw Refusal.notFound }
        try writing.audit("guardian.unlink", "guardian/\(guardian)/\(child)", after: day.description)
    }
}
