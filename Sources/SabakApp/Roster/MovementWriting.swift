import SchoolRules
import Store

/// Keeps the movement book beside the lists of classes: whoever changes a list through ``RosterWriting`` writes it.
struct MovementWriting {
    struct Stay: Sendable {
        let classID: Int64
        let year: Int
        let from, to: String
    }

    let writing: Writing
    private var school: Int64 { writing.school }
    private var connection: Connection { writing.connection }

    /// The classes a student has been in, by their first day; nil where the group is no class.
    func stays(of student: Int64, ifClass group: Int64) throws -> [Stay]? {
        let isClass =
            try connection.count("SELECT count(*) FROM class WHERE school_id = \(school) AND id = \(group)") > 0
        return isClass ? try stays(of: student) : nil
    }

    private func stays(of student: Int64) throws -> [Stay] {
        try connection.all(
            """
            SELECT enrolment.group_id, class.year, enrolment.from_day, enrolment.to_day
            FROM enrolment
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(student)
            ORDER BY enrolment.from_day, enrolment.group_id
            """
        ) { Stay(classID: $0.integer(0), year: $0.int(1), from: $0.text(2), to: $0.text(3)) }
    }

    /// A student has been put into a class.
    /// - Parameter before: the stays as they were before it.
    func opened(
        _ student: Int64, in classID: Int64, from: String, to: String, before: [Stay], by order: MovementOrder
    ) throws {
        if let same = before.first(where: { $0.classID == classID && $0.from == from }) {
            if same.to < to { try withdrawLeaving(of: student, on: same.to) }
            if to < same.to { try closed(student, in: classID, to: to, by: MovementOrder()) }
            return
        }
        try dropLeaving(of: student, coveredFrom: from, to: to)
        let (kind, origin) = try kind(of: student, in: classID, from: from, before)
        try write(
            Line(
                student: student, kind: kind, fromClass: origin, toClass: classID, day: from, order: order,
                givesBook: kind == .arrive))
        if to < Day.forever.description, try isWithinYear(of: classID, to) {
            try closed(student, in: classID, to: to, by: MovementOrder())
        }
    }

    /// A move written as an end and a beginning of one transaction is one line, not a leaving and a return.
    private func dropLeaving(of student: Int64, coveredFrom from: String, to: String) throws {
        let dayBefore = Day(from).map { $0.adding(-1).description } ?? from
        try connection.run(
            """
            DELETE FROM movement
            WHERE school_id = \(school) AND student_id = \(student) AND kind = 'leave' AND day >= \(dayBefore)
                AND day < \(to) AND began = \(writing.startedAt) AND withdrawn_at = 0
            """)
    }

    private func kind(
        of student: Int64, in classID: Int64, from: String, _ before: [Stay]
    ) throws -> (MovementKind, origin: Int64) {
        let year = try connection.count("SELECT year FROM class WHERE school_id = \(school) AND id = \(classID)")
        guard let last = before.last(where: { $0.from <= from }) else { return (.arrive, 0) }
        let isNext = last.year < year
        guard last.to < from else { return (isNext ? .promote : .move, last.classID) }
        let hasLeft =
            try connection.count(
                """
                SELECT count(*) FROM movement
                WHERE school_id = \(school) AND student_id = \(student) AND kind = 'leave' AND day = \(last.to)
                    AND withdrawn_at = 0
                """) > 0
        if hasLeft { return (.return, 0) }
        if isNext { return (.promote, last.classID) }
        let isAdjacent = Day(last.to).map { $0.adding(1).description } == from
        return isAdjacent ? (.move, last.classID) : (.return, 0)
    }

    /// A student's stay in a class has got an earlier last day: a leaving, unless another class follows.
    func closed(_ student: Int64, in classID: Int64, to: String, by order: MovementOrder) throws {
        let goesOn = try stays(of: student).contains { $0.classID != classID && $0.to > to }
        try withdrawLeaving(of: student, from: classID, after: to)
        guard !goesOn else { return }
        try write(Line(student: student, kind: .leave, fromClass: classID, toClass: 0, day: to, order: order))
    }

    /// A stay that had not begun is taken back, with the line that announced it.
    func takenBack(_ student: Int64, in classID: Int64, after day: String) throws {
        try connection.run(
            """
            UPDATE movement SET withdrawn_at = \(writing.instant), withdrawn_by = \(writing.author.person)
            WHERE school_id = \(school) AND student_id = \(student) AND to_class = \(classID) AND day > \(day)
                AND withdrawn_at = 0
            """)
    }

    private func withdrawLeaving(of student: Int64, on day: String) throws {
        try connection.run(
            """
            UPDATE movement SET withdrawn_at = \(writing.instant), withdrawn_by = \(writing.author.person)
            WHERE school_id = \(school) AND student_id = \(student) AND kind = 'leave' AND day = \(day)
                AND withdrawn_at = 0
            """)
    }

    /// A leaving that was announced for a day still to come gives way to the new one.
    private func withdrawLeaving(of student: Int64, from classID: Int64, after day: String) throws {
        try connection.run(
            """
            UPDATE movement SET withdrawn_at = \(writing.instant), withdrawn_by = \(writing.author.person)
            WHERE school_id = \(school) AND student_id = \(student) AND kind = 'leave' AND from_class = \(classID)
                AND day > \(day) AND withdrawn_at = 0
            """)
    }

    /// Whether the year of a class has lessons after a day: who stays to the end of the year does not leave.
    private func isWithinYear(of classID: Int64, _ day: String) throws -> Bool {
        try connection.count(
            """
            SELECT count(*) FROM term
            JOIN class ON class.school_id = term.school_id AND class.year = term.year
            WHERE term.school_id = \(school) AND class.id = \(classID) AND term.to_day > \(day)
            """) > 0
    }

    struct Line: Sendable {
        let student: Int64
        let kind: MovementKind
        let fromClass, toClass: Int64
        let day: String
        var order = MovementOrder()
        var givesBook = false
        var book = 0
    }

    /// Writes a line with the next number of its school year.
    @discardableResult func write(_ line: Line) throws -> (year: Int, number: Int) {
        let year = Day(line.day).map(SchoolCalendar.schoolYear) ?? 0
        let number = try connection.count(
            """
            SELECT coalesce(max(number), 0) + 1 FROM movement WHERE school_id = \(school) AND year = \(year)
            """)
        let book =
            try line.givesBook
            ? connection.count("SELECT coalesce(max(book), 0) + 1 FROM movement WHERE school_id = \(school)")
            : line.book
        let order = line.order
        try connection.run(
            """
            INSERT INTO movement (school_id, year, number, student_id, kind, from_class, to_class, day, order_number,
                order_day, reason, place, town, document, document_day, note, book, at, by_person, began)
            VALUES (\(school), \(year), \(number), \(line.student), \(line.kind.rawValue), \(line.fromClass),
                \(line.toClass), \(line.day), \(order.number), \(order.day), \(order.reason?.rawValue ?? ""),
                \(order.place), \(order.town), \(order.document), \(order.documentDay), \(order.note), \(book),
                \(writing.instant), \(writing.author.person), \(writing.startedAt))
            """)
        return (year, number)
    }
}
