import SchoolRules
import Store
import Web

/// What is handed over on paper: shown once, kept nowhere.
struct Slip: Sendable {
    let name: PersonName
    let note, login, code: String
    let expires: Day
}

/// Makes one-time codes and opens the accounts they are for.
struct CodeIssue: Sendable {
    let visit: Visit

    /// - Parameter check: asked again within the transaction, so that a right lost meanwhile is not used.
    func issue(
        to holders: [AccountQueries.Holder], check: @escaping @Sendable (Connection) throws -> Void
    ) async throws -> [Slip] {
        var made: [(holder: AccountQueries.Holder, code: String, hash: String)] = []
        for holder in holders {
            let code = OneTimeCode.make()
            made.append((holder, code, try await visit.app.passwords.hash(code)))
        }
        let (app, store, codes) = (visit.app, visit.store, made)
        let logins = try await visit.write { writing in
            try check(writing.connection)
            let opening = AccountOpening(store: app.store)
            return try codes.map { made in
                let login = try opening.login(of: made.holder.id, school: store, in: writing.connection)
                try opening.open(person: made.holder.id, login: login, in: writing)
                try OneTimeCode.issue(to: made.holder.id, hash: made.hash, in: writing)
                return login
            }
        }
        let expires = visit.school.time.moment(visit.now + OneTimeCode.lifetime).day
        return zip(codes, logins).map { made, login in
            Slip(name: made.holder.name, note: made.holder.note, login: login, code: made.code, expires: expires)
        }
    }
}
