/// One row of the audit chain, as it is hashed.
struct AuditEntry: Equatable {
    let school, seq, at, actor: Int64
    let session, action, object, before, after, reason: String
    let textDigest: [UInt8]

    /// SHA-256 of the previous hash and the length-prefixed canonical bytes of this row.
    func hash(after previous: [UInt8]) -> [UInt8] {
        var bytes = previous
        bytes.reserveCapacity(320)
        for number in [school, seq, at, actor] {
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }
        for text in [session, action, object, before, after, reason] {
            Self.append(Array(text.utf8), to: &bytes)
        }
        Self.append(textDigest, to: &bytes)
        return Digest.sha256(bytes)
    }

    private static func append(_ field: [UInt8], to bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(field.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: field)
    }
}

/// Where the chain of a school ends.
public struct AuditHead: Sendable, Equatable {
    public let seq: Int64
    public let hash: [UInt8]

    /// Before the first row.
    static let start = AuditHead(seq: 0, hash: [UInt8](repeating: 0, count: 32))

    /// The head as the database knows it.
    public static func read(_ connection: Connection, school: Int64) throws -> AuditHead {
        try connection.first("SELECT seq, hash FROM audit_head WHERE school_id = \(school)") {
            AuditHead(seq: $0.integer(0), hash: $0.bytes(1))
        } ?? .start
    }
}
