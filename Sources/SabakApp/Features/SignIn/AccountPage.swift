import SchoolRules
import Web

/// The own account: password, open sessions, and the duty that was accepted.
struct AccountPage: Sendable {
    let visit: Visit
    let sessions: [SignInQueries.OpenSession]
    let login: String
    let duty: DutyQueries.Acceptance?
    var problems: [String: Text] = [:]
    private var words: Language { visit.language }

    var answer: Answer {
        let title = ShellTexts.account[words]
        return Layout(visit: visit, title: title, place: "/account", frame: .thin).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(visit.person.name.full) · \
            \(SignInTexts.login[words]) <b>\(login)</b></p></div></div>
            \(said)\(rights)
            <h2>\(SignInTexts.changePassword[words])</h2>
            <form class="form card pad" method="post" action="/account/password">\(visit.csrfField)
            \(password("old", SignInTexts.oldPassword, autocomplete: "current-password", hint: nil))
            \(password("new", SignInTexts.newPassword, autocomplete: "new-password", hint: SignInTexts.passwordHint))
            <p class="acts"><button class="main">\(SignInTexts.changePassword[words])</button></p></form>
            <h2>\(SignInTexts.sessions[words])</h2>
            <ul class="plain">\(sessions.html(line))</ul>
            <form method="post" action="/account/sessions">\(visit.csrfField)\
            <p class="acts"><button>\(SignInTexts.endOthers[words])</button></p></form>
            \(promise)
            """)
    }

    /// Work is done by a distribution of rights, so everybody of the staff finds it (004 §3¶0).
    private var rights: HTML? {
        guard visit.may(.readLoad) || visit.may(.enrol) else { return nil }
        return "<p><a href=\"/rights\">\(RightsTexts.title[words])</a></p>"
    }

    private func password(_ name: String, _ label: Text, autocomplete: String, hint: Text?) -> HTML {
        let problem = problems[name]
        let about = problem == nil ? (hint == nil ? "" : "\(name)-hint") : "\(name)-err"
        let described: HTML? = about.isEmpty ? nil : " aria-describedby=\"\(about)\""
        let invalid: HTML? = problem == nil ? nil : " aria-invalid=\"true\" autofocus"
        let bad = problem == nil ? "" : " bad"
        let error: HTML? = problem.map { "<small class=\"err\" id=\"\(name)-err\">\($0[words])</small>" }
        let help: HTML? = hint.map { "<small class=\"hint\" id=\"\(name)-hint\">\($0[words])</small>" }
        return """
            <p class="field\(bad)"><label for="\(name)">\(label[words])</label>\
            <input id="\(name)" name="\(name)" type="password" autocomplete="\(autocomplete)" required\
            \(described)\(invalid)>\(error)\(help)</p>
            """
    }

    private func line(_ session: SignInQueries.OpenSession) -> HTML {
        let seen = visit.school.time.moment(session.seenAt)
        let opened = visit.school.time.moment(session.openedAt)
        let this: HTML? =
            session.isThis ? " <span class=\"tag\">\(SignInTexts.thisSession[words])</span>" : nil
        let since = SignInTexts.openedAt("\(opened.day.short) \(opened.time)")[words]
        return """
            <li>\(Self.device(session.device)) — \(seen.day.words(words)), \(seen.time.description)\(this) \
            <small>\(since)</small></li>
            """
    }

    private static func device(_ agent: String) -> String {
        let known = ["Firefox", "Edg", "OPR", "Chrome", "Safari"].first { agent.contains($0) }
        let system = ["Android", "iPhone", "iPad", "Windows", "Mac", "Linux"].first { agent.contains($0) }
        let parts = [known, system].compactMap { $0 }.joined(separator: ", ")
        return parts.isEmpty ? (agent.isEmpty ? "—" : String(agent.prefix(40))) : parts
    }

    private var promise: HTML {
        let day = duty.map { visit.school.time.moment($0.at).day.short }
        let state: HTML =
            day.map { "<p class=\"sub\">\(SignInTexts.accepted(on: $0)[words])</p>" }
                ?? """
                <p><a class="button" href="/duty?next=%2Faccount">\(SignInTexts.readDuty[words])</a></p>
                """
        return "<h2>\(SignInTexts.duty[words])</h2>\(DutyPage.text(words))\(state)"
    }

    private var said: HTML? {
        if !problems.isEmpty { return "<p class=\"say bad\" role=\"alert\">\(SignInTexts.notChanged[words])</p>" }
        return switch visit.asked.query["note"] {
        case "changed": "<p class=\"say good\" role=\"status\">\(SignInTexts.passwordChanged[words])</p>"
        case "ended": "<p class=\"say good\" role=\"status\">\(SignInTexts.othersEnded[words])</p>"
        default: nil
        }
    }
}
