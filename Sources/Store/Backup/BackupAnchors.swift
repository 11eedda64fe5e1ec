import Foundation

/// The anchors beside a backup, `FILE.anchors`: where each school's chain ended when the file was last written.
///
/// A server that makes backups writes it anew every minute for the newest one. So it knows, after the disk of the data
/// is lost, how far the chain had come since the backup: what a restore cannot bring back is at least counted.
/// A line is `<school> <seq> <hash>`.
public struct BackupAnchors: Sendable {
    public let path: String

    public init(of backup: String) { path = backup + ".anchors" }

    /// Replaces the file at once; a school that is not named keeps its line.
    public func write(_ heads: [Int64: AuditHead]) throws {
        let all = try read().merging(heads) { _, fresh in fresh }
        let lines = all.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.seq) \(Digest.hex($0.value.hash))\n" }
        try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    /// The heads; none if there is no such file.
    public func read() throws -> [Int64: AuditHead] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        var heads: [Int64: AuditHead] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, let school = Int64(words[0]), let seq = Int64(words[1]) else { continue }
            heads[school] = AuditHead(seq: seq, hash: Digest.bytes(hex: words[2]))
        }
        return heads
    }
}
