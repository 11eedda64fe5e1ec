import TestEngines
import Testing

@testable import Store

/// The rules of the schema, read from the database itself.
@Suite struct SchemaTests {
    @Test(arguments: TestEngine.asked) func `every table of a school begins its key with the school`(
        engine: TestEngine
    ) throws {
        let (_, school) = try Scratch(engine).school()
        let tables = try school.read { try $0.tables() }
        for table in tables where !["schema_version", "sign_in_name"].contains(table.name) {
            #expect(table.key.first == "school_id", "\(table.name)")
        }
        #expect(tables.filter(\.isOfSchool).count > 30)
    }

    @Test func `both engines have the same tables, columns and foreign keys`() throws {
        guard TestEngine.asked.count == 2 else { return }
        let shapes = try TestEngine.asked.map { engine in
            let (_, school) = try Scratch(engine).school()
            return try school.read { connection in
                try connection.tables().filter(\.isOfSchool).sorted { $0.name < $1.name }
            }
        }
        #expect(shapes[0] == shapes[1])
        #expect(shapes[0].contains { !$0.references.isEmpty })
    }

    @Test func `every index of a file begins with the school`() throws {
        let (_, school) = try Scratch().school()
        let indexes = try school.read {
            try $0.all("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> '' ORDER BY name") {
                ($0.text(0), $0.text(1))
            }
        }
        for (name, sql) in indexes { #expect(sql.contains("(school_id"), "\(name)") }
        #expect(indexes.count > 10)
    }

    @Test func `a table is made without its foreign keys, which follow`() {
        let step = SchemaStep(
            """
            -- Marks; and more.
            CREATE TABLE mark (
                school_id bigint NOT NULL,
                value {bytes} NOT NULL CHECK (value IN ('a,b', 'c')),
                FOREIGN KEY (school_id, value) REFERENCES other (school_id, id),
                PRIMARY KEY (school_id)
            ) {clustered};
            CREATE INDEX mark_value ON mark (school_id, value);
            """, words: PostgresSchema.words)
        #expect(step.statements.count == 2)
        #expect(step.statements[0].hasSuffix("CHECK (value IN ('a,b', 'c')),\n    PRIMARY KEY (school_id)\n)"))
        #expect(step.statements[0].contains("value bytea"))
        #expect(
            step.references.map(\.adding) == [
                """
                ALTER TABLE mark ADD CONSTRAINT mark_reference_1 \
                FOREIGN KEY (school_id, value) REFERENCES other (school_id, id)
                """
            ])
        #expect(step.tables == ["mark"])
    }

    @Test func `Citus gets every table of a school in one place, and the foreign keys after them`() {
        let commands = Schema.citus()
        let spread = commands.filter { $0.contains("create_distributed_table") }
        #expect(spread.count > 30)
        #expect(spread.dropFirst().allSatisfy { $0.hasSuffix("colocate_with => 'school_lock')") })
        #expect(!commands.contains { $0.contains("'school_file'") || $0.contains("'sign_in_name'") })
        #expect(
            commands.filter { $0.contains("DROP CONSTRAINT") }.count
                == commands.filter { $0.contains("ADD CONSTRAINT") }.count)
    }
}

@Suite(.enabled(if: TestEngine.asksPostgres)) struct PostgresSchemaTests {
    private func answers(_ sql: SQL) throws -> [String] {
        let scratch = try Scratch(.postgres)
        let owner = try Connection(scratch.place)
        return try owner.all(sql) { $0.text(0) }
    }

    @Test func `there is no sequence, view, trigger of ours, function or generated column`() throws {
        let found = try answers(
            """
            SELECT relname::text FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'i')
            UNION ALL SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION ALL SELECT attname::text FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = 'public'::regnamespace AND (attidentity <> '' OR attgenerated <> '')
            ORDER BY 1
            """)
        #expect(found == [])
    }

    @Test func `columns are whole numbers, text and bytes`() throws {
        let found = try answers(
            """
            SELECT DISTINCT format_type(atttypid, atttypmod) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 ORDER BY 1
            """)
        #expect(Set(found).isSubset(of: ["bigint", "integer", "text", "bytea"]), "\(found)")
    }

    @Test func `every key, unique key and index begins with the school`() throws {
        let found = try answers(
            """
            SELECT index.relname || ' ' || attname FROM pg_index
            JOIN pg_class AS index ON index.oid = indexrelid JOIN pg_class AS entity ON entity.oid = indrelid
            JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
            WHERE entity.relnamespace = 'public'::regnamespace AND attname <> 'school_id' ORDER BY 1
            """)
        // A sign-in name is unique in the installation, also by its looks.
        #expect(found == ["schema_version_pkey part", "sign_in_name_by_looks looks", "sign_in_name_pkey login"])
    }

    @Test func `no column of a key may be empty, and foreign keys carry the school`() throws {
        let nullable = try answers(
            """
            SELECT relname || ' ' || attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attnotnull ORDER BY 1
            """)
        #expect(nullable == [])
        let references = try answers(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY 1")
        #expect(references.count > 30)
        for reference in references { #expect(reference.hasPrefix("FOREIGN KEY (school_id"), "\(reference)") }
    }

    @Test func `every table of a school hides the rows of the others, even from its owner`() throws {
        let found = try answers(
            """
            SELECT relname::text FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                AND NOT (relrowsecurity AND relforcerowsecurity
                    AND EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid))
            ORDER BY 1
            """)
        #expect(found == ["schema_version", "school_file", "sign_in_name"])
    }

    @Test func `a database that sorts by a language is refused`() throws {
        let database = try TestPostgres.shared().emptyDatabase(sortedBy: "ru")
        #expect(throws: StoreError.self) { try PostgresStore(PostgresPlace(url: database.url)) }
    }

    @Test func `two programs that start on an empty database make the schema once`() async throws {
        let database = try TestPostgres.shared().emptyDatabase()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { _ = try PostgresStore(PostgresPlace(url: database.url)) }
            }
            try await group.waitForAll()
        }
        let owner = try Connection(PostgresPlace(url: database.url))
        #expect(
            try owner.count("SELECT count(*) FROM schema_version")
                == Schema.onPostgres.reduce(0) { $0 + $1.steps.count })
    }
}
