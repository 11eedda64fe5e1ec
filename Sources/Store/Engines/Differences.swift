/// What the engines do not say alike, each under its name; all other statements are one text for both.
extension Connection {
    /// Asks for a number that moves when others have changed the data; see ``dataVersion()``.
    var dataVersionQuestion: SQL {
        isPostgres
            ? """
            SELECT edition FROM school_lock
            WHERE school_id = NULLIF(current_setting('sabak.school', true), '')::bigint
            """
            : "PRAGMA data_version"
    }

    /// What is written before a statement to be shown its plan.
    var explaining: SQL { isPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN " }

    /// Whether an answered change has reached the disk, as far as the connection has a say.
    func waitsForDisk() throws -> Bool {
        isPostgres
            ? try first("SELECT current_setting('synchronous_commit')") { $0.text(0) } != "off"
            : try count("PRAGMA synchronous") == 2
    }
    /// Brings everything into the one file of a SQLite database, so that the file can be copied.
    func settle() throws {
        if !isPostgres { try script("PRAGMA journal_mode = DELETE") }
    }
}

/// A table as the database itself describes it.
struct TableShape: Equatable {
    let name: String
    let columns: [String]
    let key: [String]
    /// The tables its foreign keys point to.
    let references: Set<String>

    /// Whether it holds the rows of a school; the directory and the locks stand outside.
    var isOfSchool: Bool {
        key.first == "school_id" && !["school_file", "school_lock"].contains(name)
    }
}

extension Connection {
    /// The tables there are, each after the tables it points to.
    func tables() throws -> [TableShape] {
        let names = try all(isPostgres ? Self.postgresTables : Self.sqliteTables) { $0.text(0) }
        return Self.inOrderOfReferences(try names.map(shape))
    }

    private func shape(of table: String) throws -> TableShape {
        let columns = try all(isPostgres ? Self.postgresColumns(table) : Self.sqliteColumns(table)) { $0.text(0) }
        let key = try all(isPostgres ? Self.postgresKey(table) : Self.sqliteKey(table)) { $0.text(0) }
        let references = try all(isPostgres ? Self.postgresReferences(table) : Self.sqliteReferences(table)) {
            $0.text(0)
        }
        return TableShape(name: table, columns: columns, key: key, references: Set(references))
    }

    private static func inOrderOfReferences(_ tables: [TableShape]) -> [TableShape] {
        var waiting = tables
        var ordered: [TableShape] = []
        var done: Set<String> = []
        while let next = waiting.firstIndex(where: { $0.references.subtracting([$0.name]).isSubset(of: done) }) {
            done.insert(waiting[next].name)
            ordered.append(waiting.remove(at: next))
        }
        return ordered + waiting
    }

    private static let sqliteTables: SQL =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"

    private static func sqliteColumns(_ table: String) -> SQL {
        "SELECT name FROM pragma_table_info(\(table)) ORDER BY cid"
    }

    private static func sqliteKey(_ table: String) -> SQL {
        "SELECT name FROM pragma_table_info(\(table)) WHERE pk > 0 ORDER BY pk"
    }

    private static func sqliteReferences(_ table: String) -> SQL {
        "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(\(table)) ORDER BY 1"
    }

    private static let postgresTables: SQL = """
        SELECT relname::text FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' ORDER BY relname
        """

    private static func postgresColumns(_ table: String) -> SQL {
        """
        SELECT attname::text FROM pg_attribute
        WHERE attrelid = quote_ident(\(table))::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
        """
    }

    private static func postgresKey(_ table: String) -> SQL {
        """
        SELECT attname::text FROM pg_index
        JOIN LATERAL unnest(indkey) WITH ORDINALITY AS part (number, position) ON true
        JOIN pg_attribute ON attrelid = indrelid AND attnum = part.number
        WHERE indrelid = quote_ident(\(table))::regclass AND indisprimary ORDER BY part.position
        """
    }

    private static func postgresReferences(_ table: String) -> SQL {
        """
        SELECT DISTINCT relname::text FROM pg_constraint JOIN pg_class ON pg_class.oid = confrelid
        WHERE conrelid = quote_ident(\(table))::regclass AND contype = 'f' ORDER BY 1
        """
    }
}

extension Connection {
    /// What is wrong with the file behind the data, in the engine's words; nil where nothing is, or where a server
    /// keeps the files.
    public func damage() throws -> String? {
        guard !isPostgres else { return nil }
        do {
            // So many that one bad page does not hide the others.
            let found = try all("PRAGMA integrity_check(1000)") { $0.text(0) }.first ?? "no answer"
            return found == "ok" ? nil : found
        } catch let fault as StoreError where fault.kind == .damaged {
            return fault.description
        }
    }
}
