/// A change that waits for its turn among the changes of a school.
///
/// An engine runs it, perhaps more than once, and the school tells whoever waits when it is known whether it is kept.
protocol Turn: AnyObject, Sendable {
    /// When it came, by the school's clock.
    var since: Duration { get }
    /// When the request came that it belongs to, if it belongs to one.
    var arrival: ContinuousClock.Instant? { get }
    /// How long it may still wait for a lock that somebody else holds.
    var left: Duration { get set }
    /// Whether it is done in a school that is open for reading only as well.
    var alsoWhenReadOnly: Bool { get }
    /// Where the audit chain ends after it, if it moved.
    var head: AuditHead? { get }
    /// What it has changed; nil where it may be anything.
    var touched: Set<Touched>? { get }
    func run(on connection: Connection) throws
    /// Tells whoever waits: what was answered, or why nothing of it is kept.
    func end(_ fault: (any Error)?)
}

/// How a change ended: with nothing where it is kept, with its fault where nothing of it is.
typealias Ended = (turn: any Turn, fault: (any Error)?)

/// What a change has done, which is kept if its transaction is.
struct Done<T> {
    let answer: T
    /// Where the audit chain ends after it, if it moved.
    let head: AuditHead?
    let touched: Set<Touched>?
}

/// A change with its answer.
///
/// `@unchecked Sendable`: it is handed to the school's queue, which alone touches it until it has ended.
final class Change<T>: Turn, @unchecked Sendable {
    let since: Duration
    let arrival = Arrival.instant
    var left = Duration.zero
    let alsoWhenReadOnly: Bool
    private(set) var head: AuditHead?
    private(set) var touched: Set<Touched>?
    /// Nothing until it has ended.
    private(set) var result: Result<T, any Error>?
    private var work: ((Connection) throws -> Done<T>)?
    private var answer: T?
    private let tell: ((Result<T, any Error>) -> Void)?

    init(
        since: Duration, alsoWhenReadOnly: Bool, work: @escaping (Connection) throws -> Done<T>,
        tell: ((Result<T, any Error>) -> Void)? = nil
    ) {
        self.since = since
        self.alsoWhenReadOnly = alsoWhenReadOnly
        self.work = work
        self.tell = tell
    }

    func run(on connection: Connection) throws {
        guard let work else { throw StoreError.missing("a change that has ended already") }
        let done = try work(connection)
        (answer, head, touched) = (done.answer, done.head, done.touched)
    }

    func end(_ fault: (any Error)?) {
        work = nil
        let ended: Result<T, any Error> =
            if let fault {
                .failure(fault)
            } else if let answer {
                .success(answer)
            } else {
                .failure(StoreError.missing("the answer of a change"))
            }
        result = ended
        tell?(ended)
    }
}

/// When the request came that a task works for: whoever sent it waits since then, and not since it asked the store.
public enum Arrival {
    @TaskLocal public static var instant: ContinuousClock.Instant?

    /// How long ago that is. No more than seven seconds count, so that a request that has worked for long still has
    /// three to wait for a lock; nothing counts outside of a request.
    static var elapsed: Duration {
        instant.map { min($0.duration(to: .now), .seconds(7)) } ?? .zero
    }
}

extension StoreError {
    /// The transaction is gone before its end; sending the same again is right.
    static let undone = StoreError.engine(
        Fault(.lost, code: "rollback"), message: "the transaction was undone meanwhile", statement: "COMMIT")
}

extension StoreError {
    /// Its turn did not come in time.
    static func tooLate(_ patience: Duration) -> StoreError {
        .engine(Fault(.timedOut, code: "turn"), message: "its turn did not come within \(patience)", statement: "BEGIN")
    }
}
