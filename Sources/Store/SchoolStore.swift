import Dispatch
import Synchronization

/// The data of one school: a file of its own, or its rows in a PostgreSQL database.
///
/// Reads run on the caller's thread. In a file the questions of a page take microseconds, and a hop to another thread
/// would cost more than the question; on PostgreSQL the thread waits for the network, so ask through ``ask(_:)`` or
/// from a task that prefers ``Store/crew``. Writes are queued and run one at a time. In a file those that wait share a
/// transaction, in which each stands or falls for itself, and with it one wait for the disk.
public final class SchoolStore: Sendable {
    public let id: Int64
    /// The file, or on PostgreSQL a name: no two schools a program knows have the same.
    public let path: String
    let engine: any SchoolEngine
    private let crew: Crew?
    private let newest: NewestHead?
    private let queue: DispatchQueue
    private let clock: @Sendable () -> Duration
    private let patience: Duration
    private let figures: WriteFigures?
    private let waiting = Mutex<[any Turn]>([])
    private let refusal = Mutex<String?>(nil)
    private let asked = Atomic<Int>(0)
    private let changes = ChangeLog()
    private let facts = Facts()
    /// Whether a change that shares the transaction under way may have changed facts.
    private let hasSwept = Atomic<Bool>(false)

    init(
        id: Int64, path: String, engine: any SchoolEngine, crew: Crew?, anchors: Anchors? = nil,
        figures: WriteFigures? = nil, patience: Duration = SchoolStore.patience,
        clock: @escaping @Sendable () -> Duration = SchoolStore.uptime
    ) {
        self.id = id
        self.path = path
        self.engine = engine
        self.crew = crew
        newest = anchors.map(NewestHead.init)
        self.clock = clock
        self.patience = patience
        self.figures = figures
        queue = DispatchQueue(label: "school.\(id)")
    }

    /// Opens the file of a school, bringing its schema up to date.
    /// - Throws: ``StoreError/newerSchema(found:known:)`` if a newer program wrote it.
    public convenience init(id: Int64, path: String) throws {
        self.init(id: id, path: path, engine: try SQLiteSchool(path: path), crew: nil)
    }

