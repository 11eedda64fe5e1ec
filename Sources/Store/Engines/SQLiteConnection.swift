import CSQLite

/// One connection to a SQLite file, with its prepared statements.
///
/// A statement must not be run again inside its own ``each(_:_:)``: both would share one cursor.
///
/// `@unchecked Sendable`: SQLite's handle is used by one thread at a time. The reader pool lends a connection to
/// one caller until it is given back, and the writer's connection lives on the writer's own queue.
public final class Connection: @unchecked Sendable {
    private var handle: OpaquePointer?
    private var statements: [String: OpaquePointer] = [:]
    /// How many statements this connection has run; tests hold the number of queries of a page against it.
    public private(set) var statementCount = 0

    /// Opens a file.
    /// - Parameter readOnly: readers cannot write, whatever the statement says.
    public init(path: String, readOnly: Bool) throws {
        guard SQLiteLibrary.isPrepared else { throw StoreError.missing("SQLite") }
        let flags =
            (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else { throw fault(path) }
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 10_000)
        if !readOnly {
            try script("PRAGMA journal_mode = WAL")
        }
        // FULL, because NORMAL loses answered writes in a power cut.
        try script("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY")
        try script("PRAGMA cache_size = -8192; PRAGMA mmap_size = 268435456")
    }

    deinit { close() }

    public func close() {
        for statement in statements.values { sqlite3_finalize(statement) }
        statements = [:]
        sqlite3_close_v2(handle)
        handle = nil
    }

    /// Runs a statement that answers no rows; returns how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
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
    public func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(Row(statement: statement))
            case SQLITE_DONE: return
            default: throw fault(sql.text)
            }
        }
    }

    /// The rows, each made into a value.
    public func all<T>(_ sql: SQL, _ make: (Row) throws -> T) throws -> [T] {
        var values: [T] = []
        try each(sql) { values.append(try make($0)) }
        return values
    }

    /// The first row made into a value, or nothing.
    public func first<T>(_ sql: SQL, _ make: (Row) throws -> T) throws -> T? {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return try make(Row(statement: statement))
        case SQLITE_DONE: return nil
        default: throw fault(sql.text)
        }
    }

    /// The first column of the first row as an integer; 0 where there is no row.
    public func count(_ sql: SQL) throws -> Int {
        try first(sql) { Int($0.integer(0)) } ?? 0
    }

    /// Runs statements without values, as the schema needs.
    public func script(_ text: String) throws {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw fault(text) }
    }

    /// Changes whenever another connection has changed the file: cheap to ask, for answering "unchanged".
    public func dataVersion() throws -> Int {
        try count("PRAGMA data_version")
    }

    /// The engine's plan of a statement, a line each.
    public func plan(of sql: SQL) throws -> [String] {
        var explained = SQL(stringLiteral: "EXPLAIN QUERY PLAN ")
        explained = "\(explained)\(sql)"
        return try all(explained) { $0.text(3) }
    }

    private func prepared(_ sql: SQL) throws -> OpaquePointer {
        statementCount += 1
        let statement: OpaquePointer
        if let known = statements[sql.text] {
            statement = known
        } else {
            statement = try prepare(sql.text)
            if statements.count > 400 { forgetStatements() }
            statements[sql.text] = statement
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
        for statement in statements.values { sqlite3_finalize(statement) }
        statements.removeAll(keepingCapacity: true)
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
            code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
            statement: statement)
    }
}

/// One row of an answer, read by position; valid only while its closure runs.
public struct Row {
    let statement: OpaquePointer

    public func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    public func int(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }

    public func bool(_ column: Int) -> Bool { sqlite3_column_int64(statement, Int32(column)) != 0 }

    /// The text of a column; NULL reads as empty text.
    public func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
        let length = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }

    public func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }

    public func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }
}
