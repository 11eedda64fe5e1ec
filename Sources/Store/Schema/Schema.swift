/// A numbered, append-only list of steps that bring a database to what this program expects.
///
/// The steps are one source for every engine; three words differ and are written in braces:
/// `{clustered}` (a table kept in the order of its key), `{bytes}` (a column of bytes) and `{strict text}` (text that
/// is ordered by code point whatever the locale).
public struct Schema: Sendable {
    public let name: String
    public let steps: [String]

    /// Runs the steps that are missing in a SQLite file; ``PostgresSchema`` does it for PostgreSQL.
    /// - Throws: ``StoreError/newerSchema(found:known:)`` if the database knows steps this program does not.
    func bringUpToDate(_ connection: Connection) throws {
        try connection.script("CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL PRIMARY KEY)")
        let found = try connection.count("SELECT coalesce(max(version), 0) FROM schema_version")
        guard found <= steps.count else { throw StoreError.newerSchema(found: found, known: steps.count) }
        guard found < steps.count else { return }
        try connection.script("BEGIN IMMEDIATE")
        do {
            // Another process may have done the work while this one waited for the lock.
            let now = try connection.count("SELECT coalesce(max(version), 0) FROM schema_version")
            for (number, step) in steps.enumerated() where number >= now {
                try connection.script(Self.sqliteWords(step))
                try connection.run("INSERT INTO schema_version (version) VALUES (\(number + 1))")
            }
            try connection.script("COMMIT")
        } catch {
            try connection.script("ROLLBACK")
            throw error
        }
    }

    /// Tells SQLite's planner what a school looks like: the school's id picks nothing, the next columns of a key pick
    /// well, a lesson best of all. Without it every index seems as good as any other, since all of them begin with
    /// the school.
    func describeToPlanner(_ connection: Connection) throws {
        try connection.script("ANALYZE sqlite_schema")
        let missing = try connection.count(
            """
            SELECT count(*) FROM (\(Self.described)
                EXCEPT SELECT tbl, idx, stat FROM sqlite_stat1)
            """)
        guard missing > 0 else { return }
        try connection.script("BEGIN IMMEDIATE")
        try connection.run("DELETE FROM sqlite_stat1")
        try connection.run("INSERT INTO sqlite_stat1 (tbl, idx, stat) \(Self.described)")
        try connection.script("COMMIT")
        // The planner reads the rows anew when the schema is analysed again.
        try connection.script("ANALYZE sqlite_schema")
    }

    /// For every index: rows in all, rows with the same first column, with the same first two, and so on; fewer in an
    /// index of some rows only.
    private static let described: SQL = """
        SELECT entity, CASE WHEN origin = 'pk' THEN entity ELSE name END,
            CASE width
                WHEN 1 THEN '100000 ' || CASE WHEN is_unique THEN '1' ELSE '100000' END
                WHEN 2 THEN '100000 100000 ' || CASE WHEN is_unique THEN '1' ELSE second END
                WHEN 3 THEN '100000 100000 ' || second || CASE WHEN is_unique THEN ' 1' ELSE ' 5' END
                ELSE '100000 100000 ' || second || CASE second WHEN 500 THEN ' 30' ELSE ' 3' END
                    || CASE WHEN is_unique THEN ' 1' ELSE ' 2' END
            END
        FROM (SELECT entity.name AS entity, listed.name AS name, listed."unique" AS is_unique,
                listed.origin AS origin, (SELECT count(*) FROM pragma_index_info(listed.name)) AS width,
                (SELECT CASE part.name WHEN 'lesson_id' THEN 3 WHEN 'day' THEN 200 WHEN 'year' THEN 500 ELSE 50 END
                        / CASE WHEN NOT listed.partial THEN 1 WHEN part.name = 'lesson_id' THEN 3 ELSE 10 END
                    FROM pragma_index_info(listed.name) AS part WHERE part.seqno = 1) AS second
            FROM sqlite_schema AS entity JOIN pragma_index_list(entity.name) AS listed
            WHERE entity.type = 'table' AND entity.sql LIKE '%school_id%')
        """

    static func sqliteWords(_ step: String) -> String {
        var text = step
        for (word, meaning) in [("{clustered}", "WITHOUT ROWID"), ("{bytes}", "blob"), ("{strict text}", "text")] {
            text.replace(word, with: meaning)
        }
        return text
    }
}

extension Schema {
    /// The installation: which sign-in name belongs to which school. It can be rebuilt from the schools.
    public static let directory = Schema(name: "directory", steps: [directoryTables, directoryLooks])

    /// One school.
    public static let school = Schema(
        name: "school",
        steps: [
            peopleTables, yearTables, teachingTables, journalTables, familyTables, proofTables, assessmentTables,
            rosterTables,
            workTables,
            setupTables,
            accessTables,
            regimeTables,
            importTables,
            controlIndexes,
            datedTables,
            yearMoveTables,
            readingIndexes,
        ])

    private static let directoryTables = """
        CREATE TABLE school_file (
            school_id bigint NOT NULL PRIMARY KEY,
            name text NOT NULL,
            country text NOT NULL,
            created_at bigint NOT NULL
        ) {clustered};
        CREATE TABLE sign_in_name (
            login text NOT NULL PRIMARY KEY,
            school_id bigint NOT NULL,
            person_id bigint NOT NULL
        ) {clustered};
        CREATE INDEX sign_in_name_of_school ON sign_in_name (school_id);
        """

    // looks is the name as ``SignInName/looks(_:)`` has it.
    private static let directoryLooks = """
        ALTER TABLE sign_in_name ADD COLUMN looks text NOT NULL DEFAULT '';
        UPDATE sign_in_name SET looks = replace(replace(replace(login, '0', 'o'), '1', 'l'), 'i', 'l');
        CREATE INDEX sign_in_name_by_looks ON sign_in_name (looks);
        """
}
