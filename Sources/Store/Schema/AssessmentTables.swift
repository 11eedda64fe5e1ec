extension Schema {
    /// How grades are assessed, final marks, the signatures that close periods, and what is changed after them.
    static let assessmentTables = """
        -- settings is JSON; subjects are codes with spaces between, none for all that no other regime names.
        CREATE TABLE regime (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            year bigint NOT NULL,
            grade_from bigint NOT NULL,
            grade_to bigint NOT NULL,
            subjects text NOT NULL DEFAULT '',
            valid_from text NOT NULL,
            way text NOT NULL CHECK (way IN ('marks', 'criteria', 'passFail', 'words')),
            scale text NOT NULL,
            final_scale text NOT NULL,
            settings text NOT NULL,
            PRIMARY KEY (school_id, id)
        ) {clustered};
        CREATE INDEX regime_of_year ON regime (school_id, year);

        -- period is the number of a term, or year, exam, final. value is a mark of the scale or the name of a code;
        -- a withdrawn one keeps its row, empty, with its version. expected is what the rule gave when it was decided.
        CREATE TABLE final_mark (
            school_id bigint NOT NULL,
            page_id bigint NOT NULL,
            period text NOT NULL,
            student_id bigint NOT NULL,
            value text NOT NULL,
            scale text NOT NULL,
            proposed text NOT NULL DEFAULT '',
            expected text NOT NULL DEFAULT '',
            reason text NOT NULL DEFAULT '',
            previous text NOT NULL DEFAULT '',
            changed_at bigint NOT NULL,
            entered_at bigint NOT NULL,
            entered_by bigint NOT NULL,
            version bigint NOT NULL,
            PRIMARY KEY (school_id, page_id, period, student_id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX final_mark_of_student ON final_mark (school_id, student_id);

        -- Every signature and every reopening; term_id is 0 beyond terms. A closed term says so itself as well.
        CREATE TABLE closing (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            year bigint NOT NULL,
            period text NOT NULL CHECK (period IN ('term', 'year', 'final')),
            term_id bigint NOT NULL DEFAULT 0,
            deed text NOT NULL CHECK (deed IN ('closed', 'reopened')),
            reason text NOT NULL DEFAULT '',
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, id)
        ) {clustered};
        CREATE INDEX closing_of_year ON closing (school_id, year);

        -- A teacher's wish to change something on a page after its period was closed.
        CREATE TABLE unlock (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            page_id bigint NOT NULL,
            teacher_id bigint NOT NULL,
            is_final bigint NOT NULL DEFAULT 0,
            reason text NOT NULL,
            at bigint NOT NULL,
            refused_at bigint NOT NULL DEFAULT 0,
            refused_by bigint NOT NULL DEFAULT 0,
            refusal text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id),
            FOREIGN KEY (school_id, teacher_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX unlock_of_page ON unlock (school_id, page_id);

        CREATE TABLE unlock_approval (
            school_id bigint NOT NULL,
            unlock_id bigint NOT NULL,
            person_id bigint NOT NULL,
            role text NOT NULL,
            minutes bigint NOT NULL,
            at bigint NOT NULL,
            PRIMARY KEY (school_id, unlock_id, person_id),
            FOREIGN KEY (school_id, unlock_id) REFERENCES unlock (school_id, id)
        ) {clustered};

        -- What was changed under an unlock: shown to everybody whom it concerns. day is the lesson's, or empty.
        CREATE TABLE correction (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            unlock_id bigint NOT NULL,
            page_id bigint NOT NULL,
            student_id bigint NOT NULL,
            period text NOT NULL DEFAULT '',
            day text NOT NULL DEFAULT '',
            before text NOT NULL,
            after text NOT NULL,
            reason text NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX correction_of_page ON correction (school_id, page_id);
        CREATE INDEX correction_of_student ON correction (school_id, student_id);

        CREATE INDEX audit_of_actor ON audit (school_id, actor, at);
        """
}
