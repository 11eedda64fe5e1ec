import SchoolRules
import Store
import Web

/// The people of the school: the clerk keeps their cards, others read them as far as they may.
enum Directory {
    // Students and parents have a right to the own card too; theirs is shown with the diary, this is the office's.
    static let routes: [Route] =
        [
            .get("/students", .exportRoster, students),
            .post("/students", .enrol, addStudent),
            .get("/students/{person}", .exportRoster, student),
            .get("/students/{person}/edit", .writeStudentCard, editStudent),
            .post("/students/{person}", .writeStudentCard, changeStudent),
            .post("/students/{person}/class", .enrol, move),
            .post("/students/{person}/leave", .enrol, leave),
        ] + guardianRoutes + staffRoutes

    private static func students(_ visit: Visit) throws -> Answer {
        try studentList(visit, Inputs(typed: defaults(visit), language: visit.language), same: [])
    }

    private static func studentList(_ visit: Visit, _ add: Inputs, same: [DirectoryQueries.Namesake]) throws -> Answer {
        let wish = StudentWish(visit.asked.query)
        return try visit.read { connection in
            let reach = try CardReach.read(visit, in: connection)
            let (rows, total) = try StudentQueries.students(visit, wish, reach, in: connection)
            let classes = try StudentQueries.classes(visit, in: connection)
            let desk = try DeskNotice.read(visit, in: connection)
            let banner = try visit.may(.enrol) ? SetupBanner.read(visit, in: connection) : .nothing
            let page = StudentsPage(
                visit: visit, wish: wish, rows: rows, total: total, classes: classes, add: add, same: same,
                desk: desk, banner: banner)
            return page.answer
        }
    }

    private static func defaults(_ visit: Visit) -> Form {
        let query = visit.asked.query
        return Form(fields: [
            ("from", query["from"] ?? visit.today.description), ("class", query["class"] ?? ""),
            ("order", query["order"] ?? ""), ("orderDay", query["orderDay"] ?? ""),
        ])
    }

    private static func addStudent(_ visit: Visit) async throws -> Answer {
        let form = StudentForm(visit.asked.form, on: visit.today)
        let same = try visit.read { try DirectoryQueries.namesakes(of: form.person, visit, in: $0) }
        guard form.problems.isEmpty, same.isEmpty || form.isKnownToBeNew, let classID = form.classID,
            let from = form.from
        else {
            var answer = try studentList(visit, form.inputs(visit.language), same: form.problems.isEmpty ? same : [])
            answer.status = .unprocessableContent
            return answer
        }
        let ids = visit.app.ids
        let id = try await visit.write { writing in
            try StudentQueries.requireClass(classID, school: writing.school, in: writing.connection)
            let roster = try RosterWriting(writing: writing, ids: ids)
            let id = try roster.addPerson(form.person.facts)
            try roster.enrol(id, in: classID, from: from.description, by: form.movement.order)
            return id
        }
        return .see(form.goesOn ? form.next : "/students/\(id)?note=added")
    }

    private static func student(_ visit: Visit) throws -> Answer {
        let id = try visit.id("person")
        return try card(visit, id, StudentCardForms(language: visit.language))
    }

    /// The card with its forms, one of them perhaps as it was typed.
    static func card(_ visit: Visit, _ id: Int64, _ forms: StudentCardForms) throws -> Answer {
        let answer = try visit.read { connection in
            let card = try StudentCard.read(visit, of: id, in: connection)
            let classes = card.mayWrite ? try StudentQueries.classes(visit, in: connection) : []
            return StudentCardPage(
                visit: visit, card: card, classes: classes, forms: forms, note: visit.asked.query["note"],
                showsNationalID: visit.asked.query["show"] == "id"
            ).answer
        }
        visit.logAccess(visit.asked.query["show"] == "id" ? "read.national-id" : "read", "person/\(id)")
        return answer
    }

    private static func editStudent(_ visit: Visit) throws -> Answer {
        let id = try visit.id("person")
        let card = try visit.read { try StudentCard.read(visit, of: id, in: $0) }
        let inputs = Inputs(typed: PersonForm.filled(card.facts, version: card.version), language: visit.language)
        return PersonEditPage(visit: visit, address: "/students/\(id)", place: "/students", inputs: inputs).answer()
    }

    private static func changeStudent(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        let form = PersonForm(visit.asked.form, on: visit.today)
        guard form.problems.isEmpty else {
            let inputs = form.inputs(visit.language)
            return PersonEditPage(visit: visit, address: "/students/\(id)", place: "/students", inputs: inputs)
                .answer(status: .unprocessableContent)
        }
        let ids = visit.app.ids
        try await visit.write { writing in
            let card = try StudentCard.read(visit, of: id, in: writing.connection)
            guard form.version == card.version else { throw Refusal.changedMeanwhile }
            try RosterWriting(writing: writing, ids: ids).changePerson(id, to: form.over(card.facts))
        }
        return .see("/students/\(id)?note=saved")
    }

    private static func move(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        let form = MoveForm(visit.asked.form, on: visit.today)
        guard form.problems.isEmpty else {
            return try redraw(visit, id, StudentCardForms(language: visit.language, move: form.inputs(visit.language)))
        }
        let ids = visit.app.ids
        try await visit.write { writing in
            let card = try StudentCard.read(visit, of: id, in: writing.connection)
            try StudentQueries.move(card, form, ids: ids, in: writing)
        }
        return .see("/students/\(id)?note=moved")
    }

    private static func leave(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        let form = LeaveForm(visit.asked.form, on: visit.today)
        guard form.problems.isEmpty else {
            return try redraw(
                visit, id, StudentCardForms(language: visit.language, leave: form.inputs(visit.language)))
        }
        let ids = visit.app.ids
        try await visit.write { writing in
            let card = try StudentCard.read(visit, of: id, in: writing.connection)
            try StudentQueries.discharge(card, form, ids: ids, in: writing)
        }
        return .see("/students/\(id)?note=left")
    }

    /// The card again, with what was typed and what is wrong with it.
    static func redraw(_ visit: Visit, _ id: Int64, _ forms: StudentCardForms) throws -> Answer {
        var answer = try card(visit, id, forms)
        answer.status = .unprocessableContent
        return answer
    }
}
