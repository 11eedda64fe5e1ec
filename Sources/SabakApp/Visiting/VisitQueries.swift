import SchoolRules
import Store
import Web

/// What a session and the rows of the school say about a visitor.
enum VisitQueries {
    struct SessionRow: Sendable {
        let tokenHash: [UInt8]
        let person: Int64
        let name: PersonName
        let csrf: String
        let seenAt: Int64
        let role: Role?
        let language: Language?
        let schoolName: String
        let country: Country
        let timeZone: String
        let schoolLanguage: Language
        let recordLanguage: RecordLanguage
        let isPractice: Bool
    }

    /// The session behind a token, unless it has ended, is idle for too long, or its account is closed.
    static func session(
        token: String, school: Int64, at now: Int64, in connection: Connection
    ) throws -> SessionRow? {
        let hash = SessionToken.hash(token)
        return try connection.first(
            """
            SELECT session.person_id, person.surname, person.given, person.patronymic, session.csrf, session.seen_at,
                account.role, account.language, school.name, school.country, school.time_zone, school.language,
                school.record_language,
                EXISTS (SELECT 1 FROM setting WHERE setting.school_id = school.school_id
                    AND setting.name = 'practice.of')
            FROM session
            JOIN account ON account.school_id = session.school_id AND account.person_id = session.person_id
            JOIN person ON person.school_id = session.school_id AND person.id = session.person_id
            JOIN school ON school.school_id = session.school_id
            WHERE session.school_id = \(school) AND session.token_hash = \(hash) AND session.expires_at > \(now)
                AND session.seen_at + session.idle_minutes * 60000 > \(now) AND account.closed_at = 0
            """
        ) { row in
            SessionRow(
                tokenHash: hash, person: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)), csrf: row.text(4),
                seenAt: row.integer(5), role: Role(rawValue: row.text(6)), language: Language(rawValue: row.text(7)),
                schoolName: row.text(8), country: Country(rawValue: row.text(9)) ?? .KG, timeZone: row.text(10),
                schoolLanguage: Language(rawValue: row.text(11)) ?? .ru,
                recordLanguage: RecordLanguage(rawValue: row.text(12)) ?? .ru, isPractice: row.bool(13))
        }
    }

    /// The roles of a person on a day, from grants, load, classes, substitutions, children and enrolment.
    ///
    /// A family keeps reading after the child has left, unless the school has set `leavers.read` to 0.
    static func roles(
        of person: Int64, school: Int64, on day: Day, in connection: Connection
    ) throws -> Set<Role> {
        let today = day.description
        var roles: Set<Role> = []
        try connection.each(
            """
            SELECT role FROM role_grant
            WHERE school_id = \(school) AND person_id = \(person) AND from_day <= \(today) AND to_day >= \(today)
            """
        ) { row in
            if let role = Role(rawValue: row.text(0)) { roles.insert(role) }
        }
        try connection.each(
            """
            SELECT
                EXISTS (SELECT 1 FROM load WHERE school_id = \(school) AND teacher_id = \(person)
                    AND from_day <= \(today) AND to_day >= \(today)),
                EXISTS (SELECT 1 FROM class_teacher WHERE school_id = \(school) AND person_id = \(person)
                    AND from_day <= \(today) AND to_day >= \(today)),
                EXISTS (SELECT 1 FROM substitution WHERE school_id = \(school) AND substitute_id = \(person)
                    AND withdrawn_at = 0),
                EXISTS (SELECT 1 FROM guardian WHERE school_id = \(school) AND guardian_id = \(person)
                    AND to_day >= \(today)),
                EXISTS (SELECT 1 FROM enrolment WHERE school_id = \(school) AND student_id = \(person)
                    AND to_day >= \(today)),
                EXISTS (SELECT 1 FROM enrolment WHERE school_id = \(school) AND student_id = \(person)
                    AND to_day < \(today) AND NOT EXISTS (SELECT 1 FROM setting
                        WHERE school_id = \(school) AND name = 'leavers.read' AND value = '0'))
            """
        ) { row in
            if row.bool(0) { roles.insert(.subjectTeacher) }
            if row.bool(1) { roles.insert(.classTeacher) }
            if row.bool(2) { roles.insert(.substitute) }
            if row.bool(3) { roles.insert(.parent) }
            // A student has no way into the journal, whatever else the lists say of the person.
            if row.bool(4) { roles = [.student] } else if row.bool(5), roles.isEmpty { roles = [.student] }
        }
        return roles
    }

    static func noteSeen(tokenHash: [UInt8], in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE session SET seen_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND token_hash = \(tokenHash)
            """)
    }
}

/// A session token: the school's id, so that no directory has to be asked, and a secret.
enum SessionToken {
    static func make(school: Int64) -> String { String(school, radix: 36) + "." + Tokens.make(32) }

    static func school(of token: String) -> Int64? {
        token.firstIndex(of: ".").flatMap { Int64(token[..<$0], radix: 36) }
    }

    static func hash(_ token: String) -> [UInt8] { Tokens.digest(token) }
}
