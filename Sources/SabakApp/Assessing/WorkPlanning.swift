import SchoolRules
import Store
import Web

/// A work as somebody wishes to plan it.
struct WorkWish: Sendable {
    let lesson: Int64
    let kind: Int
    let title: String
    /// The work that is changed; nil for a new one.
    var work: Int64?
    var version: Int64 = 0

    static let longestTitle = 200
}

/// The one place where works are planned, given another lesson, and taken back.
struct WorkPlanning {
    let page: FoundPage
    let visit: Visit
    let writing: Writing

    private var school: Int64 { writing.school }
    private var connection: Connection { writing.connection }

    /// Plans or changes a work. A lesson takes the kind of its work, so that marks have it.
    /// - Returns: what the rules of the school say against it without refusing it.
    func plan(_ wish: WorkWish) throws -> [WorkWarning] {
        let kinds = try SchoolFacts.kindsOfWork(school: school, in: connection)
        let found = try target(wish, kinds)
        let before = try wish.work.map { id in
            guard let work = try AnnouncedWork.one(id, page: page.id, school: school, in: connection) else {
                throw Refusal.notFound
            }
            guard work.version == wish.version else { throw Refusal.changedMeanwhile }
            return work
        }
        let taken = try AnnouncedWork.all(
            .lesson(wish.lesson), from: found.day, to: found.day, kinds: [], school: school, in: connection)
        guard taken.allSatisfy({ $0.id == before?.id }) else { throw WorkRefusals.lessonTaken }
        let judged = JudgedWork(found, kind: wish.kind)
        let findings =
            try WorkContext.read([judged], kinds: kinds, year: page.year, school: school, in: connection)?
            .findings(of: judged, instead: before?.lesson) ?? []
        if let refused = findings.first(where: \.isRefused) {
            throw Refusal.invalid("work_not_allowed", WorkWords.warning(refused.warning), at: "lesson")
        }
        try save(wish, on: found, over: before)
        try mark(lesson: found, as: wish.kind)
        if let before, before.lesson != wish.lesson { try clear(before) }
        return findings.map(\.warning)
    }

    /// Takes a work back; what was recorded of it stays.
    func withdraw(_ id: Int64) throws {
        guard let work = try AnnouncedWork.one(id, page: page.id, school: school, in: connection) else {
            throw Refusal.notFound
        }
        try connection.run(
            """
            UPDATE planned_work SET withdrawn_at = \(writing.instant), changed_at = \(writing.instant),
                version = version + 1
            WHERE school_id = \(school) AND id = \(id) AND withdrawn_at = 0
            """)
        try writing.audit("work.withdraw", "work/\(id)", before: "\(work.day) kind=\(work.kind)")
        try clear(work)
        try CellPage.noteChange(of: page.id, in: writing)
    }

    private func target(_ wish: WorkWish, _ kinds: [KindOfWork]) throws -> FoundLesson {
        let found = try visit.lessonToWrite(wish.lesson, in: connection)
        guard found.page.id == page.id else { throw Refusal.notFound }
        guard visit.moment < found.startMoment else { throw WorkRefusals.lessonPast }
        guard !wish.title.isEmpty else { throw WorkRefusals.titleMissing }
        guard wish.title.count <= WorkWish.longestTitle else { throw WorkRefusals.titleTooLong }
        guard AnnouncedWork.kinds(kinds).contains(where: { $0.id == wish.kind }) else {
            throw WorkRefusals.unknownKind
        }
        return found
    }

    private func save(_ wish: WorkWish, on lesson: FoundLesson, over before: AnnouncedWork?) throws {
        let after = "\(lesson.day) kind=\(wish.kind)"
        if let before {
            let changed = try connection.run(
                """
                UPDATE planned_work SET lesson_id = \(wish.lesson), kind_id = \(wish.kind), title = \(wish.title),
                    planned_on = \(lesson.day.description), changed_at = \(writing.instant), version = version + 1
                WHERE school_id = \(school) AND id = \(before.id) AND version = \(before.version)
                """)
            guard changed == 1 else { throw Refusal.changedMeanwhile }
            try writing.audit(
                "work.move", "work/\(before.id)", before: "\(before.day) kind=\(before.kind)", after: after,
                text: wish.title)
        } else {
            let id = visit.app.ids.next()
            try connection.run(
                """
                INSERT INTO planned_work (school_id, id, page_id, lesson_id, kind_id, title, planned_on, at, by_person,
                    changed_at)
                VALUES (\(school), \(id), \(page.id), \(wish.lesson), \(wish.kind), \(wish.title),
                    \(lesson.day.description), \(writing.instant), \(visit.person.id), \(writing.instant))
                """)
            try writing.audit("work.plan", "work/\(id)", after: after, text: wish.title)
        }
        try CellPage.noteChange(of: page.id, in: writing)
    }

    private func mark(lesson found: FoundLesson, as kind: Int) throws {
        guard let row = try LessonRow.one(found.id, school: school, in: connection), row.kind != kind else { return }
        var wish = LessonWish(version: row.version)
        wish.kind = kind
        _ = try LessonRecording.record(wish, on: found, by: visit, in: writing)
    }

    /// A lesson that a work has left is an ordinary one again, as long as it has not begun.
    private func clear(_ work: AnnouncedWork) throws {
        guard let row = try LessonRow.one(work.lesson, school: school, in: connection), row.kind == work.kind,
            !row.isCancelled, visit.moment < row.startMoment
        else { return }
        let found = try visit.lessonToWrite(work.lesson, in: connection)
        var wish = LessonWish(version: row.version)
        wish.kind = 0
        _ = try LessonRecording.record(wish, on: found, by: visit, in: writing)
    }
}
