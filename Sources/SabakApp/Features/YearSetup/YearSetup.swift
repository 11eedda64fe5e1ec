import SchoolRules
import Store
import Web

/// The school year: terms, days off, bells and the days of the week. Lessons follow every change.
enum YearSetup {
    static let routes: [Route] = [
        .needs(readers, .get, "/year", bodyLimit: nil, terms),
        .post("/year/terms", .writeCalendar, changeTerms),
        .post("/year/terms/add", .writeCalendar, addTerm),
        .needs(readers, .get, "/year/days", bodyLimit: nil, daysOff),
        .post("/year/days", .writeCalendar, setDayOff),
        .post("/year/days/remove", .writeCalendar, removeDayOff),
        .needs(readers, .get, "/year/bells", bodyLimit: nil, bells),
        .post("/year/bells", .writeCalendar, changeBells),
        .post("/year/bells/add", .writeCalendar, addBells),
        .post("/year/bells/remove", .writeCalendar, removeBells),
        .needs(readers, .get, "/year/week", bodyLimit: nil, week),
        .post("/year/week", .writeCalendar, changeWeek),
    ]

    private static let readers = Route.Access.anyOf([.writeCalendar, .writeSettings])

    private static func terms(_ visit: Visit) throws -> Answer {
        let rows = try visit.read { try YearSetupQueries.terms(of: visit, in: $0) }
        return TermsPage(visit: visit, change: TermsChange(rows)).answer()
    }

    private static func changeTerms(_ visit: Visit) async throws -> Answer {
        let rows = try visit.read { try YearSetupQueries.terms(of: visit, in: $0) }
        let change = TermsChange(rows, form: visit.asked.form, year: visit.year)
        guard change.problems.isEmpty else {
            return TermsPage(visit: visit, change: change).answer(status: .unprocessableContent)
        }
        let result = try await visit.write { writing in
            guard let first = try YearSetupQueries.save(change, in: writing) else { return PublishingResult() }
            let result = try Publishing.refresh(from: first, ids: visit.app.ids, in: writing)
            let place = RegimePlace(grades: change.grades, subjects: [])
            try FinalExpectation.refreshOpen(place, year: visit.year, on: visit.today, in: writing)
            return result
        }
        return .see("/year?done=\(PublishingNote.encoded(result))")
    }

    private static func addTerm(_ visit: Visit) async throws -> Answer {
        let rows = try visit.read { try YearSetupQueries.terms(of: visit, in: $0) }
        let wish = NewTerm(visit.asked.form, among: rows, year: visit.year)
        guard let term = wish.term else {
            return TermsPage(visit: visit, change: TermsChange(rows), wish: wish).answer(status: .unprocessableContent)
        }
        let result = try await visit.write { writing in
            try YearSetupQueries.add(term, year: visit.year, id: visit.app.ids.next(), in: writing)
            let result = try Publishing.refresh(from: term.from, ids: visit.app.ids, in: writing)
            let place = RegimePlace(grades: term.gradeFrom...max(term.gradeFrom, term.gradeTo), subjects: [])
            try FinalExpectation.refreshOpen(place, year: visit.year, on: visit.today, in: writing)
            return result
        }
        return .see("/year?done=\(PublishingNote.encoded(result))")
    }

    private static func daysOff(_ visit: Visit) throws -> Answer {
        let rows = try visit.read { try YearSetupQueries.daysOff(of: visit, in: $0) }
        let edited = visit.asked.query["edit"].flatMap { Int64($0) }
        guard edited == nil || rows.contains(where: { $0.id == edited }) else { throw Refusal.notFound }
        let wish = DayOffWish(rows.first { $0.id == edited }, language: visit.language)
        return DaysOffPage(visit: visit, rows: rows, wish: wish).answer()
    }

