import SchoolRules
import Store

/// A work to be judged: announced already, or wished.
struct JudgedWork: Sendable {
    let lesson, page, group, classID: Int64
    let subject: String
    let day: Day
    let number, kind: Int

    init(_ work: AnnouncedWork) {
        lesson = work.lesson
        page = work.page
        group = work.group
        classID = work.classID
        subject = work.subject.en
        day = work.day
        number = work.number
        kind = work.kind
    }

    fileprivate init(_ row: Row) {
        lesson = row.integer(0)
        page = row.integer(1)
        group = row.integer(2)
        classID = row.integer(3)
        subject = row.text(4)
        day = Day(row.text(5)) ?? .forever
        number = row.int(6)
        kind = row.int(7)
    }

    init(_ lesson: FoundLesson, kind: Int) {
        self.lesson = lesson.id
        page = lesson.page.id
        group = lesson.page.group
        classID = lesson.page.classID
        subject = lesson.page.subject.en
        day = lesson.day
        number = lesson.number
        self.kind = kind
    }
}

/// What the rules of the school must know to judge works among the others of their students, read once for all.
struct WorkContext: Sendable {
    private struct Page: Sendable {
        /// Of the year.
        let lessons: Int
        let grade: Int
    }

    private struct ClassDay: Hashable, Sendable {
        let classID: Int64
        let day: Day
    }

    private let rules: WorkRules
    private let kinds: [KindOfWork]
    private let calendar: SchoolCalendar
    private let pages: [Int64: Page]
    private let byPage: [Int64: [JudgedWork]]
    private let byClass: [Int64: [JudgedWork]]
    /// The numbers of the first and the last lesson.
    private let edges: [ClassDay: Set<Int>]

    /// Nil where the school looks at nothing, or no rule counts any of these works.
    static func read(_ works: [JudgedWork], kinds: [KindOfWork], year: Int, school: Int64, in connection: Connection)
        throws -> WorkContext?
    {
        let counted = works.filter { work in PlannedWork.Sort(kinds.first { $0.id == work.kind }) != nil }
        let rules = try WorkSettings.rules(school: school, in: connection)
        guard !counted.isEmpty, rules != WorkRules(criteria: .off, load: .off) else { return nil }
        return try WorkContext(counted, rules, kinds, year, school, connection)
    }

    private init(
        _ works: [JudgedWork], _ rules: WorkRules, _ kinds: [KindOfWork], _ year: Int, _ school: Int64,
        _ connection: Connection
    ) throws {
        self.rules = rules
        self.kinds = kinds
        calendar = try SchoolFacts.calendar(school: school, year: year, in: connection)
        let classes = Set(works.map(\.classID)).subtracting([0]).sorted()
        pages = try Self.pages(Set(works.map(\.page)), classes, rules, year, school, connection)
        let all = try Self.works(around: works, pages, rules, calendar, kinds, year, school, connection)
        byPage = Dictionary(grouping: all, by: \.page)
        byClass = Dictionary(grouping: all.filter { $0.classID != 0 }, by: \.classID)
        edges = try Self.edges(classes, Set(works.map(\.day)), year, school, connection)
    }

    /// The pages of the works; and of their classes, where the works of a whole day are counted.
    private static func pages(
        _ own: Set<Int64>, _ classes: [Int64], _ rules: WorkRules, _ year: Int, _ school: Int64,
        _ connection: Connection
    ) throws -> [Int64: Page] {
        let beside: SQL = rules.criteria == .off ? "" : "OR page.class_id IN \(list: classes)"
        let rows = try connection.all(
            """
            SELECT page.id, page.hours, \(CellQueries.gradeOfPage) FROM page
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(school) AND page.year = \(year) AND (page.id IN \(list: own.sorted()) \(beside))
            ORDER BY page.id
            """
        ) { ($0.integer(0), Page(lessons: LoadLimits.lessonsInYear(hours: $0.int(1)), grade: $0.int(2))) }
        return Dictionary(rows) { first, _ in first }
    }

    /// The other works that rules look at: of the terms of these works; and where load is looked at, those of their own
    /// pages in the whole year.
    private static func works(
        around judged: [JudgedWork], _ pages: [Int64: Page], _ rules: WorkRules, _ calendar: SchoolCalendar,
        _ kinds: [KindOfWork], _ year: Int, _ school: Int64, _ connection: Connection
    ) throws -> [JudgedWork] {
        let (first, last) = (SchoolCalendar.firstDay(of: year), SchoolCalendar.lastDay(of: year))
        let own = Set(judged.map(\.page)).sorted()
        func read(_ pages: [Int64], _ from: Day, _ to: Day) throws -> [JudgedWork] {
            try works(of: pages, from: from, to: to, kinds: kinds, school: school, in: connection)
        }
        let ofYear = rules.load == .off ? [] : try read(own, first, last)
        guard rules.criteria != .off else { return ofYear }
        let terms = judged.map { work in pages[work.page].flatMap { calendar.term(on: work.day, grade: $0.grade) } }
        let isKnown = terms.allSatisfy { $0 != nil }
        let ofTerm = try read(
            pages.keys.sorted(), isKnown ? terms.compactMap { $0?.from }.min() ?? first : first,
            isKnown ? terms.compactMap { $0?.to }.max() ?? last : last)
        let known = Set(ofTerm.map(\.lesson))
        return ofTerm + ofYear.filter { !known.contains($0.lesson) }
    }

