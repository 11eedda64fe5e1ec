extension Schema {
    /// How students come, move and go; what families and class teachers report; what class teachers confirm.
    static let rosterTables = """
        -- The movement book: a line an order, numbered within the school year. A wrong line is withdrawn and stays.
        -- book: the number in the alphabetical book, given with the first line of a student.
        -- began: the last row of the audit chain before the transaction, by which its lines know each other.
        CREATE TABLE movement (
            school_id bigint NOT NULL,
            year bigint NOT NULL,
            number bigint NOT NULL,
            student_id bigint NOT NULL,
            kind text NOT NULL CHECK (kind IN ('arrive', 'move', 'promote', 'leave', 'return')),
            from_class bigint NOT NULL DEFAULT 0,
            to_class bigint NOT NULL DEFAULT 0,
            day text NOT NULL,
            order_number text NOT NULL DEFAULT '',
            order_day text NOT NULL DEFAULT '',
            reason text NOT NULL DEFAULT '' CHECK (reason IN ('', 'school', 'town', 'abroad', 'college', 'finished',
                'health', 'family', 'expelled', 'died')),
            place text NOT NULL DEFAULT '',
            town text NOT NULL DEFAULT '',
            document text NOT NULL DEFAULT '',
            document_day text NOT NULL DEFAULT '',
            note text NOT NULL DEFAULT '',
            book bigint NOT NULL DEFAULT 0,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            began bigint NOT NULL DEFAULT 0,
            withdrawn_at bigint NOT NULL DEFAULT 0,
            withdrawn_by bigint NOT NULL DEFAULT 0,
            withdrawn_why text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, year, number),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX movement_of_student ON movement (school_id, student_id);
        CREATE INDEX movement_in_book ON movement (school_id, book);

        -- What the lists of a school that is older than the book say of who came, moved and went.
        INSERT INTO movement (school_id, year, number, student_id, kind, from_class, to_class, day, order_number,
            order_day, place, note, book, at, by_person)
        WITH stay AS (
            SELECT enrolment.school_id, enrolment.student_id, enrolment.group_id, class.year, enrolment.from_day,
                enrolment.to_day, enrolment.order_number, enrolment.order_day, enrolment.reason,
                enrolment.destination,
                lag(enrolment.group_id) OVER path AS before_class, lag(class.year) OVER path AS before_year,
                lead(enrolment.group_id) OVER path AS after_class
            FROM enrolment
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WINDOW path AS (PARTITION BY enrolment.school_id, enrolment.student_id
                ORDER BY enrolment.from_day, enrolment.group_id)
        ), step AS (
            SELECT school_id, year, student_id,
                CASE WHEN before_class IS NULL THEN 'arrive' WHEN before_year < year THEN 'promote' ELSE 'move' END
                    AS kind,
                coalesce(before_class, 0) AS from_class, group_id AS to_class, from_day AS day,
                CASE WHEN to_day = '9999-12-31' THEN order_number ELSE '' END AS order_number, order_day,
                '' AS place, '' AS note
            FROM stay
            UNION ALL
            SELECT school_id, year, student_id, 'leave', group_id, 0, to_day, order_number, '', destination, reason
            FROM stay
            WHERE after_class IS NULL AND to_day < '9999-12-31'
                AND (reason <> '' OR destination <> '' OR to_day < (year + 1) || '-05-20')
        )
        SELECT school_id, year, row_number() OVER (PARTITION BY school_id, year ORDER BY day, student_id, kind),
            student_id, kind, from_class, to_class, day, order_number, order_day, place, note,
            CASE WHEN kind = 'arrive'
                THEN row_number() OVER (PARTITION BY school_id, kind ORDER BY day, student_id) ELSE 0 END,
            0, 0
        FROM step;

        -- What is to be changed in the lists, told by a parent or the class teacher; each step has its person and time.
        CREATE TABLE change_request (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            student_id bigint NOT NULL,
            person_id bigint NOT NULL,
            field text NOT NULL CHECK (field IN ('surname', 'given', 'patronymic', 'born', 'nationalID', 'phone',
                'email', 'address', 'words')),
            old_value text NOT NULL DEFAULT '',
            new_value text NOT NULL DEFAULT '',
            words text NOT NULL DEFAULT '',
            state text NOT NULL CHECK (state IN ('sent', 'passed', 'returned', 'accepted', 'rejected', 'withdrawn')),
            answer text NOT NULL DEFAULT '',
            sent_at bigint NOT NULL,
            sent_by bigint NOT NULL,
            passed_at bigint NOT NULL DEFAULT 0,
            passed_by bigint NOT NULL DEFAULT 0,
            decided_at bigint NOT NULL DEFAULT 0,
            decided_by bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX change_request_of_student ON change_request (school_id, student_id);
        CREATE INDEX change_request_in_state ON change_request (school_id, state);

        -- The class teacher's monthly word that the data of the class are right. month: YYYY-MM.
        CREATE TABLE data_check (
            school_id bigint NOT NULL,
            class_id bigint NOT NULL,
            month text NOT NULL,
            gaps bigint NOT NULL DEFAULT 0,
            confirmed_at bigint NOT NULL,
            confirmed_by bigint NOT NULL,
            PRIMARY KEY (school_id, class_id, month),
            FOREIGN KEY (school_id, class_id) REFERENCES class (school_id, id),
            FOREIGN KEY (school_id, confirmed_by) REFERENCES person (school_id, id)
        ) {clustered};
        """
}