    /// Asks questions within one consistent view of the data.
    ///
    /// If the connection to a server is lost meanwhile, they are asked again from the first.
    public func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        try engine.read { try counted($0, questions) }
    }

    /// Asks questions for a person, who sees at least every change of the school made in that person's name through
    /// this store, and all that was there when the store was opened. What others have changed since may be seconds old
    /// where a replica answers.
    public func read<T>(for person: Int64, _ questions: (Connection) throws -> T) throws -> T {
        try engine.read(for: person) { try counted($0, questions) }
    }

    private func counted<T>(_ connection: Connection, _ questions: (Connection) throws -> T) rethrows -> T {
        let before = connection.statementCount
        connection.factsOfView = FactsOfView(facts, changes.lastSweep)
        defer {
            connection.factsOfView = nil
            asked.add(connection.statementCount - before, ordering: .relaxed)
        }
        return try questions(connection)
    }

    /// Asks questions where waiting for the answers holds nobody up: here for a file, on one of the store's own threads
    /// for PostgreSQL.
    public func ask<T: Sendable>(_ questions: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        guard let crew else { return try read(questions) }
        let arrival = Arrival.instant
        return try await withCheckedThrowingContinuation { waiting in
            crew.run {
                waiting.resume(with: Result { try Arrival.$instant.withValue(arrival) { try self.read(questions) } })
            }
        }
    }

    /// Changes the school, all or nothing, with its audit rows; an error changes nothing. Answered when it is kept.
    ///
    /// On PostgreSQL a transaction that got into another one's way is begun anew, so `changes` may run several times:
    /// what it answers counts, not what it does to variables outside.
    /// - Parameter alsoWhenReadOnly: for coming and going, without which nobody could read: it is done, but not written
    ///   into a chain that is broken.
    /// - Throws: ``StoreError/readOnly(reason:)`` while the school is open for reading only,
    ///   ``StoreError/outcomeUnknown(_:)`` if the connection was lost while the change was being committed, and a fault
    ///   of the kind ``Fault/Kind/timedOut`` if it could not begin within 10 seconds of its coming.
    public func write<T: Sendable>(
        by author: Author, at instant: Int64, alsoWhenReadOnly: Bool = false,
        _ changes: @escaping @Sendable (Writing) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { told in
            let came = clock() - Arrival.elapsed
            let change = Change(since: came, alsoWhenReadOnly: alsoWhenReadOnly) { connection in
                try self.run(changes, by: author, at: instant, alsoWhenReadOnly, on: connection)
            } tell: {
                told.resume(with: $0)
            }
            waiting.withLock { $0.append(change) }
            queue.async { self.takeTurns() }
        }
    }

    /// The same for commands, which have nothing else to do meanwhile.
    public func writeNow<T>(
        by author: Author, at instant: Int64, _ changes: (Writing) throws -> T
    ) throws -> T {
        try withoutActuallyEscaping(changes) { changes in
            let change = Change(since: clock(), alsoWhenReadOnly: false) { connection in
                try self.run(changes, by: author, at: instant, false, on: connection)
            }
            waiting.withLock { $0.append(change) }
            return try queue.sync {
                while true {
                    if let result = change.result { return try result.get() }
                    takeTurns()
                }
            }
        }
    }

    /// Makes a school that promises nothing yet: its changes do not wait for the disk one by one, and everything is on
    /// the disk when this returns. If the power goes meanwhile the school may be damaged, and is made anew.
    ///
    /// On PostgreSQL, where the server says what waits, it changes nothing.
    /// - Throws: what `make` throws; ``StoreError/locked(_:)`` if somebody who reads hinders it, and then the school
    ///   takes no more changes.
    public func whileMaking<T>(_ make: () throws -> T) throws -> T {
        try queue.sync { try engine.stopWaitingForDisk() }
        let made = Result { try make() }
        do {
            try queue.sync { try engine.waitForDiskAgain() }
        } catch {
            refuseChanges(because: "it is not certain that the school is on the disk: \(error)")
            throw error
        }
        return try made.get()
    }

    /// From now on every change is refused with this reason.
    public func refuseChanges(because reason: String) { refusal.withLock { $0 = reason } }

    /// Why changes are refused, if they are.
    public var changesRefusedBecause: String? { refusal.withLock { $0 } ?? engine.doubt }

    /// Which of the pages read so far is not what was written; nil where none is, or where a server keeps the files.
    public var doubt: String? { engine.doubt }

    /// Whether pages of the file have no seal, because an earlier version or another program wrote them, or a flipped
    /// bit that is put right when they are read, as far as they were read; or another program may have been here.
    public var wantsSeals: Bool { engine.wantsSeals }

    /// Looks at every page and, if one wants it, writes the file anew, every page with its seal; changes wait for it.
    /// - Returns: whether the file was written.
    /// - Throws: ``StoreError/unfit(_:)`` if the engine finds the file damaged. It is then as it was.
    @discardableResult
    public func sealPages() throws -> Bool { try queue.sync { try engine.sealPages() } }

    /// Has the pages of the school's file read as they are while the work goes on.
    func acceptPages(during work: () throws -> Void) throws { try PageWatch.accepting(read { $0.file }, work) }

    /// Looks at every page of the school's file.
    public func lookThrough() throws -> PagesFound { try read { try $0.lookThrough() } }

    /// Copies the school's data as it stands, while others read and write, into a new SQLite file.
    public func copy(to file: String) throws { try engine.copy(to: file) }

    /// Whether a change is answered only after it has reached the disk.
    public func waitsForDisk() throws -> Bool { try queue.sync { try engine.waitsForDisk() } }

    /// How many changes wait for their turn.
    var changesWaiting: Int { waiting.withLock { $0.count } }

    /// A moment to ask ``isUnchanged(_:since:)`` about, to be taken before a view is opened from which something is
    /// drawn.
    public var moment: Int { changes.now() }

    /// Whether this program has changed nothing of what is named since a moment; what others change moves
    /// ``Connection/foreignVersion()``.
    public func isUnchanged(_ touched: Set<Touched>, since moment: Int) -> Bool {
        changes.isUnchanged(touched, since: moment)
    }

    /// How many statements the school's readers have run so far; tests count the queries of a page with it.
    public var statementsRead: Int { asked.load(ordering: .relaxed) }
}

