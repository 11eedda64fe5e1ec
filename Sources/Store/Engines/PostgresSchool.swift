/// A school in the tables of a PostgreSQL database, which hold other schools too.
final class PostgresSchool: SchoolEngine {
    private let id: Int64
    private let pool: PostgresPool

    init(id: Int64, pool: PostgresPool) {
        self.id = id
        self.pool = pool
    }

    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        try pool.transaction(.reading(school: id), questions)
    }

    func write<T>(_ changes: (Connection) throws -> T) throws -> T {
        try pool.transaction(.writing(school: id), changes)
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
