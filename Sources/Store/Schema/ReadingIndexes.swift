extension Schema {
    /// For pages that look for few lessons among all of a teacher or of a student: what is owed, what waits to be
    /// checked, which topics of a plan were taken.
    static let readingIndexes = """
        CREATE INDEX lesson_owed ON lesson (school_id, page_id, day)
            WHERE is_cancelled = 0 AND (topic = '' OR roll_at = 0 OR homework = '' AND no_homework = 0);
        CREATE INDEX lesson_unchecked ON lesson (school_id, page_id, day)
            WHERE is_cancelled = 0 AND checked_on = '' AND kind_id > 1;
        CREATE INDEX lesson_taken ON lesson (school_id, page_id, plan_row, day)
            WHERE plan_row > 0 AND topic <> '';
        """
}
