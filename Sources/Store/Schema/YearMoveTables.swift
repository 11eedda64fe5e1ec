extension Schema {
    /// Classes that are divided or put together on the way into the next year.
    static let yearMoveTables = """
        -- Students who go up, but into another class of the grade: the one of this letter, made where there is none.
        CREATE TABLE year_roll_move (
            school_id bigint NOT NULL,
            roll_id bigint NOT NULL,
            student_id bigint NOT NULL,
            letter text NOT NULL,
            PRIMARY KEY (school_id, roll_id, student_id),
            FOREIGN KEY (school_id, roll_id) REFERENCES year_roll (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};

        -- Classes that end (deed stop) because all their students go up with another class.
        CREATE TABLE year_roll_merge (
            school_id bigint NOT NULL,
            roll_id bigint NOT NULL,
            class_id bigint NOT NULL,
            into_id bigint NOT NULL,
            PRIMARY KEY (school_id, roll_id, class_id),
            FOREIGN KEY (school_id, roll_id) REFERENCES year_roll (school_id, id),
            FOREIGN KEY (school_id, class_id) REFERENCES class (school_id, id),
            FOREIGN KEY (school_id, into_id) REFERENCES class (school_id, id)
        ) {clustered};
        """
}
