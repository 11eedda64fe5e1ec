import Foundation
import TestEngines
import Testing

@testable import Store

/// A key of the tests, the same at every run.
let testKey = BackupKey.bytes([UInt8](repeating: 7, count: 32))

@Suite struct BackupTests {
    @Test(arguments: TestEngine.asked, [nil, testKey])
    func `a backup restores into an empty directory, with the chain sound and the reason kept`(
        engine: TestEngine, key: BackupKey?
    ) throws {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        #expect(try Backup.make(of: store, to: file, key: key, at: 5).manifest.schools.count == 1)
        let other = try Scratch()
        let done = try Backup.restore(from: file, to: other.path, key: key, who: "admin", why: "new disk", at: 6)
        #expect(done == [Backup.Restored(school: 42, name: "№ 7", seq: 1, lost: 0)])
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

    @Test(arguments: TestEngine.asked) func `the manifest says what is inside`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        let head = try school.read { try AuditHead.read($0, school: 42) }
        try store.anchors(of: 42).keep(head, at: 2_000)
        let made = try Backup.make(of: store, to: file, key: testKey, at: 5)
        #expect(try Backup.check(file, key: testKey) == made.manifest)
        #expect(made.manifest.madeAt == 5)
        #expect(made.manifest.isWhole)
        #expect(made.manifest.files.map(\.name) == ["directory.sqlite", "schools/42.sqlite", "anchors/42.anchors"])
        #expect(made.manifest.schools.first?.head == head)
        #expect(made.manifest.schools.first?.headAt == 1_000)
        #expect(made.manifest.schools.first?.rows["person"] == 1)
        #expect(try BackupAnchors(of: file).read() == [42: head])
        #expect(made.bytes == FileManager.default.contents(atPath: file)?.count)
    }

    @Test(arguments: TestEngine.asked) func `a sealed backup shows nobody a name, an open one does`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        let name = Data("Айпери".utf8)
        _ = try Backup.make(of: store, to: scratch.path + "/open.sabak", at: 5)
        _ = try Backup.make(of: store, to: scratch.path + "/sealed.sabak", key: testKey, at: 5)
        #expect(FileManager.default.contents(atPath: scratch.path + "/open.sabak")?.range(of: name) != nil)
        #expect(FileManager.default.contents(atPath: scratch.path + "/sealed.sabak")?.range(of: name) == nil)
    }

    @Test(arguments: TestEngine.asked) func `a backup of one school holds nothing of another`(engine: TestEngine)
        throws
    {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school(42)
        _ = try scratch.school(43, in: store)
        _ = try store.claim(login: "stranger-login", school: 43, person: 1)
        let file = scratch.path + "/one.sabak"
        let made = try Backup.make(of: store, to: file, only: 42, at: 5)
        #expect(made.manifest.schools.map(\.id) == [42])
        #expect(!made.manifest.isWhole)
        let content = try #require(FileManager.default.contents(atPath: file))
        #expect(content.range(of: Data("stranger-login".utf8)) == nil)
        #expect(throws: StoreError.self) {
            try Backup.make(of: store, to: scratch.path + "/none.sabak", only: 44, at: 5)
        }
    }

    @Test(arguments: TestEngine.asked) func `a backup made while writers write is of one moment`(engine: TestEngine)
        async throws
    {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 2...60 {
                group.addTask {
                    try await school.write(by: .command("test"), at: 2_000) { writing in
                        try scratch.add(person: Int64(number), to: writing)
                        try writing.audit("person.add", "person/\(number)")
                    }
                }
            }
            group.addTask { _ = try Backup.make(of: store, to: file, key: testKey, at: 5) }
            try await group.waitForAll()
        }
        let packed = try #require(try Backup.check(file, key: testKey).schools.first)
        #expect(packed.rows["person"] == Int(packed.seq))
        let other = try Scratch()
        _ = try Backup.restore(from: file, to: other.path, key: testKey, who: "admin", why: "test", at: 6)
        let people = try other.store().school(42).read {
            try $0.count("SELECT count(*) FROM person WHERE school_id = 42")
        }
        #expect(people == Int(packed.seq))
        #expect(try school.read { try $0.count("SELECT count(*) FROM person WHERE school_id = 42") } == 60)
    }

    @Test(arguments: TestEngine.asked) func `a backup never overwrites another`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        #expect(throws: StoreError.self) { try Backup.make(of: store, to: file, at: 6) }
        #expect(try Backup.check(file).madeAt == 5)
    }

    @Test(arguments: TestEngine.asked) func `two backups are never made at once`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        var second: (any Error)?
        _ = try Backup.make(of: store, to: scratch.path + "/one.sabak", at: 5) { _ in
            do {
                _ = try Backup.make(of: store, to: scratch.path + "/two.sabak", at: 5)
            } catch {
                second = error
            }
        }
        guard case .locked = second as? StoreError else { return #expect(Bool(false), "\(String(describing: second))") }
        _ = try Backup.make(of: store, to: scratch.path + "/two.sabak", at: 5)
    }

    @Test(arguments: TestEngine.asked) func `a school whose chain is broken is not backed up, and nothing is left`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        try scratch.tamper(school, "UPDATE audit SET after = '4' WHERE school_id = 42 AND seq = 1")
        let file = scratch.path + "/copy.sabak"
        #expect(
            throws: BackupRefusal.unsound(school: 42, why: "audit row 1: content does not match its hash")
        ) { try Backup.make(of: store, to: file, at: 5) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.contains("copy") } == [])
    }

    @Test(arguments: TestEngine.asked) func `a school whose tail was cut off is not backed up`(engine: TestEngine)
        throws
    {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        try store.anchors(of: 42).keep(AuditHead(seq: 3, hash: Digest.sha256([3])), at: 2)
        #expect(throws: BackupRefusal.self) {
            try Backup.make(of: store, to: scratch.path + "/copy.sabak", at: 5)
        }
        withExtendedLifetime(school) {}
    }

    @Test func `a backup that is stopped leaves nothing behind`() throws {
        let scratch = try Scratch()
        let (store, _) = try scratch.school()
        #expect(throws: CancellationError.self) {
            try Backup.make(of: store, to: scratch.path + "/copy.sabak", at: 5) { _ in throw CancellationError() }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.contains("cop") } == [])
    }

    @Test func `progress ends with all schools and all bytes but the manifest`() throws {
        let scratch = try Scratch()
        let (store, _) = try scratch.school(42)
        _ = try scratch.school(43, in: store)
        var last = Backup.Progress()
        let made = try Backup.make(of: store, to: scratch.path + "/copy.sabak", at: 5) { last = $0 }
        #expect(last.schoolsDone == 2)
        #expect(last.schools == 2)
        #expect(last.bytes <= made.bytes)
    }
}
