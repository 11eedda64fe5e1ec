import Foundation
import Synchronization

/// A data directory: a small file for the directory, and a file a school.
final class SQLiteStore: StoreEngine {
    private let path: String
    /// Whoever only asks does not wait for a change that waits for a lock. It goes first: the last connection that is
    /// closed brings everything into the file, and this one cannot.
    private let asking: Mutex<Connection>
    private let directory: Mutex<Connection>
    private let idle = IdleConnections()

    init(path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path + "/schools", withIntermediateDirectories: true)
        let connection = try Connection(path: path + "/directory.sqlite", readOnly: false)
        try Schema.directory.bringUpToDate(connection)
        directory = Mutex(connection)
        asking = Mutex(try Connection(path: path + "/directory.sqlite", readOnly: true))
    }

    var crew: Crew? { nil }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T { try Self.use(asking, questions) }

    func change<T>(_ changes: (Connection) throws -> T) throws -> T {
        let came = ContinuousClock.now
        return try Self.use(directory) { connection in
            connection.waitForLocks(atMost: SchoolStore.patience - came.duration(to: .now))
            try connection.run("BEGIN IMMEDIATE")
            do {
                let answer = try changes(connection)
                try connection.run("COMMIT")
                return answer
            } catch {
                if connection.isInTransaction { try connection.run("ROLLBACK") }
                throw error
            }
        }
    }

    private static func use<T>(_ connection: borrowing Mutex<Connection>, _ work: (Connection) throws -> T) throws -> T
    {
        // What comes out is a value made from rows; the lock only wants to know that nobody else holds it.
        nonisolated(unsafe) let work = work
        return try connection.withLock { connection in Carried(try work(connection)) }.value
    }

    func whyNotReady() async -> String? {
        do {
            return try read { try $0.count("SELECT 1") == 1 } ? nil : "the directory does not answer"
        } catch {
            return "\(error)"
        }
    }

    func remarks() -> [String] { [] }

    /// Nobody waits for files that long.
    func end(within time: Duration) {}

    func serverFigures() -> [StoreFigures.Server] { [] }

    var restingConnections: Int { idle.count }

    func measureReplicas() {}

    func describeToPlanner() throws {}

    func found(_ entry: SchoolEntry, _ fill: (Connection) throws -> Void) throws -> any SchoolEngine {
        let file = name(of: entry.id)
        guard !FileManager.default.fileExists(atPath: file) else { throw StoreError.locked(file) }
        do {
            let school = try SQLiteSchool(path: file, idle: idle)
            try school.write(fill)
            try change { try entry.write(in: $0) }
            return school
        } catch {
            try removeFile(of: entry.id)
            throw error
        }
    }

    func open(_ school: Int64) throws -> (any SchoolEngine)? {
        let isKnown = try read { try $0.count("SELECT count(*) FROM school_file WHERE school_id = \(school)") == 1 }
        guard isKnown, FileManager.default.fileExists(atPath: name(of: school)) else { return nil }
        return try SQLiteSchool(path: name(of: school), idle: idle)
    }

    func erase(_ school: Int64) throws {
        try change { try SchoolEntry.retire(school, from: $0) }
        try removeFile(of: school)
    }

    private func removeFile(of school: Int64) throws {
        for ending in ["", "-wal", "-shm", "-left", "-visited"]
        where FileManager.default.fileExists(atPath: name(of: school) + ending) {
            try FileManager.default.removeItem(atPath: name(of: school) + ending)
        }
    }

    func name(of school: Int64) -> String { "\(path)/schools/\(school).sqlite" }

    var directoryWantsSeals: Bool { directory.withLock { $0.wantsSeals } }

    func sealDirectory() throws -> Bool { try Self.use(directory) { try $0.sealPages() } }

    func lookThroughDirectory() throws -> PagesFound { try read { try $0.lookThrough() } }

    func copyDirectory(to file: String) throws {
        try read { connection in _ = try connection.run("VACUUM INTO \(file)") }
    }
}

/// A value on its way out of a lock.
///
/// `@unchecked Sendable`: it is made inside the lock and handed to the one caller who waits for it.
private struct Carried<T>: @unchecked Sendable {
    let value: T

    init(_ value: T) { self.value = value }
}
