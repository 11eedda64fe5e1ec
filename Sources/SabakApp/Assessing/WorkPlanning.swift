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
        let findings = try WorkChecking(page: page, school: school, connection: connection)
            .findings(of: wish.kind, on: found, instead: before, kinds: kinds)
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

/// What the rules of the school say of a work among the others of its students.
struct WorkChecking {
    let page: FoundPage
    let school: Int64
    let connection: Connection

    func findings(of kind: Int, on lesson: FoundLesson, instead old: AnnouncedWork?, kinds: [KindOfWork]) throws
        -> [WorkRules.Finding]
    {
        let rules = try WorkSettings.rules(school: school, in: connection)
        guard rules != WorkRules(criteria: .off, load: .off),
            let sort = PlannedWork.Sort(kinds.first { $0.id == kind })
        else { return [] }
        let grade = try CellQueries.grade(of: page, school: school, in: connection)
        let calendar = try SchoolFacts.calendar(school: school, year: page.year, in: connection)
        let year = Self.days(of: page.year)
        let term = calendar.term(on: lesson.day, grade: grade)
        let edges = try edges(from: year.from, to: year.to)
        let own = try works([page.id], year.from, year.to, but: old, kinds)
            .compactMap { planned($0, kinds, group: page.group, edges) }
        let wished = PlannedWork(
            id: 0, sort: sort, subject: page.subject.en, group: page.group, day: lesson.day,
            isAtEdge: edges[lesson.day]?.contains(lesson.number) ?? false)
        let inTerm: (PlannedWork) -> Bool = { work in term.map { $0.contains(work.day) } ?? true }
        let ofClass = try works(
            pagesOfClass(), term?.from ?? year.from, term?.to ?? year.to, but: old, kinds)
        let place = WorkRules.Surroundings(
            ofTerm: (own + [wished]).filter(inTerm), ofYear: own + [wished],
            ofClass: ofClass.compactMap { planned($0, kinds, group: 0, [:]) } + [wished],
            lastDay: term.map { lastDay(of: $0, calendar, grade) } ?? .forever,
            lessonsInYear: try hoursOfYear())
        return rules.findings(of: 0, in: place)
    }

    private static func days(of year: Int) -> (from: Day, to: Day) {
        (Day(year: year, month: 8, day: 1) ?? .forever, Day(year: year + 1, month: 7, day: 31) ?? .forever)
    }

    private func works(_ pages: [Int64], _ from: Day, _ to: Day, but old: AnnouncedWork?, _ kinds: [KindOfWork]) throws
        -> [AnnouncedWork]
    {
        try AnnouncedWork.all(.pages(pages), from: from, to: to, kinds: kinds, school: school, in: connection)
            .filter { !$0.isUnplaced && $0.lesson != old?.lesson }
    }

    private func planned(_ work: AnnouncedWork, _ kinds: [KindOfWork], group: Int64, _ edges: [Day: Set<Int>])
        -> PlannedWork?
    {
        PlannedWork.Sort(kinds.first { $0.id == work.kind }).map { sort in
            PlannedWork(
                id: work.lesson, sort: sort, subject: work.subject.en, group: group, day: work.day,
                isAtEdge: edges[work.day]?.contains(work.number) ?? false)
        }
    }

    /// The pages of the class: a group across classes stands for itself.
    private func pagesOfClass() throws -> [Int64] {
        page.classID == 0
            ? [page.id]
            : try connection.all(
                """
                SELECT id FROM page WHERE school_id = \(school) AND year = \(page.year) AND class_id = \(page.classID)
                ORDER BY id
                """
            ) { $0.integer(0) }
    }

    /// The numbers of the first and the last lesson of each day of the class.
    private func edges(from: Day, to: Day) throws -> [Day: Set<Int>] {
        let rows = try connection.all(
            """
            SELECT lesson.day, min(lesson.number), max(lesson.number) FROM page
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id
            WHERE page.school_id = \(school) AND page.id IN \(list: try pagesOfClass()) AND lesson.is_cancelled = 0
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
            GROUP BY lesson.day ORDER BY lesson.day
            """
        ) { ($0.text(0), Set([$0.int(1), $0.int(2)])) }
        return Dictionary(rows.compactMap { text, numbers in Day(text).map { ($0, numbers) } }) { first, _ in first }
    }

    /// Hours a week over the 34 weeks of a year.
    private func hoursOfYear() throws -> Int {
        try connection.count("SELECT hours FROM page WHERE school_id = \(school) AND id = \(page.id)") * 34 / 100
    }

    private func lastDay(of term: Term, _ calendar: SchoolCalendar, _ grade: Int) -> Day {
        (0..<30).lazy.map { term.to.adding(-$0) }.first { calendar.isSchoolDay($0, grade: grade) } ?? term.to
    }
}
