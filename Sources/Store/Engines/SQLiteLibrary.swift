import CSQLite

/// The library as a whole, set up once before its first connection.
enum SQLiteLibrary {
    /// Without statistics of memory, whose one lock every thread would take at every allocation.
    static let isPrepared = sabak_sqlite_without_memory_statistics() == SQLITE_OK && sqlite3_initialize() == SQLITE_OK
}
