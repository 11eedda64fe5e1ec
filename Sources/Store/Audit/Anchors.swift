import Foundation

/// The anchors of one school: an append-only file outside the database that holds the head of the audit chain,
/// because a chain alone cannot see that its end was cut off.
///
/// A line is `head <seq> <hash> <epoch ms>`, or `restore <seq> <epoch ms> <who> <why>`: after a restore the chain may
/// lawfully end at `seq`, and the anchors before that line no longer bind beyond it. Beside it lies `<path>.newest`,
/// the head of the last commit.
public struct Anchors: Sendable {
    public let path: String

    /// Appends the head, unless it is the last one already; waits until it is on the disk.
    public func keep(_ head: AuditHead, at instant: Int64) throws {
        guard head.seq > 0, try Self.heads(in: path).last != head else { return }
        try append("head \(head.seq) \(Digest.hex(head.hash)) \(instant)")
    }

    /// Appends the record that explains a shorter chain.
    public func explainRestore(to seq: Int64, at instant: Int64, who: String, why: String) throws {
        let reason = why.split(whereSeparator: \.isNewline).joined(separator: " ")
        try append("restore \(seq) \(instant) \(who) \(reason)")
        if FileManager.default.fileExists(atPath: newest) { try FileManager.default.removeItem(atPath: newest) }
    }

    /// The heads that bind, oldest first.
    public func heads() throws -> [AuditHead] {
        let kept = try Self.heads(in: path)
        return try kept + Self.heads(in: newest).filter { $0.seq > kept.last?.seq ?? 0 }
    }

    private static func heads(in path: String) throws -> [AuditHead] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        var heads: [AuditHead] = []
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 4)
            if words.count >= 3, words[0] == "head", let seq = Int64(words[1]) {
                heads.append(AuditHead(seq: seq, hash: bytes(words[2])))
            } else if words.count >= 3, words[0] == "restore", let seq = Int64(words[1]) {
                heads.removeAll { $0.seq > seq }
            }
        }
        return heads
    }

    /// Whether a chain that ends here reaches its last anchor.
    public func isReached(by head: AuditHead) throws -> Bool {
        guard let last = try heads().last else { return true }
        return head.seq > last.seq || head == last
    }

    /// Takes over the lines of another place, if there are none here yet.
    func take(_ others: Anchors) throws {
        guard others.path != path, FileManager.default.fileExists(atPath: others.path),
            !FileManager.default.fileExists(atPath: path)
        else { return }
        let lines = try String(contentsOfFile: others.path, encoding: .utf8).split(separator: "\n")
        try append(lines.joined(separator: "\n"))
    }

    private func append(_ line: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.missing(path) }
        defer { close(descriptor) }
        let bytes = Array((line + "\n").utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw StoreError.missing(path) }
        guard fsync(descriptor) == 0 else {
            DiskTrust.lose("\(path) cannot be synced")
            throw StoreError.missing(path)
        }
    }

    var newest: String { path + ".newest" }

    private static func bytes(_ hex: Substring) -> [UInt8] {
        let digits = hex.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
