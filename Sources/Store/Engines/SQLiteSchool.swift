import Synchronization

/// A school in a file of its own.
final class SQLiteSchool: SchoolEngine {
    private let path: String
    private let idle: IdleConnections
    let home: HomeConnection
    /// A change waits so long for the home connection, in seconds: written through another one, it would cost this one
    /// its memory, and the facts and drawn pages of the school with it.
    private static let patienceForHome = 0.05
    private let file: String
    /// Whether an earlier version made the file, without room for seals.
    private let isOlder: Atomic<Bool>
    /// How often a transaction that changed something was committed; tests hold the number of changes against it.
    let commits = Atomic<Int>(0)

    /// - Parameter idle: where connections rest, for all schools together.
    init(path: String, idle: IdleConnections = IdleConnections()) throws {
        self.path = path
        self.idle = idle
        let first = try Connection(path: path, readOnly: false)
        file = first.file
        isOlder = Atomic(first.isSealed == false)
        try Schema.school.bringUpToDate(first)
        try Schema.school.describeToPlanner(first)
        home = HomeConnection(first)
    }

    deinit { idle.close(of: ObjectIdentifier(self)) }

    var doubt: String? {
        PageWatch.pages(.wrong, of: file).first.map { "page \($0) of \(file) is not what was written" }
    }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        try withConnection { connection in
            try connection.onlyReading {
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
        }
    }

    func write<T>(_ changes: (Connection) throws -> T) throws -> T {
        try withConnection { writer in
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
    }

    func commit(_ next: () -> (any Turn)?) -> [Ended] {
        guard let first = next() else { return [] }
        do {
            let ended = try withConnection(taking: home.take(within: Self.patienceForHome)) {
                SharedCommit(writer: $0).run(first, and: next)
            }
            if ended.contains(where: { $0.fault == nil }) { commits.add(1, ordering: .relaxed) }
            return ended
        } catch {
            return [(first, error)]
        }
    }

    func copy(to file: String) throws {
        // It takes long, and the home connection is wanted meanwhile.
        let connection = try further()
        defer { idle.giveBack(connection, of: ObjectIdentifier(self)) }
        try connection.run("VACUUM INTO \(file)")
    }

    /// Lets the file go; nothing can be asked any more.
    func close() {
        idle.close(of: ObjectIdentifier(self))
        home.use { $0.close() }
    }

    /// Brings everything into the one file and lets it go.
    func settle() throws {
        try home.use { writer in
            try writer.settle()
            writer.close()
        }
    }

    var wantsSeals: Bool { isOlder.load(ordering: .relaxed) || PageWatch.wantsSeals(file) }

    func sealPages() throws -> Bool {
        let wasWritten = try home.use { try $0.sealPages() }
        isOlder.store(false, ordering: .relaxed)
        return wasWritten
    }

    func waitsForDisk() throws -> Bool { try home.use { try $0.waitsForDisk() } }

    func stopWaitingForDisk() throws { try home.use { try $0.script("PRAGMA synchronous = OFF") } }

    /// A checkpoint syncs the file only if it has pages to bring into it, so one is written before.
    func waitForDiskAgain() throws {
        try home.use { writer in
            try writer.script("PRAGMA synchronous = FULL; PRAGMA user_version = 0")
            guard try writer.count("PRAGMA wal_checkpoint(TRUNCATE)") == 0, try writer.waitsForDisk() else {
                throw StoreError.locked(path)
            }
        }
    }

    private func withConnection<T>(_ work: (Connection) throws -> T) throws -> T {
        try withConnection(taking: home.takeIfFree(), work)
    }

    /// Lends the home connection if it was to be had, else a further one.
    private func withConnection<T>(taking home: Connection?, _ work: (Connection) throws -> T) throws -> T {
        let connection = try home ?? further()
        defer {
            if !self.home.giveBack(connection) { idle.giveBack(connection, of: ObjectIdentifier(self)) }
        }
        return try work(connection)
    }

    private func further() throws -> Connection {
        try idle.take(of: ObjectIdentifier(self)) ?? Connection(furtherTo: path)
    }
}
