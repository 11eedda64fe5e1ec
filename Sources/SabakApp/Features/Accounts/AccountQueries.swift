import SchoolRules
import Store

/// Accounts, sessions and who may have a say over them.
enum AccountQueries {
    enum State: String, Sendable, CaseIterable { case never, active, closed }

    /// Somebody who gets a code.
    struct Holder: Sendable {
        let id: Int64
        let name: PersonName
        /// What the slip says of the person besides the name.
        let note: String
    }

    struct StaffRow: Sendable {
        let id: Int64
        let name: PersonName
        let position, login: String
        let state: State
        var lastSignIn: Int64
        let sessions: Int
        let to: Day

        var holder: Holder { Holder(id: id, name: name, note: position) }
        var isGone = false
        /// Works here and has not come in yet.
        var isWaiting: Bool { state == .never && !isGone }
    }

    static func staff(_ visit: Visit, _ wish: AccountWish, in connection: Connection) throws -> [StaffRow] {
        let named: SQL = wish.search.isEmpty ? "person.id > 0" : "person.search LIKE \("%" + wish.search + "%")"
        let rows = try connection.all("\(staffRows(visit)) AND \(named) ORDER BY person.sort_key, person.id", staffRow)
        let entered = try lastSignIns(of: visit.school.id, in: connection)
        return rows.filter { wish.state.isEmpty || $0.state.rawValue == wish.state }.map { row in
            var row = row
            row.isGone = row.to <= visit.today
            row.lastSignIn = entered["person/\(row.id)"] ?? 0
            return row
        }
    }

    /// When each person came in last, by the object of the chain: one pass for all of them.
    private static func lastSignIns(of school: Int64, in connection: Connection) throws -> [String: Int64] {
        var found: [String: Int64] = [:]
        try connection.each(
            """
            SELECT object, max(at) FROM audit
            WHERE school_id = \(school) AND object >= 'person/' AND object < 'person0' AND action = 'session.open'
            GROUP BY object ORDER BY object
            """
        ) { found[$0.text(0)] = $0.integer(1) }
        return found
    }

    /// A member of staff: on the staff list, or with a granted role.
    /// - Throws: ``Refusal/notFound`` for anybody else, parents and students included.
    static func member(_ id: Int64, _ visit: Visit, in connection: Connection) throws -> StaffRow {
        guard let row = try connection.first("\(staffRows(visit)) AND person.id = \(id)", staffRow) else {
            throw Refusal.notFound
        }
        return row
    }

    private static func staffRows(_ visit: Visit) -> SQL {
        """
        SELECT person.id, person.surname, person.given, person.patronymic, coalesce(staff.position, ''),
            coalesce(account.login, ''), coalesce(account.password, ''), coalesce(account.closed_at, 0),
            (SELECT count(*) FROM session WHERE session.school_id = person.school_id
                AND session.person_id = person.id AND session.expires_at > \(visit.now)),
            coalesce(staff.to_day, '9999-12-31')
        FROM person
        LEFT JOIN staff ON staff.school_id = person.school_id AND staff.person_id = person.id
        LEFT JOIN account ON account.school_id = person.school_id AND account.person_id = person.id
        WHERE person.school_id = \(visit.school.id)
            AND (staff.person_id IS NOT NULL OR EXISTS (SELECT 1 FROM role_grant
                WHERE role_grant.school_id = person.school_id AND role_grant.person_id = person.id))
        """
    }

    private static func staffRow(_ row: Row) -> StaffRow {
        StaffRow(
            id: row.integer(0), name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
            position: row.text(4), login: row.text(5), state: state(password: row.text(6), closedAt: row.integer(7)),
            lastSignIn: 0, sessions: row.int(8), to: Day(row.text(9)) ?? .forever)
    }

    static func state(password: String, closedAt: Int64) -> State {
        closedAt > 0 ? .closed : password.isEmpty ? .never : .active
    }

    /// - Throws: ``Refusal/notFound`` for somebody whose sessions the visitor has no say over (A54).
    static func requireReach(_ id: Int64, _ visit: Visit, in connection: Connection) throws {
        if visit.mayInSchool(.endSessions) {
            let known = try connection.count(
                "SELECT count(*) FROM account WHERE school_id = \(visit.school.id) AND person_id = \(id)")
            guard known == 1 else { throw Refusal.notFound }
            return
        }
        for classID in try visit.classesLed(in: connection).sorted() {
            let list = try FamilyAccounts.read(visit, ofClass: classID, in: connection)
            if list.lines.contains(where: { $0.holder.id == id && !$0.isStaff }) { return }
        }
        throw Refusal.notFound
    }

    static func endSessions(of id: Int64, in writing: Writing) throws {
        let ended = try writing.connection.run(
            "DELETE FROM session WHERE school_id = \(writing.school) AND person_id = \(id)")
        try writing.audit("session.end-all", "person/\(id)", before: "\(ended)")
    }

    static func close(_ id: Int64, in writing: Writing) throws {
        let closed = try writing.connection.run(
            """
            UPDATE account SET closed_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND person_id = \(id) AND closed_at = 0
            """)
        guard closed > 0 else { return }
        try writing.audit("account.close", "person/\(id)")
        try endSessions(of: id, in: writing)
    }

    static func reopen(_ id: Int64, in writing: Writing) throws {
        let opened = try writing.connection.run(
            """
            UPDATE account SET closed_at = 0
            WHERE school_id = \(writing.school) AND person_id = \(id) AND closed_at > 0
            """)
        if opened > 0 { try writing.audit("account.reopen", "person/\(id)") }
    }
}
