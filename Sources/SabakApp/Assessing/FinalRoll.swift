import SchoolRules
import Store

/// A period of a school's year: one of its terms, the year, or the certificates.
enum RollPeriod: Sendable {
    case term(FinalTerm)
    case year
    case final

    var key: FinalKey {
        switch self {
        case .term(let term): term.key
        case .year: .year
        case .final: .final
        }
    }

    /// As addresses name it: a term by its id.
    var stored: String {
        switch self {
        case .term(let term): String(term.id)
        case .year: "year"
        case .final: "final"
        }
    }

    init?(_ stored: String, among terms: [FinalTerm]) {
        switch stored {
        case "year": self = .year
        case "final": self = .final
        default:
            guard let term = terms.first(where: { String($0.id) == stored }) else { return nil }
            self = .term(term)
        }
    }

    /// The term that ended last, else the first.
    static func usual(_ terms: [FinalTerm], on day: Day) -> RollPeriod {
        (terms.last { $0.to <= day } ?? FinalTerm.current(of: terms, on: day)).map(RollPeriod.term) ?? .year
    }
}

/// Who has which final mark on which page at the end of a period: of a school, or of one class.
struct FinalRoll: Sendable {
    struct Teacher: Sendable, Hashable {
        let id: Int64
        let name: PersonName
    }

    struct Page: Sendable {
        let id, subject: Int64
        let names: Names
        let classID: Int64
        let groupName: String
        let record: RecordLanguage
        let regime: Regime
        /// Whether a mark is set for this period at all.
        let isNeeded: Bool
        var teachers: [Teacher] = []

        var scale: Scale { SchoolFacts.scale(regime.finalScale) }
    }

    struct Home: Sendable, Hashable {
        let id: Int64
        let name: ClassName
    }

    struct Seat: Sendable {
        let page, student, home: Int64
        let value, scale, expected, previous: String

        var mark: FinalMark? { value.isEmpty ? nil : FinalMark(value, scale: SchoolFacts.scale(scale)) }
        var before: FinalMark? { previous.isEmpty ? nil : FinalMark(previous, scale: SchoolFacts.scale(scale)) }
        var rule: ScaleValue? { expected.isEmpty ? nil : SchoolFacts.scale(scale).value(expected) }
    }

    let period: RollPeriod
    /// In the order of classes and subjects.
    private(set) var pages: [Page] = []
    private(set) var homes: [Home] = []
    private(set) var seats: [Seat] = []
    /// In the order of classes and of the register.
    private(set) var students: [Int64] = []
    private(set) var names: [Int64: PersonName] = [:]

    func page(_ id: Int64) -> Page? { places[id].map { pages[$0] } }
    private var places: [Int64: Int] = [:]

    /// The pages as a closing looks at them.
    var finals: [PageFinals] {
        let byPage = Dictionary(grouping: seats, by: \.page)
        return pages.filter(\.isNeeded).map { page in
            PageFinals(
                page: page.id, teacher: page.teachers.first?.id ?? 0,
                finals: (byPage[page.id] ?? []).map { PageFinal(student: $0.student, mark: $0.mark) })
        }
    }

    static func read(
        _ period: RollPeriod, year: Int, classID: Int64? = nil, of school: Int64, in connection: Connection
    ) throws -> FinalRoll {
        let terms = try FinalQueries.terms(year: year, school: school, in: connection)
        let regimes = try Regimes(school: school, year: year, in: connection)
        var roll = FinalRoll(period: period)
        let (end, grades) = period.span(terms, year: year)
        let individual = try roll.readSeats(
            key: period.key, year: year, end: end, grades: grades, classID: classID, regimes, school, connection)
        roll.leaveOut(individual)
        try roll.readNames(classID: classID, year: year, end: end, school, connection)
        try roll.readTeachers(end: end, year: year, school, connection)
        return roll
    }

    private init(period: RollPeriod) { self.period = period }

