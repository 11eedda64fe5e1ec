extension Schema {
    /// Works announced ahead, students freed from a subject, and marks a newcomer brings.
    static let workTables = """
        -- A control or summative work planned for a lesson; it goes where the lesson goes. page_id and planned_on stay
        -- readable when the lesson is gone. by_person is whoever planned it, changed_at the last change.
        CREATE TABLE planned_work (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            page_id bigint NOT NULL,
            lesson_id bigint NOT NULL,
            kind_id bigint NOT NULL,
            title text NOT NULL,
            planned_on text NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            changed_at bigint NOT NULL,
            withdrawn_at bigint NOT NULL DEFAULT 0,
            version bigint NOT NULL DEFAULT 1,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id)
        ) {clustered};
        CREATE INDEX planned_work_of_page ON planned_work (school_id, page_id);
        CREATE INDEX planned_work_of_lesson ON planned_work (school_id, lesson_id);

        -- A student is freed from a subject between two days; basis is the order or the medical paper.
        CREATE TABLE exemption (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            student_id bigint NOT NULL,
            subject_id bigint NOT NULL,
            from_day text NOT NULL,
            to_day text NOT NULL DEFAULT '9999-12-31',
            basis text NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            withdrawn_at bigint NOT NULL DEFAULT 0,
            withdrawn_by bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id),
            FOREIGN KEY (school_id, subject_id) REFERENCES subject (school_id, id),
            CHECK (from_day <= to_day)
        ) {clustered};
        CREATE INDEX exemption_of_student ON exemption (school_id, student_id);
        CREATE INDEX exemption_of_subject ON exemption (school_id, subject_id);

        -- A mark a newcomer brings from the former school: a current one of a day, or with period the final one of a
        -- term. weight in hundredths.
        CREATE TABLE transferred_mark (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            page_id bigint NOT NULL,
            student_id bigint NOT NULL,
            period text NOT NULL DEFAULT '',
            day text NOT NULL DEFAULT '',
            value text NOT NULL,
            scale text NOT NULL,
            kind_id bigint NOT NULL DEFAULT 1,
            weight bigint NOT NULL DEFAULT 100,
            source text NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            withdrawn_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX transferred_mark_of_page ON transferred_mark (school_id, page_id);
        CREATE INDEX transferred_mark_of_student ON transferred_mark (school_id, student_id);

        -- Debts are few among the marks of a school: they are found without reading the others.
        CREATE INDEX entry_of_debt ON entry (school_id, student_id, lesson_id) WHERE substr(value, 1, 1) = '•';
        """
}
