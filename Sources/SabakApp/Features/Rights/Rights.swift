import HTTPTypes
import SchoolRules
import Store
import Web

/// Who may do what, and the roles the director gives and withdraws.
enum Rights {
    static let routes: [Route] = [
        // All staff work by this table: those who read a load, and the clerk.
        .needs(.anyOf([.readLoad, .enrol]), .get, "/rights", bodyLimit: nil, table),
        .get("/roles", .grantRoles, roles),
        .post("/roles", .grantRoles, give),
        .post("/roles/{grant}/withdraw", .grantRoles, withdraw),
    ]

    private static func table(_ visit: Visit) -> Answer { RightsPage(visit: visit).answer }

    private static func roles(_ visit: Visit) throws -> Answer {
        try rolesPage(visit, blank(visit))
    }

    private static func blank(_ visit: Visit) -> Inputs {
        let today = visit.today.description
        return Inputs(typed: Form(fields: [("from", today), ("orderDay", today)]), language: visit.language)
    }

    private static func rolesPage(
        _ visit: Visit, _ form: Inputs, withdrawal: WithdrawalForm? = nil, status: HTTPResponse.Status = .ok
    ) throws -> Answer {
        try visit.read { connection in
            let grants = try RightsQueries.grants(of: visit.school.id, in: connection)
            let staff = try RightsQueries.staff(visit, in: connection)
            let note = status == .ok ? visit.asked.query["note"] : nil
            var answer = RolesPage(
                visit: visit, grants: grants, staff: staff, form: form, withdrawal: withdrawal, note: note
            ).answer
            answer.status = status
            return answer
        }
    }

    private static func give(_ visit: Visit) async throws -> Answer {
        var form = GrantForm(visit.asked.form)
        guard form.problems.isEmpty, let role = form.role, let from = form.from else {
            return try rolesPage(visit, form.inputs(visit.language), status: .unprocessableContent)
        }
        do {
            try await write(form, role, from, visit)
        } catch let refusal as Refusal where !refusal.fields.isEmpty {
            form.problems = refusal.problems
            return try rolesPage(visit, form.inputs(visit.language), status: refusal.status)
        }
        return .see("/roles?note=given")
    }

    private static func write(_ form: GrantForm, _ role: Role, _ from: Day, _ visit: Visit) async throws {
        let ids = visit.app.ids
        try await visit.write { writing in
            try RightsQueries.requireEligible(form.person, for: role, on: from, visit, in: writing.connection)
            try RosterWriting(writing: writing, ids: ids).grant(
                role, to: form.person, from: from.description, until: form.until?.description ?? "9999-12-31",
                order: form.order, orderDay: form.orderDay)
        }
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("grant")
        let form = WithdrawalForm(visit.asked.form, of: id)
        guard form.problems.isEmpty else {
            return try rolesPage(visit, blank(visit), withdrawal: form, status: .unprocessableContent)
        }
        try await visit.write { try RightsQueries.withdraw(form, visit, in: $0) }
        return .see("/roles?note=withdrawn")
    }
}
