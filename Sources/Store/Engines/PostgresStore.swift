import Foundation

/// A PostgreSQL database that holds the directory and every school.
final class PostgresStore: StoreEngine {
    private let pool: PostgresPool
    let replicas: [PostgresReplica]
    private let threads: Crew
    private let probe: PostgresProbe

    init(_ place: PostgresPlace) throws {
        pool = PostgresPool(place)
        probe = PostgresProbe(place)
        replicas = place.replicaPlaces.map(PostgresReplica.init)
        threads = Crew(most: place.connections * (1 + replicas.count))
        try PostgresSchema(pool: pool).bringUpToDate()
        guard try pool.transaction(.reading(school: nil), { try $0.waitsForDisk() }) else {
            throw StoreError.unfit("the database does not wait for its disk: set synchronous_commit = on")
        }
    }

    /// One whose server may be starting itself.
    static func answering(
        _ place: PostgresPlace, within time: Duration, _ tell: (StoreError) -> Void
    ) throws -> PostgresStore {
        let end = ContinuousClock.now + time
        var isTold = false
        while true {
            do {
                return try PostgresStore(place)
            } catch let fault as StoreError where fault.kind == .lost && .now < end {
                if !isTold { tell(fault) }
                isTold = true
                Thread.sleep(forTimeInterval: 0.5)
            }
        }
    }

    var crew: Crew? { threads }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        try pool.transaction(.reading(school: nil), questions)
    }

    func change<T>(_ changes: (Connection) throws -> T) throws -> T {
        try pool.transaction(.changing(school: nil), changes)
    }

    func found(_ entry: SchoolEntry, _ fill: (Connection) throws -> Void) throws -> any SchoolEngine {
        try pool.transaction(.changing(school: entry.id)) { connection in
            try entry.write(in: connection)
            // Whoever knew a school of this number before has the facts of an earlier edition.
            let facts = Int64(Date().timeIntervalSince1970 * 1_000)
            try connection.run("INSERT INTO school_lock (school_id, edition, facts) VALUES (\(entry.id), 0, \(facts))")
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
                try Self.clear(school, in: connection)
            }
        } catch let error as StoreError where error.kind == .notPermitted {
            try change { try SchoolEntry.retire(school, from: $0) }
        }
    }

    private static func clear(_ school: Int64, in connection: Connection) throws {
        try SchoolEntry.retire(school, from: connection)
        for table in try connection.tables().reversed() where table.isSecured {
            try connection.run(
                SQL(text: "DELETE FROM \(table.name) WHERE school_id = $1", values: [.integer(school)]))
        }
    }

    /// Puts schools in the place of those that are here, in one transaction, as the owner of the tables.
    ///
    /// The editions of a school go on: whoever remembers one from before sees that it has changed.
    func replace(_ entries: [SchoolEntry], _ fill: (SchoolEntry, Connection) throws -> Void) throws {
        do {
            try pool.transaction(.owning(school: nil)) { connection in
                try connection.run("SELECT set_config('lock_timeout', \("\(pool.place.lockSeconds)s"), true)")
                for entry in entries {
                    try connection.run("SELECT set_config('sabak.school', \(String(entry.id)), true)")
                    let id = entry.id
                    try connection.run(
                        """
                        UPDATE school_lock SET edition = edition + 1, facts = facts + 1 WHERE school_id = \(id)
                        """)
                    let (edition, facts) =
                        try connection.first("SELECT edition, facts FROM school_lock WHERE school_id = \(id)") {
                            ($0.integer(0), $0.integer(1))
                        } ?? (0, 0)
                    try Self.clear(id, in: connection)
                    try connection.run(
                        "INSERT INTO school_lock (school_id, edition, facts) VALUES (\(id), \(edition), \(facts))")
                    try enter(entry, in: connection)
                    try fill(entry, connection)
                }
            }
        } catch let error as StoreError where error.kind == .notPermitted {
            throw StoreError.unfit("only the role that owns the tables can put a school in the place of another")
        }
    }

    private func enter(_ entry: SchoolEntry, in connection: Connection) throws {
        do {
            try entry.write(in: connection)
        } catch let error as StoreError where error.isDuplicate {
            throw StoreError.unfit("a sign-in name of school \(entry.id) belongs to another school here")
        }
    }

    /// - Throws: ``StoreError/locked(_:)`` while a server works with the database, as far as its role lets this be
    ///   seen.
    func demandNobodyElse() throws {
        // A connection that was closed a moment ago may still be seen, a server's stays.
        for wait in [5_000, 20_000, 75_000, 200_000, 0] as [UInt32] {
            if try others() == 0 { return }
            usleep(wait)
        }
        throw StoreError.locked("the database \(pool.place.name)")
    }

    private func others() throws -> Int {
        try read { connection in
            try connection.count(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = \(PostgresPlace.serving)
                """)
        }
    }

    func whyNotReady() async -> String? { await probe.whyNot() }

    func remarks() throws -> [String] {
        let checks = try read { try $0.first("SELECT current_setting('data_checksums')") { $0.text(0) } }
        guard checks != "on" else { return [] }
        return [
            """
            the database keeps no checksums of its pages: a bit that its disk flips is not noticed. Stop it and run \
            pg_checksums --enable, or make it with initdb --data-checksums
            """
        ]
    }

    func end(within time: Duration) {
        pool.end(within: time)
        for replica in replicas { replica.end(within: time) }
    }

    func serverFigures() -> [StoreFigures.Server] {
        [pool.figures(named: "primary")]
            + replicas.enumerated().map { $1.server(named: "\($0 + 1)") }
    }

    var restingConnections: Int { 0 }

    func measureReplicas() {
        for replica in replicas { replica.measure() }
    }

    /// Only the owner of a table may have it looked at; for others PostgreSQL does it by itself within a minute.
    func describeToPlanner() throws {
        try pool.transaction(.owning(school: nil)) { connection in
            let own = try connection.all(
                """
                SELECT quote_ident(tablename) FROM pg_tables
                WHERE schemaname = current_schema() AND pg_has_role(tableowner, 'USAGE') ORDER BY tablename
                """
            ) { $0.text(0) }
            guard !own.isEmpty else { return }
            try connection.script("ANALYZE " + own.joined(separator: ", "))
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
