import HTTPTypes
import SchoolRules
import Store
import Web

/// Final marks of a page and period, and the count behind every number, for teachers and families.
enum Finals {
    static let routes: [Route] =
        [
            .get("/pages/{page}/finals", .readPage, sheet),
            .post("/pages/{page}/finals", .writePeriodMark, bodyLimit: 131_072, save),
            .get("/pages/{page}/results", .readPage, results),
            .get("/pages/{page}/counts/{student}", .readPage, count),
            .get("/diary/{student}/counts/{page}", .readOwnDiary, familyCount),
        ] + FinalsAPI.routes

    private static func sheet(_ visit: Visit) throws -> Answer {
        let (id, wish) = (try visit.id("page"), try WishedPeriod(visit.asked.query))
        return try visit.read { connection in
            let page = try visit.page(id, in: connection)
            let sheet = try read(page, wish.key, for: visit, in: connection)
            return try FinalsPage.open(sheet, for: visit, in: connection).answer()
        }
    }

    private static func save(_ visit: Visit) async throws -> Answer {
        let (id, form) = (try visit.id("page"), FinalsForms(visit.asked.form))
        let wish = try WishedPeriod(visit.asked.form)
        let (outcomes, key) = try await visit.write { writing in
            let page = try visit.ownPage(id, in: writing.connection)
            let sheet = try read(page, wish.key, for: visit, in: writing.connection)
            try Regimes.keep(year: page.year, ids: visit.app.ids, in: writing)
            let outcomes = try FinalRecording.record(
                form.wishes(on: sheet), on: sheet, at: visit.moment, ids: visit.app.ids, in: writing)
            return (outcomes, sheet.place.key)
        }
        guard outcomes.contains(where: { $0.status != .saved }) else {
            return .see("/pages/\(id)/finals?term=\(key.stored)&note=saved")
        }
        return try visit.read { connection in
            let sheet = try read(visit.page(id, in: connection), key, for: visit, in: connection)
            var page = try FinalsPage.open(sheet, for: visit, in: connection)
            page.typed = visit.asked.form
            page.outcomes = outcomes
            return page.answer(status: .unprocessableContent)
        }
    }

    static func read(_ page: FoundPage, _ key: FinalKey?, for visit: Visit, in connection: Connection) throws
        -> FinalSheet
    {
        let place = try FinalPlace(
            page, key, on: visit.today, school: visit.school.id, time: visit.school.time, in: connection)
        return try FinalSheet.read(place, school: visit.school.id, in: connection)
    }

    private static func results(_ visit: Visit) throws -> Answer {
        let (id, wish) = (try visit.id("page"), try WishedPeriod(visit.asked.query))
        return try visit.read { connection in
            let sheet = try read(try visit.page(id, in: connection), wish.key, for: visit, in: connection)
            let place = sheet.place
            let sections = try SectionResults.days(
                of: id, from: place.from, to: place.to, school: visit.school.id, in: connection)
            return ResultsPage(visit: visit, sheet: sheet, sections: sections).answer
        }
    }

    private static func count(_ visit: Visit) throws -> Answer {
        let (id, student) = (try visit.id("page"), try visit.id("student"))
        let wish = try WishedPeriod(visit.asked.query)
        return try visit.read { connection in
            let page = try visit.page(id, in: connection)
            return try counted(page, student, wish, for: visit, in: connection).answer(child: nil)
        }
    }

    private static func familyCount(_ visit: Visit) throws -> Answer {
        let (id, student) = (try visit.id("page"), try visit.id("student"))
        let wish = try WishedPeriod(visit.asked.query)
        return try visit.read { connection in
            let child = try visit.child(student, in: connection)
            guard let page = try FinderQueries.page(id, school: visit.school.id, in: connection) else {
                throw Refusal.notFound
            }
            return try counted(page, student, wish, for: visit, in: connection).answer(child: child)
        }
    }

    /// - Throws: ``Refusal/notFound`` for who is not on the page at the end of the period.
    private static func counted(
        _ page: FoundPage, _ student: Int64, _ wish: WishedPeriod, for visit: Visit, in connection: Connection
    ) throws -> CountPage {
        let school = visit.school.id
        let place = try FinalPlace(
            page, wish.key, on: visit.today, school: school, time: visit.school.time, in: connection)
        let sheet = try FinalSheet.read(place, of: [student], school: school, in: connection)
        guard let line = sheet.lines.first else { throw Refusal.notFound }
        return CountPage(
            visit: visit, sheet: sheet, line: line,
            whatIf: WhatIfForm(visit.asked.query, sheet: sheet),
            corrections: try Correction.all(.student(student), year: page.year, school: school, in: connection)
                .filter { $0.page == page.id },
            words: try FinalQueries.words(
                of: student, on: page.id, period: place.key.stored, school: school, in: connection))
    }
}

extension Visit {
    /// A page of the visitor's own load: only its teacher sets final marks.
    /// - Throws: ``Refusal/notFound``, or ``Refusal/readOnly`` for a page that may only be read.
    func ownPage(_ id: Int64, in connection: Connection) throws -> FoundPage {
        let page = try pageToWrite(id, in: connection)
        guard page.writable == .everything else { throw Refusal.readOnly }
        return page
    }
}
