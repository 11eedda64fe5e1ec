import HTTPTypes
import SchoolRules
import Store
import Web

/// Coming in and going out: signing in, the first time with a one-time code, the own account.
enum SignIn {
    static let routes: [Route] =
        [
            .open(.get, "/", start),
            .open(.get, "/sign-in", form),
            .open(.post, "/sign-in", signIn),
            .open(.get, "/activate", activationForm),
            .open(.post, "/activate", activate),
            .open(.post, "/language", chooseLanguage),
            .needs(.signedIn, .post, "/start", chooseRole),
            .needs(.signedIn, .get, "/account", bodyLimit: nil, account),
            .needs(.signedIn, .post, "/account/password", changePassword),
            .needs(.signedIn, .post, "/account/sessions", endOtherSessions),
            .needs(.signedIn, .post, "/sign-out", signOut),
        ] + Duty.routes + SignInAPI.routes

    private static func start(_ caller: Caller) throws -> Answer {
        do {
            let visit = try Visit(caller)
            let isPromised = try visit.read {
                try DutyQueries.acceptance(of: visit.person.id, school: visit.school.id, in: $0) != nil
            }
            return .see(isPromised || visit.school.isPractice ? visit.startAddress : "/duty")
        } catch let refusal as Refusal where refusal.code == Refusal.notSignedIn.code {
            return .see(try caller.app.firstRun.isOpen() ? "/setup" : "/sign-in")
        }
    }

    private static func form(_ caller: Caller) throws -> Answer {
        guard try !caller.app.firstRun.isOpen() else { return .see("/setup") }
        return .page(
            SignInPage.signIn(
                caller, next: SignInForms.next(caller.asked.query["next"]), problem: secureProblem(caller)))
    }

    private static func signIn(_ caller: Caller) async throws -> Answer {
        let form = caller.asked.form
        let next = SignInForms.next(form["next"])
        if let problem = secureProblem(caller) {
            return .page(SignInPage.signIn(caller, next: next, problem: problem), status: .forbidden)
        }
        try SignInForms.requireSameSite(caller.asked)
        switch try await Credentials(caller).check(login: form["login"] ?? "", password: form["password"] ?? "") {
        case .right(let person):
            let token = try await Credentials(caller).openSession(for: person)
            return entered(token, to: next, person)
        case .wrong(let words, let seconds):
            var answer = Answer.page(
                SignInPage.signIn(caller, next: next, problem: words, login: form["login"] ?? ""),
                status: seconds == nil ? .unprocessableContent : .tooManyRequests)
            if let seconds { answer.headers[.retryAfter] = String(seconds) }
            return answer
        }
    }

    private static func activationForm(_ caller: Caller) -> Answer {
        let login = String((caller.asked.query["login"] ?? "").prefix(80))
        return .page(SignInPage.activate(caller, login: login, problem: secureProblem(caller)))
    }

    private static func activate(_ caller: Caller) async throws -> Answer {
        let form = caller.asked.form
        let login = form["login"] ?? ""
        if let problem = secureProblem(caller) {
            return .page(SignInPage.activate(caller, login: login, problem: problem), status: .forbidden)
        }
        try SignInForms.requireSameSite(caller.asked)
        do {
            let wish = try SignInForms.Activation(
                login: login, code: form["code"] ?? "", password: form["password"] ?? "",
                duty: form["duty"].flatMap(Language.init))
            let person = try await Credentials(caller).activate(wish)
            return entered(try await Credentials(caller).openSession(for: person), to: "/", person)
        } catch let refusal as Refusal where [.unprocessableContent, .tooManyRequests].contains(refusal.status) {
            return .page(
                SignInPage.activate(
                    caller, login: login, code: form["code"] ?? "", problem: refusal.title,
                    field: refusal.fields.first?.pointer),
                status: refusal.status)
        }
    }

    private static func chooseLanguage(_ caller: Caller) async throws -> Answer {
        let form = caller.asked.form
        let language = form["lang"].flatMap(Language.init) ?? .ru
        if let visit = try? Visit(caller), let sent = form["csrf"], Tokens.areEqual(sent, visit.session.csrf) {
            // Without a session the cookie alone keeps the choice.
            try await visit.write { try SignInQueries.keep(language: language, of: visit.person.id, in: $0) }
        }
        return .see(SignInForms.next(form["next"]))
            .with(.setCookie, "lang=\(language.rawValue); Path=/; SameSite=Lax; Max-Age=31536000")
    }

