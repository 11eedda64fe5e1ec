import SchoolRules
import Store

extension Movement {
    static let columns: SQL = """
        movement.year, movement.number, movement.student_id, movement.kind, movement.from_class, movement.to_class,
            movement.day, movement.order_number, movement.order_day, movement.reason, movement.place, movement.town,
            movement.document, movement.document_day, movement.note, movement.book, movement.at, movement.by_person,
            movement.withdrawn_at, movement.withdrawn_why
        """

    /// From the columns above, from the first on.
    init(_ row: Row) {
        var order = MovementOrder(number: row.text(7), day: row.text(8))
        order.reason = LeavingReason(rawValue: row.text(9))
        (order.place, order.town) = (row.text(10), row.text(11))
        (order.document, order.documentDay, order.note) = (row.text(12), row.text(13), row.text(14))
        self.init(
            year: row.int(0), number: row.int(1), student: row.integer(2),
            kind: MovementKind(rawValue: row.text(3)) ?? .move, fromClass: row.integer(4), toClass: row.integer(5),
            day: Day(row.text(6)) ?? .forever, order: order, book: row.int(15), at: row.integer(16),
            by: row.integer(17), withdrawnAt: row.integer(18), withdrawnWhy: row.text(19))
    }

    /// The lines of one student, the newest first.
    static func of(_ student: Int64, school: Int64, in connection: Connection) throws -> [Movement] {
        try connection.all(
            """
            SELECT \(columns) FROM movement
            WHERE movement.school_id = \(school) AND movement.student_id = \(student)
            ORDER BY movement.day DESC, movement.year DESC, movement.number DESC
            """, Movement.init)
    }

    static func find(year: Int64, number: Int64, school: Int64, in connection: Connection) throws -> Movement? {
        try connection.first(
            """
            SELECT \(columns) FROM movement
            WHERE movement.school_id = \(school) AND movement.year = \(year) AND movement.number = \(number)
            """, Movement.init)
    }
}

/// The names of classes of every year, for lists that reach beyond one.
enum ClassNames {
    static func all(school: Int64, in connection: Connection) throws -> [Int64: ClassName] {
        try connection.all("SELECT id, grade, letter FROM class WHERE school_id = \(school) ORDER BY id") {
            ($0.integer(0), ClassName(grade: $0.int(1), letter: $0.text(2)))
        }.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
}
