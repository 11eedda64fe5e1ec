import SchoolRules
import Store
import Web

enum YearSetupQueries {
    static func terms(of visit: Visit, in connection: Connection) throws -> [TermRow] {
        try connection.all(
            """
            SELECT id, kind, number, grade_from, grade_to, from_day, to_day, closed_at FROM term
            WHERE school_id = \(visit.school.id) AND year = \(visit.year)
            ORDER BY grade_from, kind, number, id
            """
        ) { row in
            TermRow(
                id: row.integer(0), kind: TermKind(rawValue: row.text(1)) ?? .quarter, number: row.int(2),
                gradeFrom: row.int(3), gradeTo: row.int(4), from: Day(row.text(5)) ?? .forever,
                to: Day(row.text(6)) ?? .forever, isClosed: row.integer(7) > 0)
        }
    }

    static func lastClosedDay(of visit: Visit, in connection: Connection) throws -> Day? {
        try ClosedTerms(year: visit.year, school: visit.school.id, in: connection).lastDay
    }

    /// Saves the terms; returns the first day on which lessons may differ.
    static func save(_ change: TermsChange, in writing: Writing) throws -> Day? {
        for term in change.removed {
            try writing.connection.run("DELETE FROM term WHERE school_id = \(writing.school) AND id = \(term.id)")
            try writing.audit("term.remove", "term/\(term.id)", before: facts(term))
        }
        // Numbers step aside first, so that two terms may exchange their grades.
        for (before, _) in change.changed {
            try writing.connection.run(
                "UPDATE term SET number = number + 100 WHERE school_id = \(writing.school) AND id = \(before.id)")
        }
        for (before, after) in change.changed {
            try writing.connection.run(
                """
                UPDATE term SET number = \(after.number), from_day = \(after.from.description),
                    to_day = \(after.to.description), grade_from = \(after.gradeFrom), grade_to = \(after.gradeTo)
                WHERE school_id = \(writing.school) AND id = \(after.id) AND closed_at = 0
                """)
            try writing.audit("term.change", "term/\(after.id)", before: facts(before), after: facts(after))
        }
        return change.firstDay
    }

