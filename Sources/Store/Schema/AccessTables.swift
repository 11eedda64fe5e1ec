extension Schema {
    /// What a person promised at the first sign-in, and the orders by which roles were withdrawn.
    static let accessTables = """
        -- The duty to keep login and password to oneself, as it was shown: the number of its wording, its language.
        CREATE TABLE duty_acceptance (
            school_id bigint NOT NULL,
            person_id bigint NOT NULL,
            wording bigint NOT NULL,
            accepted_at bigint NOT NULL,
            language text NOT NULL,
            PRIMARY KEY (school_id, person_id, wording),
            FOREIGN KEY (school_id, person_id) REFERENCES person (school_id, id)
        ) {clustered};

        -- A grant keeps its days and its order; this is the order that ended it.
        CREATE TABLE role_withdrawal (
            school_id bigint NOT NULL,
            grant_id bigint NOT NULL,
            order_number text NOT NULL,
            order_day text NOT NULL,
            at bigint NOT NULL,
            by_person bigint NOT NULL,
            PRIMARY KEY (school_id, grant_id),
            FOREIGN KEY (school_id, grant_id) REFERENCES role_grant (school_id, id)
        ) {clustered};
        """
}
