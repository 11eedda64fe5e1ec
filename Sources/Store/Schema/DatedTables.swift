extension Schema {
    /// What holds from a day on, and how long homework takes.
    static let datedTables = """
        -- Whether the kind counts, with the days from which that changes, such as true;2027-01-12=false. Empty: as
        -- counts says, always.
        ALTER TABLE kind_of_work ADD COLUMN counting text NOT NULL DEFAULT '';

        -- Minutes that the homework of a lesson takes, where the teacher says so; 0 where not.
        ALTER TABLE lesson ADD COLUMN homework_minutes bigint NOT NULL DEFAULT 0;
        """
}
