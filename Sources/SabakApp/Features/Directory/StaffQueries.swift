import SchoolRules
import Store

/// The staff of the school: who they are, what they hold, and how they leave.
enum StaffQueries {
    struct Member: Sendable {
        let id: Int64
        let name: PersonName
        let position: String
        let from, to: Day
        let login, phone, email: String
        /// Hours a week in hundredths.
        let hours: Int
        var roles: [Role] = []
        var classes: [ClassName] = []
    }

    struct LoadRow: Sendable {
        let page: Int64
        let subject: Names
        let className: ClassName?
        let groupName: String
        let hours: Int
        let from, to: Day
        /// Whether somebody keeps the page after this row.
        let isTakenOver: Bool
    }

    struct GrantRow: Sendable {
        let role: Role
        let from, to: Day
        let order: String
    }

    static func staff(_ visit: Visit, search: String, showsLeft: Bool, in connection: Connection) throws -> [Member] {
        let (school, today) = (visit.school.id, visit.today.description)
        let state: SQL = showsLeft ? "staff.to_day < \(today)" : "staff.to_day >= \(today)"
        let named: SQL = search.isEmpty ? "person.id > 0" : "person.search LIKE \("%" + search + "%")"
        var members = try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic, staff.position, staff.from_day,
                staff.to_day, coalesce(account.login, ''),
                (SELECT coalesce(sum(load.hours), 0) FROM load WHERE load.school_id = staff.school_id
                    AND load.teacher_id = staff.person_id AND load.from_day <= \(today) AND load.to_day >= \(today)),
                person.phone, person.email
            FROM staff
            JOIN person ON person.school_id = staff.school_id AND person.id = staff.person_id
            LEFT JOIN account ON account.school_id = staff.school_id AND account.person_id = staff.person_id
            WHERE staff.school_id = \(school) AND \(state) AND \(named)
            ORDER BY person.sort_key, person.id
            """
        ) { row in
            Member(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                position: row.text(4), from: Day(row.text(5)) ?? .forever, to: Day(row.text(6)) ?? .forever,
                login: row.text(7), phone: row.text(9), email: row.text(10), hours: row.int(8))
        }
        let roles = try roles(of: school, on: today, in: connection)
        let classes = try classes(of: school, on: today, in: connection)
        for position in members.indices {
            members[position].roles = roles[members[position].id] ?? []
            members[position].classes = classes[members[position].id] ?? []
        }
        return members
    }

    private static func roles(of school: Int64, on today: String, in connection: Connection) throws
        -> [Int64: [Role]]
    {
        var found: [Int64: [Role]] = [:]
        try connection.each(
            """
            SELECT person_id, role FROM role_grant
            WHERE school_id = \(school) AND from_day <= \(today) AND to_day >= \(today) ORDER BY person_id, role
            """
        ) { row in
            if let role = Role(rawValue: row.text(1)) { found[row.integer(0), default: []].append(role) }
        }
        return found
    }

    private static func classes(of school: Int64, on today: String, in connection: Connection) throws
        -> [Int64: [ClassName]]
    {
        var found: [Int64: [ClassName]] = [:]
        try connection.each(
            """
            SELECT class_teacher.person_id, class.grade, class.letter FROM class_teacher
            JOIN class ON class.school_id = class_teacher.school_id AND class.id = class_teacher.class_id
            WHERE class_teacher.school_id = \(school) AND class_teacher.from_day <= \(today)
                AND class_teacher.to_day >= \(today)
            ORDER BY class_teacher.person_id, class.sort_key
            """
        ) { found[$0.integer(0), default: []].append(ClassName(grade: $0.int(1), letter: $0.text(2))) }
        return found
    }

    static func load(of person: Int64, _ visit: Visit, in connection: Connection) throws -> [LoadRow] {
        try connection.all(
            """
            SELECT page.id, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
                coalesce(class.grade, -1), coalesce(class.letter, ''), study_group.name, load.hours, load.from_day,
                load.to_day,
                EXISTS (SELECT 1 FROM load AS next WHERE next.school_id = load.school_id
                    AND next.page_id = load.page_id AND next.to_day > load.to_day)
            FROM load
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE load.school_id = \(visit.school.id) AND load.teacher_id = \(person) AND page.year = \(visit.year)
            ORDER BY class.sort_key, subject.position, page.id, load.from_day
            """
        ) { row in
            LoadRow(
                page: row.integer(0),
                subject: Names(ky: row.text(1), ru: row.text(2), kk: row.text(3), en: row.text(4)),
                className: row.int(5) < 0 ? nil : ClassName(grade: row.int(5), letter: row.text(6)),
                groupName: row.text(7), hours: row.int(8), from: Day(row.text(9)) ?? .forever,
                to: Day(row.text(10)) ?? .forever, isTakenOver: row.bool(11))
        }
    }

    static func grants(of person: Int64, school: Int64, in connection: Connection) throws -> [GrantRow] {
        try connection.all(
            """
            SELECT role, from_day, to_day, order_number FROM role_grant
            WHERE school_id = \(school) AND person_id = \(person) ORDER BY from_day DESC, id DESC
            """
        ) { row in
            Role(rawValue: row.text(0)).map {
                GrantRow(
                    role: $0, from: Day(row.text(1)) ?? .forever, to: Day(row.text(2)) ?? .forever, order: row.text(3))
            }
        }.compactMap { $0 }
    }

    /// The pages a person has load of after a day, of the next year too.
    private static func pages(of person: Int64, after day: String, in writing: Writing) throws -> [Int64] {
        try writing.connection.all(
            """
            SELECT DISTINCT page_id FROM load
            WHERE school_id = \(writing.school) AND teacher_id = \(person) AND to_day > \(day) ORDER BY page_id
            """
        ) { $0.integer(0) }
    }

    /// Ends everything a person holds on the day of the dismissal; the way in closes on that day, be it to come.
    static func dismiss(
        _ card: StaffCard, on day: Day, order: String, _ visit: Visit, ids: Identity, in writing: Writing
    ) throws {
        let (school, last, connection) = (writing.school, day.description, writing.connection)
        let from = min(card.from ?? day, day)
        let roster = try RosterWriting(writing: writing, ids: ids)
        try roster.employ(card.id, position: card.position, from: from.description, to: last)
        for page in try pages(of: card.id, after: last, in: writing) {
            try roster.endLoad(page: page, teacher: card.id, to: last)
        }
        try connection.run(
            """
            UPDATE role_grant SET to_day = \(last)
            WHERE school_id = \(school) AND person_id = \(card.id) AND to_day > \(last)
            """)
        try connection.run(
            """
            UPDATE class_teacher SET to_day = \(last)
            WHERE school_id = \(school) AND person_id = \(card.id) AND to_day > \(last)
            """)
        try connection.run(
            """
            UPDATE substitution SET withdrawn_at = \(writing.instant)
            WHERE school_id = \(school) AND substitute_id = \(card.id) AND withdrawn_at = 0
                AND lesson_id IN (SELECT id FROM lesson WHERE school_id = \(school) AND day > \(last))
            """)
        try writing.audit("staff.dismiss", "person/\(card.id)", after: last, reason: order)
        if day <= visit.today { try close(card, in: writing) }
    }

    /// A parent keeps the family's way in; whoever is nothing but staff loses the account.
    private static func close(_ card: StaffCard, in writing: Writing) throws {
        try writing.connection.run(
            "DELETE FROM session WHERE school_id = \(writing.school) AND person_id = \(card.id)")
        guard !card.isGuardian else { return }
        try writing.connection.run(
            """
            UPDATE account SET closed_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND person_id = \(card.id) AND closed_at = 0
            """)
        try writing.audit("account.close", "person/\(card.id)")
    }
}
