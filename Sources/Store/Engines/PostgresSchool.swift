import Synchronization

/// A school in the tables of a PostgreSQL database, which hold other schools too.
final class PostgresSchool: SchoolEngine {
    private let id: Int64
    private let pool: PostgresPool
    private let replicas: [PostgresReplica]
    private let lastChanges: LastChanges
    private let turn = Atomic<Int>(0)

    init(id: Int64, pool: PostgresPool, replicas: [PostgresReplica] = []) throws {
        self.id = id
        self.pool = pool
        self.replicas = replicas
        let beginning = try replicas.isEmpty ? 0 : pool.transaction(.reading(school: id)) { try $0.dataVersion() }
        lastChanges = LastChanges(since: Int64(beginning))
    }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        try pool.transaction(.reading(school: id), questions)
    }

    func read<T>(for person: Int64, _ questions: (Connection) throws -> T) throws -> T {
        let first = replicas.isEmpty ? 0 : turn.add(1, ordering: .relaxed).oldValue
        let edition = lastChanges.edition(of: person)
        for number in replicas.indices {
            let replica = replicas[Int((first &+ number).magnitude % replicas.count.magnitude)]
            if let answer = try replica.read(id, reaching: edition, questions) { return answer }
        }
        return try read(questions)
    }

    /// A server groups the commits of its clients by itself, so each change has a transaction of its own.
    func commit(_ next: () -> (any Turn)?) -> [Ended] {
        guard let turn = next() else { return [] }
        do {
            // The turns have a thread of their own, which does not know whose they are.
            try Arrival.$instant.withValue(turn.arrival) {
                try pool.transaction(.writing(school: id), within: turn.left) { connection in
                    try turn.run(on: connection)
                    if turn.touched == nil { connection.postgres?.lastWords = PostgresPool.sweep(id) }
                }
            }
            return [(turn, nil)]
        } catch {
            return [(turn, error)]
        }
    }

    func note(_ edition: Int64, by person: Int64) {
        if !replicas.isEmpty { lastChanges.note(edition, by: person) }
    }

    func copy(to file: String) throws {
        let copy = try SQLiteSchool(path: file)
        try read { source in
            try copy.write { target in _ = try Migration.copyRows(of: id, from: source, to: target) }
        }
        try copy.settle()
    }

    func waitsForDisk() throws -> Bool { try pool.transaction(.reading(school: id)) { try $0.waitsForDisk() } }
}
