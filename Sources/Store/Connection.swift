/// One connection to a database, with its prepared statements; what the rooms ask their questions through.
///
/// The engines differ in nothing a caller sees: the same statement text, the same values, the same rows.
///
/// A statement must not be run again inside its own ``each(_:_:)``: on SQLite both would share one cursor.
///
/// `@unchecked Sendable`: a handle is used by one thread at a time. The pools lend a connection to one caller until it
/// is given back, and SQLite's writer lives on the writer's own queue.
public final class Connection: @unchecked Sendable {
    private enum Handle {
        case sqlite(SQLiteHandle)
        case postgres(PostgresHandle)
    }

    private let handle: Handle
    /// How many statements this connection has run; tests hold the number of queries of a page against it.
    public private(set) var statementCount = 0
    /// The facts that may be used in the view that is open.
    var factsOfView: FactsOfView?

    /// Opens a SQLite file.
    /// - Parameter readOnly: readers cannot write, whatever the statement says.
    public init(path: String, readOnly: Bool) throws {
        handle = .sqlite(try SQLiteHandle(path: path, readOnly: readOnly))
    }

    /// Opens a SQLite file that another connection of this program has open already.
    convenience init(furtherTo path: String) throws { self.init(sqlite: try SQLiteHandle(furtherTo: path)) }

    private init(sqlite: SQLiteHandle) { handle = .sqlite(sqlite) }

    /// Opens a connection to a PostgreSQL database.
    /// - Throws: a fault of the kind ``Fault/Kind/lost`` if the server does not answer.
    public convenience init(_ place: PostgresPlace) throws { try self.init(place, until: nil) }

    init(_ place: PostgresPlace, until end: ContinuousClock.Instant?, lastCall: LastCall = LastCall()) throws {
        handle = .postgres(try PostgresHandle(place, until: end, lastCall: lastCall))
    }

    public func close() {
        switch handle {
        case .sqlite(let sqlite): sqlite.close()
        case .postgres(let postgres): postgres.close()
        }
    }

    /// Runs a statement that answers no rows; returns how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        statementCount += 1
        return switch handle {
        case .sqlite(let sqlite): try sqlite.run(sql)
        case .postgres(let postgres): try postgres.run(sql)
        }
    }

    /// Calls `body` for each row, in order.
    public func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        statementCount += 1
        switch handle {
        case .sqlite(let sqlite): try sqlite.each(sql, body)
        case .postgres(let postgres): try postgres.each(sql, body)
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
        statementCount += 1
        return switch handle {
        case .sqlite(let sqlite): try sqlite.first(sql, make)
        case .postgres(let postgres): try postgres.first(sql, make)
        }
    }

    /// The first column of the first row as an integer; 0 where there is no row.
    public func count(_ sql: SQL) throws -> Int {
        try first(sql) { Int($0.integer(0)) } ?? 0
    }

    /// Runs statements without values, as the schema needs.
    public func script(_ text: String) throws {
        switch handle {
        case .sqlite(let sqlite): try sqlite.script(text)
        case .postgres(let postgres): try postgres.script(text)
        }
    }

    /// Changes whenever somebody else has changed the data: cheap to ask, for answering "unchanged".
    ///
    /// On SQLite every change to the file counts that was not made through this connection, and only two answers of one
    /// connection compare; on PostgreSQL every committed change of the school whose transaction this is.
    public func dataVersion() throws -> Int {
        if case .postgres(let postgres) = handle, let edition = postgres.edition { return Int(edition) }
        return try count(dataVersionQuestion)
    }

    /// ``dataVersion()`` where two answers about the school compare: nil for a further connection to a file, which
    /// comes and goes.
    public func foreignVersion() throws -> Int? {
        if case .sqlite(let sqlite) = handle, sqlite.isFurther { return nil }
        return try dataVersion()
    }

    /// Which edition of the school's facts the view shows; nil where none are kept.
    func factsEdition() throws -> Facts.Edition? {
        guard let view = factsOfView else { return nil }
        if let known = view.edition { return known }
        let edition =
            switch handle {
            case .sqlite: try foreignVersion().map { Facts.Edition(own: view.sweep, foreign: $0) }
            case .postgres(let postgres): postgres.factsEdition.map { Facts.Edition(own: Int($0)) }
            }
        factsOfView?.edition = .some(edition)
        return edition
    }

    /// Asks questions that are not counted.
    func uncounted<T>(_ questions: () throws -> T) rethrows -> T {
        let count = statementCount
        defer { statementCount = count }
        return try questions()
    }

    /// Does something during which a SQLite file cannot be written through this connection, whatever the statement
    /// says; a server is told with each transaction.
    func onlyReading<T>(_ work: () throws -> T) rethrows -> T {
        guard case .sqlite(let sqlite) = handle else { return try work() }
        sqlite.isOnlyReading = true
        defer { sqlite.isOnlyReading = false }
        return try work()
    }

    /// The engine's plan of a statement, a line each.
    public func plan(of sql: SQL) throws -> [String] {
        let column = isPostgres ? 0 : 3
        return try all("\(explaining)\(sql)") { $0.text(column) }
    }

    /// Whether a transaction is open.
    var isInTransaction: Bool {
        switch handle {
        case .sqlite(let sqlite): sqlite.isInTransaction
        case .postgres(let postgres): !postgres.isIdle
        }
    }

    /// The SQLite file, as SQLite knows it; empty on PostgreSQL.
    var file: String {
        if case .sqlite(let sqlite) = handle { sqlite.file } else { "" }
    }

    /// How long a statement waits for a lock that another program holds in the file; a server is told with each
    /// transaction.
    func waitForLocks(atMost time: Duration) {
        if case .sqlite(let sqlite) = handle { sqlite.waitForLocks(atMost: time) }
    }

    /// Whether the pages of a SQLite file have seals; nil on PostgreSQL.
    var isSealed: Bool? {
        if case .sqlite(let sqlite) = handle { sqlite.isSealed } else { nil }
    }

    /// The engine behind, where a named function of `Engines` has to know.
    var isPostgres: Bool { postgres != nil }

    var postgres: PostgresHandle? {
        if case .postgres(let postgres) = handle { postgres } else { nil }
    }
}
