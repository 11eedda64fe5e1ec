import SchoolRules
import Store

/// Who of several holders of a role answers for a line of the set-up list (001 3.2: the deputy for studies).
struct SetupDuty: Sendable {
    /// The lines whose role is a granted one, which several may hold.
    static let lines = SetupLine.allCases.filter { [.deputy, .clerk, .administrator].contains($0.role) }

    let line: SetupLine
    /// 0: all who hold the role.
    let person: Int64

    /// - Throws: ``Refusal/notFound`` for somebody who does not hold the role today.
    func save(_ visit: Visit, in writing: Writing) throws {
        let (school, today) = (writing.school, visit.today.description)
        if person != 0 {
            let holds = try writing.connection.count(
                """
                SELECT count(*) FROM role_grant
                WHERE school_id = \(school) AND person_id = \(person) AND role = \(line.role.rawValue)
                    AND from_day <= \(today) AND to_day >= \(today)
                """)
            guard holds > 0 else { throw Refusal.notFound }
        }
        let before = try writing.connection.first(
            "SELECT person_id FROM setup_duty WHERE school_id = \(school) AND line = \(line.rawValue)"
        ) { $0.integer(0) }
        try writing.connection.run(
            "DELETE FROM setup_duty WHERE school_id = \(school) AND line = \(line.rawValue)")
        if person != 0 {
            try writing.connection.run(
                """
                INSERT INTO setup_duty (school_id, line, person_id, at, by_person)
                VALUES (\(school), \(line.rawValue), \(person), \(writing.instant), \(writing.author.person))
                """)
        }
        try writing.audit(
            "readiness.name", "setup/\(line.rawValue)", before: before.map { "\($0)" } ?? "", after: "\(person)")
    }
}
