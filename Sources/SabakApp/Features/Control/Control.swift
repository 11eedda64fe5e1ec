import SchoolRules
import Store
import Web

/// What is not recorded yet, for those who see to the journals; and what was changed in them.
enum Control {
    static let routes: [Route] = [
        .get("/control", .readControlReport, filling),
        .get("/control/audit", .readJournalAudit, audit),
    ]

    private static func filling(_ visit: Visit) throws -> Answer {
        let wish = ControlWish(visit.asked.query)
        let (report, banner) = try visit.read { connection in
            (
                try ControlReport.read(visit, wish, in: connection),
                try visit.school.isPractice ? .nothing : SetupBanner.read(visit, in: connection)
            )
        }
        return ControlPage(visit: visit, wish: wish, report: report, banner: banner).answer
    }

    private static func audit(_ visit: Visit) async throws -> Answer {
        let before = visit.asked.query["before"].flatMap(Int64.init) ?? .max
        let changes = try visit.read { try AuditQueries.changes(before: before, of: visit.school.id, in: $0) }
        let range = changes.isEmpty ? "" : "\(changes[changes.count - 1].seq)-\(changes[0].seq)"
        try await visit.write { try $0.audit("audit.read", "audit/\(range)") }
        return AuditPage(visit: visit, changes: changes).answer
    }
}
