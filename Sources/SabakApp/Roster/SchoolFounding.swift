import SchoolRules
import Store
import Web

/// Makes a new school: its file and the rows that the country profile gives. All of them may be edited later.
public struct SchoolFounding: Sendable {
    public let name: String
    public let country: Country
    /// The calendar year in which the first school year begins.
    public let year: Int
    public var isDemo = false
    /// The language of the school's pages until a person chooses another; nil: the country's first.
    public var language: InterfaceLanguage?
    private var profile: CountryProfile { country.profile }

    public init(name: String, country: Country, year: Int, isDemo: Bool = false) {
        self.name = name
        self.country = country
        self.year = year
        self.isDemo = isDemo
    }

    /// Writes the school's first rows.
    public func write(ids: Identity, in writing: Writing) throws {
        let language = (language ?? profile.interfaceLanguages.first)?.rawValue ?? "ru"
        let record = profile.recordLanguages.first?.rawValue ?? "ru"
        try writing.connection.run(
            """
            INSERT INTO school (school_id, name, country, time_zone, language, record_language, is_demo, created_at)
            VALUES (\(writing.school), \(name), \(country.rawValue), \(profile.timeZone), \(language), \(record),
                \(isDemo), \(writing.instant))
            """)
        try writing.audit("school.found", "school/\(writing.school)", after: country.rawValue, text: name)
        try writeSettings(in: writing)
        try writeTerms(of: year, ids: ids, in: writing)
        try writeBells(ids: ids, in: writing)
        try writeSubjects(ids: ids, in: writing)
        try writeCodes(in: writing)
        try writeKinds(in: writing)
        try writeScales(in: writing)
        try writeDeadlines(in: writing)
        try Regimes.keep(year: year, ids: ids, in: writing)
    }

    private func writeSettings(in writing: Writing) throws {
        let week = profile.weekdays.sorted().map(String.init).joined()
        // Which further grades are taught without marks is the school's to say; grade 1 is everywhere.
        for (name, value) in [("week.days", week), ("grades.unmarked", "1"), ("leavers.read", "0")] {
            try writing.connection.run(
                "INSERT INTO setting (school_id, name, value) VALUES (\(writing.school), \(name), \(value))")
        }
    }

    /// Writes the terms and days off of a school year.
    public func writeTerms(of year: Int, ids: Identity, in writing: Writing) throws {
        for term in profile.terms(schoolYear: year) {
            try writing.connection.run(
                """
                INSERT INTO term (school_id, id, year, number, kind, grade_from, grade_to, from_day, to_day)
                VALUES (\(writing.school), \(ids.next()), \(year), \(term.number), \(term.kind.rawValue),
                    \(term.gradeFrom), \(term.gradeTo), \(term.from.description), \(term.to.description))
                """)
        }
        for day in profile.daysOff(schoolYear: year) {
            try writing.connection.run(
                """
                INSERT INTO day_off (school_id, id, kind, from_day, to_day, grade_from, grade_to, name_ky, name_ru,
                    name_kk, name_en)
                VALUES (\(writing.school), \(ids.next()), \(day.kind.rawValue), \(day.from.description),
                    \(day.to.description), \(day.gradeFrom), \(day.gradeTo), \(day.names.ky), \(day.names.ru),
                    \(day.names.kk), \(day.names.en))
                """)
        }
    }

    private func writeBells(ids: Identity, in writing: Writing) throws {
        for bell in profile.bells {
            try writing.connection.run(
                """
                INSERT INTO bell (school_id, id, shift, weekday, day_kind, number, start_minute, end_minute,
                    grade_from, grade_to)
                VALUES (\(writing.school), \(ids.next()), \(bell.shift), \(bell.weekday), \(bell.dayKind.rawValue),
                    \(bell.number), \(bell.start.minutes), \(bell.end.minutes), \(bell.gradeFrom), \(bell.gradeTo))
                """)
        }
    }

    private func writeSubjects(ids: Identity, in writing: Writing) throws {
        for (position, subject) in profile.subjects.enumerated() {
            _ = try RosterWriting(writing: writing, ids: ids, alphabet: profile.alphabet)
                .addSubject(code: subject.code, names: subject.names, position: position)
        }
    }

