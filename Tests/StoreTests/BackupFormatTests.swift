import Foundation
import TestEngines
import Testing

@testable import Store

@Suite struct BackupFormatTests {
    private static let quick = BackupKey.Work(rounds: 1, memory: 8)

    private func backup(_ key: BackupKey?) throws -> (file: String, content: [UInt8]) {
        let scratch = try Scratch()
        let (store, _) = try scratch.school()
        let file = scratch.path + "/copy.sabak"
        _ = try Backup.make(of: store, to: file, key: key, work: Self.quick, at: 5)
        return (file, [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
    }

    private func write(_ content: [UInt8], _ name: String = "changed") throws -> String {
        let path = NSTemporaryDirectory() + "sabak-\(name)-\(UUID().uuidString)"
        try Data(content).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func isRefused(_ content: [UInt8], _ key: BackupKey?) throws -> Bool {
        let path = try write(content)
        defer { Backup.discard([path]) }
        do {
            _ = try Backup.check(path, key: key)
            return false
        } catch is StoreError {
            return true
        } catch is BackupRefusal {
            return true
        }
    }

    @Test(arguments: [nil, testKey, BackupKey.passphrase("ак кайың")])
    func `a byte that differs is found, wherever in the file it is`(key: BackupKey?) throws {
        let (_, content) = try backup(key)
        #expect(try !isRefused(content, key))
        let samples = stride(from: 69, to: content.count, by: max(1, content.count / 40))
        for place in Array(0..<69) + Array(samples) + Array(content.count - 40..<content.count) {
            // The salt and the work of a passphrase mean nothing without one, but they are bound all the same.
            var changed = content
            changed[place] ^= 0x10
            #expect(try isRefused(changed, key), "byte \(place) of \(content.count)")
        }
    }

    @Test(arguments: [nil, testKey]) func `a file that ends too early or goes on too long is refused`(
        key: BackupKey?
    ) throws {
        let (_, content) = try backup(key)
        for length in [0, 1, 63, 64, 67, 68, 100, content.count / 2, content.count - 1] {
            #expect(try isRefused(Array(content.prefix(length)), key), "\(length) of \(content.count)")
        }
        #expect(try isRefused(content + [0], key))
        #expect(try isRefused(content + content, key))
    }

    @Test(arguments: [nil, testKey]) func `a chunk that is left out, doubled or moved is found`(key: BackupKey?) throws
    {
        var header = BackupHeader()
        var writing = try ChunkSeal(writing: &header, key: key, work: Self.quick)
        let chunks = [
            writing.seal([1], isLast: false), writing.seal([2], isLast: false), writing.seal([3], isLast: true),
        ]
        func opened(_ order: [Int]) throws -> [[UInt8]?] {
            var reading = try ChunkSeal(reading: header, key: key, of: "file")
            return order.map { reading.open(chunks[$0])?.content }
        }
        #expect(try opened([0, 1, 2]) == [[1], [2], [3]])
        #expect(try opened([0, 2])[1] == nil)
        #expect(try opened([0, 0])[1] == nil)
        #expect(try opened([1])[0] == nil)
    }

    @Test(arguments: [nil, testKey]) func `many chunks come back as they went in`(key: BackupKey?) throws {
        let path = NSTemporaryDirectory() + "sabak-chunks-\(UUID().uuidString)"
        defer { Backup.discard([path, path + ".out", path + ".in"]) }
        let content = (0..<3_500_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        try Data(content).write(to: URL(fileURLWithPath: path + ".in"))
        let writer = try BackupWriter(path: path, key: key, work: Self.quick)
        try writer.add("schools/1.sqlite", from: path + ".in") { _ in }
        try writer.add("anchors/1.anchors", content: [])
        let manifest = BackupManifest(madeAt: 1, isWhole: true, schema: 1, files: writer.files, schools: [])
        try writer.finish(manifest)
        #expect(try BackupReader(path: path, key: key).unpack(into: path + ".out") == manifest)
        #expect(FileManager.default.contents(atPath: path + ".out/schools/1.sqlite") == Data(content))
    }

    @Test func `another key, another passphrase and no key at all are told apart from a damaged file`() throws {
        let (sealed, _) = try backup(testKey)
        #expect(throws: BackupRefusal.otherKey) { try Backup.check(sealed, key: .bytes(Digest.random(32))) }
        #expect(throws: BackupRefusal.needsKey) { try Backup.check(sealed) }
        #expect(throws: BackupRefusal.needsKey) { try Backup.check(sealed, key: .passphrase("x")) }
        let (spoken, _) = try backup(.passphrase("ак кайың"))
        #expect(throws: BackupRefusal.otherKey) { try Backup.check(spoken, key: .passphrase("ак каин")) }
        #expect(throws: BackupRefusal.needsPassphrase) { try Backup.check(spoken, key: testKey) }
        #expect(try Backup.check(spoken, key: .passphrase("ак кайың")).schools.count == 1)
    }

    @Test func `a file of another version, and what is no backup, is refused by name`() throws {
        var (_, content) = try backup(nil)
        content[8] = 3
        let newer = try write(content)
        #expect(throws: BackupRefusal.unknownVersion(3)) { try Backup.check(newer) }
        let older = try write(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 100))
        #expect(throws: BackupRefusal.unknownVersion(1)) { try Backup.check(older) }
        let picture = try write([UInt8](repeating: 0x89, count: 200))
        #expect(throws: BackupRefusal.notABackup(picture)) { try Backup.check(picture) }
        Backup.discard([newer, older, picture])
    }

    @Test func `a file somebody else made cannot write outside its folder`() throws {
        for name in ["../schools/1.sqlite", "/etc/passwd", "schools/../1.sqlite", "schools/1.sqlite-wal", "data.lock"] {
            #expect(!BackupManifest.isKnown(name), "\(name)")
        }
        #expect(BackupManifest.isKnown("schools/42.sqlite"))
        #expect(BackupManifest.isKnown("anchors/42.anchors"))
    }

    @Test func `a key is kept in a file of its own, readable by its owner, and never overwritten`() throws {
        let path = NSTemporaryDirectory() + "sabak-key-\(UUID().uuidString)"
        defer { Backup.discard([path]) }
        let key = try BackupKey.make(inFile: path)
        #expect(try BackupKey(file: path) == key)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(throws: StoreError.self) { try BackupKey.make(inFile: path) }
        let other = try write(Array("sabak-backup-key-1 abcd\n".utf8))
        #expect(throws: BackupRefusal.notAKey(other)) { try BackupKey(file: other) }
        Backup.discard([other])
    }
}
