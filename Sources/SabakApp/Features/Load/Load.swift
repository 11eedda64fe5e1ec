import SchoolRules
import Store
import Web

/// The load list: who teaches what to whom. It makes the journal pages and is the source of every teacher's rights.
enum Load {
    static let routes: [Route] =
        [
            .get("/load", .readLoad, list),
            .get("/load/new", .writeLoad, form),
            .post("/load", .writeLoad, add),
            .get("/load/pages/{page}", .writeLoad, page),
            .post("/load/pages/{page}/teacher", .writeLoad, giveToTeacher),
            .post("/load/pages/{page}/end", .writeLoad, end),
            .post("/load/pages/{page}/hours", .writeLoad, setHours),
        ] + handOverRoutes

    private static func list(_ visit: Visit) throws -> Answer {
        let visit = try visit.inAskedYear()
        return try visit.read { connection in
            let list = try LoadList(visit, in: connection)
            let open =
                visit.may(.writeLoad)
                ? try LoadQueries.openLoad(year: visit.year, school: visit.school.id, in: connection).count : 0
            let hasNext = try visit.hasNextYear(in: connection)
            return LoadPage(visit: visit, list: list, toHandOver: open, hasNextYear: hasNext).answer()
        }
    }

    private static func form(_ visit: Visit) throws -> Answer {
        let visit = try visit.inAskedYear()
        let offer = try visit.read { try LoadOffer(visit, visit.asked.query, in: $0) }
        return NewLoadPage(visit: visit, offer: offer, wish: nil).answer()
    }

    private static func add(_ visit: Visit) async throws -> Answer {
        let visit = try visit.inAskedYear()
        let offer = try visit.read { try LoadOffer(visit, visit.asked.form, in: $0) }
        let wish = LoadWish(visit.asked.form, offer: offer, year: visit.year)
        guard wish.problems.isEmpty else {
            return NewLoadPage(visit: visit, offer: offer, wish: wish).answer(status: .unprocessableContent)
        }
        let isNew = try await visit.write { writing in
            try LoadQueries.add(wish, year: visit.year, ids: visit.app.ids, in: writing)
        }
        guard isNew else {
            var refused = wish
            refused.problems["teacher"] = LoadTexts.teachesAlready
            return NewLoadPage(visit: visit, offer: offer, wish: refused).answer(status: .unprocessableContent)
        }
        return .see("/load?class=\(offer.classID)&note=added\(visit.yearQuery)")
    }

    private static func page(_ visit: Visit) throws -> Answer {
        try show(try visit.id("page"), visit)
    }

    private static func giveToTeacher(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("page")
        let visit = try visit.inYear(ofPage: id)
        let wish = HandOver(visit.asked.form, year: visit.year)
        guard wish.problems.isEmpty else { return try show(id, visit, problems: wish.problems) }
        let problem = try await visit.write { writing in
            try LoadQueries.handOver(page: id, wish, ids: visit.app.ids, in: writing)
        }
        return try finish(id, visit, problem: problem, field: "teacher")
    }

    private static func end(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("page")
        guard let teacher = visit.asked.form["old"].flatMap({ Int64($0) }) else { throw Refusal.notFound }
        guard let day = visit.asked.form["to"].flatMap({ Day($0) }) else {
            return try show(id, visit, problems: FormProblems(["to": LoadTexts.noDay]))
        }
        let problem = try await visit.write { writing in
            try LoadQueries.end(page: id, teacher: teacher, to: day, ids: visit.app.ids, in: writing)
        }
        return try finish(id, visit, problem: problem, field: "to")
    }

    private static func setHours(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("page")
        guard let hours = HoursWords.read(visit.asked.form["hours"] ?? "") else {
            return try show(id, visit, problems: FormProblems(["hours": LoadTexts.badHours]))
        }
        try await visit.write { try LoadQueries.set(hours: hours, of: id, in: $0) }
        return .see("/load/pages/\(id)?note=saved")
    }

    private static func finish(_ id: Int64, _ visit: Visit, problem: Text?, field: String) throws -> Answer {
        guard let problem else { return .see("/load/pages/\(id)?note=saved") }
        return try show(id, visit, problems: FormProblems([field: problem]))
    }

    private static func show(_ id: Int64, _ visit: Visit, problems: FormProblems = FormProblems()) throws -> Answer {
        let visit = try visit.inYear(ofPage: id)
        let (page, rows, teachers) = try visit.read { connection in
            let pages = try TaughtPages.all(
                year: visit.year, on: visit.today, school: visit.school.id, in: connection)
            guard let page = pages.first(where: { $0.id == id }) else { throw Refusal.notFound }
            let rows = try LoadQueries.rows(year: visit.year, school: visit.school.id, in: connection)
            let teachers = try ListedTeacher.all(on: visit.today, school: visit.school.id, in: connection)
            return (page, rows.filter { $0.page == id }, teachers)
        }
        return LoadEditPage(visit: visit, page: page, rows: rows, teachers: teachers, problems: problems).answer()
    }
}
