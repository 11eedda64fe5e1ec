import CSQLite

/// A SQLite file, opened, with its prepared statements.
final class SQLiteHandle {
    private var handle: OpaquePointer?
    private var statements: [StatementText: OpaquePointer] = [:]
    private let leave: LeaveMark?
    /// Whether another connection of this program had the file open before.
    let isFurther: Bool
    /// While it is, a statement that would change the file is refused.
    var isOnlyReading = false

    convenience init(path: String, readOnly: Bool) throws {
        try self.init(path: path, readOnly: readOnly, leave: readOnly ? nil : LeaveMark(path), isFurther: false)
    }

    /// Opens a file that another connection has open, which marks when it is left.
    convenience init(furtherTo path: String) throws {
        try self.init(path: path, readOnly: false, leave: nil, isFurther: true)
    }

    private init(path: String, readOnly: Bool, leave: LeaveMark?, isFurther: Bool) throws {
        self.leave = leave
        self.isFurther = isFurther
        guard SQLiteLibrary.isPrepared else { throw StoreError.missing("SQLite") }
        let isVisited = leave?.take() ?? false
        let flags =
            (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(path, &handle, flags, SealedFiles.name) == SQLITE_OK else { throw fault(path) }
        sqlite3_extended_result_codes(handle, 1)
        if isVisited { PageWatch.noteVisit(file) }
        try leaveRoomForSeals()
        waitForLocks(atMost: Self.longestWait)
        if !readOnly {
            try script("PRAGMA journal_mode = WAL")
        }
        // FULL, because NORMAL loses answered writes in a power cut.
        try script("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY")
        // The first connection does nearly all the work; a hundred schools have a hundred of them. What a connection
        // maps counts for each, and a fault of the disk under a mapped page ends the process.
        try script("PRAGMA cache_size = \(leave == nil ? -1024 : -4096); PRAGMA mmap_size = 0")
    }

    deinit { close() }

    /// A new file has room for its seals from the first page; an older one gets it when it is next written anew.
    private func leaveRoomForSeals() throws {
        var room = Int32(PageSeal.size)
        guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &room) == SQLITE_OK else {
            throw fault("reserve bytes")
        }
    }

    /// Whether the file's pages have seals; nil while it has no page.
    var isSealed: Bool? {
        var file: UnsafeMutablePointer<sqlite3_file>?
        guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file else {
            return nil
        }
        return SealedFile.isSealed(file)
    }

    /// The file as SQLite knows it.
    var file: String { sqlite3_db_filename(handle, "main").map { String(cString: $0) } ?? "" }

