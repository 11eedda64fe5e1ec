/// What a walk along the audit chain of a school has found.
public struct AuditVerification: Sendable, Equatable {
    /// How many rows were walked.
    public var rows: Int64 = 0
    public var head = AuditHead.start
    /// The first row that is not as it was written, with what is wrong with it.
    public var firstBad: (seq: Int64, why: String)?

    public static func == (one: AuditVerification, other: AuditVerification) -> Bool {
        one.rows == other.rows && one.head == other.head && one.firstBad?.seq == other.firstBad?.seq
            && one.firstBad?.why == other.firstBad?.why
    }

    init() {}

    /// Nothing was walked, because the file itself is damaged.
    public init(damage: String) { firstBad = (0, "the file is damaged: \(damage)") }

    public var isSound: Bool { firstBad == nil }

    /// Walks the chain from its first row, then holds its end against the head and the anchors.
    /// - Parameter anchors: heads kept outside the database; each must lie on the chain.
    public static func of(
        _ connection: Connection, school: Int64, anchors: [AuditHead] = []
    ) throws -> AuditVerification {
        var found = AuditVerification()
        var anchored = Dictionary(anchors.map { ($0.seq, $0.hash) }, uniquingKeysWith: { _, later in later })
        while found.isSound {
            let before = found.rows
            try connection.each(piece(of: school, after: found.head.seq)) { row in
                guard found.isSound else { return }
                found.take(row, school: school, anchored: anchored.removeValue(forKey: row.integer(0)))
            }
            if found.rows < before + pieceSize { break }
        }
        if found.isSound { try found.holdAgainstTexts(connection, school: school) }
        if found.isSound { try found.holdAgainstHead(connection, school: school, beyond: anchored.keys.max()) }
        return found
    }

    private static let pieceSize: Int64 = 5000

    /// In pieces, because PostgreSQL's answers are held in memory as a whole.
    private static func piece(of school: Int64, after seq: Int64) -> SQL {
        """
        SELECT seq, at, actor, session, action, object, before, after, reason, text_digest, prev_hash, hash
        FROM audit WHERE school_id = \(school) AND seq > \(seq) ORDER BY seq LIMIT \(pieceSize)
        """
    }

    private mutating func take(_ row: Row, school: Int64, anchored: [UInt8]?) {
        let entry = AuditEntry(
            school: school, seq: row.integer(0), at: row.integer(1), actor: row.integer(2), session: row.text(3),
            action: row.text(4), object: row.text(5), before: row.text(6), after: row.text(7), reason: row.text(8),
            textDigest: row.bytes(9))
        let hash = entry.hash(after: head.hash)
        if entry.seq != head.seq + 1 {
            firstBad = (head.seq + 1, "row is missing")
        } else if row.bytes(10) != head.hash {
            firstBad = (entry.seq, "does not follow the row before it")
        } else if row.bytes(11) != hash {
            firstBad = (entry.seq, "content does not match its hash")
        } else if let anchored, anchored != hash {
            firstBad = (entry.seq, "differs from the anchor")
        } else {
            head = AuditHead(seq: entry.seq, hash: hash)
            rows += 1
        }
    }

    private mutating func holdAgainstTexts(_ connection: Connection, school: Int64) throws {
        var bad: Int64?
        try connection.each(
            """
            SELECT audit_text.seq, audit_text.salt, audit_text.content, audit.text_digest
            FROM audit_text
            JOIN audit ON audit.school_id = audit_text.school_id AND audit.seq = audit_text.seq
            WHERE audit_text.school_id = \(school) ORDER BY audit_text.seq
            """
        ) { row in
            let digest = Digest.sha256(row.bytes(1) + Array(row.text(2).utf8))
            if bad == nil, digest != row.bytes(3) { bad = row.integer(0) }
        }
        if let bad { firstBad = (bad, "kept text does not match its digest") }
    }

    private mutating func holdAgainstHead(_ connection: Connection, school: Int64, beyond: Int64?) throws {
        let kept = try AuditHead.read(connection, school: school)
        if kept != head {
            firstBad = (head.seq + 1, "chain ends before its head \(kept.seq)")
        } else if let beyond, beyond > head.seq {
            firstBad = (head.seq + 1, "chain ends before its anchor \(beyond)")
        }
    }
}
