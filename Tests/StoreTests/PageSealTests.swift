import CSQLite
import Foundation
import Testing

@testable import Store

@Suite struct PageSealTests {
    /// A school of some pages, at rest in its file.
    private func atRest() throws -> String {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path, withIntermediateDirectories: true)
        let path = scratch.path + "/42.sqlite"
        let school = try SQLiteSchool(path: path)
        let store = SchoolStore(id: 42, path: path, engine: school, crew: nil)
        try store.writeNow(by: .command("test"), at: 1_000) { writing in
            for person in 1...400 { try scratch.add(person: Int64(person), to: writing) }
            try writing.audit("person.add", "person/1", text: "Асанова Айпери")
        }
        try school.settle()
        return path
    }

    private func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    private func put(_ bytes: [UInt8], as path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

    /// Looks through a file as the check does; a file that cannot be opened is damaged.
    private func look(_ path: String) -> PagesFound {
        var found = PagesFound()
        do {
            let connection = try Connection(path: path, readOnly: true)
            defer { connection.close() }
            found = try connection.lookThrough()
        } catch {
            found.damage = "\(error)"
        }
        return found
    }

    private func surnames(_ path: String) throws -> Set<String> {
        let connection = try Connection(path: path, readOnly: true)
        defer { connection.close() }
        return Set(try connection.all("SELECT surname FROM person WHERE school_id = 42") { $0.text(0) })
    }

    /// Makes a name in the file another one, behind everybody's back.
    private func overwriteAName(_ path: String) throws {
        var content = try bytes(path)
        // Two columns of a person's row, which stand together there and nowhere else.
        let place = content.firstRange(of: Array("АсановаАйпери".utf8))
        let name = try #require(place)
        content.replaceSubrange(name, with: Array("ИвановаАйпери".utf8))
        try put(content, as: path)
    }

    private func sealed(_ content: [UInt8], at page: Int) -> Bool {
        content.withUnsafeBytes {
            PageSeal.state(of: $0.baseAddress! + page * 4096, length: 4096, offset: Int64(page * 4096)) == .right
        }
    }

    @Test func `every page of a school's file is sealed`() throws {
        let content = try bytes(atRest())
        #expect(content.count > 40 * 4096)
        #expect((0..<content.count / 4096).allSatisfy { sealed(content, at: $0) })
    }

    @Test func `a copy of a school is sealed, however large`() throws {
        let path = try atRest()
        let school = try SQLiteSchool(path: path)
        try school.write { writer in
            try writer.run("CREATE TABLE wide (school_id bigint NOT NULL PRIMARY KEY, words text)")
            try writer.run(
                """
                INSERT INTO wide WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
                SELECT i, hex(randomblob(600)) FROM n
                """)
        }
        try school.copy(to: path + ".copy")
        let content = try bytes(path + ".copy")
        #expect(content.count > 3_000_000)
        #expect((0..<content.count / 4096).allSatisfy { sealed(content, at: $0) })
        #expect(look(path + ".copy") == PagesFound())
    }

    @Test(arguments: 0..<4) func `a flipped bit is put right wherever it is`(seed: Int) throws {
        let path = try atRest()
        let content = try bytes(path)
        #expect(look(path) == PagesFound())
        var chance = Chance(UInt64(seed) + 1)
        for round in 0..<12 {
            var damaged = content
            // Every third in the head, which says what the others are.
            let at = Int.random(in: 0..<(round % 3 == 0 ? 100 : content.count), using: &chance)
            damaged[at] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
            let other = "\(path).\(round)"
            try put(damaged, as: other)
            let found = look(other)
            // A page nobody uses is not looked at.
            #expect(found == PagesFound() || found.mended == [Int64(at / 4096 + 1)], "byte \(at): \(found)")
            #expect(try surnames(other) == ["Асанова"])
            let connection = try Connection(path: other, readOnly: false)
            try connection.sealPages()
            connection.close()
            #expect(look(other) == PagesFound())
            let mended = try bytes(other)
            #expect((0..<mended.count / 4096).allSatisfy { sealed(mended, at: $0) })
        }
    }

    @Test(arguments: 0..<4) func `a torn sector is met and the page is not shown`(seed: Int) throws {
        let path = try atRest()
        let content = try bytes(path)
        var chance = Chance(UInt64(seed) + 1)
        for round in 0..<12 {
            var damaged = content
            let sector = Int.random(in: 0..<content.count / 512, using: &chance)
            for at in sector * 512..<(sector + 1) * 512 {
                damaged[at] = round % 2 == 0 ? 0 : UInt8.random(in: 0...255, using: &chance)
            }
            guard damaged != content else { continue }
            let other = "\(path).\(round)"
            try put(damaged, as: other)
            #expect(!look(other).isSound, "sector \(sector)")
        }
    }

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

    @Test func `a page in another one's place, and one of zeros, are met`() throws {
        let path = try atRest()
        var content = try bytes(path)
        let last = content.count / 4096 - 1
        content.replaceSubrange(last * 4096..<(last + 1) * 4096, with: content[(last - 1) * 4096..<last * 4096])
        #expect(!sealed(content, at: last))
        content.replaceSubrange(last * 4096..<(last + 1) * 4096, with: [UInt8](repeating: 0, count: 4096))
        #expect(!sealed(content, at: last))
    }

    @Test func `a school with a page that is not as written takes no change, and what is elsewhere is read`()
        async throws
    {
        let path = try atRest()
        try overwriteAName(path)
        let school = try SchoolStore(id: 42, path: path)
        let fault = #expect(throws: StoreError.self) {
            _ = try school.read { try $0.count("SELECT count(surname) FROM person") }
        }
        #expect(fault?.kind == .damaged)
        #expect(try school.read { try $0.count("SELECT count(*) FROM audit WHERE school_id = 42") } == 1)
        #expect(school.doubt?.contains("42.sqlite") == true)
        await #expect(throws: StoreError.self) {
            try await school.write(by: .command("test"), at: 2_000) { try $0.audit("x", "person/1") }
        }
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

    @Test func `a file of an earlier version is sealed once`() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path, withIntermediateDirectories: true)
        let path = scratch.path + "/42.sqlite"
        try makeWithoutSeals(path)
        let school = try SchoolStore(id: 42, path: path)
        #expect(school.wantsSeals)
        try school.sealPages()
        #expect(!school.wantsSeals)
        let content = try bytes(path)
        #expect((0..<content.count / 4096).allSatisfy { sealed(content, at: $0) })
        #expect(try school.read { try $0.count("SELECT count(*) FROM school WHERE school_id = 42") } == 1)
        #expect(school.doubt == nil)
    }

    private func makeWithoutSeals(_ path: String) throws {
        // Once somebody has opened a file without it, the library cannot be set up any more.
        #expect(SQLiteLibrary.isPrepared)
        var other: OpaquePointer?
        #expect(sqlite3_open(path, &other) == SQLITE_OK)
        defer { sqlite3_close(other) }
        let steps =
            Schema.school.steps.map(Schema.sqliteWords) + [
                "CREATE TABLE schema_version (version bigint NOT NULL PRIMARY KEY)",
                "INSERT INTO schema_version (version) VALUES (\(Schema.school.steps.count))",
                """
                INSERT INTO school (school_id, name, country, time_zone, language, record_language, created_at)
                VALUES (42, '№ 7', 'KG', 'Asia/Bishkek', 'ky', 'ky', 1)
                """,
            ]
        for step in steps { #expect(sqlite3_exec(other, step, nil, nil, nil) == SQLITE_OK) }
    }
}

/// The same numbers for the same seed (xorshift64*).
private struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
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
