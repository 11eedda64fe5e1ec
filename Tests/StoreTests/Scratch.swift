import Foundation
import TestEngines

@testable import Store

/// A scratch installation of one test on one engine; its folder goes when the test run ends, its database with it.
struct Scratch {
    let engine: TestEngine
    let path: String
    let database: TestDatabase?

    private static let root: String = {
        atexit { Scratch.removeAll() }
        return NSTemporaryDirectory() + "sabak-store-\(ProcessInfo.processInfo.processIdentifier)"
    }()

    init(_ engine: TestEngine = .sqlite) throws {
        self.engine = engine
        path = Self.root + "/" + UUID().uuidString
        database =
            engine == .sqlite
            ? nil
            : try Self.database(of: TestPostgres.shared())
    }

    /// A scratch installation on a PostgreSQL server of the test's choice.
    init(on server: TestPostgres) throws {
        engine = .postgres
        path = Self.root + "/" + UUID().uuidString
        database = try Self.database(of: server)
    }

    private static func database(of server: TestPostgres) throws -> TestDatabase {
        try server.database(like: "school") { url in _ = try PostgresStore(PostgresPlace(url: url)) }
    }

    private static func removeAll() {
        // What stays, the system clears.
        try? FileManager.default.removeItem(atPath: root)
    }

    /// Where the database is; a test of PostgreSQL alone asks for it.
    var place: PostgresPlace { PostgresPlace(url: database?.url ?? "") }

    func store() throws -> Store {
        try database == nil ? Store(path: path) : Store(postgres: place, path: path)
    }

    /// A store with one school in it that has one person.
    func school(_ id: Int64 = 42, in store: Store? = nil) throws -> (store: Store, school: SchoolStore) {
        let store = try store ?? self.store()
        let school = try store.add(school: id, name: "№ 7", country: "KG", at: 1)
        try school.writeNow(by: .command("test"), at: 1_000) { writing in
            try add(person: 1, to: writing)
            try writing.audit("person.add", "person/1", text: "Асанова Айпери")
        }
        return (store, school)
    }

    func add(person: Int64, to writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO person (school_id, id, surname, given, sort_key, search)
            VALUES (\(writing.school), \(person), 'Асанова', 'Айпери', 'a', 'a')
            """)
    }

    /// Changes the database behind the program's back, as somebody with its keys could.
    func tamper(_ school: SchoolStore, _ sql: SQL) throws {
        if database == nil {
            try school.writeNow(by: .command("thief"), at: 9) { _ = try $0.connection.run(sql) }
        } else {
            let thief = try Connection(place)
            defer { thief.close() }
            try thief.run(sql)
        }
    }
}
