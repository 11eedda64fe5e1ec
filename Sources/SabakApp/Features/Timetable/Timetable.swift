import SchoolRules
import Store
import Web

/// The timetable: read by class, teacher and room; made in versions by the deputy.
enum Timetable {
    static let routes: [Route] = [
        .get("/timetable", .readTimetable, table),
        .post("/timetable/cell", .writeTimetable, setCell),
        .post("/timetable/steps", .writeTimetable, step),
        .get("/timetable/possible", .writeTimetable, possible),
        .get("/timetable/rooms", .writeTimetable, rooms),
        .get("/timetable/check", .writeTimetable, check),
        .get("/timetable/versions", .writeTimetable, versions),
        .post("/timetable/versions", .writeTimetable, addVersion),
        .get("/timetable/publish", .writeTimetable, preview),
        .post("/timetable/publish", .writeTimetable, publish),
        .post("/timetable/from", .writeTimetable, setFirstDay),
        .post("/timetable/discard", .writeTimetable, discard),
    ]

    private static func table(_ visit: Visit) throws -> Answer {
        let board = try visit.read { try TimetableBoard(visit, in: $0) }
        return TimetablePageView(visit: visit, board: board, problem: nil).answer()
    }

    private static func setCell(_ visit: Visit) async throws -> Answer {
        let cell = try TimetableForms.Cell(visit.asked.form)
        let board = try visit.read { try TimetableBoard(visit, cell: cell, in: $0) }
        if let problem = cell.problem {
            return TimetablePageView(visit: visit, board: board, problem: problem).answer(status: .unprocessableContent)
        }
        let pages = Set(board.choices.map(\.id))
        guard cell.entries.allSatisfy({ pages.contains($0.page) }) else { throw Refusal.notFound }
        try await visit.write { writing in
            let week = try current(board.week, of: cell.version, in: writing)
            let there = week.values.values.filter { pages.contains($0.page) && TimetableForms.Place($0) == cell.place }
            let wanted = cell.entries.map { cell.place.slot($0.page, $0.parity, room: $0.room) }
            let change = SlotChange(take: there, put: wanted)
            guard !change.isEmpty else { return }
            try TimetableQueries.make(change, of: cell.version, in: week, ids: visit.app.ids, in: writing)
        }
        return .see("/timetable?version=\(cell.version)&class=\(cell.classID)&cell=\(cell.place.address)")
    }

    // MARK: Making by hand

    private static func step(_ visit: Visit) async throws -> Answer {
        let id = try TimetableForms.version(visit.asked.query)
        let act = try TimetableForms.Act(visit.asked.form)
        let seen = try visit.read { try TimetableBoard(visit, in: $0) }
        var (step, board) = try await visit.write { writing in
            var board = seen
            board.week = try current(seen.week, of: id, in: writing)
            let step = try TimetableStep(act, in: board.week, classes: board.classes)
            let slots = Array(board.week.values.values)
            guard let after = step.change.applied(to: slots) else { throw Refusal.draftChanged }
            if after != slots {
                try TimetableQueries.make(step.change, of: id, in: board.week, ids: visit.app.ids, in: writing)
                board.week = try current(board.week, of: id, in: writing)
            }
            return (step, board)
        }
        board.findClashes()
        let answer = TimetableStepAnswer(visit: visit, step: step, board: board)
        return visit.asked.wantsData ? answer.data : answer.page
    }

    /// The week with the places that a draft has at this moment.
    private static func current(_ week: TimetableWeek, of version: Int64, in writing: Writing) throws -> TimetableWeek {
        _ = try TimetableQueries.draft(version, writing.school, in: writing.connection)
        var week = week
        week.place(try TimetableQueries.slots(of: version, school: writing.school, in: writing.connection))
        return week
    }

    private static func possible(_ visit: Visit) throws -> Answer {
        let (query, board) = (visit.asked.query, try draftBoard(visit))
        let possible = try TimetablePossible(
            query.all("lesson").compactMap(TimetableForms.Lesson.init), room: query["in"],
            from: TimetableForms.Place(query["from"]), board: board, words: visit.language)
        return .json(["cells": possible.json])
    }

    private static func rooms(_ visit: Visit) throws -> Answer {
        let (query, board) = (visit.asked.query, try draftBoard(visit))
        guard let lesson = query["lesson"].flatMap(TimetableForms.Lesson.init), let page = board.page(lesson.page),
            let place = TimetableForms.Place(query["from"])
        else { throw Refusal.notFound }
        let rooms = TimetableRooms(board.week).all(for: place.slot(lesson.page, lesson.parity), page)
        return .json(
            .items(
                rooms.map { room in
                    let said = room.page.map { $0.title(visit.language) } ?? TimetableTexts.roomFree[visit.language]
                    return ["room": .string(room.room), "said": .string(said), "isFree": .bool(room.page == nil)]
                }))
    }

    private static func draftBoard(_ visit: Visit) throws -> TimetableBoard {
        let id = try TimetableForms.version(visit.asked.query)
        return try visit.read { connection in
            _ = try TimetableQueries.draft(id, visit.school.id, in: connection)
            return try TimetableBoard(visit, in: connection)
        }
    }

    private static func check(_ visit: Visit) throws -> Answer {
        let board = try visit.read { try TimetableBoard(visit, in: $0) }
        return TimetableCheckPage(visit: visit, check: TimetableCheck(board.week), board: board).answer()
    }

    // MARK: Versions

    private static func versions(_ visit: Visit) throws -> Answer {
        let board = try visit.read { try TimetableBoard(visit, in: $0) }
        let counts = try visit.read { try TimetableQueries.slotCounts(school: visit.school.id, in: $0) }
        return TimetableVersionsPage(visit: visit, board: board, counts: counts).answer()
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
            try requireOneTeacherOnePlace(version, visit, in: writing.connection)
            return try Publishing.publish(version: id, ids: visit.app.ids, in: writing)
        }
        return .see("/timetable?version=\(id)&done=\(PublishingNote.encoded(result))")
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
        return .see("/timetable/versions")
    }

    /// Lessons of a closed term are documents: a version cannot begin before its end.
    private static func requireOpen(_ day: Day, _ visit: Visit, in connection: Connection) throws {
        let closed = try ClosedTerms(year: visit.year, school: visit.school.id, in: connection).lastDay
        guard let closed, day <= closed else { return }
        throw Refusal.termClosed
    }

    private static func requireOneTeacherOnePlace(
        _ version: TimetableQueries.Version, _ visit: Visit, in connection: Connection
    ) throws {
        let week = try TimetableWeek(version, visit, isMaking: true, in: connection)
        let hard = Clash.all(in: week.slots, sharing: []).count(where: \.isHard)
        guard hard > 0 else { return }
        throw Refusal.conflict(
            "teacher_twice", TimetableTexts.clashesHard(hard / 2), advice: TimetableTexts.mendClashes)
    }
}
