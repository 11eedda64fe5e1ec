import SchoolRules
import Store

enum ScheduleQueries {
    /// One change of a lesson, for its history.
    struct Change: Sendable {
        let kind, reason: String
        let from: Moment?
        let at: Int64
        let by: PersonName?
    }

    static func pages(on day: Day, _ visit: Visit, in connection: Connection) throws -> [Int64: TaughtPage] {
        let year = SchoolCalendar.schoolYear(containing: day)
        let pages = try TaughtPages.all(year: year, on: day, school: visit.school.id, in: connection)
        return Dictionary(pages.map { ($0.id, $0) }) { first, _ in first }
    }

    static func history(of lesson: Int64, school: Int64, in connection: Connection) throws -> [Change] {
        try connection.all(
            """
            SELECT lesson_change.kind, lesson_change.reason, lesson_change.from_day, lesson_change.from_start,
                lesson_change.at, coalesce(person.surname, ''), coalesce(person.given, ''),
                coalesce(person.patronymic, '')
            FROM lesson_change
            LEFT JOIN person ON person.school_id = lesson_change.school_id AND person.id = lesson_change.by_person
            WHERE lesson_change.school_id = \(school) AND lesson_change.lesson_id = \(lesson)
            ORDER BY lesson_change.id DESC
            """
        ) { row in
            Change(
                kind: row.text(0), reason: row.text(1),
                from: Day(row.text(2)).map { Moment(day: $0, minute: row.int(3)) }, at: row.integer(4),
                by: row.text(5).isEmpty
                    ? nil : PersonName(stored: row.text(5), given: row.text(6), patronymic: row.text(7)))
        }
    }

    /// - Throws: ``Refusal/termClosed`` if one of the lessons lies in a closed term.
    static func requireOpen(lessons: [Int64], _ visit: Visit, in writing: Writing) throws {
        let closed = try ClosedTerms(year: visit.year, school: visit.school.id, in: writing.connection)
        guard closed.lastDay != nil else { return }
        let found = try lessons.compactMap { id in
            try writing.connection.first(
                "SELECT page_id, day FROM lesson WHERE school_id = \(writing.school) AND id = \(id)"
            ) { ($0.integer(0), Day($0.text(1)) ?? .forever) }
        }
        try requireOpen(found, visit, in: writing)
    }

    static func requireOpen(_ places: [(page: Int64, day: Day)], _ visit: Visit, in writing: Writing) throws {
        let closed = try ClosedTerms(year: visit.year, school: visit.school.id, in: writing.connection)
        guard closed.lastDay != nil else { return }
        let pages = try pages(on: visit.today, visit, in: writing.connection)
        for place in places where closed.contain(place.day, grade: pages[place.page]?.grade ?? 0) {
            throw Refusal.termClosed
        }
    }
}

/// The lessons of a day, of the school or of one class.
struct ScheduleBoard: Sendable {
    let view: ScheduleForms.View
    let lessons: [DayLesson]
    let pages: [Int64: TaughtPage]
    let classes: [ListedClass]
    let unplacedCount: Int
    /// Why the day has no lessons, where the calendar says so.
    let dayOff: DayOff?

    init(_ view: ScheduleForms.View, _ visit: Visit, in connection: Connection) throws {
        self.view = view
        pages = try ScheduleQueries.pages(on: view.day, visit, in: connection)
        classes = try ListedClass.all(year: visit.year, school: visit.school.id, in: connection)
        guard view.classID == 0 || classes.contains(where: { $0.id == view.classID }) else { throw Refusal.notFound }
        let own =
            view.classID == 0
            ? nil
            : Set(
                try TaughtPages.ids(
                    ofClass: view.classID, year: visit.year, school: visit.school.id, in: connection))
        lessons = try DayLessons.on(view.day, school: visit.school.id, in: connection).filter {
            own?.contains($0.page) ?? true
        }
        unplacedCount =
            visit.may(.changeLessonSchedule)
            ? try DayLessons.unplaced(school: visit.school.id, in: connection).count : 0
        let calendar = try SchoolFacts.calendar(school: visit.school.id, year: visit.year, in: connection)
        let grade = classes.first { $0.id == view.classID }?.name.grade ?? 5
        dayOff = lessons.isEmpty ? calendar.dayOff(on: view.day, grade: grade) : nil
    }
}

/// One lesson with its page and history, as the deputy changes it.
struct LessonDesk: Sendable {
    let lesson: DayLesson
    let page: TaughtPage
    let history: [ScheduleQueries.Change]

    init(_ id: Int64, _ visit: Visit, in connection: Connection) throws {
        guard let lesson = try DayLessons.one(id, school: visit.school.id, in: connection),
            let page = try ScheduleQueries.pages(on: lesson.day, visit, in: connection)[lesson.page]
        else { throw Refusal.notFound }
        self.lesson = lesson
        self.page = page
        history = try ScheduleQueries.history(of: id, school: visit.school.id, in: connection)
    }
}
