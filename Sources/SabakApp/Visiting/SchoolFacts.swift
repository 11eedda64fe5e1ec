import SchoolRules
import Store

/// What the school has set for itself, read from its rows as values of the rules.
enum SchoolFacts {
    /// The terms and days off of a school year, with the week of the school.
    static func calendar(school: Int64, year: Int, in connection: Connection) throws -> SchoolCalendar {
        try connection.fact("calendar \(year)") {
            let terms = try connection.all(
                """
                SELECT id, number, kind, grade_from, grade_to, from_day, to_day FROM term
                WHERE school_id = \(school) AND year = \(year) ORDER BY from_day, grade_from
                """
            ) { row in
                Term(
                    id: row.integer(0), number: row.int(1), kind: TermKind(rawValue: row.text(2)) ?? .quarter,
                    gradeFrom: row.int(3), gradeTo: row.int(4), from: day(row.text(5)), to: day(row.text(6)))
            }
            let from = SchoolCalendar.firstDay(of: year).description
            let to = SchoolCalendar.lastDay(of: year).description
            let daysOff = try connection.all(
                """
                SELECT from_day, to_day, kind, grade_from, grade_to, name_ru FROM day_off
                WHERE school_id = \(school) AND to_day >= \(from) AND from_day <= \(to) ORDER BY from_day, id
                """
            ) { row in
                DayOff(
                    from: day(row.text(0)), to: day(row.text(1)), kind: DayOffKind(rawValue: row.text(2)) ?? .holiday,
                    gradeFrom: row.int(3), gradeTo: row.int(4), name: row.text(5))
            }
            let week = try setting("week.days", school: school, in: connection) ?? "12345"
            return SchoolCalendar(terms: terms, daysOff: daysOff, weekdays: Set(week.compactMap(\.wholeNumberValue)))
        }
    }

    /// The bells of the school.
    static func bells(school: Int64, in connection: Connection) throws -> [Bell] {
        try connection.fact("bells") {
            try connection.all(
                """
                SELECT shift, weekday, day_kind, number, start_minute, end_minute, grade_from, grade_to FROM bell
                WHERE school_id = \(school) ORDER BY shift, weekday, number
                """
            ) { row in
                Bell(
                    shift: row.int(0), weekday: row.int(1), dayKind: DayKind(rawValue: row.text(2)) ?? .normal,
                    number: row.int(3), start: ClockTime(minutes: row.int(4)), end: ClockTime(minutes: row.int(5)),
                    gradeFrom: row.int(6), gradeTo: row.int(7))
            }
        }
    }

    /// The absence codes the school uses, in its order.
    static func absenceCodes(school: Int64, in connection: Connection) throws -> [AbsenceCode] {
        try connection.fact("absence codes") {
            let standard = AbsenceCode.standard
            return try connection.all(
                """
                SELECT id, category, label_ky, label_ru, label_kk, synonyms, takes_minutes FROM absence_code
                WHERE school_id = \(school) ORDER BY position, id
                """
            ) { row in
                let id = row.int(0)
                let names =
                    standard.first { $0.id == id }?.names
                    ?? Names(ky: row.text(2), ru: row.text(3), kk: row.text(4), en: row.text(3))
                return AbsenceCode(
                    id: id, category: AbsenceCategory(rawValue: row.text(1)) ?? .unknown,
                    label: RecordLabels(ky: row.text(2), ru: row.text(3), kk: row.text(4)),
                    synonyms: synonyms(row.text(5)), takesMinutes: row.bool(6), names: names)
            }
        }
    }

    static let writtenKinds = Set(
        Country.allCases.flatMap(\.profile.kindsOfWork).filter(\.isWritten).map(\.id))

    /// The kinds of work with the weights the school has given them, those no longer given too.
    static func kindsOfWork(school: Int64, in connection: Connection) throws -> [KindOfWork] {
        try connection.fact("kinds of work") {
            try connection.all(
                """
                SELECT id, short_ky, short_ru, short_kk, short_en, name_ky, name_ru, name_kk, name_en, weight,
                    is_required,
                    maximum, counts, is_off, counting
                FROM kind_of_work WHERE school_id = \(school) ORDER BY position, id
                """
            ) { row in
                KindOfWork(
                    id: row.int(0), short: Names(ky: row.text(1), ru: row.text(2), kk: row.text(3), en: row.text(4)),
                    names: Names(ky: row.text(5), ru: row.text(6), kk: row.text(7), en: row.text(8)),
                    weight: Fraction(hundredths: row.int(9)), isRequired: row.bool(10),
                    isWritten: writtenKinds.contains(row.int(0)),
                    maximum: row.int(11) > 0 ? Fraction(row.integer(11)) : nil,
                    counting: Dated(stored: row.text(14)) ?? Dated(row.bool(12)), isOff: row.bool(13))
            }
        }
    }

    /// A scale by its name.
    static func scale(_ name: String) -> Scale { Scale.named(name) ?? .fivePoint }

    /// The norm and the limit for each kind of entry.
    static func deadlines(school: Int64, in connection: Connection) throws -> DeadlineRules {
        try connection.fact("deadlines") {
            var rules = DeadlineRules.standard
            try connection.each(
                """
                SELECT entry_kind, norm, outer_limit FROM deadline_rule
                WHERE school_id = \(school) ORDER BY entry_kind
                """
            ) { row in
                guard let kind = EntryKind(rawValue: row.text(0)), let norm = Limit(row.text(1)),
                    let limit = Limit(row.text(2))
                else { return }
                let rule = DeadlineRule(norm: norm, limit: limit)
                switch kind {
                case .lesson: rules.lesson = rule
                case .attendance: rules.attendance = rule
                case .homework: rules.homework = rule
                case .mark: rules.mark = rule
                case .writtenMark: rules.writtenMark = rule
                }
            }
            if try setting("deadline.next_day", school: school, in: connection) == "calendar" {
                rules.nextDayIs = .calendar
            }
            return rules
        }
    }

    static func setting(_ name: String, school: Int64, in connection: Connection) throws -> String? {
        try connection.fact("setting \(name)") {
            try connection.first("SELECT value FROM setting WHERE school_id = \(school) AND name = \(name)") {
                $0.text(0)
            }
        }
    }

    /// Synonyms are kept as `ky:К ж;ru:Н`.
    private static func synonyms(_ text: String) -> [RecordLanguage: [String]] {
        var found: [RecordLanguage: [String]] = [:]
        for part in text.split(separator: ";") {
            let words = part.split(separator: ":", maxSplits: 1)
            guard words.count == 2, let language = RecordLanguage(rawValue: String(words[0])) else { continue }
            found[language] = words[1].split(separator: " ").map(String.init)
        }
        return found
    }

    private static func day(_ text: String) -> Day { Day(text) ?? .forever }
}
