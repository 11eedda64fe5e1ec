import Dispatch
import Foundation
import Synchronization

/// The data of one school: one file, read through a pool of connections and written through one.
///
/// Reads run on the caller's thread, because the questions of a page take microseconds and a hop to another thread
/// would cost more than the question. Writes are queued and run one at a time, each in one transaction.
public final class SchoolStore: Sendable {
    public let id: Int64
    public let path: String
    private let idle = Mutex<[Connection]>([])
    private let writer: Connection
    private let queue: DispatchQueue
    private let refusal = Mutex<String?>(nil)

    /// Opens the file of a school, bringing its schema up to date.
    /// - Throws: ``StoreError/newerSchema(found:known:)`` if a newer program wrote it.
    public init(id: Int64, path: String) throws {
        self.id = id
        self.path = path
        queue = DispatchQueue(label: "school.\(id)")
        writer = try Connection(path: path, readOnly: false)
        try Schema.school.bringUpToDate(writer)
        try Schema.school.describeToPlanner(writer)
    }

    /// Asks questions within one consistent view of the data.
    public func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        let connection = try borrow()
        defer { idle.withLock { $0.append(connection) } }
        try connection.run("BEGIN")
        do {
            let answer = try questions(connection)
            try connection.run("COMMIT")
            return answer
        } catch {
            try connection.run("ROLLBACK")
            throw error
        }
    }

    /// Changes the school in one transaction, with its audit rows; an error changes nothing.
    /// - Throws: ``StoreError/readOnly(reason:)`` while the school is open for reading only.
    public func write<T: Sendable>(
        by author: Author, at instant: Int64, _ changes: @escaping @Sendable (Writing) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            queue.async {
                waiting.resume(with: Result { try self.transaction(by: author, at: instant, changes) })
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

    /// Copies the school's data as it stands, while others read and write, into a new file.
    public func copy(to file: String) throws {
        let connection = try borrow()
        defer { idle.withLock { $0.append(connection) } }
        try connection.run("VACUUM INTO \(file)")
    }

    /// How strictly the writer's connection waits for the disk (2 is FULL).
    public func writerSynchronousMode() throws -> Int {
        try queue.sync { try writer.count("PRAGMA synchronous") }
    }

    /// How many statements the school's idle readers have run so far; tests count the queries of a page with it.
    public var statementsRead: Int { idle.withLock { $0.reduce(0) { $0 + $1.statementCount } } }

    private func transaction<T>(
        by author: Author, at instant: Int64, _ changes: (Writing) throws -> T
    ) throws -> T {
        if let reason = changesRefusedBecause { throw StoreError.readOnly(reason: reason) }
        try writer.run("BEGIN IMMEDIATE")
        do {
            let writing = try Writing(writer, school: id, author: author, instant: instant)
            let answer = try changes(writing)
            try writing.keepHead()
            try writer.run("COMMIT")
            return answer
        } catch {
            // A rollback that fails too leaves nothing behind: SQLite has then rolled back by itself.
            _ = try? writer.run("ROLLBACK")
            throw error
        }
    }

    private func borrow() throws -> Connection {
        if let connection = idle.withLock({ $0.popLast() }) { return connection }
        return try Connection(path: path, readOnly: true)
    }
}
