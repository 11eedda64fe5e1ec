import Foundation

/// Until when a transaction waits for what, all of it reckoned from the coming of whoever asks. Each wait gets what
/// those before it have left, so that they do not add up.
struct PostgresDeadline {
    /// For a free connection, the turn of a writer, another attempt.
    let turn: ContinuousClock.Instant
    /// For the server to let the program in and to begin.
    let beginning: ContinuousClock.Instant
    /// For the answer to any question of a request. Commands have none: a statement of theirs may take long.
    let answer: ContinuousClock.Instant?
    /// When the transaction was begun.
    var begun: ContinuousClock.Instant?

    /// - Parameter left: how long until its turn must have come.
    init(left: Duration, at place: PostgresPlace) {
        turn = .now + left
        beginning = turn + .seconds(place.graceSeconds)
        answer = Arrival.instant == nil ? nil : beginning + .seconds(1)
    }

    /// For a replica, where nobody waits for a connection and which answers soon or not at all.
    init(ofReplica place: PostgresPlace) {
        turn = .now
        beginning = turn + .seconds(place.connectSeconds + place.patienceSeconds)
        answer = Arrival.instant == nil ? nil : turn + place.patience
    }

    func begunNow() -> Self {
        var begun = self
        begun.begun = .now
        return begun
    }

    /// Who has worked for long, and was answered all the time, waits a little longer than its deadline, and no longer
    /// than it has worked.
    func end(ofQuestionAt asked: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        guard let answer, let begun else { return nil }
        return max(answer, asked + min(Self.least + .seconds(1), begun.duration(to: asked)))
    }

    /// What a statement may take at the server, which is to break it off before the program gives it up.
    func statement(_ place: PostgresPlace) -> Duration {
        let most = Duration.seconds(place.statementSeconds)
        guard let answer else { return most }
        let rest = ContinuousClock.now.duration(to: answer) - .seconds(place.graceSeconds)
        return min(most, max(Self.least, rest))
    }

    private static let least = Duration.seconds(3)
}

/// A server that is called, on a thread of its own: libpq counts its patience in whole seconds for each host, and the
/// search for the number of a name knows none.
///
/// `@unchecked Sendable`: the connection is touched under the lock only, until it is handed over.
final class PostgresCall: @unchecked Sendable {
    private let lock = NSLock()
    private let answered = DispatchSemaphore(value: 0)
    private var connection: OpaquePointer?
    private var isGivenUp = false

    /// - Parameter call: answers a connection, good or not; one that nobody waits for any more is put to `close`.
    init(_ call: @escaping @Sendable () -> OpaquePointer?, close: @escaping @Sendable (OpaquePointer?) -> Void) {
        Thread.detachNewThread { [self] in
            let made = call()
            let isWanted = lock.withLock {
                if !isGivenUp { connection = made }
                return !isGivenUp
            }
            answered.signal()
            if !isWanted { close(made) }
        }
    }

    /// The connection, or nothing if there is no answer by then; in short pieces, because the program may be asked to
    /// end meanwhile.
    func answer(until end: ContinuousClock.Instant, _ lastCall: LastCall) -> OpaquePointer? {
        while true {
            let left = ContinuousClock.now.duration(to: min(end, lastCall.end ?? end))
            guard left > .zero else { return lock.withLock { giveUp() } }
            let piece = Int(min(left / .milliseconds(1) + 1, 250))
            if answered.wait(timeout: .now() + .milliseconds(piece)) == .success { return lock.withLock { connection } }
        }
    }

    private func giveUp() -> OpaquePointer? {
        isGivenUp = true
        return connection
    }
}
