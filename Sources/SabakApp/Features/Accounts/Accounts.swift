import SchoolRules
import Store
import Web

/// Who can sign in: one-time codes for staff from the administrator, for families from the class teacher.
enum Accounts {
    static let routes: [Route] = [
        .get("/accounts", .manageStaffAccounts, staff),
        .post("/accounts/codes", .manageStaffAccounts, issueToMany),
        .post("/accounts/{person}/code", .manageStaffAccounts, issueToStaff),
        .post("/accounts/{person}/close", .manageStaffAccounts, close),
        .post("/accounts/{person}/open", .manageStaffAccounts, reopen),
        .post("/accounts/{person}/sessions", .endSessions, endSessions),
        .get("/classes/{class}/accounts", .manageFamilyAccounts, families),
        .post("/classes/{class}/accounts", .manageFamilyAccounts, issueToFamilies),
    ]

    private static func staff(_ visit: Visit) throws -> Answer {
        let wish = AccountWish(visit.asked.query)
        let (rows, banner) = try visit.read {
            (try AccountQueries.staff(visit, wish, in: $0), try SetupBanner.read(visit, in: $0))
        }
        return AccountsPage(visit: visit, wish: wish, rows: rows, banner: banner).answer
    }

    private static func issueToStaff(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        let row = try visit.read { try AccountQueries.member(id, visit, in: $0) }
        guard row.to > visit.today else { throw AccountTexts.isDismissed }
        let slips = try await CodeIssue(visit: visit).issue(to: [row.holder]) { connection in
            _ = try AccountQueries.member(id, visit, in: connection)
        }
        return try showStaff(slips, visit)
    }

    private static func issueToMany(_ visit: Visit) async throws -> Answer {
        let found = try visit.read { try AccountQueries.staff(visit, AccountWish(Form()), in: $0) }
            .filter(\.isWaiting)
        guard !found.isEmpty else { return .see("/accounts?note=nobody") }
        let slips = try await CodeIssue(visit: visit).issue(to: found.map(\.holder)) { connection in
            for row in found { _ = try AccountQueries.member(row.id, visit, in: connection) }
        }
        return try showStaff(slips, visit)
    }

    private static func showStaff(_ slips: [Slip], _ visit: Visit) throws -> Answer {
        let language = visit.asked.form["language"].flatMap(Language.init) ?? visit.language
        let address = try SiteAddress.read(visit)
        return SlipsPage(
            visit: visit, slips: slips, language: language, site: address, back: "/accounts", place: "/accounts"
        ).answer
    }

    private static func close(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        guard id != visit.person.id else { throw AccountTexts.notOneself }
        try await visit.write { writing in
            _ = try AccountQueries.member(id, visit, in: writing.connection)
            try AccountQueries.close(id, in: writing)
        }
        return .see("/accounts?note=closed")
    }

    private static func reopen(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        try await visit.write { writing in
            _ = try AccountQueries.member(id, visit, in: writing.connection)
            try AccountQueries.reopen(id, in: writing)
        }
        return .see("/accounts?note=opened")
    }

    private static func endSessions(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        try await visit.write { writing in
            try AccountQueries.requireReach(id, visit, in: writing.connection)
            try AccountQueries.endSessions(of: id, in: writing)
        }
        let back = visit.asked.form["class"].flatMap(Int64.init).map { "/classes/\($0)/accounts" } ?? "/accounts"
        return .see(visit.may(.manageStaffAccounts) || visit.may(.manageFamilyAccounts) ? back + "?note=ended" : "/")
    }

    private static func families(_ visit: Visit) throws -> Answer {
        let id = try visit.id("class")
        let list = try visit.read { try FamilyAccounts.read(visit, ofClass: id, in: $0) }
        return FamilyAccountsPage(visit: visit, list: list).answer
    }

    private static func issueToFamilies(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("class")
        let form = FamilyCodesForm(visit.asked.form, language: visit.language)
        let list = try visit.read { try FamilyAccounts.read(visit, ofClass: id, in: $0) }
        let chosen = form.chosen(from: list)
        guard !chosen.isEmpty else { return .see("/classes/\(id)/accounts?note=nobody") }
        let holders = chosen.map(\.holder)
        let slips = try await CodeIssue(visit: visit).issue(to: holders) { connection in
            // The class may have changed hands while the codes were being hashed.
            let now = try FamilyAccounts.read(visit, ofClass: id, in: connection)
            let allowed = Set(now.lines.filter(\.mayHaveCode).map(\.holder.id))
            guard holders.allSatisfy({ allowed.contains($0.id) }) else { throw Refusal.changedMeanwhile }
        }
        return SlipsPage(
            visit: visit, slips: slips, language: form.language, site: try SiteAddress.read(visit),
            back: "/classes/\(id)/accounts", place: "/classes"
        ).answer
    }
}
