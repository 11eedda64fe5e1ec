import SchoolRules
import Store

/// Cancels, restores, moves and adds lessons by hand: each with its reason, its row of change and its audit row.
struct LessonChanging {
    let writing: Writing
    let ids: Identity
    /// A code of ``LessonReason``, or own words.
    let reason: String

    /// Where a lesson stands.
    struct Place: Sendable, Equatable {
        let day: Day
        let number, shift, start, end: Int
        var room = ""
        var words: String { "\(day) \(ClockTime(minutes: start))" }
    }

    struct Changed {
        let id, page: Int64
        let place: Place
        let isCancelled: Bool
    }

    private var school: Int64 { writing.school }

    /// Cancels lessons that are not cancelled yet; what is recorded in them stays. Returns how many.
    func cancel(_ lessons: [Int64]) throws -> Int { try turn(lessons, cancelled: true) }

    /// Takes a cancellation back.
    func restore(_ lessons: [Int64]) throws -> Int { try turn(lessons, cancelled: false) }

    private func turn(_ lessons: [Int64], cancelled: Bool) throws -> Int {
        let found = try lessons.compactMap { try row($0) }.filter { $0.isCancelled != cancelled }
        for lesson in found {
            try writing.connection.run(
                """
                UPDATE lesson SET is_cancelled = \(cancelled), version = version + 1
                WHERE school_id = \(school) AND id = \(lesson.id)
                """)
            try note(cancelled ? "cancelled" : "restored", lesson)
            try audit(cancelled ? "lesson.cancel" : "lesson.restore", lesson, after: "")
        }
        try PublishingQueries.touch(pages: Set(found.map(\.page)), in: writing)
        return found.count
    }

    /// Gives a lesson another day or hour. A lesson of the timetable leaves its hour empty for good.
    func move(_ id: Int64, to place: Place) throws {
        guard let lesson = try row(id) else { throw Refusal.notFound }
        try writing.connection.run(
            """
            UPDATE lesson SET day = \(place.day.description), number = \(place.number), shift = \(place.shift),
                start_minute = \(place.start), end_minute = \(place.end), room = \(place.room), is_cancelled = 0,
                origin = CASE WHEN origin = 'added' THEN 'added' ELSE 'moved' END,
                moved_from = CASE WHEN moved_from = '' THEN day ELSE moved_from END, version = version + 1
            WHERE school_id = \(school) AND id = \(id)
            """)
        try note("moved", lesson)
        try audit("lesson.move", lesson, after: place.words)
        try PublishingQueries.touch(pages: [lesson.page], in: writing)
    }

    /// Adds a lesson outside the timetable.
    func add(page: Int64, group: Int64, at place: Place) throws -> Int64 {
        let id = ids.next()
        try writing.connection.run(
            """
            INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute, end_minute, room,
                origin)
            VALUES (\(school), \(id), \(page), \(group), \(place.day.description), \(place.number), \(place.shift),
                \(place.start), \(place.end), \(place.room), 'added')
            """)
        let lesson = Changed(id: id, page: page, place: place, isCancelled: false)
        try note("added", lesson)
        try audit("lesson.add", lesson, after: place.words)
        try PublishingQueries.touch(pages: [page], in: writing)
        return id
    }

    private func row(_ id: Int64) throws -> Changed? {
        try writing.connection.first(
            """
            SELECT page_id, day, number, shift, start_minute, end_minute, is_cancelled FROM lesson
            WHERE school_id = \(school) AND id = \(id)
            """
        ) { row in
            Changed(
                id: id, page: row.integer(0),
                place: Place(
                    day: Day(row.text(1)) ?? .forever, number: row.int(2), shift: row.int(3), start: row.int(4),
                    end: row.int(5)),
                isCancelled: row.bool(6))
        }
    }

    private func note(_ kind: String, _ lesson: Changed) throws {
        try writing.connection.run(
            """
            INSERT INTO lesson_change (school_id, id, lesson_id, kind, reason, from_day, from_start, at, by_person)
            VALUES (\(school), \(ids.next()), \(lesson.id), \(kind), \(reason), \(lesson.place.day.description),
                \(lesson.place.start), \(writing.instant), \(writing.author.person))
            """)
    }

    private func audit(_ action: String, _ lesson: Changed, after: String) throws {
        let isCode = LessonReason(rawValue: reason) != nil
        try writing.audit(
            action, "lesson/\(lesson.id)", before: lesson.place.words, after: after, reason: isCode ? reason : "",
            text: isCode ? "" : reason)
    }
}
