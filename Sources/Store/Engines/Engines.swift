/// Where the rows of one school are.
///
/// A transaction may be run again by its engine when another one got into its way before it was committed, so what
/// `changes` answers is what counts, not what it does to variables outside.
protocol SchoolEngine: Sendable {
    /// One consistent view, in which nothing can be written.
    func read<T>(_ questions: (Connection) throws -> T) throws -> T
    /// The same for somebody who must see what he has changed himself, but not at once what others have.
    func read<T>(for person: Int64, _ questions: (Connection) throws -> T) throws -> T
    /// Remembers what a person must see from now on.
    func note(_ edition: Int64, by person: Int64)
    /// Runs the changes that `next` hands out, until it has none or the engine wants no more for now, and answers how
    /// each ended once that is certain. Called on the school's queue only.
    func commit(_ next: () -> (any Turn)?) -> [Ended]
    /// Why the rows are not to be trusted, where the engine has found some that are not what was written.
    var doubt: String? { get }
    /// Whether pages of the file have no seal, or a bit to be put right on the disk too.
    var wantsSeals: Bool { get }
    /// Writes the file anew, every page with its seal.
    func sealPages() throws -> Bool
    /// Writes the school as it stands into a new SQLite file.
    func copy(to file: String) throws
    func waitsForDisk() throws -> Bool
    /// From now on changes are answered before they have reached the disk, where that is the engine's to say.
    func stopWaitingForDisk() throws
    /// The end of that: everything is on the disk when this returns.
    func waitForDiskAgain() throws
}

/// Only files promise less while they are made: on a server it is the server that says what waits.
extension SchoolEngine {
    func stopWaitingForDisk() throws {}

    func waitForDiskAgain() throws {}
}

extension SchoolEngine {
    func read<T>(for person: Int64, _ questions: (Connection) throws -> T) throws -> T { try read(questions) }
    func note(_ edition: Int64, by person: Int64) {}
    /// A server looks after its own files and refuses what is damaged.
    var doubt: String? { nil }
    var wantsSeals: Bool { false }
    func sealPages() throws -> Bool { false }
}

/// Where the directory is, and the schools.
protocol StoreEngine: Sendable {
    /// The threads to ask questions on, where asking means waiting.
    var crew: Crew? { get }
    func read<T>(_ questions: (Connection) throws -> T) throws -> T
    func change<T>(_ changes: (Connection) throws -> T) throws -> T
    /// Makes the place of a school, fills it and enters it in the directory: all or nothing.
    func found(_ entry: SchoolEntry, _ fill: (Connection) throws -> Void) throws -> any SchoolEngine
    /// The school's rows, if it has any here.
    func open(_ school: Int64) throws -> (any SchoolEngine)?
    /// Removes a school with everything it has.
    func erase(_ school: Int64) throws
    /// A name of the school's data among all that this program could know.
    func name(of school: Int64) -> String
    /// What ``SchoolEngine`` says of a school's pages, of those of the directory.
    var directoryWantsSeals: Bool { get }
    func sealDirectory() throws -> Bool
    func lookThroughDirectory() throws -> PagesFound
    /// Writes the directory as it stands into a new SQLite file.
    func copyDirectory(to file: String) throws
    /// Why the data do not answer, or nothing if they do; told within some seconds whatever happens.
    func whyNotReady() async -> String?
    /// What an operator should know of the database, though it serves.
    func remarks() throws -> [String]
    /// From now on nobody waits for a server longer than this.
    func end(within time: Duration)
    /// The servers behind, and how many connections to files rest.
    func serverFigures() -> [StoreFigures.Server]
    var restingConnections: Int { get }
    /// Asks the replicas how far they are behind.
    func measureReplicas()
    /// What ``Store/describeToPlanner()`` says.
    func describeToPlanner() throws
}

/// A server looks after its own files.
extension StoreEngine {
    var directoryWantsSeals: Bool { false }
    func sealDirectory() throws -> Bool { false }
    func lookThroughDirectory() throws -> PagesFound { PagesFound() }
}

/// What the directory says of a school.
struct SchoolEntry: Sendable, Equatable {
    var id: Int64
    var name: String
    var country: String
    var createdAt: Int64
    var logins: [Login] = []

    struct Login: Sendable, Equatable {
        let name: String
        let person: Int64
    }

    /// The entry with its sign-in names, or nothing where the directory does not know the school.
    static func read(_ school: Int64, in directory: Connection) throws -> SchoolEntry? {
        let entry = try directory.first(
            "SELECT school_id, name, country, created_at FROM school_file WHERE school_id = \(school)"
        ) {
            SchoolEntry(id: $0.integer(0), name: $0.text(1), country: $0.text(2), createdAt: $0.integer(3))
        }
        guard var entry else { return nil }
        entry.logins = try directory.all(
            "SELECT login, person_id FROM sign_in_name WHERE school_id = \(school) AND person_id <> 0 ORDER BY login"
        ) {
            Login(name: $0.text(0), person: $0.integer(1))
        }
        return entry
    }

    func write(in directory: Connection) throws {
        try directory.run(
            """
            INSERT INTO school_file (school_id, name, country, created_at)
            VALUES (\(id), \(name), \(country), \(createdAt))
            """)
        for login in logins { try write(login, in: directory) }
    }

    /// A name of the school's own that was kept for nobody finds its person again; one of another school is refused.
    private func write(_ login: Login, in directory: Connection) throws {
        let found = try directory.run(
            """
            UPDATE sign_in_name SET person_id = \(login.person) WHERE login = \(login.name) AND school_id = \(id)
            """)
        guard found == 0 else { return }
        try directory.run(
            """
            INSERT INTO sign_in_name (login, school_id, person_id, looks)
            VALUES (\(login.name), \(id), \(login.person), \(SignInName.looks(login.name)))
            """)
    }

    /// Takes a school out of a directory that goes on: its names are kept, for nobody.
    static func retire(_ school: Int64, from directory: Connection) throws {
        try directory.run("UPDATE sign_in_name SET person_id = 0 WHERE school_id = \(school)")
        try directory.run("DELETE FROM school_file WHERE school_id = \(school)")
    }

    /// Takes a school out of a copy that others must not find it in.
    static func remove(_ school: Int64, from directory: Connection) throws {
        try directory.run("DELETE FROM sign_in_name WHERE school_id = \(school)")
        try directory.run("DELETE FROM school_file WHERE school_id = \(school)")
    }
}
