import SchoolRules
import Store
import Web

/// The timetable: read by class, teacher and room; made in versions by the deputy.
enum Timetable {
    static let routes: [Route] = [
        .get("/timetable", .readTimetable, table),
        .get("/timetable/publish", .writeTimetable, preview),
        .post("/timetable/publish", .writeTimetable, publish),
        .post("/timetable/versions", .writeTimetable, addVersion),
        .post("/timetable/cell", .writeTimetable, setCell),
        .post("/timetable/from", .writeTimetable, setFirstDay),
        .post("/timetable/discard", .writeTimetable, discard),
    ]

    private static func table(_ visit: Visit) throws -> Answer {
        let board = try visit.read { try TimetableBoard(visit, in: $0) }
        return TimetablePageView(visit: visit, board: board, problem: nil).answer()
    }

    private static func preview(_ visit: Visit) throws -> Answer {
        let id = try TimetableForms.version(visit.asked.query)
        let preview = try visit.read { try TimetablePreview(draft: id, visit, in: $0) }
        return TimetablePreviewPage(visit: visit, preview: preview, problem: nil).answer()
    }

    private static func publish(_ visit: Visit) async throws -> Answer {
        let id = try TimetableForms.version(visit.asked.form)
        let result = try await visit.write { writing in
            let version = try TimetableQueries.draft(id, visit.school.id, in: writing.connection)
            try requireOpen(version.from, visit, in: writing.connection)
            return try Publishing.publish(version: id, ids: visit.app.ids, in: writing)
        }
        return .see("/timetable?version=\(id)&done=\(PublishingNote.encoded(result))")
    }

    private static func addVersion(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        guard let from = TimetableForms.firstDay(form, year: visit.year) else {
            let board = try visit.read { try TimetableBoard(visit, in: $0) }
            return TimetablePageView(visit: visit, board: board, problem: TimetableTexts.dayOutsideYear)
                .answer(status: .unprocessableContent)
        }
        let id = visit.app.ids.next()
        try await visit.write { writing in
            try TimetableQueries.add(
                version: id, from: from, copying: form["copy"].flatMap { Int64($0) } ?? 0, ids: visit.app.ids,
                in: writing)
        }
        return .see("/timetable?version=\(id)")
    }

    private static func setCell(_ visit: Visit) async throws -> Answer {
        let cell = try TimetableForms.Cell(visit.asked.form)
        if let problem = cell.problem {
            let board = try visit.read { try TimetableBoard(visit, cell: cell, in: $0) }
            return TimetablePageView(visit: visit, board: board, problem: problem).answer(status: .unprocessableContent)
        }
        try await visit.write { writing in
            _ = try TimetableQueries.draft(cell.version, visit.school.id, in: writing.connection)
            let pages = try TaughtPages.ids(
                ofClass: cell.classID, year: visit.year, school: visit.school.id, in: writing.connection)
            try TimetableQueries.set(cell, among: pages, ids: visit.app.ids, in: writing)
        }
        return .see("/timetable?version=\(cell.version)&class=\(cell.classID)&cell=\(cell.place.address)")
    }

    private static func setFirstDay(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let id = try TimetableForms.version(form)
        guard let from = TimetableForms.firstDay(form, year: visit.year) else {
            let preview = try visit.read { try TimetablePreview(draft: id, visit, in: $0) }
            return TimetablePreviewPage(visit: visit, preview: preview, problem: TimetableTexts.dayOutsideYear)
                .answer(status: .unprocessableContent)
        }
        try await visit.write { writing in
            _ = try TimetableQueries.draft(id, visit.school.id, in: writing.connection)
            try TimetableQueries.set(firstDay: from, of: id, in: writing)
        }
        return .see("/timetable/publish?version=\(id)")
    }

    private static func discard(_ visit: Visit) async throws -> Answer {
        let id = try TimetableForms.version(visit.asked.form)
        try await visit.write { writing in
            _ = try TimetableQueries.draft(id, visit.school.id, in: writing.connection)
            try TimetableQueries.discard(id, in: writing)
        }
        return .see("/timetable")
    }

    /// Lessons of a closed term are documents: a version cannot begin before its end.
    private static func requireOpen(_ day: Day, _ visit: Visit, in connection: Connection) throws {
        let closed = try ClosedTerms(year: visit.year, school: visit.school.id, in: connection).lastDay
        guard let closed, day <= closed else { return }
        throw Refusal.termClosed
    }
}
