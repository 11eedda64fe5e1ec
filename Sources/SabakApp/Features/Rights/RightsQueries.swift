import SchoolRules
import Store

/// Granted roles with their history.
enum RightsQueries {
    struct Grant: Sendable {
        let id, person: Int64
        let name: PersonName
        let role: Role
        let from, to: Day
        let order: String
        let orderDay: Day?
        let givenBy: PersonName?
        /// The number and the day of the order that ended it; empty where its term just ran out, or runs.
        let endOrder: String
        let endOrderDay: Day?
    }

    struct Colleague: Sendable {
        let id: Int64
        let name: PersonName
    }

    static func grants(of school: Int64, in connection: Connection) throws -> [Grant] {
        try connection.all(
            """
            SELECT role_grant.id, role_grant.person_id, person.surname, person.given, person.patronymic,
                role_grant.role, role_grant.from_day, role_grant.to_day, role_grant.order_number,
                role_grant.order_day, giver.surname, giver.given, giver.patronymic,
                coalesce(role_withdrawal.order_number, ''), coalesce(role_withdrawal.order_day, '')
            FROM role_grant
            JOIN person ON person.school_id = role_grant.school_id AND person.id = role_grant.person_id
            LEFT JOIN role_withdrawal ON role_withdrawal.school_id = role_grant.school_id
                AND role_withdrawal.grant_id = role_grant.id
            LEFT JOIN person AS giver ON giver.school_id = role_grant.school_id AND giver.id = role_grant.granted_by
            WHERE role_grant.school_id = \(school)
            ORDER BY role_grant.to_day DESC, role_grant.role, person.sort_key, role_grant.id
            """
        ) { row in
            let giver = PersonName(stored: row.text(10), given: row.text(11), patronymic: row.text(12))
            return Role(rawValue: row.text(5)).map { role in
                Grant(
                    id: row.integer(0), person: row.integer(1),
                    name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)), role: role,
                    from: Day(row.text(6)) ?? .forever, to: Day(row.text(7)) ?? .forever, order: row.text(8),
                    orderDay: Day(row.text(9)), givenBy: row.isNull(10) ? nil : giver,
                    endOrder: row.text(13), endOrderDay: Day(row.text(14)))
            }
        }.compactMap { $0 }
    }

    /// The staff to whom the director may give a role: never the director's own person.
    static func staff(_ visit: Visit, in connection: Connection) throws -> [Colleague] {
        try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM staff
            JOIN person ON person.school_id = staff.school_id AND person.id = staff.person_id
            WHERE staff.school_id = \(visit.school.id) AND staff.to_day >= \(visit.today.description)
                AND person.id <> \(visit.person.id)
            ORDER BY person.sort_key, person.id
            """
        ) { row in
            Colleague(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)))
        }
    }

    /// - Throws: a refusal for oneself, for a student, for somebody who is not on the staff, for a role held already.
    static func requireEligible(_ person: Int64, for role: Role, on day: Day, _ visit: Visit, in connection: Connection)
        throws
    {
        guard person != visit.person.id else { throw RightsTexts.notOneself }
        let (school, from) = (visit.school.id, day.description)
        let isStudent =
            try connection.count(
                """
                SELECT count(*) FROM enrolment
                WHERE school_id = \(school) AND student_id = \(person) AND to_day >= \(from)
                """) > 0
        guard !isStudent else { throw RightsTexts.notStudent }
        guard try staff(visit, in: connection).contains(where: { $0.id == person }) else { throw Refusal.notFound }
        let isHeld =
            try connection.count(
                """
                SELECT count(*) FROM role_grant
                WHERE school_id = \(school) AND person_id = \(person) AND role = \(role.rawValue) AND to_day >= \(from)
                """) > 0
        guard !isHeld else { throw RightsTexts.heldAlready }
    }

    /// Ends a grant at once: yesterday was its last day.
    static func withdraw(_ form: WithdrawalForm, _ visit: Visit, in writing: Writing) throws {
        let (school, id) = (writing.school, form.grant)
        let grant = try grants(of: school, in: writing.connection).first { $0.id == id }
        guard let grant, grant.to >= visit.today else { throw Refusal.notFound }
        guard grant.person != visit.person.id else { throw RightsTexts.notOneself }
        try writing.connection.run(
            """
            UPDATE role_grant SET to_day = \(visit.today.adding(-1).description)
            WHERE school_id = \(school) AND id = \(id)
            """)
        try writing.connection.run(
            """
            INSERT INTO role_withdrawal (school_id, grant_id, order_number, order_day, at, by_person)
            VALUES (\(school), \(id), \(form.order), \(form.orderDay), \(writing.instant), \(writing.author.person))
            """)
        try writing.audit(
            "right.withdraw", "person/\(grant.person)", before: "\(grant.role.rawValue) \(grant.from)/\(grant.to)",
            after: visit.today.description, reason: "\(form.order) \(form.orderDay)")
    }
}
