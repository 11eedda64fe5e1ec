import CPQ
import Foundation

/// A connection to a PostgreSQL server, with the statements prepared on it.
///
/// Values and answers are in PostgreSQL's binary form. The kinds of the values are told when a statement is prepared:
/// the server would otherwise guess them from the text, and refuse `$1 IS NULL`.
final class PostgresHandle {
    private struct Prepared {
        let name: String
        let kinds: [Oid]
    }

    private(set) var connection: OpaquePointer?
    private var prepared: [String: Prepared] = [:]
    private var made = 0
    private let preparesStatements: Bool
    private let warning = Warning()
    let lastCall: LastCall
    /// How long the answer to a statement is waited for.
    var patience: Duration
    /// And how long all the answers of the transaction under way.
    var deadline: PostgresDeadline?
    /// Whether an answer did not come in time; nothing more is asked then.
    var isSilent = false
    /// When the question was asked that got no answer.
    var silentSince: ContinuousClock.Instant?
    /// The edition of the school that the change under way makes, or that the view shows.
    private(set) var edition: Int64?
    /// The edition of the school's facts in the transaction under way.
    private(set) var factsEdition: Int64?
    /// What is said in the same message that commits the change under way.
    var lastWords: String?

    /// Whether the server warned of something since this was last set to nothing.
    private final class Warning {
        var text: String?
    }

    /// - Parameter end: until when the server may take to let this program in; each of its hosts has no longer than
    ///   ``PostgresPlace/connectSeconds``, and two seconds at least.
    init(_ place: PostgresPlace, until end: ContinuousClock.Instant? = nil, lastCall: LastCall = LastCall()) throws {
        preparesStatements = place.preparesStatements
        patience = place.patience
        self.lastCall = lastCall
        let called = ContinuousClock.now
        let seconds = max(2, place.connectSeconds)
        let parameters = place.parameters(connectSeconds: seconds)
        if let end {
            let call = PostgresCall {
                Self.connect(parameters)
            } close: {
                PQfinish($0)
            }
            connection = call.answer(until: end, lastCall)
        } else {
            connection = Self.connect(parameters)
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            let message = connection == nil ? "the server did not answer in time" : Self.words(of: connection)
            // libpq counts in whole seconds of the clock; a server that refuses does so at once.
            let isSilence = connection == nil || called.duration(to: .now) >= .seconds(seconds - 1)
            close()
            throw StoreError.engine(
                Fault(.lost, code: isSilence ? Fault.silent : "08001"), message: message, statement: "connect")
        }
        PQsetnonblocking(connection, 1)
        PQsetNoticeReceiver(
            connection,
            { warning, result in
                guard let warning, PostgresHandle.field("V", of: result) == "WARNING" else { return }
                let words = PostgresHandle.field("M", of: result)
                Unmanaged<Warning>.fromOpaque(warning).takeUnretainedValue().text = words
            }, Unmanaged.passUnretained(warning).toOpaque())
    }

    deinit { close() }

    func close() {
        PQfinish(connection)
        connection = nil
        prepared = [:]
    }

    /// Whether the connection stands, with no transaction open on it.
    var isIdle: Bool {
        !isSilent && PQstatus(connection) == CONNECTION_OK && PQtransactionStatus(connection) == PQTRANS_IDLE
    }

    /// Says which editions of a school and of its facts are shown from now on; a transaction begins.
    func show(_ editions: [Int64]) {
        edition = editions.first
        factsEdition = editions.dropFirst().first
        lastWords = nil
    }

    func run(_ sql: SQL) throws -> Int {
        let answer = try ask(sql)
        defer { PQclear(answer) }
        return Int(String(cString: PQcmdTuples(answer))) ?? 0
    }

