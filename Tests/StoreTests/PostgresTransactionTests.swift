import Foundation
import TestEngines
import Testing

@testable import Store

@Suite(.enabled(if: TestEngine.asksPostgres)) struct PostgresTransactionTests {
    private let scratch: Scratch
    private let school: SchoolStore
    private let pool: PostgresPool

    init() throws {
        scratch = try Scratch(.postgres)
        school = try scratch.school().school
        pool = PostgresPool(scratch.place)
    }

    @Test(arguments: ["40001", "40P01"])
    func `a transaction that got into another one's way is done again`(state: String) throws {
        var rounds = 0
        try school.writeNow(by: .command("test"), at: 5) { writing in
            rounds += 1
            try scratch.add(person: 2, to: writing)
            if rounds < 3 {
                try writing.connection.script("DO $$ BEGIN RAISE EXCEPTION 'way' USING ERRCODE = '\(state)'; END $$")
            }
        }
        #expect(rounds == 3)
        #expect(try school.read { try $0.count("SELECT count(*) FROM person") } == 2)
    }

    @Test func `a connection lost before the commit is replaced and the change done again`() throws {
        var rounds = 0
        let killer = try Connection(scratch.place)
        try school.writeNow(by: .command("test"), at: 5) { writing in
            rounds += 1
            try scratch.add(person: 2, to: writing)
            if rounds == 1 {
                let backend = try writing.connection.count("SELECT pg_backend_pid()")
                try killer.run("SELECT pg_terminate_backend(\(backend)::int)")
                _ = try writing.connection.count("SELECT count(*) FROM person")
            }
        }
        #expect(rounds == 2)
        #expect(try school.read { try $0.count("SELECT count(*) FROM person") } == 2)
        #expect(try school.read { try AuditVerification.of($0, school: 42) }.isSound)
    }

    @Test func `connections that died while nobody used them are noticed by nobody`() throws {
        for _ in 0..<3 { _ = try school.read { try $0.count("SELECT 1") } }
        let killer = try Connection(scratch.place)
        try killer.run(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """)
        #expect(try school.read { try $0.count("SELECT count(*) FROM person") } == 1)
    }

    /// Lets the server do something at the commit of a change that touches the settings.
    private func whenCommitting(_ action: String) throws {
        let owner = try Connection(scratch.place)
        try owner.script(
            """
            CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                $$ BEGIN \(action); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER act AFTER INSERT ON setting DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION act()
            """)
    }

    @Test(arguments: ["PERFORM pg_terminate_backend(pg_backend_pid())", "RAISE WARNING 'the standby did not answer'"])
    func `a commit that the server did not plainly confirm is said to be unknown, and not done again`(
        action: String
    ) throws {
        try whenCommitting(action)
        var rounds = 0
        let error = #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) { writing in
                rounds += 1
                try writing.connection.run("INSERT INTO setting (school_id, name, value) VALUES (42, 'a', 'b')")
            }
        }
        guard case .outcomeUnknown = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(rounds == 1)
    }

    @Test func `a commit that the server refuses is a plain fault`() throws {
        try whenCommitting("RAISE EXCEPTION 'no'")
        let error = #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) { writing in
                try writing.connection.run("INSERT INTO setting (school_id, name, value) VALUES (42, 'a', 'b')")
            }
        }
        #expect(error?.kind == .other)
        #expect(try school.read { try $0.count("SELECT count(*) FROM setting") } == 0)
    }

    @Test func `a transaction whose failed statement was caught does not pass for committed`() throws {
        #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) { writing in
                _ = try? writing.connection.run("SELECT nothing FROM nowhere")
            }
        }
    }

    @Test func `a reader keeps his view while others write`() throws {
        let counts = try school.read { connection in
            let before = try connection.count("SELECT count(*) FROM person")
            try school.writeNow(by: .command("test"), at: 5) { try scratch.add(person: 2, to: $0) }
            return [before, try connection.count("SELECT count(*) FROM person")]
        }
        #expect(counts == [1, 1])
    }

    @Test func `whoever finds no connection free waits, and is told when it takes too long`() throws {
        var place = scratch.place
        place.connections = 1
        place.waitSeconds = 0
        let pool = PostgresPool(place)
        let error = #expect(throws: StoreError.self) {
            try pool.transaction(.reading(school: 42)) { _ in
                try pool.transaction(.reading(school: 42)) { _ in }
            }
        }
        #expect(error?.kind == .timedOut)
        #expect(pool.figuresNow.waits == 1)
        #expect(pool.figuresNow.lent == 0)
        #expect(try pool.transaction(.reading(school: 42)) { try $0.count("SELECT 1") } == 1)
    }

    @Test func `without names, as behind a pooler, everything answers the same`() throws {
        var place = scratch.place
        place.preparesStatements = false
        let store = try Store(postgres: place, path: scratch.path)
        let nothing: String? = nil
        let found = try store.school(42).read { connection in
            _ = try connection.count("SELECT count(*) FROM person WHERE id = \(1) OR \(nothing as String?) IS NULL")
            return try connection.count("SELECT count(*) FROM pg_prepared_statements")
        }
        #expect(found == 0)
    }

    @Test func `prepared statements are bounded, and prepared once each`() throws {
        try pool.transaction(.reading(school: 42)) { connection in
            for number in 0..<900 {
                _ = try connection.count(SQL(text: "SELECT \(number % 450) + $1", values: [.integer(1)]))
            }
            #expect(try connection.count("SELECT count(*) FROM pg_prepared_statements") <= 400)
        }
    }

    @Test func `whole sums, truth and short numbers read as numbers`() throws {
        let row = try pool.transaction(.reading(school: nil)) { connection in
            try connection.first(
                """
                SELECT sum(n::bigint), sum(-n::bigint), true, 7::smallint, -7, '12 mice', 1e12::numeric, 0::numeric
                FROM (VALUES (123456789), (1)) AS numbers (n) GROUP BY ()
                """
            ) { row in (0..<8).map { row.integer($0) } }
        }
        #expect(row == [123_456_790, -123_456_790, 1, 7, -7, 12, 1_000_000_000_000, 0])
    }

    @Test func `an answer nobody can read is refused`() throws {
        #expect(throws: StoreError.self) {
            try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1.5::float8") }
        }
    }

    @Test func `a server that does not answer is said to be lost`() throws {
        let error = #expect(throws: StoreError.self) {
            try Connection(PostgresPlace(url: "postgres://nobody@/nothing?host=/nonexistent"))
        }
        #expect(error?.kind == .lost)
    }
}
