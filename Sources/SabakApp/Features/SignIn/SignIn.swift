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
            .needs(.signedIn, .get, "/start", bodyLimit: nil, chooseRole),
            .needs(.signedIn, .get, "/account", bodyLimit: nil, account),
            .needs(.signedIn, .post, "/account/password", changePassword),
            .needs(.signedIn, .post, "/account/sessions", endOtherSessions),
            .needs(.signedIn, .post, "/sign-out", signOut),
        ] + SignInAPI.routes

    private static func start(_ caller: Caller) throws -> Answer {
        do {
            return .see(try Visit(caller).startAddress)
        } catch let refusal as Refusal where refusal.code == Refusal.notSignedIn.code {
            return .see(try caller.app.firstRun.isOpen() ? "/setup" : "/sign-in")
        }
    }

    private static func form(_ caller: Caller) throws -> Answer {
        guard try !caller.app.firstRun.isOpen() else { return .see("/setup") }
        return .page(
            SignInPage.signIn(caller, next: Self.next(caller.asked.query["next"]), problem: secureProblem(caller)))
    }

    private static func signIn(_ caller: Caller) async throws -> Answer {
        let form = caller.asked.form
        let next = Self.next(form["next"])
        if let problem = secureProblem(caller) {
            return .page(SignInPage.signIn(caller, next: next, problem: problem), status: .forbidden)
        }
        try SignInForms.requireSameSite(caller.asked)
        switch try await Credentials(caller).check(login: form["login"] ?? "", password: form["password"] ?? "") {
        case .right(let person):
            let token = try await Credentials(caller).openSession(for: person)
            return entered(token, to: next, staff: person.isStaff)
        case .wrong(let words, let seconds):
            var answer = Answer.page(
                SignInPage.signIn(caller, next: next, problem: words, login: form["login"] ?? ""),
                status: seconds == nil ? .unprocessableContent : .tooManyRequests)
            if let seconds { answer.headers[.retryAfter] = String(seconds) }
            return answer
        }
    }

    private static func activationForm(_ caller: Caller) -> Answer {
        .page(SignInPage.activate(caller, login: caller.asked.query["login"] ?? "", problem: secureProblem(caller)))
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
                login: login, code: form["code"] ?? "", password: form["password"] ?? "")
            let person = try await Credentials(caller).activate(wish)
            return entered(try await Credentials(caller).openSession(for: person), to: "/", staff: person.isStaff)
        } catch let refusal as Refusal where refusal.status == .unprocessableContent {
            return .page(
                SignInPage.activate(caller, login: login, problem: refusal.title), status: refusal.status)
        }
    }

    private static func chooseLanguage(_ caller: Caller) async throws -> Answer {
        let form = caller.asked.form
        let language = form["lang"].flatMap(Language.init) ?? .ru
        if let visit = try? Visit(caller), let sent = form["csrf"], Tokens.areEqual(sent, visit.session.csrf) {
            // Without a session the cookie alone keeps the choice.
            try await visit.write { try SignInQueries.keep(language: language, of: visit.person.id, in: $0) }
        }
        return .see(Self.next(form["next"]))
            .with(.setCookie, "lang=\(language.rawValue); Path=/; SameSite=Lax; Max-Age=31536000")
    }

    private static func chooseRole(_ visit: Visit) async throws -> Answer {
        guard let role = visit.asked.query["role"].flatMap(Role.init), Menu.startRoles(of: visit).contains(role) else {
            return .see("/")
        }
        try await visit.write { try SignInQueries.keep(role: role, of: visit.person.id, in: $0) }
        return .see("/")
    }

    private static func account(_ visit: Visit) throws -> Answer {
        let sessions = try visit.read { try SignInQueries.sessions(of: visit, in: $0) }
        return AccountPage.answer(visit, sessions: sessions, note: visit.asked.query["note"])
    }

    private static func changePassword(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let hash = try visit.read {
            try SignInQueries.passwordHash(of: visit.person.id, school: visit.school.id, in: $0)
        }
        let key = "password/\(visit.person.id)"
        guard visit.app.failuresOfName.wait(for: key, at: visit.now) == nil,
            try await visit.app.passwords.isRight(form["old"] ?? "", for: hash)
        else {
            visit.app.failuresOfName.countFailure(of: key, at: visit.now)
            return .see("/account?note=wrong")
        }
        guard let password = form["new"], SignInForms.isGood(password: password) else {
            return .see("/account?note=short")
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

    private static func entered(_ token: String, to next: String, staff: Bool) -> Answer {
        let seconds: Int64 = staff ? 12 * 3600 : 90 * 24 * 3600
        return .see(next).with(.setCookie, SessionCookie.value(token, seconds: seconds))
    }

    /// Only addresses of this site; anything else would send people to strangers.
    private static func next(_ wish: String?) -> String {
        guard let wish, wish.hasPrefix("/"), !wish.hasPrefix("//"), !wish.contains("\\"),
            !wish.hasPrefix("/sign-in"), !wish.hasPrefix("/api/")
        else { return "/" }
        return String(wish.unicodeScalars.filter { $0.value > 31 && $0.value < 127 }.map(Character.init))
    }

    /// A browser drops the session cookie in silence on a plain connection to another machine; say so instead.
    private static func secureProblem(_ caller: Caller) -> Text? {
        let isHere = ["localhost", "127.0.0.1", "[::1]"].contains(caller.asked.host)
        return caller.asked.isEncrypted || isHere ? nil : SignInTexts.needsHTTPS
    }
}
