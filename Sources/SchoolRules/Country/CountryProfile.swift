/// The countries a school may be in.
public enum Country: String, Codable, CaseIterable, Sendable {
    // Codes of ISO 3166, as people write them.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    case KG, KZ, RU

    public var profile: CountryProfile {
        switch self {
        case .KG: .kyrgyzstan
        case .KZ: .kazakhstan
        case .RU: .russia
        }
    }
}

/// What a country gives a new school. All of it is copied into the school's own settings and may be changed there.
public struct CountryProfile: Sendable {
    public let country: Country
    public let names: Names
    /// Name of the IANA time zone.
    public let timeZone: String
    /// The first is the default.
    public let interfaceLanguages: [InterfaceLanguage]
    /// Languages a class's journal may be kept in; the first is the default.
    public let recordLanguages: [RecordLanguage]
    public let alphabet: Alphabet
    public let grades: ClosedRange<Int>
    /// Days of lessons, 1 = Monday.
    public let weekdays: Set<Int>
    /// Grades without marks.
    public let unmarkedGrades: Set<Int>
    /// The scale of current marks.
    public let scale: Scale
    /// The scale of marks for terms and the year.
    public let finalScale: Scale
    public let minimumMarks: [MinimumMarks]
    public let kindsOfWork: [KindOfWork]
    public let absenceCodes: [AbsenceCode]
    public let deadlines: DeadlineRules
    public let bells: [Bell]
    public let subjects: [Subject]
    let year: @Sendable (SchoolYearDates) -> YearPattern

    /// Terms of the school year that starts in this calendar year. Dates of 2026/27 are those of the country's order
    /// or custom; other years keep its pattern of weeks and are to be checked against the order of the year.
    public func terms(schoolYear: Int) -> [Term] {
        year(SchoolYearDates(schoolYear: schoolYear)).terms.enumerated().map { index, part in
            Term(
                id: Int64(schoolYear * 100 + index + 1), number: part.number, kind: part.kind,
                gradeFrom: part.grades.lowerBound, gradeTo: part.grades.upperBound, from: part.from, to: part.to)
        }
    }

    /// Breaks, holidays and short days of a school year. Feasts of the moon calendar are announced year by year and
    /// are entered by the school.
    public func daysOff(schoolYear: Int) -> [NamedDayOff] {
        year(SchoolYearDates(schoolYear: schoolYear)).daysOff
    }

    public func calendar(schoolYear: Int, language: InterfaceLanguage) -> SchoolCalendar {
        SchoolCalendar(
            terms: terms(schoolYear: schoolYear),
            daysOff: daysOff(schoolYear: schoolYear).map { $0.dayOff(language) }, weekdays: weekdays)
    }

    /// How many marks a student needs in a term, and how many of them for control or written work.
    /// Trimesters and modules take the number of a quarter, less than half an hour a week the lowest row.
    public func minimumMarks(hoursPerWeek: Fraction, in kind: TermKind) -> (marks: Int, control: Int) {
        minimumMarks.least(hoursPerWeek: hoursPerWeek, in: kind)
    }
}

/// One row of the table of the least number of marks.
public struct MinimumMarks: Hashable, Codable, Sendable {
    /// The row holds from so many hours up to the next row.
    public let hoursPerWeek: Fraction
    public let quarter: Int
    public let halfYear: Int
    /// Of them for control or written work.
    public let control: Int

    public init(hoursPerWeek: Fraction, quarter: Int, halfYear: Int, control: Int) {
        self.hoursPerWeek = hoursPerWeek
        self.quarter = quarter
        self.halfYear = halfYear
        self.control = control
    }

    /// At one hour a week three marks in a quarter and five in a half-year; the other rows are customary.
    public static let standard = [
        MinimumMarks(hoursPerWeek: Fraction(1, 2), quarter: 2, halfYear: 3, control: 0),
        MinimumMarks(hoursPerWeek: 1, quarter: 3, halfYear: 5, control: 1),
        MinimumMarks(hoursPerWeek: 2, quarter: 5, halfYear: 7, control: 1),
        MinimumMarks(hoursPerWeek: 3, quarter: 6, halfYear: 9, control: 2),
        MinimumMarks(hoursPerWeek: 4, quarter: 7, halfYear: 10, control: 2),
    ]
}

extension [MinimumMarks] {
    /// How many marks a student needs in a term, and how many of them for control or written work; 0 by an empty table.
    /// Trimesters and modules take the number of a quarter, less than the lowest row takes the lowest row.
    public func least(hoursPerWeek: Fraction, in kind: TermKind) -> (marks: Int, control: Int) {
        let rows = sorted { $0.hoursPerWeek < $1.hoursPerWeek }
        guard let row = rows.last(where: { $0.hoursPerWeek <= hoursPerWeek }) ?? rows.first else { return (0, 0) }
        return (kind == .halfYear ? row.halfYear : row.quarter, row.control)
    }
}