    func close() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
        guard handle != nil else { return }
        sqlite3_close_v2(handle)
        handle = nil
        leave?.put()
    }

    /// Runs a statement that answers no rows; returns how many rows it changed.
    func run(_ sql: SQL) throws -> Int {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return Int(sqlite3_changes(handle))
            default: throw fault(sql.text)
            }
        }
    }

    /// Calls `body` for each row, in order.
    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(Row(SQLiteCursor(statement: statement)))
            case SQLITE_DONE: return
            default: throw fault(sql.text)
            }
        }
    }

    /// The first row made into a value, or nothing.
    func first<T>(_ sql: SQL, _ make: (Row) throws -> T) throws -> T? {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return try make(Row(SQLiteCursor(statement: statement)))
        case SQLITE_DONE: return nil
        default: throw fault(sql.text)
        }
    }

    /// Runs statements without values, as the schema needs.
    func script(_ text: String) throws {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw fault(text) }
    }

    /// How long a statement waits for a lock that another program holds.
    static let longestWait = Duration.seconds(10)

    func waitForLocks(atMost time: Duration) {
        sqlite3_busy_timeout(handle, Int32(max(0, min(time, Self.longestWait) / .milliseconds(1))))
    }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    private func prepared(_ sql: SQL) throws -> OpaquePointer {
        let statement: OpaquePointer
        let text = StatementText(sql.text)
        if let known = statements[text] {
            statement = known
        } else {
            statement = try prepare(sql.text)
            if statements.count > 400 { forgetStatements() }
            statements[text] = statement
        }
        if isOnlyReading, sqlite3_stmt_readonly(statement) == 0 {
            throw StoreError.engine(Fault(sqlite: SQLITE_READONLY), message: "this is a reading", statement: sql.text)
        }
        for (position, value) in sql.values.enumerated() {
            bind(value, at: Int32(position + 1), to: statement)
        }
        return statement
    }

    private func prepare(_ text: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(
            handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw fault(text) }
        return statement
    }

    private func forgetStatements() {
        // One that is being read, with another question inside, is still needed.
        for (text, statement) in statements where sqlite3_stmt_busy(statement) == 0 {
            sqlite3_finalize(statement)
            statements[text] = nil
        }
    }

    private func bind(_ value: SQLValue, at position: Int32, to statement: OpaquePointer) {
        // SQLite copies what it is given here, so the Swift buffers may go.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: sqlite3_bind_null(statement, position)
        case .integer(let number): sqlite3_bind_int64(statement, position, number)
        case .text(let text) where text.isEmpty: sqlite3_bind_text(statement, position, "", 0, copied)
        case .text(var text):
            text.withUTF8 { utf8 in
                _ = utf8.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, position, $0.baseAddress, Int32($0.count), copied)
                }
            }
        case .bytes(let bytes):
            if bytes.isEmpty {
                sqlite3_bind_zeroblob(statement, position, 0)
            } else {
                sqlite3_bind_blob(statement, position, bytes, Int32(bytes.count), copied)
            }
        }
    }

    private func fault(_ statement: String) -> StoreError {
        guard let handle else { return .missing(statement) }
        return .engine(
            Fault(sqlite: sqlite3_extended_errcode(handle)), message: String(cString: sqlite3_errmsg(handle)),
            statement: statement)
    }
}

/// A statement as it is looked for among those prepared: texts are long and seldom alike in length and at the end, so
/// these make the hash, and all of it is compared only with the one found.
private struct StatementText: Hashable {
    private let text: String
    private let key: Int

    init(_ text: String) {
        var text = text
        key = text.withUTF8 { bytes in
            bytes.suffix(96).reduce(into: bytes.count) { key, byte in key = key &* 31 &+ Int(byte) }
        }
        self.text = text
    }

    func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// The row a SQLite statement stands on.
struct SQLiteCursor {
    let statement: OpaquePointer

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
        let length = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

    func value(_ column: Int) -> SQLValue {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_BLOB: .bytes(bytes(column))
        case SQLITE_NULL: .null(.text)
        default: .text(text(column))
        }
    }
}

extension Fault {
    /// From SQLite's extended result code.
    init(sqlite code: Int32) {
        self.init(Self.kind(sqlite: code & 0xff, detail: code >> 8), code: String(code))
    }

    private static func kind(sqlite code: Int32, detail: Int32) -> Kind {
        switch code {
        case SQLITE_CONSTRAINT: kind(ofConstraint: detail)
        case SQLITE_BUSY, SQLITE_LOCKED: .timedOut
        case SQLITE_READONLY: .readOnly
        case SQLITE_FULL: .full
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
        // A page unlike its seal, and a file system that says so of itself.
        case SQLITE_IOERR where detail == 32 || detail == 33: .damaged
        case SQLITE_IOERR, SQLITE_CANTOPEN: .lost
        default: .other
        }
    }

    /// SQLite numbers its constraints: 3 foreign key, 5 not null, 6 primary key, 8 unique, 10 row id.
    private static func kind(ofConstraint detail: Int32) -> Kind {
        switch detail {
        case 3: .reference
        case 5: .missingValue
        case 6, 8, 10: .duplicate
        default: .check
        }
    }
}
