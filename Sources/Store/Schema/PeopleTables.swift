extension Schema {
    /// The school, its people, their accounts and their roles.
    static let peopleTables = """
        CREATE TABLE school (
            school_id bigint NOT NULL PRIMARY KEY,
            name text NOT NULL,
            country text NOT NULL CHECK (country IN ('KG', 'KZ', 'RU')),
            time_zone text NOT NULL,
            language text NOT NULL,
            record_language text NOT NULL,
            is_demo bigint NOT NULL DEFAULT 0,
            created_at bigint NOT NULL
        ) {clustered};

        -- One value a setting; a setting that is not here has the value of the country profile.
        CREATE TABLE setting (
            school_id bigint NOT NULL,
            name text NOT NULL,
            value text NOT NULL,
            PRIMARY KEY (school_id, name)
        ) {clustered};

        -- Names are stored NFC; sort_key orders by the alphabet of the school, search folds case and look-alikes.
        CREATE TABLE person (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            surname text NOT NULL,
            given text NOT NULL,
            patronymic text NOT NULL DEFAULT '',
            sort_key {strict text} NOT NULL,
            search text NOT NULL,
            sex text NOT NULL DEFAULT '' CHECK (sex IN ('', 'f', 'm')),
            birth_day text NOT NULL DEFAULT '',
            national_id text NOT NULL DEFAULT '',
            phone text NOT NULL DEFAULT '',
            email text NOT NULL DEFAULT '',
            address text NOT NULL DEFAULT '',
            external_id text NOT NULL DEFAULT '',
            version bigint NOT NULL DEFAULT 1,
            PRIMARY KEY (school_id, id)
        ) {clustered};
        CREATE INDEX person_external ON person (school_id, external_id);
        CREATE INDEX person_sorted ON person (school_id, sort_key);

        -- Who is employed, and from when to when.
        CREATE TABLE staff (
            school_id bigint NOT NULL,
            person_id bigint NOT NULL,
            position text NOT NULL DEFAULT '',
            from_day text NOT NULL,
            to_day text NOT NULL DEFAULT '9999-12-31',
            PRIMARY KEY (school_id, person_id),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};

        -- director, deputy, administrator, responsible, clerk; the other roles follow from load, class and children.
        CREATE TABLE role_grant (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            person_id bigint NOT NULL,
            role text NOT NULL CHECK (role IN ('director', 'deputy', 'administrator', 'responsible', 'clerk')),
            from_day text NOT NULL,
            to_day text NOT NULL DEFAULT '9999-12-31',
            order_number text NOT NULL DEFAULT '',
            order_day text NOT NULL DEFAULT '',
            granted_by bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX role_grant_of_person ON role_grant (school_id, person_id);

        CREATE TABLE guardian (
            school_id bigint NOT NULL,
            guardian_id bigint NOT NULL,
            student_id bigint NOT NULL,
            relation text NOT NULL DEFAULT '',
            from_day text NOT NULL,
            to_day text NOT NULL DEFAULT '9999-12-31',
            confirmed_at bigint NOT NULL DEFAULT 0,
            confirmed_by bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, guardian_id, student_id),
            FOREIGN KEY (school_id, guardian_id) REFERENCES person (school_id, id),
            FOREIGN KEY (school_id, student_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX guardian_of_student ON guardian (school_id, student_id);

        -- login is stored folded; password is empty until the person has set one.
        CREATE TABLE account (
            school_id bigint NOT NULL,
            person_id bigint NOT NULL,
            login text NOT NULL,
            password text NOT NULL DEFAULT '',
            language text NOT NULL DEFAULT '',
            role text NOT NULL DEFAULT '',
            created_at bigint NOT NULL,
            closed_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, person_id),
            UNIQUE (school_id, login),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};

        -- One-time codes, hashed; the newest row of a person is the only one that opens.
        CREATE TABLE activation_code (
            school_id bigint NOT NULL,
            person_id bigint NOT NULL,
            issued_at bigint NOT NULL,
            code_hash {bytes} NOT NULL,
            issued_by bigint NOT NULL,
            expires_at bigint NOT NULL,
            used_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, person_id, issued_at),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};

        CREATE TABLE session (
            school_id bigint NOT NULL,
            token_hash {bytes} NOT NULL,
            person_id bigint NOT NULL,
            created_at bigint NOT NULL,
            seen_at bigint NOT NULL,
            expires_at bigint NOT NULL,
            idle_minutes bigint NOT NULL,
            device text NOT NULL DEFAULT '',
            csrf text NOT NULL,
            PRIMARY KEY (school_id, token_hash),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};
        CREATE INDEX session_of_person ON session (school_id, person_id);
        """
}
