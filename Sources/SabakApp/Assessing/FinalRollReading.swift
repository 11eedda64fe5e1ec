import SchoolRules
import Store

/// Reads a roll of final marks: the classes, who sits on which page, what the pages are and who is who, each asked
/// once.
struct FinalRollReading {
    private let period: RollPeriod
    private let year: Int
    private let classID: Int64?
    private let school: Int64
    private let connection: Connection
    /// The day at whose end students are counted.
    private let end: String
    private let grades: ClosedRange<Int>
    /// The day the marks are looked at: today, or that of the signature.
    private let seen: Day

    /// - Parameter classID: nil for the whole school.
    init(
        _ period: RollPeriod, year: Int, classID: Int64?, on today: Day, of school: Int64, in connection: Connection
    ) throws {
        (self.period, self.year, self.classID, self.school) = (period, year, classID, school)
        self.connection = connection
        (end, grades) = period.span(try FinalQueries.terms(year: year, school: school, in: connection), year: year)
        seen = try period.seen(on: today, of: school, in: connection)
    }

    func roll() throws -> FinalRoll {
        let homes = try homes()
        var seats = try seats()
        let facts = try facts(of: Set(seats.map(\.page)))
        sort(&seats, homes: homes, facts: facts)
        let pages = try pages(facts, met: seats, homes: homes)
        let present = Set(seats.map(\.home))
        seats = withoutIndividual(seats, facts)
        let students = Set(seats.map(\.student))
        let people = try people().filter { students.contains($0.id) }
        return FinalRoll(
            period: period, pages: pages, homes: homes.filter { present.contains($0.id) }, seats: seats,
            students: people.map(\.id), names: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) }))
    }

    private var onlyClass: SQL { classID.map { "AND class.id = \($0)" } ?? "" }

    private func homes() throws -> [FinalRoll.Home] {
        try connection.all(
            """
            SELECT class.id, class.grade, class.letter FROM class
            WHERE class.school_id = \(school) AND class.year = \(year) AND class.grade >= \(grades.lowerBound)
                AND class.grade <= \(grades.upperBound) \(onlyClass)
            ORDER BY class.sort_key, class.id
            """
        ) { FinalRoll.Home(id: $0.integer(0), name: ClassName(grade: $0.int(1), letter: $0.text(2))) }
    }

    /// Narrow rows: a school has ten thousand of them. The year is asked of the pages, so that they are found by
    /// their groups.
    private func seats() throws -> [FinalRoll.Seat] {
        try connection.all(
            """
            SELECT class.id, page.id, member.student_id, coalesce(final_mark.value, ''),
                coalesce(final_mark.scale, ''), coalesce(final_mark.expected, ''), coalesce(final_mark.previous, '')
            FROM class
            JOIN enrolment AS pupil ON pupil.school_id = class.school_id AND pupil.group_id = class.id
                AND pupil.from_day <= \(end) AND pupil.to_day >= \(end)
            JOIN enrolment AS member ON member.school_id = pupil.school_id AND member.student_id = pupil.student_id
                AND member.from_day <= \(end) AND member.to_day >= \(end)
            JOIN page ON page.school_id = member.school_id AND page.group_id = member.group_id
            LEFT JOIN final_mark ON final_mark.school_id = page.school_id AND final_mark.page_id = page.id
                AND final_mark.period = \(period.key.stored) AND final_mark.student_id = member.student_id
            WHERE class.school_id = \(school) AND class.year = \(year) AND class.grade >= \(grades.lowerBound)
                AND class.grade <= \(grades.upperBound) \(onlyClass)
            ORDER BY page.id, member.student_id, class.id
            """
        ) { row in
            FinalRoll.Seat(
                page: row.integer(1), student: row.integer(2), home: row.integer(0), value: row.text(3),
                scale: row.text(4), expected: FinalExpectation.value(row.text(5), on: seen), previous: row.text(6))
        }
    }

    /// What a page is, before its regime is known.
    private struct Facts {
        let id, subject, classID: Int64
        let code, scale, groupKind, groupName: String
        let names: Names
        let record: RecordLanguage
        let hours: Int
        /// Its place in the order of subjects.
        var rank = 0
    }

    private func facts(of ids: Set<Int64>) throws -> [Int64: Facts] {
        let only: SQL = classID == nil ? "" : "AND page.id IN \(list: ids.sorted())"
        let found = try connection.all(
            """
            SELECT page.id, page.subject_id, page.class_id, subject.code, page.scale, study_group.kind,
                study_group.name, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
                page.record_language, page.hours
            FROM page
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            WHERE page.school_id = \(school) AND page.year = \(year) \(only)
            ORDER BY subject.position, subject.id, page.id
            """
        ) { row in
            Facts(
                id: row.integer(0), subject: row.integer(1), classID: row.integer(2), code: row.text(3),
                scale: row.text(4), groupKind: row.text(5), groupName: row.text(6),
                names: Names(ky: row.text(7), ru: row.text(8), kk: row.text(9), en: row.text(10)),
                record: RecordLanguage(rawValue: row.text(11)) ?? .ru, hours: row.int(12))
        }
        var byPage: [Int64: Facts] = [:]
        for (rank, var facts) in found.enumerated() {
            facts.rank = rank
            byPage[facts.id] = facts
        }
        return byPage
    }

    /// In the order of classes, subjects and students; a page of another year is none of the roll's.
    private func sort(_ seats: inout [FinalRoll.Seat], homes: [FinalRoll.Home], facts: [Int64: Facts]) {
        let ranks = Dictionary(uniqueKeysWithValues: homes.enumerated().map { ($1.id, $0) })
        seats = seats.compactMap { seat in facts[seat.page].map { (ranks[seat.home] ?? 0, $0.rank, seat) } }
            .sorted { ($0.0, $0.1, $0.2.student) < ($1.0, $1.1, $1.2.student) }
            .map(\.2)
    }

    /// In the order in which the seats name them; the grade is that of the first class.
    private func pages(
        _ facts: [Int64: Facts], met seats: [FinalRoll.Seat], homes: [FinalRoll.Home]
    ) throws -> [FinalRoll.Page] {
        let regimes = try Regimes(school: school, year: year, in: connection)
        let grades = Dictionary(uniqueKeysWithValues: homes.map { ($0.id, $0.name.grade) })
        let teachers = try teachers(of: classID == nil ? nil : facts.keys.sorted())
        var seen: Set<Int64> = []
        return seats.compactMap { seat in
            guard seen.insert(seat.page).inserted, let facts = facts[seat.page] else { return nil }
            return page(facts, grade: grades[seat.home] ?? 0, regimes, teachers[seat.page] ?? [])
        }
    }

    private func page(
        _ facts: Facts, grade: Int, _ regimes: Regimes, _ teachers: [FinalRoll.Teacher]
    ) -> FinalRoll.Page {
        let regime = regimes.regime(
            grade: grade, subject: facts.code, scale: facts.scale, on: Day(end) ?? .forever)
        return FinalRoll.Page(
            id: facts.id, subject: facts.subject, names: facts.names, classID: facts.classID,
            groupName: facts.groupName, record: facts.record, regime: regime,
            isNeeded: regime.needsFinals && !isWithNext(regime, hours: facts.hours),
            isByHalfYear: isByHalfYear(regime, hours: facts.hours), teachers: teachers)
    }

    /// Half-year marking at one hour a week: the odd quarter's mark is set with the next one.
    private func isWithNext(_ regime: Regime, hours: Int) -> Bool {
        guard case .term(let term) = period, term.number % 2 == 1 else { return false }
        return isByHalfYear(regime, hours: hours)
    }

    private func isByHalfYear(_ regime: Regime, hours: Int) -> Bool {
        guard case .term(let term) = period else { return false }
        return regime.isMarkedByHalfYear(term.kind, hours: hours)
    }

    private struct SubjectOfStudent: Hashable {
        let student, subject: Int64
    }

    /// A student with an individual plan in a subject is not on the page of the class.
    private func withoutIndividual(_ seats: [FinalRoll.Seat], _ facts: [Int64: Facts]) -> [FinalRoll.Seat] {
        let own = Set(facts.values.filter { $0.groupKind == "individual" }.map(\.id))
        guard !own.isEmpty else { return seats }
        func subject(_ seat: FinalRoll.Seat) -> SubjectOfStudent {
            SubjectOfStudent(student: seat.student, subject: facts[seat.page]?.subject ?? 0)
        }
        let individual = Set(seats.filter { own.contains($0.page) }.map(subject))
        return seats.filter { own.contains($0.page) || !individual.contains(subject($0)) }
    }

    /// In the order of classes and of the register, each once.
    private func people() throws -> [(id: Int64, name: PersonName)] {
        var seen: Set<Int64> = []
        return try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM class
            JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
                AND enrolment.from_day <= \(end) AND enrolment.to_day >= \(end)
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE class.school_id = \(school) AND class.year = \(year) \(onlyClass)
            ORDER BY class.sort_key, class.id, person.sort_key, person.id
            """
        ) { (id: $0.integer(0), name: PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3))) }
        .filter { seen.insert($0.id).inserted }
    }

    private func teachers(of pages: [Int64]?) throws -> [Int64: [FinalRoll.Teacher]] {
        let only: SQL = pages.map { "AND load.page_id IN \(list: $0)" } ?? ""
        var found: [Int64: [FinalRoll.Teacher]] = [:]
        try connection.each(
            """
            SELECT load.page_id, person.id, person.surname, person.given, person.patronymic FROM load
            JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE load.school_id = \(school) AND load.from_day <= \(end) AND load.to_day >= \(end) \(only)
            ORDER BY load.page_id, person.sort_key, person.id
            """
        ) { row in
            let name = PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4))
            found[row.integer(0), default: []].append(FinalRoll.Teacher(id: row.integer(1), name: name))
        }
        return found
    }
}
