import Web

/// The door: signing in and the first sign-in.
enum SignInPage {
    static func signIn(_ caller: Caller, next: String, problem: Text?, login: String = "") -> HTML {
        let words = caller.language
        return DoorLayout.html(
            SignInTexts.signIn[words], caller: caller,
            """
            <h1>\(SignInTexts.signIn[words])</h1>
            <p class="sub">\(SignInTexts.what[words])</p>
            \(alert(problem, words))
            <form class="form" method="post" action="/sign-in">
            <input type="hidden" name="next" value="\(next)">
            <p class="field"><label for="login">\(SignInTexts.login[words])</label>\
            <input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required \
            value="\(login)"></p>
            <p class="field"><label for="password">\(SignInTexts.password[words])</label>\
            <input id="password" name="password" type="password" autocomplete="current-password" required></p>
            <p class="acts"><button class="main">\(SignInTexts.enter[words])</button></p>
            </form>
            <p class="links"><a href="/activate">\(SignInTexts.haveCode[words])</a></p>
            <p class="sub">\(SignInTexts.forgotten[words])</p>
            """)
    }

    static func activate(_ caller: Caller, login: String, problem: Text?) -> HTML {
        let words = caller.language
        return DoorLayout.html(
            SignInTexts.firstTime[words], caller: caller,
            """
            <h1>\(SignInTexts.firstTime[words])</h1>
            <p class="sub">\(SignInTexts.firstTimeWhat[words])</p>
            \(alert(problem, words))
            <form class="form" method="post" action="/activate">
            <p class="field"><label for="login">\(SignInTexts.login[words])</label>\
            <input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required \
            value="\(login)"></p>
            <p class="field"><label for="code">\(SignInTexts.code[words])</label>\
            <input id="code" name="code" class="code" autocomplete="one-time-code" autocapitalize="characters" \
            spellcheck="false" required></p>
            <p class="field"><label for="password">\(SignInTexts.newPassword[words])</label>\
            <input id="password" name="password" type="password" autocomplete="new-password" minlength="8" required \
            aria-describedby="password-hint"><small class="hint" id="password-hint">\
            \(SignInTexts.passwordHint[words])</small></p>
            <p class="acts"><button class="main">\(SignInTexts.saveAndEnter[words])</button></p>
            </form>
            <p class="links"><a href="/sign-in">\(SignInTexts.havePassword[words])</a></p>
            """)
    }

    private static func alert(_ problem: Text?, _ words: Language) -> HTML? {
        problem.map { "<p class=\"say bad\" role=\"alert\">\($0[words])</p>" }
    }
}

/// The own account: password and sessions.
enum AccountPage {
    static func answer(_ visit: Visit, sessions: [SignInQueries.OpenSession], note: String?) -> Answer {
        let words = visit.language
        let title = ShellTexts.account[words]
        return Layout(visit: visit, title: title, place: "/account", frame: .thin).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(visit.person.name.full)</p></div></div>
            \(say(note, words))
            <h2>\(SignInTexts.changePassword[words])</h2>
            <form class="form card pad" method="post" action="/account/password">\(visit.csrfField)
            <p class="field"><label for="old">\(SignInTexts.oldPassword[words])</label>\
            <input id="old" name="old" type="password" autocomplete="current-password" required></p>
            <p class="field"><label for="new">\(SignInTexts.newPassword[words])</label>\
            <input id="new" name="new" type="password" autocomplete="new-password" minlength="8" required \
            aria-describedby="new-hint"><small class="hint" id="new-hint">\(SignInTexts.passwordHint[words])</small></p>
            <p class="acts"><button class="main">\(SignInTexts.changePassword[words])</button></p></form>
            <h2>\(SignInTexts.sessions[words])</h2>
            <ul class="plain">\(sessions.html { line($0, visit) })</ul>
            <form method="post" action="/account/sessions">\(visit.csrfField)\
            <p class="acts"><button>\(SignInTexts.endOthers[words])</button></p></form>
            """)
    }

    private static func line(_ session: SignInQueries.OpenSession, _ visit: Visit) -> HTML {
        let seen = visit.school.time.moment(session.seenAt)
        let this: HTML? =
            session.isThis ? " <span class=\"tag\">\(SignInTexts.thisSession[visit.language])</span>" : nil
        return """
            <li>\(device(session.device)) — \(seen.day.words(visit.language)), \(seen.time.description)\(this)</li>
            """
    }

    private static func device(_ agent: String) -> String {
        let known = ["Firefox", "Edg", "OPR", "Chrome", "Safari"].first { agent.contains($0) }
        let system = ["Android", "iPhone", "iPad", "Windows", "Mac", "Linux"].first { agent.contains($0) }
        return [known, system].compactMap { $0 }.joined(separator: ", ").isEmpty
            ? (agent.isEmpty ? "—" : String(agent.prefix(40)))
            : [known, system].compactMap { $0 }.joined(separator: ", ")
    }

    private static func say(_ note: String?, _ words: Language) -> HTML? {
        switch note {
        case "changed": "<p class=\"say good\" role=\"status\">\(SignInTexts.passwordChanged[words])</p>"
        case "ended": "<p class=\"say good\" role=\"status\">\(SignInTexts.othersEnded[words])</p>"
        case "wrong": "<p class=\"say bad\" role=\"alert\">\(SignInTexts.wrongOld[words])</p>"
        case "short": "<p class=\"say bad\" role=\"alert\">\(SignInTexts.passwordTooShort[words])</p>"
        default: nil
        }
    }
}
