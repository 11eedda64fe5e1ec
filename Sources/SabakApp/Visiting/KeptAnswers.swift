import HTTPTypes
import SchoolRules
import Store
import Synchronization
import Web

/// Drawn answers, given again while nothing in the school has changed and the minute is the same.
///
/// The visitor is let in and the child is found at every request; only asking and drawing are spared.
final class KeptAnswers: Sendable {
    private struct Key: Hashable {
        let session: [UInt8]
        let target: String
        let language: Language
        let minute: Moment
        let isPacked: Bool
    }

    /// The version a connection saw last; versions of two connections do not compare.
    private struct Seen {
        weak var connection: Connection?
        let version: Int
    }

    private struct Shelf {
        var seen: [ObjectIdentifier: Seen] = [:]
        var edition = 0
        var answers: [Key: Answer] = [:]
        var size = 0

        mutating func clear() {
            answers = [:]
            size = 0
        }
    }

    private let shelves = Mutex<[String: Shelf]>([:])
    private let limit: Int

    /// - Parameter limit: how many bytes of answers all schools together may keep.
    init(limit: Int = 16 << 20) { self.limit = limit }

    /// The edition of the school's data, to be taken before a view of them is opened.
    func edition(of store: SchoolStore) -> Int { shelves.withLock { $0[store.path, default: Shelf()].edition } }

    /// The answer drawn before, or the one drawn now.
    ///
    /// An answer is kept only if its edition was known before the data were looked at and still holds: then every
    /// connection that sees a later change moves the edition on.
    func answer(
        to visit: Visit, edition: Int, in connection: Connection, _ draw: () throws -> Answer
    ) throws -> Answer {
        let version = try connection.dataVersion()
        let accepts = visit.asked.headers[.acceptEncoding]?.contains("gzip") == true
        let key = Key(
            session: visit.session.tokenHash, target: visit.asked.target, language: visit.language,
            minute: visit.moment, isPacked: accepts)
        let kept = shelves.withLock { shelves -> Answer? in
            note(version, of: connection, on: &shelves[visit.store.path, default: Shelf()])
            guard let shelf = shelves[visit.store.path], shelf.edition == edition else { return nil }
            return shelf.answers[key]
        }
        if let kept { return kept }
        let answer = Self.packed(Self.tagged(try draw()), accepts: accepts)
        shelves.withLock { keep(answer, for: key, edition: edition, of: visit.store.path, on: &$0) }
        return answer
    }

    private func note(_ version: Int, of connection: Connection, on shelf: inout Shelf) {
        let seen = shelf.seen[ObjectIdentifier(connection)]
        guard seen?.connection !== connection || seen?.version != version else { return }
        shelf.seen[ObjectIdentifier(connection)] = Seen(connection: connection, version: version)
        shelf.edition += 1
        shelf.clear()
    }

    private func keep(
        _ answer: Answer, for key: Key, edition: Int, of school: String, on shelves: inout [String: Shelf]
    ) {
        guard shelves[school]?.edition == edition else { return }
        if shelves[school]?.answers.keys.first.map({ $0.minute != key.minute }) ?? false { shelves[school]?.clear() }
        let total = shelves.values.reduce(answer.body.count) { $0 + $1.size }
        if total > limit {
            for other in shelves.keys { shelves[other]?.clear() }
        }
        shelves[school]?.answers[key] = answer
        shelves[school]?.size += answer.body.count + 512
    }

    /// Names the answer after its content, so that an unchanged one need not be sent again.
    private static func tagged(_ answer: Answer) -> Answer {
        // A name for this process: after a restart every answer is sent once more.
        var hasher = Hasher()
        answer.body.withUnsafeBytes { hasher.combine(bytes: $0) }
        let tag = "W/\"" + String(UInt(bitPattern: hasher.finalize()), radix: 36) + "\""
        var answer = answer
        answer.headers[.eTag] = tag
        answer.headers[.cacheControl] = "private, no-cache"
        return answer
    }

    private static func packed(_ answer: Answer, accepts: Bool) -> Answer {
        guard accepts, answer.body.count > 1400, let bytes = Gzip.compress(answer.body, level: 3) else { return answer }
        var answer = answer
        answer.body = bytes
        answer.headers[.contentEncoding] = "gzip"
        answer.headers[.vary] = "Accept-Encoding"
        return answer
    }
}

extension Visit {
    /// The answer, or 304 where the visitor has it already.
    func unlessUnchanged(_ answer: Answer) -> Answer {
        guard let tag = answer.headers[.eTag], let known = asked.headers[.ifNoneMatch], known.contains(tag) else {
            return answer
        }
        var unchanged = Answer.unchanged
        unchanged.headers[.eTag] = tag
        unchanged.headers[.cacheControl] = answer.headers[.cacheControl]
        return unchanged
    }
}
