import Foundation
import HTTPTypes
import Store
import Synchronization
import TestEngines
import Web

@testable import SabakApp
@testable import SchoolRules

/// A small school with a fixed cast and a clock that stands at Friday 20 November 2026, 9:00 in Bishkek.
///
/// 7А has algebra on weekdays from 2 to 27 November, lesson 1 (8:00–8:45), taught by the teacher, and history, lesson 2
/// (8:55–9:40), taught by the class teacher. 8Б has geography, lesson 1, taught by the other teacher.
public final class TestSchool: Sendable {
    public enum Person: String, CaseIterable, Sendable {
        case director, deputy, administrator, responsible, clerk
        /// Teaches algebra in 7А.
        case teacher
        /// Leads 7А and teaches it history.
        case classTeacher
        /// Teaches geography in 8Б and has nothing to do with 7А.
        case otherTeacher
        /// Has no load; substitutes when a test says so.
        case substitute
        /// Айпери of 7А.
        case student
        /// Айпери's mother, who has a second child in 8Б.
        case mother
        /// The father of someone else, a student of 8Б.
        case otherFather
    }

    public let app: App
    public let store: SchoolStore
    public let clock: TestClock
    public let people: [Person: Int64]
    /// The students of 7А in the order of the register; Айпери is among them.
    public let students: [Int64]
    /// The mother's second child, in 8Б, and the child of the other father.
    public let brother, otherChild: Int64
    public let class7A, class8B: Int64
    public let algebra, history, geography: Int64
    /// Lessons by page and day.
    public let lessons: [Int64: [String: Int64]]
    private let sessions: [Person: (token: String, csrf: String)]
    private let database: TestDatabase?

    init(
        app: App, store: SchoolStore, clock: TestClock, roster: TestRoster, sessions: [Person: (String, String)],
        database: TestDatabase?
    ) {
        self.database = database
        self.app = app
        self.store = store
        self.clock = clock
        self.sessions = sessions
        people = roster.people
        students = roster.students
        brother = roster.brother
        otherChild = roster.otherChild
        class7A = roster.class7A
        class8B = roster.class8B
        algebra = roster.algebra
        history = roster.history
        geography = roster.geography
        lessons = roster.lessons
    }

    private static let root: String = {
        atexit { TestSchool.removeAll() }
        return NSTemporaryDirectory() + "sabak-test-\(ProcessInfo.processInfo.processIdentifier)"
    }()

    private static func removeAll() {
        // What stays, the system clears.
        try? FileManager.default.removeItem(atPath: root)
    }

    /// Makes the school in a folder of its own.
    /// - Parameter students: how many students 7А has (at least 3, at most 60).
    public static func make(students: Int = 5, country: Country = .KG) async throws -> TestSchool {
        let folder = root + "/" + UUID().uuidString
        let clock = TestClock("2026-11-20T09:00")
        var config = Config(environment: [:])
        config.log = { line in print("log:", line) }
        let database = try database()
        let store =
            try database.map { try Store(postgres: PostgresPlace(url: $0.url), path: folder) } ?? Store(path: folder)
        let app = try App(
            store: store, config: config, clock: clock.clock,
            passwords: Passwords(passes: 1, memory: 8192 * 2))
        let counter = Mutex<Int64>(1_790_000_000_000)
        let ids = Identity(node: 0) {
            counter.withLock {
                $0 += 1
                return $0
            }
        }
        let school = try App.found(
            SchoolFounding(name: "№ 7 орто мектеби", country: country, year: 2026), in: store, ids: ids,
            at: clock.instant("2026-08-25T10:00"))
        let roster = try school.writeNow(by: .command("test"), at: clock.instant("2026-08-26T10:00")) {
            try TestRoster.write(students: students, ids: ids, in: $0)
        }
        for person in Person.allCases {
            _ = try store.claim(login: person.rawValue.lowercased(), school: school.id, person: roster.people[person]!)
        }
        let sessions = try school.writeNow(by: .command("test"), at: clock.instant("2026-11-20T08:55")) {
            try TestRoster.openSessions(for: roster.people, in: $0)
        }
        return TestSchool(
            app: app, store: school, clock: clock, roster: roster, sessions: sessions, database: database)
    }

    /// A database for the school, if the pages are tested on PostgreSQL.
    private static func database() throws -> TestDatabase? {
        guard TestEngine.ofPages == .postgres else { return nil }
        return try TestPostgres.shared().database(like: "pages") { url in
            _ = try Store(postgres: PostgresPlace(url: url), path: root + "/template")
        }
    }

    public func id(_ person: Person) -> Int64 { people[person]! }

    /// A lesson of a page on a day.
    public func lesson(_ page: Int64, _ day: String) -> Int64 { lessons[page]![day]! }

    public func csrf(_ person: Person) -> String { sessions[person]!.csrf }

    public func token(_ person: Person) -> String { sessions[person]!.token }

