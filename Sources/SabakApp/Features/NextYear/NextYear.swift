import SchoolRules
import Web

/// The next school year from the present one. The administrator prepares it, the director confirms it: two people, and
/// nothing happens before the second.
enum NextYear {
    static let routes: [Route] = [
        .get("/next-year", .rollYear, show),
        .post("/next-year", .rollYear, prepare),
        .get("/next-year/classes/{class}", .rollYear, pupils),
        .post("/next-year/classes/{class}", .rollYear, keepPupils),
        .post("/next-year/withdraw", .rollYear, withdraw),
        .post("/next-year/confirm", .rollYear, confirm),
        .get("/next-year/load", .writeLoad, proposed),
        .post("/next-year/load", .writeLoad, check),
    ]

    private static func show(_ visit: Visit) throws -> Answer {
        let state = try visit.read { try YearState.read(visit, in: $0) }
        return NextYearPage(visit: visit, state: state).answer()
    }

    private static func prepare(_ visit: Visit) async throws -> Answer {
        try requirePreparer(visit)
        let state = try visit.read { try YearState.read(visit, in: $0) }
        guard var plan = state.plan, state.confirmed == nil else { throw NextYearTexts.nothingToPrepare }
        let form = YearPlanForm(visit.asked.form, into: &plan, known: state.knownNames)
        guard form.problems.isEmpty else {
            return NextYearPage(visit: visit, state: state.with(plan), problems: form.problems)
                .answer(status: .unprocessableContent)
        }
        let wish = plan
        try await visit.write { writing in
            try YearRollQueries.save(wish, version: form.version, ids: visit.app.ids, in: writing)
        }
        return .see("/next-year?note=prepared" + (form.notSent == 0 ? "" : "&notsent=\(form.notSent)"))
    }

    private static func pupils(_ visit: Visit) throws -> Answer {
        try showPupils(visit, try visit.id("class"), problem: nil)
    }

    private static func showPupils(_ visit: Visit, _ id: Int64, problem: Text?) throws -> Answer {
        let (state, list) = try visit.read { connection in
            (
                try YearState.read(visit, in: connection),
                try YearRollQueries.pupils(of: id, school: visit.school.id, in: connection)
            )
        }
        guard state.roll != nil, let plan = state.plan, let one = plan.classes.first(where: { $0.id == id }) else {
            throw Refusal.notFound
        }
        return NextYearClassPage(visit: visit, state: state, plan: plan, one: one, pupils: list, problem: problem)
            .answer
    }

    private static func keepPupils(_ visit: Visit) async throws -> Answer {
        try requirePreparer(visit)
        let id = try visit.id("class")
        let form = visit.asked.form
        let version = form["version"].flatMap { Int64($0) } ?? 0
        let problem = try await visit.write { writing -> Text? in
            let state = try YearState.read(visit, in: writing.connection)
            guard state.roll != nil, var plan = state.plan, let one = plan.classes.first(where: { $0.id == id })
            else { throw Refusal.notFound }
            let pupils = try YearRollQueries.pupils(of: id, school: writing.school, in: writing.connection)
            if let problem = plan.send(form, of: one, pupils: pupils.map(\.id)) { return problem }
            try YearRollQueries.save(plan, version: version, ids: visit.app.ids, in: writing)
            return nil
        }
        guard let problem else { return .see("/next-year?note=prepared") }
        return try showPupils(visit, id, problem: problem)
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let version = visit.asked.form["version"].flatMap { Int64($0) } ?? 0
        try await visit.write { writing in
            let state = try YearState.read(visit, in: writing.connection)
            guard let roll = state.roll, state.confirmed == nil else { throw Refusal.notFound }
            guard roll.version == version else { throw Refusal.changedMeanwhile }
            try YearRollQueries.withdraw(roll.id, in: writing)
        }
        return .see("/next-year?note=withdrawn")
    }

    private static func confirm(_ visit: Visit) async throws -> Answer {
        guard YearStep.confirm.isOpen(to: visit.roles) else { throw NextYearTexts.directorConfirms }
        let version = visit.asked.form["version"].flatMap { Int64($0) } ?? 0
        try await visit.write { writing in
            let state = try YearState.read(visit, in: writing.connection)
            guard let roll = state.roll, let plan = state.plan, state.confirmed == nil else { throw Refusal.notFound }
            guard roll.version == version else { throw Refusal.changedMeanwhile }
            guard YearStep.mayConfirm(visit.person.id, preparedBy: roll.preparedBy) else {
                throw NextYearTexts.notAlone
            }
            guard plan.clashes(with: state.knownNames).isEmpty else { throw Refusal.changedMeanwhile }
            let rolling = YearRolling(
                plan: plan, country: visit.school.country,
                roster: try RosterWriting(writing: writing, ids: visit.app.ids))
            try YearRollQueries.confirm(roll.id, year: plan.year, try rolling.run(), in: writing)
        }
        return .see("/next-year?note=confirmed")
    }

    private static func proposed(_ visit: Visit) throws -> Answer {
        let rows = try visit.read { try ProposedLoad.rows(visit, in: $0) }
        return ProposedLoadPage(visit: visit, rows: rows).answer
    }

    private static func check(_ visit: Visit) async throws -> Answer {
        let pages = visit.asked.form.all("page").compactMap { Int64($0) }
        try await visit.write { try ProposedLoad.check(pages, in: $0) }
        return .see("/next-year/load")
    }

    private static func requirePreparer(_ visit: Visit) throws {
        guard YearStep.prepare.isOpen(to: visit.roles) else { throw NextYearTexts.administratorPrepares }
    }
}
