import SchoolRules
import Store
import Web

/// Who came, moved and went: the movement book, the alphabetical book, the totals, and how a wrong line is mended.
enum Movements {
    static let routes: [Route] = [
        .get("/movements", .exportRoster, book),
        .get("/movements.xlsx", .exportRoster, bookSheet),
        .get("/movements/totals", .exportRoster, totals),
        .get("/movements/totals.xlsx", .exportRoster, totalsSheet),
        .get("/alphabet", .exportRoster, alphabet),
        .get("/alphabet.xlsx", .exportRoster, alphabetSheet),
        .get("/movements/{year}/{number}", .enrol, line),
        .post("/movements/{year}/{number}", .enrol, correct),
        .post("/movements/{year}/{number}/withdraw", .enrol, withdraw),
    ]

    private static func book(_ visit: Visit) throws -> Answer {
        let wish = MovementWish(visit.asked.query, year: visit.year)
        return try visit.read { connection in
            let reach = try MovementReach.read(visit, in: connection)
            let (lines, total) = try MovementsQueries.lines(visit, wish, reach, in: connection)
            return MovementsPage(
                visit: visit, wish: wish, lines: lines, total: total,
                classes: try MovementsQueries.classes(visit, year: wish.year, reach, in: connection),
                names: try ClassNames.all(school: visit.school.id, in: connection),
                years: try MovementsQueries.years(visit, in: connection)
            ).answer
        }
    }

    private static func bookSheet(_ visit: Visit) throws -> Answer {
        let wish = MovementWish(visit.asked.query, year: visit.year)
        let (lines, names) = try visit.read { connection in
            let reach = try MovementReach.read(visit, in: connection)
            return (
                try MovementsQueries.lines(visit, wish, reach, isWhole: true, in: connection).0,
                try ClassNames.all(school: visit.school.id, in: connection)
            )
        }
        visit.logAccess("export", "movement/\(wish.year)")
        return try MovementSheets(visit: visit, names: names).book(lines, year: wish.year)
    }

    private static func totals(_ visit: Visit) throws -> Answer {
        try visit.read { connection in
            let table = try MovementTable.read(visit, MovementWish(visit.asked.query, year: visit.year), in: connection)
            return MovementTotalsPage(
                visit: visit, table: table, years: try MovementsQueries.years(visit, in: connection)
            ).answer
        }
    }

    private static func totalsSheet(_ visit: Visit) throws -> Answer {
        let wish = MovementWish(visit.asked.query, year: visit.year)
        let table = try visit.read { try MovementTable.read(visit, wish, in: $0) }
        visit.logAccess("export", "movement/\(wish.year)")
        return try MovementSheets(visit: visit, names: [:]).totals(table)
    }

    private static func alphabet(_ visit: Visit) throws -> Answer {
        let wish = MovementWish(visit.asked.query, year: visit.year)
        return try visit.read { connection in
            let reach = try MovementReach.read(visit, in: connection)
            let (entries, total) = try AlphabetQueries.entries(visit, wish, reach, in: connection)
            return AlphabetPage(
                visit: visit, wish: wish, entries: entries, total: total,
                letters: try AlphabetQueries.letters(visit, reach, in: connection),
                names: try ClassNames.all(school: visit.school.id, in: connection)
            ).answer
        }
    }

    private static func alphabetSheet(_ visit: Visit) throws -> Answer {
        let wish = MovementWish(visit.asked.query, year: visit.year)
        let (entries, names) = try visit.read { connection in
            let reach = try MovementReach.read(visit, in: connection)
            return (
                try AlphabetQueries.entries(visit, wish, reach, isWhole: true, in: connection).0,
                try ClassNames.all(school: visit.school.id, in: connection)
            )
        }
        visit.logAccess("export", "alphabet")
        return try MovementSheets(visit: visit, names: names).alphabet(entries)
    }

    private static func line(_ visit: Visit) throws -> Answer {
        let (year, number) = (try visit.id("year"), try visit.id("number"))
        return try linePage(visit, year, number, typed: nil)
    }

    private static func linePage(_ visit: Visit, _ year: Int64, _ number: Int64, typed: Inputs?) throws -> Answer {
        try visit.read { connection in
            let found = try CorrectedMovement.find(visit, year: year, number: number, in: connection)
            return MovementLinePage(
                visit: visit, found: found, names: try ClassNames.all(school: visit.school.id, in: connection),
                typed: typed
            ).answer
        }
    }

    private static func correct(_ visit: Visit) async throws -> Answer {
        let (year, number) = (try visit.id("year"), try visit.id("number"))
        let form = CorrectionForm(visit.asked.form, on: visit.today)
        guard form.problems.isEmpty else {
            var answer = try linePage(visit, year, number, typed: form.inputs(visit.language))
            answer.status = .unprocessableContent
            return answer
        }
        let ids = visit.app.ids
        let student = try await visit.write { writing in
            let found = try CorrectedMovement.find(visit, year: year, number: number, in: writing.connection)
            try MovementCorrecting(found: found, roster: RosterWriting(writing: writing, ids: ids)).correct(form)
            return found.movement.student
        }
        return .see("/students/\(student)?note=saved#path")
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let (year, number) = (try visit.id("year"), try visit.id("number"))
        let why = String((visit.asked.form["why"] ?? "").prefix(200))
        guard !why.isEmpty else {
            let inputs = Inputs(
                typed: visit.asked.form, problems: ["why": MovementTexts.sayWhy], language: visit.language)
            var answer = try linePage(visit, year, number, typed: inputs)
            answer.status = .unprocessableContent
            return answer
        }
        let ids = visit.app.ids
        let student = try await visit.write { writing in
            let found = try CorrectedMovement.find(visit, year: year, number: number, in: writing.connection)
            try MovementCorrecting(found: found, roster: RosterWriting(writing: writing, ids: ids)).withdraw(why: why)
            return found
        }
        // Without any line left the student is in no list, and the card cannot be opened.
        return .see(student.isOnly ? "/movements" : "/students/\(student.movement.student)?note=saved#path")
    }
}
