import SchoolRules
import Store
import Web

/// The lessons of a day as they will really be: the deputy cancels, restores, moves and adds them, with a reason.
enum Schedule {
    static let routes: [Route] = [
        .needs(.anyOf([.changeLessonSchedule, .readLoad]), .get, "/schedule", bodyLimit: nil, day),
        .get("/schedule/unplaced", .changeLessonSchedule, unplaced),
        .post("/schedule/lessons", .changeLessonSchedule, change),
        .post("/schedule/days", .changeLessonSchedule, changeDays),
        .get("/schedule/lessons/{lesson}", .changeLessonSchedule, lesson),
        .post("/schedule/lessons/{lesson}", .changeLessonSchedule, changeOne),
        .post("/schedule/lessons/{lesson}/move", .changeLessonSchedule, move),
        .post("/schedule/add", .changeLessonSchedule, add),
    ]

    private static func day(_ visit: Visit) throws -> Answer {
        try show(visit, ScheduleForms.View(visit.asked.query, today: visit.today))
    }

    private static func unplaced(_ visit: Visit) throws -> Answer {
        let (lessons, pages) = try visit.read { connection in
            (
                try DayLessons.unplaced(school: visit.school.id, in: connection),
                try ScheduleQueries.pages(on: visit.today, visit, in: connection)
            )
        }
        return UnplacedPage(visit: visit, lessons: lessons, pages: pages).answer()
    }

    private static func change(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let view = ScheduleForms.View(form, today: visit.today)
        let wish = ScheduleForms.Change(form)
        let lessons = form.all("lesson").compactMap { Int64($0) }
        let problem = lessons.isEmpty ? ScheduleTexts.nothingChosen : wish.problem
        if let problem { return try show(visit, view, problem: problem) }
        let count = try await apply(wish, to: lessons, visit)
        return .see("/schedule?day=\(view.day)&class=\(view.classID)&changed=\(count)")
    }

    private static func changeDays(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let view = ScheduleForms.View(form, today: visit.today)
        let wish = ScheduleForms.Change(form)
        guard let span = ScheduleForms.Span(form) else {
            return try show(visit, view, problem: ScheduleTexts.badSpan)
        }
        if let problem = wish.problem { return try show(visit, view, problem: problem) }
        let lessons = try visit.read { connection in
            let pages =
                view.classID == 0
                ? nil
                : try TaughtPages.ids(
                    ofClass: view.classID, year: visit.year, school: visit.school.id, in: connection)
            return try DayLessons.ids(
                from: span.from, to: span.to, pages: pages, school: visit.school.id, in: connection)
        }
        let count = try await apply(wish, to: lessons.map(\.id), visit)
        return .see("/schedule?day=\(span.from)&class=\(view.classID)&changed=\(count)")
    }

    private static func lesson(_ visit: Visit) throws -> Answer {
        try show(visit, lesson: try visit.id("lesson"))
    }

    private static func changeOne(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("lesson")
        let wish = ScheduleForms.Change(visit.asked.form)
        if let problem = wish.problem { return try show(visit, lesson: id, problems: FormProblems(["": problem])) }
        guard try await apply(wish, to: [id], visit) > 0 else { return .see("/schedule/lessons/\(id)") }
        return .see("/schedule/lessons/\(id)?note=saved")
    }

    private static func move(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("lesson")
        let form = visit.asked.form
        let desk = try visit.read { try LessonDesk(id, visit, in: $0) }
        let wish = try visit.read { connection in
            try PlaceWish(form, page: desk.page, except: id, room: desk.lesson.room, visit, in: connection)
        }
        guard let place = wish.place else { return try show(visit, lesson: id, problems: wish.problems) }
        try await visit.write { writing in
            guard let lesson = try DayLessons.one(id, school: visit.school.id, in: writing.connection) else {
                throw Refusal.notFound
            }
            try ScheduleQueries.requireOpen([(lesson.page, lesson.day), (lesson.page, place.day)], visit, in: writing)
            try LessonChanging(writing: writing, ids: visit.app.ids, reason: wish.reason).move(id, to: place)
        }
        return .see("/schedule/lessons/\(id)?note=saved")
    }

    private static func add(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let view = ScheduleForms.View(form, today: visit.today)
        let pages = try visit.read { try ScheduleQueries.pages(on: visit.today, visit, in: $0) }
        guard let page = form["page"].flatMap({ Int64($0) }).flatMap({ pages[$0] }) else {
            return try show(visit, view, adding: FormProblems(["page": ScheduleTexts.choosePage]))
        }
        let wish = try visit.read { try PlaceWish(form, page: page, except: 0, room: "", visit, in: $0) }
        guard let place = wish.place else { return try show(visit, view, adding: wish.problems) }
        try await visit.write { writing in
            try ScheduleQueries.requireOpen([(page.id, place.day)], visit, in: writing)
            _ = try LessonChanging(writing: writing, ids: visit.app.ids, reason: wish.reason)
                .add(page: page.id, group: page.group, at: place)
        }
        return .see("/schedule?day=\(place.day)&class=\(page.classID)&changed=1")
    }

    private static func apply(_ wish: ScheduleForms.Change, to lessons: [Int64], _ visit: Visit) async throws -> Int {
        try await visit.write { writing in
            try ScheduleQueries.requireOpen(lessons: lessons, visit, in: writing)
            let changing = LessonChanging(writing: writing, ids: visit.app.ids, reason: wish.reason)
            switch wish.deed {
            case .cancel: return try changing.cancel(lessons)
            case .restore: return try changing.restore(lessons)
            }
        }
    }

    private static func show(
        _ visit: Visit, _ view: ScheduleForms.View, problem: Text? = nil, adding: FormProblems? = nil
    ) throws -> Answer {
        let board = try visit.read { try ScheduleBoard(view, visit, in: $0) }
        let isFine = problem == nil && adding == nil
        return SchedulePage(visit: visit, board: board, problem: problem, adding: adding)
            .answer(status: isFine ? .ok : .unprocessableContent)
    }

    private static func show(_ visit: Visit, lesson id: Int64, problems: FormProblems = FormProblems()) throws
        -> Answer
    {
        let desk = try visit.read { try LessonDesk(id, visit, in: $0) }
        return LessonDeskPage(visit: visit, desk: desk, problems: problems).answer()
    }
}
