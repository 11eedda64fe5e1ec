import SchoolRules
import Web

/// A row of a load list, timetable or plan in the names the school has for what it says, and what it changes.
struct UnderstoodRow: Codable, Equatable, Sendable {
    enum Change: String, Codable, CaseIterable, Sendable {
        case new, changed
        /// The school has it so already.
        case same
        /// What the list does not name any more, and what therefore ends.
        case ended
    }

    var change: Change?
    /// Where it stands in the file; nil for what ends, and for files that have no rows.
    var place: RowPlace?
    var subject: Text?
    var values: [ListColumn: String] = [:]
    /// What stood there before, for what changes.
    var before = ""

    /// Those that change something come first, as far as they are shown.
    static func shown(_ rows: [UnderstoodRow], most: Int) -> [UnderstoodRow] {
        guard rows.count > most else { return rows }
        return Array((rows.filter { $0.change != .same } + rows.filter { $0.change == .same }).prefix(most))
    }

    static func hours(_ hundredths: Int) -> String {
        hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
    }
}
