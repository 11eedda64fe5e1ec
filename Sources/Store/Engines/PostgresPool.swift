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
    private let idle = Mutex<[Connection]>([])
    private let free: DispatchSemaphore
    private let figures = Mutex<Figures>(Figures())

    /// How the pool is doing, for whoever measures it.
    struct Figures: Sendable, Equatable {
        var lent = 0
        var opened = 0
        /// How often somebody found no connection free.
        var waits = 0
        var retries = 0
    }

    init(_ place: PostgresPlace) {
        self.place = place
        free = DispatchSemaphore(value: place.connections)
    }

    var figuresNow: Figures { figures.withLock { $0 } }

    /// The code of the fault that no connection was free.
    static let allLent = "pool"

    /// How often a transaction is begun anew before its fault is told.
    private static let attempts = 5

    /// Runs a transaction. It is done again, from its beginning, if another one got into its way or the connection was
    /// lost before the commit; so `work` may run several times, and what it answers is what counts.
    /// - Throws: ``StoreError/outcomeUnknown(_:)`` if the connection was lost while a change was being committed.
    func transaction<T>(_ purpose: Purpose, _ work: (Connection) throws -> T) throws -> T {
        var attempt = 1
        while true {
            do {
                return try once(purpose, work)
            } catch let error as StoreError where attempt < Self.attempts && Self.mayBeDoneAgain(error) {
                figures.withLock { $0.retries += 1 }
                if error.kind == .lost { Thread.sleep(forTimeInterval: 0.05 * Double(attempt)) }
                attempt += 1
            }
        }
    }

    private static func mayBeDoneAgain(_ error: StoreError) -> Bool { error.kind == .conflict || error.kind == .lost }

    /// The same once, for whoever knows better than to ask again.
    func once<T>(_ purpose: Purpose, _ work: (Connection) throws -> T) throws -> T {
        let connection = try borrow()
        defer { giveBack(connection) }
        guard let postgres = connection.postgres else { throw StoreError.unfit("not a connection to PostgreSQL") }
        do {
            try begin(purpose, on: postgres)
            let answer = try work(connection)
            if purpose.changesNothing { postgres.rollback() } else { try postgres.commit() }
            return answer
        } catch {
            postgres.rollback()
            throw error
        }
    }

    /// One message to the server, whatever it holds.
    private func begin(_ purpose: Purpose, on postgres: PostgresHandle) throws {
        switch purpose {
        case .reading(let school):
            try postgres.script(Self.view + settings(school))
        case .following(let school, let edition):
            try postgres.follow(Self.view + settings(school), school: school, reaching: edition, place)
        case .changing(let school):
            try postgres.script("BEGIN ISOLATION LEVEL READ COMMITTED; \(settings(school))")
        case .owning(let school):
            try postgres.script("BEGIN; SELECT set_config('sabak.school', '\(Self.text(school))', true)")
        case .writing(let school):
            let edition = try postgres.answer(
                """
                BEGIN ISOLATION LEVEL READ COMMITTED; \(settings(school));
                SELECT set_config('idle_in_transaction_session_timeout', '\(place.statementSeconds)s', true);
                UPDATE school_lock SET edition = edition + 1 WHERE school_id = \(school) RETURNING edition
                """)
            guard let edition else { throw StoreError.missing("school \(school)") }
            postgres.edition = edition
        }
    }

    private static let view = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "

    /// All of them last as long as the transaction: behind a pooler the next one may be anybody's.
    private func settings(_ school: Int64?) -> String {
        """
        SELECT set_config('role', '\(PostgresSchema.role)', true), \
        set_config('sabak.school', '\(Self.text(school))', true), \
        set_config('statement_timeout', '\(place.statementSeconds)s', true), \
        set_config('lock_timeout', '\(place.lockSeconds)s', true)
        """
    }

    private static func text(_ school: Int64?) -> String { school.map(String.init) ?? "" }

    private func borrow() throws -> Connection {
        if free.wait(timeout: .now()) == .timedOut {
            figures.withLock { $0.waits += 1 }
            guard free.wait(timeout: .now() + .seconds(place.waitSeconds)) == .success else {
                throw StoreError.engine(
                    Fault(.timedOut, code: Self.allLent), message: "no connection was free for \(place.waitSeconds) s",
                    statement: "BEGIN")
            }
        }
        figures.withLock { $0.lent += 1 }
        if let connection = idle.withLock({ $0.popLast() }) { return connection }
        do {
            let connection = try Connection(place)
            figures.withLock { $0.opened += 1 }
            return connection
        } catch {
            figures.withLock { $0.lent -= 1 }
            free.signal()
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
