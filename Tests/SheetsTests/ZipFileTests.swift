import Testing

@testable import Sheets

@Suite struct ZipFileTests {
    @Test func `stored and deflated entries are read in the order of the directory`() throws {
        var archive = Archive([
            "orgs.csv": "a,b", "folder/": "", "users.csv": String(repeating: "Өмүр ", count: 40_000),
        ])
        archive.add("plain.txt", [1, 2, 3], isDeflated: false)
        let file = try ZipFile(archive.bytes)
        #expect(file.names == ["orgs.csv", "users.csv", "plain.txt"])
        #expect(try file.contents(of: "plain.txt") == [1, 2, 3])
        #expect(try file.contents(of: "users.csv").count == 360_000)
        #expect(file.contains("orgs.csv") && !file.contains("other.csv"))
        #expect(refusal { () throws(SheetProblem) in try file.contents(of: "other.csv") }?.code == .missingEntry)
    }

    @Test func `an archive with ZIP64 records is read`() throws {
        var archive = Archive(["a.csv": "one", "b.csv": "two"])
        archive.isWide = true
        #expect(try ZipFile(archive.bytes).contents(of: "b.csv") == Array("two".utf8))
    }

    @Test func `a comment behind the directory does no harm`() throws {
        var bytes = Archive(["a.csv": "one"]).bytes
        bytes[bytes.count - 2] = 5
        #expect(try ZipFile(bytes + Array("PKabc".utf8)).names == ["a.csv"])
    }

    @Test(arguments: ["../a", "a/../../b", "/etc/passwd", "a\\b", "C:/a", "a\0b", "", "./a"])
    func `names that leave their folder are refused`(name: String) {
        #expect(refused(Archive([name: "x"])) == .unsafeName)
    }

    @Test func `two entries of one name are refused, letter case aside`() {
        #expect(refused(Archive(["a.csv": "x", "a.csv": "y"])) == .duplicateName)
        #expect(refused(Archive(["a.csv": "x", "A.CSV": "y"])) == .duplicateName)
    }

    @Test func `entries with a password are refused`() {
        var archive = Archive(["a.csv": "x"])
        archive.entries[0].flags = 1
        #expect(refused(archive) == .encrypted)
    }

    @Test func `a file cut anywhere is refused and never crashes`() {
        let bytes = Archive(["a.csv": "some text", "b.csv": "more text"]).bytes
        for count in 1..<bytes.count {
            #expect(refusal { () throws(SheetProblem) in try ZipFile(Array(bytes.prefix(count))) } != nil)
        }
        #expect(
            refusal { () throws(SheetProblem) in try ZipFile(Array(bytes.prefix(bytes.count / 2))) }?.code == .truncated
        )
        #expect(refusal { () throws(SheetProblem) in try ZipFile([]) }?.code == .emptyFile)
        #expect(
            refusal { () throws(SheetProblem) in try ZipFile(Array("hello, this is no archive".utf8)) }?.code
                == .unreadable)
    }

    @Test func `any one changed byte is read rightly or refused`() {
        let bytes = Archive(["a.csv": "some text, some text, some text"]).bytes
        for index in bytes.indices {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[index] ^= 1 << bit
                // A refusal is one of the two right answers here.
                guard let file = try? ZipFile(damaged), let name = file.names.first else { continue }
                let content = try? file.contents(of: name)
                #expect(content == nil || content == Array("some text, some text, some text".utf8))
            }
        }
    }

    @Test func `a wrong checksum is refused`() throws {
        var archive = Archive(["a.csv": "x"])
        archive.entries[0].checksum = 1
        let file = try ZipFile(archive.bytes)
        #expect(refusal { () throws(SheetProblem) in try file.contents(of: "a.csv") }?.code == .unreadable)
    }

    @Test func `a bomb is refused by its declared size before it is expanded`() throws {
        var archive = Archive()
        archive.add("bomb", [UInt8](repeating: 0, count: 8 << 20))
        #expect(archive.bytes.count < 20_000)
        #expect(refused(archive, SheetLimits(expandedBytes: 1 << 20)) == .tooLarge)
        let file = try ZipFile(archive.bytes)
        #expect(refusal { () throws(SheetProblem) in try file.contents(of: "bomb", limit: 1 << 20) }?.code == .tooLarge)
        #expect(try file.contents(of: "bomb").count == 8 << 20)
    }

    @Test func `a bomb that lies about its size is stopped at the lie`() throws {
        var archive = Archive()
        archive.add("bomb", [UInt8](repeating: 0, count: 8 << 20))
        archive.entries[0].declaredSize = 100
        let file = try ZipFile(archive.bytes)
        var largest = 0
        let problem = refusal { () throws(SheetProblem) in
            try file.expand("bomb") { chunk throws(SheetProblem) in largest = max(largest, chunk.count) }
        }
        #expect(problem?.code == .unreadable && largest == 0)
    }

    @Test func `too many entries are refused`() {
        var archive = Archive()
        for number in 0..<50 { archive.add("\(number)", []) }
        #expect(refused(archive, SheetLimits(entries: 49)) == .tooManyEntries)
    }

    @Test func `a Russian name of DOS is read`() throws {
        var archive = Archive()
        archive.entries.append(Archive.Entry(name: [0x91, 0xAF, 0xA8, 0xE1, 0xAE, 0xAA], content: [1]))
        #expect(try ZipFile(archive.bytes).names == ["Список"])
    }

    private func refused(_ archive: Archive, _ limits: SheetLimits = .standard) -> SheetProblem.Code? {
        refusal { () throws(SheetProblem) in try ZipFile(archive.bytes, limits: limits) }?.code
    }
}
