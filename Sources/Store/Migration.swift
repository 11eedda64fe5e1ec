/// Moves a school between engines: every table, row by row, with its directory entry and its anchors.
public enum Migration {
    /// What was moved and how it was found afterwards.
    public struct Outcome: Sendable, Equatable {
        public let tables: [CopiedTable]
        /// The walk along the chain in its new place.
        public let chain: AuditVerification

        public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
    }

    /// A table of one school: how many rows, and a digest over all their values in the order of the key.
    public struct CopiedTable: Sendable, Equatable {
        public let name: String
        public let rows: Int
        public let digest: [UInt8]
    }

    /// Copies a school into another store, in one transaction there, and holds the copy against the original: rows and
    /// digest of each table, and the audit chain up to its anchors. The original stays as it is; who moves a school
    /// sees to it that nobody writes there meanwhile.
    /// - Throws: ``StoreError/locked(_:)`` if the school is in the target already or was changed meanwhile,
    ///   ``StoreError/tampered(_:)`` if the copy differs or the chain is broken. The target is then as it was.
    public static func copy(school id: Int64, from source: Store, to target: Store, at instant: Int64) throws -> Outcome
    {
        guard let entry = try source.engine.read({ try SchoolEntry.read(id, in: $0) }) else {
            throw StoreError.missing("school \(id)")
        }
        guard try target.engine.read({ try SchoolEntry.read(id, in: $0) }) == nil else {
            throw StoreError.locked("school \(id) of \(target.path)")
        }
        let anchors = try source.anchors(of: id).heads() + target.anchors(of: id).heads()
        let original = try source.school(id)
        var outcome = Outcome(tables: [], chain: AuditVerification())
        try original.read { from in
            _ = try target.add(entry) { to in
                outcome = try fill(to, school: id, from: from, anchors: anchors)
                try demandUnchanged(original, since: outcome.chain.head)
            }
        }
        try target.anchors(of: id).take(source.anchors(of: id))
        try target.anchors(of: id).keep(outcome.chain.head, at: instant)
        return outcome
    }

    /// Copies the rows of a school and holds the copy against the original and the chain against its anchors.
    /// - Throws: ``StoreError/tampered(_:)`` if the copy differs or the chain is broken.
    static func fill(
        _ target: Connection, school: Int64, from source: Connection, anchors: [AuditHead]
    ) throws -> Outcome {
        let outcome = Outcome(
            tables: try copyRows(of: school, from: source, to: target),
            chain: try AuditVerification.of(target, school: school, anchors: anchors))
        try demandSame(outcome, in: target, school: school)
        return outcome
    }

    /// Copies the rows of a school, table after table, each after those it points to.
    static func copyRows(of school: Int64, from source: Connection, to target: Connection) throws -> [CopiedTable] {
        let tables = try source.tables().filter(\.isOfSchool)
        let others = try target.tables().filter(\.isOfSchool)
        guard shapes(of: tables) == shapes(of: others) else {
            throw StoreError.unfit("the two databases do not have the same tables")
        }
        return try tables.map { table in
            try walk(table, of: school, in: source) { try put($0, into: table, target) }
        }
    }

    /// Takes the rows of a school over, but for some tables; nothing is held against the original.
    static func take(
        of school: Int64, from source: Connection, to target: Connection, without tables: Set<String>
    ) throws {
        for table in try target.tables() where table.isOfSchool && !tables.contains(table.name) {
            try read(table, of: school, in: source) { try put($0, into: table, target) }
        }
    }

    private static func put(_ rows: [[SQLValue]], into table: TableShape, _ target: Connection) throws {
        for start in stride(from: 0, to: rows.count, by: rowsOfStatement) {
            try target.run(table.insertion(of: rows[start..<min(start + rowsOfStatement, rows.count)]))
        }
    }

    private static let rowsOfStatement = 50
    private static let rowsOfPiece = 1000

    private static func shapes(of tables: [TableShape]) -> [String: [String]] {
        Dictionary(tables.map { ($0.name, $0.columns.sorted()) }, uniquingKeysWith: { one, _ in one })
    }

