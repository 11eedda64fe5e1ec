import TestEngines
import Testing

@testable import Store

@Suite(.enabled(if: TestEngine.asksPostgres && TestBouncer.isInstalled)) struct PooledTests {
    private let scratch: Scratch
    private let place: PostgresPlace

    init() throws {
        scratch = try Scratch(.postgres)
        let port = try TestBouncer.shared().port
        var place = PostgresPlace(url: scratch.database?.url(port: port) ?? "")
        place.preparesStatements = false
        self.place = place
    }

    private func store() throws -> Store { try Store(postgres: place, path: scratch.path) }

    @Test func `schools that share the connections of a pooler are read and written whole and apart`() async throws {
        let store = try store()
        let schools = try [42, 43].map { try scratch.school($0, in: store).school }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 2...31 {
                for school in schools {
                    group.addTask {
                        try await school.write(by: .command("test"), at: 5) { writing in
                            try scratch.add(person: Int64(number), to: writing)
                            try writing.audit("person.add", "person/\(number)")
                        }
                        let strangers = try await school.ask { connection in
                            try connection.count("SELECT count(*) FROM person WHERE school_id <> \(school.id)")
                        }
                        #expect(strangers == 0)
                    }
                }
            }
            try await group.waitForAll()
        }
        for school in schools {
            #expect(try school.read { try $0.count("SELECT count(*) FROM person") } == 31)
            #expect(try school.read { try AuditVerification.of($0, school: school.id) }.isSound)
        }
        #expect(try backends() <= TestBouncer.connections)
    }

    @Test func `a connection of the pooler is given back with nothing of the transaction before`() throws {
        _ = try scratch.school(in: store())
        let stranger = try Connection(place)
        defer { stranger.close() }
        let found = try stranger.first(
            """
            SELECT current_user = session_user, coalesce(current_setting('sabak.school', true), ''),
                current_setting('statement_timeout'), (SELECT count(*) FROM pg_prepared_statements)
            """
        ) { ($0.integer(0), $0.text(1), $0.text(2), $0.integer(3)) }
        #expect(try #require(found) == (1, "", "0", 0))
    }

    @Test func `a change undone through a pooler leaves nothing behind`() throws {
        struct Stop: Error {}
        let school = try scratch.school(in: store()).school
        #expect(throws: Stop.self) {
            try school.writeNow(by: .command("test"), at: 2) { writing in
                try scratch.add(person: 2, to: writing)
                throw Stop()
            }
        }
        #expect(try school.read { try $0.count("SELECT count(*) FROM person") } == 1)
        #expect(throws: StoreError.self) { try school.read { try $0.run("DELETE FROM person WHERE school_id = 42") } }
    }

    private func backends() throws -> Int {
        let watcher = try Connection(scratch.place)
        defer { watcher.close() }
        return try watcher.count(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
            """)
    }
}
