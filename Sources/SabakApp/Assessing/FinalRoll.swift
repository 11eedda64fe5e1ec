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
        let teachers: [Teacher]

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
    let pages: [Page]
    let homes: [Home]
    /// In the order of classes, pages and students.
    let seats: [Seat]
    /// In the order of classes and of the register.
    let students: [Int64]
    let names: [Int64: PersonName]
    private let places: [Int64: Int]

    init(
        period: RollPeriod, pages: [Page], homes: [Home], seats: [Seat], students: [Int64],
        names: [Int64: PersonName]
    ) {
        (self.period, self.pages, self.homes, self.seats) = (period, pages, homes, seats)
        (self.students, self.names) = (students, names)
        places = Dictionary(uniqueKeysWithValues: pages.enumerated().map { ($1.id, $0) })
    }

    func page(_ id: Int64) -> Page? { places[id].map { pages[$0] } }

    /// The pages as a closing looks at them.
    var finals: [PageFinals] {
        let byPage = Dictionary(grouping: seats, by: \.page)
        return pages.filter(\.isNeeded).map { page in
            PageFinals(
                page: page.id, teacher: page.teachers.first?.id ?? 0,
                finals: (byPage[page.id] ?? []).map { PageFinal(student: $0.student, mark: $0.mark) })
        }
    }
}

extension FinalRoll {
    static func read(
        _ period: RollPeriod, year: Int, classID: Int64? = nil, of school: Int64, in connection: Connection
    ) throws -> FinalRoll {
        try FinalRollReading(period, year: year, classID: classID, of: school, in: connection).roll()
    }

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
