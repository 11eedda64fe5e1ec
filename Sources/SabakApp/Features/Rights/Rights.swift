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
        let form = Inputs(typed: Form(fields: [("from", visit.today.description)]), language: visit.language)
        return try rolesPage(visit, form)
    }

    private static func rolesPage(_ visit: Visit, _ form: Inputs) throws -> Answer {
        try visit.read { connection in
            let grants = try RightsQueries.grants(of: visit.school.id, in: connection)
            let staff = try RightsQueries.staff(visit, in: connection)
            let note = visit.asked.query["note"]
            return RolesPage(visit: visit, grants: grants, staff: staff, form: form, note: note).answer
        }
    }

    private static func give(_ visit: Visit) async throws -> Answer {
        let form = GrantForm(visit.asked.form)
        guard form.problems.isEmpty, let role = form.role, let from = form.from else {
            var answer = try rolesPage(visit, form.inputs(visit.language))
            answer.status = .unprocessableContent
            return answer
        }
        let ids = visit.app.ids
        try await visit.write { writing in
            try RightsQueries.requireEligible(form.person, for: role, on: from, visit, in: writing.connection)
            try RosterWriting(writing: writing, ids: ids).grant(
                role, to: form.person, from: from.description, until: form.until?.description ?? "9999-12-31",
                order: form.order, orderDay: form.orderDay)
        }
        return .see("/roles?note=given")
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("grant")
        let order = String((visit.asked.form["order"] ?? "").prefix(40))
        try await visit.write { writing in
            try RightsQueries.withdraw(id, order: order, visit, in: writing)
        }
        return .see("/roles?note=withdrawn")
    }
}
