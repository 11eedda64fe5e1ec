/// A PostgreSQL database that holds the directory and every school.
final class PostgresStore: StoreEngine {
    private let pool: PostgresPool
    let replicas: [PostgresReplica]
    private let threads: Crew

    init(_ place: PostgresPlace) throws {
        pool = PostgresPool(place)
        replicas = place.replicaPlaces.map(PostgresReplica.init)
        threads = Crew(most: place.connections * (1 + replicas.count))
        try PostgresSchema(pool: pool).bringUpToDate()
        guard try pool.transaction(.reading(school: nil), { try $0.waitsForDisk() }) else {
            throw StoreError.unfit("the database does not wait for its disk: set synchronous_commit = on")
        }
    }

    var crew: Crew? { threads }

    var figures: PostgresPool.Figures { pool.figuresNow }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        try pool.transaction(.reading(school: nil), questions)
    }

    func change<T>(_ changes: (Connection) throws -> T) throws -> T {
        try pool.transaction(.changing(school: nil), changes)
    }

    func found(_ entry: SchoolEntry, _ fill: (Connection) throws -> Void) throws -> any SchoolEngine {
        try pool.transaction(.changing(school: entry.id)) { connection in
            try entry.write(in: connection)
            try connection.run("INSERT INTO school_lock (school_id, edition) VALUES (\(entry.id), 0)")
            try fill(connection)
        }
        return try PostgresSchool(id: entry.id, pool: pool, replicas: replicas)
    }

    func open(_ school: Int64) throws -> (any SchoolEngine)? {
        let isKnown = try read { try $0.count("SELECT count(*) FROM school_file WHERE school_id = \(school)") == 1 }
        return try isKnown ? PostgresSchool(id: school, pool: pool, replicas: replicas) : nil
    }

    /// The owner of the tables removes everything. A role that is not the owner takes the school out of the directory
    /// and can do no more: its rows stay behind, seen by nobody, for the owner to remove.
    func erase(_ school: Int64) throws {
        do {
            try pool.transaction(.owning(school: school)) { connection in
                try SchoolEntry.retire(school, from: connection)
                for table in try connection.tables().reversed() where table.isSecured {
                    try connection.run(
                        SQL(text: "DELETE FROM \(table.name) WHERE school_id = $1", values: [.integer(school)]))
                }
            }
        } catch let error as StoreError where error.kind == .notPermitted {
            try change { try SchoolEntry.retire(school, from: $0) }
        }
    }

    func name(of school: Int64) -> String { "\(pool.place.name)/\(school)" }

    func copyDirectory(to file: String) throws {
        let copy = try Connection(path: file, readOnly: false)
        defer { copy.close() }
        try Schema.directory.bringUpToDate(copy)
        try read { directory in
            for id in try directory.all("SELECT school_id FROM school_file ORDER BY school_id", { $0.integer(0) }) {
                try SchoolEntry.read(id, in: directory)?.write(in: copy)
            }
            try SignInName.copyRetired(from: directory, to: copy)
        }
        try copy.settle()
    }
}
