import SchoolRules
import Store

/// A line of the book that is to be mended, with what stands around it.
struct CorrectedMovement: Sendable {
    let movement: Movement
    let name: PersonName
    /// Whether no valid line of the student came after it: only such a line can be withdrawn or get another day.
    let isLatest: Bool
    /// Whether it is the only valid line of the student.
    let isOnly: Bool

    static func find(_ visit: Visit, year: Int64, number: Int64, in connection: Connection) throws -> CorrectedMovement
    {
        let school = visit.school.id
        guard let movement = try Movement.find(year: year, number: number, school: school, in: connection),
            let facts = try RosterWriting.PersonFacts.read(movement.student, school: school, in: connection)?.facts
        else { throw Refusal.notFound }
        let valid = try Movement.of(movement.student, school: school, in: connection).filter { !$0.isWithdrawn }
        let isLatest = valid.first.map { $0.year == movement.year && $0.number == movement.number } ?? false
        return CorrectedMovement(
            movement: movement, name: facts.name, isLatest: isLatest, isOnly: isLatest && valid.count == 1)
    }
}

/// Mends a line of the movement book: the wrong one is withdrawn and stays to be read, the lists follow.
struct MovementCorrecting {
    let found: CorrectedMovement
    let roster: RosterWriting
    private var movement: Movement { found.movement }
    private var writing: Writing { roster.writing }
    private var school: Int64 { writing.school }
    private var connection: Connection { writing.connection }
    private var object: String { "movement/\(movement.year)/\(movement.number)" }

    func correct(_ form: CorrectionForm) throws {
        guard !movement.isWithdrawn else { throw Refusal.changedMeanwhile }
        let day = form.day ?? movement.day
        if day != movement.day {
            guard found.isLatest else { throw MovementTexts.notLatest }
            try shift(to: day)
        }
        try markWithdrawn(why: MovementTexts.correctedCode)
        let line = MovementWriting.Line(
            student: movement.student, kind: movement.kind, fromClass: movement.fromClass, toClass: movement.toClass,
            day: day.description, order: form.movement.order, book: movement.book)
        let new = try MovementWriting(writing: writing).write(line)
        try keepOrder(form.movement.order, from: day)
        try writing.audit(
            "movement.correct", object, before: movement.day.description,
            after: "\(day) \(new.year)/\(new.number)", reason: form.movement.order.number)
    }

    /// Takes the line back: the student is where the line found him.
    func withdraw(why: String) throws {
        guard !movement.isWithdrawn else { throw Refusal.changedMeanwhile }
        guard found.isLatest else { throw MovementTexts.notLatest }
        let day = movement.day
        if movement.kind == .leave {
            try setLastDay(from: day.description, to: Day.forever.description, groups: .all)
        } else {
            try requireNoEntries(in: movement.toClass, from: day, to: .forever)
            try connection.run(
                """
                DELETE FROM enrolment
                WHERE school_id = \(school) AND student_id = \(movement.student) AND from_day >= \(day.description)
                    AND group_id IN (SELECT id FROM study_group
                        WHERE school_id = \(school) AND class_id = \(movement.toClass))
                """)
            if movement.fromClass != 0 {
                try setLastDay(
                    from: day.adding(-1).description, to: Day.forever.description, groups: .ofClass(movement.fromClass))
            }
        }
        try markWithdrawn(why: why)
        try touchPages()
        try writing.audit("movement.withdraw", object, before: movement.kind.rawValue, after: "", text: why)
    }

    private enum Groups {
        case all
        case ofClass(Int64)
    }

    private func markWithdrawn(why: String) throws {
        try connection.run(
            """
            UPDATE movement SET withdrawn_at = \(writing.instant), withdrawn_by = \(writing.author.person),
                withdrawn_why = \(why)
            WHERE school_id = \(school) AND year = \(movement.year) AND number = \(movement.number)
            """)
    }

    private func shift(to day: Day) throws {
        let (old, new) = (movement.day, day)
        if movement.kind == .leave {
            try setLastDay(from: old.description, to: new.description, groups: .all)
        } else {
            if new > old { try requireNoEntries(in: movement.toClass, from: old, to: new.adding(-1)) }
            try connection.run(
                """
                UPDATE enrolment SET from_day = \(new.description)
                WHERE school_id = \(school) AND student_id = \(movement.student) AND from_day = \(old.description)
                    AND group_id IN (SELECT id FROM study_group
                        WHERE school_id = \(school) AND class_id = \(movement.toClass))
                """)
            if movement.fromClass != 0, movement.kind != .promote {
                if new < old { try requireNoEntries(in: movement.fromClass, from: new, to: old.adding(-1)) }
                try setLastDay(
                    from: old.adding(-1).description, to: new.adding(-1).description,
                    groups: .ofClass(movement.fromClass))
            }
        }
        try requireOrder()
        try touchPages()
    }

    private func setLastDay(from old: String, to new: String, groups: Groups) throws {
        let within: SQL =
            switch groups {
            case .all: "group_id > 0"
            case .ofClass(let id):
                "group_id IN (SELECT id FROM study_group WHERE school_id = \(school) AND class_id = \(id))"
            }
        let reason: SQL = new == Day.forever.description ? ", reason = '', destination = ''" : ""
        try connection.run(
            """
            UPDATE enrolment SET to_day = \(new)\(reason)
            WHERE school_id = \(school) AND student_id = \(movement.student) AND to_day = \(old) AND \(within)
            """)
    }

    /// A stay ends on or after its first day.
    private func requireOrder() throws {
        let wrong = try connection.count(
            """
            SELECT count(*) FROM enrolment
            WHERE school_id = \(school) AND student_id = \(movement.student) AND to_day < from_day
            """)
        guard wrong == 0 else { throw Refusal.invalid("wrong_day", MovementTexts.dayOutside, at: "/day") }
    }

    /// What teachers have recorded in a class keeps the student in it.
    private func requireNoEntries(in classID: Int64, from: Day, to: Day) throws {
        let entries = try connection.count(
            """
            SELECT count(*) FROM study_group
            JOIN lesson ON lesson.school_id = study_group.school_id AND lesson.group_id = study_group.id
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
                AND entry.student_id = \(movement.student)
            WHERE study_group.school_id = \(school) AND study_group.class_id = \(classID)
            """)
        guard entries == 0 else { throw MovementTexts.hasEntries }
    }

    /// The list of the class says the order too.
    private func keepOrder(_ order: MovementOrder, from day: Day) throws {
        guard movement.toClass != 0 else {
            try connection.run(
                """
                UPDATE enrolment SET destination = \(order.whereabouts)
                WHERE school_id = \(school) AND student_id = \(movement.student)
                    AND group_id = \(movement.fromClass) AND to_day = \(day.description)
                """)
            return
        }
        try connection.run(
            """
            UPDATE enrolment SET order_number = \(order.number), order_day = \(order.day)
            WHERE school_id = \(school) AND student_id = \(movement.student) AND group_id = \(movement.toClass)
                AND from_day = \(day.description)
            """)
    }

    private func touchPages() throws {
        let groups = try connection.all(
            """
            SELECT id FROM study_group
            WHERE school_id = \(school) AND class_id IN (\(movement.fromClass), \(movement.toClass)) ORDER BY id
            """
        ) { $0.integer(0) }
        for group in groups { try roster.touchPages(of: group) }
    }
}
