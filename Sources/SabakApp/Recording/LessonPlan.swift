import SchoolRules
import Store

/// One line of a calendar-thematic plan.
struct PlanRow: Sendable, Equatable {
    var number: Int
    var section = ""
    var topic: String
    /// In hundredths: a topic of two hours serves two lessons.
    var hours = 100
    var kind = 0
    var homework = ""
    var note = ""
}

/// Where pages stand in the plans attached to them, and what comes next.
enum LessonPlan {
    /// A lesson as its place in the plan is counted.
    struct Place: Sendable {
        let id, page: Int64
        let row: Int
        let hasTopic: Bool
    }

    /// The rows of the plan attached to a page, in order.
    static func rows(of page: Int64, school: Int64, in connection: Connection) throws -> [PlanRow] {
        try rows(of: [page], school: school, in: connection)[page] ?? []
    }

    /// - Parameter numbers: of these numbers only.
    static func rows(
        of pages: [Int64], _ numbers: Set<Int>? = nil, school: Int64, in connection: Connection
    ) throws -> [Int64: [PlanRow]] {
        var found: [Int64: [PlanRow]] = [:]
        let only: SQL = numbers.map { "AND plan_row.number IN \(list: $0.sorted())" } ?? ""
        try connection.each(
            """
            SELECT page_plan.page_id, plan_row.number, plan_row.section, plan_row.topic, plan_row.hours,
                plan_row.kind_id, plan_row.homework, plan_row.note
            FROM page_plan
            JOIN plan_row ON plan_row.school_id = page_plan.school_id AND plan_row.plan_id = page_plan.plan_id
            WHERE page_plan.school_id = \(school) AND page_plan.page_id IN \(list: pages) \(only)
            ORDER BY page_plan.page_id, plan_row.number
            """
        ) { row in
            found[row.integer(0), default: []].append(
                PlanRow(
                    number: row.int(1), section: row.text(2), topic: row.text(3), hours: row.int(4),
                    kind: row.int(5), homework: row.text(6), note: row.text(7)))
        }
        return found
    }

    /// A line of a plan as far as the way through it goes.
    private struct Step: Sendable, Equatable {
        let number, hours: Int
    }

    /// What the plans propose for the lessons without a topic up to a day, by lesson.
    /// - Parameter only: of these lessons.
    static func proposals(
        for pages: [Int64], until day: Day, only: Set<Int64>, school: Int64, in connection: Connection
    ) throws -> [Int64: PlanRow] {
        let plans = try steps(of: pages, school: school, in: connection)
        guard !plans.isEmpty else { return [:] }
        let places = try connection.all(
            """
            SELECT id, page_id, plan_row, topic <> '' FROM lesson
            WHERE school_id = \(school) AND page_id IN \(list: DiaryWeekQueries.padded(plans.keys.sorted()))
                AND day <= \(day.description) AND is_cancelled = 0
            ORDER BY page_id, day, start_minute, id
            """
        ) { Place(id: $0.integer(0), page: $0.integer(1), row: $0.int(2), hasTopic: $0.bool(3)) }
        let next = walk(plans, places).filter { only.contains($0.key) }
        guard !next.isEmpty else { return [:] }
        let page = Dictionary(places.map { ($0.id, $0.page) }) { first, _ in first }
        let rows = try rows(
            of: Set(next.keys.compactMap { page[$0] }).sorted(), Set(next.values), school: school, in: connection)
        return next.reduce(into: [:]) { found, one in
            found[one.key] = page[one.key].flatMap { rows[$0]?.first { $0.number == one.value } }
        }
    }

    private static func steps(of pages: [Int64], school: Int64, in connection: Connection) throws -> [Int64: [Step]] {
        try connection.fact("steps of \(pages)") {
            var found: [Int64: [Step]] = [:]
            try connection.each(
                """
                SELECT page_plan.page_id, plan_row.number, plan_row.hours FROM page_plan
                JOIN plan_row ON plan_row.school_id = page_plan.school_id AND plan_row.plan_id = page_plan.plan_id
                WHERE page_plan.school_id = \(school) AND page_plan.page_id IN \(list: pages)
                ORDER BY page_plan.page_id, plan_row.number
                """
            ) { found[$0.integer(0), default: []].append(Step(number: $0.int(1), hours: $0.int(2))) }
            return found
        }
    }

