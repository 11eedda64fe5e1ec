import Foundation

/// When backups are made: once a day at a time of the server's own zone.
public struct BackupSchedule: Sendable, Equatable {
    /// Minute of the day, 0...1439.
    public let minute: Int
    public let zone: TimeZone

    /// After a failure the next try is made so many milliseconds later.
    static let patience: Int64 = 30 * 60_000

    /// Reads `03:00`.
    public init?(_ text: String, zone: TimeZone = .current) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.minute = hour * 60 + minute
        self.zone = zone
    }

    /// The latest planned instant that is not after this one.
    public func planned(before now: Int64) -> Int64 {
        let today = instant(daysBefore: 0, now)
        return today <= now ? today : instant(daysBefore: 1, now)
    }

    /// The next planned instant after this one.
    public func planned(after now: Int64) -> Int64 {
        let today = instant(daysBefore: 0, now)
        return today > now ? today : instant(daysBefore: -1, now)
    }

    /// Whether a backup is to be begun: none is as young as the latest planned instant, and the last failure is not
    /// of the last half hour. Where there is none at all, one is made at once, so that a wrong folder is noticed on
    /// the day it is set up.
    public func isDue(at now: Int64, lastMade made: Int64?, lastFailed failed: Int64?) -> Bool {
        if let failed, now >= failed, now - failed < Self.patience { return false }
        guard let made else { return true }
        return made < planned(before: now)
    }

    private func instant(daysBefore days: Int, _ now: Int64) -> Int64 {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let date = Date(timeIntervalSince1970: Double(now) / 1000)
        let day = calendar.date(byAdding: .day, value: -days, to: date) ?? date
        let planned = calendar.date(bySettingHour: minute / 60, minute: minute % 60, second: 0, of: day) ?? day
        return Int64(planned.timeIntervalSince1970) * 1000
    }
}
