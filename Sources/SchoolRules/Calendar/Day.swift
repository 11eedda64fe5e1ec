/// One day of the proleptic Gregorian calendar, without time and zone.
///
/// Written and stored as `YYYY-MM-DD` (ISO 8601); text order is date order for the years 0001–9999.
public struct Day: Hashable, Comparable, Strideable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let number: Int

    /// The open end of a dated fact: 9999-12-31.
    public static let forever = Day(number: 2_932_896)

    /// The day with this number counted from 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// Refuses a date that does not exist, such as 2027-02-29, and years outside 1...9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// Reads exactly `YYYY-MM-DD` in ASCII digits; anything else is refused.
    public init?(_ text: String) {
        var text = text
        let parts = text.withUTF8 { bytes -> (Int, Int, Int)? in
            guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
                let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
            else { return nil }
            return (year, month, day)
        }
        guard let (year, month, day) = parts else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Counts in eras of 400 years, after H. Hinnant's "chrono-compatible low-level date algorithms".
    init(uncheckedYear: Int, month: Int, day: Int) {
        let year = month <= 2 ? uncheckedYear - 1 : uncheckedYear
        let era = floorDivide(year, 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    public var year: Int { civil.year }
    /// 1...12.
    public var month: Int { civil.month }
    /// Day of the month, 1...31.
    public var day: Int { civil.day }

    /// 1 = Monday … 7 = Sunday (ISO 8601).
    public var weekday: Int { floorRemainder(number + 3, 7) + 1 }

    /// The Monday of the same week.
    public var monday: Day { adding(1 - weekday) }

    /// The day so many days later, or earlier for a negative count.
    public func adding(_ days: Int) -> Day {
        Day(number: number + days)
    }

    /// Days from `earlier` to this one; negative when it is later.
    public func days(since earlier: Day) -> Int {
        number - earlier.number
    }

    public func distance(to other: Day) -> Int { other.days(since: self) }
    public func advanced(by days: Int) -> Day { adding(days) }
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Day: CustomStringConvertible, Codable {
    /// `YYYY-MM-DD`.
    public var description: String {
        let parts = civil
        return "\(padded(parts.year, to: 4))-\(padded(parts.month, to: 2))-\(padded(parts.day, to: 2))"
    }

    public init(from decoder: any Decoder) throws {
        self = try readText(decoder, Day.init(_:))
    }

    public func encode(to encoder: any Encoder) throws {
        try writeText(description, encoder)
    }
}
