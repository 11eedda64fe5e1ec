import Foundation
import Synchronization

/// An installation: its directory of sign-in names, its schools, and the anchors of the audit chains.
///
/// The directory and the schools are SQLite files of a data directory, or tables of a PostgreSQL database. The anchors
/// are files of the data directory in any case: they must lie outside the database they bind.
public final class Store: Sendable {
    public let path: String
    let engine: any StoreEngine
    private let schools = Mutex<[Int64: SchoolStore]>([:])
    private let lock: DirectoryLock
    private let writes = WriteFigures()

    /// Opens a data directory, making it if there is none.
    /// - Throws: ``StoreError/locked(_:)`` while a restore is at work in it.
    public convenience init(path: String) throws {
        try self.init(path: path) { try SQLiteStore(path: path) }
    }

    /// Opens a PostgreSQL database, bringing its schema up to date, with a data directory for the anchors.
    ///
    /// The role of the URL owns the tables, or is a member of `sabak_app` that owns nothing and so can bring no schema
    /// up to date. The program works as `sabak_app` either way.
    /// - Throws: ``StoreError/unfit(_:)`` if the database sorts by a language,
    ///   ``StoreError/newerSchema(found:known:)`` if a newer program wrote it, and a fault of the kind
    ///   ``Fault/Kind/lost`` if no server answers.
    public convenience init(postgres place: PostgresPlace, path: String) throws {
        try self.init(path: path) { try PostgresStore(place) }
    }

    private init(path: String, open: () throws -> any StoreEngine) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path + "/anchors", withIntermediateDirectories: true)
        lock = try DirectoryLock(path: path + "/data.lock", mode: .shared)
        engine = try open()
    }

    /// The threads on which questions may wait for their answers, if asking means waiting: a server lets each request
    /// prefer them, `withTaskExecutorPreference(store.crew)`. Nothing for files, which answer at once.
    public var crew: Crew? { engine.crew }

    /// Makes the place of a new school and enters it in the directory.
    public func add(school id: Int64, name: String, country: String, at instant: Int64) throws -> SchoolStore {
        try add(SchoolEntry(id: id, name: name, country: country, createdAt: instant)) { _ in }
    }

    /// The same for a school that brings its rows and sign-in names along.
    func add(_ entry: SchoolEntry, _ fill: (Connection) throws -> Void) throws -> SchoolStore {
        let found = try engine.found(entry, fill)
        let school = opened(found, of: entry.id)
        schools.withLock { $0[entry.id] = school }
        return school
    }

    private func opened(_ found: any SchoolEngine, of id: Int64) -> SchoolStore {
        SchoolStore(
            id: id, path: engine.name(of: id), engine: found, crew: crew, anchors: anchors(of: id), figures: writes)
    }

    /// Takes a school out of the directory, with its rows. Its sign-in names stay, so that nobody ever gets one of them
    /// again; they open nothing.
    public func discard(school id: Int64) throws {
        schools.withLock { $0[id] = nil }
        try engine.erase(id)
    }

    /// Works while no other program has the data directory, and forgets what it knew of these schools.
    /// - Throws: ``StoreError/locked(_:)`` if another one has.
    func alone(with replaced: [Int64], _ work: () throws -> Void) throws {
        try lock.takeAlone(path)
        defer { lock.share() }
        defer { schools.withLock { schools in for id in replaced { schools[id] = nil } } }
        try work()
    }

    /// The school with this id.
    /// - Throws: ``StoreError/missing(_:)`` if there is none.
    public func school(_ id: Int64) throws -> SchoolStore {
        if let open = schools.withLock({ $0[id] }) { return open }
        return try schools.withLock { known in
            if let open = known[id] { return open }
            guard let found = try engine.open(id) else { throw StoreError.missing("school \(id)") }
            let opened = opened(found, of: id)
            known[id] = opened
            return opened
        }
    }

    /// The schools of the installation, oldest first.
    public func schoolList() throws -> [(id: Int64, name: String, country: String)] {
        try engine.read { connection in
            try connection.all("SELECT school_id, name, country FROM school_file ORDER BY created_at, school_id") {
                ($0.integer(0), $0.text(1), $0.text(2))
            }
        }
    }

    /// Why the data do not answer, or nothing if they do; told within three seconds, whoever else waits for them.
    public func whyNotReady() async -> String? { await engine.whyNotReady() }

    /// What an operator should know of the database, though it serves; in words.
    public func remarks() throws -> [String] { try engine.remarks() }

    /// From now on nobody waits longer than this for a database server: the program ends.
    public func end(within time: Duration) { engine.end(within: time) }

    /// What was done so far, and how the servers behind are.
    public var figures: StoreFigures {
        StoreFigures(
            writes: writes.now, servers: engine.serverFigures(), restingReaders: engine.restingReaders)
    }

    /// Asks the replicas how far they are behind; ``figures`` tell it until it is asked again.
    public func measureReplicas() { engine.measureReplicas() }

    /// Has the engine look at what its tables hold, after many rows came at once: PostgreSQL plans a hundred times
    /// worse until it has. Files are told when they are opened.
    public func describeToPlanner() throws { try engine.describeToPlanner() }

    /// Whether the directory's file has pages as ``SchoolStore/wantsSeals`` says.
    public var directoryWantsSeals: Bool { engine.directoryWantsSeals }

    /// Writes the directory's file anew, every page with its seal.
    @discardableResult
    public func sealDirectory() throws -> Bool { try engine.sealDirectory() }

    /// Looks at every page of the directory's file.
    public func lookThroughDirectory() throws -> PagesFound { try engine.lookThroughDirectory() }

    /// Copies the directory as it stands into a new SQLite file.
    func copyDirectory(to file: String) throws { try engine.copyDirectory(to: file) }

    /// The anchors of a school's audit chain.
    public func anchors(of school: Int64) -> Anchors { Anchors(path: "\(path)/anchors/\(school).anchors") }
}
