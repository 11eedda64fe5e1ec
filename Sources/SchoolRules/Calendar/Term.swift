/// How a school divides the year for a range of grades (contradiction of the regulations, settled by setting).
public enum TermKind: String, Codable, CaseIterable, Sendable {
    case quarter, halfYear, trimester, module
}

/// A stretch of the year that ends with a mark, for some grades. Both ends are within it; breaks inside are days off.
public struct Term: Hashable, Codable, Sendable, Identifiable {
    public let id: Int64
    /// Counted from 1 within the kind and the year.
    public let number: Int
    public let kind: TermKind
    public let gradeFrom: Int
    public let gradeTo: Int
    public let from: Day
    public let to: Day

    public init(id: Int64, number: Int, kind: TermKind, gradeFrom: Int, gradeTo: Int, from: Day, to: Day) {
        self.id = id
        self.number = number
        self.kind = kind
        self.gradeFrom = gradeFrom
        self.gradeTo = gradeTo
        self.from = from
        self.to = to
    }

    public func contains(_ day: Day) -> Bool { from <= day && day <= to }
    public func isFor(grade: Int) -> Bool { gradeFrom <= grade && grade <= gradeTo }
}

/// Why a day differs from an ordinary day of the week.
public enum DayOffKind: String, Codable, CaseIterable, Sendable {
    /// A public holiday: nobody works.
    case holiday
    /// A break for students; staff work.
    case vacation
    /// A day off given by an order, such as quarantine or a moved holiday: nobody works.
    case extraDayOff
    /// Lessons are held although the day of the week, or a holiday, says otherwise.
    case workingDay
    /// Lessons are held by the short bells.
    case shortDay
}

/// Dated exception to the week, for some grades. Both ends are within it.
public struct DayOff: Hashable, Codable, Sendable {
    public let from: Day
    public let to: Day
    public let kind: DayOffKind
    public let gradeFrom: Int
    public let gradeTo: Int
    public let name: String

    public init(from: Day, to: Day, kind: DayOffKind, gradeFrom: Int = 0, gradeTo: Int = 12, name: String = "") {
        self.from = from
        self.to = to
        self.kind = kind
        self.gradeFrom = gradeFrom
        self.gradeTo = gradeTo
        self.name = name
    }

    /// Whether the exception holds on this day for this grade.
    public func applies(on day: Day, grade: Int) -> Bool {
        from <= day && day <= to && gradeFrom <= grade && grade <= gradeTo
    }
}
