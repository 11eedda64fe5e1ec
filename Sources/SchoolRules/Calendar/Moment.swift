/// A time of day in whole minutes from midnight, 00:00...24:00.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible, Codable {
    public let minutes: Int

    /// Minutes from midnight; values outside 0...1440 are brought to the nearer border.
    public init(minutes: Int) {
        self.minutes = min(max(minutes, 0), 1440)
    }

    /// Refuses hours outside 0...23 and minutes outside 0...59; 24:00 is the end of a day.
    public init?(hour: Int, minute: Int) {
        let isTime = (0...23).contains(hour) && (0...59).contains(minute)
        guard isTime || (hour == 24 && minute == 0) else { return nil }
        minutes = hour * 60 + minute
    }

    /// Reads `08:00` and `8:00`.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
            let hour = decimal(parts[0]), let minute = decimal(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    public var hour: Int { minutes / 60 }
    public var minute: Int { minutes % 60 }

    /// Stays within the day.
    public func adding(minutes more: Int) -> ClockTime { ClockTime(minutes: minutes + more) }

    /// `08:00`.
    public var description: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }

    public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

    public init(from decoder: any Decoder) throws {
        self = try readText(decoder, ClockTime.init(_:))
    }

    public func encode(to encoder: any Encoder) throws {
        try writeText(description, encoder)
    }
}

/// A minute of the school's own wall clock. None of the three countries moves its clocks in summer.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible, Codable {
    public let day: Day
    /// Minute of the day, 0...1439.
    public let minute: Int

    /// A minute outside 0...1439 carries over into the neighbouring days.
    public init(day: Day, minute: Int) {
        self.day = day.adding(floorDivide(minute, 1440))
        self.minute = floorRemainder(minute, 1440)
    }

    /// 24:00 is 00:00 of the next day.
    public init(_ day: Day, _ time: ClockTime) {
        self.init(day: day, minute: time.minutes)
    }

    /// Reads `2026-11-20T09:00`, without seconds and zone.
    public init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 5,
            let day = Day(String(parts[0])), let time = ClockTime(String(parts[1])), time.minutes < 1440
        else { return nil }
        self.init(day, time)
    }

    public var time: ClockTime { ClockTime(minutes: minute) }

    public func adding(minutes: Int) -> Moment { Moment(day: day, minute: minute + minutes) }

    /// Minutes from `earlier` to this moment; negative when it is later.
    public func minutes(since earlier: Moment) -> Int {
        day.days(since: earlier.day) * 1440 + minute - earlier.minute
    }

    /// `2026-11-20T09:00`.
    public var description: String { "\(day)T\(time)" }

    public static func < (left: Moment, right: Moment) -> Bool {
        (left.day, left.minute) < (right.day, right.minute)
    }

    public init(from decoder: any Decoder) throws {
        self = try readText(decoder, Moment.init(_:))
    }

    public func encode(to encoder: any Encoder) throws {
        try writeText(description, encoder)
    }
}
