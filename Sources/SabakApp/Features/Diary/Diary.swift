import HTTPTypes
import SchoolRules
import Store
import Web

/// The family's diary: one child, read only but for announced absences and the tick behind homework.
enum Diary {
    static let routes: [Route] =
        [
            .get("/diary", .readOwnDiary) { try start($0, at: "") },
            .get("/diary/marks", .readOwnDiary) { try start($0, at: "/marks") },
            .get("/diary/absence", .readOwnDiary) { try start($0, at: "/absence") },
            .get("/diary/more", .readOwnDiary, more),
            .get("/diary/{student}", .readOwnDiary, day),
            .get("/diary/{student}/week", .readOwnDiary, week),
            .get("/diary/{student}/marks", .readOwnDiary, marks),
            .get("/diary/{student}/absence", .readOwnDiary, absence),
            .post("/diary/{student}/absence", .announceAbsence, announce),
            .post("/diary/{student}/absence/{notice}/withdraw", .announceAbsence, withdraw),
            .post("/diary/{student}/done", .readOwnDiary, tick),
            .get("/diary-preview/{student}", .previewDiary, DiaryPreview.day),
        ] + reportRoutes + DiaryAPI.routes

    static let kept = KeptAnswers()

    /// The diary of the only child, or of the one looked at last.
    private static func start(_ visit: Visit, at place: String) throws -> Answer {
        guard let child = try visit.read({ try ChosenChild.id(of: visit, in: $0) }) else { return noChildren(visit) }
        return .see("/diary/\(child)\(place)")
    }

    private static func more(_ visit: Visit) throws -> Answer {
        try visit.read { connection in
            guard let id = try ChosenChild.id(of: visit, in: connection) else { return noChildren(visit) }
            let frame = try frame(visit, try visit.child(id, in: connection), in: connection)
            let years = try DiaryWeekQueries(id, for: visit, in: connection).years().map(\.year)
            return .page(MorePage(frame: frame, pastYears: years.filter { $0 < visit.year }).html())
        }
    }

    private static func day(_ visit: Visit) throws -> Answer {
        let wish = try WishedDay(visit.asked.query, today: visit.today)
        return try show(visit) { frame, connection in
            let last = try DiaryVisit.find(visit, student: frame.child.id, in: connection)
            let next = DiaryVisit.next(after: last, at: visit.now)
            next?.note(for: visit, student: frame.child.id)
            let since = (next ?? last)?.seenUntil ?? DiaryVisit.firstSince(visit.now)
            return try dayPage(frame, wish, newSince: since, in: connection).html()
        }
    }

    private static func week(_ visit: Visit) throws -> Answer {
        let shown = try WishedDay.week(visit.asked.query, today: visit.today)
        return try show(visit) { frame, connection in
            let child = frame.child
            let queries = DiaryWeekQueries(child.id, for: visit, in: connection)
            let week = try queries.week(from: shown.monday, to: shown.sunday)
            let grade = child.className?.grade ?? 0
            return WeekPage(
                frame: frame, shown: shown, days: days(of: shown, week), week: week,
                term: try DiaryQueries.term(
                    on: shown.monday, grade: grade, school: visit.school.id, in: connection)
                    ?? DiaryQueries.term(on: shown.sunday, grade: grade, school: visit.school.id, in: connection),
                daysOff: try DiaryQueries.daysOff(
                    from: shown.monday, to: shown.sunday, grade: grade, for: visit, in: connection)
            ).html()
        }
    }

    private static func marks(_ visit: Visit) throws -> Answer {
        let wish = try WishedTerm(visit.asked.query)
        return try show(visit) { frame, connection in
            let queries = DiaryWeekQueries(frame.child.id, for: visit, in: connection)
            let years = try queries.years()
            let found = wish.year.map { year in years.first { $0.year == year } } ?? years.first
            guard let shown = found else { throw Refusal.notFound }
            let terms = try DiaryQueries.terms(
                year: shown.year, grade: shown.grade, school: visit.school.id, in: connection)
            let term = try chosen(of: terms, wish.number, today: visit.today)
            let ends = wholeYear(shown.year)
            let counted = term ?? DiaryTerm(number: 0, kind: .quarter, from: ends.0, to: ends.1)
            return MarksPage(
                frame: frame, years: years.map(\.year), year: shown.year,
                terms: terms, term: term,
                marks: try queries.termMarks(
                    counted, after: terms.last { $0.to < counted.from }?.from, year: shown.year, today: visit.today),
                kinds: try DiaryKind.all(school: visit.school.id, language: visit.language, in: connection),
                finals: try finals(frame, shown.year, grade: shown.grade, in: connection)
            ).html()
        }
    }

    private static func absence(_ visit: Visit) throws -> Answer {
        let notes = ["sent": AbsenceTexts.sent, "withdrawn": AbsenceTexts.takenBack]
        return try show(visit) { frame, connection in
            var page = try absencePage(visit, frame.child, in: connection)
            page.note = visit.asked.query["note"].flatMap { notes[$0] }
            return page.html()
        }
    }

    private static func announce(_ visit: Visit) async throws -> Answer {
        let student = try visit.id("student")
        let typed = AbsenceWish.Typed(visit.asked.form)
        do {
            let wish = try AbsenceWish(typed, today: visit.today)
            try await visit.write { writing in
                let child = try visit.child(student, in: writing.connection)
                try AbsenceNotices.announce(wish, of: child.id, id: visit.app.ids.next(), in: writing)
            }
            return .see("/diary/\(student)/absence?note=sent")
        } catch let refusal as Refusal where refusal.status == .unprocessableContent {
            let page = try visit.read { connection in
                var page = try absencePage(visit, try visit.child(student, in: connection), in: connection)
                page.typed = typed
                page.problem = refusal
                return page.html()
            }
            return .page(page, status: refusal.status)
        }
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let (student, notice) = (try visit.id("student"), try visit.id("notice"))
        try await visit.write { writing in
            let child = try visit.child(student, in: writing.connection)
            try AbsenceNotices.withdraw(notice, of: child.id, in: writing)
        }
        return .see("/diary/\(student)/absence?note=withdrawn")
    }

    private static func tick(_ visit: Visit) async throws -> Answer {
        let student = try visit.id("student")
        let form = visit.asked.form
        guard let lesson = form["lesson"].flatMap({ Int64($0) }) else { throw Refusal.notFound }
        try await visit.write { writing in
            let child = try visit.child(student, in: writing.connection)
            guard
                try HomeworkDone.isLesson(
                    lesson, of: child.id, school: writing.school, in: writing.connection)
            else { throw Refusal.notFound }
            try HomeworkDone.set(form["done"] != "0", lesson: lesson, student: child.id, in: writing)
            writing.touchesOnly([.student(child.id)])
        }
        let day = form["day"].flatMap { Day($0) } ?? visit.today
        return .see("/diary/\(student)" + (day == visit.today ? "" : "?day=\(day)"))
    }
}
