extension Schema {
    /// Points with their maximum, kinds of work that do not count or are no longer given, regimes of the school's own,
    /// and what a teacher writes of a student in words.
    static let regimeTables = """
        -- maximum is in whole points, 0 where there is none. A kind that is off keeps the marks it has.
        ALTER TABLE kind_of_work ADD COLUMN maximum bigint NOT NULL DEFAULT 0;
        ALTER TABLE kind_of_work ADD COLUMN counts bigint NOT NULL DEFAULT 1;
        ALTER TABLE kind_of_work ADD COLUMN is_off bigint NOT NULL DEFAULT 0;

        -- The maximum of the work of a lesson, where it is not that of its kind.
        ALTER TABLE lesson ADD COLUMN maximum bigint NOT NULL DEFAULT 0;

        -- A mark with a maximum is points. scale is empty for a mark on the scale of its page, and names another scale
        -- that the school's regime gives.
        ALTER TABLE entry ADD COLUMN maximum bigint NOT NULL DEFAULT 0;
        ALTER TABLE entry ADD COLUMN scale text NOT NULL DEFAULT '';

        -- A regime of the school's own; the others are the country's.
        ALTER TABLE regime ADD COLUMN is_own bigint NOT NULL DEFAULT 0;

        -- period is that of a final mark. A withdrawn text keeps its row, empty, with its version.
        CREATE TABLE characteristic (
            school_id bigint NOT NULL,
            page_id bigint NOT NULL,
            period text NOT NULL,
            student_id bigint NOT NULL,
            content text NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            version bigint NOT NULL,
            PRIMARY KEY (school_id, page_id, period, student_id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX characteristic_of_student ON characteristic (school_id, student_id);
        """
}
