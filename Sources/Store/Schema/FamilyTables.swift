extension Schema {
    /// What families and class teachers say about absences, and what a family has seen.
    static let familyTables = """
        -- An absence announced by the family or the class teacher ahead of the fact.
        CREATE TABLE absence_notice (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            student_id bigint NOT NULL,
            from_day text NOT NULL,
            to_day text NOT NULL,
            category text NOT NULL CHECK (category IN ('ill', 'excused', 'unknown')),
            content text NOT NULL DEFAULT '',
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            withdrawn_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX absence_notice_of_student ON absence_notice (school_id, student_id, from_day);

        -- The class teacher's reason for the absences of a day: a record of its own, the roll stays as it was.
        CREATE TABLE absence_reason (
            school_id bigint NOT NULL,
            student_id bigint NOT NULL,
            day text NOT NULL,
            category text NOT NULL CHECK (category IN ('ill', 'excused', 'unexcused')),
            content text NOT NULL DEFAULT '',
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, student_id, day),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};

        -- When a family last opened the diary of a child: marks after it are new.
        CREATE TABLE diary_visit (
            school_id bigint NOT NULL,
            person_id bigint NOT NULL,
            student_id bigint NOT NULL,
            seen_until bigint NOT NULL,
            opened_at bigint NOT NULL,
            PRIMARY KEY (school_id, person_id, student_id),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};

        -- Homework ticked as done.
        CREATE TABLE homework_done (
            school_id bigint NOT NULL,
            student_id bigint NOT NULL,
            lesson_id bigint NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, student_id, lesson_id),
            FOREIGN KEY (school_id, lesson_id) REFERENCES lesson (school_id, id)
        ) {clustered};
        """

    /// Proof: the audit chain, the log of access, answers kept for repeated requests.
    static let proofTables = """
        CREATE TABLE audit (
            school_id bigint NOT NULL,
            seq bigint NOT NULL,
            at bigint NOT NULL,
            actor bigint NOT NULL,
            session text NOT NULL,
            action text NOT NULL,
            object text NOT NULL,
            before text NOT NULL,
            after text NOT NULL,
            reason text NOT NULL,
            text_digest {bytes} NOT NULL,
            prev_hash {bytes} NOT NULL,
            hash {bytes} NOT NULL,
            PRIMARY KEY (school_id, seq)
        ) {clustered};
        CREATE INDEX audit_of_object ON audit (school_id, object, seq);

        -- Personal text of a change; may be erased, the chain keeps its salted digest.
        CREATE TABLE audit_text (
            school_id bigint NOT NULL,
            seq bigint NOT NULL,
            salt {bytes} NOT NULL,
            content text NOT NULL,
            PRIMARY KEY (school_id, seq)
        ) {clustered};

        CREATE TABLE audit_head (
            school_id bigint NOT NULL PRIMARY KEY,
            seq bigint NOT NULL,
            hash {bytes} NOT NULL
        ) {clustered};

        -- Who looked at, exported or was refused what.
        CREATE TABLE access_log (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            at bigint NOT NULL,
            person_id bigint NOT NULL,
            session text NOT NULL,
            action text NOT NULL,
            object text NOT NULL,
            outcome text NOT NULL,
            PRIMARY KEY (school_id, id)
        ) {clustered};
        CREATE INDEX access_log_at ON access_log (school_id, at);

        CREATE TABLE idempotency (
            school_id bigint NOT NULL,
            person_id bigint NOT NULL,
            key text NOT NULL,
            body_hash {bytes} NOT NULL,
            status bigint NOT NULL,
            answer text NOT NULL,
            at bigint NOT NULL,
            PRIMARY KEY (school_id, person_id, key)
        ) {clustered};
        CREATE INDEX idempotency_at ON idempotency (school_id, at);

        CREATE TABLE outbox (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            kind text NOT NULL,
            content text NOT NULL,
            created_at bigint NOT NULL,
            claimed_at bigint NOT NULL DEFAULT 0,
            done_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id)
        ) {clustered};
        """
}
