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
    private let byPage: [Int64: [AnnouncedWork]]
    private let byClass: [Int64: [AnnouncedWork]]
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
        let all = try AnnouncedWork.all(
            .pages(pages.keys.sorted()), from: SchoolCalendar.firstDay(of: year),
            to: SchoolCalendar.lastDay(of: year), kinds: kinds, school: school, in: connection
        ).filter { !$0.isUnplaced }
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
        ) { ($0.integer(0), Page(lessons: $0.int(1) * weeksOfYear / 100, grade: $0.int(2))) }
        return Dictionary(rows) { first, _ in first }
    }

    private static let weeksOfYear = 34

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
        let isOther = { (other: AnnouncedWork) in other.lesson != work.lesson && other.lesson != old }
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

    private func planned(_ work: AnnouncedWork, group: Int64) -> PlannedWork? {
        PlannedWork.Sort(kinds.first { $0.id == work.kind }).map { sort in
            PlannedWork(id: work.lesson, sort: sort, subject: work.subject.en, group: group, day: work.day)
        }
    }

    private func lastDay(of term: Term, _ grade: Int) -> Day {
        (0..<30).lazy.map { term.to.adding(-$0) }.first { calendar.isSchoolDay($0, grade: grade) } ?? term.to
    }
}
