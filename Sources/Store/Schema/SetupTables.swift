extension Schema {
    /// How a school is set up: who answers for what, the next year while it is prepared, trainings.
    static let setupTables = """
        -- Which of several holders of a role answers for a line of the set-up list.
        CREATE TABLE setup_duty (
            school_id bigint NOT NULL,
            line text NOT NULL,
            person_id bigint NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, line),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};

        -- A new school year as prepared by the administrator; year is the new one. It holds once it is confirmed.
        CREATE TABLE year_roll (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            year bigint NOT NULL,
            leaving_day text NOT NULL,
            prepared_at bigint NOT NULL,
            prepared_by bigint NOT NULL,
            withdrawn_at bigint NOT NULL DEFAULT 0,
            withdrawn_by bigint NOT NULL DEFAULT 0,
            confirmed_at bigint NOT NULL DEFAULT 0,
            confirmed_by bigint NOT NULL DEFAULT 0,
            version bigint NOT NULL DEFAULT 1,
            PRIMARY KEY (school_id, id)
        ) {clustered};
        CREATE INDEX year_roll_of_year ON year_roll (school_id, year);

        -- up: the class goes on in the next grade under this letter; leave: its students leave the school;
        -- stop: the class ends, its students are enrolled elsewhere by the clerk.
        CREATE TABLE year_roll_class (
            school_id bigint NOT NULL,
            roll_id bigint NOT NULL,
            class_id bigint NOT NULL,
            deed text NOT NULL CHECK (deed IN ('up', 'leave', 'stop')),
            letter text NOT NULL,
            keeps_teachers bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, roll_id, class_id),
            FOREIGN KEY (school_id, roll_id) REFERENCES year_roll (school_id, id),
            FOREIGN KEY (school_id, class_id) REFERENCES class (school_id, id)
        ) {clustered};

        -- Students who stay in their grade: class_id is the present class that they join in the new year, or 0.
        CREATE TABLE year_roll_student (
            school_id bigint NOT NULL,
            roll_id bigint NOT NULL,
            student_id bigint NOT NULL,
            class_id bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, roll_id, student_id),
            FOREIGN KEY (school_id, roll_id) REFERENCES year_roll (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};

        -- Pages whose hours and teachers were taken over from the year before, until somebody has looked at them.
        CREATE TABLE proposed_page (
            school_id bigint NOT NULL,
            page_id bigint NOT NULL,
            from_page bigint NOT NULL,
            checked_at bigint NOT NULL DEFAULT 0,
            checked_by bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, page_id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id)
        ) {clustered};

        -- What the staff was taught about keeping the journal, and who was there.
        CREATE TABLE training (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            day text NOT NULL,
            topic text NOT NULL,
            note text NOT NULL DEFAULT '',
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, id)
        ) {clustered};

        CREATE TABLE training_attendance (
            school_id bigint NOT NULL,
            training_id bigint NOT NULL,
            person_id bigint NOT NULL,
            PRIMARY KEY (school_id, training_id, person_id),
            FOREIGN KEY (school_id, training_id) REFERENCES training (school_id, id),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};
        """
}
