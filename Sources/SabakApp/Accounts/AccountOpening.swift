import SchoolRules
import Store
import Web

/// Accounts: one a person, with a sign-in name that is never given twice in the installation.
struct AccountOpening: Sendable {
    let store: Store

    /// The sign-in name of a person, made from the surname if there is none yet.
    func login(of person: Int64, school: SchoolStore, in connection: Connection) throws -> String {
        let known = try connection.first(
            "SELECT login FROM account WHERE school_id = \(school.id) AND person_id = \(person)"
        ) { $0.text(0) }
        if let known { return known }
        let name = try connection.first(
            "SELECT surname, given FROM person WHERE school_id = \(school.id) AND id = \(person)"
        ) { ($0.text(0), $0.text(1)) }
        guard let name else { throw Refusal.notFound }
        return try claimFree(base: LoginName.base(name.0.isEmpty ? name.1 : name.0), school: school.id, person: person)
    }

    /// Opens the account, if it is not open yet or was closed, within a transaction.
    func open(person: Int64, login: String, in writing: Writing) throws {
        let reopened = try writing.connection.run(
            """
            UPDATE account SET closed_at = 0
            WHERE school_id = \(writing.school) AND person_id = \(person) AND closed_at > 0
            """)
        if reopened > 0 { try writing.audit("account.reopen", "person/\(person)") }
        let added = try writing.connection.run(
            """
            INSERT INTO account (school_id, person_id, login, created_at)
            VALUES (\(writing.school), \(person), \(login), \(writing.instant))
            ON CONFLICT (school_id, person_id) DO NOTHING
            """)
        if added > 0 { try writing.audit("account.open", "person/\(person)", after: login) }
    }

    /// Asks for a few names at once: a common surname has hundreds of bearers in the schools of a country.
    private func claimFree(base: String, school: Int64, person: Int64) throws -> String {
        var wishes = LoginName.candidates(base).lazy.map(LoginName.fold).makeIterator()
        while let first = wishes.next() {
            let batch = [first] + (0..<60).compactMap { _ in wishes.next() }
            for login in try store.free(of: batch) {
                if try store.claim(login: login, school: school, person: person) { return login }
            }
        }
        throw StoreError.missing("a free sign-in name for \(base)")
    }
}
