import SchoolRules
import Store

/// The alphabetical book: every student the school has ever had, by name.
enum AlphabetQueries {
    struct Entry: Sendable {
        let student: Int64
        /// The number in order, given once.
        let number: Int
        let name: PersonName
        let birthDay, sex: String
        /// The valid lines of the student, the earliest first.
        var movements: [Movement] = []

        var entry: Movement? { movements.first { $0.kind.isArrival } }
        /// How the student went, unless a return followed.
        var leaving: Movement? { movements.last { $0.kind != .move && $0.kind != .promote }.flatMap(\.ifLeaving) }
        var returns: [Movement] { movements.filter { $0.kind == .return } }
    }

    static func entries(
        _ visit: Visit, _ wish: MovementWish, _ reach: MovementReach, isWhole: Bool = false,
        in connection: Connection
    ) throws -> ([Entry], total: Int) {
        let source = source(visit, wish, reach)
        let total = try connection.count("SELECT count(*) \(source)")
        let length = isWhole ? 100_000 : MovementWish.pageLength
        var entries = try connection.all(
            """
            SELECT person.id, movement.book, person.surname, person.given, person.patronymic, person.birth_day,
                person.sex
            \(source)
            ORDER BY person.sort_key, person.id
            LIMIT \(length) OFFSET \(isWhole ? 0 : (wish.page - 1) * length)
            """
        ) { row in
            Entry(
                student: row.integer(0), number: row.int(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                birthDay: row.text(5), sex: row.text(6))
        }
        let lines = try movements(of: isWhole ? nil : entries.map(\.student), visit, in: connection)
        for place in entries.indices { entries[place].movements = lines[entries[place].student] ?? [] }
        return (entries, total)
    }

    private static func movements(of students: [Int64]?, _ visit: Visit, in connection: Connection) throws
        -> [Int64: [Movement]]
    {
        let asked: SQL = students.map { "movement.student_id IN \(list: $0)" } ?? "movement.number > 0"
        let lines = try connection.all(
            """
            SELECT \(Movement.columns) FROM movement
            WHERE movement.school_id = \(visit.school.id) AND movement.withdrawn_at = 0 AND \(asked)
            ORDER BY movement.student_id, movement.day, movement.year, movement.number
            """, Movement.init)
        return Dictionary(grouping: lines, by: \.student)
    }

    /// The first letters of the names, in the order of the alphabet.
    static func letters(_ visit: Visit, _ reach: MovementReach, in connection: Connection) throws -> [String] {
        var seen: Set<String> = []
        return try connection.all(
            """
            SELECT DISTINCT person.surname, person.sort_key FROM movement
            JOIN person ON person.school_id = movement.school_id AND person.id = movement.student_id
            WHERE movement.school_id = \(visit.school.id) AND movement.book > 0 AND movement.withdrawn_at = 0
                AND \(reach.lines)
            ORDER BY person.sort_key, person.surname
            """
        ) { String($0.text(0).prefix(1)).uppercased() }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private static func source(_ visit: Visit, _ wish: MovementWish, _ reach: MovementReach) -> SQL {
        let letter: SQL =
            wish.letter.isEmpty
            ? "movement.number > 0"
            : "(person.surname LIKE \(wish.letter + "%") OR person.surname LIKE \(wish.letter.lowercased() + "%"))"
        let named: SQL =
            wish.search.isEmpty ? "movement.number > 0" : "person.search LIKE \("%" + wish.search + "%")"
        return """
            FROM movement
            JOIN person ON person.school_id = movement.school_id AND person.id = movement.student_id
            WHERE movement.school_id = \(visit.school.id) AND movement.book > 0 AND movement.withdrawn_at = 0
                AND \(letter) AND \(named) AND \(reach.lines)
            """
    }
}

extension Movement {
    fileprivate var ifLeaving: Movement? { kind == .leave ? self : nil }
}
