import SchoolRules
import Store
import Web

extension Directory {
    static let staffRoutes: [Route] = [
        .get("/staff", .readStaffCard, staff),
        .get("/staff.xlsx", .exportRoster, staffSheet),
        .post("/staff", .writeStaffCard, addStaff),
        .get("/staff/{person}", .readStaffCard, member),
        .get("/staff/{person}/edit", .writeStaffCard, editMember),
        .post("/staff/{person}", .writeStaffCard, changeMember),
        .post("/staff/{person}/dismiss", .writeStaffCard, dismiss),
    ]

    private static func staff(_ visit: Visit) throws -> Answer {
        guard visit.mayInSchool(.readStaffCard) else { return .see("/staff/\(visit.person.id)") }
        let add = Inputs(typed: Form(fields: [("from", visit.today.description)]), language: visit.language)
        return try staffList(visit, add, same: [])
    }

    private static func staffList(_ visit: Visit, _ add: Inputs, same: [DirectoryQueries.Namesake]) throws -> Answer {
        let query = visit.asked.query
        let rows = try visit.read { connection in
            try StaffQueries.staff(
                visit, search: searchFold(query["q"] ?? ""), showsLeft: query["state"] == "left", in: connection)
        }
        return StaffPage(visit: visit, query: query, rows: rows, add: add, same: same).answer
    }

    private static func staffSheet(_ visit: Visit) throws -> Answer {
        guard visit.mayInSchool(.exportRoster) else { throw Refusal.notFound }
        let query = visit.asked.query
        let rows = try visit.read { connection in
            try StaffQueries.staff(
                visit, search: searchFold(query["q"] ?? ""), showsLeft: query["state"] == "left", in: connection)
        }
        visit.logAccess("export", "staff")
        return try StaffBook(visit: visit, rows: rows).download()
    }

    private static func addStaff(_ visit: Visit) async throws -> Answer {
        let form = StaffForm(visit.asked.form, on: visit.today)
        let same =
            form.isKnownToBeNew || form.existing != nil
            ? [] : try visit.read { try DirectoryQueries.namesakes(of: form.person, visit, in: $0) }
        guard form.problems.isEmpty, same.isEmpty, let from = form.from else {
            var answer = try staffList(visit, form.inputs(visit.language), same: form.problems.isEmpty ? same : [])
            answer.status = .unprocessableContent
            return answer
        }
        let ids = visit.app.ids
        let id = try await visit.write { writing in
            let roster = try RosterWriting(writing: writing, ids: ids)
            let id = try form.existing ?? roster.addPerson(form.person.facts)
            try GuardianQueries.requireAdult(id, visit, in: writing.connection)
            try roster.employ(id, position: form.position, from: from.description)
            return id
        }
        return .see("/staff/\(id)?note=added")
    }

    private static func member(_ visit: Visit) throws -> Answer {
        let id = try visit.id("person")
        return try memberCard(visit, id, dismissal: nil)
    }

    private static func memberCard(_ visit: Visit, _ id: Int64, dismissal: Inputs?) throws -> Answer {
        let card = try visit.read { try StaffCard.read(visit, of: id, in: $0) }
        visit.logAccess("read", "person/\(id)")
        return StaffCardPage(visit: visit, card: card, dismissal: dismissal, note: visit.asked.query["note"]).answer
    }

    private static func editMember(_ visit: Visit) throws -> Answer {
        let id = try visit.id("person")
        let card = try visit.read { try StaffCard.read(visit, of: id, in: $0) }
        let typed = PersonForm.filled(
            card.facts, version: card.version,
            more: [("position", card.position), ("from", card.from?.description ?? visit.today.description)])
        let inputs = Inputs(typed: typed, language: visit.language)
        return PersonEditPage(visit: visit, address: "/staff/\(id)", place: "/staff", inputs: inputs, isStaff: true)
            .answer()
    }

    private static func changeMember(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        let form = StaffForm(visit.asked.form, on: visit.today)
        guard form.problems.isEmpty, let from = form.from else {
            let inputs = form.inputs(visit.language)
            return PersonEditPage(
                visit: visit, address: "/staff/\(id)", place: "/staff", inputs: inputs, isStaff: true
            ).answer(status: .unprocessableContent)
        }
        let ids = visit.app.ids
        try await visit.write { writing in
            let card = try StaffCard.read(visit, of: id, in: writing.connection)
            guard form.person.version == card.version else { throw Refusal.changedMeanwhile }
            let roster = try RosterWriting(writing: writing, ids: ids)
            try roster.changePerson(id, to: form.person.over(card.facts))
            // A first day after the last one takes a former colleague back.
            let to = card.to.map { $0 < from ? Day.forever : $0 } ?? .forever
            try roster.employ(id, position: form.position, from: from.description, to: to.description)
        }
        return .see("/staff/\(id)?note=saved")
    }

    private static func dismiss(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("person")
        let form = visit.asked.form
        guard let day = form["day"].flatMap(Day.init) else {
            let inputs = Inputs(typed: form, problems: ["day": DirectoryTexts.wrongDay], language: visit.language)
            var answer = try memberCard(visit, id, dismissal: inputs)
            answer.status = .unprocessableContent
            return answer
        }
        let order = String((form["order"] ?? "").prefix(40))
        let ids = visit.app.ids
        try await visit.write { writing in
            let card = try StaffCard.read(visit, of: id, in: writing.connection)
            guard id != visit.person.id else { throw DirectoryTexts.notOneself }
            try StaffQueries.dismiss(card, on: day, order: order, visit, ids: ids, in: writing)
        }
        return .see("/staff/\(id)?note=dismissed")
    }
}
