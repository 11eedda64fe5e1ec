import HTTPTypes
import Store
import Web

/// An answer that is given again when the same request comes again.
struct KeptAnswer: Sendable {
    let status: Int
    let json: String

    var answer: Answer {
        Answer(
            status: HTTPResponse.Status(code: status), headers: [.contentType: "application/json"],
            body: Array(json.utf8))
    }
}

extension Visit {
    /// The key under which the request is done once.
    /// - Throws: ``Refusal/keyMissing`` without one; 400 for one that is not 1…200 visible ASCII characters.
    func idempotencyKey() throws -> String {
        guard let key = asked.headers[.idempotencyKey], !key.isEmpty else { throw Refusal.keyMissing }
        guard key.utf8.count <= 200, key.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw Refusal.malformed("idempotency_key_malformed", IdempotencyTexts.malformed)
        }
        return key
    }

    /// Does the work of a request once, however often it is sent; answers are kept for 30 days.
    /// - Throws: ``Refusal/keyReused`` if the key came with another request before.
    func once(
        key: String, in writing: Writing, _ work: () throws -> (status: HTTPResponse.Status, json: JSON)
    ) throws -> KeptAnswer {
        try IdempotencyQueries.forgetOld(in: writing)
        let hash = Digest.sha256(Array("\(asked.method.rawValue) \(asked.path)\n".utf8) + asked.body)
        if let (known, kept) = try IdempotencyQueries.kept(key, of: person.id, in: writing) {
            guard known == hash else { throw Refusal.keyReused }
            return kept
        }
        let done = try work()
        let kept = KeptAnswer(status: done.status.code, json: done.json.string)
        try IdempotencyQueries.keep(kept, key: key, hash: hash, of: person.id, in: writing)
        return kept
    }
}

private enum IdempotencyQueries {
    static let keptFor: Int64 = 30 * 24 * 3_600_000

    static func forgetOld(in writing: Writing) throws {
        try writing.connection.run(
            "DELETE FROM idempotency WHERE school_id = \(writing.school) AND at < \(writing.instant - keptFor)")
    }

    static func kept(_ key: String, of person: Int64, in writing: Writing) throws -> (hash: [UInt8], KeptAnswer)? {
        try writing.connection.first(
            """
            SELECT body_hash, status, answer FROM idempotency
            WHERE school_id = \(writing.school) AND person_id = \(person) AND key = \(key)
            """
        ) { ($0.bytes(0), KeptAnswer(status: $0.int(1), json: $0.text(2))) }
    }

    static func keep(_ answer: KeptAnswer, key: String, hash: [UInt8], of person: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO idempotency (school_id, person_id, key, body_hash, status, answer, at)
            VALUES (\(writing.school), \(person), \(key), \(hash), \(answer.status), \(answer.json),
                \(writing.instant))
            """)
    }
}

private enum IdempotencyTexts {
    static let malformed = Text(
        ky: "Idempotency-Key 1–200 ASCII белгиден турушу керек",
        ru: "Idempotency-Key должен состоять из 1–200 видимых знаков ASCII",
        kk: "Idempotency-Key 1–200 көрінетін ASCII таңбадан тұруы керек",
        en: "The Idempotency-Key must be 1 to 200 visible ASCII characters")
}