    /// The works of pages that have a place in the timetable.
    private static func works(
        of pages: [Int64], from: Day, to: Day, kinds: [KindOfWork], school: Int64, in connection: Connection
    ) throws -> [JudgedWork] {
        let announced = AnnouncedWork.kinds(kinds).map { Int64($0.id) }
        return try connection.all(
            """
            SELECT lesson.id, lesson.page_id, lesson.group_id, page.class_id, subject.name_en, lesson.day,
                lesson.number, coalesce(planned_work.kind_id, lesson.kind_id)
            FROM lesson
            LEFT JOIN planned_work ON planned_work.school_id = lesson.school_id
                AND planned_work.lesson_id = lesson.id AND planned_work.withdrawn_at = 0
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE lesson.school_id = \(school) AND lesson.page_id IN \(list: pages)
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description) AND lesson.is_cancelled = 0
                AND (planned_work.id IS NOT NULL OR lesson.kind_id IN \(list: announced))
                AND coalesce((SELECT last.kind FROM lesson_change AS last
                    WHERE last.school_id = planned_work.school_id AND last.lesson_id = planned_work.lesson_id
                    ORDER BY last.at DESC, last.id DESC LIMIT 1), '') <> 'unplaced'
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """, JudgedWork.init)
    }

    private static func edges(
        _ classes: [Int64], _ days: Set<Day>, _ year: Int, _ school: Int64, _ connection: Connection
    ) throws -> [ClassDay: Set<Int>] {
        let rows = try connection.all(
            """
            SELECT page.class_id, lesson.day, min(lesson.number), max(lesson.number) FROM page
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id
                AND lesson.day IN \(list: days.sorted().map(\.description)) AND lesson.is_cancelled = 0
            WHERE page.school_id = \(school) AND page.year = \(year) AND page.class_id IN \(list: classes)
            GROUP BY page.class_id, lesson.day ORDER BY page.class_id, lesson.day
            """
        ) { row in
            (
                ClassDay(classID: row.integer(0), day: Day(row.text(1)) ?? .forever),
                Set([row.int(2), row.int(3)])
            )
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// What is wrong with a work.
    /// - Parameter old: the lesson that the work leaves, where it is moved.
    func findings(of work: JudgedWork, instead old: Int64? = nil) -> [WorkRules.Finding] {
        guard let page = pages[work.page], let sort = PlannedWork.Sort(kinds.first { $0.id == work.kind }) else {
            return []
        }
        let term = calendar.term(on: work.day, grade: page.grade)
        let isOther = { (other: JudgedWork) in other.lesson != work.lesson && other.lesson != old }
        let isInTerm = { (day: Day) in term.map { $0.contains(day) } ?? true }
        let judged = PlannedWork(
            id: work.lesson, sort: sort, subject: work.subject, group: work.group, day: work.day,
            isAtEdge: edges[ClassDay(classID: work.classID, day: work.day)]?.contains(work.number) ?? false)
        let own = (byPage[work.page] ?? []).filter(isOther).compactMap { planned($0, group: work.group) } + [judged]
        let beside = work.classID == 0 ? byPage[work.page] : byClass[work.classID]
        let ofClass = (beside ?? []).filter { isOther($0) && isInTerm($0.day) }
        return rules.findings(
            of: judged.id,
            in: WorkRules.Surroundings(
                ofTerm: own.filter { isInTerm($0.day) }, ofYear: own,
                ofClass: ofClass.compactMap { planned($0, group: 0) } + [judged],
                lastDay: term.map { lastDay(of: $0, page.grade) } ?? .forever, lessonsInYear: page.lessons))
    }

    /// The warnings of works of a calendar, by lesson.
    static func warnings(
        of works: [AnnouncedWork], kinds: [KindOfWork], year: Int, school: Int64, in connection: Connection
    ) throws -> [Int64: [WorkWarning]] {
        let judged = works.map { JudgedWork($0) }
        guard let context = try read(judged, kinds: kinds, year: year, school: school, in: connection) else {
            return [:]
        }
        return Dictionary(
            judged.map { ($0.lesson, context.findings(of: $0).map(\.warning)) }, uniquingKeysWith: { first, _ in first }
        ).filter { !$0.value.isEmpty }
    }

    private func planned(_ work: JudgedWork, group: Int64) -> PlannedWork? {
        PlannedWork.Sort(kinds.first { $0.id == work.kind }).map { sort in
            PlannedWork(id: work.lesson, sort: sort, subject: work.subject, group: group, day: work.day)
        }
    }

    private func lastDay(of term: Term, _ grade: Int) -> Day {
        (0..<30).lazy.map { term.to.adding(-$0) }.first { calendar.isSchoolDay($0, grade: grade) } ?? term.to
    }
}
