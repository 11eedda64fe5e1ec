import SchoolRules
import Web

/// The set-up list: how far the sections of the journal are, what stands before the first lesson, who does what.
enum Readiness {
    static let routes: [Route] = [
        .needs(readers, .get, "/readiness", bodyLimit: nil, list),
        .needs(readers, .get, "/readiness/go", bodyLimit: nil, go),
        // The director leads the work on the journal and so says who answers for what (003 3.2).
        .post("/readiness/duty", .grantRoles, nameDuty),
    ]

    private static let readers = Route.Access.anyOf([.readControlReport, .enrol, .manageStaffAccounts])

    private static func list(_ visit: Visit) throws -> Answer {
        try requireReader(visit)
        let list = try visit.read { try SetupList(visit, in: $0) }
        return ReadinessPage(visit: visit, list: list).answer.with(.setCookie, SetupTrail.gone)
    }

    /// To the place where a line is done, leaving a trail for the way back.
    private static func go(_ visit: Visit) throws -> Answer {
        try requireReader(visit)
        guard let line = visit.asked.query["line"].flatMap(SetupLine.init), line.mayBeOpened(by: visit) else {
            throw Refusal.notFound
        }
        let year = try visit.read { try SetupYear(visit, in: $0).year }
        return .see(line.address(for: visit, year: year)).with(.setCookie, SetupTrail.begun)
    }

    private static func nameDuty(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let line = form["line"].flatMap(SetupLine.init)
        let person = form["person"].flatMap { Int64($0) } ?? 0
        guard let line, SetupDuty.lines.contains(line) else { throw Refusal.notFound }
        try await visit.write { writing in
            try SetupDuty(line: line, person: person).save(visit, in: writing)
        }
        return .see("/readiness?note=named")
    }

    /// Teachers have a part of the control report, but no part in setting the school up.
    private static func requireReader(_ visit: Visit) throws {
        guard visit.maySeeCompleteness || visit.may(.manageStaffAccounts) else { throw Refusal.notFound }
    }
}
