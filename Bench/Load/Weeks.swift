import Foundation

/// The days and weeks that families look at.
struct Weeks: Sendable {
    /// Yesterday, as `YYYY-MM-DD`.
    let yesterday: String
    /// This week and the six before it, as `YYYY-Www`.
    let weeks: [String]

    /// - Parameter today: `YYYY-MM-DD`.
    /// - Throws: a complaint about anything else.
    init(today: String) throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        let parts = today.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3,
            let day = calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
        else { throw Complaint("--today wants a day such as 2026-11-20") }
        let before = calendar.dateComponents([.year, .month, .day], from: day - 86_400)
        yesterday = [before.year, before.month, before.day].map { Self.padded($0 ?? 0) }.joined(separator: "-")
        weeks = (0..<7).map { week in
            let parts = calendar.dateComponents(
                [.yearForWeekOfYear, .weekOfYear], from: day - Double(week) * 7 * 86_400)
            return "\(parts.yearForWeekOfYear ?? 0)-W\(Self.padded(parts.weekOfYear ?? 0))"
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
