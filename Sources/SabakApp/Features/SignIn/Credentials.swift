import SchoolRules
import Store
import Web

/// Checks who somebody is, and opens sessions.
struct Credentials: Sendable {
    let caller: Caller
    private var app: App { caller.app }

    init(_ caller: Caller) { self.caller = caller }

    /// Somebody who has shown to be this person.
    struct Known: Sendable {
        let store: SchoolStore
        let person: Int64
        let isStaff: Bool
        /// Whether the person has promised to keep login and password to themselves.
        let hasAcceptedDuty: Bool
    }

    enum Check: Sendable {
        case right(Known)
        /// What to say, and how many seconds to wait if there were too many failures.
        case wrong(Text, wait: Int?)
    }

    /// Who is meant by a typed name. Failures are counted by the name as it looks, so that no way of typing it gives
    /// further tries.
    private struct Meant {
        let store: SchoolStore?
        let person: Int64
        let key: String
    }

    /// Compares a password, slowing down whoever guesses.
    func check(login: String, password: String) async throws -> Check {
        let meant = try meant(login)
        if let seconds = wait(meant.key) { return .wrong(SignInTexts.wait(seconds), wait: seconds) }
        let account = try meant.store.flatMap { store in
            try store.read { try SignInQueries.account(of: meant.person, school: store.id, in: $0) }
        }
        let isRight = try await app.passwords.isRight(password, for: account?.password ?? "")
        guard isRight, let store = meant.store, let account else {
            countFailure(meant.key)
            return .wrong(SignInTexts.wrong, wait: nil)
        }
        app.failuresOfName.forget(meant.key)
        let standing = try standing(of: meant.person, store)
        if account.isClosed || standing.isOver { return .wrong(SignInTexts.closed, wait: nil) }
        return .right(try known(meant.person, standing, store))
    }

    /// Takes a one-time code and sets the password.
    /// - Throws: a refusal for a code that is wrong, used or too old, and for an account that is closed.
    func activate(_ wish: SignInForms.Activation) async throws -> Known {
        let meant = try meant(wish.login)
        if let seconds = wait(meant.key) { throw SignInTexts.tooManyTries(seconds) }
        let hash = try meant.store.flatMap { store in
            try store.read { try OneTimeCode.openHash(of: meant.person, school: store.id, at: caller.now, in: $0) }
        }
        guard try await app.passwords.isRight(OneTimeCode.folded(wish.code), for: hash ?? ""), let hash,
            let store = meant.store
        else {
            countFailure(meant.key)
            throw Refusal.invalid("wrong_code", SignInTexts.wrongCode, at: "/code")
        }
        let standing = try standing(of: meant.person, store)
        let account = try store.read { try SignInQueries.account(of: meant.person, school: store.id, in: $0) }
        guard let account, !account.isClosed, !standing.isOver else {
            throw Refusal.invalid("account_closed", SignInTexts.closed, at: "/login")
        }
        let password = try await app.passwords.hash(wish.password)
        let author = Author(person: meant.person, session: "activation")
        let (person, duty) = (meant.person, wish.duty)
        try await store.write(by: author, at: caller.now) { writing in
            try SignInQueries.spend(codeHash: hash, of: person, in: writing)
            try SignInQueries.keep(password: password, of: person, in: writing)
            try SignInQueries.endSessions(of: person, except: [], in: writing)
            if let duty { try DutyQueries.accept(by: person, in: duty, in: writing) }
        }
        app.failuresOfName.forget(meant.key)
        return try known(person, standing, store)
    }

    /// Opens a session and gives its token, which is kept nowhere.
    func openSession(for known: Known) async throws -> String {
        let token = SessionToken.make(school: known.store.id)
        let csrf = Tokens.make(24)
        let device = String((caller.asked.headers[.userAgent] ?? "").prefix(160))
        let hours: Int64 = known.isStaff ? 12 : 90 * 24
        let idle = known.isStaff ? app.config.staffIdleMinutes : 90 * 24 * 60
        let session = SignInQueries.NewSession(
            tokenHash: SessionToken.hash(token), person: known.person, csrf: csrf, device: device,
            expires: caller.now + hours * 3_600_000, idleMinutes: idle)
        let author = Author(person: known.person, session: Digest.hex(Array(session.tokenHash.prefix(6))))
        try await known.store.write(by: author, at: caller.now, alsoWhenReadOnly: true) {
            try SignInQueries.open(session, in: $0)
            $0.touchesOnly([])
        }
        return token
    }

    private func meant(_ login: String) throws -> Meant {
        let found = try app.store.person(signingInAs: LoginName.readings(login))
        let key = SignInName.looks(found?.login ?? LoginName.fold(login))
        return Meant(store: try found.map { try app.store.school($0.school) }, person: found?.person ?? 0, key: key)
    }

    private func known(_ person: Int64, _ standing: Standing, _ store: SchoolStore) throws -> Known {
        let hasAccepted = try store.read { try DutyQueries.acceptance(of: person, school: store.id, in: $0) != nil }
        return Known(
            store: store, person: person, isStaff: !standing.roles.subtracting([.parent, .student]).isEmpty,
            hasAcceptedDuty: hasAccepted)
    }

    private func standing(of person: Int64, _ store: SchoolStore) throws -> Standing {
        try store.read { connection in
            let today = try LocalTime.of(store.id, in: connection).moment(caller.now).day
            return try Standing.read(of: person, school: store.id, on: today, in: connection)
        }
    }

    private func wait(_ name: String) -> Int? {
        let waits = [
            app.failuresOfName.wait(for: name, at: caller.now),
            app.failuresOfAddress.wait(for: caller.asked.address, at: caller.now),
        ]
        return waits.compactMap { $0 }.max()
    }

    private func countFailure(_ name: String) {
        app.failuresOfName.countFailure(of: name, at: caller.now)
        app.failuresOfAddress.countFailure(of: caller.asked.address, at: caller.now)
    }
}