/// The turns of the changes.
extension SchoolStore {
    /// How many changes share a transaction at most, and how long it takes further ones: the first waits for the last.
    private static let mostTogether = 64
    private static let longestTogether = Duration.milliseconds(25)
    /// Who could not begin by then is told to send it again, whether it was others of this program or of another one
    /// that kept him waiting.
    static let patience = Duration.seconds(10)

    /// The time since the program began to look.
    static let uptime: @Sendable () -> Duration = {
        let start = ContinuousClock.now
        return { ContinuousClock.now - start }
    }()

    /// Gives those that wait their turn, up to a bound, and tells each when it is known what is kept.
    private func takeTurns() {
        let end = clock() + Self.longestTogether
        var taken = 0
        hasSwept.store(false, ordering: .relaxed)
        let ended = engine.commit {
            guard taken == 0 || taken < Self.mostTogether && clock() < end else { return nil }
            taken += 1
            return next()
        }
        let lost = DiskTrust.lostBecause.map { StoreError.readOnly(reason: $0) }
        if lost == nil, let head = ended.last(where: { $0.fault == nil && $0.turn.head != nil })?.turn.head {
            newest?.note(head)
        }
        let now = clock()
        figures?.count(kept: lost == nil ? ended.count { $0.fault == nil } : 0)
        for (turn, fault) in ended { note(turn, fault) }
        for (turn, fault) in ended { finish(turn, fault ?? lost, at: now) }
    }

    /// The one that has waited longest and may still begin.
    private func next() -> (any Turn)? {
        while let turn = waiting.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
            do {
                _ = try keepsChain(turn.alsoWhenReadOnly)
                turn.left = patience - (clock() - turn.since)
                if turn.left <= .zero { throw StoreError.tooLate(patience) }
                return turn
            } catch {
                finish(turn, error, at: clock())
            }
        }
        return nil
    }

    /// A change that went back on its own word is undone and has touched nothing; what became of one that the engine
    /// could not keep is not asked.
    private func note(_ turn: any Turn, _ fault: (any Error)?) {
        switch fault {
        case nil: changes.note(turn.touched)
        case is StoreError: changes.note(nil)
        default: break
        }
    }

    private func finish(_ turn: any Turn, _ fault: (any Error)?, at now: Duration) {
        figures?.count(isKept: fault == nil, took: now - turn.since)
        turn.end(fault)
    }

    /// Whether a change goes into the audit chain.
    /// - Throws: ``StoreError/readOnly(reason:)`` if it may not be made at all.
    private func keepsChain(_ alsoWhenReadOnly: Bool) throws -> Bool {
        let refusal = changesRefusedBecause
        if let reason = DiskTrust.lostBecause ?? (alsoWhenReadOnly ? nil : refusal) {
            throw StoreError.readOnly(reason: reason)
        }
        return refusal == nil
    }

    private func run<T>(
        _ changes: (Writing) throws -> T, by author: Author, at instant: Int64, _ alsoWhenReadOnly: Bool,
        on connection: Connection
    ) throws -> Done<T> {
        let standing = hasSwept.load(ordering: .relaxed) ? nil : FactsOfView(facts, self.changes.lastSweep)
        let writing = try Writing(
            connection, school: id, author: author, instant: instant, keepsChain: keepsChain(alsoWhenReadOnly),
            facts: standing)
        defer { connection.factsOfView = nil }
        let answer = try changes(writing)
        if writing.touched == nil { hasSwept.store(true, ordering: .relaxed) }
        // SQLite undoes a transaction by itself when the disk is full or fails, also if the change did not pass
        // that on.
        guard connection.isInTransaction else { throw StoreError.undone }
        // A change whose outcome is not known may have been kept, and its author has to see it then.
        if let edition = connection.postgres?.edition { engine.note(edition, by: author.person) }
        return Done(answer: answer, head: try writing.keepHead(), touched: writing.touched)
    }
}
