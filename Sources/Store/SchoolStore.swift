import Dispatch
import Synchronization

/// The data of one school: a file of its own, or its rows in a PostgreSQL database.
///
/// Reads run on the caller's thread. In a file the questions of a page take microseconds, and a hop to another thread
/// would cost more than the question; on PostgreSQL the thread waits for the network, so ask through ``ask(_:)`` or
/// from a task that prefers ``Store/crew``. Writes are queued and run one at a time, each in one transaction.
public final class SchoolStore: Sendable {
    public let id: Int64
    /// The file, or on PostgreSQL a name: no two schools a program knows have the same.
    public let path: String
    private let engine: any SchoolEngine
    private let crew: Crew?
    private let anchors: Anchors?
    private let queue: DispatchQueue
    private let refusal = Mutex<String?>(nil)
    private let asked = Atomic<Int>(0)

    init(id: Int64, path: String, engine: any SchoolEngine, crew: Crew?, anchors: Anchors? = nil) {
        self.id = id
        self.path = path
        self.engine = engine
        self.crew = crew
        self.anchors = anchors
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
        try engine.read { connection in
            let before = connection.statementCount
            defer { asked.add(connection.statementCount - before, ordering: .relaxed) }
            return try questions(connection)
        }
    }

    /// Asks questions where waiting for the answers holds nobody up: here for a file, on one of the store's own threads
    /// for PostgreSQL.
    public func ask<T: Sendable>(_ questions: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        guard let crew else { return try read(questions) }
        return try await withCheckedThrowingContinuation { waiting in
            crew.run { waiting.resume(with: Result { try self.read(questions) }) }
        }
    }

    /// Changes the school in one transaction, with its audit rows; an error changes nothing.
    ///
    /// On PostgreSQL a transaction that got into another one's way is begun anew, so `changes` may run several times:
    /// what it answers counts, not what it does to variables outside.
    /// - Parameter alsoWhenReadOnly: for coming and going, without which nobody could read: it is done, but not written
    ///   into a chain that is broken.
    /// - Throws: ``StoreError/readOnly(reason:)`` while the school is open for reading only,
    ///   ``StoreError/outcomeUnknown(_:)`` if the connection was lost while the change was being committed.
    public func write<T: Sendable>(
        by author: Author, at instant: Int64, alsoWhenReadOnly: Bool = false,
        _ changes: @escaping @Sendable (Writing) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            queue.async {
                waiting.resume(
                    with: Result {
                        try self.transaction(by: author, at: instant, alsoWhenReadOnly: alsoWhenReadOnly, changes)
                    })
            }
        }
    }

    /// The same for commands, which have nothing else to do meanwhile.
    public func writeNow<T>(
        by author: Author, at instant: Int64, _ changes: (Writing) throws -> T
    ) throws -> T {
        try queue.sync { try transaction(by: author, at: instant, changes) }
    }

    /// From now on every change is refused with this reason.
    public func refuseChanges(because reason: String) { refusal.withLock { $0 = reason } }

    /// Why changes are refused, if they are.
    public var changesRefusedBecause: String? { refusal.withLock { $0 } }

    /// Copies the school's data as it stands, while others read and write, into a new SQLite file.
    public func copy(to file: String) throws { try engine.copy(to: file) }

    /// Whether a change is answered only after it has reached the disk.
    public func waitsForDisk() throws -> Bool { try queue.sync { try engine.waitsForDisk() } }

    /// How many statements the school's readers have run so far; tests count the queries of a page with it.
    public var statementsRead: Int { asked.load(ordering: .relaxed) }

    private func transaction<T>(
        by author: Author, at instant: Int64, alsoWhenReadOnly: Bool = false, _ changes: (Writing) throws -> T
    ) throws -> T {
        let refusal = changesRefusedBecause
        if let reason = DiskTrust.lostBecause ?? (alsoWhenReadOnly ? nil : refusal) {
            throw StoreError.readOnly(reason: reason)
        }
        var head: AuditHead?
        let answer = try engine.write { connection in
            let writing = try Writing(
                connection, school: id, author: author, instant: instant, keepsChain: refusal == nil)
            let answer = try changes(writing)
            head = try writing.keepHead()
            return answer
        }
        if let reason = DiskTrust.lostBecause { throw StoreError.readOnly(reason: reason) }
        if let head { anchors?.touch(head) }
        return answer
    }
}
