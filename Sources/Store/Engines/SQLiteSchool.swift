import Synchronization

/// A school in a file of its own, read through a pool of connections and written through one.
final class SQLiteSchool: SchoolEngine {
    private let path: String
    private let idle = Mutex<[Connection]>([])
    private let writer: Connection

    init(path: String) throws {
        self.path = path
        writer = try Connection(path: path, readOnly: false)
        try Schema.school.bringUpToDate(writer)
        try Schema.school.describeToPlanner(writer)
    }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
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

    func write<T>(_ changes: (Connection) throws -> T) throws -> T {
        try writer.run("BEGIN IMMEDIATE")
        do {
            let answer = try changes(writer)
            try writer.run("COMMIT")
            return answer
        } catch {
            // A rollback that fails too leaves nothing behind: SQLite has then rolled back by itself.
            _ = try? writer.run("ROLLBACK")
            throw error
        }
    }

    func copy(to file: String) throws {
        let connection = try borrow()
        defer { idle.withLock { $0.append(connection) } }
        try connection.run("VACUUM INTO \(file)")
    }

    /// Brings everything into the one file and lets it go.
    func settle() throws {
        try writer.settle()
        writer.close()
    }

    func waitsForDisk() throws -> Bool { try writer.waitsForDisk() }

    private func borrow() throws -> Connection {
        if let connection = idle.withLock({ $0.popLast() }) { return connection }
        return try Connection(path: path, readOnly: true)
    }
}
