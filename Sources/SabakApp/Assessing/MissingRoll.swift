import SchoolRules
import Store

extension FinalRoll {
    /// What is missing before the period may close. Certificates need a final mark only where an exam was held.
    static func missing(
        _ period: RollPeriod, year: Int, on today: Day, of school: Int64, in connection: Connection
    ) throws -> (roll: FinalRoll, pages: [PageFinals]) {
        let roll = try read(period, year: year, on: today, of: school, in: connection)
        guard case .final = period else { return (roll, roll.finals) }
        let examined = Set(
            try connection.all(
                """
                SELECT final_mark.page_id, final_mark.student_id FROM final_mark
                JOIN page ON page.school_id = final_mark.school_id AND page.id = final_mark.page_id
                WHERE final_mark.school_id = \(school) AND page.year = \(year) AND final_mark.period = 'exam'
                    AND final_mark.value <> ''
                ORDER BY final_mark.page_id, final_mark.student_id
                """
            ) { "\($0.integer(0))/\($0.integer(1))" })
        let pages = roll.finals.map { page in
            PageFinals(
                page: page.page, teacher: page.teacher,
                finals: page.finals.filter { examined.contains("\(page.page)/\($0.student)") })
        }
        return (roll, pages)
    }
}

/// A list of what is missing, by teacher.
struct MissingByTeacher: Sendable {
    struct Line: Sendable {
        let teacher: FinalRoll.Teacher?
        let pages: [(page: FinalRoll.Page, students: [PersonName])]

        var count: Int { pages.reduce(0) { $0 + $1.students.count } }
    }

    let lines: [Line]

    init(_ missing: [MissingFinals], in roll: FinalRoll) {
        let byTeacher = Dictionary(grouping: missing, by: \.teacher)
        lines = byTeacher.keys.sorted().map { id in
            let pages = (byTeacher[id] ?? []).compactMap { found in
                roll.page(found.page).map { page in (page, found.students.compactMap { roll.names[$0] }) }
            }
            let teacher = pages.first?.0.teachers.first { $0.id == id }
            return Line(teacher: teacher, pages: pages.map { (page: $0.0, students: $0.1) })
        }
        .sorted { ($0.teacher?.name.list ?? "") < ($1.teacher?.name.list ?? "") }
    }

    var count: Int { lines.reduce(0) { $0 + $1.count } }
}
