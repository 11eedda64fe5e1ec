import SchoolRules
import Store
import Web

/// Accounts and sessions.
enum SignInQueries {
    struct AccountRow: Sendable {
        let person: Int64
        let password, login: String
        let isClosed: Bool
    }

    struct NewSession: Sendable {
        let tokenHash: [UInt8]
        let person: Int64
        let csrf, device: String
        let expires: Int64
        let idleMinutes: Int
    }

    struct OpenSession: Sendable {
        let device: String
        let openedAt, seenAt: Int64
        let isThis: Bool
    }

    static func account(of person: Int64, school: Int64, in connection: Connection) throws -> AccountRow? {
        try connection.first(
            """
            SELECT person_id, password, login, closed_at FROM account
            WHERE school_id = \(school) AND person_id = \(person)
            """
        ) {
            AccountRow(
                person: $0.integer(0), password: $0.text(1), login: $0.text(2), isClosed: $0.integer(3) > 0)
        }
    }

    static func passwordHash(of person: Int64, school: Int64, in connection: Connection) throws -> String {
        try account(of: person, school: school, in: connection)?.password ?? ""
    }

    static func open(_ session: NewSession, in writing: Writing) throws {
        try writing.connection.run(
            "DELETE FROM session WHERE school_id = \(writing.school) AND expires_at < \(writing.instant)")
        try writing.connection.run(
            """
            INSERT INTO session (school_id, token_hash, person_id, created_at, seen_at, expires_at, idle_minutes,
                device, csrf)
            VALUES (\(writing.school), \(session.tokenHash), \(session.person), \(writing.instant),
                \(writing.instant), \(session.expires), \(session.idleMinutes), \(session.device), \(session.csrf))
            """)
        try writing.audit("session.open", "person/\(session.person)")
    }

    static func end(session tokenHash: [UInt8], in writing: Writing) throws {
        try writing.connection.run(
            "DELETE FROM session WHERE school_id = \(writing.school) AND token_hash = \(tokenHash)")
        try writing.audit("session.end", "person/\(writing.author.person)")
    }

    static func endSessions(of person: Int64, except kept: [UInt8], in writing: Writing) throws {
        let ended = try writing.connection.run(
            """
            DELETE FROM session
            WHERE school_id = \(writing.school) AND person_id = \(person) AND token_hash <> \(kept)
            """)
        if ended > 0 { try writing.audit("session.end-all", "person/\(person)", before: "\(ended)") }
    }

    static func sessions(of visit: Visit, in connection: Connection) throws -> [OpenSession] {
        try connection.all(
            """
            SELECT device, created_at, seen_at, token_hash FROM session
            WHERE school_id = \(visit.school.id) AND person_id = \(visit.person.id) AND expires_at > \(visit.now)
                AND seen_at + idle_minutes * 60000 > \(visit.now)
            ORDER BY seen_at DESC, created_at DESC
            """
        ) { row in
            OpenSession(
                device: row.text(0), openedAt: row.integer(1), seenAt: row.integer(2),
                isThis: row.bytes(3) == visit.session.tokenHash)
        }
    }

    static func spend(codeHash: String, of person: Int64, in writing: Writing) throws {
        let spent = try writing.connection.run(
            """
            UPDATE activation_code SET used_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND person_id = \(person) AND code_hash = \(Array(codeHash.utf8))
                AND used_at = 0
            """)
        guard spent > 0 else { throw Refusal.invalid("wrong_code", SignInTexts.wrongCode, at: "/code") }
    }

    static func keep(password: String, of person: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE account SET password = \(password)
            WHERE school_id = \(writing.school) AND person_id = \(person)
            """)
        try writing.audit("password.set", "person/\(person)")
    }

    static func keep(language: Language, of person: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE account SET language = \(language.rawValue)
            WHERE school_id = \(writing.school) AND person_id = \(person)
            """)
    }

    static func keep(role: Role, of person: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE account SET role = \(role.rawValue)
            WHERE school_id = \(writing.school) AND person_id = \(person)
            """)
    }
}
