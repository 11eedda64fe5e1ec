import Foundation
import TestEngines
import Testing

@testable import Store

@Suite struct BackupDrillTests {
    @Test(arguments: TestEngine.asked) func `a drill over living data that went on is sound and says how far they went`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, key: testKey, at: 5)
        try school.writeNow(by: .command("test"), at: 7_000) { writing in
            try scratch.add(person: 2, to: writing)
            try writing.audit("person.add", "person/2")
        }
        let drill = try BackupDrill.run(of: file, key: testKey, against: store, at: 8_000)
        let found = try #require(drill.schools.first)
        #expect(drill.isSound)
        #expect(found.behind == 1)
        #expect(found.headAt == 1_000)
        #expect(found.liveHeadAt == 7_000)
        #expect(found.liveRows > found.rows)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/drill"))
        #expect(try school.read { try AuditHead.read($0, school: 42) }.seq == 2)
    }

    @Test(arguments: TestEngine.asked) func `a drill finds that a tail of the living data is missing`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        let first = try school.read { try AuditHead.read($0, school: 42) }
        try school.writeNow(by: .command("test"), at: 7_000) { try $0.audit("a.b", "c/1") }
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        try scratch.tamper(school, "DELETE FROM audit WHERE school_id = 42 AND seq > 1")
        try scratch.tamper(school, "UPDATE audit_head SET seq = 1, hash = \(first.hash) WHERE school_id = 42")
        let drill = try BackupDrill.run(of: file, against: store, at: 8_000)
        #expect(!drill.isSound)
        #expect(drill.schools.first?.problems == ["living audit row 2: chain ends before its anchor 2"])
    }

    @Test(arguments: TestEngine.asked) func `a drill finds living rows that went or were changed without a trace`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        try scratch.tamper(school, "DELETE FROM person WHERE school_id = 42")
        #expect(
            try BackupDrill.run(of: file, against: store, at: 8_000).schools.first?.problems
                == ["person: 1 rows in the backup, 0 living, at the same end of the chain"])
        try scratch.tamper(school, "UPDATE audit SET object = 'person/9' WHERE school_id = 42 AND seq = 1")
        #expect(
            try BackupDrill.run(of: file, against: store, at: 8_000).schools.first?.problems
                == ["living audit row 1: content does not match its hash"])
    }

    @Test func `a drill names the schools that are not in the backup`() throws {
        let scratch = try Scratch()
        let (store, _) = try scratch.school(42)
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        _ = try scratch.school(43, in: store)
        let drill = try BackupDrill.run(of: file, against: store, at: 8_000)
        #expect(drill.missing == [43])
        #expect(!drill.isSound)
    }
}
