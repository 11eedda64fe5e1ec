extension Schema {
    /// Lists that people bring in the browser, from the upload to what became of them.
    static let importTables = """
        -- One list brought: what is wished of it and what was found, as JSON. A change of state belongs to one claim:
        -- whoever has lost it changes nothing any more.
        CREATE TABLE list_import (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            kind text NOT NULL,
            state text NOT NULL CHECK (state IN ('uploaded', 'checking', 'ready', 'running', 'done', 'failed')),
            claim bigint NOT NULL DEFAULT 0,
            name text NOT NULL,
            by_person bigint NOT NULL,
            at bigint NOT NULL,
            changed_at bigint NOT NULL,
            language text NOT NULL,
            wish text NOT NULL DEFAULT '',
            report text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, id)
        ) {clustered};

        -- The files of a list while they are needed: what was uploaded, and the rows that go back. They hold personal
        -- data and are removed when the list is in, or after some weeks.
        CREATE TABLE list_import_file (
            school_id bigint NOT NULL,
            import_id bigint NOT NULL,
            number bigint NOT NULL,
            purpose text NOT NULL CHECK (purpose IN ('source', 'rejects')),
            name text NOT NULL,
            content {bytes} NOT NULL,
            PRIMARY KEY (school_id, import_id, number),
            FOREIGN KEY (school_id, import_id) REFERENCES list_import (school_id, id)
        ) {clustered};
        """
}
