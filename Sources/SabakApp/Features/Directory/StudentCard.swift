import SchoolRules
import Store
import Web

/// What is known of a student, as far as the visitor may see it.
struct StudentCard: Sendable {
    struct Enrolment: Sendable {
        let group: Int64
        let isClass, isOfClass: Bool
        let name: String
        let className: ClassName?
        let from, to: Day
        let order, orderDay, reason, destination: String
    }

    let id: Int64
    let facts: RosterWriting.PersonFacts
    let version: Int
    let enrolments: [Enrolment]
    /// nil: not the visitor's to see.
    let guardians: [GuardianQueries.Guardian]?
    let movements: [Movement]
    let classNames: [Int64: ClassName]
    let siblings: [Sibling]
    let mayWrite: Bool
    let today: Day

    /// Another student of the school with the same legal representative.
    struct Sibling: Sendable {
        let id, classID: Int64
        let name: PersonName
        let className: ClassName
        /// Whether the card is the visitor's to read.
        let isOpen: Bool
    }

    /// The class the student is in today; else the one before, else the one to come.
    var lastClass: Enrolment? { Self.place(of: enrolments, on: today) }

    private static func place(of enrolments: [Enrolment], on today: Day) -> Enrolment? {
        let classes = enrolments.filter(\.isClass)
        return classes.filter { $0.from <= today }.max { $0.from < $1.from } ?? classes.min { $0.from < $1.from }
    }

    /// - Throws: ``Refusal/notFound`` also for a student whose card is not the visitor's.
    static func read(_ visit: Visit, of id: Int64, in connection: Connection) throws -> StudentCard {
        let school = visit.school.id
        let enrolments = try enrolments(of: id, school: school, in: connection)
        let reach = try CardReach.read(visit, in: connection)
        guard let classID = place(of: enrolments, on: visit.today)?.group,
            reach.covers(classID),
            let (facts, version) = try RosterWriting.PersonFacts.read(id, school: school, in: connection)
        else { throw Refusal.notFound }
        let mayReach = visit.may(.readParentContact, inClass: classID, led: reach.classes)
        return StudentCard(
            id: id, facts: facts, version: version, enrolments: enrolments,
            guardians: mayReach ? try GuardianQueries.guardians(of: id, visit, in: connection) : nil,
            movements: try Movement.of(id, school: school, in: connection),
            classNames: try ClassNames.all(school: school, in: connection),
            siblings: mayReach ? try siblings(of: id, visit, reach, in: connection) : [],
            mayWrite: visit.mayInSchool(.writeStudentCard), today: visit.today)
    }

    private static func siblings(of id: Int64, _ visit: Visit, _ reach: CardReach, in connection: Connection) throws
        -> [Sibling]
    {
        let (school, today) = (visit.school.id, visit.today.description)
        return try connection.all(
            """
            SELECT DISTINCT person.id, class.id, person.surname, person.given, person.patronymic, class.grade,
                class.letter, class.sort_key, person.sort_key
            FROM guardian AS own
            JOIN guardian ON guardian.school_id = own.school_id AND guardian.guardian_id = own.guardian_id
            JOIN person ON person.school_id = guardian.school_id AND person.id = guardian.student_id
            JOIN enrolment ON enrolment.school_id = person.school_id AND enrolment.student_id = person.id
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WHERE own.school_id = \(school) AND own.student_id = \(id) AND guardian.student_id <> \(id)
                AND own.confirmed_at > 0 AND guardian.confirmed_at > 0
                AND own.to_day >= \(today) AND guardian.to_day >= \(today)
                AND enrolment.from_day <= \(today) AND enrolment.to_day >= \(today)
            ORDER BY class.sort_key, person.sort_key, person.id
            """
        ) { row in
            Sibling(
                id: row.integer(0), classID: row.integer(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                className: ClassName(grade: row.int(5), letter: row.text(6)), isOpen: reach.covers(row.integer(1)))
        }
    }

    private static func enrolments(of id: Int64, school: Int64, in connection: Connection) throws -> [Enrolment] {
        try connection.all(
            """
            SELECT enrolment.group_id, study_group.kind, study_group.class_id, study_group.name,
                coalesce(class.grade, 0), coalesce(class.letter, ''), enrolment.from_day, enrolment.to_day,
                enrolment.order_number, enrolment.order_day, enrolment.reason, enrolment.destination
            FROM enrolment
            JOIN study_group ON study_group.school_id = enrolment.school_id AND study_group.id = enrolment.group_id
            LEFT JOIN class ON class.school_id = study_group.school_id AND class.id = study_group.class_id
            WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(id)
            ORDER BY enrolment.from_day DESC, study_group.kind, study_group.name, enrolment.group_id
            """
        ) { row in
            let className = ClassName(grade: row.int(4), letter: row.text(5))
            return Enrolment(
                group: row.integer(0), isClass: row.text(1) == "class", isOfClass: row.text(1) == "subgroup",
                name: row.text(3), className: row.integer(2) == 0 ? nil : className,
                from: Day(row.text(6)) ?? .forever, to: Day(row.text(7)) ?? .forever, order: row.text(8),
                orderDay: row.text(9), reason: row.text(10), destination: row.text(11))
        }
    }
}

/// The forms of a card, each empty or as it was typed.
struct StudentCardForms: Sendable {
    let language: Language
    var move: Inputs?
    var leave: Inputs?
    var guardian: Inputs?
    /// People of the same name whom the clerk has to tell apart first.
    var namesakes: [DirectoryQueries.Namesake] = []
}
