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
        let answer: Answer
        let about: Set<Touched>
        /// Before its view was opened.
        let moment: Int
        let version: Int

        var bytes: Int { answer.body.count + 512 }
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

    /// The answer drawn before, or the one drawn now.
    ///
    /// - Parameter moment: the school's ``SchoolStore/moment`` from before this view was opened. What was changed after
    ///   it may be in the view or not, so an answer drawn from it is good as long as nothing was changed after it.
    func answer(
        to visit: Visit, since moment: Int, in connection: Connection, _ draw: () throws -> Drawn
    ) throws -> Answer {
        let accepts = visit.asked.headers[.acceptEncoding]?.contains("gzip") == true
        guard let version = try connection.foreignVersion() else { return Self.finished(try draw().answer, accepts) }
        let key = Key(
            session: visit.session.tokenHash, target: visit.asked.target, language: visit.language,
            minute: visit.moment, isPacked: accepts)
        let path = visit.store.path
        let kept = shelves.withLock { shelves -> Kept? in
            shelves.use(path)
            return shelves.ofSchools[path]?.answers[key]
        }
        if let kept, kept.version == version, visit.store.isUnchanged(kept.about, since: kept.moment) {
            return kept.answer
        }
        let drawn = try draw()
        let answer = Self.finished(drawn.answer, accepts)
        let fresh = Kept(answer: answer, about: drawn.about, moment: moment, version: version)
        shelves.withLock { keep(fresh, for: key, of: path, on: &$0) }
        return answer
    }

    private func keep(_ kept: Kept, for key: Key, of school: String, on shelves: inout Shelves) {
        guard let shelf = shelves.ofSchools[school] else { return }
        let isOfAnotherMinute = shelf.answers.keys.first.map { $0.minute != key.minute } ?? false
        if isOfAnotherMinute || shelf.size + kept.bytes > limit / 4 { shelves.ofSchools[school]?.clear() }
        shelves.makeRoom(for: kept.bytes, of: limit)
        shelves.ofSchools[school]?.put(kept, for: key)
    }

    private static func finished(_ answer: Answer, _ accepts: Bool) -> Answer {
        packed(tagged(answer), accepts: accepts)
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