    /// Walks each page's lessons in order: a lesson without a topic takes the next row, one with a topic of its own
    /// takes none, and a row of several hours serves as many lessons.
    static func proposals(plans: [Int64: [PlanRow]], lessons: [Place]) -> [Int64: PlanRow] {
        let steps = plans.mapValues { $0.map { Step(number: $0.number, hours: $0.hours) } }
        let page = Dictionary(lessons.map { ($0.id, $0.page) }) { first, _ in first }
        return walk(steps, lessons).reduce(into: [:]) { found, one in
            found[one.key] = page[one.key].flatMap { plans[$0]?.first { $0.number == one.value } }
        }
    }

    /// The numbers of the rows proposed, by lesson.
    private static func walk(_ plans: [Int64: [Step]], _ lessons: [Place]) -> [Int64: Int] {
        var proposals: [Int64: Int] = [:]
        for (page, lessons) in Dictionary(grouping: lessons, by: \.page) {
            guard let rows = plans[page] else { continue }
            var (next, used, reached) = (0, 0, 0)
            for lesson in lessons where lesson.row > 0 || !lesson.hasTopic {
                if lesson.row > 0 {
                    // A row behind the furthest one taught is a repetition and moves nothing.
                    guard let position = rows.firstIndex(where: { $0.number >= lesson.row }), position >= reached
                    else { continue }
                    if position != next { (next, used) = (position, 0) }
                    reached = position
                } else if next < rows.count {
                    proposals[lesson.id] = rows[next].number
                }
                guard next < rows.count else { break }
                used += 100
                if used >= rows[next].hours { (next, used) = (next + 1, 0) }
            }
        }
        return proposals
    }

    /// The row whose topic was taken, word for word or with something added; 0 for a topic of the teacher's own.
    static func row(meantBy topic: String, in rows: [PlanRow], after last: Int) -> Int {
        guard !topic.isEmpty else { return 0 }
        let same = rows.filter { !$0.topic.isEmpty && topic.hasPrefix($0.topic) }
        let longest = same.map(\.topic.count).max() ?? 0
        let best = same.filter { $0.topic.count == longest }
        return (best.first { $0.number >= last } ?? best.first)?.number ?? 0
    }

    /// Gives the lessons of these pages the numbers their rows have now; a row that is gone leaves the topic as it is.
    static func renumber(_ numbers: [Int: Int], lessonsOf pages: [Int64], in writing: Writing) throws {
        let lessons = try writing.connection.all(
            """
            SELECT id, plan_row FROM lesson
            WHERE school_id = \(writing.school) AND page_id IN \(list: pages) AND plan_row > 0 ORDER BY id
            """
        ) { (id: $0.integer(0), row: $0.int(1)) }
        for lesson in lessons where numbers[lesson.row] ?? 0 != lesson.row {
            try place(lesson.id, at: numbers[lesson.row] ?? 0, in: writing)
        }
    }

    /// Finds the lessons of a page in the rows of a plan that is attached to it, by their topics.
    static func find(lessonsOf page: Int64, in rows: [PlanRow], writing: Writing) throws {
        let lessons = try writing.connection.all(
            """
            SELECT id, plan_row, topic FROM lesson
            WHERE school_id = \(writing.school) AND page_id = \(page) AND topic <> '' ORDER BY day, start_minute, id
            """
        ) { (id: $0.integer(0), row: $0.int(1), topic: $0.text(2)) }
        var last = 0
        for lesson in lessons {
            let number = row(meantBy: lesson.topic, in: rows, after: last)
            last = max(last, number)
            if number != lesson.row { try place(lesson.id, at: number, in: writing) }
        }
    }

    private static func place(_ lesson: Int64, at row: Int, in writing: Writing) throws {
        try writing.connection.run(
            "UPDATE lesson SET plan_row = \(row) WHERE school_id = \(writing.school) AND id = \(lesson)")
    }
}
