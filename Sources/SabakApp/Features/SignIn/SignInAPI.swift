import SchoolRules
import Web

/// The door for programs.
enum SignInAPI {
    static let routes: [Route] = [
        .open(.post, "/api/v1/sign-in", signIn),
        .open(.post, "/api/v1/activate", activate),
        .needs(.signedIn, .delete, "/api/v1/session", signOut),
    ]

    private struct SignInBody: Decodable { let login, password: String }
    /// `duty` is the language in which the duty was shown and accepted; without it the person is asked in the browser.
    private struct ActivateBody: Decodable {
        let login, code, password: String
        let duty: String?
    }

    private static func signIn(_ caller: Caller) async throws -> Answer {
        let body = try JSONBody.decode(SignInBody.self, from: caller.asked)
        switch try await Credentials(caller).check(login: body.login, password: body.password) {
        case .right(let known): return try await entered(known, caller)
        case .wrong(_, let seconds?): throw SignInTexts.tooManyTries(seconds)
        case .wrong(let words, nil):
            throw Refusal(
                status: .unauthorized, code: "wrong_credentials", title: words, advice: SignInTexts.forgotten)
        }
    }

    private static func activate(_ caller: Caller) async throws -> Answer {
        let body = try JSONBody.decode(ActivateBody.self, from: caller.asked)
        let wish = try SignInForms.Activation(
            login: body.login, code: body.code, password: body.password,
            duty: body.duty.flatMap(Language.init))
        return try await entered(try await Credentials(caller).activate(wish), caller)
    }

    private static func signOut(_ visit: Visit) async throws -> Answer {
        try await visit.store.write(by: visit.author, at: visit.now, alsoWhenReadOnly: true) {
            try SignInQueries.end(session: visit.session.tokenHash, in: $0)
        }
        return Answer(status: .noContent)
    }

    private static func entered(_ known: Credentials.Known, _ caller: Caller) async throws -> Answer {
        let token = try await Credentials(caller).openSession(for: known)
        var asked = caller.asked
        asked = Asked(
            method: asked.method, target: asked.path, headers: [.authorization: "Bearer " + token],
            address: asked.address, host: asked.host, isEncrypted: asked.isEncrypted)
        let visit = try Visit(Caller(app: caller.app, asked: asked))
        return .json(["token": .string(token), "person": visit.personJSON])
    }
}

extension Visit {
    /// The visitor as programs see it.
    var personJSON: JSON {
        [
            "id": .id(person.id), "name": .string(person.name.full),
            "roles": .array(Role.allCases.filter(roles.contains).map { .string($0.rawValue) }),
        ]
    }
}
