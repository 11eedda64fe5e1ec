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
    }

    enum Check: Sendable {
        case right(Known)
        /// What to say, and how many seconds to wait if there were too many failures.
        case wrong(Text, wait: Int?)
    }

    /// Compares a password, slowing down whoever guesses.
    func check(login: String, password: String) async throws -> Check {
        let name = LoginName.fold(login)
        if let seconds = wait(name) { return .wrong(SignInTexts.wait(seconds), wait: seconds) }
        let found = try app.store.person(signingInAs: name)
        let row = try found.flatMap { found in
            let store = try app.store.school(found.school)
            return try store.read { try SignInQueries.account(of: found.person, school: found.school, in: $0) }
                .map { (store, $0) }
        }
        let isRight = try await app.passwords.isRight(password, for: row?.1.password ?? "")
        guard isRight, let (store, account) = row, !account.isClosed else {
            countFailure(name)
            return .wrong(SignInTexts.wrong, wait: nil)
        }
        app.failuresOfName.forget(name)
        return .right(Known(store: store, person: account.person, isStaff: try isStaff(account.person, store)))
    }

    /// Takes a one-time code and sets the password.
    /// - Throws: a refusal for a code that is wrong, used or too old.
    func activate(_ wish: SignInForms.Activation) async throws -> Known {
        let name = LoginName.fold(wish.login)
        if let seconds = wait(name) { throw SignInTexts.tooManyTries(seconds) }
        let found = try app.store.person(signingInAs: name)
        var hash = ""
        if let found {
            let store = try app.store.school(found.school)
            hash =
                try store.read { connection in
                    try OneTimeCode.openHash(of: found.person, school: found.school, at: caller.now, in: connection)
                } ?? ""
        }
        guard try await app.passwords.isRight(OneTimeCode.folded(wish.code), for: hash), let found else {
            countFailure(name)
            throw Refusal.invalid("wrong_code", SignInTexts.wrongCode, at: "/code")
        }
        let store = try app.store.school(found.school)
        let password = try await app.passwords.hash(wish.password)
        let author = Author(person: found.person, session: "activation")
        let spent = hash
        try await store.write(by: author, at: caller.now) { writing in
            try SignInQueries.spend(codeHash: spent, of: found.person, in: writing)
            try SignInQueries.keep(password: password, of: found.person, in: writing)
            try SignInQueries.endSessions(of: found.person, except: [], in: writing)
        }
        app.failuresOfName.forget(name)
        return Known(store: store, person: found.person, isStaff: try isStaff(found.person, store))
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
        }
        return token
    }

    private func isStaff(_ person: Int64, _ store: SchoolStore) throws -> Bool {
        try store.read { connection in
            let zone = try SignInQueries.timeZone(of: store.id, in: connection)
            let today = LocalTime(zone: zone).moment(caller.now).day
            let roles = try VisitQueries.roles(of: person, school: store.id, on: today, in: connection)
            return !roles.subtracting([.parent, .student]).isEmpty
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
