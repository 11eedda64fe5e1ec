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
        /// The number of the round in which it was last used.
        var usedIn = 0

        mutating func clear() {
            answers = [:]
            size = 0
        }

        /// Connections come and go. One that is forgotten here counts as new when it comes again, which costs what is
        /// kept and is never wrong.
        mutating func note(_ version: Int, of connection: Connection) {
            let id = ObjectIdentifier(connection)
            guard seen[id]?.connection !== connection || seen[id]?.version != version else { return }
            if seen[id] == nil, seen.count >= KeptAnswers.mostConnections {
                seen = seen.filter { $0.value.connection != nil }
                if seen.count >= KeptAnswers.mostConnections { seen = [:] }
            }
            seen[id] = Seen(connection: connection, version: version)
            edition += 1
            clear()
        }
    }

    private struct Shelves {
        var ofSchools: [String: Shelf] = [:]
        var rounds = 0

        mutating func use(_ school: String) {
            rounds += 1
            ofSchools[school, default: Shelf()].usedIn = rounds
        }

        /// Makes room, first on the shelf that was left alone longest.
        mutating func makeRoom(for bytes: Int, of limit: Int) {
            var total = ofSchools.values.reduce(bytes) { $0 + $1.size }
            let oldest = ofSchools.filter { $0.value.size > 0 }.sorted { $0.value.usedIn < $1.value.usedIn }
            for (school, shelf) in oldest where total > limit {
                ofSchools[school]?.clear()
                total -= shelf.size
            }
        }
    }

    /// How many connections of a school are remembered; a server has some sixteen.
    private static let mostConnections = 64

    private let shelves = Mutex(Shelves())
    private let limit: Int

    /// - Parameter limit: how many bytes of answers all schools together may keep; one school keeps a quarter at most.
    init(limit: Int = 16 << 20) { self.limit = limit }

    /// What is kept of a school: connections remembered, answers and their bytes.
    func kept(of school: String) -> (connections: Int, answers: Int, bytes: Int) {
        shelves.withLock { shelves in
            let shelf = shelves.ofSchools[school]
            return (shelf?.seen.count ?? 0, shelf?.answers.count ?? 0, shelf?.size ?? 0)
        }
    }

    /// The edition of the school's data, to be taken before a view of them is opened.
    func edition(of store: SchoolStore) -> Int { shelves.withLock { $0.ofSchools[store.path]?.edition ?? 0 } }

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
            shelves.use(visit.store.path)
            shelves.ofSchools[visit.store.path]?.note(version, of: connection)
            guard let shelf = shelves.ofSchools[visit.store.path], shelf.edition == edition else { return nil }
            return shelf.answers[key]
        }
        if let kept { return kept }
        let answer = Self.packed(Self.tagged(try draw()), accepts: accepts)
        shelves.withLock { keep(answer, for: key, edition: edition, of: visit.store.path, on: &$0) }
        return answer
    }

    private func keep(
        _ answer: Answer, for key: Key, edition: Int, of school: String, on shelves: inout Shelves
    ) {
        guard let shelf = shelves.ofSchools[school], shelf.edition == edition else { return }
        let bytes = answer.body.count + 512
        let isOfAnotherMinute = shelf.answers.keys.first.map { $0.minute != key.minute } ?? false
        if isOfAnotherMinute || shelf.size + bytes > limit / 4 { shelves.ofSchools[school]?.clear() }
        shelves.makeRoom(for: bytes, of: limit)
        shelves.ofSchools[school]?.answers[key] = answer
        shelves.ofSchools[school]?.size += bytes
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
