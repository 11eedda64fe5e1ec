import SchoolRules
import Store
import Web

/// What a session and the rows of the school say about a visitor.
enum VisitQueries {
    struct SessionRow: Sendable {
        let tokenHash: [UInt8]
        let person: Int64
        let csrf: String
        let seenAt: Int64
        let role: Role?
        let language: Language?
    }

    struct SchoolRow: Sendable, Equatable {
        let name: String
        let country: Country
        let timeZone: String
        let language: Language
        let recordLanguage: RecordLanguage
        let isPractice: Bool
        let issuers: StaffIssuers
    }

    /// The session behind a token, unless it has ended, is idle for too long, or its account is closed.
    static func session(
        token: String, school: Int64, at now: Int64, in connection: Connection
    ) throws -> SessionRow? {
        let hash = SessionToken.hash(token)
        return try connection.first(
            """
            SELECT session.person_id, session.csrf, session.seen_at, account.role, account.language FROM session
            JOIN account ON account.school_id = session.school_id AND account.person_id = session.person_id
            WHERE session.school_id = \(school) AND session.token_hash = \(hash) AND session.expires_at > \(now)
                AND session.seen_at + session.idle_minutes * 60000 > \(now) AND account.closed_at = 0
            """
        ) { row in
            SessionRow(
                tokenHash: hash, person: row.integer(0), csrf: row.text(1), seenAt: row.integer(2),
                role: Role(rawValue: row.text(3)), language: Language(rawValue: row.text(4)))
        }
    }

    /// What a visit has to know of its school; nil where there is none.
    static func school(_ school: Int64, in connection: Connection) throws -> SchoolRow? {
        try connection.fact("school") {
            try connection.first(
                """
                SELECT school.name, school.country, school.time_zone, school.language, school.record_language,
                    EXISTS (SELECT 1 FROM setting AS mark WHERE mark.school_id = school.school_id
                        AND mark.name = 'practice.of'), setting.value
                FROM school
                LEFT JOIN setting ON setting.school_id = school.school_id AND setting.name = 'issuer.staff'
                WHERE school.school_id = \(school)
                """
            ) { row in
                SchoolRow(
                    name: row.text(0), country: Country(rawValue: row.text(1)) ?? .KG, timeZone: row.text(2),
                    language: Language(rawValue: row.text(3)) ?? .ru,
                    recordLanguage: RecordLanguage(rawValue: row.text(4)) ?? .ru, isPractice: row.bool(5),
                    issuers: StaffIssuers(setting: row.isNull(6) ? nil : row.text(6)))
            }
        }
    }

    static func name(of person: Int64, school: Int64, in connection: Connection) throws -> PersonName? {
        try connection.fact("name \(person)") {
            try connection.first(
                "SELECT surname, given, patronymic FROM person WHERE school_id = \(school) AND id = \(person)"
            ) { PersonName(stored: $0.text(0), given: $0.text(1), patronymic: $0.text(2)) }
        }
    }

    /// The roles of a person on a day.
    static func roles(
        of person: Int64, school: Int64, on day: Day, in connection: Connection
    ) throws -> Set<Role> {
        try Standing.read(of: person, school: school, on: day, in: connection).roles
    }

    static func noteSeen(tokenHash: [UInt8], in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE session SET seen_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND token_hash = \(tokenHash)
            """)
    }
}

extension LocalTime {
    /// The local time of a school.
    static func of(_ school: Int64, in connection: Connection) throws -> LocalTime {
        LocalTime(zone: try VisitQueries.school(school, in: connection)?.timeZone ?? "")
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
