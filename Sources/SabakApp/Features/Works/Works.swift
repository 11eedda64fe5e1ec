import HTTPTypes
import SchoolRules
import Store
import Web

/// Works planned ahead: their calendar, planning on a page, what students still owe, and the school's rules for it.
enum Works {
    static let routes: [Route] = [
        .get("/works", .readPage, calendar),
        .get("/works/debts", .readPage, debts),
        .get("/works/rules", .writeSettings, rules),
        .post("/works/rules", .writeSettings, changeRules),
        .get("/pages/{page}/works", .readPage, page),
        .post("/pages/{page}/works", .writeWrittenWorkDate, plan),
        .post("/pages/{page}/works/{work}", .writeWrittenWorkDate, change),
        .post("/pages/{page}/works/{work}/withdraw", .writeWrittenWorkDate, withdraw),
        .get("/diary/{student}/works", .readOwnDiary, family),
    ]

    private static func calendar(_ visit: Visit) throws -> Answer {
        let wish = try CalendarWish(visit.asked.query, today: visit.today)
        return try visit.read { try WorksPage.read(visit, wish, in: $0) }.answer
    }

    private static func debts(_ visit: Visit) throws -> Answer {
        let chosen = visit.asked.query["class"].flatMap { Int64($0) }
        return try visit.read { try DebtsPage.read(visit, classID: chosen, in: $0) }.answer
    }

    private static func page(_ visit: Visit) throws -> Answer {
        let id = try visit.id("page")
        return try visit.read { connection in
            try PageWorksPage.read(visit.page(id, in: connection), for: visit, in: connection)
        }.answer()
    }

    private static func plan(_ visit: Visit) async throws -> Answer { try await write(visit, work: nil) }

    private static func change(_ visit: Visit) async throws -> Answer {
        try await write(visit, work: try visit.id("work"))
    }

    private static func write(_ visit: Visit, work: Int64?) async throws -> Answer {
        let id = try visit.id("page")
        let form = visit.asked.form
        do {
            let warnings = try await visit.write { writing in
                let page = try visit.ownPage(id, in: writing.connection)
                return try WorkPlanning(page: page, visit: visit, writing: writing).plan(WorkForms.wish(form, work))
            }
            let names = warnings.map(WorkNote.name).joined(separator: ".")
            return .see("/pages/\(id)/works?note=planned" + (names.isEmpty ? "" : "&but=\(names)"))
        } catch let refusal as Refusal where refusal.status == .unprocessableContent {
            return try visit.read { connection in
                var page = try PageWorksPage.read(visit.page(id, in: connection), for: visit, in: connection)
                page.typed = (form, refusal, work)
                return page.answer(status: refusal.status)
            }
        }
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let (id, work) = (try visit.id("page"), try visit.id("work"))
        try await visit.write { writing in
            let page = try visit.ownPage(id, in: writing.connection)
            try WorkPlanning(page: page, visit: visit, writing: writing).withdraw(work)
        }
        return .see("/pages/\(id)/works?note=withdrawn")
    }

    private static func family(_ visit: Visit) throws -> Answer {
        let id = try visit.id("student")
        return try visit.read { connection in
            let child = try visit.child(id, in: connection)
            return try FamilyWorksPage.read(Diary.frame(visit, child, in: connection), in: connection)
        }.answer
    }

    private static func rules(_ visit: Visit) throws -> Answer {
        let page = try visit.read { try WorkRulesPage.read(visit, in: $0) }
        return page.answer()
    }

    private static func changeRules(_ visit: Visit) async throws -> Answer {
        try SettingsPart.teaching.require(visit)
        var page = try visit.read { try WorkRulesPage.read(visit, in: $0) }
        let wish = WorkRulesForm(
            visit.asked.form, over: page.settings, kinds: page.kinds.map(\.id), starts: page.starts)
        page.typed = visit.asked.form
        page.problems = wish.problems
        guard wish.problems.isEmpty else { return page.answer(status: .unprocessableContent) }
        try await visit.write { writing in
            let before = try WorkSettings.read(school: writing.school, on: visit.today, in: writing.connection)
            try wish.settings.save(over: before, in: writing)
            guard wish.settings.debts != before.debts else { return }
            try FinalExpectation.refreshOpen(year: visit.year, on: visit.today, in: writing)
        }
        return .see("/works/rules?note=saved")
    }
}
