import SchoolRules
import Store

/// A period of a school's year: one of its terms, the year, or the certificates.
enum RollPeriod: Sendable {
    case term(FinalTerm)
    case year
    case final

    var key: FinalKey {
        switch self {
        case .term(let term): term.key
        case .year: .year
        case .final: .final
        }
    }

    /// As addresses name it: a term by its id.
    var stored: String {
        switch self {
        case .term(let term): String(term.id)
        case .year: "year"
        case .final: "final"
        }
    }

    init?(_ stored: String, among terms: [FinalTerm]) {
        switch stored {
        case "year": self = .year
        case "final": self = .final
        default:
            guard let term = terms.first(where: { String($0.id) == stored }) else { return nil }
            self = .term(term)
        }
    }

    /// The term that ended last, else the first.
    static func usual(_ terms: [FinalTerm], on day: Day) -> RollPeriod {
        (terms.last { $0.to <= day } ?? FinalTerm.current(of: terms, on: day)).map(RollPeriod.term) ?? .year
    }
}

extension RollPeriod {
    func seen(on today: Day, of school: Int64, in connection: Connection) throws -> Day {
        guard case .term(let term) = self, term.closedAt > 0 else { return today }
        return min(today, try LocalTime.of(school, in: connection).moment(term.closedAt).day)
    }

    /// The day at whose end students are counted, and the grades of the period.
    func span(_ terms: [FinalTerm], year: Int) -> (end: String, grades: ClosedRange<Int>) {
        if case .term(let term) = self {
            return (term.to.description, term.gradeFrom...max(term.gradeFrom, term.gradeTo))
        }
        let end = terms.map(\.to).max() ?? Day(year: year + 1, month: 5, day: 25) ?? .forever
        return (end.description, 0...99)
    }
}
