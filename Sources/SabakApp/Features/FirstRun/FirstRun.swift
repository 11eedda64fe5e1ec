import SchoolRules
import Web

/// The first run of a server without schools: a page that founds one. It is gone when there is a school.
enum FirstRun {
    static let routes: [Route] = [
        .open(.get, "/setup", door),
        .open(.post, "/setup", found),
    ]

    private static func door(_ caller: Caller) throws -> Answer {
        try requireOpen(caller)
        guard let typed = caller.asked.query["code"], !typed.isEmpty else {
            return .page(FirstRunPage(caller: caller).askCode(problem: nil))
        }
        if let refused = try refuse(typed, caller) { return refused }
        let form = FirstRunForm(countryOf: caller.language)
        return .page(FirstRunPage(caller: caller).form(form, code: typed))
    }

    private static func found(_ caller: Caller) async throws -> Answer {
        try requireOpen(caller)
        let typed = caller.asked.form
        let code = typed["code"] ?? ""
        if let refused = try refuse(code, caller) { return refused }
        var form = FirstRunForm(typed)
        guard form.problems.isEmpty, let country = form.country, let people = form.people else {
            return .page(FirstRunPage(caller: caller).form(form, code: code), status: .unprocessableContent)
        }
        guard caller.isSafe else {
            form.problems["name"] = FirstRunTexts.needsHTTPS
            return .page(FirstRunPage(caller: caller).form(form, code: code), status: .forbidden)
        }
        let today = LocalTime(zone: country.profile.timeZone).moment(caller.now).day
        var founding = SchoolFounding(
            name: form.name, country: country, year: SchoolCalendar.schoolYear(containing: today))
        founding.language = form.language
        // What is founded at another time than the real one is for trying out.
        founding.isDemo = !caller.app.clock.isReal
        let app = caller.app
        let slips = try app.firstRun.letIn {
            try App.found(
                founding, with: people, in: app.store, ids: app.ids, at: caller.now, by: .command("first run"),
                passwords: app.passwords
            ).slips
        }
        let time = LocalTime(zone: country.profile.timeZone)
        return .page(FirstRunPage(caller: caller).slips(slips, school: form.name, time: time))
            .with(.cacheControl, "no-store")
    }

    /// A page that is not there for a server with a school.
    private static func requireOpen(_ caller: Caller) throws {
        guard try caller.app.firstRun.isOpen() else { throw Refusal.notFound }
    }

    private static func refuse(_ code: String, _ caller: Caller) throws -> Answer? {
        let throttle = caller.app.failuresOfAddress
        let key = "setup/" + caller.asked.address
        let page = FirstRunPage(caller: caller)
        if throttle.wait(for: key, at: caller.now) != nil {
            return .page(page.askCode(problem: FirstRunTexts.tooManyTries), status: .tooManyRequests)
        }
        guard !caller.app.firstRun.isRight(code) else { return nil }
        throttle.countFailure(of: key, at: caller.now)
        return .page(page.askCode(problem: FirstRunTexts.wrongCode), status: .forbidden)
    }
}

extension Caller {
    /// Whether what is typed travels unread: encrypted, or within this computer.
    fileprivate var isSafe: Bool {
        asked.isEncrypted || ["localhost", "127.0.0.1", "[::1]"].contains(asked.host)
    }
}
