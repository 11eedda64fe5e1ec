import SchoolRules
import Web

/// Whether necessary data are there: every gap is a number that opens to its list (002 VI.2).
enum Completeness {
    static let routes: [Route] = [
        .needs(readers, .get, "/completeness", bodyLimit: nil, gaps),
        .needs(readers, .get, "/completeness/{gap}", bodyLimit: nil, list),
    ]

    private static let readers = Route.Access.anyOf([.readControlReport, .enrol])

    private static func gaps(_ visit: Visit) throws -> Answer {
        guard visit.maySeeCompleteness else { throw Refusal.notFound }
        let counts = try visit.read { try CompletenessQueries(visit, in: $0).counts(in: $0) }
        return CompletenessPage(visit: visit, counts: counts).answer
    }

    private static func list(_ visit: Visit) throws -> Answer {
        guard visit.maySeeCompleteness, let gap = visit.asked.parameters["gap"].flatMap(Gap.init) else {
            throw Refusal.notFound
        }
        let page = max(1, visit.asked.query["page"].flatMap { Int($0) } ?? 1)
        let (entries, total) = try visit.read { connection in
            let queries = try CompletenessQueries(visit, in: connection)
            return (
                try queries.entries(gap, page: page, in: connection), try queries.count(gap, in: connection)
            )
        }
        return GapPage(visit: visit, gap: gap, entries: entries, total: total, page: page).answer
    }
}
