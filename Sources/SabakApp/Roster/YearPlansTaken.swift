import SchoolRules
import Store

/// Plans of lessons go on with their teachers: whoever has taught a subject in a grade finds the plan again on the
/// page of the same subject and grade in the new year, as a copy: what is changed in it leaves the old year alone.
extension YearRolling {
    private struct Key: Hashable {
        let subject: Int64
        let grade: Int
        let teacher: Int64
    }
    private struct Plan: Hashable {
        let id: Int64
        let title: String
    }
    /// Two who have taught by one plan go on with a copy each.
    private struct Copy: Hashable {
        let plan: Plan
        let teacher: Int64
    }

    /// - Returns: how many plans were copied.
    func takeOverPlans() throws -> Int {
        let known = try plansOfOldYear()
        var pages: [Copy: [Int64]] = [:]
        var taken: Set<Int64> = []
        for (page, key) in try newPages() where !taken.contains(page) {
            guard let plan = known[key] else { continue }
            taken.insert(page)
            pages[Copy(plan: plan, teacher: key.teacher), default: []].append(page)
        }
        let order = pages.keys.sorted { ($0.plan.id, $0.teacher) < ($1.plan.id, $1.teacher) }
        for one in order {
            let copy = try PlanWriting.copy(
                one.plan.id, titled: title(one.plan.title), for: one.teacher, ids: roster.ids, in: writing)
            try PlanWriting.attach(copy, to: pages[one] ?? [], in: writing)
        }
        return pages.count
    }

    private func plansOfOldYear() throws -> [Key: Plan] {
        let rows = try connection.all(
            """
            SELECT page.subject_id, plan.grade, load.teacher_id, plan.id, plan.title FROM page_plan
            JOIN page ON page.school_id = page_plan.school_id AND page.id = page_plan.page_id
            JOIN plan ON plan.school_id = page_plan.school_id AND plan.id = page_plan.plan_id
            JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
                AND load.from_day <= \(last) AND load.to_day >= \(last)
            WHERE page_plan.school_id = \(school) AND page.year = \(oldYear)
            ORDER BY plan.id, page.id, load.teacher_id
            """
        ) { row in
            (
                Key(subject: row.integer(0), grade: row.int(1), teacher: row.integer(2)),
                Plan(id: row.integer(3), title: row.text(4))
            )
        }
        return Dictionary(rows) { _, newest in newest }
    }

    private func newPages() throws -> [(Int64, Key)] {
        try connection.all(
            """
            SELECT page.id, page.subject_id, class.grade, load.teacher_id FROM proposed_page
            JOIN page ON page.school_id = proposed_page.school_id AND page.id = proposed_page.page_id
            JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
            WHERE proposed_page.school_id = \(school) AND page.year = \(plan.year)
            ORDER BY page.id, load.teacher_id
            """
        ) { ($0.integer(0), Key(subject: $0.integer(1), grade: $0.int(2), teacher: $0.integer(3))) }
    }

    /// `Алгебра, 7 · 2026/27`, whatever year stood behind it.
    private func title(_ old: String) -> String {
        let years = { (year: Int) in " · \(year)/\((year + 1) % 100)" }
        let bare = old.hasSuffix(years(oldYear)) ? String(old.dropLast(years(oldYear).count)) : old
        return bare + years(plan.year)
    }
}
