import SchoolRules
import Store
import Web

/// Who has promised, and when, to keep login and password to themselves (003 6.5).
enum DutyQueries {
    /// The number of the wording in force; a new wording is accepted anew.
    static let wording = 1

    struct Acceptance: Sendable {
        let at: Int64
        let language: Language
    }

    static func acceptance(of person: Int64, school: Int64, in connection: Connection) throws -> Acceptance? {
        try connection.first(
            """
            SELECT accepted_at, language FROM duty_acceptance
            WHERE school_id = \(school) AND person_id = \(person) AND wording = \(wording)
            """
        ) { Acceptance(at: $0.integer(0), language: Language(rawValue: $0.text(1)) ?? .ru) }
    }

    /// Keeps that the wording in force was shown in a language and accepted. The first acceptance stands.
    static func accept(by person: Int64, in language: Language, in writing: Writing) throws {
        let added = try writing.connection.run(
            """
            INSERT INTO duty_acceptance (school_id, person_id, wording, accepted_at, language)
            VALUES (\(writing.school), \(person), \(wording), \(writing.instant), \(language.rawValue))
            ON CONFLICT (school_id, person_id, wording) DO NOTHING
            """)
        if added > 0 { try writing.audit("duty.accept", "person/\(person)", after: "\(wording) \(language.rawValue)") }
    }
}
