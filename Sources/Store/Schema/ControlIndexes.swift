extension Schema {
    /// What is not recorded and what was recorded late: few among many, so that an index of them alone is short.
    static let controlIndexes = """
        CREATE INDEX lesson_open ON lesson (school_id, day, start_minute, page_id)
            WHERE is_cancelled = 0 AND (topic = '' OR roll_at = 0 OR homework = '' AND no_homework = 0);
        CREATE INDEX lesson_late ON lesson (school_id, day, page_id)
            WHERE topic_late + roll_late + homework_late > 0;
        CREATE INDEX entry_late ON entry (school_id, lesson_id) WHERE slot > 0 AND is_late = 1;
        """
}
