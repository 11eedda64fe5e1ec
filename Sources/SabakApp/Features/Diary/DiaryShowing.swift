import HTTPTypes
import SchoolRules
import Store
import Web

/// What the pages of the diary are gathered from.
extension Diary {
    /// Finds the child and answers with the page: kept, unchanged or drawn now.
    static func show(_ visit: Visit, _ draw: (DiaryFrame, Connection) throws -> HTML) throws -> Answer {
        let student = try visit.id("student")
        let moment = visit.store.moment
        let answer = try visit.read { connection in
            let child = try visit.child(student, in: connection)
            return try kept.answer(to: visit, since: moment, in: connection) {
                let frame = try frame(visit, child, in: connection)
                return .init(answer: .page(try draw(frame, connection)), about: frame.shows)
            }
        }
        return ChosenChild.keep(student, of: visit, in: answer)
    }

    static func frame(_ visit: Visit, _ child: FoundChild, in connection: Connection) throws -> DiaryFrame {
        let isParent = visit.may(.readOwnDiary, over: .child)
        return DiaryFrame(
            visit: visit, child: child,
            children: isParent ? try DiaryQueries.childrenWithNews(of: visit, in: connection) : [])
    }

    static func dayPage(
        _ frame: DiaryFrame, _ wish: WishedDay, newSince instant: Int64, in connection: Connection
    ) throws -> DayPage {
        let (visit, child) = (frame.visit, frame.child)
        let queries = DiaryWeekQueries(child.id, for: visit, in: connection)
        let week = try queries.week(from: wish.week.monday, to: wish.week.sunday)
        let shown = wish.day ?? week.lessons.first?.day ?? wish.week.monday
        let grade = child.className?.grade ?? 0
        return DayPage(
            frame: frame, shown: shown, days: days(of: wish.week, week, also: shown), week: week,
            term: try DiaryQueries.term(on: shown, grade: grade, school: visit.school.id, in: connection),
            daysOff: try DiaryQueries.daysOff(
                from: wish.week.monday, to: wish.week.sunday, grade: grade, for: visit, in: connection),
            news: try DiaryQueries.newMarks(of: child.id, since: instant, for: visit, in: connection),
            ahead: try queries.ahead(from: firstDue(shown, week, at: visit.moment), kinds: week.kinds),
            notice: try AbsenceNotices.all(of: child.id, from: shown, for: visit, in: connection)
                .first { $0.covers(shown) && !$0.isWithdrawn })
    }

    static func finals(_ frame: DiaryFrame, _ year: Int, grade: Int, in connection: Connection) throws -> DiaryFinals {
        let (child, school) = (frame.child.id, frame.visit.school.id)
        return DiaryFinals(
            frame: frame,
            finals: try StudentFinals.read(of: child, year: year, grade: grade, school: school, in: connection),
            corrections: try Correction.all(.student(child), year: year, school: school, in: connection))
    }

    /// Homework due on the shown day is still ahead until its first lesson begins.
    private static func firstDue(_ shown: Day, _ week: DiaryWeek, at now: Moment) -> Day {
        let first = week.lessons(on: shown).first { !$0.isCancelled }
        return (first.map { now < $0.startMoment } ?? (shown > now.day)) ? shown : shown.adding(1)
    }

    /// Monday to Friday, and a day of the weekend that has lessons or is shown.
    static func days(of week: Week, _ lessons: DiaryWeek, also shown: Day? = nil) -> [Day] {
        week.days.filter { $0.weekday < 6 || $0 == shown || !lessons.lessons(on: $0).isEmpty }
    }

    static func chosen(of terms: [DiaryTerm], _ number: Int?, today: Day) throws -> DiaryTerm? {
        if let number {
            guard let term = terms.first(where: { $0.number == number }) else { throw Refusal.notFound }
            return term
        }
        return terms.last { $0.from <= today } ?? terms.first
    }

    /// From 1 August to 31 July, where the year has no terms.
    static func wholeYear(_ year: Int) -> (Day, Day) {
        (SchoolCalendar.firstDay(of: year), SchoolCalendar.lastDay(of: year))
    }

    static func absencePage(_ visit: Visit, _ child: FoundChild, in connection: Connection) throws -> AbsencePage {
        let grade = child.className?.grade ?? 0
        let calendar = try SchoolFacts.calendar(school: visit.school.id, year: visit.year, in: connection)
        return AbsencePage(
            frame: try frame(visit, child, in: connection),
            notices: try AbsenceNotices.all(of: child.id, from: visit.today.adding(-60), for: visit, in: connection),
            isSchoolDay: calendar.isSchoolDay(visit.today, grade: grade),
            nextDay: calendar.nextSchoolDay(after: visit.today, grade: grade) ?? visit.today.adding(1))
    }

    static func noChildren(_ visit: Visit) -> Answer {
        let layout = Layout(
            visit: visit, title: DiaryTexts.diary[visit.language], place: "/diary", frame: .diaryThin)
        return layout.answer(
            """
            <div class="head"><h1>\(DiaryTexts.diary[visit.language])</h1></div>\
            <p class="card pad">\(DiaryTexts.noChildren[visit.language])</p>
            """)
    }
}

/// The child a parent looked at last, kept by the browser.
enum ChosenChild {
    private static let cookie = "child"

    /// - Returns: nil for a parent without a confirmed child.
    static func id(of visit: Visit, in connection: Connection) throws -> Int64? {
        if visit.may(.readOwnDiary, over: .own) { return visit.person.id }
        let children = try DiaryQueries.children(of: visit, in: connection).map(\.id)
        if let last = visit.asked.cookie(cookie).flatMap({ Int64($0) }), children.contains(last) { return last }
        return children.first
    }

    static func keep(_ child: Int64, of visit: Visit, in answer: Answer) -> Answer {
        guard visit.asked.cookie(cookie) != String(child), visit.caller.isByCookie else { return answer }
        return answer.with(
            .setCookie, "\(cookie)=\(child); Path=/diary; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000")
    }
}
