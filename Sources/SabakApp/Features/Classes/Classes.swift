import HTTPTypes
import SchoolRules
import Store
import Web

/// Classes: who is in them, who leads them, what is taught in them, how they are divided.
enum Classes {
    static let routes: [Route] = [
        .get("/classes", .readClassList, all),
        .post("/classes", .writeLoad, addClass),
        .get("/classes/leaders", .writeLoad, leaders),
        .post("/classes/leaders", .writeLoad, nameLeaders),
        .get("/classes/{class}", .readClassList, list),
        // Who leads a class is named with the load.
        .post("/classes/{class}/leader", .writeLoad, nameLeader),
        .get("/classes/{class}/pages", .readPage, pages),
        .get("/classes/{class}/list.xlsx", .exportRoster, sheet),
        // Confirming a link opens the family's way in, as issuing a code does.
        .post("/classes/{class}/guardians", .manageFamilyAccounts, decideGuardian),
        .get("/classes/{class}/subgroups", .splitSubgroups, subgroups),
        .post("/classes/{class}/subgroups", .splitSubgroups, split),
        .post("/classes/{class}/subgroups/new", .splitSubgroups, addSubgroups),
    ]

    private static func all(_ visit: Visit) throws -> Answer { try showAll(visit, refused: nil) }

    private static func showAll(_ visit: Visit, refused: NewClassForm?) throws -> Answer {
        let visit = try visit.inAskedYear()
        let (classes, led, hasNext) = try visit.read { connection in
            let led = try visit.classesLed(in: connection)
            let taught = try ClassesQueries.taught(by: visit.person.id, visit, in: connection)
            let classes = try ClassesQueries.classes(visit, in: connection)
                .filter { visit.may(.readClassList, inClass: $0.id, led: led) || taught.contains($0.id) }
            return (classes, led, try visit.hasNextYear(in: connection))
        }
        if !visit.mayInSchool(.readClassList), led.count == 1, let own = led.first { return .see("/classes/\(own)") }
        var answer = ClassesPage(visit: visit, classes: classes, refused: refused, hasNextYear: hasNext).answer
        if refused != nil { answer.status = .unprocessableContent }
        return answer
    }

    private static func addClass(_ visit: Visit) async throws -> Answer {
        let visit = try visit.inAskedYear()
        var form = NewClassForm(visit.asked.form)
        guard form.problems.isEmpty else { return try showAll(visit, refused: form) }
        do {
            let (ids, wish) = (visit.app.ids, form)
            let id = try await visit.write { try wish.add(visit, ids: ids, in: $0) }
            return .see("/classes/\(id)")
        } catch let refusal as Refusal where !refusal.fields.isEmpty {
            form.problems = refusal.problems
            return try showAll(visit, refused: form)
        }
    }

    private static func list(_ visit: Visit) throws -> Answer {
        try showList(visit, try visit.id("class"), refused: nil)
    }

    private static func showList(_ visit: Visit, _ id: Int64, refused: LeaderForm?) throws -> Answer {
        let visit = try visit.inYear(ofClass: id)
        return try visit.read { connection in
            let led = try visit.classesLed(in: connection)
            let found = try ClassesQueries.schoolClass(id, visit, in: connection)
            if visit.may(.readClassList, inClass: id, led: led) {
                let list = try ClassList.read(visit, of: found, led: led, in: connection)
                let leading = visit.mayInSchool(.writeLoad) ? try ClassLeading.read(visit, of: id, in: connection) : nil
                let note = visit.asked.query["note"]
                let desk = list.isOwn ? try DeskNotice.read(visit, in: connection) : DeskNotice()
                var answer = ClassListPage(
                    visit: visit, list: list, leading: leading, refused: refused, note: note, desk: desk
                ).answer
                if refused != nil { answer.status = .unprocessableContent }
                return answer
            }
            guard try ClassesQueries.taught(by: visit.person.id, visit, in: connection).contains(id) else {
                throw Refusal.notFound
            }
            let names = try ClassesQueries.students(of: id, visit, in: connection)
                .filter { $0.isThere(on: visit.today) }
            return ClassNamesPage(visit: visit, found: found, students: names).answer
        }
    }

    private static func nameLeader(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("class")
        let visit = try visit.inYear(ofClass: id)
        let form = LeaderForm(visit.asked.form, year: visit.year)
        guard form.problems.isEmpty else { return try showList(visit, id, refused: form) }
        let ids = visit.app.ids
        try await visit.write { try ClassLeading.name(form, for: id, visit, ids: ids, in: $0) }
        return .see("/classes/\(id)?note=named")
    }

    private static func leaders(_ visit: Visit) throws -> Answer {
        try showLeaders(try visit.inAskedYear(), refused: nil)
    }

