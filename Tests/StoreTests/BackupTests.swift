import Foundation
import TestEngines
import Testing

@testable import Store

@Suite struct BackupTests {
    @Test(arguments: TestEngine.asked)
    func `a backup restores into an empty directory, with the chain sound and the reason kept`(engine: TestEngine)
        throws
    {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        #expect(try Backup.make(of: store, to: file, at: 5) == 1)
        let other = try Scratch()
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

    @Test(arguments: TestEngine.asked) func `a backup of which one byte differs is refused and nothing is restored`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        let archive = try Connection(path: file, readOnly: false)
        try archive.run("UPDATE piece SET content = zeroblob(100) WHERE number = 0 AND name LIKE 'schools/%'")
        archive.close()
        let other = try Scratch()
        #expect(throws: StoreError.self) {
            try Backup.restore(from: file, to: other.path, who: "admin", why: "test", at: 6)
        }
        #expect(!FileManager.default.fileExists(atPath: other.path + "/directory.sqlite"))
    }

    @Test(arguments: TestEngine.asked) func `a restore is refused while another program works in the directory`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        #expect(throws: StoreError.self) {
            try Backup.restore(from: file, to: scratch.path, who: "admin", why: "test", at: 6)
        }
        withExtendedLifetime(store) {}
    }

    @Test(arguments: TestEngine.asked) func `a backup never overwrites another`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        #expect(throws: StoreError.self) { try Backup.make(of: store, to: file, at: 6) }
    }
}
