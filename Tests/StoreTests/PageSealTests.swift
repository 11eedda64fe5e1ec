import CSQLite
import Foundation
import Testing

@testable import Store

@Suite struct PageSealTests: SealedPages {
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
