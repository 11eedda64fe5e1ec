import SchoolRules
import Store

/// What is signed of a school year. The one place that says whether a period is closed.
struct Closings: Sendable {
    /// One signature, or one reopening.
    struct Deed: Sendable {
        let period: FinalPeriod
        let term: Int64
        let isClosing: Bool
        let reason: String
        let at: Int64
        let by: Int64
        let name: PersonName
    }

    let terms: [FinalTerm]
    /// Every signature and reopening of the year, the oldest first.
    let deeds: [Deed]
    private let time: LocalTime

    init(year: Int, school: Int64, time: LocalTime, in connection: Connection) throws {
        self.time = time
        terms = try FinalQueries.terms(year: year, school: school, in: connection)
        deeds = try connection.all(
            """
            SELECT closing.period, closing.term_id, closing.deed, closing.reason, closing.at, closing.by_person,
                coalesce(person.surname, ''), coalesce(person.given, ''), coalesce(person.patronymic, '')
            FROM closing
            LEFT JOIN person ON person.school_id = closing.school_id AND person.id = closing.by_person
            WHERE closing.school_id = \(school) AND closing.year = \(year) ORDER BY closing.at, closing.id
            """
        ) { row in
            Deed(
                period: FinalPeriod(rawValue: row.text(0)) ?? .term, term: row.integer(1),
                isClosing: row.text(2) == "closed", reason: row.text(3), at: row.integer(4), by: row.integer(5),
                name: PersonName(stored: row.text(6), given: row.text(7), patronymic: row.text(8)))
        }
    }

    /// The terms of a grade, in order of date.
    func terms(of grade: Int) -> [FinalTerm] { terms.filter { $0.gradeFrom <= grade && grade <= $0.gradeTo } }

    func closing(of term: FinalTerm) -> PeriodClosing? {
        term.closedAt == 0 ? nil : PeriodClosing(by: term.closedBy, at: time.moment(term.closedAt))
    }

    /// The closing of the year, or of exams and certificates.
    func closing(of period: FinalPeriod) -> PeriodClosing? {
        let signed = period == .exam ? .final : period
        guard let last = deeds.last(where: { $0.period == signed && $0.term == 0 }), last.isClosing else { return nil }
        return PeriodClosing(by: last.by, at: time.moment(last.at))
    }

    func closing(of key: FinalKey, grade: Int) -> PeriodClosing? {
        switch key {
        case .term(let number): terms(of: grade).first { $0.number == number }.flatMap { closing(of: $0) }
        case .year, .exam, .final: closing(of: key.period)
        }
    }
}

extension Closings {
    /// Writes a signature: from now on the period is frozen.
    static func sign(_ period: RollPeriod, year: Int, id: Int64, in writing: Writing) throws {
        if case .term(let term) = period {
            try writing.connection.run(
                """
                UPDATE term SET closed_at = \(writing.instant), closed_by = \(writing.author.person)
                WHERE school_id = \(writing.school) AND id = \(term.id) AND closed_at = 0
                """)
        }
        try note(period, "closed", reason: "", year: year, id: id, in: writing)
        try writing.audit("closing.sign", object(period, year), before: "open", after: "closed")
    }

    /// Takes a signature back; the reason stays for everybody to read. Debts of the term turn again by their days.
    static func reopen(
        _ period: RollPeriod, because reason: String, year: Int, id: Int64, on today: Day, in writing: Writing
    ) throws {
        if case .term(let term) = period {
            try writing.connection.run(
                """
                UPDATE term SET closed_at = 0, closed_by = 0 WHERE school_id = \(writing.school) AND id = \(term.id)
                """)
            let place = RegimePlace(grades: term.gradeFrom...max(term.gradeFrom, term.gradeTo), subjects: [])
            try FinalExpectation.refreshOpen(place, period.key, year: year, on: today, in: writing)
        }
        try note(period, "reopened", reason: reason, year: year, id: id, in: writing)
        try writing.audit("closing.reopen", object(period, year), before: "closed", after: "open", text: reason)
    }

    private static func object(_ period: RollPeriod, _ year: Int) -> String {
        if case .term(let term) = period { return "term/\(term.id)" }
        return "year/\(year)/\(period.stored)"
    }

    private static func note(
        _ period: RollPeriod, _ deed: String, reason: String, year: Int, id: Int64, in writing: Writing
    ) throws {
        var termID: Int64 = 0
        if case .term(let term) = period { termID = term.id }
        try writing.connection.run(
            """
            INSERT INTO closing (school_id, id, year, period, term_id, deed, reason, at, by_person)
            VALUES (\(writing.school), \(id), \(year), \(period.key.period.rawValue), \(termID), \(deed), \(reason),
                \(writing.instant), \(writing.author.person))
            """)
    }
}