    private mutating func readSeats(
        key: FinalKey, year: Int, end: String, grades: ClosedRange<Int>, classID: Int64?, _ regimes: Regimes,
        _ school: Int64, _ connection: Connection
    ) throws -> Set<SubjectOfStudent> {
        let only: SQL = classID.map { "AND home.id = \($0)" } ?? ""
        var (pages, places, homes): ([Page], [Int64: Int], [Home]) = ([], [:], [])
        var seats: [Seat] = []
        var individual: Set<SubjectOfStudent> = []
        var own: Set<Int64> = []
        try connection.each(
            """
            SELECT page.id, page.subject_id, subject.code, subject.name_ky, subject.name_ru, subject.name_kk,
                subject.name_en, page.class_id, page.scale, page.record_language, page.hours, study_group.kind,
                study_group.name, member.student_id, home.id, home.grade, home.letter,
                coalesce(final_mark.value, ''), coalesce(final_mark.scale, ''), coalesce(final_mark.expected, ''),
                coalesce(final_mark.previous, '')
            FROM class AS home
            JOIN enrolment AS pupil ON pupil.school_id = home.school_id AND pupil.group_id = home.id
                AND pupil.from_day <= \(end) AND pupil.to_day >= \(end)
            JOIN enrolment AS member ON member.school_id = pupil.school_id AND member.student_id = pupil.student_id
                AND member.from_day <= \(end) AND member.to_day >= \(end)
            JOIN page ON page.school_id = member.school_id AND page.group_id = member.group_id
                AND page.year = home.year
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN final_mark ON final_mark.school_id = page.school_id AND final_mark.page_id = page.id
                AND final_mark.period = \(key.stored) AND final_mark.student_id = member.student_id
            WHERE home.school_id = \(school) AND home.year = \(year) AND home.grade >= \(grades.lowerBound)
                AND home.grade <= \(grades.upperBound) \(only)
            ORDER BY home.sort_key, home.id, subject.position, subject.id, page.id, member.student_id
            """
        ) { row in
            let (page, subject, student, home) = (row.integer(0), row.integer(1), row.integer(13), row.integer(14))
            if places[page] == nil {
                places[page] = pages.count
                pages.append(self.page(row, regimes, end: end))
            }
            if homes.last?.id != home {
                homes.append(Home(id: home, name: ClassName(grade: row.int(15), letter: row.text(16))))
            }
            if row.text(11) == "individual" {
                individual.insert(SubjectOfStudent(student: student, subject: subject))
                own.insert(page)
            }
            seats.append(
                Seat(
                    page: page, student: student, home: home, value: row.text(17), scale: row.text(18),
                    expected: row.text(19), previous: row.text(20)))
        }
        (self.pages, self.places, self.homes, self.seats, ownPages) = (pages, places, homes, seats, own)
        return individual
    }

    private struct SubjectOfStudent: Hashable {
        let student, subject: Int64
    }

    private var ownPages: Set<Int64> = []

    private func page(_ row: Row, _ regimes: Regimes, end: String) -> Page {
        let regime = regimes.regime(
            grade: row.int(15), subject: row.text(2), scale: row.text(8), on: Day(end) ?? .forever)
        return Page(
            id: row.integer(0), subject: row.integer(1),
            names: Names(ky: row.text(3), ru: row.text(4), kk: row.text(5), en: row.text(6)), classID: row.integer(7),
            groupName: row.text(12), record: RecordLanguage(rawValue: row.text(9)) ?? .ru, regime: regime,
            isNeeded: regime.needsFinals && !isWithNext(regime, hours: row.int(10)))
    }

    /// Half-year marking at one hour a week: the odd quarter's mark is set with the next one.
    private func isWithNext(_ regime: Regime, hours: Int) -> Bool {
        guard case .term(let term) = period, term.kind == .quarter, term.number % 2 == 1 else { return false }
        return regime.isMarkedByHalfYear(term.kind, hours: hours)
    }

    /// A student with an individual plan in a subject is not on the page of the class.
    private mutating func leaveOut(_ individual: Set<SubjectOfStudent>) {
        guard !individual.isEmpty else { return }
        let kept = seats.filter { seat in
            guard !ownPages.contains(seat.page), let page = page(seat.page) else { return true }
            return !individual.contains(SubjectOfStudent(student: seat.student, subject: page.subject))
        }
        seats = kept
    }

