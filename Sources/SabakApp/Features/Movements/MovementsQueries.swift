import SchoolRules
import Store

/// Whose lines the visitor may read: of the school, or of the class one leads.
struct MovementReach: Sendable {
    /// nil: of all classes.
    let classes: Set<Int64>?

    static func read(_ visit: Visit, in connection: Connection) throws -> MovementReach {
        MovementReach(classes: visit.mayInSchool(.exportRoster) ? nil : try visit.classesLed(in: connection))
    }

    var lines: SQL {
        guard let classes else { return "movement.number > 0" }
        let led = classes.sorted()
        return "(movement.from_class IN \(list: led) OR movement.to_class IN \(list: led))"
    }
}

/// The lines of the movement book.
enum MovementsQueries {
    struct Line: Sendable {
        let movement: Movement
        let name: PersonName
        let birthDay, address: String
    }

    static func lines(
        _ visit: Visit, _ wish: MovementWish, _ reach: MovementReach, isWhole: Bool = false,
        in connection: Connection
    ) throws -> ([Line], total: Int) {
        let source = source(visit, wish, reach)
        let total = try connection.count("SELECT count(*) \(source)")
        let length = isWhole ? 100_000 : MovementWish.pageLength
        let lines = try connection.all(
            """
            SELECT \(Movement.columns), person.surname, person.given, person.patronymic, person.birth_day,
                person.address
            \(source)
            ORDER BY movement.number
            LIMIT \(length) OFFSET \(isWhole ? 0 : (wish.page - 1) * length)
            """
        ) { row in
            Line(
                movement: Movement(row),
                name: PersonName(stored: row.text(20), given: row.text(21), patronymic: row.text(22)),
                birthDay: row.text(23), address: row.text(24))
        }
        return (lines, total)
    }

    private static func source(_ visit: Visit, _ wish: MovementWish, _ reach: MovementReach) -> SQL {
        let kind: SQL =
            switch wish.kind {
            case .all: "movement.number > 0"
            case .arrived: "movement.kind IN ('arrive', 'return')"
            case .left: "movement.kind = 'leave'"
            case .moved: "movement.kind IN ('move', 'promote')"
            case .noOrder: "(movement.order_number = '' OR movement.order_day = '') AND movement.withdrawn_at = 0"
            }
        let inClass: SQL =
            wish.classID.map { "(movement.from_class = \($0) OR movement.to_class = \($0))" } ?? "movement.number > 0"
        let named: SQL =
            wish.search.isEmpty ? "movement.number > 0" : "person.search LIKE \("%" + wish.search + "%")"
        return """
            FROM movement
            JOIN person ON person.school_id = movement.school_id AND person.id = movement.student_id
            WHERE movement.school_id = \(visit.school.id) AND movement.year = \(wish.year) AND \(kind) AND \(inClass)
                AND \(named) AND \(reach.lines)
            """
    }

    static func classes(_ visit: Visit, year: Int, _ reach: MovementReach, in connection: Connection) throws
        -> [(id: Int64, name: ClassName)]
    {
        try connection.all(
            """
            SELECT id, grade, letter FROM class
            WHERE school_id = \(visit.school.id) AND year = \(year) ORDER BY sort_key, id
            """
        ) { ($0.integer(0), ClassName(grade: $0.int(1), letter: $0.text(2))) }
        .filter { reach.classes?.contains($0.0) ?? true }
    }

    static func years(_ visit: Visit, in connection: Connection) throws -> [Int] {
        let known = try connection.all(
            "SELECT DISTINCT year FROM class WHERE school_id = \(visit.school.id) ORDER BY year DESC"
        ) { $0.int(0) }
        return known.isEmpty ? [visit.year] : known
    }

    /// The stays of all classes of a school year.
    static func stays(_ visit: Visit, year: Int, in connection: Connection) throws -> [ClassStay] {
        try connection.all(
            """
            SELECT enrolment.student_id, enrolment.group_id, enrolment.from_day, enrolment.to_day
            FROM class
            JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
            WHERE class.school_id = \(visit.school.id) AND class.year = \(year)
            ORDER BY enrolment.student_id, enrolment.from_day
            """
        ) { row in
            ClassStay(
                student: row.integer(0), classID: row.integer(1), from: Day(row.text(2)) ?? .forever,
                to: Day(row.text(3)) ?? .forever)
        }
    }
}
