import Foundation
import TestEngines
import Testing

@testable import Store

@Suite struct RestoreTests {
    private func grow(_ scratch: Scratch, _ school: SchoolStore, to people: ClosedRange<Int64>) throws {
        for number in people {
            try school.writeNow(by: .command("test"), at: number * 1_000) { writing in
                try scratch.add(person: number, to: writing)
                try writing.audit("person.add", "person/\(number)")
            }
        }
    }

    private func head(_ school: SchoolStore) throws -> AuditHead {
        try school.read { try AuditHead.read($0, school: school.id) }
    }

    @Test(arguments: [nil, testKey]) func `a tampered backup is refused and the data stay as they are`(
        key: BackupKey?
    ) throws {
        let scratch = try Scratch()
        let file = scratch.path + "/copy.sabak"
        do {
            let (store, _) = try scratch.school()
            _ = try Backup.make(of: store, to: file, key: key, at: 5)
        }
        var content = try Data(contentsOf: URL(fileURLWithPath: file))
        content[content.count - 3_000] ^= 1
        try content.write(to: URL(fileURLWithPath: file))
        let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted()
        #expect(throws: StoreError.self) {
            try Backup.restore(from: file, to: scratch.path, key: key, who: "admin", why: "test", at: 6)
        }
        #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted() == before)
        #expect(try scratch.store().schoolList().map(\.id) == [42])
        let empty = try Scratch()
        #expect(throws: StoreError.self) {
            try Backup.restore(from: file, to: empty.path, key: key, who: "admin", why: "test", at: 6)
        }
        #expect(!FileManager.default.fileExists(atPath: empty.path + "/directory.sqlite"))
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

    @Test func `a restore of yesterday's backup is explained in the chain and in the anchors`() throws {
        let scratch = try Scratch()
        let file = scratch.path + "/yesterday.sabak"
        do {
            let (store, school) = try scratch.school()
            _ = try Backup.make(of: store, to: file, at: 5)
            try grow(scratch, school, to: 2...5)
            try store.anchors(of: 42).keep(head(school), at: 9_000)
        }
        let done = try Backup.restore(from: file, to: scratch.path, who: "admin", why: "wrong import", at: 6)
        #expect(done == [Backup.Restored(school: 42, name: "№ 7", seq: 1, lost: 4)])
        let store = try scratch.store()
        let school = try store.school(42)
        let row = try school.read {
            try $0.first(
                "SELECT before, after, reason FROM audit WHERE school_id = 42 AND action = 'school.restore'"
            ) { [$0.text(0), $0.text(1), $0.text(2)] }
        }
        #expect(row == ["5", "1", "wrong import"])
        let lines = try String(contentsOfFile: store.anchors(of: 42).path, encoding: .utf8)
        #expect(lines.hasPrefix("head 5 "))
        #expect(lines.contains("\nrestore 1 6 admin wrong import\n"))
        #expect(try store.anchors(of: 42).isReached(by: head(school)))
        #expect(
            try school.read { try AuditVerification.of($0, school: 42, anchors: store.anchors(of: 42).heads()) }.isSound
        )
    }

    @Test func `after the disk is lost the anchors beside the backup still tell how much is missing`() throws {
        let scratch = try Scratch()
        let file = scratch.path + "/yesterday.sabak"
        let (store, school) = try scratch.school()
        _ = try Backup.make(of: store, to: file, at: 5)
        try grow(scratch, school, to: 2...8)
        try BackupAnchors(of: file).write([42: head(school)])
        let fresh = try Scratch()
        let done = try Backup.restore(from: file, to: fresh.path, who: "admin", why: "disk lost", at: 6)
        #expect(done.map(\.lost) == [7])
        let lines = try String(contentsOfFile: fresh.path + "/anchors/42.anchors", encoding: .utf8)
        #expect(lines.hasPrefix("head 8 "))
        #expect(try fresh.store().anchors(of: 42).isReached(by: head(try fresh.store().school(42))))
    }

    @Test func `a backup of a branch that was left restores with its own anchors`() throws {
        let scratch = try Scratch()
        let early = scratch.path + "/early.sabak"
        let late = scratch.path + "/late.sabak"
        do {
            let (store, school) = try scratch.school()
            _ = try Backup.make(of: store, to: early, at: 5)
            try grow(scratch, school, to: 2...5)
            try store.anchors(of: 42).keep(head(school), at: 9_000)
            _ = try Backup.make(of: store, to: late, at: 10_000)
        }
        _ = try Backup.restore(from: early, to: scratch.path, who: "admin", why: "first thought", at: 11_000)
        _ = try Backup.restore(from: late, to: scratch.path, who: "admin", why: "second thought", at: 12_000)
        let store = try scratch.store()
        let found = try store.school(42).read {
            try AuditVerification.of($0, school: 42, anchors: store.anchors(of: 42).heads())
        }
        #expect(found.isSound)
        #expect(found.head.seq == 6)
    }

    @Test func `a restore that cannot put the old data aside changes nothing`() throws {
        let scratch = try Scratch()
        let file = scratch.path + "/copy.sabak"
        do {
            let (store, school) = try scratch.school()
            _ = try Backup.make(of: store, to: file, at: 5)
            try grow(scratch, school, to: 2...3)
        }
        // The name of the third thing to be moved is taken already.
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/before-restore-6/anchors", withIntermediateDirectories: true)
        #expect(throws: (any Error).self) {
            try Backup.restore(from: file, to: scratch.path, who: "admin", why: "test", at: 6)
        }
        let people = try scratch.store().school(42).read {
            try $0.count("SELECT count(*) FROM person WHERE school_id = 42")
        }
        #expect(people == 3)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/restoring"))
    }

    @Test func `a restore that failed leaves nothing behind and can be tried again in the same millisecond`() throws {
        let scratch = try Scratch()
        let file = scratch.path + "/copy.sabak"
        do {
            let (store, _) = try scratch.school(42)
            _ = try scratch.school(43, in: store)
            _ = try Backup.make(of: store, to: file, only: 43, at: 5)
        }
        let anchors = scratch.path + "/anchors"
        try FileManager.default.moveItem(atPath: anchors, toPath: anchors + ".aside")
        try Data().write(to: URL(fileURLWithPath: anchors))
        #expect(throws: (any Error).self) {
            try Backup.restore(from: file, to: scratch.path, who: "admin", why: "test", at: 6)
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/before-restore-6"))
        try FileManager.default.removeItem(atPath: anchors)
        try FileManager.default.moveItem(atPath: anchors + ".aside", toPath: anchors)
        let done = try Backup.restore(from: file, to: scratch.path, who: "admin", why: "test", at: 6)
        #expect(done.map(\.school) == [43])
    }

    @Test(arguments: [nil, Int64(43)]) func `one school is restored, the others stay as they are`(only: Int64?) throws {
        let scratch = try Scratch()
        let file = scratch.path + "/copy.sabak"
        do {
            let (store, _) = try scratch.school(42)
            let (_, other) = try scratch.school(43, in: store)
            _ = try store.claim(login: "aida", school: 43, person: 1)
            _ = try Backup.make(of: store, to: file, only: only == nil ? 43 : nil, at: 5)
            try grow(scratch, try store.school(42), to: 2...3)
            try grow(scratch, other, to: 2...4)
            _ = try store.claim(login: "bermet", school: 43, person: 2)
            _ = try store.claim(login: "chinara", school: 42, person: 2)
        }
        let done = try Backup.restore(
            from: file, to: scratch.path, only: only, who: "admin", why: "school 43 only", at: 6)
        #expect(done.map(\.school) == [43])
        let store = try scratch.store()
        func people(_ school: Int64) throws -> Int {
            try store.school(school).read { try $0.count("SELECT count(*) FROM person WHERE school_id = \(school)") }
        }
        #expect(try store.schoolList().map(\.id) == [42, 43])
        #expect(try people(42) == 3)
        #expect(try people(43) == 1)
        #expect(try store.person(signingInAs: "aida")?.school == 43)
        #expect(try store.person(signingInAs: "bermet") == nil)
        #expect(try store.person(signingInAs: "chinara")?.school == 42)
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/before-restore-6/schools/43.sqlite"))
        #expect(throws: BackupRefusal.unknownSchool(44)) {
            let fresh = try Scratch()
            return try Backup.restore(from: file, to: fresh.path, only: 44, who: "admin", why: "test", at: 7)
        }
    }

    @Test func `a sign-in name that another school has taken since stops the restore of a school`() throws {
        let scratch = try Scratch()
        let file = scratch.path + "/copy.sabak"
        do {
            let (store, _) = try scratch.school(43)
            _ = try store.claim(login: "aida", school: 43, person: 1)
            _ = try Backup.make(of: store, to: file, at: 5)
        }
        let other = try Scratch()
        do {
            let (store, _) = try other.school(42)
            _ = try store.claim(login: "aida", school: 42, person: 1)
        }
        #expect(throws: StoreError.self) {
            try Backup.restore(from: file, to: other.path, only: 43, who: "admin", why: "test", at: 6)
        }
        #expect(try other.store().schoolList().map(\.id) == [42])
        #expect(try other.store().person(signingInAs: "aida")?.school == 42)
    }

    @Test(arguments: TestEngine.asked, TestEngine.asked)
    func `a backup of either engine comes into an empty store of either`(from: TestEngine, to: TestEngine) throws {
        let scratch = try Scratch(from)
        let (store, school) = try scratch.school()
        _ = try store.claim(login: "aida", school: 42, person: 1)
        try grow(scratch, school, to: 2...4)
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, key: testKey, at: 5)
        let target = try Scratch(to).store()
        let done = try Backup.restore(
            from: file, into: target, key: testKey, who: "admin", why: "other engine", at: 6_000)
        #expect(done.map(\.seq) == [4])
        let found = try target.school(42).read {
            try AuditVerification.of($0, school: 42, anchors: target.anchors(of: 42).heads())
        }
        #expect(found.isSound)
        #expect(found.rows == 5)
        #expect(try target.person(signingInAs: "aida")?.school == 42)
        #expect(throws: BackupRefusal.schoolIsThere(42)) {
            try Backup.restore(from: file, into: target, key: testKey, who: "admin", why: "again", at: 7_000)
        }
        #expect(try target.school(42).read { try AuditHead.read($0, school: 42) }.seq == 5)
    }

    @Test(arguments: TestEngine.asked) func `a restore into a store brings all its schools or none`(engine: TestEngine)
        throws
    {
        let scratch = try Scratch()
        let (store, _) = try scratch.school(42)
        _ = try scratch.school(43, in: store)
        _ = try store.claim(login: "aida", school: 43, person: 1)
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, at: 5)
        let there = try Scratch(engine)
        let (target, _) = try there.school(44)
        _ = try target.claim(login: "aida", school: 44, person: 1)
        #expect(throws: StoreError.self) {
            try Backup.restore(from: file, into: target, who: "admin", why: "test", at: 6)
        }
        #expect(try target.schoolList().map(\.id) == [44])
        #expect(!FileManager.default.fileExists(atPath: target.anchors(of: 42).path))
    }
}