    /// Counts a table and takes its digest, handing its rows on.
    private static func walk(
        _ table: TableShape, of school: Int64, in connection: Connection, _ take: ([[SQLValue]]) throws -> Void
    ) throws -> CopiedTable {
        var count = 0
        var digest = [UInt8](repeating: 0, count: 32)
        try read(table, of: school, in: connection) { rows in
            try take(rows)
            for row in rows { digest = Digest.sha256(digest + table.sortedBytes(of: row)) }
            count += rows.count
        }
        return CopiedTable(name: table.name, rows: count, digest: digest)
    }

    /// Reads a table in pieces, in the order of its key.
    private static func read(
        _ table: TableShape, of school: Int64, in connection: Connection, _ take: ([[SQLValue]]) throws -> Void
    ) throws {
        var last: [SQLValue]?
        while true {
            let rows = try connection.all(table.question(of: school, after: last, most: rowsOfPiece)) { row in
                table.columns.indices.map { row.value($0) }
            }
            try take(rows)
            guard rows.count == rowsOfPiece, let end = rows.last else { return }
            last = table.keyPart(of: end)
        }
    }

    private static func demandSame(_ outcome: Outcome, in target: Connection, school: Int64) throws {
        if let bad = outcome.chain.firstBad { throw StoreError.tampered("audit row \(bad.seq): \(bad.why)") }
        let shapes = try target.tables().filter(\.isOfSchool)
        for copied in outcome.tables {
            let found = try shapes.first { $0.name == copied.name }.map {
                try walk($0, of: school, in: target) { _ in }
            }
            guard found == copied else { throw StoreError.tampered("table \(copied.name)") }
        }
    }

    private static func demandUnchanged(_ original: SchoolStore, since head: AuditHead) throws {
        let now = try original.read { try AuditHead.read($0, school: original.id) }
        guard now == head else { throw StoreError.locked("school \(original.id): it was changed while it was copied") }
    }
}

extension TableShape {
    private var restOfKey: [String] { Array(key.dropFirst()) }

    /// The next rows, from the first or after one.
    fileprivate func question(of school: Int64, after last: [SQLValue]?, most: Int) -> SQL {
        var text = "SELECT \(Self.list(columns)) FROM \"\(name)\" WHERE school_id = $1"
        var values: [SQLValue] = [.integer(school)]
        if let last, !last.isEmpty {
            let marks = last.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
            text += " AND (\(Self.list(restOfKey))) > (\(marks))"
            values += last
        }
        return SQL(text: text + " ORDER BY \(Self.list(key)) LIMIT \(most)", values: values)
    }

    fileprivate func keyPart(of row: [SQLValue]) -> [SQLValue] {
        restOfKey.compactMap { part in columns.firstIndex(of: part).map { row[$0] } }
    }

    fileprivate func insertion(of rows: ArraySlice<[SQLValue]>) -> SQL {
        var number = 0
        let places = rows.map { row in
            let marks = row.map { _ -> String in
                number += 1
                return "$\(number)"
            }
            return "(" + marks.joined(separator: ", ") + ")"
        }
        return SQL(
            text: "INSERT INTO \"\(name)\" (\(Self.list(columns))) VALUES \(places.joined(separator: ", "))",
            values: rows.flatMap { $0 })
    }

    /// The values of a row, each with its kind and length, by the names of their columns: the order of the columns may
    /// differ where steps of the schema came later.
    fileprivate func sortedBytes(of row: [SQLValue]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (_, value) in zip(columns, row).sorted(by: { $0.0 < $1.0 }) {
            let (kind, content): (UInt8, [UInt8]) =
                switch value {
                case .null: (0, [])
                case .integer(let number): (1, withUnsafeBytes(of: number.bigEndian) { Array($0) })
                case .text(let text): (2, Array(text.utf8))
                case .bytes(let content): (3, content)
                }
            bytes.append(kind)
            withUnsafeBytes(of: UInt32(content.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes += content
        }
        return bytes
    }

    private static func list(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
}
