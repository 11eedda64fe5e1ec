import Foundation
import Synchronization

/// A data directory: a small file for the directory, and a file a school.
final class SQLiteStore: StoreEngine {
    private let path: String
    private let directory: Mutex<Connection>
    private let readers = IdleReaders()

    init(path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path + "/schools", withIntermediateDirectories: true)
        let connection = try Connection(path: path + "/directory.sqlite", readOnly: false)
        try Schema.directory.bringUpToDate(connection)
        directory = Mutex(connection)
    }

    var crew: Crew? { nil }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        // What comes out is a value made from rows; the lock only wants to know that nobody else holds it.
        nonisolated(unsafe) let questions = questions
        return try directory.withLock { connection in Carried(try questions(connection)) }.value
    }

    func change<T>(_ changes: (Connection) throws -> T) throws -> T {
        try read { connection in
            try connection.run("BEGIN IMMEDIATE")
            do {
                let answer = try changes(connection)
                try connection.run("COMMIT")
                return answer
            } catch {
                try connection.run("ROLLBACK")
                throw error
            }
        }
    }

    func found(_ entry: SchoolEntry, _ fill: (Connection) throws -> Void) throws -> any SchoolEngine {
        let file = name(of: entry.id)
        guard !FileManager.default.fileExists(atPath: file) else { throw StoreError.locked(file) }
        do {
            let school = try SQLiteSchool(path: file, readers: readers)
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
        return try SQLiteSchool(path: name(of: school), readers: readers)
    }

    func erase(_ school: Int64) throws {
        try change { try SchoolEntry.retire(school, from: $0) }
        try removeFile(of: school)
    }

    private func removeFile(of school: Int64) throws {
        for ending in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: name(of: school) + ending) {
            try FileManager.default.removeItem(atPath: name(of: school) + ending)
        }
    }

    func name(of school: Int64) -> String { "\(path)/schools/\(school).sqlite" }

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
