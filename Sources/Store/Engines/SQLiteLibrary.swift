import CSQLite

/// The library as a whole, set up once before its first connection.
enum SQLiteLibrary {
    /// Without statistics of memory, whose one lock every thread would take at every allocation; and with an ear for
    /// faults of the disk, which SQLite survives in hope where a checkpoint meets them.
    static let isPrepared =
        sabak_sqlite_without_memory_statistics() == SQLITE_OK
        && sabak_sqlite_tell_faults({ _, code, words in
            guard SQLiteLibrary.lostWrites.contains(code) else { return }
            DiskTrust.lose("\(words.map { String(cString: $0) } ?? "SQLite") (\(code))")
        }) == SQLITE_OK && sqlite3_initialize() == SQLITE_OK && SealedFiles.register() == SQLITE_OK

    /// After one of these the kernel may have dropped what it was given, and a second try would say that all is well.
    private static let lostWrites: Set<Int32> = [
        SQLITE_IOERR | (3 << 8),  // write
        SQLITE_IOERR | (4 << 8),  // fsync
        SQLITE_IOERR | (5 << 8),  // fsync of a directory
        SQLITE_IOERR | (6 << 8),  // truncate
    ]
}
