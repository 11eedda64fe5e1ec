import Synchronization

/// A school in a file of its own, read through a pool of connections and written through one.
final class SQLiteSchool: SchoolEngine {
    private let path: String
    private let readers: IdleReaders
    let writer: Connection
    private let file: String
    /// Whether an earlier version made the file, without room for seals.
    private let isOlder: Atomic<Bool>
    /// How often a transaction that changed something was committed; tests hold the number of changes against it.
    let commits = Atomic<Int>(0)

    /// - Parameter readers: where connections rest, for all schools together.
    init(path: String, readers: IdleReaders = IdleReaders()) throws {
        self.path = path
        self.readers = readers
        writer = try Connection(path: path, readOnly: false)
        file = writer.file
        isOlder = Atomic(writer.isSealed == false)
        try Schema.school.bringUpToDate(writer)
        try Schema.school.describeToPlanner(writer)
    }

    deinit { readers.close(of: ObjectIdentifier(self)) }

    var doubt: String? {
        PageWatch.pages(.wrong, of: file).first.map { "page \($0) of \(file) is not what was written" }
    }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        let connection = try borrow()
        defer { readers.giveBack(connection, of: ObjectIdentifier(self)) }
        try connection.run("BEGIN")
        do {
            let answer = try questions(connection)
            // Who has asked for damage and heard of it has an answer and no transaction any more.
            if connection.isInTransaction { try connection.run("COMMIT") }
            return answer
        } catch {
            // SQLite has rolled back by itself where a page could not be read.
            if connection.isInTransaction { try connection.run("ROLLBACK") }
            throw error
        }
    }

    func write<T>(_ changes: (Connection) throws -> T) throws -> T {
        try writer.run("BEGIN IMMEDIATE")
        do {
            let answer = try changes(writer)
            try writer.run("COMMIT")
            commits.add(1, ordering: .relaxed)
            return answer
        } catch {
            // A rollback that fails too leaves nothing behind: SQLite has then rolled back by itself.
            _ = try? writer.run("ROLLBACK")
            throw error
        }
    }

    func copy(to file: String) throws {
        let connection = try borrow()
        defer { readers.giveBack(connection, of: ObjectIdentifier(self)) }
        try connection.run("VACUUM INTO \(file)")
    }

    /// Brings everything into the one file and lets it go.
    func settle() throws {
        try writer.settle()
        writer.close()
    }

    var wantsSeals: Bool { isOlder.load(ordering: .relaxed) || PageWatch.wantsSeals(file) }

    func sealPages() throws -> Bool {
        let wasWritten = try writer.sealPages()
        isOlder.store(false, ordering: .relaxed)
        return wasWritten
    }

    func waitsForDisk() throws -> Bool { try writer.waitsForDisk() }

    func stopWaitingForDisk() throws { try writer.script("PRAGMA synchronous = OFF") }

    /// A checkpoint syncs the file only if it has pages to bring into it, so one is written before.
    func waitForDiskAgain() throws {
        try writer.script("PRAGMA synchronous = FULL; PRAGMA user_version = 0")
        guard try writer.count("PRAGMA wal_checkpoint(TRUNCATE)") == 0, try writer.waitsForDisk() else {
            throw StoreError.locked(path)
        }
    }

    private func borrow() throws -> Connection {
        try readers.take(of: ObjectIdentifier(self)) ?? Connection(path: path, readOnly: true)
    }
}
