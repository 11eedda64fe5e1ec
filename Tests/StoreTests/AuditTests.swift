import CSQLite
import Foundation
import Testing

@testable import Store

@Suite struct AuditTests {
    /// A school whose chain has five rows.
    private func school() throws -> (scratch: Scratch, store: Store, school: SchoolStore) {
        let scratch = Scratch()
        let (store, school) = try scratch.school()
        for number in 2...5 {
            try school.writeNow(by: Author(person: 7, session: "s"), at: Int64(number)) {
                try $0.audit("cell.set", "cell/1/\(number)", before: "", after: "5", text: "comment \(number)")
            }
        }
        return (scratch, store, school)
    }

    private func tamper(_ school: SchoolStore, _ sql: SQL) throws {
        try school.writeNow(by: .command("thief"), at: 9) { _ = try $0.connection.run(sql) }
    }

    private func verify(_ store: Store) throws -> AuditVerification {
        let anchors = try store.anchors(of: 42).heads()
        return try store.school(42).read { try AuditVerification.of($0, school: 42, anchors: anchors) }
    }

    @Test func `an untouched chain is sound and reaches its head`() throws {
        let (_, store, school) = try school()
        let found = try verify(store)
        #expect(found.isSound)
        #expect(found.rows == 5)
        #expect(try school.read { try AuditHead.read($0, school: 42) } == found.head)
    }

    @Test(arguments: ["after = '4'", "before = '2'", "actor = 8", "at = 77", "object = 'cell/9/9'", "reason = 'x'"])
    func `a row that was changed is named`(change: String) throws {
        let (_, store, school) = try school()
        try tamper(school, SQL(stringLiteral: "UPDATE audit SET \(change) WHERE school_id = 42 AND seq = 3"))
        #expect(try verify(store).firstBad?.seq == 3)
    }

    @Test func `a row that was removed is named`() throws {
        let (_, store, school) = try school()
        try tamper(school, "DELETE FROM audit WHERE school_id = 42 AND seq = 3")
        #expect(try verify(store).firstBad?.seq == 3)
    }

    @Test func `a kept text that was changed is named, an erased one is lawful`() throws {
        let (_, store, school) = try school()
        try tamper(school, "DELETE FROM audit_text WHERE school_id = 42 AND seq = 2")
        #expect(try verify(store).isSound)
        try tamper(school, "UPDATE audit_text SET content = 'other' WHERE school_id = 42 AND seq = 4")
        #expect(try verify(store).firstBad?.seq == 4)
    }

    @Test func `a tail that was cut off is seen by the anchor`() throws {
        let (_, store, school) = try school()
        let head = try school.read { try AuditHead.read($0, school: 42) }
        try store.anchors(of: 42).keep(head, at: 10)
        let shorter = try #require(
            try school.read { connection in
                try connection.first("SELECT seq, hash FROM audit WHERE school_id = 42 AND seq = 3") {
                    ($0.integer(0), $0.bytes(1))
                }
            })
        try tamper(school, "DELETE FROM audit_text WHERE school_id = 42 AND seq > 3")
        try tamper(school, "DELETE FROM audit WHERE school_id = 42 AND seq > 3")
        try tamper(school, "UPDATE audit_head SET seq = \(shorter.0), hash = \(shorter.1) WHERE school_id = 42")
        let found = try verify(store)
        #expect(found.firstBad?.seq == 4)
        let now = try school.read { try AuditHead.read($0, school: 42) }
        #expect(try !store.anchors(of: 42).isReached(by: now))
    }

    @Test func `a chain that was rewritten differs from its anchor`() throws {
        let (_, store, school) = try school()
        let middle = try school.read { connection in
            try connection.first("SELECT seq, hash FROM audit WHERE school_id = 42 AND seq = 4") {
                AuditHead(seq: $0.integer(0), hash: $0.bytes(1))
            }
        }
        let kept = try #require(middle)
        try store.anchors(of: 42).keep(AuditHead(seq: kept.seq, hash: [UInt8](repeating: 9, count: 32)), at: 10)
        #expect(try verify(store).firstBad?.seq == 4)
    }

    @Test func `a school open for reading only refuses every change`() throws {
        let (_, _, school) = try school()
        school.refuseChanges(because: "test")
        #expect(throws: StoreError.self) { try tamper(school, "DELETE FROM audit WHERE school_id = 42") }
    }
}

@Suite struct BackupTests {
    @Test func `a backup restores into an empty directory, with the chain sound and the reason kept`() throws {
        let scratch = Scratch()
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        #expect(try Backup.make(of: store, to: file, at: 5) == 1)
        let other = Scratch()
        #expect(try Backup.restore(from: file, to: other.path, who: "admin", why: "new disk", at: 6) == 1)
        let restored = try other.store()
        let found = try restored.school(42).read { connection in
            try AuditVerification.of(connection, school: 42, anchors: try restored.anchors(of: 42).heads())
        }
        #expect(found.isSound)
        #expect(found.rows == 2)
        let reason = try restored.school(42).read {
            try $0.first("SELECT reason FROM audit WHERE school_id = 42 AND action = 'school.restore'") { $0.text(0) }
        }
        #expect(reason == "new disk")
    }

    @Test func `a backup of which one byte differs is refused and nothing is restored`() throws {
        let scratch = Scratch()
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        let archive = try Connection(path: file, readOnly: false)
        try archive.run("UPDATE piece SET content = zeroblob(100) WHERE number = 0 AND name LIKE 'schools/%'")
        archive.close()
        let other = Scratch()
        #expect(throws: StoreError.self) {
            try Backup.restore(from: file, to: other.path, who: "admin", why: "test", at: 6)
        }
        #expect(!FileManager.default.fileExists(atPath: other.path + "/directory.sqlite"))
    }

    @Test func `a restore is refused while another program works in the directory`() throws {
        let scratch = Scratch()
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        #expect(throws: StoreError.self) {
            try Backup.restore(from: file, to: scratch.path, who: "admin", why: "test", at: 6)
        }
        withExtendedLifetime(store) {}
    }

    @Test func `a backup never overwrites another`() throws {
        let scratch = Scratch()
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        #expect(throws: StoreError.self) { try Backup.make(of: store, to: file, at: 6) }
    }
}
