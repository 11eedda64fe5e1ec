import SchoolRules
import Store
import Web

/// The movement of a year or of a term: every class, every parallel, the school.
struct MovementTable: Sendable {
    struct Line: Sendable {
        let name: ClassName
        let count: MovementCount
    }

    let year: Int
    let terms: [Term]
    /// nil: the whole year.
    let term: Term?
    let from, to: Day
    let lines: [Line]

    var grades: [(grade: Int, lines: [Line], total: MovementCount)] {
        Dictionary(grouping: lines, by: \.name.grade).sorted { $0.key < $1.key }.map { grade, lines in
            (grade, lines, Self.sum(lines))
        }
    }

    var total: MovementCount { Self.sum(lines) }

    private static func sum(_ lines: [Line]) -> MovementCount {
        lines.reduce(MovementCount()) { $0 + $1.count }
    }

    static func read(_ visit: Visit, _ wish: MovementWish, in connection: Connection) throws -> MovementTable {
        let calendar = try SchoolFacts.calendar(school: visit.school.id, year: wish.year, in: connection)
        let terms = calendar.terms.sorted { ($0.kind.rawValue, $0.from) > ($1.kind.rawValue, $1.from) }
            .reversed().reduce(into: [Term]()) { known, term in
                if !known.contains(where: { $0.kind == term.kind && $0.number == term.number }) { known.append(term) }
            }
            .sorted { ($0.kind == .quarter ? 0 : 1, $0.from) < ($1.kind == .quarter ? 0 : 1, $1.from) }
        let term = terms.first { Self.key($0) == wish.term }
        let (from, to, isFirst, isLast) = stretch(of: term, terms, year: wish.year)
        let stays = try MovementsQueries.stays(visit, year: wish.year, in: connection)
        let counts = MovementCount.byClass(stays, from: from, to: to, isFirst: isFirst, isLast: isLast)
        let reach = try MovementReach.read(visit, in: connection)
        let lines = try MovementsQueries.classes(visit, year: wish.year, reach, in: connection).map {
            Line(name: $0.name, count: counts[$0.id] ?? MovementCount())
        }
        return MovementTable(year: wish.year, terms: terms, term: term, from: from, to: to, lines: lines)
    }

    static func key(_ term: Term) -> String { "\(term.kind.rawValue)-\(term.number)" }

    /// A term lasts until the next one begins, so that nobody is lost in a break.
    private static func stretch(
        of term: Term?, _ terms: [Term], year: Int
    ) -> (Day, Day, isFirst: Bool, isLast: Bool) {
        let ofKind = terms.filter { $0.kind == (term?.kind ?? terms.first?.kind) }
        guard let first = ofKind.map(\.from).min(), let last = ofKind.map(\.to).max() else {
            return (
                Day(year: year, month: 9, day: 1) ?? .forever, Day(year: year + 1, month: 5, day: 30) ?? .forever, true,
                true
            )
        }
        guard let term else { return (first, last, true, true) }
        let next = ofKind.map(\.from).filter { $0 > term.from }.min()
        return (term.from, next?.adding(-1) ?? last, term.from == first, next == nil)
    }
}
