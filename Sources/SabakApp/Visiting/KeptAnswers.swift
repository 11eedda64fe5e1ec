import HTTPTypes
import SchoolRules
import Store
import Synchronization
import Web

/// Drawn answers, given again while nothing they show has changed and the minute is the same.
///
/// The visitor is let in and the child is found at every request; only asking and drawing are spared.
final class KeptAnswers: Sendable {
    /// An answer, and what it shows.
    struct Drawn {
        let answer: Answer
        let about: Set<Touched>
    }

    private struct Key: Hashable {
        let session: [UInt8]
        let target: String
        let language: Language
        let minute: Moment
        let isPacked: Bool
    }

    private struct Kept {
        /// Nothing where the visitor had it already: then its tag is enough.
        let answer: Answer?
        let tag: String
        let about: Set<Touched>
        /// Before its view was opened.
        let moment: Int
        let version: Int

        var bytes: Int { (answer?.body.count ?? 0) + 512 }
    }

    private struct Shelf {
        var answers: [Key: Kept] = [:]
        var size = 0
        /// The number of the round in which it was last used.
        var usedIn = 0

        mutating func clear() {
            answers = [:]
            size = 0
        }

        mutating func put(_ kept: Kept, for key: Key) {
            size += kept.bytes - (answers.updateValue(kept, forKey: key)?.bytes ?? 0)
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
            guard total > limit else { return }
            let oldest = ofSchools.filter { $0.value.size > 0 }.sorted { $0.value.usedIn < $1.value.usedIn }
            for (school, shelf) in oldest where total > limit {
                ofSchools[school]?.clear()
                total -= shelf.size
            }
        }
    }

    private let shelves = Mutex(Shelves())
    private let limit: Int

    /// - Parameter limit: how many bytes of answers all schools together may keep; one school keeps a quarter at most.
    init(limit: Int = 16 << 20) { self.limit = limit }

    /// What is kept of a school: answers and their bytes.
    func kept(of school: String) -> (answers: Int, bytes: Int) {
        shelves.withLock { shelves in
            let shelf = shelves.ofSchools[school]
            return (shelf?.answers.count ?? 0, shelf?.size ?? 0)
        }
    }

    /// The answer drawn before, or the one drawn now; 304 where the visitor has it already.
    ///
    /// - Parameter moment: the school's ``SchoolStore/moment`` from before this view was opened. What was changed after
    ///   it may be in the view or not, so an answer drawn from it is good as long as nothing was changed after it.
    func answer(
        to visit: Visit, since moment: Int, in connection: Connection, _ draw: () throws -> Drawn
    ) throws -> Answer {
        guard let version = try connection.foreignVersion() else { return Given(try draw().answer, to: visit).answer }
        let key = Key(
            session: visit.session.tokenHash, target: visit.asked.target, language: visit.language,
            minute: visit.moment, isPacked: visit.asked.takesGzip)
        let path = visit.store.path
        let kept = shelves.withLock { shelves -> Kept? in
            shelves.use(path)
            return shelves.ofSchools[path]?.answers[key]
        }
        if let kept, kept.version == version, visit.store.isUnchanged(kept.about, since: kept.moment) {
            if visit.asked.has(tag: kept.tag) { return .unchanged(kept.tag) }
            if let answer = kept.answer { return answer }
        }
        let drawn = try draw()
        let given = Given(drawn.answer, to: visit)
        let fresh = Kept(
            answer: given.isKnown ? nil : given.answer, tag: given.tag, about: drawn.about, moment: moment,
            version: version)
        shelves.withLock { keep(fresh, for: key, of: path, on: &$0) }
        return given.answer
    }

    private func keep(_ kept: Kept, for key: Key, of school: String, on shelves: inout Shelves) {
        guard let shelf = shelves.ofSchools[school] else { return }
        let isOfAnotherMinute = shelf.answers.keys.first.map { $0.minute != key.minute } ?? false
        if isOfAnotherMinute || shelf.size + kept.bytes > limit / 4 { shelves.ofSchools[school]?.clear() }
        shelves.makeRoom(for: kept.bytes, of: limit)
        shelves.ofSchools[school]?.put(kept, for: key)
    }
}

/// A drawn answer as a visitor gets it: named after its content, and packed, unless it is known already.
private struct Given {
    let tag: String
    let isKnown: Bool
    let answer: Answer

    init(_ drawn: Answer, to visit: Visit) {
        // A name for this process: after a restart every answer is sent once more.
        var hasher = Hasher()
        drawn.body.withUnsafeBytes { hasher.combine(bytes: $0) }
        tag = "W/\"" + String(UInt(bitPattern: hasher.finalize()), radix: 36) + "\""
        isKnown = visit.asked.has(tag: tag)
        answer = isKnown ? .unchanged(tag) : Self.packed(drawn.tagged(tag), accepts: visit.asked.takesGzip)
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

extension Answer {
    /// What is told of an answer with a tag to whoever has it.
    fileprivate static func unchanged(_ tag: String) -> Answer { Answer.unchanged.tagged(tag) }

    fileprivate func tagged(_ tag: String) -> Answer {
        var answer = self
        answer.headers[.eTag] = tag
        answer.headers[.cacheControl] = "private, no-cache"
        return answer
    }
}