    private static func chooseRole(_ visit: Visit) async throws -> Answer {
        guard let role = visit.asked.form["role"].flatMap(Role.init), Menu.startRoles(of: visit).contains(role) else {
            return .see("/")
        }
        try await visit.write { try SignInQueries.keep(role: role, of: visit.person.id, in: $0) }
        return .see("/")
    }

    private static func account(_ visit: Visit) throws -> Answer { try showAccount(visit) }

    private static func showAccount(
        _ visit: Visit, problems: [String: Text] = [:], status: HTTPResponse.Status = .unprocessableContent
    ) throws -> Answer {
        let page = try visit.read { connection in
            AccountPage(
                visit: visit, sessions: try SignInQueries.sessions(of: visit, in: connection),
                login: try SignInQueries.account(of: visit.person.id, school: visit.school.id, in: connection)?.login
                    ?? "",
                duty: try DutyQueries.acceptance(of: visit.person.id, school: visit.school.id, in: connection),
                problems: problems)
        }
        var answer = page.answer
        if !problems.isEmpty { answer.status = status }
        return answer
    }

    private static func changePassword(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let hash = try visit.read {
            try SignInQueries.passwordHash(of: visit.person.id, school: visit.school.id, in: $0)
        }
        let key = "password/\(visit.school.id)/\(visit.person.id)"
        if let seconds = visit.app.failuresOfName.wait(for: key, at: visit.now) {
            return try showAccount(visit, problems: ["old": SignInTexts.wait(seconds)], status: .tooManyRequests)
        }
        guard try await visit.app.passwords.isRight(form["old"] ?? "", for: hash) else {
            visit.app.failuresOfName.countFailure(of: key, at: visit.now)
            return try showAccount(visit, problems: ["old": SignInTexts.wrongOld])
        }
        let password = form["new"] ?? ""
        let login = try visit.read {
            try SignInQueries.account(of: visit.person.id, school: visit.school.id, in: $0)?.login ?? ""
        }
        if let problem = SignInForms.problem(password: password, of: login) {
            return try showAccount(visit, problems: ["new": problem.words])
        }
        let fresh = try await visit.app.passwords.hash(password)
        try await visit.write { writing in
            try SignInQueries.keep(password: fresh, of: visit.person.id, in: writing)
            try SignInQueries.endSessions(of: visit.person.id, except: visit.session.tokenHash, in: writing)
        }
        return .see("/account?note=changed")
    }

    private static func endOtherSessions(_ visit: Visit) async throws -> Answer {
        try await visit.write { writing in
            try SignInQueries.endSessions(of: visit.person.id, except: visit.session.tokenHash, in: writing)
        }
        return .see("/account?note=ended")
    }

    private static func signOut(_ visit: Visit) async throws -> Answer {
        try await visit.store.write(by: visit.author, at: visit.now, alsoWhenReadOnly: true) {
            try SignInQueries.end(session: visit.session.tokenHash, in: $0)
        }
        // Kept pages go, so that Back shows none of them; entries that still wait for the line stay on the device.
        return .see("/sign-in").with(.setCookie, SessionCookie.gone).with(.clearSiteData, "\"cache\"")
    }

    private static func entered(_ token: String, to next: String, _ person: Credentials.Known) -> Answer {
        let seconds: Int64 = person.isStaff ? 12 * 3600 : 90 * 24 * 3600
        let target = person.hasAcceptedDuty ? next : "/duty?" + Form(fields: [("next", next)]).encoded
        return .see(target).with(.setCookie, SessionCookie.value(token, seconds: seconds))
    }

    /// A browser drops the session cookie in silence on a plain connection to another machine; say so instead.
    private static func secureProblem(_ caller: Caller) -> Text? {
        let isHere = ["localhost", "127.0.0.1", "[::1]"].contains(caller.asked.host)
        return caller.asked.isEncrypted || isHere ? nil : SignInTexts.needsHTTPS
    }
}
