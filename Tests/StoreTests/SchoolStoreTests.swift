import Foundation
import Testing

@testable import Store

@Suite struct SchoolStoreTests {
    @Test func `the writer waits for the disk`() throws {
        let (_, school) = try Scratch().school()
        #expect(try school.writerSynchronousMode() == 2)
    }

    @Test func `a change that fails leaves nothing behind, neither rows nor audit`() throws {
        struct Stop: Error {}
        let scratch = Scratch()
        let (_, school) = try scratch.school()
        let before = try school.read { try AuditHead.read($0, school: 42) }
        #expect(throws: Stop.self) {
            try school.writeNow(by: .command("test"), at: 2) { writing in
                try scratch.add(person: 2, to: writing)
                try writing.audit("person.add", "person/2")
                throw Stop()
            }
        }
        #expect(try school.read { try $0.count("SELECT count(*) FROM person WHERE school_id = 42") } == 1)
        #expect(try school.read { try AuditHead.read($0, school: 42) } == before)
    }

    @Test func `a reader cannot write`() throws {
        let (_, school) = try Scratch().school()
        #expect(throws: StoreError.self) {
            try school.read { try $0.run("DELETE FROM person WHERE school_id = 42") }
        }
    }

    @Test func `fifty writers at once all get their turn`() async throws {
        let scratch = Scratch()
        let (_, school) = try scratch.school()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 2...51 {
                group.addTask {
                    try await school.write(by: .command("test"), at: 5) { writing in
                        try writing.connection.run(
                            """
                            INSERT INTO person (school_id, id, surname, given, sort_key, search)
                            VALUES (\(writing.school), \(number), 'А', 'Б', 'a', 'a')
                            """)
                        try writing.audit("person.add", "person/\(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try school.read { try $0.count("SELECT count(*) FROM person WHERE school_id = 42") } == 51)
        #expect(try school.read { try AuditVerification.of($0, school: 42) }.rows == 51)
    }

    @Test func `an older program refuses a newer schema`() throws {
        let scratch = Scratch()
        let (store, school) = try scratch.school()
        try school.writeNow(by: .command("test"), at: 2) {
            _ = try $0.connection.run("INSERT INTO schema_version (version) VALUES (999)")
        }
        _ = store
        #expect(throws: StoreError.self) { try SchoolStore(id: 42, path: scratch.path + "/schools/42.sqlite") }
    }

    @Test func `a sign-in name is given once in the installation`() throws {
        let (store, _) = try Scratch().school()
        #expect(try store.claim(login: "asanova", school: 42, person: 1))
        #expect(try store.claim(login: "asanova", school: 42, person: 1))
        #expect(try !store.claim(login: "asanova", school: 42, person: 2))
        #expect(try !store.claim(login: "asanova", school: 43, person: 1))
        #expect(try store.person(signingInAs: "asanova")?.person == 1)
    }

    @Test func `every table of a school begins its key with the school`() throws {
        let (_, school) = try Scratch().school()
        let tables = try school.read {
            try $0.all(
                """
                SELECT name, sql FROM sqlite_master
                WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name
                """
            ) {
                ($0.text(0), $0.text(1))
            }
        }
        for (name, sql) in tables where name != "schema_version" {
            let isKeyed =
                sql.contains("PRIMARY KEY (school_id") || sql.contains("school_id bigint NOT NULL PRIMARY KEY")
            #expect(isKeyed, "\(name)")
        }
        #expect(tables.count > 30)
    }

    @Test func `every index begins with the school`() throws {
        let (_, school) = try Scratch().school()
        let indexes = try school.read {
            try $0.all("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> '' ORDER BY name") {
                ($0.text(0), $0.text(1))
            }
        }
        for (name, sql) in indexes { #expect(sql.contains("(school_id"), "\(name)") }
        #expect(indexes.count > 10)
    }
}