    func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let answer = try ask(sql)
        defer { PQclear(answer) }
        for row in 0..<PQntuples(answer) { try body(Row(PostgresCursor(answer: answer, row: row))) }
    }

    func first<T>(_ sql: SQL, _ make: (Row) throws -> T) throws -> T? {
        let answer = try ask(sql)
        defer { PQclear(answer) }
        return PQntuples(answer) > 0 ? try make(Row(PostgresCursor(answer: answer, row: 0))) : nil
    }

    /// Runs statements without values.
    func script(_ text: String, within limit: Duration? = nil) throws { PQclear(try plain(text, limit)) }

    /// Runs statements without values and answers the number the last one gives, if it gives one.
    func answer(_ text: String, within limit: Duration? = nil) throws -> Int64? { try answers(text, limit).first }

    /// Runs statements without values and answers the numbers of the row the last one gives, none if it gives no row.
    func answers(_ text: String, _ limit: Duration? = nil) throws -> [Int64] { Self.numbers(try plain(text, limit)) }

    private func plain(_ text: String, _ limit: Duration?) throws -> OpaquePointer {
        try checked(exchange(text, within: limit) { PQsendQuery($0, text) }, text)
    }

    private static func numbers(_ answer: OpaquePointer) -> [Int64] {
        defer { PQclear(answer) }
        guard PQntuples(answer) > 0 else { return [] }
        return (0..<PQnfields(answer)).compactMap { column in
            PQgetisnull(answer, 0, column) == 0 ? Int64(String(cString: PQgetvalue(answer, 0, column))) : nil
        }
    }

    /// Commits, and is sure of it.
    /// - Throws: ``StoreError/outcomeUnknown(_:)`` if the connection was lost meanwhile, or if the server warns: it
    ///   does when it gave up waiting for the standby that was to have the change too.
    func commit() throws {
        warning.text = nil
        let result: OpaquePointer?
        do {
            let message = lastWords.map { $0 + "; COMMIT" } ?? "COMMIT"
            result = try exchange(message) { PQsendQuery($0, message) }
        } catch {
            throw StoreError.outcomeUnknown("\(error)")
        }
        defer { PQclear(result) }
        guard PQstatus(connection) == CONNECTION_OK else {
            throw StoreError.outcomeUnknown(Self.words(of: connection))
        }
        if PQresultStatus(result) != PGRES_COMMAND_OK { throw fault(result, "COMMIT") }
        if let text = warning.text { throw StoreError.outcomeUnknown(text) }
        // A transaction in which a statement failed ends like this, whatever was asked for.
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw StoreError.engine(
                Fault(.other, code: "25P02"), message: "a statement had failed before", statement: "COMMIT")
        }
    }

    /// Ends the transaction that is open, if one is, without its changes.
    func rollback() {
        // While an answer is still due, asking for more would mean waiting for it.
        guard !isSilent, PQstatus(connection) == CONNECTION_OK,
            [PQTRANS_INTRANS, PQTRANS_INERROR].contains(PQtransactionStatus(connection))
        else { return }
        // One that fails leaves nothing behind: the connection is not idle and is thrown away.
        _ = try? script("ROLLBACK", within: .seconds(2))
    }

    private func ask(_ sql: SQL) throws -> OpaquePointer {
        let values = PostgresValues(sql.values)
        guard preparesStatements else {
            let result = try values.withPointers { kinds, starts, lengths, formats in
                try exchange(sql.text) {
                    PQsendQueryParams($0, sql.text, Int32(sql.values.count), kinds, starts, lengths, formats, 1)
                }
            }
            return try readable(checked(result, sql.text), sql.text)
        }
        let name = try name(of: sql.text, kinds: values.kinds)
        let result = try values.withPointers { _, starts, lengths, formats in
            try exchange(sql.text) {
                PQsendQueryPrepared($0, name, Int32(sql.values.count), starts, lengths, formats, 1)
            }
        }
        return try readable(checked(result, sql.text), sql.text)
    }

    private func name(of text: String, kinds: [Oid]) throws -> String {
        if let known = prepared[text], known.kinds == kinds { return known.name }
        if prepared.count >= 400 { try forgetStatements() }
        made += 1
        let name = "s\(made)"
        PQclear(try checked(exchange(text) { PQsendPrepare($0, name, text, Int32(kinds.count), kinds) }, text))
        prepared[text] = Prepared(name: name, kinds: kinds)
        return name
    }

    private func forgetStatements() throws {
        prepared.removeAll(keepingCapacity: true)
        try script("DEALLOCATE ALL")
    }

    private func checked(_ result: OpaquePointer?, _ statement: String) throws -> OpaquePointer {
        let status = PQresultStatus(result)
        if let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return result }
        defer { PQclear(result) }
        throw fault(result, statement)
    }

    /// Refuses an answer with a column this program has no kind for.
    private func readable(_ answer: OpaquePointer, _ statement: String) throws -> OpaquePointer {
        for column in 0..<PQnfields(answer) where !PostgresCursor.reads(PQftype(answer, column)) {
            let name = String(cString: PQfname(answer, column))
            let kind = PQftype(answer, column)
            PQclear(answer)
            throw StoreError.unfit("column \(name) has the type \(kind), which nobody reads, in: \(statement)")
        }
        return answer
    }

    func fault(_ result: OpaquePointer?, _ statement: String) -> StoreError {
        let state = Self.field("C", of: result)
        // Plans that a change of the schema or a pooler took away are made anew when the transaction is done again.
        if ["0A000", "26000"].contains(state) { prepared = [:] }
        let isLost = isSilent || PQstatus(connection) != CONNECTION_OK
        let message = result == nil ? Self.words(of: connection) : Self.field("M", of: result)
        return .engine(
            isLost ? Fault(.lost, code: state.isEmpty ? "08006" : state) : Fault(state: state),
            message: message.isEmpty ? Self.words(of: connection) : message, statement: statement)
    }

    private static func connect(_ parameters: [(name: String, value: String)]) -> OpaquePointer? {
        let names = parameters.map { strdup($0.name) }
        let values = parameters.map { strdup($0.value) }
        defer { for text in names + values { free(text) } }
        return PQconnectdbParams(
            names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }

    private static func words(of connection: OpaquePointer?) -> String {
        String(cString: PQerrorMessage(connection)).split(separator: "\n").joined(separator: " ")
    }

    fileprivate static func field(_ letter: Unicode.Scalar, of result: OpaquePointer?) -> String {
        guard let text = PQresultErrorField(result, Int32(letter.value)) else { return "" }
        return String(cString: text)
    }
}

extension Fault {
    /// From PostgreSQL's SQLSTATE.
    init(state: String) {
        self.init(Self.kinds[state] ?? Self.kind(ofClass: state.prefix(2)), code: state)
    }

    private static let kinds: [String: Kind] = [
        "23505": .duplicate, "23503": .reference, "23514": .check, "23502": .missingValue, "40001": .conflict,
        "40P01": .conflict, "26000": .conflict, "0A000": .conflict, "55P03": .timedOut, "57014": .timedOut,
        "25006": .readOnly, "42501": .notPermitted, "53100": .full,
    ]

    private static func kind(ofClass letters: Substring) -> Kind {
        switch letters {
        case "08", "53", "57": .lost
        case "23": .check
        case "XX": .damaged
        default: .other
        }
    }
}