    private static func showLeaders(
        _ visit: Visit, refused: ClassLeadersForm?, status: HTTPResponse.Status = .ok
    ) throws -> Answer {
        let (leaders, hasNext) = try visit.read { connection in
            (try ClassLeaders.read(visit, in: connection), try visit.hasNextYear(in: connection))
        }
        return ClassLeadersPage(visit: visit, leaders: leaders, hasNextYear: hasNext, refused: refused)
            .answer(status: status)
    }

    private static func nameLeaders(_ visit: Visit) async throws -> Answer {
        let visit = try visit.inAskedYear()
        let ids = visit.app.ids
        var form = ClassLeadersForm(visit.asked.form, year: visit.year)
        guard form.problems.isEmpty else {
            return try showLeaders(visit, refused: form, status: .unprocessableContent)
        }
        let wish = form
        let obstacles = try await visit.write { writing in
            try ClassLeaders.read(visit, in: writing.connection).save(wish, ids: ids, in: writing)
        }
        form.problems = obstacles.problems
        guard !form.problems.isEmpty else { return .see("/classes?note=named\(visit.yearQuery)") }
        return try showLeaders(visit, refused: form, status: obstacles.isCrossed ? .conflict : .unprocessableContent)
    }

    private static func pages(_ visit: Visit) throws -> Answer {
        let id = try visit.id("class")
        let visit = try visit.inYear(ofClass: id)
        let (found, pages, led) = try visit.read { connection in
            _ = try visit.classToRead(id, by: .readPage, in: connection)
            return (
                try ClassesQueries.schoolClass(id, visit, in: connection),
                try ClassesQueries.pages(of: id, visit, in: connection), try visit.classesLed(in: connection)
            )
        }
        return ClassPagesPage(visit: visit, found: found, pages: pages, led: led).answer
    }

    private static func sheet(_ visit: Visit) throws -> Answer {
        let id = try visit.id("class")
        let list = try visit.read { connection in
            _ = try visit.classToRead(id, by: .exportRoster, in: connection)
            let found = try ClassesQueries.schoolClass(id, visit, in: connection)
            return try ClassList.read(visit, of: found, led: visit.classesLed(in: connection), in: connection)
        }
        visit.logAccess("export", "class/\(id)")
        return try ClassSheet(visit: visit, list: list).download()
    }

    private static func decideGuardian(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("class")
        let form = try GuardianDecision(visit.asked.form)
        try await visit.write { writing in
            _ = try visit.classToRead(id, by: .manageFamilyAccounts, in: writing.connection)
            try GuardianDeciding.decide(form, ofClass: id, on: visit.today, in: writing)
        }
        return .see("/classes/\(id)?note=\(form.isConfirmed ? "confirmed" : "refused")")
    }

    private static func subgroups(_ visit: Visit) throws -> Answer {
        try showSubgroups(visit, try visit.id("class"), refused: nil)
    }

    private static func showSubgroups(_ visit: Visit, _ id: Int64, refused: NewSplitForm?) throws -> Answer {
        let visit = try visit.inYear(ofClass: id)
        let query = visit.asked.query
        return try visit.read { connection in
            let picture = try SplitPicture.read(visit, of: id, in: connection)
            let draft = SplitDraft(picture, chosen: query["split"], fill: query["fill"], on: visit.today)
            var page = SplitPage(visit: visit, picture: picture, draft: draft, note: query["note"])
            page.refused = refused
            var answer = page.answer
            if refused != nil { answer.status = .unprocessableContent }
            return answer
        }
    }

    private static func split(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("class")
        let visit = try visit.inYear(ofClass: id)
        let form = SplitForm(visit.asked.form)
        let problem = try visit.read { form.problem(in: visit.year, try SplitPicture.read(visit, of: id, in: $0)) }
        if let problem { return try redraw(visit, id, form, problem) }
        let ids = visit.app.ids
        try await visit.write { writing in
            let picture = try SplitPicture.read(visit, of: id, in: writing.connection)
            try SplitQueries.save(form, picture, ids: ids, in: writing)
        }
        return .see("/classes/\(id)/subgroups?split=\(form.split)&note=saved")
    }

    private static func redraw(_ visit: Visit, _ id: Int64, _ form: SplitForm, _ problem: Text) throws -> Answer {
        try visit.read { connection in
            let picture = try SplitPicture.read(visit, of: id, in: connection)
            let draft = SplitDraft(picture, form: form, on: visit.today)
            var answer = SplitPage(visit: visit, picture: picture, draft: draft, note: nil, problem: problem).answer
            answer.status = .unprocessableContent
            return answer
        }
    }

    private static func addSubgroups(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("class")
        let visit = try visit.inYear(ofClass: id)
        let form = NewSplitForm(visit.asked.form)
        guard form.problems.isEmpty else { return try showSubgroups(visit, id, refused: form) }
        let ids = visit.app.ids
        let first = try await visit.write { writing in
            _ = try visit.classToRead(id, by: .splitSubgroups, in: writing.connection)
            return try SplitQueries.add(form, to: id, year: visit.year, ids: ids, in: writing)
        }
        return .see("/classes/\(id)/subgroups?split=\(first)")
    }
}
