import SchoolRules
import Store
import Web

/// The set-up list (004 §3¶1, 001 3.2): how far each section is and what stands before the first lesson.
struct SetupList: Sendable {
    struct Item: Sendable {
        let line: SetupLine
        let done, total: Int
        let missing: Text?

        var percent: Int { total == 0 ? 0 : done * 100 / total }
        var isDone: Bool { total > 0 && done >= total && missing == nil }
        /// Nothing of it is there, and without it no lesson can be recorded.
        var isBlocking: Bool { line.isNeededForTheFirstLesson && done == 0 }
    }

    struct Holder: Sendable {
        let id: Int64
        let name: PersonName
        let role: Role
    }

    let year: Int
    let items: [Item]
    /// Pages taken over from last year that nobody has looked at yet.
    let proposed: Int
    /// Those who hold a granted role today.
    let holders: [Holder]
    /// Who answers for a line, where the director has said so.
    let duties: [SetupLine: Int64]

    var blocking: [Item] { items.filter(\.isBlocking) }
    var percent: Int { items.isEmpty ? 0 : items.reduce(0) { $0 + $1.percent } / items.count }

    init(_ visit: Visit, in connection: Connection) throws {
        let at = try SetupYear(visit, in: connection)
        let counts = try SetupCounts(at, school: visit.school.id, today: visit.today, in: connection)
        year = at.year
        proposed = counts.proposed
        // A school that divides no class has nothing to do there.
        let lines = SetupLine.allCases.filter { $0 != .subgroups || counts.groupPages > 0 }
        items = lines.map { Self.item($0, counts) }
        holders = try Self.holders(visit, in: connection)
        var known: [SetupLine: Int64] = [:]
        try connection.each(
            "SELECT line, person_id FROM setup_duty WHERE school_id = \(visit.school.id) ORDER BY line"
        ) { row in
            if let line = SetupLine(rawValue: row.text(0)) { known[line] = row.integer(1) }
        }
        duties = known
    }

    /// Who answers for a line: the one named for it as long as the role lasts, else all who hold the role.
    func holders(of line: SetupLine) -> [Holder] {
        let all = holders.filter { $0.role == line.role }
        let named = all.filter { $0.id == duties[line] }
        return named.isEmpty ? all : named
    }

    private static func holders(_ visit: Visit, in connection: Connection) throws -> [Holder] {
        let today = visit.today.description
        return try connection.all(
            """
            SELECT DISTINCT person.id, person.surname, person.given, person.patronymic, role_grant.role,
                person.sort_key
            FROM role_grant
            JOIN person ON person.school_id = role_grant.school_id AND person.id = role_grant.person_id
            WHERE role_grant.school_id = \(visit.school.id) AND role_grant.from_day <= \(today)
                AND role_grant.to_day >= \(today)
            ORDER BY person.sort_key, person.id, role_grant.role
            """
        ) { row in
            Role(rawValue: row.text(4)).map { role in
                Holder(
                    id: row.integer(0),
                    name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)), role: role)
            }
        }.compactMap { $0 }
    }

    private static func item(_ line: SetupLine, _ counts: SetupCounts) -> Item {
        switch line {
        case .terms where counts.classes == 0:
            Item(line: line, done: min(counts.terms, 1), total: 1, missing: counts.terms == 0 ? line.absent : nil)
        case .terms: some(line, counts.gradesWithTerms, of: counts.grades)
        case .bells where counts.classes == 0:
            Item(line: line, done: min(counts.bells, 1), total: 1, missing: counts.bells == 0 ? line.absent : nil)
        case .bells: some(line, counts.shiftsWithBells, of: counts.shifts)
        case .classes: some(line, counts.classes, of: counts.classes)
        case .leaders: some(line, counts.classesLed, of: counts.classes)
        // The people of the office are there from the first day; teachers are who is missing.
        case .staff: some(line, min(counts.teachers, 1), of: 1)
        case .access: some(line, counts.staffWithAccount, of: counts.staff)
        case .students: some(line, counts.classesFilled, of: counts.classes)
        case .guardians: some(line, counts.studentsWithFamily, of: counts.students)
        case .load: load(counts)
        case .timetable: timetable(counts)
        case .rooms: some(line, counts.lessonsWithRoom, of: counts.lessonsSoon)
        case .plans: some(line, counts.pagesPlanned, of: counts.pages)
        case .subgroups: some(line, counts.groupPagesFilled, of: counts.groupPages)
        case .families: some(line, counts.studentsWithAccess, of: counts.students)
        case .roles: some(line, min(counts.roles, 5), of: 5)
        }
    }

    private static func some(_ line: SetupLine, _ done: Int, of total: Int) -> Item {
        let missing = total == 0 || done == 0 ? line.absent : done < total ? line.missing(total - done) : nil
        return Item(line: line, done: done, total: total, missing: missing)
    }

    /// Classes without any page and pages without a teacher are both missing; what was taken over from last year
    /// wants to be looked at.
    private static func load(_ counts: SetupCounts) -> Item {
        let bare = counts.classes - counts.classesTaught
        let total = counts.pages + bare
        guard counts.pagesTaught > 0 else { return some(.load, 0, of: total) }
        let parts = [
            (bare, SetupTexts.classesWithoutLoad), (counts.pages - counts.pagesTaught, SetupTexts.pagesWithoutTeacher),
            (counts.proposed, SetupTexts.loadToCheck),
        ].filter { $0.0 > 0 }.map { $0.1($0.0) }
        return Item(
            line: .load, done: counts.pagesTaught, total: total, missing: parts.isEmpty ? nil : SetupTexts.list(parts))
    }

    private static func timetable(_ counts: SetupCounts) -> Item {
        guard counts.hoursPlaced > 0 else { return some(.timetable, 0, of: 1) }
        let rest = counts.hours - counts.hoursPlaced
        return Item(
            line: .timetable, done: counts.hoursPlaced, total: counts.hours,
            missing: rest > 0 ? SetupTexts.hoursUnplaced(rest) : nil)
    }
}
