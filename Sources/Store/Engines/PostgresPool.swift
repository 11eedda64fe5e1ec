import Dispatch
import Foundation
import Synchronization

/// The connections to a PostgreSQL database, lent to one transaction at a time.
final class PostgresPool: Sendable {
    /// What a transaction may do and whose data it sees.
    enum Purpose {
        /// Reads one consistent view; nothing can be written.
        case reading(school: Int64?)
        /// The same at a replica, if it has reached this edition of the school.
        case following(school: Int64, edition: Int64)
        /// Changes the directory, or a school nobody works in yet.
        case changing(school: Int64?)
        /// Changes a school: it waits for its turn at the row of the school and moves its edition on.
        case writing(school: Int64)
        /// Works as the role that signed in, which owns the tables, and without a limit of time.
        case owning(school: Int64?)

        var changesNothing: Bool {
            switch self {
            case .reading, .following: true
            case .changing, .writing, .owning: false
            }
        }
    }

    let place: PostgresPlace
    let hearing: Hearing
    private let lastCall = LastCall()
    private let idle = Mutex<[Connection]>([])
    private let free: DispatchSemaphore
    private let figures = Mutex<Figures>(Figures())

    /// How the pool is doing, for whoever measures it.
    struct Figures: Sendable, Equatable {
        var lent = 0
        var opened = 0
        /// How often somebody found no connection free, and for how long they waited together.
        var waits = 0
        var waited = Duration.zero
        var retries = 0
    }

    init(_ place: PostgresPlace) {
        self.place = place
        hearing = Hearing(rest: .seconds(place.silenceSeconds))
        free = DispatchSemaphore(value: place.connections)
    }

    var figuresNow: Figures { figures.withLock { $0 } }

    func figures(named name: String, replica: StoreFigures.Replica? = nil) -> StoreFigures.Server {
        let now = figuresNow
        return StoreFigures.Server(
            name: name, most: place.connections, lent: now.lent, resting: idle.withLock { $0.count },
            opened: now.opened, waits: now.waits, waited: now.waited / .seconds(1), retries: now.retries,
            silences: hearing.silences, replica: replica)
    }

    /// From now on nobody waits longer than this for the server: the program ends.
    func end(within time: Duration) { lastCall.ring(in: time) }

    /// The code of the fault that no connection was free.
    static let allLent = "pool"

    /// How often a transaction is begun anew before its fault is told.
    private static let attempts = 5

    /// Runs a transaction. It is done again, from its beginning, if another one got into its way or the connection was
    /// lost before the commit; so `work` may run several times, and what it answers is what counts. A server that is
    /// silent is not asked again.
    /// - Parameter limit: how long until its turn must have come, all attempts together; ``PostgresPlace/waitSeconds``
    ///   where it is left out.
    /// - Throws: ``StoreError/outcomeUnknown(_:)`` if the connection was lost while a change was being committed.
    func transaction<T>(
        _ purpose: Purpose, within limit: Duration? = nil, _ work: (Connection) throws -> T
    ) throws -> T {
        let left = limit ?? max(.zero, .seconds(place.waitSeconds) - Arrival.elapsed)
        let deadline = PostgresDeadline(left: left, at: place)
        var attempt = 1
        while true {
            do {
                return try once(purpose, deadline, work)
            } catch let error as StoreError
                where attempt < Self.attempts && Self.mayBeDoneAgain(error) && .now < deadline.turn
            {
                figures.withLock { $0.retries += 1 }
                if error.kind == .lost { Thread.sleep(forTimeInterval: 0.05 * Double(attempt)) }
                attempt += 1
            }
        }
    }

    private static func mayBeDoneAgain(_ error: StoreError) -> Bool {
        error.kind == .conflict || error.kind == .lost && !error.isSilence
    }

    /// The same once, for whoever knows better than to ask again.
    func once<T>(
        _ purpose: Purpose, _ deadline: PostgresDeadline, _ work: (Connection) throws -> T
    ) throws -> T {
        let connection = try borrow(deadline)
        defer { giveBack(connection) }
        guard let postgres = connection.postgres else { throw StoreError.unfit("not a connection to PostgreSQL") }
        do {
            try begin(purpose, on: postgres, deadline)
            hearing.heard()
            let answer = try work(connection)
            if purpose.changesNothing { postgres.rollback() } else { try postgres.commit() }
            return answer
        } catch {
            if let asked = postgres.silentSince { hearing.noAnswer(since: asked) }
            postgres.rollback()
            throw error
        }
    }

