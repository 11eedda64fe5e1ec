import HTTPTypes
import SchoolRules
import Store
import Web

/// Calendar-thematic plans: what is taught in a subject, lesson by lesson.
enum Plans {
    static let routes: [Route] = [
        .get("/plans", .readPlan, list),
        .post("/plans", .writePlan, bodyLimit: 524_288, create),
        .get("/plans/{plan}", .readPlan, show),
        .post("/plans/{plan}", .writePlan, bodyLimit: 1_048_576, change),
        .post("/plans/{plan}/pages", .writePlan, attach),
        .post("/plans/{plan}/copy", .writePlan, copy),
        .post("/plans/{plan}/remove", .writePlan, remove),
    ]

    private static func list(_ visit: Visit) throws -> Answer { try PlansPage.answer(visit, typed: nil) }

    private static func create(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        do {
            let plan = try await visit.write { writing in
                let wish = try NewPlan(form, pages: try PlansQueries.ownPages(of: visit, in: writing.connection))
                guard
                    try PlanWriting.find(
                        title: wish.title, subject: wish.subject, grade: wish.grade, author: visit.person.id,
                        in: writing)
                        == nil
                else { throw PlanRefusals.titleTaken }
                return try PlanWriting.write(
                    title: wish.title, subject: wish.subject, grade: wish.grade, author: visit.person.id,
                    rows: wish.rows, pages: wish.pages, ids: visit.app.ids, in: writing)
            }
            return .see("/plans/\(plan)?note=made")
        } catch let refusal as Refusal where refusal.status == .unprocessableContent {
            return try PlansPage.answer(visit, typed: (form, refusal))
        }
    }

    private static func show(_ visit: Visit) throws -> Answer {
        try PlanPage.answer(visit, try visit.id("plan"), typed: nil)
    }

    private static func change(_ visit: Visit) async throws -> Answer {
        let (id, form) = (try visit.id("plan"), visit.asked.form)
        do {
            try await visit.write { writing in
                let plan = try PlansQueries.planToWrite(id, visit, in: writing.connection)
                guard form["version"] == String(plan.version) else { throw Refusal.changedMeanwhile }
                let wish = try ChangedPlan(form)
                try PlanWriting.replace(wish.rows, title: wish.title, of: id, in: writing)
            }
            return .see("/plans/\(id)?note=saved")
        } catch let refusal as Refusal
            where refusal.status == .unprocessableContent || refusal.code == Refusal.changedMeanwhile.code
        {
            return try PlanPage.answer(visit, id, typed: (form, refusal))
        }
    }

    private static func attach(_ visit: Visit) async throws -> Answer {
        let (id, wished) = (try visit.id("plan"), Set(visit.asked.form.all("page").compactMap { Int64($0) }))
        try await visit.write { writing in
            guard let plan = try PlansQueries.plan(id, visit, in: writing.connection) else { throw Refusal.notFound }
            let pages = try PlansQueries.ownPages(of: visit, in: writing.connection).filter { $0.fits(plan) }
            try PlanWriting.attach(id, to: pages.map(\.id).filter(wished.contains), in: writing)
            try PlanWriting.detach(
                id, from: pages.filter { $0.plan == id && !wished.contains($0.id) }.map(\.id), in: writing)
        }
        return .see("/plans/\(id)?note=attached")
    }

    private static func copy(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("plan")
        let copied = try await visit.write { writing in
            guard let plan = try PlansQueries.plan(id, visit, in: writing.connection) else { throw Refusal.notFound }
            let rows = try PlansQueries.rows(of: id, school: writing.school, in: writing.connection)
            let title = try PlansQueries.freeTitle(plan, for: visit.person.id, in: writing)
            return try PlanWriting.write(
                title: title, subject: plan.subject, grade: plan.grade, author: visit.person.id, rows: rows, pages: [],
                ids: visit.app.ids, in: writing)
        }
        return .see("/plans/\(copied)?note=copied")
    }

    private static func remove(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("plan")
        try await visit.write { writing in
            _ = try PlansQueries.planToWrite(id, visit, in: writing.connection)
            try PlanWriting.remove(id, in: writing)
        }
        return .see("/plans?note=removed")
    }
}
