import Dispatch
import Synchronization

/// A streaming standby that answers questions for those who need not see more than it has.
///
/// It is asked how far it is inside the very transaction that then answers, so what it says holds for the answer. One
/// that does not answer is left alone for some seconds; then a single reader tries it again.
final class PostgresReplica: Sendable {
    /// What became of the questions put to it, for whoever measures it.
    struct Figures: Sendable, Equatable {
        var served = 0
        /// How often it had not reached what the reader had to see.
        var behind = 0
        var failures = 0
    }

    /// It cannot answer: it is too far behind, or is no replica that is kept up to date.
    struct Behind: Error {}

    private let pool: PostgresPool
    private let figures = Mutex<Figures>(Figures())
    private let restsUntil = Mutex<DispatchTime?>(nil)
    private let lag = Mutex<Double?>(nil)

    init(_ place: PostgresPlace) { pool = PostgresPool(place) }

    var figuresNow: Figures { figures.withLock { $0 } }

    func server(named name: String) -> StoreFigures.Server {
        let now = figuresNow
        let isLeftAlone = restsUntil.withLock { $0.map { $0 > .now() } ?? false }
        return pool.figures(
            named: name,
            replica: StoreFigures.Replica(
                served: now.served, behind: now.behind, failures: now.failures, isLeftAlone: isLeftAlone,
                lag: lag.withLock { $0 }))
    }

    func end(within time: Duration) { pool.end(within: time) }

    /// Asks how many seconds it is behind. One that is left alone, fails, or is no replica any more does not say.
    func measure() {
        let found = server(named: "").replica?.isLeftAlone == true ? nil : askForLag()
        lag.withLock { $0 = found }
    }

    private func askForLag() -> Double? {
        do {
            let milliseconds = try pool.once(.reading(school: nil), PostgresDeadline(ofReplica: pool.place)) {
                connection in
                try connection.first(Self.lagQuestion) { $0.isNull(0) ? nil : $0.integer(0) } ?? nil
            }
            return milliseconds.map { Double($0) / 1000 }
        } catch {
            // Whoever watches misses the figure; failures are counted where the replica should have served.
            return nil
        }
    }

    private static let lagQuestion: SQL = """
        SELECT CASE WHEN NOT pg_is_in_recovery() THEN NULL
            WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
            ELSE (extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::bigint END
        """

    /// Asks questions of a school, if the replica has reached an edition of it.
    /// - Returns: nothing where the primary must answer.
    func read<T>(_ school: Int64, reaching edition: Int64, _ questions: (Connection) throws -> T) throws -> T? {
        guard mayTry() else { return nil }
        do {
            let deadline = PostgresDeadline(ofReplica: pool.place)
            let answer = try pool.once(.following(school: school, edition: edition), deadline, questions)
            note(rests: false) { $0.served += 1 }
            return answer
        } catch is Behind {
            note(rests: false) { $0.behind += 1 }
            return nil
        } catch StoreError.engine(let fault, _, _) {
            // What is wrong with the questions, the primary will say too; what is wrong here, it will not.
            let isSilent = fault.kind == .lost || fault.kind == .timedOut
            note(rests: isSilent && fault.code != PostgresPool.allLent) { $0.failures += 1 }
            return nil
        } catch {
            note(rests: false) { $0.served += 1 }
            throw error
        }
    }

    private func mayTry() -> Bool {
        restsUntil.withLock { time in
            guard let end = time else { return true }
            guard DispatchTime.now() >= end else { return false }
            // The others go on waiting while one tries.
            time = .now() + .seconds(max(pool.place.restSeconds, 1))
            return true
        }
    }

    private func note(rests: Bool, _ count: (inout Figures) -> Void) {
        figures.withLock { count(&$0) }
        restsUntil.withLock { $0 = rests ? .now() + .seconds(pool.place.restSeconds) : nil }
    }
}

extension PostgresHandle {
    /// Asks a standby for the edition of a school and the seconds it is behind, in the message that begins the
    /// transaction.
    ///
    /// A standby nobody streams to does not know how far it is behind, and one that was promoted is none any more.
    /// - Throws: ``PostgresReplica/Behind`` if that is not enough.
    func follow(_ beginning: String, school: Int64, reaching edition: Int64, _ place: PostgresPlace) throws {
        let found = try answers(
            """
            \(beginning);
            \(PostgresPool.editions(of: school)) AND pg_is_in_recovery()
            AND EXISTS (SELECT FROM pg_stat_get_wal_receiver() WHERE pid IS NOT NULL)
            AND (pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()
                OR pg_last_xact_replay_timestamp() > clock_timestamp() - interval '\(place.lagSeconds) seconds')
            """, .seconds(place.patienceSeconds))
        guard let shown = found.first, shown >= edition else { throw PostgresReplica.Behind() }
        show(found)
    }
}

/// What each person of a school must see at least: the edition of their last change, as far as this process made it,
/// and what there was when it began.
final class LastChanges: Sendable {
    private let beginning: Int64
    private let editions = Mutex<[Int64: Int64]>([:])

    init(since beginning: Int64) { self.beginning = beginning }

    func edition(of person: Int64) -> Int64 { editions.withLock { $0[person] } ?? beginning }

    func note(_ edition: Int64, by person: Int64) {
        editions.withLock { $0[person] = max($0[person] ?? beginning, edition) }
    }
}
