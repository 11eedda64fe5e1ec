extension Schema {
    /// Classes and groups, who is in them, who teaches them what, and when.
    static let teachingTables = """
        -- A class is also a study group with the same id.
        CREATE TABLE class (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            year bigint NOT NULL,
            grade bigint NOT NULL,
            letter text NOT NULL,
            sort_key {strict text} NOT NULL,
            shift bigint NOT NULL DEFAULT 1,
            language text NOT NULL DEFAULT '',
            room text NOT NULL DEFAULT '',
            external_id text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, id),
            UNIQUE (school_id, year, grade, letter)
        ) {clustered};

        -- class_id 0: across classes. An individual group holds one student of an individual curriculum.
        CREATE TABLE study_group (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            year bigint NOT NULL,
            class_id bigint NOT NULL,
            kind text NOT NULL CHECK (kind IN ('class', 'subgroup', 'across', 'individual')),
            name text NOT NULL DEFAULT '',
            external_id text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, id)
        ) {clustered};
        CREATE INDEX study_group_of_class ON study_group (school_id, class_id);

        -- Membership of a class, a subgroup or any other group, dated; to_day is the last day.
        CREATE TABLE enrolment (
            school_id bigint NOT NULL,
            group_id bigint NOT NULL,
            student_id bigint NOT NULL,
            from_day text NOT NULL,
            to_day text NOT NULL DEFAULT '9999-12-31',
            order_number text NOT NULL DEFAULT '',
            order_day text NOT NULL DEFAULT '',
            reason text NOT NULL DEFAULT '',
            destination text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, group_id, student_id, from_day),
            FOREIGN KEY (school_id, group_id) REFERENCES study_group (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX enrolment_of_student ON enrolment (school_id, student_id, from_day);

        CREATE TABLE class_teacher (
            school_id bigint NOT NULL,
            class_id bigint NOT NULL,
            person_id bigint NOT NULL,
            from_day text NOT NULL,
            to_day text NOT NULL DEFAULT '9999-12-31',
            PRIMARY KEY (school_id, class_id, person_id, from_day),
            FOREIGN KEY (school_id, class_id) REFERENCES class (school_id, id),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX class_teacher_person ON class_teacher (school_id, person_id);

        -- A journal page: school year, subject and group. hours a week in hundredths.
        CREATE TABLE page (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            year bigint NOT NULL,
            subject_id bigint NOT NULL,
            group_id bigint NOT NULL,
            class_id bigint NOT NULL,
            hours bigint NOT NULL DEFAULT 0,
            scale text NOT NULL,
            record_language text NOT NULL,
            external_id text NOT NULL DEFAULT '',
            changed bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id),
            UNIQUE (school_id, year, subject_id, group_id),
            FOREIGN KEY (school_id, subject_id) REFERENCES subject (school_id, id),
            FOREIGN KEY (school_id, group_id) REFERENCES study_group (school_id, id)
        ) {clustered};
        CREATE INDEX page_of_group ON page (school_id, group_id);
        CREATE INDEX page_of_class ON page (school_id, class_id);

        -- The load list: the source of every teacher's rights.
        CREATE TABLE load (
            school_id bigint NOT NULL,
            page_id bigint NOT NULL,
            teacher_id bigint NOT NULL,
            from_day text NOT NULL,
            to_day text NOT NULL DEFAULT '9999-12-31',
            hours bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, page_id, teacher_id, from_day),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id),
            FOREIGN KEY (school_id, teacher_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX load_of_teacher ON load (school_id, teacher_id);

        CREATE TABLE timetable_version (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            from_day text NOT NULL,
            note text NOT NULL DEFAULT '',
            published_at bigint NOT NULL DEFAULT 0,
            published_by bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id)
        ) {clustered};

        -- parity: every, odd (A weeks), even (B weeks).
        CREATE TABLE timetable_slot (
            school_id bigint NOT NULL,
            version_id bigint NOT NULL,
            id bigint NOT NULL,
            page_id bigint NOT NULL,
            weekday bigint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            number bigint NOT NULL,
            shift bigint NOT NULL,
            parity text NOT NULL DEFAULT 'every' CHECK (parity IN ('every', 'odd', 'even')),
            room text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, version_id, id),
            FOREIGN KEY (school_id, version_id) REFERENCES timetable_version (school_id, id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id)
        ) {clustered};

        CREATE TABLE plan (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            title text NOT NULL,
            subject_id bigint NOT NULL,
            grade bigint NOT NULL,
            author_id bigint NOT NULL,
            version bigint NOT NULL DEFAULT 1,
            PRIMARY KEY (school_id, id)
        ) {clustered};

        -- hours in hundredths; a topic of two hours serves two lessons.
        CREATE TABLE plan_row (
            school_id bigint NOT NULL,
            plan_id bigint NOT NULL,
            number bigint NOT NULL,
            section text NOT NULL DEFAULT '',
            topic text NOT NULL,
            hours bigint NOT NULL DEFAULT 100,
            kind_id bigint NOT NULL DEFAULT 0,
            homework text NOT NULL DEFAULT '',
            note text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, plan_id, number),
            FOREIGN KEY (school_id, plan_id) REFERENCES plan (school_id, id)
        ) {clustered};

        CREATE TABLE page_plan (
            school_id bigint NOT NULL,
            page_id bigint NOT NULL,
            plan_id bigint NOT NULL,
            PRIMARY KEY (school_id, page_id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id),
            FOREIGN KEY (school_id, plan_id) REFERENCES plan (school_id, id)
        ) {clustered};
        """
}
