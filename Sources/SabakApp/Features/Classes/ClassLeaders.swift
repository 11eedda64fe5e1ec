import SchoolRules
import Store
import Web

/// Who leads each class of the school, in which shift and room it learns, said on one page: in September there are
/// forty at once, and those that came with a list have neither.
struct ClassLeaders: Sendable {
    let classes: [ClassesQueries.ClassRow]
    /// Class → who leads it today, or will.
    let leaders: [Int64: ClassLeading.Person]
    let staff: [ClassLeading.Person]
    /// Class without a leader → who teaches more than half of its hours.
    let proposed: [Int64: Int64]
    /// The shifts that have bells.
    let shifts: [Int]

    static func read(_ visit: Visit, in connection: Connection) throws -> ClassLeaders {
        let (school, today) = (visit.school.id, visit.today.description)
        var leaders: [Int64: ClassLeading.Person] = [:]
        try connection.each(
            """
            SELECT class_teacher.class_id, person.id, person.surname, person.given, person.patronymic
            FROM class_teacher
            JOIN class ON class.school_id = class_teacher.school_id AND class.id = class_teacher.class_id
            JOIN person ON person.school_id = class_teacher.school_id AND person.id = class_teacher.person_id
            WHERE class_teacher.school_id = \(school) AND class.year = \(visit.year)
                AND class_teacher.to_day >= \(today)
            ORDER BY class_teacher.from_day, class_teacher.class_id
            """
        ) { row in
            leaders[row.integer(0)] = (
                row.integer(1), PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4))
            )
        }
        return ClassLeaders(
            classes: try ClassesQueries.classes(visit, in: connection), leaders: leaders,
            staff: try ClassLeading.staff(visit, in: connection),
            proposed: try proposals(visit, in: connection).filter { leaders[$0.key] == nil },
            shifts: try connection.all(
                "SELECT DISTINCT shift FROM bell WHERE school_id = \(school) ORDER BY shift"
            ) { $0.int(0) })
    }

    private static func proposals(_ visit: Visit, in connection: Connection) throws -> [Int64: Int64] {
        var hours: [Int64: [Int64: Int]] = [:]
        try connection.each(
            """
            SELECT page.class_id, load.teacher_id, sum(load.hours) FROM page
            JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
            WHERE page.school_id = \(visit.school.id) AND page.year = \(visit.year) AND page.class_id > 0
                AND load.to_day >= \(visit.today.description)
            GROUP BY page.class_id, load.teacher_id ORDER BY page.class_id, load.teacher_id
            """
        ) { hours[$0.integer(0), default: [:]][$0.integer(1)] = $0.int(2) }
        return hours.compactMapValues(ClassTeacher.proposed)
    }

    /// Another text as soon as anything on the page is another.
    var version: String {
        let facts = classes.map { "\($0.id) \(leaders[$0.id]?.id ?? 0) \($0.shift) \($0.room)" }
        return String(Digest.hex(Digest.sha256(Array(facts.joined(separator: "\n").utf8))).prefix(16))
    }

    // MARK: Saving

    /// A class of which something is chosen anew.
    private struct Change {
        let row: ClassesQueries.ClassRow
        var leader: Int64?
        var shift: Int
        var room: String
    }

    /// What stands in the way of saving, by field.
    struct Obstacles: Sendable {
        fileprivate(set) var problems: [String: Text] = [:]
        /// Whether a colleague has changed something since the page was drawn.
        fileprivate(set) var isCrossed = false

        fileprivate mutating func cross(_ field: String, now: String) {
            isCrossed = true
            problems[field] = ClassTexts.changedMeanwhile(now.isEmpty ? "—" : now)
        }
    }

    /// Writes what was chosen anew, whole or, where something stands in the way, not at all.
    func save(_ form: ClassLeadersForm, ids: Identity, in writing: Writing) throws -> Obstacles {
        let known = Set(classes.map(\.id))
        guard form.chosen.keys.allSatisfy(known.contains) else { throw Refusal.notFound }
        var obstacles = Obstacles()
        let changes = try classes.map { try change(of: $0, form, &obstacles) }
        guard obstacles.problems.isEmpty else { return obstacles }
        let roster = try RosterWriting(writing: writing, ids: ids)
        for change in changes {
            if let leader = change.leader {
                try ClassLeading.name(leader, for: change.row.id, from: form.from, by: roster)
            }
            try keep(change, in: writing)
        }
        return obstacles
    }

    private func change(
        of row: ClassesQueries.ClassRow, _ form: ClassLeadersForm, _ obstacles: inout Obstacles
    ) throws -> Change {
        var change = Change(row: row, shift: row.shift, room: row.room)
        let leader = leaders[row.id]
        switch form.leader(of: row.id, now: leader?.id ?? 0) {
        case .kept: break
        case .anew(let person):
            guard staff.contains(where: { $0.id == person }) else { throw Refusal.notFound }
            change.leader = person
        case .crossed: obstacles.cross("leader-\(row.id)", now: leader?.name.full ?? "")
        }
        switch form.shift(of: row.id, now: row.shift) {
        case .kept: break
        case .anew(let shift):
            if !shifts.contains(shift) { obstacles.problems["shift-\(row.id)"] = ClassTexts.shiftWithoutBells }
            change.shift = shift
        case .crossed: obstacles.cross("shift-\(row.id)", now: "\(row.shift)")
        }
        switch form.room(of: row.id, now: row.room) {
        case .kept: break
        case .anew(let room): change.room = room
        case .crossed: obstacles.cross("room-\(row.id)", now: row.room)
        }
        return change
    }

    private func keep(_ change: Change, in writing: Writing) throws {
        let row = change.row
        guard change.shift != row.shift || change.room != row.room else { return }
        try writing.connection.run(
            """
            UPDATE class SET shift = \(change.shift), room = \(change.room)
            WHERE school_id = \(writing.school) AND id = \(row.id)
            """)
        try writing.audit(
            "class.change", "class/\(row.id)", before: "\(row.shift) \(row.room)",
            after: "\(change.shift) \(change.room)")
    }
}