    /// One message to the server, whatever it holds.
    private func begin(_ purpose: Purpose, on postgres: PostgresHandle, _ deadline: PostgresDeadline) throws {
        postgres.patience = place.patience
        postgres.deadline = nil
        postgres.show([])
        let limit = min(place.beginning, ContinuousClock.now.duration(to: deadline.beginning))
        let statement = deadline.statement(place)
        switch purpose {
        case .reading(nil):
            try postgres.script(Self.view + settings(nil, statement), within: limit)
        case .reading(let school?):
            postgres.show(
                try postgres.answers(
                    "\(Self.view)\(settings(school, statement)); \(Self.editions(of: school))", limit))
        case .following(let school, let edition):
            try postgres.follow(Self.view + settings(school, statement), school: school, reaching: edition, place)
        case .changing(let school):
            try postgres.script("BEGIN ISOLATION LEVEL READ COMMITTED; \(settings(school, statement))", within: limit)
        case .owning(let school):
            try postgres.script(
                "BEGIN; SELECT set_config('sabak.school', '\(Self.text(school))', true)", within: limit)
            // A new index may take its time.
            postgres.patience = .seconds(3_600)
            return
        case .writing(let school):
            try beginWriting(school, on: postgres, deadline)
        }
        postgres.deadline = deadline.begunNow()
    }

    private func beginWriting(_ school: Int64, on postgres: PostgresHandle, _ deadline: PostgresDeadline) throws {
        let left = ContinuousClock.now.duration(to: deadline.turn)
        let turn = max(.milliseconds(1), min(left, .seconds(place.lockSeconds)))
        let editions = try postgres.answers(
            """
            BEGIN ISOLATION LEVEL READ COMMITTED; \(settings(school, deadline.statement(place), locks: turn));
            SELECT set_config('idle_in_transaction_session_timeout', '\(place.thinkSeconds)s', true);
            UPDATE school_lock SET edition = edition + 1 WHERE school_id = \(school) RETURNING edition, facts
            """, ContinuousClock.now.duration(to: deadline.beginning))
        guard !editions.isEmpty else { throw StoreError.missing("school \(school)") }
        postgres.show(editions)
        let locks = "SELECT set_config('lock_timeout', '\(place.lockSeconds)s', true)"
        if turn < .seconds(place.lockSeconds) / 2 { try postgres.script(locks) }
    }

    /// Asks which state of a school is shown: its edition, and that of its facts.
    static func editions(of school: Int64) -> String {
        "SELECT edition, facts FROM school_lock WHERE school_id = \(school)"
    }

    /// Says that any fact of a school may have changed.
    static func sweep(_ school: Int64) -> String {
        "UPDATE school_lock SET facts = facts + 1 WHERE school_id = \(school)"
    }

    private static let view = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "

    /// All of them last as long as the transaction: behind a pooler the next one may be anybody's.
    ///
    /// A statement is planned once for a connection and not for every value: to plan a page of the diary takes three
    /// times as long as to read it.
    private func settings(_ school: Int64?, _ statement: Duration, locks: Duration? = nil) -> String {
        let locks = locks ?? .seconds(place.lockSeconds)
        return """
            SELECT set_config('role', '\(PostgresSchema.role)', true), \
            set_config('sabak.school', '\(Self.text(school))', true), \
            set_config('statement_timeout', '\(Int(statement / .milliseconds(1)))ms', true), \
            set_config('lock_timeout', '\(Int(locks / .milliseconds(1)))ms', true), \
            set_config('plan_cache_mode', 'force_generic_plan', true)
            """
    }

    private static func text(_ school: Int64?) -> String { school.map(String.init) ?? "" }

    private func borrow(_ deadline: PostgresDeadline) throws -> Connection {
        try demandHearing()
        if free.wait(timeout: .now()) == .timedOut { try waitForFree(until: deadline.turn) }
        do {
            let connection = try idle.withLock({ $0.popLast() }) ?? open(until: deadline.beginning)
            figures.withLock { $0.lent += 1 }
            return connection
        } catch {
            free.signal()
            throw error
        }
    }

    private static let unheard = StoreError.engine(
        Fault(.lost, code: Fault.silent), message: "the server has not answered for a while", statement: "BEGIN")

    private func demandHearing() throws {
        guard !lastCall.isOver, hearing.mayTry() else { throw Self.unheard }
    }

    private func waitForFree(until end: ContinuousClock.Instant) throws {
        let begun = ContinuousClock.now
        let left = max(.zero, begun.duration(to: end))
        let isFree = free.wait(timeout: .now() + left / .seconds(1)) == .success
        figures.withLock {
            $0.waits += 1
            $0.waited += begun.duration(to: .now)
        }
        guard isFree else {
            throw StoreError.engine(
                Fault(.timedOut, code: Self.allLent), message: "no connection was free for \(left)",
                statement: "BEGIN")
        }
        do {
            // The server may have fallen silent while this one waited.
            try demandHearing()
        } catch {
            free.signal()
            throw error
        }
    }

    private func open(until end: ContinuousClock.Instant) throws -> Connection {
        let called = ContinuousClock.now
        do {
            let connection = try Connection(place, until: end, lastCall: lastCall)
            figures.withLock { $0.opened += 1 }
            return connection
        } catch let error as StoreError where error.isSilence {
            hearing.noAnswer(since: called)
            throw error
        }
    }

    private func giveBack(_ connection: Connection) {
        if connection.postgres?.isIdle == true {
            idle.withLock { $0.append(connection) }
        } else {
            connection.close()
            // The others of its age are most likely gone as well, and do not know it yet.
            idle.withLock { $0.removeAll() }
        }
        figures.withLock { $0.lent -= 1 }
        free.signal()
    }
}
