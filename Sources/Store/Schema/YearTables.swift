extension Schema {
    /// What the country profile gives and the school may change: terms, days off, bells, subjects, codes, deadlines.
    static let yearTables = """
        -- year is the calendar year in which the school year begins.
        CREATE TABLE term (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            year bigint NOT NULL,
            number bigint NOT NULL,
            kind text NOT NULL CHECK (kind IN ('quarter', 'halfYear', 'trimester', 'module')),
            grade_from bigint NOT NULL,
            grade_to bigint NOT NULL,
            from_day text NOT NULL,
            to_day text NOT NULL,
            closed_at bigint NOT NULL DEFAULT 0,
            closed_by bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id),
            UNIQUE (school_id, year, kind, number, grade_from),
            CHECK (from_day <= to_day)
        ) {clustered};

        CREATE TABLE day_off (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            kind text NOT NULL CHECK (kind IN ('holiday', 'vacation', 'extraDayOff', 'workingDay', 'shortDay')),
            from_day text NOT NULL,
            to_day text NOT NULL,
            grade_from bigint NOT NULL DEFAULT 0,
            grade_to bigint NOT NULL DEFAULT 99,
            name_ky text NOT NULL DEFAULT '',
            name_ru text NOT NULL DEFAULT '',
            name_kk text NOT NULL DEFAULT '',
            name_en text NOT NULL DEFAULT '',
            PRIMARY KEY (school_id, id),
            CHECK (from_day <= to_day)
        ) {clustered};

        -- weekday 0 is any day; minutes count from midnight.
        CREATE TABLE bell (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            shift bigint NOT NULL,
            weekday bigint NOT NULL DEFAULT 0,
            day_kind text NOT NULL DEFAULT 'normal' CHECK (day_kind IN ('normal', 'short')),
            number bigint NOT NULL,
            start_minute bigint NOT NULL,
            end_minute bigint NOT NULL,
            grade_from bigint NOT NULL DEFAULT 0,
            grade_to bigint NOT NULL DEFAULT 99,
            PRIMARY KEY (school_id, id),
            UNIQUE (school_id, shift, weekday, day_kind, number, grade_from, grade_to),
            CHECK (start_minute < end_minute)
        ) {clustered};

        CREATE TABLE subject (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            code text NOT NULL DEFAULT '',
            name_ky text NOT NULL,
            name_ru text NOT NULL,
            name_kk text NOT NULL,
            name_en text NOT NULL,
            search text NOT NULL,
            position bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id)
        ) {clustered};

        -- The codes are the school's; the six categories are fixed.
        CREATE TABLE absence_code (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            category text NOT NULL
                CHECK (category IN ('present', 'late', 'ill', 'excused', 'unexcused', 'unknown')),
            label_ky text NOT NULL,
            label_ru text NOT NULL,
            label_kk text NOT NULL,
            synonyms text NOT NULL DEFAULT '',
            takes_minutes bigint NOT NULL DEFAULT 0,
            position bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id)
        ) {clustered};

        -- weight in hundredths.
        CREATE TABLE kind_of_work (
            school_id bigint NOT NULL,
            id bigint NOT NULL,
            code text NOT NULL,
            short_ky text NOT NULL,
            short_ru text NOT NULL,
            short_kk text NOT NULL,
            short_en text NOT NULL,
            name_ky text NOT NULL,
            name_ru text NOT NULL,
            name_kk text NOT NULL,
            name_en text NOT NULL,
            weight bigint NOT NULL CHECK (weight >= 0),
            is_required bigint NOT NULL DEFAULT 0,
            needs_title bigint NOT NULL DEFAULT 0,
            position bigint NOT NULL DEFAULT 0,
            PRIMARY KEY (school_id, id)
        ) {clustered};

        CREATE TABLE scale_value (
            school_id bigint NOT NULL,
            scale text NOT NULL,
            value text NOT NULL,
            numerator bigint NOT NULL,
            denominator bigint NOT NULL,
            level text NOT NULL,
            position bigint NOT NULL,
            is_counted bigint NOT NULL DEFAULT 1,
            PRIMARY KEY (school_id, scale, value)
        ) {clustered};

        -- norm and outer_limit are written as sameDay, nextDay 720, days 7, weekly.
        CREATE TABLE deadline_rule (
            school_id bigint NOT NULL,
            entry_kind text NOT NULL,
            norm text NOT NULL,
            outer_limit text NOT NULL,
            PRIMARY KEY (school_id, entry_kind)
        ) {clustered};
        """
}
