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

    /// Looks through a file as the audit does.
    private func isMet(_ path: String) throws -> Bool {
        do {
            let connection = try Connection(path: path, readOnly: true)
            defer { connection.close() }
            if try connection.damage() != nil { return true }
            _ = try connection.count("SELECT count(*) FROM person WHERE school_id = 42")
            return !PageDoubt.pages(of: connection.file).isEmpty
        } catch {
            return true
        }
    }

    private func sealed(_ content: [UInt8], at page: Int) -> Bool {
        guard content[((page + 1) * 4096 - 8)..<(page + 1) * 4096].contains(where: { $0 != 0 }) else { return false }
        return content.withUnsafeBytes {
            PageSeal.holds($0.baseAddress! + page * 4096, length: 4096, offset: Int64(page * 4096))
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
        try school.writer.run("CREATE TABLE wide (school_id bigint NOT NULL PRIMARY KEY, words text)")
        try school.writer.run(
            """
            INSERT INTO wide WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
            SELECT i, hex(randomblob(600)) FROM n
            """)
        try school.copy(to: path + ".copy")
        let content = try bytes(path + ".copy")
        #expect(content.count > 3_000_000)
        #expect((0..<content.count / 4096).allSatisfy { sealed(content, at: $0) })
        #expect(try !isMet(path + ".copy"))
    }

    @Test(arguments: 0..<8) func `a flipped bit is met wherever it is`(seed: Int) throws {
        let path = try atRest()
        let content = try bytes(path)
        #expect(try !isMet(path))
        var chance = Chance(UInt64(seed) + 1)
        for round in 0..<25 {
            var damaged = content
            let at = Int.random(in: 0..<content.count, using: &chance)
            damaged[at] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
            let other = "\(path).\(round)"
            try put(damaged, as: other)
            #expect(try isMet(other), "bit of byte \(at % 4096) of page \(at / 4096 + 1)")
        }
    }

    @Test func `a page in another one's place is met`() throws {
        let path = try atRest()
        var content = try bytes(path)
        let last = content.count / 4096 - 1
        content.replaceSubrange(last * 4096..<(last + 1) * 4096, with: content[(last - 1) * 4096..<last * 4096])
        #expect(!sealed(content, at: last))
    }

    @Test func `a school with a page that is not as written is read and takes no change`() async throws {
        let path = try atRest()
        var content = try bytes(path)
        let name = try #require(content.firstRange(of: Array("Асанова".utf8)))
        content[name.lowerBound + 1] ^= 1
        try put(content, as: path)
        let school = try SchoolStore(id: 42, path: path)
        let people = try school.read { try $0.all("SELECT surname FROM person WHERE school_id = 42") { $0.text(0) } }
        #expect(people.count == 400)
        #expect(school.doubt?.contains("42.sqlite") == true)
        await #expect(throws: StoreError.self) {
            try await school.write(by: .command("test"), at: 2_000) { try $0.audit("x", "person/1") }
        }
    }

    @Test func `what another program has written is met`() throws {
        let path = try atRest()
        var other: OpaquePointer?
        #expect(sqlite3_open(path, &other) == SQLITE_OK)
        #expect(sqlite3_exec(other, "UPDATE person SET surname = 'Иванова' WHERE id = 7", nil, nil, nil) == SQLITE_OK)
        sqlite3_close(other)
        #expect(try isMet(path))
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
        #expect(try !isMet(path + ".crash"))
    }

    @Test func `a file of an earlier version is sealed once`() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path, withIntermediateDirectories: true)
        let path = scratch.path + "/42.sqlite"
        try makeWithoutSeals(path)
        #expect(try PageShape(file: path)?.isSealed == false)
        let school = try SchoolStore(id: 42, path: path)
        #expect(try school.sealPages())
        #expect(try !school.sealPages())
        let content = try bytes(path)
        #expect((0..<content.count / 4096).allSatisfy { sealed(content, at: $0) })
        #expect(try school.read { try $0.count("SELECT count(*) FROM school WHERE school_id = 42") } == 1)
        #expect(school.doubt == nil)
    }

    private func makeWithoutSeals(_ path: String) throws {
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