    private mutating func readNames(
        classID: Int64?, year: Int, end: String, _ school: Int64, _ connection: Connection
    ) throws {
        let present = Set(seats.map(\.student))
        let only: SQL = classID.map { "AND class.id = \($0)" } ?? ""
        let rows = try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM class
            JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
                AND enrolment.from_day <= \(end) AND enrolment.to_day >= \(end)
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE class.school_id = \(school) AND class.year = \(year) \(only)
            ORDER BY class.sort_key, class.id, person.sort_key, person.id
            """
        ) { ($0.integer(0), PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3))) }
        for (id, name) in rows where present.contains(id) && names[id] == nil {
            students.append(id)
            names[id] = name
        }
    }

    private mutating func readTeachers(end: String, year: Int, _ school: Int64, _ connection: Connection) throws {
        var found: [Int64: [Teacher]] = [:]
        try connection.each(
            """
            SELECT load.page_id, person.id, person.surname, person.given, person.patronymic FROM page
            JOIN load ON load.school_id = page.school_id AND load.page_id = page.id AND load.from_day <= \(end)
                AND load.to_day >= \(end)
            JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE page.school_id = \(school) AND page.year = \(year) ORDER BY load.page_id, person.sort_key, person.id
            """
        ) { row in
            let name = PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4))
            found[row.integer(0), default: []].append(Teacher(id: row.integer(1), name: name))
        }
        for index in pages.indices { pages[index].teachers = found[pages[index].id] ?? [] }
    }
}

extension RollPeriod {
    /// The day at whose end students are counted, and the grades of the period.
    fileprivate func span(_ terms: [FinalTerm], year: Int) -> (end: String, grades: ClosedRange<Int>) {
        if case .term(let term) = self {
            return (term.to.description, term.gradeFrom...max(term.gradeFrom, term.gradeTo))
        }
        let end = terms.map(\.to).max() ?? Day(year: year + 1, month: 5, day: 25) ?? .forever
        return (end.description, 0...99)
    }
}

extension FinalRoll {
    /// What is missing before the period may close. Certificates need a final mark only where an exam was held.
    static func missing(
        _ period: RollPeriod, year: Int, of school: Int64, in connection: Connection
    ) throws -> (roll: FinalRoll, pages: [PageFinals]) {
        let roll = try read(period, year: year, of: school, in: connection)
        guard case .final = period else { return (roll, roll.finals) }
        let examined = Set(
            try connection.all(
                """
                SELECT final_mark.page_id, final_mark.student_id FROM final_mark
                JOIN page ON page.school_id = final_mark.school_id AND page.id = final_mark.page_id
                WHERE final_mark.school_id = \(school) AND page.year = \(year) AND final_mark.period = 'exam'
                    AND final_mark.value <> ''
                ORDER BY final_mark.page_id, final_mark.student_id
                """
            ) { "\($0.integer(0))/\($0.integer(1))" })
        let pages = roll.finals.map { page in
            PageFinals(
                page: page.page, teacher: page.teacher,
                finals: page.finals.filter { examined.contains("\(page.page)/\($0.student)") })
        }
        return (roll, pages)
    }
}

/// A list of what is missing, by teacher.
struct MissingByTeacher: Sendable {
    struct Line: Sendable {
        let teacher: FinalRoll.Teacher?
        let pages: [(page: FinalRoll.Page, students: [PersonName])]

        var count: Int { pages.reduce(0) { $0 + $1.students.count } }
    }

    let lines: [Line]

    init(_ missing: [MissingFinals], in roll: FinalRoll) {
        let byTeacher = Dictionary(grouping: missing, by: \.teacher)
        lines = byTeacher.keys.sorted().map { id in
            let pages = (byTeacher[id] ?? []).compactMap { found in
                roll.page(found.page).map { page in (page, found.students.compactMap { roll.names[$0] }) }
            }
            let teacher = pages.first?.0.teachers.first { $0.id == id }
            return Line(teacher: teacher, pages: pages.map { (page: $0.0, students: $0.1) })
        }
        .sorted { ($0.teacher?.name.list ?? "") < ($1.teacher?.name.list ?? "") }
    }

    var count: Int { lines.reduce(0) { $0 + $1.count } }
}
