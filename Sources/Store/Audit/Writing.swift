/// A transaction that changes a school: its connection, who changes, when, and the audit chain it extends.
public final class Writing {
    public let connection: Connection
    public let school: Int64
    public let author: Author
    /// Epoch milliseconds of the server's clock.
    public let instant: Int64
    private var head: AuditHead
    /// The number of the last audit row before this transaction: what one transaction wrote has it in common.
    public let startedAt: Int64
    private let keepsChain: Bool
    /// What is changed here; nil where it may be anything.
    private(set) var touched: Set<Touched>?
    /// What may be used once it is certain that no fact is changed here.
    private let facts: FactsOfView?

    init(
        _ connection: Connection, school: Int64, author: Author, instant: Int64, keepsChain: Bool = true,
        facts: FactsOfView? = nil
    ) throws {
        self.facts = facts
        self.connection = connection
        self.school = school
        self.author = author
        self.instant = instant
        self.keepsChain = keepsChain
        head = try AuditHead.read(connection, school: school)
        startedAt = head.seq
    }

    /// Says that this transaction changes nothing that is shown elsewhere than with these: drawn pages about other
    /// things are shown again, and facts stand, also for this transaction from now on. Who does not say it is taken to
    /// have changed anything.
    public func touchesOnly(_ touched: Set<Touched>) {
        self.touched = (self.touched ?? []).union(touched)
        connection.factsOfView = connection.factsOfView ?? facts
    }

    /// Writes one row of the audit chain.
    /// - Parameters:
    ///   - action: what happened, as `noun.verb`: `cell.set`, `lesson.record`, `right.grant`.
    ///   - object: what it happened to: `cell/<lesson>/<student>`, `lesson/<id>`, `person/<id>`.
    ///   - before, after: ids, marks and codes; never personal text.
    ///   - text: personal text of the change (a comment, a name). The chain holds only its salted digest, so that a
    ///     lawful erasure of the text does not break it.
    public func audit(
        _ action: String, _ object: String, before: String = "", after: String = "", reason: String = "",
        text: String = ""
    ) throws {
        guard keepsChain else { return }
        let salt = text.isEmpty ? [] : Digest.random(16)
        let digest = text.isEmpty ? [] : Digest.sha256(salt + Array(text.utf8))
        let entry = AuditEntry(
            school: school, seq: head.seq + 1, at: instant, actor: author.person, session: author.session,
            action: action, object: object, before: before, after: after, reason: reason, textDigest: digest)
        let hash = entry.hash(after: head.hash)
        try connection.run(
            """
            INSERT INTO audit (school_id, seq, at, actor, session, action, object, before, after, reason,
                text_digest, prev_hash, hash)
            VALUES (\(school), \(entry.seq), \(instant), \(author.person), \(author.session), \(action), \(object),
                \(before), \(after), \(reason), \(digest), \(head.hash), \(hash))
            """)
        if !text.isEmpty {
            try connection.run(
                """
                INSERT INTO audit_text (school_id, seq, salt, content)
                VALUES (\(school), \(entry.seq), \(salt), \(text))
                """)
        }
        head = AuditHead(seq: entry.seq, hash: hash)
    }

    /// Writes the head of the chain; answers it if it has moved.
    func keepHead() throws -> AuditHead? {
        guard head.seq != startedAt else { return nil }
        try connection.run(
            """
            INSERT INTO audit_head (school_id, seq, hash) VALUES (\(school), \(head.seq), \(head.hash))
            ON CONFLICT (school_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
            """)
        return head
    }
}
