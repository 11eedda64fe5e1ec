import Foundation
import HTTPTypes
import Store
import TestEngines
import TestSchool
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules

/// A server that nobody has founded a school on.
struct EmptyServer {
    let app: App
    let clock = Clock.standing(at: LocalTime(zone: "Asia/Bishkek").instant(Moment("2026-08-20T10:00")!))
    private let database: TestDatabase?

    init() throws {
        let folder = NSTemporaryDirectory() + "sabak-empty-\(UUID().uuidString)"
        database =
            try TestEngine.ofPages == .postgres
            ? TestPostgres.shared().database(like: "pages") { url in
                _ = try Store(postgres: PostgresPlace(url: url), path: folder + "-template")
            } : nil
        let store =
            try database.map { try Store(postgres: PostgresPlace(url: $0.url), path: folder) } ?? Store(path: folder)
        var config = Config(environment: [:])
        config.log = { line in print("log:", line) }
        app = try App(
            store: store, config: config, clock: clock, passwords: Passwords(passes: 1, memory: 8192 * 2))
    }

    func ask(_ method: HTTPRequest.Method, _ target: String, form: [(String, String)] = [], cookie: String = "") async
        -> Answer
    {
        let body = Form(fields: form.map { (name: $0.0, value: $0.1) }).encoded
        let headers: HTTPFields = [
            .acceptLanguage: "ru", .cookie: cookie, .contentType: "application/x-www-form-urlencoded",
        ]
        return await app.answer(Asked(method: method, target: target, headers: headers, body: Array(body.utf8)))
    }

    func form(_ changes: [String: String] = [:]) -> [(String, String)] {
        let usual = [
            "code": app.firstRun.code, "name": "№ 7 орто мектеби", "country": "KG", "language": "ky",
            "director": "Абдыкадырова Бурул Сагыновна", "administrator": "Усенов Замир", "clerk": "", "deputy": "",
        ]
        return usual.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

    /// Signs somebody in with the code of the slip, and gives the cookie.
    func activate(_ page: String, surname: String) async throws -> String {
        let slip = try #require(page.split(separator: "<li>").first { $0.contains(surname) })
        let login = try #require(slip.firstMatch(of: /login=([a-z0-9]+)/)).1
        let code = try #require(slip.firstMatch(of: /class="code">([A-Z0-9 ]+)</)).1
        let answer = await ask(
            .post, "/activate",
            form: [
                ("login", String(login)), ("code", String(code)), ("password", "достаточно длинный"), ("duty", "ru"),
            ])
        #expect(answer.status == .seeOther)
        return String(try #require(answer.headers[.setCookie]).prefix { $0 != ";" })
    }
}

@Suite struct FirstRunTests {
    @Test func `a server without schools sends everybody to its first page`() async throws {
        let server = try EmptyServer()
        #expect(await server.ask(.get, "/").headers[.location] == "/setup")
        #expect(await server.ask(.get, "/sign-in").headers[.location] == "/setup")
    }

    @Test func `without the code of the terminal nothing is shown but the question for it`() async throws {
        let server = try EmptyServer()
        let page = await server.ask(.get, "/setup")
        #expect(page.status == .ok)
        #expect(!server.text(page).contains("name=\"director\""))
        #expect(await server.ask(.get, "/setup?code=AAAAAAAAAA").status == .forbidden)
        #expect(await server.ask(.post, "/setup", form: server.form(["code": "AAAAAAAAAA"])).status == .forbidden)
        #expect(try server.app.store.schoolList().isEmpty)
    }

    @Test func `with the code the school is founded and its first people sign in with their slips`() async throws {
        let server = try EmptyServer()
        let code = server.app.firstRun.code
        let page = await server.ask(.get, "/setup?code=\(code.lowercased())")
        #expect(server.text(page).contains("name=\"director\""))
        let founded = await server.ask(.post, "/setup", form: server.form())
        #expect(founded.status == .ok)
        #expect(founded.headers[.cacheControl] == "no-store")
        let slips = server.text(founded)
        let director = try await server.activate(slips, surname: "Абдыкадырова")
        #expect(await server.ask(.get, "/", cookie: director).headers[.location] == "/control")
        let banner = await server.ask(.get, "/control", cookie: director)
        #expect(server.text(banner).contains("href=\"/readiness\""))
        let administrator = try await server.activate(slips, surname: "Усенов")
        #expect(await server.ask(.get, "/accounts", cookie: administrator).status == .ok)
        #expect(await server.ask(.get, "/pages", cookie: administrator).status == .forbidden)
        // Without a clerk the lists are the administrator's.
        #expect(await server.ask(.get, "/students", cookie: administrator).status == .ok)
    }

    @Test func `the page is gone once there is a school`() async throws {
        let server = try EmptyServer()
        #expect(await server.ask(.post, "/setup", form: server.form()).status == .ok)
        #expect(await server.ask(.get, "/setup?code=\(server.app.firstRun.code)").status == .notFound)
        #expect(await server.ask(.post, "/setup", form: server.form()).status == .notFound)
        #expect(await server.ask(.get, "/sign-in").status == .ok)
        #expect(try server.app.store.schoolList().count == 1)
    }

    @Test func `a school made by a command beside the server shuts the door too`() async throws {
        let server = try EmptyServer()
        _ = try App.found(
            SchoolFounding(name: "№ 8", country: .KG, year: 2026), in: server.app.store, ids: server.app.ids,
            at: server.clock.now())
        #expect(await server.ask(.get, "/setup?code=\(server.app.firstRun.code)").status == .notFound)
    }

    @Test func `two who found at once make one school`() async throws {
        let server = try EmptyServer()
        async let one = server.ask(.post, "/setup", form: server.form())
        async let other = server.ask(.post, "/setup", form: server.form())
        let statuses = await [one.status.code, other.status.code].sorted()
        #expect(statuses == [200, 404])
        #expect(try server.app.store.schoolList().count == 1)
    }

    @Test(
        arguments: [
            ["administrator": "Абдыкадырова Бурул Сагыновна"], ["deputy": "Усенов Замир"], ["director": "Бурул"],
            ["name": " "], ["country": "XX"],
        ])
    func `what was typed wrongly comes back with the words, and nothing is founded`(change: [String: String])
        async throws
    {
        let server = try EmptyServer()
        let answer = await server.ask(.post, "/setup", form: server.form(change))
        #expect(answer.status == .unprocessableContent)
        #expect(server.text(answer).contains("aria-invalid"))
        #expect(try server.app.store.schoolList().isEmpty)
    }

    @Test func `whoever guesses the code has to wait`() async throws {
        let server = try EmptyServer()
        for _ in 0..<300 { _ = await server.ask(.get, "/setup?code=WRONG") }
        #expect(await server.ask(.get, "/setup?code=WRONG").status == .tooManyRequests)
    }
}