    private func writeCodes(in writing: Writing) throws {
        for (position, code) in profile.absenceCodes.enumerated() {
            let synonyms = RecordLanguage.allCases.compactMap { language in
                code.synonyms[language].map { language.rawValue + ":" + $0.joined(separator: " ") }
            }
            try writing.connection.run(
                """
                INSERT INTO absence_code (school_id, id, category, label_ky, label_ru, label_kk, synonyms,
                    takes_minutes, position)
                VALUES (\(writing.school), \(code.id), \(code.category.rawValue), \(code.label.ky), \(code.label.ru),
                    \(code.label.kk), \(synonyms.joined(separator: ";")), \(code.takesMinutes), \(position))
                """)
        }
    }

    private func writeKinds(in writing: Writing) throws {
        for (position, kind) in profile.kindsOfWork.enumerated() {
            try writing.connection.run(
                """
                INSERT INTO kind_of_work (school_id, id, code, short_ky, short_ru, short_kk, short_en, name_ky, name_ru,
                    name_kk, name_en, weight, is_required, needs_title, position, maximum, counts)
                VALUES (\(writing.school), \(kind.id), \(KindCode.code(kind)), \(kind.short.ky),
                    \(kind.short.ru), \(kind.short.kk),
                    \(kind.short.en), \(kind.names.ky), \(kind.names.ru), \(kind.names.kk), \(kind.names.en),
                    \(kind.weight.hundredths), \(kind.isRequired), \(kind.isRequired), \(position),
                    \(kind.maximum?.nearest ?? 0), \(kind.counting.first))
                """)
        }
    }

    private func writeScales(in writing: Writing) throws {
        for scale in Set([profile.scale, profile.finalScale]).sorted(by: { $0.id < $1.id }) {
            for (position, value) in scale.values.enumerated() {
                let numeric = value.numeric ?? 0
                try writing.connection.run(
                    """
                    INSERT INTO scale_value (school_id, scale, value, numerator, denominator, level, position,
                        is_counted)
                    VALUES (\(writing.school), \(scale.id), \(value.value), \(numeric.numerator),
                        \(numeric.denominator), \(value.level.rawValue), \(position), \(value.numeric != nil))
                    """)
            }
        }
    }

    private func writeDeadlines(in writing: Writing) throws {
        for kind in EntryKind.allCases {
            let rule = profile.deadlines[kind]
            try writing.connection.run(
                """
                INSERT INTO deadline_rule (school_id, entry_kind, norm, outer_limit)
                VALUES (\(writing.school), \(kind.rawValue), \(rule.norm.text), \(rule.limit.text))
                """)
        }
    }
}

extension App {
    /// Founds a school in the data directory.
    public static func found(_ founding: SchoolFounding, in store: Store, ids: Identity, at instant: Int64) throws
        -> SchoolStore
    {
        try make(founding, in: store, ids: ids, at: instant, by: .command("school add")) { _, _ in }.school
    }

    /// Founds a school together with its first people, who get one-time codes.
    public static func found(
        _ founding: SchoolFounding, with people: FirstPeople, in store: Store, ids: Identity, at instant: Int64,
        by author: Author, passwords: Passwords = Passwords()
    ) throws -> (school: SchoolStore, slips: [FirstPeople.Slip]) {
        let (school, slips) = try make(founding, in: store, ids: ids, at: instant, by: author) { school, writing in
            try people.write(in: writing, of: school, store: store, ids: ids, passwords: passwords)
        }
        return (school, slips)
    }

    private static func make<T>(
        _ founding: SchoolFounding, in store: Store, ids: Identity, at instant: Int64, by author: Author,
        _ more: (SchoolStore, Writing) throws -> T
    ) throws -> (school: SchoolStore, made: T) {
        let id = ids.next()
        let school = try store.add(school: id, name: founding.name, country: founding.country.rawValue, at: instant)
        do {
            let made = try school.writeNow(by: author, at: instant) { writing in
                try founding.write(ids: ids, in: writing)
                return try more(school, writing)
            }
            return (school, made)
        } catch {
            try store.discard(school: id)
            throw error
        }
    }
}
