import SchoolRules
import Store

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
        /// Whether the mark of the quarter is that of the half-year.
        let isByHalfYear: Bool
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
        _ period: RollPeriod, year: Int, classID: Int64? = nil, on today: Day, of school: Int64,
        in connection: Connection
    ) throws -> FinalRoll {
        try FinalRollReading(period, year: year, classID: classID, on: today, of: school, in: connection).roll()
    }
}
