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
    let mayWrite: Bool

    /// The class the student is in, or was in last.
    var lastClass: Enrolment? { enrolments.filter(\.isClass).max { $0.from < $1.from } }

    /// - Throws: ``Refusal/notFound`` also for a student whose card is not the visitor's.
    static func read(_ visit: Visit, of id: Int64, in connection: Connection) throws -> StudentCard {
        let school = visit.school.id
        let enrolments = try enrolments(of: id, school: school, in: connection)
        let reach = try CardReach.read(visit, in: connection)
        guard let classID = enrolments.filter(\.isClass).max(by: { $0.from < $1.from })?.group,
            reach.covers(classID),
            let (facts, version) = try DirectoryQueries.facts(of: id, school: school, in: connection)
        else { throw Refusal.notFound }
        let mayReach = visit.may(.readParentContact, inClass: classID, led: reach.classes)
        return StudentCard(
            id: id, facts: facts, version: version, enrolments: enrolments,
            guardians: mayReach ? try GuardianQueries.guardians(of: id, visit, in: connection) : nil,
            mayWrite: visit.mayInSchool(.writeStudentCard))
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
