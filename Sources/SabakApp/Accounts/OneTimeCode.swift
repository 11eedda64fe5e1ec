import SchoolRules
import Store
import Web

/// One-time codes: ten characters that cannot be mistaken for each other, kept hashed, good for 14 days and one use.
enum OneTimeCode {
    static let lifetime: Int64 = 14 * 24 * 3600 * 1000

    static func make() -> String {
        let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789")
        return String(Digest.random(64).filter { $0 < 248 }.prefix(10).map { letters[Int($0) % 31] })
    }

    /// What a person typed, without case, spaces and hyphens.
    static func folded(_ typed: String) -> String { typed.uppercased().filter { $0.isLetter || $0.isNumber } }

    /// Gives a person a new code; earlier ones stop working.
    static func issue(to person: Int64, hash: String, in writing: Writing) throws {
        let expires = writing.instant + lifetime
        try writing.connection.run(
            """
            INSERT INTO activation_code (school_id, person_id, issued_at, code_hash, issued_by, expires_at)
            VALUES (\(writing.school), \(person), \(writing.instant), \(Array(hash.utf8)), \(writing.author.person),
                \(expires))
            ON CONFLICT (school_id, person_id, issued_at) DO UPDATE
            SET code_hash = excluded.code_hash, expires_at = excluded.expires_at, used_at = 0
            """)
        try writing.audit("code.issue", "person/\(person)", after: "\(expires)")
    }

    /// The hash of the newest code of a person that can still be used.
    static func openHash(of person: Int64, school: Int64, at now: Int64, in connection: Connection) throws -> String? {
        try connection.first(
            """
            SELECT code_hash, used_at, expires_at FROM activation_code
            WHERE school_id = \(school) AND person_id = \(person) ORDER BY issued_at DESC LIMIT 1
            """
        ) { row in
            row.integer(1) == 0 && row.integer(2) > now ? String(decoding: row.bytes(0), as: UTF8.self) : nil
        } ?? nil
    }
}