    private static func setDayOff(_ visit: Visit) async throws -> Answer {
        let rows = try visit.read { try YearSetupQueries.daysOff(of: visit, in: $0) }
        let closed = try visit.read { try YearSetupQueries.lastClosedDay(of: visit, in: $0) }
        let wish = DayOffWish(visit.asked.form, year: visit.year, closed: closed)
        guard let day = wish.dayOff else {
            return DaysOffPage(visit: visit, rows: rows, wish: wish).answer(status: .unprocessableContent)
        }
        let result = try await visit.write { writing in
            let before = try YearSetupQueries.save(
                day, named: wish.name, in: visit.language, id: wish.id, newID: visit.app.ids.next(), in: writing)
            let first = before.map { min($0, day.from) } ?? day.from
            if let closed, first <= closed { throw Refusal.termClosed }
            return try Publishing.refresh(from: first, ids: visit.app.ids, in: writing)
        }
        return .see("/year/days?done=\(PublishingNote.encoded(result))")
    }

    private static func removeDayOff(_ visit: Visit) async throws -> Answer {
        guard let id = visit.asked.form["id"].flatMap({ Int64($0) }) else { throw Refusal.notFound }
        let result = try await visit.write { writing in
            let closed = try YearSetupQueries.lastClosedDay(of: visit, in: writing.connection)
            guard let first = try YearSetupQueries.removeDayOff(id, in: writing) else { throw Refusal.notFound }
            if let closed, first <= closed { throw Refusal.termClosed }
            return try Publishing.refresh(from: first, ids: visit.app.ids, in: writing)
        }
        return .see("/year/days?done=\(PublishingNote.encoded(result))")
    }

    private static func bells(_ visit: Visit) throws -> Answer {
        let sets = try visit.read { try YearSetupQueries.bellSets(school: visit.school.id, in: $0) }
        return BellsPage(visit: visit, sets: sets).answer()
    }

    private static func changeBells(_ visit: Visit) async throws -> Answer {
        let sets = try visit.read { try YearSetupQueries.bellSets(school: visit.school.id, in: $0) }
        let change = try BellsChange(visit.asked.form, today: visit.today)
        guard change.problems.isEmpty else {
            return BellsPage(visit: visit, sets: sets, change: change).answer(status: .unprocessableContent)
        }
        return try await save(change.key, change.rows, from: change.from, visit)
    }

    private static func addBells(_ visit: Visit) async throws -> Answer {
        let sets = try visit.read { try YearSetupQueries.bellSets(school: visit.school.id, in: $0) }
        let wish = NewBells(visit.asked.form, among: sets)
        guard wish.problems.isEmpty, let key = wish.key else {
            return BellsPage(visit: visit, sets: sets, wish: wish).answer(status: .unprocessableContent)
        }
        return try await save(key, wish.rows, from: visit.today, visit)
    }

    private static func removeBells(_ visit: Visit) async throws -> Answer {
        guard let key = visit.asked.form["set"].flatMap(BellSet.Key.init) else { throw Refusal.notFound }
        return try await save(key, [], from: visit.today, visit)
    }

    private static func save(_ key: BellSet.Key, _ rows: [BellSet.Row], from: Day, _ visit: Visit) async throws
        -> Answer
    {
        let result = try await visit.write { writing in
            try YearSetupQueries.save(key, rows, ids: visit.app.ids, in: writing)
            return try Publishing.refresh(from: from, ids: visit.app.ids, in: writing)
        }
        return .see("/year/bells?done=\(PublishingNote.encoded(result))")
    }

    private static func week(_ visit: Visit) throws -> Answer {
        let week = try visit.read { try YearSetupQueries.week(of: visit, in: $0) }
        return SchoolWeekPage(visit: visit, week: week, problem: nil).answer()
    }

    private static func changeWeek(_ visit: Visit) async throws -> Answer {
        let week = WeekWish(visit.asked.form)
        guard !week.days.isEmpty else {
            return SchoolWeekPage(visit: visit, week: week, problem: YearSetupTexts.noWeekday)
                .answer(status: .unprocessableContent)
        }
        let result = try await visit.write { writing in
            try YearSetupQueries.save(week, in: writing)
            return try Publishing.refresh(from: visit.today, ids: visit.app.ids, in: writing)
        }
        return .see("/year/week?done=\(PublishingNote.encoded(result))")
    }
}
