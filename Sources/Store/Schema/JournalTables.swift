extension Schema {
    /// Lessons and what is recorded in them.
    static let journalTables = """
        -- One dated row, whatever its origin. Instants of first entry are 0 until there is one; the late flags speak of
        -- the first entry only. group_id is the page's, kept here so that a student's week is a few short ranges.
        CREATE TABLE lesson (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            page_id bigint NOT NULL,
            group_id bigint NOT NULL,
            day text NOT NULL,
            number bigint NOT NULL,
            shift bigint NOT NULL,
            start_minute bigint NOT NULL,
            end_minute bigint NOT NULL,
            room text NOT NULL DEFAULT '',
            origin text NOT NULL DEFAULT 'timetable' CHECK (origin IN ('timetable', 'added', 'moved')),
            is_cancelled bigint NOT NULL DEFAULT 0,
            moved_from text NOT NULL DEFAULT '',
            kind_id bigint NOT NULL DEFAULT 0,
            topic text NOT NULL DEFAULT '',
            material text NOT NULL DEFAULT '',
            homework text NOT NULL DEFAULT '',
            no_homework bigint NOT NULL DEFAULT 0,
            plan_row bigint NOT NULL DEFAULT 0,
            checked_on text NOT NULL DEFAULT '',
            topic_at bigint NOT NULL DEFAULT 0,
            topic_late bigint NOT NULL DEFAULT 0,
            roll_at bigint NOT NULL DEFAULT 0,
            roll_by bigint NOT NULL DEFAULT 0,
            roll_late bigint NOT NULL DEFAULT 0,
            homework_at bigint NOT NULL DEFAULT 0,
            homework_late bigint NOT NULL DEFAULT 0,
            is_touched bigint NOT NULL DEFAULT 0,
            version bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, page_id) REFERENCES page (school_id, id),
            FOREIGN KEY (school_id, group_id) REFERENCES study_group (school_id, id),
            CHECK (start_minute < end_minute)
        ) {clustered};
        CREATE INDEX lesson_of_page ON lesson (school_id, page_id, day, start_minute);
        CREATE INDEX lesson_of_group ON lesson (school_id, group_id, day, start_minute);
        CREATE INDEX lesson_of_day ON lesson (school_id, day, start_minute);

        -- Why a lesson was cancelled, moved or added, by whom and when.
        CREATE TABLE lesson_change (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            lesson_id bigint NOT NULL,
            kind text NOT NULL CHECK (kind IN ('cancelled', 'restored', 'moved', 'added', 'unplaced')),
            reason text NOT NULL,
            from_day text NOT NULL DEFAULT '',
            from_start bigint NOT NULL DEFAULT 0,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, lesson_id) REFERENCES lesson (school_id, id)
        ) {clustered};
        CREATE INDEX lesson_change_of_lesson ON lesson_change (school_id, lesson_id);

        -- What stands in a cell. Slot 0 holds the attendance code (value is the id of an absence_code), slots 1 and 2
        -- hold marks. A withdrawn value keeps its row, empty, with its version. The version of a cell is the highest
        -- of its rows; every change of the cell gives the rows it touches the next one.
        CREATE TABLE entry (
            school_id bigint NOT NULL,
            lesson_id bigint NOT NULL,
            student_id bigint NOT NULL,
            slot bigint NOT NULL CHECK (slot BETWEEN 0 AND 2),
            value text NOT NULL,
            kind_id bigint NOT NULL DEFAULT 0,
            weight bigint NOT NULL DEFAULT 0,
            minutes bigint NOT NULL DEFAULT 0,
            comment text NOT NULL DEFAULT '',
            is_late bigint NOT NULL DEFAULT 0,
            previous text NOT NULL DEFAULT '',
            changed_at bigint NOT NULL,
            entered_at bigint NOT NULL,
            entered_by bigint NOT NULL,
            version bigint NOT NULL,
            PRIMARY KEY (school_id, lesson_id, student_id, slot),
            FOREIGN KEY (school_id, lesson_id) REFERENCES lesson (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX entry_of_student ON entry (school_id, student_id, changed_at);

        CREATE TABLE own_homework (
            school_id bigint NOT NULL,
            lesson_id bigint NOT NULL,
            student_id bigint NOT NULL,
            content text NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, lesson_id, student_id),
            FOREIGN KEY (school_id, lesson_id) REFERENCES lesson (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX own_homework_of_student ON own_homework (school_id, student_id);

        -- A remark on a student at a lesson, shown in the diary.
        CREATE TABLE remark (
            school_id bigint NOT NULL,
            lesson_id bigint NOT NULL,
            student_id bigint NOT NULL,
            content text NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, lesson_id, student_id),
            FOREIGN KEY (school_id, lesson_id) REFERENCES lesson (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};

        CREATE TABLE substitution (
            school_id bigint NOT NULL,
            lesson_id bigint NOT NULL,
            id bigint NOT NULL,
            substitute_id bigint NOT NULL,
            reason text NOT NULL,
            order_number text NOT NULL DEFAULT '',
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            withdrawn_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, lesson_id, id),
            FOREIGN KEY (school_id, lesson_id) REFERENCES lesson (school_id, id),
            FOREIGN KEY (school_id, substitute_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX substitution_of_person ON substitution (school_id, substitute_id);
        """
}
