import SchoolRules
import Store

/// What is missing, counted and listed.
struct CompletenessQueries: Sendable {
    static let pageLength = 50

    /// One line of a list: a person, a class, a page or a lesson.
    struct Entry: Sendable {
        let id: Int64
        var name: PersonName?
        var className: ClassName?
        var subject: Names?
        var group = ""
        var classID: Int64 = 0
        var day: Day?
        var number = 0
    }

    let school: Int64
    let year: Int
    let day: String
    let lastDay: String

    init(_ visit: Visit, in connection: Connection) throws {
        let at = try SetupYear(visit, in: connection)
        school = visit.school.id
        year = at.year
        day = at.day.description
        lastDay = at.day.adding(7 * SetupCounts.weeksAhead - 1).description
    }

    /// How many there are of each, in one statement.
    func counts(in connection: Connection) throws -> [Gap: Int] {
        let gaps = Gap.allCases
        let source = source(gaps[0])
        let first: SQL = "SELECT (SELECT count(*) \(source))"
        let statement = gaps.dropFirst().reduce(first) { "\($0), (SELECT count(*) \(self.source($1)))" }
        let row = try connection.first(statement) { row in gaps.indices.map { row.int($0) } } ?? []
        return Dictionary(zip(gaps, row)) { first, _ in first }
    }

    func count(_ gap: Gap, in connection: Connection) throws -> Int {
        let source = source(gap)
        return try connection.count("SELECT count(*) \(source)")
    }

    func entries(_ gap: Gap, page: Int, in connection: Connection) throws -> [Entry] {
        let part: SQL = "LIMIT \(Self.pageLength) OFFSET \((page - 1) * Self.pageLength)"
        let source = source(gap)
        switch gap.kind {
        case .students where gap == .noClass, .staff:
            return try connection.all(
                """
                SELECT person.id, person.surname, person.given, person.patronymic \(source)
                ORDER BY person.sort_key, person.id \(part)
                """
            ) { Entry(id: $0.integer(0), name: Self.name($0, 1)) }
        case .students:
            return try connection.all(
                """
                SELECT person.id, person.surname, person.given, person.patronymic, class.grade, class.letter \(source)
                ORDER BY class.sort_key, class.id, person.sort_key, person.id \(part)
                """
            ) { row in
                Entry(
                    id: row.integer(0), name: Self.name(row, 1),
                    className: ClassName(grade: row.int(4), letter: row.text(5)))
            }
        case .classes:
            return try connection.all(
                "SELECT class.id, class.grade, class.letter \(source) ORDER BY class.sort_key, class.id \(part)"
            ) { row in Entry(id: row.integer(0), className: ClassName(grade: row.int(1), letter: row.text(2))) }
        case .pages:
            return try connection.all(
                """
                SELECT page.id, \(Self.pageColumns) \(source)
                ORDER BY coalesce(class.sort_key, ''), subject.position, subject.id, page.id \(part)
                """, Self.page)
        case .lessons:
            return try connection.all(
                """
                SELECT lesson.id, \(Self.pageColumns), lesson.day, lesson.number \(source)
                ORDER BY lesson.day, lesson.start_minute, coalesce(class.sort_key, ''), lesson.id \(part)
                """
            ) { row in
                var entry = Self.page(row)
                entry.day = Day(row.text(9))
                entry.number = row.int(10)
                return entry
            }
        }
    }

    private static func name(_ row: Row, _ first: Int) -> PersonName {
        PersonName(stored: row.text(first), given: row.text(first + 1), patronymic: row.text(first + 2))
    }

    private static let pageColumns: SQL = """
        coalesce(class.grade, 0), coalesce(class.letter, ''), subject.name_ky, subject.name_ru, subject.name_kk,
        subject.name_en, study_group.name, coalesce(class.id, 0)
        """

    private static func page(_ row: Row) -> Entry {
        Entry(
            id: row.integer(0),
            className: row.integer(8) == 0 ? nil : ClassName(grade: row.int(1), letter: row.text(2)),
            subject: Names(ky: row.text(3), ru: row.text(4), kk: row.text(5), en: row.text(6)), group: row.text(7),
            classID: row.integer(8))
    }

