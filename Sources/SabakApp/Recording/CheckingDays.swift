import SchoolRules
import Store

/// Within how many days written work of a kind is to be checked, counted from the lesson.
struct CheckingDays: Sendable {
    /// The days the school has set, by kind; other kinds have those of the deadline of written work.
    let days: [Int: Int]

    static let name = "check.days."

    init(school: Int64, in connection: Connection) throws {
        var days: [Int: Int] = [:]
        try connection.each(
            """
            SELECT name, value FROM setting
            WHERE school_id = \(school) AND name >= 'check.days.' AND name < 'check.days/' ORDER BY name
            """
        ) { row in
            guard let kind = Int(row.text(0).dropFirst(Self.name.count)), let most = Int(row.text(1)) else { return }
            days[kind] = most
        }
        self.days = days
    }
}
