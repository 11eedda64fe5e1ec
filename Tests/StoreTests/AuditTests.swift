import CSQLite
import Foundation
import TestEngines
import Testing

@testable import Store

@Suite struct AuditTests {
    /// A school whose chain has five rows.
    private func school(_ engine: TestEngine) throws -> (scratch: Scratch, store: Store, school: SchoolStore) {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        for number in 2...5 {
            try school.writeNow(by: Author(person: 7, session: "s"), at: Int64(number)) {
                try $0.audit("cell.set", "cell/1/\(number)", before: "", after: "5", text: "comment \(number)")
            }
        }
        return (scratch, store, school)
    }

    private func verify(_ store: Store) throws -> AuditVerification {
        let anchors = try store.anchors(of: 42).heads()
        return try store.school(42).read { try AuditVerification.of($0, school: 42, anchors: anchors) }
    }

    @Test(arguments: TestEngine.asked) func `an untouched chain is sound and reaches its head`(engine: TestEngine)
        throws
    {
        let (_, store, school) = try school(engine)
        let found = try verify(store)
        #expect(found.isSound)
        #expect(found.rows == 5)
        #expect(try school.read { try AuditHead.read($0, school: 42) } == found.head)
    }

    @Test(
        arguments: TestEngine.asked,
        ["after = '4'", "before = '2'", "actor = 8", "at = 77", "object = 'cell/9/9'", "reason = 'x'"])
    func `a row that was changed is named`(engine: TestEngine, change: String) throws {
        let (scratch, store, school) = try school(engine)
        try scratch.tamper(school, SQL(stringLiteral: "UPDATE audit SET \(change) WHERE school_id = 42 AND seq = 3"))
        #expect(try verify(store).firstBad?.seq == 3)
    }

    @Test(arguments: TestEngine.asked) func `a row that was removed is named`(engine: TestEngine) throws {
        let (scratch, store, school) = try school(engine)
        try scratch.tamper(school, "DELETE FROM audit WHERE school_id = 42 AND seq = 3")
        #expect(try verify(store).firstBad?.seq == 3)
    }

    @Test(arguments: TestEngine.asked) func `a kept text that was changed is named, an erased one is lawful`(
        engine: TestEngine
    ) throws {
        let (scratch, store, school) = try school(engine)
        try scratch.tamper(school, "DELETE FROM audit_text WHERE school_id = 42 AND seq = 2")
        #expect(try verify(store).isSound)
        try scratch.tamper(school, "UPDATE audit_text SET content = 'other' WHERE school_id = 42 AND seq = 4")
        #expect(try verify(store).firstBad?.seq == 4)
    }

    @Test(arguments: TestEngine.asked) func `a tail that was cut off is seen by the anchor`(engine: TestEngine) throws {
        let (scratch, store, school) = try school(engine)
        let head = try school.read { try AuditHead.read($0, school: 42) }
        try store.anchors(of: 42).keep(head, at: 10)
        let shorter = try #require(
            try school.read { connection in
                try connection.first("SELECT seq, hash FROM audit WHERE school_id = 42 AND seq = 3") {
                    ($0.integer(0), $0.bytes(1))
                }
            })
        try scratch.tamper(school, "DELETE FROM audit_text WHERE school_id = 42 AND seq > 3")
        try scratch.tamper(school, "DELETE FROM audit WHERE school_id = 42 AND seq > 3")
        try scratch.tamper(school, "UPDATE audit_head SET seq = \(shorter.0), hash = \(shorter.1) WHERE school_id = 42")
        let found = try verify(store)
        #expect(found.firstBad?.seq == 4)
        let now = try school.read { try AuditHead.read($0, school: 42) }
        #expect(try !store.anchors(of: 42).isReached(by: now))
    }

    @Test(arguments: TestEngine.asked) func `a chain that was rewritten differs from its anchor`(engine: TestEngine)
        throws
    {
        let (_, store, school) = try school(engine)
        let middle = try school.read { connection in
            try connection.first("SELECT seq, hash FROM audit WHERE school_id = 42 AND seq = 4") {
                AuditHead(seq: $0.integer(0), hash: $0.bytes(1))
            }
        }
        let kept = try #require(middle)
        try store.anchors(of: 42).keep(AuditHead(seq: kept.seq, hash: [UInt8](repeating: 9, count: 32)), at: 10)
        #expect(try verify(store).firstBad?.seq == 4)
    }

    @Test(arguments: TestEngine.asked) func `a school open for reading only refuses every change`(engine: TestEngine)
        throws
    {
        let (scratch, _, school) = try school(engine)
        school.refuseChanges(because: "test")
        #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 9) { try scratch.add(person: 2, to: $0) }
        }
    }

    @Test(arguments: TestEngine.asked)
    func `a school open for reading only still lets people come and go, and its chain stays as it is`(
        engine: TestEngine
    ) async throws {
        let (scratch, _, school) = try school(engine)
        let head = try school.read { try AuditHead.read($0, school: 42) }
        school.refuseChanges(because: "test")
        try await school.write(by: .command("test"), at: 9, alsoWhenReadOnly: true) { writing in
            try scratch.add(person: 2, to: writing)
        }
        #expect(try school.read { try AuditHead.read($0, school: 42) } == head)
    }

    @Test(arguments: TestEngine.asked)
    func `the head of the last commit binds before the next anchor, until a restore explains it`(
        engine: TestEngine
    ) throws {
        let (_, store, school) = try school(engine)
        let head = try school.read { try AuditHead.read($0, school: 42) }
        let anchors = store.anchors(of: 42)
        #expect(try anchors.heads().last == head)
        #expect(try !anchors.isReached(by: AuditHead(seq: head.seq - 1, hash: head.hash)))
        try anchors.keep(head, at: 10)
        #expect(try anchors.heads().filter { $0 == head }.count == 1)
        try anchors.explainRestore(to: head.seq - 1, at: 11, who: "test", why: "test")
        #expect(try anchors.heads().isEmpty)
    }
}