    private func source(_ gap: Gap) -> SQL {
        switch gap {
        case .noClass: withoutClass
        case .noFamily: "\(pupils) AND NOT EXISTS (\(guardians))"
        case .notConfirmed:
            "\(pupils) AND EXISTS (\(guardians)) AND NOT EXISTS (\(guardians) AND guardian.confirmed_at > 0)"
        case .noAccess: "\(pupils) AND NOT EXISTS (\(ownAccount)) AND NOT EXISTS (\(familyAccount))"
        case .neverIn:
            """
            \(pupils) AND (EXISTS (\(ownAccount)) OR EXISTS (\(familyAccount)))
                AND NOT EXISTS (\(ownAccount) AND account.password <> '')
                AND NOT EXISTS (\(familyAccount) AND account.password <> '')
            """
        case .noBirthDay: "\(pupils) AND person.birth_day = ''"
        case .noAccount: "\(staff) AND NOT EXISTS (\(ownAccount))"
        case .staffNeverIn: "\(staff) AND EXISTS (\(ownAccount) AND account.password = '')"
        case .noLeader:
            """
            FROM class WHERE class.school_id = \(school) AND class.year = \(year)
                AND NOT EXISTS (SELECT 1 FROM class_teacher WHERE class_teacher.school_id = \(school)
                    AND class_teacher.class_id = class.id AND class_teacher.to_day >= \(day))
            """
        case .noTeacher:
            """
            \(pages) AND NOT EXISTS (SELECT 1 FROM load WHERE load.school_id = \(school)
                AND load.page_id = page.id AND load.to_day >= \(day))
            """
        case .noPupils:
            """
            \(pages) AND NOT EXISTS (SELECT 1 FROM enrolment WHERE enrolment.school_id = \(school)
                AND enrolment.group_id = page.group_id AND enrolment.to_day >= \(day))
            """
        case .noPlan:
            """
            \(pages) AND NOT EXISTS (SELECT 1 FROM page_plan WHERE page_plan.school_id = \(school)
                AND page_plan.page_id = page.id)
            """
        case .noRoom:
            """
            FROM lesson
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            \(pageJoins)
            WHERE lesson.school_id = \(school) AND lesson.day >= \(day) AND lesson.day <= \(lastDay)
                AND lesson.is_cancelled = 0 AND lesson.room = ''
            """
        }
    }

    private var pupils: SQL {
        """
        FROM class
        JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
        JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
        WHERE class.school_id = \(school) AND class.year = \(year) AND enrolment.to_day >= \(day)
        """
    }

    /// Students who are in no class and of whose leaving the movement book gives no order, reason or place.
    private var withoutClass: SQL {
        """
        FROM person
        WHERE person.school_id = \(school)
            AND (EXISTS (SELECT 1 FROM enrolment WHERE enrolment.school_id = \(school)
                    AND enrolment.student_id = person.id)
                OR EXISTS (SELECT 1 FROM guardian WHERE guardian.school_id = \(school)
                    AND guardian.student_id = person.id AND guardian.to_day >= \(day)))
            AND NOT EXISTS (SELECT 1 FROM enrolment
                JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
                WHERE enrolment.school_id = \(school) AND enrolment.student_id = person.id
                    AND enrolment.to_day >= \(day))
            AND NOT EXISTS (SELECT 1 FROM movement
                WHERE movement.school_id = \(school) AND movement.student_id = person.id
                    AND movement.kind = 'leave' AND movement.withdrawn_at = 0
                    AND (movement.order_number <> '' OR movement.reason <> '' OR movement.place <> ''
                        OR movement.note <> '')
                    AND NOT EXISTS (SELECT 1 FROM enrolment AS later
                        JOIN class AS next ON next.school_id = later.school_id AND next.id = later.group_id
                        WHERE later.school_id = \(school) AND later.student_id = person.id
                            AND later.to_day > movement.day))
        """
    }

    private var guardians: SQL {
        """
        SELECT 1 FROM guardian WHERE guardian.school_id = \(school) AND guardian.student_id = person.id
            AND guardian.to_day >= \(day)
        """
    }

    private var ownAccount: SQL {
        "SELECT 1 FROM account WHERE account.school_id = \(school) AND account.person_id = person.id"
    }

    private var familyAccount: SQL {
        """
        SELECT 1 FROM guardian
        JOIN account ON account.school_id = guardian.school_id AND account.person_id = guardian.guardian_id
        WHERE guardian.school_id = \(school) AND guardian.student_id = person.id AND guardian.to_day >= \(day)
            AND guardian.confirmed_at > 0
        """
    }

    private var staff: SQL {
        """
        FROM staff
        JOIN person ON person.school_id = staff.school_id AND person.id = staff.person_id
        WHERE staff.school_id = \(school) AND staff.to_day >= \(day)
        """
    }

    private var pages: SQL {
        "FROM page \(pageJoins) WHERE page.school_id = \(school) AND page.year = \(year)"
    }

    private var pageJoins: SQL {
        """
        JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
        JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
        LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
        """
    }
}
