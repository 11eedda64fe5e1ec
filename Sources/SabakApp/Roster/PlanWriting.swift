import SchoolRules
import Store

/// The one place where calendar-thematic plans are written: typed in the browser or read from a sheet.
enum PlanWriting {
    static let mostRows = 400

    /// Writes a plan and attaches it to pages. An author's plan of the same title, subject and grade is replaced.
    /// - Parameters:
    ///   - rows: in their order; they are numbered from 1.
    ///   - pages: pages the plan is for; whoever calls has made sure that they are the author's.
    /// - Returns: the plan's id.
    static func write(
        title: String, subject: Int64, grade: Int, author: Int64, rows: [PlanRow], pages: [Int64], ids: Identity,
        in writing: Writing
    ) throws -> Int64 {
        let known = try find(title: title, subject: subject, grade: grade, author: author, in: writing)
        let plan = known ?? ids.next()
        if known == nil {
            try writing.connection.run(
                """
                INSERT INTO plan (school_id, id, title, subject_id, grade, author_id)
                VALUES (\(writing.school), \(plan), \(title), \(subject), \(grade), \(author))
                """)
            try put(rows, into: plan, in: writing)
            try audit(plan, "plan.write", rows: rows.count, title, in: writing)
        } else {
            try replace(rows.enumerated().map { ($0.offset + 1, $0.element) }, title: title, of: plan, in: writing)
        }
        try attach(plan, to: pages, in: writing)
        return plan
    }

    /// Copies a plan for a teacher, for whom it is as if typed.
    static func copy(
        _ plan: Int64, titled title: String, for author: Int64, ids: Identity, in writing: Writing
    ) throws -> Int64 {
        let copy = ids.next()
        try writing.connection.run(
            """
            INSERT INTO plan (school_id, id, title, subject_id, grade, author_id)
            SELECT school_id, \(copy), \(title), subject_id, grade, \(author) FROM plan
            WHERE school_id = \(writing.school) AND id = \(plan)
            """)
        let rows = try writing.connection.run(
            """
            INSERT INTO plan_row (school_id, plan_id, number, section, topic, hours, kind_id, homework, note)
            SELECT school_id, \(copy), number, section, topic, hours, kind_id, homework, note FROM plan_row
            WHERE school_id = \(writing.school) AND plan_id = \(plan)
            """)
        try audit(copy, "plan.write", rows: rows, title, in: writing)
        return copy
    }

    /// The author's plan of this title, subject and grade.
    static func find(title: String, subject: Int64, grade: Int, author: Int64, in writing: Writing) throws -> Int64? {
        try writing.connection.first(
            """
            SELECT id FROM plan
            WHERE school_id = \(writing.school) AND title = \(title) AND subject_id = \(subject)
                AND grade = \(grade) AND author_id = \(author)
            ORDER BY id
            """
        ) { $0.integer(0) }
    }

    /// Puts other rows in the place of a plan's rows.
    /// - Parameter rows: in their new order, each with the number it had before, 0 for a new one. Lessons follow their
    ///   row; those of a row that is gone keep their topic.
    static func replace(_ rows: [(was: Int, row: PlanRow)], title: String, of plan: Int64, in writing: Writing) throws {
        let numbers = rows.enumerated().filter { $0.element.was > 0 }.map { ($0.element.was, $0.offset + 1) }
        try writing.connection.run(
            "DELETE FROM plan_row WHERE school_id = \(writing.school) AND plan_id = \(plan)")
        try put(rows.map(\.row), into: plan, in: writing)
        try writing.connection.run(
            """
            UPDATE plan SET title = \(title), version = version + 1
            WHERE school_id = \(writing.school) AND id = \(plan)
            """)
        try LessonPlan.renumber(
            Dictionary(numbers, uniquingKeysWith: { first, _ in first }),
            lessonsOf: try pages(of: plan, in: writing), in: writing)
        try audit(plan, "plan.write", rows: rows.count, title, in: writing)
    }

    /// Attaches a plan to pages, instead of the one they had.
    static func attach(_ plan: Int64, to pages: [Int64], in writing: Writing) throws {
        guard !pages.isEmpty else { return }
        let had = try writing.connection.all(
            """
            SELECT page_id, plan_id FROM page_plan
            WHERE school_id = \(writing.school) AND page_id IN \(list: pages) ORDER BY page_id
            """
        ) { ($0.integer(0), $0.integer(1)) }
        let before = Dictionary(had, uniquingKeysWith: { first, _ in first })
        for page in pages where before[page] != plan {
            try writing.connection.run(
                """
                INSERT INTO page_plan (school_id, page_id, plan_id) VALUES (\(writing.school), \(page), \(plan))
                ON CONFLICT (school_id, page_id) DO UPDATE SET plan_id = excluded.plan_id
                """)
            let rows = try LessonPlan.rows(of: page, school: writing.school, in: writing.connection)
            try LessonPlan.find(lessonsOf: page, in: rows, writing: writing)
            try writing.audit(
                "plan.attach", "page/\(page)", before: before[page].map(String.init) ?? "", after: "\(plan)")
        }
    }

    /// Takes a plan off pages; their lessons keep their topics.
    static func detach(_ plan: Int64, from pages: [Int64], in writing: Writing) throws {
        for page in pages {
            try writing.connection.run(
                """
                DELETE FROM page_plan
                WHERE school_id = \(writing.school) AND page_id = \(page) AND plan_id = \(plan)
                """)
            try writing.audit("plan.detach", "page/\(page)", before: "\(plan)")
        }
        try LessonPlan.renumber([:], lessonsOf: pages, in: writing)
    }

    /// Removes a plan from the school; lessons keep their topics.
    static func remove(_ plan: Int64, in writing: Writing) throws {
        try detach(plan, from: try pages(of: plan, in: writing), in: writing)
        try writing.connection.run("DELETE FROM plan_row WHERE school_id = \(writing.school) AND plan_id = \(plan)")
        try writing.connection.run("DELETE FROM plan WHERE school_id = \(writing.school) AND id = \(plan)")
        try writing.audit("plan.remove", "plan/\(plan)")
    }

    private static func pages(of plan: Int64, in writing: Writing) throws -> [Int64] {
        try writing.connection.all(
            "SELECT page_id FROM page_plan WHERE school_id = \(writing.school) AND plan_id = \(plan) ORDER BY page_id"
        ) { $0.integer(0) }
    }

    private static func put(_ rows: [PlanRow], into plan: Int64, in writing: Writing) throws {
        for (position, row) in rows.enumerated() {
            try writing.connection.run(
                """
                INSERT INTO plan_row (school_id, plan_id, number, section, topic, hours, kind_id, homework, note)
                VALUES (\(writing.school), \(plan), \(position + 1), \(row.section), \(row.topic), \(row.hours),
                    \(row.kind), \(row.homework), \(row.note))
                """)
        }
    }

    private static func audit(_ plan: Int64, _ action: String, rows: Int, _ title: String, in writing: Writing) throws {
        try writing.audit(action, "plan/\(plan)", after: "rows=\(rows)", text: title)
    }
}
