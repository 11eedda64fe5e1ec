import SchoolRules
import Store
import Web

enum ScheduleForms {
    /// Which day, and of which class (0: the school).
    struct View: Sendable {
        let day: Day
        let classID: Int64

        init(_ form: Form, today: Day) {
            day = form["day"].flatMap { Day($0) } ?? today
            classID = form["class"].flatMap { Int64($0) } ?? 0
        }
    }

    /// What is to be done with lessons, and why.
    struct Change: Sendable {
        enum Deed: String { case cancel, restore }

        let deed: Deed
        let reason: String
        let problem: Text?

        init(_ form: Form) {
            deed = form["do"].flatMap(Deed.init) ?? .cancel
            reason = ScheduleForms.reason(form)
            problem = deed == .cancel ? ScheduleForms.reasonProblem(reason) : nil
        }
    }

    /// A stretch of days, at most a month.
    struct Span: Sendable {
        let from, to: Day

        init?(_ form: Form) {
            guard let from = form["from"].flatMap({ Day($0) }) else { return nil }
            let last = form["to"] ?? ""
            guard let to = last.isEmpty ? from : Day(last), from <= to, to.days(since: from) <= 31 else { return nil }
            self.from = from
            self.to = to
        }
    }

    /// Own words go before the word of the list.
    static func reason(_ form: Form) -> String {
        let own = form["own"] ?? ""
        if !own.isEmpty { return own }
        return LessonReason.offered.first { $0.rawValue == form["reason"] }?.rawValue ?? ""
    }

    static func reasonProblem(_ reason: String) -> Text? {
        if reason.isEmpty { return ScheduleTexts.noReason }
        return reason.count > 200 ? ScheduleTexts.reasonTooLong : nil
    }
}

/// Where a lesson is to be moved or added, checked against bells, calendar and everybody's other lessons.
struct PlaceWish: Sendable {
    let reason: String
    private(set) var place: LessonChanging.Place?
    private(set) var problems = FormProblems()

    init(
        _ form: Form, page: TaughtPage, except lesson: Int64, room: String, _ visit: Visit, in connection: Connection
    ) throws {
        reason = ScheduleForms.reason(form)
        problems["reason"] = ScheduleForms.reasonProblem(reason)
        let typedRoom = form["room"] ?? room
        if typedRoom.count > 20 { problems["room"] = ScheduleTexts.roomTooLong }
        let day = form["day"].flatMap { Day($0) }
        if day.map(SchoolCalendar.schoolYear(containing:)) != visit.year { problems["day"] = ScheduleTexts.noDay }
        guard let day, problems.isEmpty else { return }
        let number = form["number"].flatMap { Int($0) } ?? 0
        let shift = form["shift"].flatMap { Int($0) } ?? page.shift
        let calendar = try SchoolFacts.calendar(school: visit.school.id, year: visit.year, in: connection)
        let rung = bell(
            in: try SchoolFacts.bells(school: visit.school.id, in: connection), number: number, shift: shift,
            weekday: day.weekday, dayKind: calendar.dayKind(day, grade: page.grade), grade: page.grade)
        guard let rung else {
            problems["number"] = ScheduleTexts.noBell
            return
        }
        let wished = LessonChanging.Place(
            day: day, number: number, shift: shift, start: rung.start.minutes, end: rung.end.minutes, room: typedRoom)
        try check(wished, page, except: lesson, isSure: form["anyway"] == "1", visit, in: connection)
        if problems.isEmpty { place = wished }
    }

    private mutating func check(
        _ place: LessonChanging.Place, _ page: TaughtPage, except lesson: Int64, isSure: Bool, _ visit: Visit,
        in connection: Connection
    ) throws {
        let others = try DayLessons.on(place.day, school: visit.school.id, in: connection).filter {
            $0.id != lesson && !$0.isCancelled && $0.overlaps(start: place.start, end: place.end)
        }
        if others.contains(where: { $0.page == page.id }) {
            problems["number"] = ScheduleTexts.hasLesson
            return
        }
        guard !isSure else { return }
        let pages = try ScheduleQueries.pages(on: place.day, visit, in: connection)
        let sharing = try GroupPair.sharing(
            year: visit.year, on: place.day, school: visit.school.id, in: connection)
        let busy = others.compactMap { other in
            pages[other.page].flatMap { Self.cause(page, place, other, $0, sharing: sharing, visit.language) }
        }
        if !busy.isEmpty { problems["anyway"] = ScheduleTexts.busy(busy.joined(separator: "; ")) }
    }

    /// Why another lesson of that time is in the way, in words.
    private static func cause(
        _ page: TaughtPage, _ place: LessonChanging.Place, _ other: DayLesson, _ otherPage: TaughtPage,
        sharing: Set<GroupPair>, _ language: Language
    ) -> String? {
        let mine = Set(page.teachers.map(\.id))
        let title = otherPage.title(language)
        if let teacher = otherPage.teachers.first(where: { mine.contains($0.id) && other.substitute == nil }) {
            return "\(teacher.name.short) (\(title))"
        }
        let isSameClass =
            page.classID != 0 && page.classID == otherPage.classID
            && (page.kind == "class" || otherPage.kind == "class")
        if isSameClass || page.group == other.group || sharing.contains(GroupPair(page.group, other.group)) {
            return title
        }
        let isSameRoom = !place.room.isEmpty && place.room.lowercased() == other.room.lowercased()
        return isSameRoom ? "\(place.room) (\(title))" : nil
    }
}
