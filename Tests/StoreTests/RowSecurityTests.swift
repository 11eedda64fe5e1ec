import Foundation
import TestEngines
import Testing

@testable import Store

@Suite(.enabled(if: TestEngine.asksPostgres)) struct RowSecurityTests {
    private let scratch: Scratch
    private let store: Store
    private let school: SchoolStore
    private let other: SchoolStore

    init() throws {
        scratch = try Scratch(.postgres)
        (store, school) = try scratch.school(42)
        (_, other) = try scratch.school(43, in: store)
    }

    @Test func `a question that forgets the school sees its own rows only`() throws {
        #expect(try school.read { try $0.all("SELECT school_id FROM person ORDER BY 1") { $0.integer(0) } } == [42])
        #expect(try other.read { try $0.all("SELECT school_id FROM audit ORDER BY 1") { $0.integer(0) } } == [43])
    }

    @Test func `a change that forgets the school changes nothing of another's`() throws {
        try school.writeNow(by: .command("test"), at: 5) {
            _ = try $0.connection.run("UPDATE person SET surname = 'Х'")
        }
        #expect(try other.read { try $0.first("SELECT surname FROM person") { $0.text(0) } } == "Асанова")
        #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) {
                _ = try $0.connection.run("INSERT INTO setting (school_id, name, value) VALUES (43, 'a', 'b')")
            }
        }
    }

    @Test func `a connection lent again has forgotten the school before`() throws {
        var place = scratch.place
        place.connections = 1
        let pool = PostgresPool(place)
        #expect(try pool.transaction(.reading(school: 42)) { try $0.count("SELECT count(*) FROM person") } == 1)
        #expect(try pool.transaction(.reading(school: nil)) { try $0.count("SELECT count(*) FROM person") } == 0)
        #expect(try pool.transaction(.changing(school: nil)) { try $0.count("SELECT count(*) FROM person") } == 0)
        #expect(pool.figuresNow.opened == 1)
    }

    @Test(arguments: [
        "UPDATE audit SET after = 'x' WHERE school_id = 42", "DELETE FROM audit WHERE school_id = 42", "TRUNCATE audit",
        "ALTER TABLE audit DISABLE ROW LEVEL SECURITY", "ALTER TABLE person ADD COLUMN a bigint", "DROP TABLE mark",
        "CREATE TABLE own (a bigint)", "DELETE FROM audit_head WHERE school_id = 42",
        "INSERT INTO schema_version (part, version) VALUES ('school', 999)",
    ])
    func `the program's role neither rewrites history nor alters the schema`(statement: String) throws {
        let error = #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) { try $0.connection.script(statement) }
        }
        #expect(error?.kind == .notPermitted || statement == "DROP TABLE mark")
        #expect(try school.read { try AuditVerification.of($0, school: 42) }.isSound)
    }

    @Test func `a reader cannot write, whatever role it takes`() throws {
        let error = #expect(throws: StoreError.self) { try school.read { try $0.run("DELETE FROM person") } }
        #expect(error?.kind == .readOnly)
    }

    @Test func `a role that owns nothing serves, but brings no schema up to date`() throws {
        let owner = try Connection(scratch.place)
        let role = "server_\(UInt32.random(in: 0 ... .max))"
        try owner.script("CREATE ROLE \(role) LOGIN; GRANT sabak_app TO \(role)")
        defer { try? owner.script("DROP ROLE \(role)") }
        let place = PostgresPlace(url: scratch.place.url.replacingOccurrences(of: "postgres@", with: role + "@"))
        let served = try Store(postgres: place, path: scratch.path)
        #expect(try served.school(42).read { try $0.count("SELECT count(*) FROM person") } == 1)
        try served.discard(school: 43)
        #expect(try served.schoolList().map(\.id) == [42])
        try owner.script("DELETE FROM schema_version WHERE version = (SELECT max(version) FROM schema_version)")
        #expect(throws: StoreError.self) { try Store(postgres: place, path: scratch.path) }
    }

    @Test func `the owner removes a school with everything it has`() throws {
        try store.discard(school: 43)
        let owner = try Connection(scratch.place)
        for table in try owner.tables() where table.key.first == "school_id" {
            let left = try owner.count(SQL(text: "SELECT count(*) FROM \(table.name) WHERE school_id = 43", values: []))
            #expect(left == 0, "\(table.name)")
        }
        #expect(try school.read { try $0.count("SELECT count(*) FROM person") } == 1)
    }
}
