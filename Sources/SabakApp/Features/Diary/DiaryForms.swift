import SchoolRules
import Web

/// Which day and week the visitor asks for.
struct WishedDay: Sendable {
    let week: Week
    /// Nil: the first day of the week that has lessons.
    let day: Day?

    /// - Throws: 422 for what is no day or no week.
    init(_ query: Form, today: Day) throws {
        if let text = query["day"] {
            guard let day = Day(text), Self.isNear(day, today) else {
                throw Refusal.invalid("wrong_day", DiaryTexts.wrongDay, at: "day")
            }
            self.day = day
            week = Week(containing: day)
        } else {
            week = try Self.week(query, today: today)
            day = week == Week(containing: today) ? today : nil
        }
    }

    /// The week of the query, else the present one.
    static func week(_ query: Form, today: Day) throws -> Week {
        guard let text = query["week"] else { return Week(containing: today) }
        guard isWeek(text) else { throw Refusal.invalid("wrong_week", DiaryTexts.wrongWeek, at: "/week") }
        // A week that no calendar has, or that is too far away, is not there.
        guard let week = Week(text), isNear(week.monday, today) else {
            throw Refusal.notFound
        }
        return week
    }

    /// `2026-W47`, the week from 01 to 53.
    private static func isWeek(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard parts.count == 2, parts[0].count == 4, parts[0].allSatisfy(digits.contains), parts[1].count == 3,
            parts[1].first == UInt8(ascii: "W"), parts[1].dropFirst().allSatisfy(digits.contains),
            let week = Int(Substring(parts[1].dropFirst()))
        else { return false }
        return (1...53).contains(week)
    }

    /// No diary reaches further; a day near the ends of the calendar could not be counted on from.
    private static func isNear(_ day: Day, _ today: Day) -> Bool { abs(day.days(since: today)) < 36_600 }
}

/// The year and term of the marks.
struct WishedTerm: Sendable {
    let year: Int?
    let number: Int?

    init(_ query: Form) throws {
        year = try Self.number(query["year"])
        number = try Self.number(query["term"])
    }

    private static func number(_ text: String?) throws -> Int? {
        guard let text, !text.isEmpty else { return nil }
        guard let number = Int(text) else { throw Refusal.invalid("wrong_term", DiaryTexts.wrongTerm, at: "term") }
        return number
    }
}