    public func get(_ target: String, as person: Person? = nil, headers: HTTPFields = [:]) async -> TestAnswer {
        await ask(.get, target, as: person, headers: headers)
    }

    /// Sends a form as a browser does, with the session's own token.
    public func post(_ target: String, form: [(String, String)] = [], as person: Person? = nil) async -> TestAnswer {
        let csrf = person.map { [("csrf", sessions[$0]!.csrf)] } ?? []
        let body = Form(fields: (csrf + form).map { (name: $0.0, value: $0.1) }).encoded
        return await ask(
            .post, target, as: person, headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
    }

    /// Sends JSON as a program does, with a bearer token.
    public func api(
        _ method: HTTPRequest.Method, _ target: String, json: String? = nil, as person: Person? = nil,
        headers: HTTPFields = [:]
    ) async -> TestAnswer {
        var headers = headers
        if json != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        if let person { headers[.authorization] = "Bearer " + sessions[person]!.token }
        return await ask(method, target, as: nil, headers: headers, body: json ?? "")
    }

    /// Sends a form with files as a browser does.
    public func upload(
        _ target: String, _ files: [(name: String, bytes: [UInt8])], form: [(String, String)] = [],
        as person: Person
    ) async -> TestAnswer {
        var body: [UInt8] = []
        for (name, value) in [("csrf", sessions[person]!.csrf)] + form {
            body += Array("--mark\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for file in files {
            let head = "Content-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\""
            body += Array("--mark\r\n\(head)\r\nContent-Type: application/octet-stream\r\n\r\n".utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        return await ask(
            .post, target, as: person, headers: [.contentType: "multipart/form-data; boundary=mark"],
            body: body + Array("--mark--\r\n".utf8))
    }

    public func ask(
        _ method: HTTPRequest.Method, _ target: String, as person: Person?, headers: HTTPFields = [:],
        body: String = ""
    ) async -> TestAnswer {
        await ask(method, target, as: person, headers: headers, body: Array(body.utf8))
    }

    public func ask(
        _ method: HTTPRequest.Method, _ target: String, as person: Person?, headers: HTTPFields, body: [UInt8]
    ) async -> TestAnswer {
        var headers = headers
        if headers[.acceptLanguage] == nil { headers[.acceptLanguage] = "ru" }
        if let person { headers[.cookie] = "__Host-sabak=" + sessions[person]!.token }
        let asked = Asked(method: method, target: target, headers: headers, body: body)
        let answer = await app.answer(asked)
        return TestAnswer(
            status: Int(answer.status.code), headers: answer.headers,
            text: String(decoding: answer.body, as: UTF8.self), bytes: answer.body)
    }

    /// How many statements a request runs.
    public func statements(_ work: () async -> Void) async -> Int {
        let before = store.statementsRead
        await work()
        return store.statementsRead - before
    }

    /// Writes rows directly, as a command would, for what a test needs to be there.
    public func write<T>(_ changes: (Writing) throws -> T) throws -> T {
        try store.writeNow(by: .command("test"), at: clock.now(), changes)
    }

    public func read<T>(_ questions: (Connection) throws -> T) throws -> T { try store.read(questions) }

    /// Puts the clock far ahead or back, and lets everybody stay signed in.
    public func travel(to moment: String) throws {
        clock.set(moment)
        try write { writing in
            _ = try writing.connection.run(
                """
                UPDATE session SET seen_at = \(writing.instant), expires_at = \(writing.instant + 90 * 86_400_000)
                WHERE school_id = \(writing.school)
                """)
        }
    }

    /// Names a substitute for a lesson.
    public func substitute(_ person: Person, for lesson: Int64) throws {
        let id = app.ids.next()
        try write { writing in
            _ = try writing.connection.run(
                """
                INSERT INTO substitution (school_id, lesson_id, id, substitute_id, reason, at, by_person)
                VALUES (\(writing.school), \(lesson), \(id), \(people[person]!), 'ooruu', \(writing.instant),
                    \(people[.deputy]!))
                """)
        }
    }
}

/// What came back.
public struct TestAnswer: Sendable {
    public let status: Int
    public let headers: HTTPFields
    public let text: String
    public let bytes: [UInt8]

    /// The body as a JSON object.
    public var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]) ?? [:]
    }

    public var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }

    public var code: String { json["code"] as? String ?? "" }
}

/// A clock that stands until a test moves it.
public final class TestClock: Sendable {
    private let instant: Mutex<Int64>
    private let time = LocalTime(zone: "Asia/Bishkek")

    init(_ moment: String) {
        instant = Mutex(LocalTime(zone: "Asia/Bishkek").instant(Moment(moment)!))
    }

    public var clock: Clock { Clock { [self] in now() } }

    public func now() -> Int64 { instant.withLock { $0 } }

    /// Puts the clock at a local time, such as `2026-11-20T12:01`.
    public func set(_ moment: String) { instant.withLock { $0 = time.instant(Moment(moment)!) } }

    public func instant(_ moment: String) -> Int64 { time.instant(Moment(moment)!) }
}
