import Foundation
import TestEngines
import Testing

@testable import Store

@Suite(.enabled(if: TestEngine.asksPostgres)) struct ReplacingTests {
    private let scratch: Scratch
    private let file: String

    init() throws {
        scratch = try Scratch(.postgres)
        file = scratch.path + "/yesterday.sabak"
        let store = try open()
        for id in [Int64(42), 43] {
            _ = try scratch.school(id, in: store)
            #expect(try store.claim(login: "aida\(id)", school: id, person: 1))
        }
        _ = try Backup.make(of: store, to: file, at: 5)
        for number in Int64(2)...5 {
            try store.school(42).writeNow(by: .command("test"), at: number * 1_000) { writing in
                try scratch.add(person: number, to: writing)
                try writing.audit("person.add", "person/\(number)")
            }
        }
        #expect(try store.claim(login: "late", school: 42, person: 5))
        try store.anchors(of: 42).keep(head(store), at: 9_000)
    }

    private func open(as application: String = "sabak restore") throws -> Store {
        var place = scratch.place
        place.application = application
        place.lockSeconds = 1
        return try Store(postgres: place, path: scratch.path)
    }

    private func head(_ store: Store) throws -> AuditHead {
        try store.school(42).read { try AuditHead.read($0, school: 42) }
    }

    private func people(_ store: Store, _ school: Int64 = 42) throws -> Int {
        try store.school(school).read { try $0.count("SELECT count(*) FROM person WHERE school_id = \(school)") }
    }

    private func edition() throws -> Int { try open().school(42).read { try $0.dataVersion() } }

    private func replace(only school: Int64? = 42, file: String? = nil, at instant: Int64 = 20_000) throws
        -> [Backup.Restored]
    {
        try Backup.restore(
            from: file ?? self.file, into: open(), only: school, replacing: true, who: "admin", why: "wrong import",
            at: instant)
    }

    @Test func `a school that is there is not replaced unasked`() throws {
        #expect(throws: BackupRefusal.schoolIsThere(42)) {
            try Backup.restore(from: file, into: open(), who: "admin", why: "test", at: 6)
        }
        #expect(try people(open()) == 5)
    }

    @Test func `a replaced school is as in the backup, says who did it and why, and its chain goes on`() throws {
        let edition = try edition()
        #expect(try replace() == [Backup.Restored(school: 42, name: "№ 7", seq: 1, lost: 4)])
        let store = try open()
        #expect(try people(store) == 1)
        #expect(try people(store, 43) == 1)
        #expect(try store.person(signingInAs: "aida42")?.person == 1)
        #expect(try store.person(signingInAs: "aida43")?.school == 43)
        #expect(try store.person(signingInAs: "late") == nil)
        // Whoever remembers the edition from before sees that the school has changed.
        #expect(try self.edition() > edition)
        let row = try store.school(42).read {
            try $0.first("SELECT before, after, reason FROM audit WHERE school_id = 42 AND action = 'school.restore'") {
                [$0.text(0), $0.text(1), $0.text(2)]
            }
        }
        #expect(row == ["5", "1", "wrong import"])
        let lines = try String(contentsOfFile: store.anchors(of: 42).path, encoding: .utf8)
        #expect(lines.hasPrefix("head 5 "))
        #expect(lines.contains("\nrestore 1 20000 admin wrong import\n"))
        try store.school(42).writeNow(by: .command("test"), at: 30_000) { try $0.audit("a", "b") }
        let found = try store.school(42).read {
            try AuditVerification.of($0, school: 42, anchors: store.anchors(of: 42).heads())
        }
        #expect(found.isSound)
        #expect(found.rows == 3)
    }

    @Test func `after a school was replaced PostgreSQL is told what its tables hold`() throws {
        _ = try replace()
        #expect(try open().peopleKnownToPlanner() == 2)
    }

    @Test func `what was replaced is kept as a data directory that opens`() throws {
        _ = try replace()
        let kept = try Store(path: scratch.path + "/before-restore-20000")
        #expect(try people(kept) == 5)
        #expect(try kept.person(signingInAs: "late")?.person == 5)
        let found = try kept.school(42).read {
            try AuditVerification.of($0, school: 42, anchors: kept.anchors(of: 42).heads())
        }
        #expect(found.isSound && found.rows == 5)
    }

    /// A sign-in name of school 43 belongs to a third school by now.
    private func giveAwayName() throws -> String {
        let store = try open()
        try store.engine.change { _ = try $0.run("DELETE FROM sign_in_name WHERE school_id = 43") }
        _ = try scratch.school(44, in: store)
        #expect(try store.claim(login: "aida43", school: 44, person: 1))
        return try String(contentsOfFile: store.anchors(of: 42).path, encoding: .utf8)
    }

    @Test func `where one of several schools cannot be replaced all stay as they are`() throws {
        let lines = try giveAwayName()
        let error = #expect(throws: StoreError.self) { try replace(only: nil) }
        guard case .unfit = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let store = try open()
        #expect(try people(store) == 5)
        #expect(try String(contentsOfFile: store.anchors(of: 42).path, encoding: .utf8) == lines)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/before-restore-20000"))
        #expect(try store.person(signingInAs: "late")?.person == 5)
        try store.school(42).writeNow(by: .command("test"), at: 30_000) { try $0.audit("a", "b") }
    }

    @Test func `a tampered backup replaces nothing`() throws {
        var content = try Data(contentsOf: URL(fileURLWithPath: file))
        content[content.count - 3_000] ^= 1
        try content.write(to: URL(fileURLWithPath: file))
        #expect(throws: StoreError.self) { try replace() }
        #expect(try people(open()) == 5)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/before-restore-20000"))
    }

    @Test func `nothing is replaced while a server is at work, in the database or the directory`() throws {
        for application in ["sabak", "sabak restore"] {
            let other = try open(as: application)
            #expect(try people(other) == 5)
            let begun = ContinuousClock.now
            let error = #expect(throws: StoreError.self) { try replace() }
            #expect(ContinuousClock.now - begun < .seconds(1.5))
            guard case .locked = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            withExtendedLifetime(other) {}
        }
        #expect(try people(open()) == 5)
    }

    @Test func `a writer in the middle of a change is waited for, and then the restore gives up`() throws {
        let other = try Connection(scratch.place)
        // By itself: what is set inside a transaction ends with it.
        try other.script("SET application_name = 'somebody'")
        try other.script("BEGIN; UPDATE school_lock SET edition = edition + 1")
        let error = #expect(throws: StoreError.self) { try replace() }
        #expect(error?.kind == .timedOut)
        try other.script("ROLLBACK")
        #expect(try people(open()) == 5)
        #expect(try replace(at: 30_000).map(\.school) == [42])
    }
}
