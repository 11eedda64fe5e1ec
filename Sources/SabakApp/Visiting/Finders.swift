import SchoolRules
import Store
import Web

/// A journal page as far as the visitor may see it.
struct FoundPage: Sendable, Equatable {
    /// What of the page the visitor may write.
    enum Writable: Sendable, Equatable {
        case nothing
        case everything
        case lessons(Set<Int64>)
    }

    let id: Int64
    let year: Int
    let subject: Names
    let group: Int64
    let classID: Int64
    let className: ClassName?
    /// The name of a subgroup; empty for a whole class.
    let groupName: String
    let kind: String
    let scale: String
    let recordLanguage: RecordLanguage
    let grade: Int
    let shift: Int
    /// The subject's code in the catalogue.
    let subjectCode: String
    /// Hours a week, in hundredths.
    let hours: Int
    var writable = Writable.nothing
    /// nil: all lessons; else only these, as a substitute sees them.
    var lessons: Set<Int64>?
    /// nil: all students; else only those of these classes, as a class teacher sees a group across classes.
    var classes: Set<Int64>?

    func mayWrite(lesson: Int64) -> Bool {
        switch writable {
        case .nothing: false
        case .everything: true
        case .lessons(let lessons): lessons.contains(lesson)
        }
    }
}

/// A lesson as far as the visitor may see it.
struct FoundLesson: Sendable {
    let id: Int64
    let page: FoundPage
    let day: Day
    let number: Int
    let start: Int
    let end: Int
    var mayWrite: Bool { page.mayWrite(lesson: id) }
    var startMoment: Moment { Moment(day: day, minute: start) }
    var endMoment: Moment { Moment(day: day, minute: end) }
}

/// A student as far as the visitor may see the diary.
struct FoundChild: Sendable, Equatable {
    let id: Int64
    let name: PersonName
    /// The class of today, or the last one.
    let classID: Int64
    let className: ClassName?
}

extension Visit {
    /// A journal page the visitor may read.
    /// - Throws: ``Refusal/notFound`` also for a page of somebody else.
    func page(_ id: Int64, in connection: Connection) throws -> FoundPage {
        guard var page = try FinderQueries.page(id, school: school.id, in: connection) else { throw Refusal.notFound }
        let teaches = try FinderQueries.teaches(person.id, page: id, school: school.id, on: today, in: connection)
        if teaches { page.writable = .everything }
        if teaches || mayInSchool(.readPage) { return page }
        let led = try FinderQueries.classesLed(by: person.id, school: school.id, on: today, in: connection)
        if may(.readPage, over: .class), !led.isEmpty {
            if led.contains(page.classID) { return page }
            if try FinderQueries.has(group: page.group, studentsOf: led, school: school.id, in: connection) {
                page.classes = led
                return page
            }
        }
        let substituted = try FinderQueries.lessonsSubstituted(
            by: person.id, page: id, school: school.id, on: today, in: connection)
        guard !substituted.isEmpty else { throw Refusal.notFound }
        page.writable = .lessons(substituted)
        page.lessons = substituted
        return page
    }

    /// A page the visitor may write, or at least one lesson of it.
    /// - Throws: ``Refusal/notFound``, or ``Refusal/readOnly`` for a page that may only be read.
    func pageToWrite(_ id: Int64, in connection: Connection) throws -> FoundPage {
        var page = try page(id, in: connection)
        let substituted = try FinderQueries.lessonsSubstituted(
            by: person.id, page: id, school: school.id, on: today, in: connection)
        if page.writable == .nothing, !substituted.isEmpty { page.writable = .lessons(substituted) }
        guard page.writable != .nothing else { throw Refusal.readOnly }
        return page
    }

    /// A lesson the visitor may read.
    func lesson(_ id: Int64, in connection: Connection) throws -> FoundLesson {
        guard let row = try FinderQueries.lesson(id, school: school.id, in: connection) else {
            throw Refusal.notFound
        }
        var page = try page(row.page, in: connection)
        if let visible = page.lessons, !visible.contains(id) { throw Refusal.notFound }
        if page.writable == .nothing {
            let substituted = try FinderQueries.lessonsSubstituted(
                by: person.id, page: page.id, school: school.id, on: today, in: connection)
            if substituted.contains(id) { page.writable = .lessons(substituted) }
        }
        return FoundLesson(
            id: id, page: page, day: row.day, number: row.number, start: row.start, end: row.end)
    }

    /// A lesson the visitor may write.
    /// - Throws: ``Refusal/notFound``, or ``Refusal/readOnly`` for one that may only be read.
    func lessonToWrite(_ id: Int64, in connection: Connection) throws -> FoundLesson {
        let lesson = try lesson(id, in: connection)
        guard lesson.mayWrite else { throw Refusal.readOnly }
        return lesson
    }

    /// The child whose diary the visitor may read: the student's own, or a parent's child.
    ///
    /// A stranger's child is not found, exactly as an unknown id, and the attempt is logged.
    func child(_ id: Int64, in connection: Connection) throws -> FoundChild {
        let isOwn = may(.readOwnDiary, over: .own) && id == person.id
        let isChild =
            try may(.readOwnDiary, over: .child)
            && FinderQueries.isChild(id, of: person.id, school: school.id, on: today, in: connection)
        guard isOwn || isChild, let child = try FinderQueries.child(id, school: school.id, on: today, in: connection)
        else {
            logRefusedReading("diary/\(id)")
            throw Refusal.notFound
        }
        return child
    }

    /// A class the visitor may see the list of.
    func classToRead(_ id: Int64, by right: Right, in connection: Connection) throws -> (id: Int64, name: ClassName) {
        guard let name = try FinderQueries.className(id, school: school.id, in: connection) else {
            throw Refusal.notFound
        }
        guard may(right, inClass: id, led: try classesLed(in: connection)) else { throw Refusal.notFound }
        return (id, name)
    }

    /// The classes the visitor leads today.
    func classesLed(in connection: Connection) throws -> Set<Int64> {
        try FinderQueries.classesLed(by: person.id, school: school.id, on: today, in: connection)
    }

    /// Keeps that somebody asked for what is not theirs.
    func logRefusedReading(_ object: String) { logAccess("read", object, outcome: "refused") }

    /// Keeps that the visitor looked at or took out personal data.
    func logAccess(_ action: String, _ object: String, outcome: String = "done") {
        let (store, author, now, id) = (store, author, now, app.ids.next())
        Task {
            try await store.write(by: author, at: now) { writing in
                try writing.connection.run(
                    """
                    INSERT INTO access_log (school_id, id, at, person_id, session, action, object, outcome)
                    VALUES (\(writing.school), \(id), \(now), \(author.person), \(author.session), \(action),
                        \(object), \(outcome))
                    """)
                writing.touchesOnly([])
            }
        }
    }
}
