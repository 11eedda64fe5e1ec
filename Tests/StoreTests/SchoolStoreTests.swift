import Foundation
import TestEngines
import Testing

@testable import Store

@Suite struct SchoolStoreTests {
    @Test(arguments: TestEngine.asked) func `the writer waits for the disk`(engine: TestEngine) throws {
        let (_, school) = try Scratch(engine).school()
        #expect(try school.waitsForDisk())
    }

    @Test(arguments: TestEngine.asked) func `a change that fails leaves nothing behind, neither rows nor audit`(
        engine: TestEngine
    ) throws {
        struct Stop: Error {}
        let scratch = try Scratch(engine)
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

    @Test(arguments: TestEngine.asked) func `a reader cannot write`(engine: TestEngine) throws {
        let (_, school) = try Scratch(engine).school()
        #expect(throws: StoreError.self) {
            try school.read { try $0.run("DELETE FROM person WHERE school_id = 42") }
        }
    }

    @Test(arguments: TestEngine.asked) func `fifty writers at once all get their turn`(engine: TestEngine) async throws
    {
        let scratch = try Scratch(engine)
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

    @Test(arguments: TestEngine.asked) func `an older program refuses a newer schema`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        switch engine {
        case .sqlite: try scratch.tamper(school, "INSERT INTO schema_version (version) VALUES (999)")
        case .postgres: try scratch.tamper(school, "INSERT INTO schema_version (part, version) VALUES ('school', 999)")
        }
        #expect(throws: StoreError.self) {
            let other = try scratch.store()
            _ = try other.school(42)
        }
    }

    @Test(arguments: TestEngine.asked) func `a sign-in name is given once in the installation`(engine: TestEngine)
        throws
    {
        let (store, _) = try Scratch(engine).school()
        #expect(try store.claim(login: "asanova", school: 42, person: 1))
        #expect(try store.claim(login: "asanova", school: 42, person: 1))
        #expect(try !store.claim(login: "asanova", school: 42, person: 2))
        #expect(try !store.claim(login: "asanova", school: 43, person: 1))
        #expect(try store.person(signingInAs: "asanova")?.person == 1)
    }
}
