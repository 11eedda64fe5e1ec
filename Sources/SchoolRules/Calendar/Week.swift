/// A week of ISO 8601: Monday to Sunday, numbered by the year that holds its Thursday.
public struct Week: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let monday: Day

    /// The week a day lies in.
    public init(containing day: Day) {
        monday = day.monday
    }

    /// Reads `2026-W47`; refuses a week the year does not have (most years have 52).
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 8, bytes[4] == 0x2D, bytes[5] == 0x57,
            let year = decimal(bytes[0..<4]), let number = decimal(bytes[6..<8]),
            let january4 = Day(year: year, month: 1, day: 4), number >= 1
        else { return nil }
        let week = Week(containing: january4.adding((number - 1) * 7))
        guard week.year == year else { return nil }
        self = week
    }

    /// The year of the numbering; 2027-01-03 lies in 2026-W53.
    public var year: Int { thursday.year }

    /// 1...53.
    public var number: Int {
        (thursday.number - Day(uncheckedYear: year, month: 1, day: 1).number) / 7 + 1
    }

    /// Monday to Sunday.
    public var days: [Day] { (0..<7).map(monday.adding) }
    public var sunday: Day { monday.adding(6) }
    public var next: Week { Week(containing: monday.adding(7)) }
    public var previous: Week { Week(containing: monday.adding(-7)) }

    /// `2026-W47`.
    public var description: String { "\(padded(year, to: 4))-W\(padded(number, to: 2))" }

    public static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }

    private var thursday: Day { monday.adding(3) }
}
