import Foundation
import SchoolRules

/// What time it is. A demo school may live at another time; every rule gets its now from here.
public struct Clock: Sendable {
    /// Epoch milliseconds.
    public let now: @Sendable () -> Int64
    /// Whether it tells the real time.
    let isReal: Bool

    public init(now: @escaping @Sendable () -> Int64) { self.init(isReal: false, now) }

    private init(isReal: Bool, _ now: @escaping @Sendable () -> Int64) {
        self.isReal = isReal
        self.now = now
    }

    public static let wall = Clock(isReal: true) { Int64(Date().timeIntervalSince1970 * 1000) }

    /// A clock that stands still, for tests.
    public static func standing(at instant: Int64) -> Clock { Clock { instant } }

    /// A clock that starts at this instant and runs on.
    public static func running(from instant: Int64) -> Clock {
        let started = wall.now()
        return Clock { instant + wall.now() - started }
    }
}

/// Instants to the school's local time and back.
public struct LocalTime: Sendable {
    private let zone: TimeZone

    /// - Parameter name: an IANA name, such as `Asia/Bishkek`; an unknown one is read as UTC.
    public init(zone name: String) { zone = TimeZone(identifier: name) ?? .gmt }

    /// Seconds east of Greenwich at an instant.
    public func offset(at instant: Int64) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant) / 1000))
    }

    public func moment(_ instant: Int64) -> Moment {
        let minutes = (instant / 1000 + Int64(offset(at: instant))) / 60
        return Moment(day: Day(number: Int(minutes / 1440)), minute: Int(minutes % 1440))
    }

    public func instant(_ moment: Moment) -> Int64 {
        let local = Int64(moment.day.number) * 86_400 + Int64(moment.minute) * 60
        let guess = (local - Int64(offset(at: local * 1000))) * 1000
        return (local - Int64(offset(at: guess))) * 1000
    }

    /// ISO 8601 with offset: `2026-11-20T09:00:00+06:00`.
    public func iso(_ moment: Moment) -> String {
        let offset = offset(at: instant(moment))
        let sign = offset < 0 ? "-" : "+"
        return "\(moment.description):00\(sign)\(ClockTime(minutes: abs(offset) / 60))"
    }

    public func iso(_ instant: Int64) -> String { iso(moment(instant)) }
}
