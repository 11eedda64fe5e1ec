/// What is entered in the journal, each with its own deadline.
public enum EntryKind: String, Codable, CaseIterable, Sendable {
    case lesson, attendance, homework, mark
    /// A mark for written work, due on the day its checking ends.
    case writtenMark
}

/// Until when an entry is in time.
public enum Limit: Hashable, Sendable {
    /// To the end of the day of the lesson.
    case sameDay
    /// To this minute of the next day, the minute itself included.
    case nextDay(atMinute: Int)
    /// To the end of the day so many calendar days after the lesson.
    case days(Int)
    /// At least once a week: to the end of the seventh day after the lesson.
    case weekly
}

extension Limit: CustomStringConvertible, Codable {
    /// As it stands in the settings: `same_day`, `next_day 12:00`, `days 7`, `weekly`.
    public var text: String {
        switch self {
        case .sameDay: "same_day"
        case .nextDay(let minute): "next_day \(ClockTime(minutes: minute))"
        case .days(let days): "days \(days)"
        case .weekly: "weekly"
        }
    }

    public var description: String { text }

    /// Reads what `text` gives; refuses times that are none and more than 366 days.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        if text == "same_day" {
            self = .sameDay
        } else if text == "weekly" {
            self = .weekly
        } else if words.count == 2, words[0] == "next_day", let time = ClockTime(String(words[1])), time.minutes < 1440
        {
            self = .nextDay(atMinute: time.minutes)
        } else if words.count == 2, words[0] == "days", let days = decimal(words[1]), days <= 366 {
            self = .days(days)
        } else {
            return nil
        }
    }

    public init(from decoder: any Decoder) throws {
        self = try readText(decoder, Limit.init(_:))
    }

    public func encode(to encoder: any Encoder) throws {
        try writeText(text, encoder)
    }
}

/// What should be kept (norm, a hint) and what must be kept (limit, beyond which an entry counts as late).
public struct DeadlineRule: Hashable, Codable, Sendable {
    public var norm: Limit
    public var limit: Limit

    public init(norm: Limit, limit: Limit) {
        self.norm = norm
        self.limit = limit
    }
}

/// Which day "the next day" is when a weekend or a holiday lies between.
public enum NextDay: String, Codable, CaseIterable, Sendable {
    case working, calendar
}

/// Whether an entry came in time. A late entry is kept all the same.
public enum Timeliness: String, Codable, CaseIterable, Sendable {
    case inTime, pastNorm, late

    public var isLate: Bool { self == .late }
}
