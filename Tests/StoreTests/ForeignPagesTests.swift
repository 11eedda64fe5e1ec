import CSQLite
import Foundation
import Testing

@testable import Store

/// Pages that another program has written or brought in from the log, and who takes them as they are.
@Suite struct ForeignPagesTests: SealedPages {
    @Test func `a page without a seal that ends in zeros is believed only where another program may have been`() throws
    {
        let path = try atRest()
        var content = try bytes(path)
        let page = try #require((1..<content.count / 4096).first { content[$0 * 4096] == 13 })
        for at in (page + 1) * 4096 - 512..<(page + 1) * 4096 { content[at] = 0 }
        try put(content, as: path)
        // The mark says that this program was the last to leave the file.
        #expect(FileManager.default.fileExists(atPath: path + "-left"))
        let strict = try SQLiteSchool(path: path)
        #expect(try !strict.read { try $0.lookThrough() }.isSound)
        strict.close()
        try FileManager.default.copyItem(atPath: path, toPath: path + ".visited")
        let lenient = try SchoolStore(id: 42, path: path + ".visited")
        #expect(lenient.wantsSeals)
        #expect(try lenient.lookThrough().wrong == [])
        #expect(lenient.doubt == nil)
    }

    @Test func `that another program was here is known to all, also later, until the pages are written anew`() throws {
        let path = try atRest()
        var content = try bytes(path)
        let page = try #require((1..<content.count / 4096).first { content[$0 * 4096] == 13 })
        for at in (page + 1) * 4096 - 8..<(page + 1) * 4096 { content[at] = 0 }
        let other = path + ".visited"
        try put(content, as: other)
        try put([], as: other + "-wal")
        let mark = LeaveMark(other)
        #expect(!mark.isVisited)
        try SQLiteSchool(path: other).close()
        #expect(mark.isVisited, "left again before it was sealed")
        let looking = try Connection(path: other, readOnly: true)
        #expect(try looking.lookThrough().unsealed == 1)
        #expect(mark.isVisited, "looked at by somebody who writes nothing")
        looking.close()
        let school = try SQLiteSchool(path: other)
        #expect(try school.sealPages())
        #expect(!mark.isVisited)
        school.close()
    }

    @Test func `nobody takes pages as they are while another program has the data`() throws {
        let scratch = try Scratch()
        try overwriteAName(made(in: scratch))
        let store = try Store(path: scratch.path)
        let other = try Store(path: scratch.path)
        #expect(throws: StoreError.self) {
            try store.acceptPages(of: 42, who: "клерк", why: "sqlite3", at: 3_000) { try $0.proof(42) }
        }
        withExtendedLifetime(other) {}
    }

    @Test func `a file at rest is taken as it is by whoever is alone with it`() throws {
        let scratch = try Scratch()
        let path = try made(in: scratch)
        try overwriteAName(path)
        let store = try Store(path: scratch.path)
        #expect(throws: StoreError.self) {
            try store.school(42).read { try $0.count("SELECT count(surname) FROM person") }
        }
        let pages = try store.acceptPages(of: 42, who: "клерк", why: "sqlite3", at: 3_000) { try $0.proof(42) }
        #expect(pages.count == 1)
        let school = try store.school(42)
        #expect(school.doubt == nil)
        #expect(
            try school.read {
                try $0.first("SELECT before FROM audit WHERE action = 'school.acceptPages'") { $0.text(0) }
            }
                == "\(pages[0])")
        #expect(try school.lookThrough() == PagesFound())
        try school.writeNow(by: .command("test"), at: 4_000) { try $0.audit("x", "person/1") }
        #expect(try store.acceptPages(of: 42, who: "клерк", why: "sqlite3", at: 5_000) { try $0.proof(42) } == [])
    }

    private func made(in scratch: Scratch) throws -> String {
        let (_, school) = try scratch.school()
        try school.writeNow(by: .command("test"), at: 2_000) { writing in
            for person in 2...400 { try scratch.add(person: Int64(person), to: writing) }
        }
        return school.path
    }

    @Test func `what another program has written is met`() throws {
        let path = try atRest()
        var other: OpaquePointer?
        #expect(sqlite3_open(path, &other) == SQLITE_OK)
        #expect(sqlite3_exec(other, "UPDATE person SET surname = 'Иванова' WHERE id = 7", nil, nil, nil) == SQLITE_OK)
        sqlite3_close(other)
        #expect(!look(path).isSound)
    }

    // A lock is lost when any descriptor of the file is closed in the process; then the next program that only reads
    // takes the log away, and with it what was answered since.
    @Test func `whoever looks at a school's pages keeps the lock on its file`() throws {
        let scratch = try Scratch()
        let (store, school) = try scratch.school()
        #expect(try !locks(on: school.path).isEmpty)
        _ = school.wantsSeals
        _ = try school.lookThrough()
        try school.sealPages()
        _ = try store.lookThroughDirectory()
        #expect(try !locks(on: school.path).isEmpty)
        #expect(try !locks(on: scratch.path + "/directory.sqlite").isEmpty)
    }

    /// The lines of the kernel's list of locks of this process on a file.
    private func locks(on path: String) throws -> [Substring] {
        var found = stat()
        #expect(stat(path, &found) == 0)
        // Read to its end, of which the kernel tells no size.
        let all = try FileHandle(forReadingFrom: URL(filePath: "/proc/locks")).readToEnd()
        let list = String(decoding: all ?? Data(), as: UTF8.self)
        return list.split(separator: "\n").filter {
            $0.contains(":\(found.st_ino) ") && $0.contains(" \(ProcessInfo.processInfo.processIdentifier) ")
        }
    }

    @Test func `another program that only reads after a crash is no damage`() async throws {
        let path = try atRest()
        let school = try SchoolStore(id: 42, path: path)
        try await school.write(by: .command("test"), at: 2_000) { writing in
            try writing.connection.run("UPDATE person SET surname = 'Иванова' WHERE school_id = 42")
            try writing.audit("person.change", "person/1", text: "Иванова Айпери")
        }
        // What a crash leaves: the file as it was, the change in the log.
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + ending, toPath: path + ".crash" + ending)
        }
        var other: OpaquePointer?
        #expect(sqlite3_open(path + ".crash", &other) == SQLITE_OK)
        #expect(sqlite3_exec(other, "SELECT count(*) FROM person", nil, nil, nil) == SQLITE_OK)
        sqlite3_close(other)
        #expect(!FileManager.default.fileExists(atPath: path + ".crash-wal"))
        let found = look(path + ".crash")
        #expect(found.isSound && found.unsealed > 0)
        let after = try SchoolStore(id: 42, path: path + ".crash")
        _ = try after.lookThrough()
        #expect(after.wantsSeals)
        try after.sealPages()
        #expect(!after.wantsSeals)
        #expect(try after.lookThrough() == PagesFound())
    }
}

extension Store {
    /// As the command proves it, as far as this kit can.
    fileprivate func proof(_ id: Int64) throws -> AuditVerification {
        try school(id).read { connection in
            if let damage = try connection.damage() { return AuditVerification(damage: damage) }
            return try AuditVerification.of(connection, school: id, anchors: anchors(of: id).heads())
        }
    }
}
