import SchoolRules
import Store
import Web

/// What the school sets for itself: codes of attendance, kinds of work, deadlines, languages, reading after leaving.
/// Marks that are written already are never changed by it.
enum Settings {
    static let routes: [Route] = [
        .get("/settings", .writeSettings, codes),
        .post("/settings/codes", .writeSettings, changeCodes),
        .get("/settings/kinds", .writeSettings, kinds),
        .post("/settings/kinds", .writeSettings, changeKinds),
        .get("/settings/deadlines", .writeSettings, deadlines),
        .post("/settings/deadlines", .writeSettings, changeDeadlines),
        .get("/settings/school", .writeSettings, school),
        .post("/settings/school", .writeSettings, changeSchool),
    ]

    private static func codes(_ visit: Visit) throws -> Answer {
        let rows = try visit.read { try SettingsQueries.codes(school: visit.school.id, in: $0) }
        return CodesPage(visit: visit, wish: CodesWish(rows)).answer()
    }

    private static func changeCodes(_ visit: Visit) async throws -> Answer {
        try SettingsPart.teaching.require(visit)
        let (rows, scales) = try visit.read { connection in
            (
                try SettingsQueries.codes(school: visit.school.id, in: connection),
                try SettingsQueries.scales(school: visit.school.id, in: connection)
            )
        }
        let wish = CodesWish(rows, form: visit.asked.form, scales: scales)
        guard wish.problems.isEmpty else {
            return CodesPage(visit: visit, wish: wish).answer(status: .unprocessableContent)
        }
        try await visit.write { try SettingsQueries.save(wish, in: $0) }
        return .see("/settings?note=saved")
    }

    private static func kinds(_ visit: Visit) throws -> Answer {
        let (rows, starts) = try visit.read { try SettingsQueries.kinds(for: visit, in: $0) }
        return KindsPage(visit: visit, wish: KindsWish(rows, language: visit.language, starts: starts)).answer()
    }

    private static func changeKinds(_ visit: Visit) async throws -> Answer {
        try SettingsPart.teaching.require(visit)
        let (rows, starts) = try visit.read { try SettingsQueries.kinds(for: visit, in: $0) }
        let wish = KindsWish(rows, form: visit.asked.form, language: visit.language, starts: starts)
        guard wish.problems.isEmpty else {
            return KindsPage(visit: visit, wish: wish).answer(status: .unprocessableContent)
        }
        try await visit.write { writing in
            guard try SettingsQueries.save(wish, in: writing) else { return }
            try FinalExpectation.refreshOpen(year: visit.year, on: visit.today, in: writing)
        }
        return .see("/settings/kinds?note=saved")
    }

    private static func deadlines(_ visit: Visit) throws -> Answer {
        let rules = try visit.read { try SchoolFacts.deadlines(school: visit.school.id, in: $0) }
        return DeadlinesPage(visit: visit, wish: DeadlinesWish(rules)).answer()
    }

    private static func changeDeadlines(_ visit: Visit) async throws -> Answer {
        try SettingsPart.teaching.require(visit)
        let wish = DeadlinesWish(visit.asked.form)
        guard wish.problems.isEmpty else {
            return DeadlinesPage(visit: visit, wish: wish).answer(status: .unprocessableContent)
        }
        try await visit.write { try SettingsQueries.save(wish, in: $0) }
        return .see("/settings/deadlines?note=saved")
    }

    private static func school(_ visit: Visit) throws -> Answer {
        let facts = try visit.read { try SettingsQueries.facts(school: visit.school.id, in: $0) }
        return SchoolSettingsPage(visit: visit, facts: facts, problems: FormProblems()).answer()
    }

    private static func changeSchool(_ visit: Visit) async throws -> Answer {
        let facts = try visit.read { try SettingsQueries.facts(school: visit.school.id, in: $0) }
        let wish = SchoolWish(facts, form: visit.asked.form, visit)
        guard wish.problems.isEmpty else {
            return SchoolSettingsPage(visit: visit, facts: wish.facts, problems: wish.problems).answer()
        }
        try await visit.write { try SettingsQueries.save(wish.facts, was: facts, in: $0) }
        return .see("/settings/school?note=saved")
    }
}

extension SettingsPart {
    func isFor(_ visit: Visit) -> Bool { visit.may(.writeSettings) && isFor(visit.roles) }

    /// - Throws: ``Refusal/readOnly`` for somebody who has only another part.
    func require(_ visit: Visit) throws {
        guard isFor(visit) else { throw Refusal.readOnly }
    }
}
