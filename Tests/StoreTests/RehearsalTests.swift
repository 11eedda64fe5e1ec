import TestEngines
import Testing

@testable import Store

@Suite struct RehearsalTests {
    private func count(_ connection: Connection) throws -> Int {
        try connection.count("SELECT count(*) FROM person WHERE school_id = 42")
    }

    @Test(arguments: TestEngine.asked)
    func `what is tried on a copy stays out of the school, and others write meanwhile`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        let rehearsal = try school.rehearsal(without: [])
        let seen = try rehearsal.run(by: .command("test"), at: 5) { writing in
            try scratch.add(person: 2, to: writing)
            try writing.audit("person.add", "person/2")
            try school.writeNow(by: .command("other"), at: 6) { other in
                try scratch.add(person: 3, to: other)
                try scratch.add(person: 4, to: other)
            }
            return try count(writing.connection)
        }
        #expect(seen == 2)
        #expect(try school.read(count) == 3)
        #expect(try rehearsal.run(by: .command("test"), at: 7) { try count($0.connection) } == 1)
        #expect(try school.read { try AuditVerification.of($0, school: 42) }.rows == 1)
    }

    @Test(arguments: TestEngine.asked)
    func `a copy has every row of the tables that are asked about, and none of others`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        try school.writeNow(by: .command("test"), at: 2) { writing in
            for person in 2...1205 { try scratch.add(person: Int64(person), to: writing) }
        }
        let rehearsal = try school.rehearsal(without: ["audit"])
        let found = try rehearsal.run(by: .command("test"), at: 5) { writing in
            let audit = try writing.connection.count("SELECT count(*) FROM audit WHERE school_id = 42")
            return [try count(writing.connection), audit, Int(writing.startedAt)]
        }
        #expect(found == [1205, 0, 1])
    }

    @Test func `a change that fails on the copy leaves the copy as it was`() throws {
        struct Stop: Error {}
        let scratch = try Scratch()
        let rehearsal = try scratch.school().school.rehearsal(without: [])
        #expect(throws: Stop.self) {
            try rehearsal.run(by: .command("test"), at: 5) { writing in
                try scratch.add(person: 2, to: writing)
                throw Stop()
            }
        }
        #expect(try rehearsal.run(by: .command("test"), at: 6) { try count($0.connection) } == 1)
    }
}