    static func add(_ term: TermRow, year: Int, id: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO term (school_id, id, year, number, kind, grade_from, grade_to, from_day, to_day)
            VALUES (\(writing.school), \(id), \(year), \(term.number), \(term.kind.rawValue), \(term.gradeFrom),
                \(term.gradeTo), \(term.from.description), \(term.to.description))
            """)
        try writing.audit("term.add", "term/\(id)", after: facts(term))
    }

    private static func facts(_ term: TermRow) -> String {
        "\(term.kind.rawValue) \(term.number) \(term.gradeFrom)-\(term.gradeTo) \(term.from)/\(term.to)"
    }

    static func daysOff(of visit: Visit, in connection: Connection) throws -> [DayOffRow] {
        try connection.all(
            """
            SELECT id, kind, from_day, to_day, grade_from, grade_to, name_ky, name_ru, name_kk, name_en FROM day_off
            WHERE school_id = \(visit.school.id)
                AND to_day >= \(SchoolCalendar.firstDay(of: visit.year).description)
                AND from_day <= \(SchoolCalendar.lastDay(of: visit.year).description)
            ORDER BY from_day, id
            """
        ) { row in
            DayOffRow(
                id: row.integer(0),
                dayOff: DayOff(
                    from: Day(row.text(2)) ?? .forever, to: Day(row.text(3)) ?? .forever,
                    kind: DayOffKind(rawValue: row.text(1)) ?? .holiday, gradeFrom: row.int(4), gradeTo: row.int(5)),
                names: Names(ky: row.text(6), ru: row.text(7), kk: row.text(8), en: row.text(9)))
        }
    }

    /// Saves a day off; returns the day on which it began before. A name typed in one language stands in for the
    /// languages that have none.
    static func save(
        _ day: DayOff, named name: String, in language: Language, id: Int64, newID: Int64, in writing: Writing
    ) throws -> Day? {
        let after = "\(day.kind.rawValue) \(day.from)/\(day.to) \(day.gradeFrom)-\(day.gradeTo)"
        guard id != 0 else {
            try insert(day, named: name, id: newID, in: writing)
            try writing.audit("dayoff.add", "dayoff/\(newID)", after: after, text: name)
            return nil
        }
        let before = try writing.connection.first(
            "SELECT from_day, kind, to_day FROM day_off WHERE school_id = \(writing.school) AND id = \(id)"
        ) { ($0.text(0), $0.text(1), $0.text(2)) }
        guard let before else { throw Refusal.notFound }
        func named(_ one: Language) -> String { one == language ? name : "" }
        try writing.connection.run(
            """
            UPDATE day_off SET kind = \(day.kind.rawValue), from_day = \(day.from.description),
                to_day = \(day.to.description), grade_from = \(day.gradeFrom), grade_to = \(day.gradeTo),
                name_ky = coalesce(nullif(\(named(.ky)), ''), nullif(name_ky, ''), \(name)),
                name_ru = coalesce(nullif(\(named(.ru)), ''), nullif(name_ru, ''), \(name)),
                name_kk = coalesce(nullif(\(named(.kk)), ''), nullif(name_kk, ''), \(name)),
                name_en = coalesce(nullif(\(named(.en)), ''), nullif(name_en, ''), \(name))
            WHERE school_id = \(writing.school) AND id = \(id)
            """)
        try writing.audit(
            "dayoff.change", "dayoff/\(id)", before: "\(before.1) \(before.0)/\(before.2)", after: after, text: name)
        return Day(before.0)
    }

    private static func insert(_ day: DayOff, named name: String, id: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO day_off (school_id, id, kind, from_day, to_day, grade_from, grade_to, name_ky, name_ru,
                name_kk, name_en)
            VALUES (\(writing.school), \(id), \(day.kind.rawValue), \(day.from.description), \(day.to.description),
                \(day.gradeFrom), \(day.gradeTo), \(name), \(name), \(name), \(name))
            """)
    }

    /// Removes a day off; returns its first day, or nothing where there is no such.
    static func removeDayOff(_ id: Int64, in writing: Writing) throws -> Day? {
        let before = try writing.connection.first(
            "SELECT kind, from_day, to_day FROM day_off WHERE school_id = \(writing.school) AND id = \(id)"
        ) { ($0.text(0), $0.text(1), $0.text(2)) }
        guard let before else { return nil }
        try writing.connection.run("DELETE FROM day_off WHERE school_id = \(writing.school) AND id = \(id)")
        try writing.audit("dayoff.remove", "dayoff/\(id)", before: "\(before.0) \(before.1)/\(before.2)")
        return Day(before.1)
    }

    static func bellSets(school: Int64, in connection: Connection) throws -> [BellSet] {
        let bells = try SchoolFacts.bells(school: school, in: connection)
        let sets = Dictionary(grouping: bells) { bell in
            BellSet.Key(
                shift: bell.shift, weekday: bell.weekday, kind: bell.dayKind, gradeFrom: bell.gradeFrom,
                gradeTo: bell.gradeTo)
        }
        return sets.map { key, bells in
            BellSet(
                key: key,
                rows: bells.sorted { $0.number < $1.number }
                    .map { BellSet.Row(number: $0.number, start: $0.start, end: $0.end) })
        }.sorted {
            (
                $0.key.shift, $0.key.kind == .normal ? 0 : 1, $0.key.weekday, $0.key.gradeFrom - $0.key.gradeTo,
                $0.key.text
            )
                < (
                    $1.key.shift, $1.key.kind == .normal ? 0 : 1, $1.key.weekday, $1.key.gradeFrom - $1.key.gradeTo,
                    $1.key.text
                )
        }
    }

    static func save(_ key: BellSet.Key, _ rows: [BellSet.Row], ids: Identity, in writing: Writing) throws {
        let removed = try writing.connection.run(
            """
            DELETE FROM bell
            WHERE school_id = \(writing.school) AND shift = \(key.shift) AND weekday = \(key.weekday)
                AND day_kind = \(key.kind.rawValue) AND grade_from = \(key.gradeFrom) AND grade_to = \(key.gradeTo)
            """)
        for row in rows {
            try writing.connection.run(
                """
                INSERT INTO bell (school_id, id, shift, weekday, day_kind, number, start_minute, end_minute,
                    grade_from, grade_to)
                VALUES (\(writing.school), \(ids.next()), \(key.shift), \(key.weekday), \(key.kind.rawValue),
                    \(row.number), \(row.start.minutes), \(row.end.minutes), \(key.gradeFrom), \(key.gradeTo))
                """)
        }
        try writing.audit(
            "bells.change", "bells/\(key.text)", before: "\(removed)",
            after: rows.map { "\($0.number) \($0.start)-\($0.end)" }.joined(separator: ", "))
    }

    static func week(of visit: Visit, in connection: Connection) throws -> WeekWish {
        let days = try SchoolFacts.setting("week.days", school: visit.school.id, in: connection) ?? "12345"
        return WeekWish(
            days: Set(days.compactMap(\.wholeNumberValue)),
            count: try PublishingFacts.weekCount(school: visit.school.id, in: connection))
    }

    static func save(_ week: WeekWish, in writing: Writing) throws {
        let days = week.days.sorted().map(String.init).joined()
        for (name, value) in [("week.days", days), ("week.count", week.count.rawValue)] {
            try writing.connection.run(
                """
                INSERT INTO setting (school_id, name, value) VALUES (\(writing.school), \(name), \(value))
                ON CONFLICT (school_id, name) DO UPDATE SET value = excluded.value
                """)
        }
        try writing.audit("week.change", "school/\(writing.school)", after: "\(days) \(week.count.rawValue)")
    }
}
