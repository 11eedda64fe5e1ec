/// Brings a PostgreSQL database to what this program expects: the tables of every school in one place, each school's
/// rows hidden from everybody who has not named that school in his transaction.
struct PostgresSchema {
    /// The role the program works as: it owns nothing, alters nothing, and can only add to the audit chain.
    static let role = "sabak_app"

    static let words = [("{clustered}", ""), ("{bytes}", "bytea"), ("{strict text}", "text COLLATE \"C\"")]

    let pool: PostgresPool

    /// - Throws: ``StoreError/unfit(_:)`` if the database sorts by a language or the role may not do what it must,
    ///   ``StoreError/newerSchema(found:known:)`` if a newer program wrote it.
    func bringUpToDate() throws {
        do {
            try bringUpToDateOnce()
        } catch let error as StoreError where error.isDuplicate {
            // Another process made the very first table, or the role, in the same moment.
            try bringUpToDateOnce()
        }
    }

    private func bringUpToDateOnce() throws {
        try pool.transaction(.owning(school: nil)) { connection in
            try Self.demandPlainOrder(connection)
            if try !Self.isCurrent(connection) { try Self.upgrade(connection) }
            try Self.demandMembership(connection)
        }
    }

    private static func demandPlainOrder(_ connection: Connection) throws {
        let found = try connection.first(
            """
            SELECT CASE datlocprovider WHEN 'i' THEN 'a language' ELSE datcollate::text END,
                pg_encoding_to_char(encoding)::text
            FROM pg_database WHERE datname = current_database()
            """
        ) { (order: $0.text(0), encoding: $0.text(1)) }
        let isPlain = ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(found?.order) && found?.encoding == "UTF8"
        guard isPlain else {
            throw StoreError.unfit(
                """
                the database sorts by \(found?.order ?? "?") and keeps text in \(found?.encoding ?? "?"). \
                Make it with: createdb --template=template0 --locale=C --encoding=UTF8
                """)
        }
    }

    private static func demandMembership(_ connection: Connection) throws {
        guard try connection.count("SELECT pg_has_role(session_user, \(role), 'MEMBER')::int") == 1 else {
            throw StoreError.unfit("the role that signs in is not a member of \(role). Run: GRANT \(role) TO …")
        }
    }

    private static func isCurrent(_ connection: Connection) throws -> Bool {
        let exists = try connection.count("SELECT count(*) FROM pg_class WHERE oid = to_regclass('schema_version')")
        guard exists == 1 else { return false }
        return try Schema.onPostgres.allSatisfy { schema in
            let found = try version(of: schema, connection)
            guard found <= schema.steps.count else {
                throw StoreError.newerSchema(found: found, known: schema.steps.count)
            }
            return found == schema.steps.count
        }
    }

    private static func version(of schema: Schema, _ connection: Connection) throws -> Int {
        try connection.count("SELECT coalesce(max(version), 0) FROM schema_version WHERE part = \(schema.name)")
    }

    private static func upgrade(_ connection: Connection) throws {
        try connection.script(
            """
            CREATE TABLE IF NOT EXISTS schema_version (
                part text NOT NULL, version bigint NOT NULL, PRIMARY KEY (part, version));
            LOCK TABLE schema_version IN ACCESS EXCLUSIVE MODE
            """)
        try makeRole(connection)
        let before = try connection.tables().filter(\.isSecured)
        for table in before { try connection.script("ALTER TABLE \(table.name) NO FORCE ROW LEVEL SECURITY") }
        var references: [SchemaStep.Reference] = []
        for schema in Schema.onPostgres {
            // Another process may have done the work while this one waited for the lock.
            let found = try version(of: schema, connection)
            for (number, text) in schema.steps.enumerated() where number >= found {
                let step = SchemaStep(text, words: words)
                for statement in step.statements { try connection.script(statement) }
                references += step.references
                try connection.run("INSERT INTO schema_version (part, version) VALUES (\(schema.name), \(number + 1))")
            }
        }
        for reference in references { try connection.script(reference.adding) }
        try secure(connection)
    }

    private static func makeRole(_ connection: Connection) throws {
        if try connection.count("SELECT count(*) FROM pg_roles WHERE rolname = \(role)") == 0 {
            try connection.script("CREATE ROLE \(role) NOLOGIN")
        }
        if try connection.count("SELECT pg_has_role(session_user, \(role), 'MEMBER')::int") == 0 {
            try connection.script("GRANT \(role) TO SESSION_USER")
        }
    }

    private static func secure(_ connection: Connection) throws {
        try connection.script("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        for table in try connection.tables() {
            try connection.script("GRANT \(rights(on: table.name)) ON \(table.name) TO \(role)")
            guard table.isSecured else { continue }
            try connection.script(
                """
                ALTER TABLE \(table.name) ENABLE ROW LEVEL SECURITY;
                ALTER TABLE \(table.name) FORCE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS own_school ON \(table.name);
                CREATE POLICY own_school ON \(table.name)
                    USING (school_id = NULLIF(current_setting('sabak.school', true), '')::bigint)
                    WITH CHECK (school_id = NULLIF(current_setting('sabak.school', true), '')::bigint)
                """)
        }
    }

    /// History is only added to; the kept text of a change may be erased, the chain goes on without it.
    static func rights(on table: String) -> String {
        switch table {
        case "schema_version": "SELECT"
        case "audit": "SELECT, INSERT"
        case "audit_text": "SELECT, INSERT, DELETE"
        case "audit_head", "school_lock": "SELECT, INSERT, UPDATE"
        case "lesson_change", "access_log": "SELECT, INSERT, DELETE"
        default: "SELECT, INSERT, UPDATE, DELETE"
        }
    }
}

extension TableShape {
    /// Whether each school sees its own rows only.
    var isSecured: Bool { key.first == "school_id" && name != "school_file" }
}

extension Schema {
    /// What a PostgreSQL database holds, in this order.
    static let onPostgres = [directory, locks, school]

    /// A row a school that a writer locks, as a file is locked on SQLite; its edition rises with every change of the
    /// school, so that "has anything changed" is one row to read, and that of its facts with those that may change one.
    static let locks = Schema(
        name: "lock",
        steps: [
            """
            CREATE TABLE school_lock (
                school_id bigint NOT NULL PRIMARY KEY,
                edition bigint NOT NULL DEFAULT 0
            ) {clustered};
            """,
            "ALTER TABLE school_lock ADD COLUMN facts bigint NOT NULL DEFAULT 0;",
        ])

    /// The commands that spread the tables over the nodes of a Citus cluster by school, to be run once by their owner
    /// on the coordinator, after the program has made them and before there are many rows.
    ///
    /// The directory stays on the coordinator. Foreign keys are taken off and put on again, because a table cannot be
    /// spread while one that is not points to it.
    public static func citus() -> [String] {
        let steps = [locks, school].flatMap(\.steps).map { SchemaStep($0, words: PostgresSchema.words) }
        let references = steps.flatMap(\.references)
        let tables = steps.flatMap(\.tables)
        return ["CREATE EXTENSION IF NOT EXISTS citus"] + references.map(\.dropping)
            + tables.map { table in
                let place = table == tables[0] ? "none" : tables[0]
                return "SELECT create_distributed_table('\(table)', 'school_id', colocate_with => '\(place)')"
            } + references.map(\.adding)
    }
}
