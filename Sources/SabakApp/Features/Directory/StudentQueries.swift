import SchoolRules
import Store

/// Students, as the clerk's lists have them.
enum StudentQueries {
    struct Listed: Sendable {
        let id: Int64
        let name: PersonName
        let birthDay: String
        let classID: Int64
        let className: ClassName
        let from, to: Day
        let destination, login: String
    }

    struct ClassChoice: Sendable {
        let id: Int64
        let name: ClassName
    }

    static func classes(_ visit: Visit, in connection: Connection) throws -> [ClassChoice] {
        try connection.all(
            """
            SELECT id, grade, letter FROM class
            WHERE school_id = \(visit.school.id) AND year = \(visit.year) ORDER BY sort_key, id
            """
        ) { ClassChoice(id: $0.integer(0), name: ClassName(grade: $0.int(1), letter: $0.text(2))) }
    }

    static func requireClass(_ id: Int64, school: Int64, in connection: Connection) throws {
        let known = try connection.count("SELECT count(*) FROM class WHERE school_id = \(school) AND id = \(id)")
        guard known == 1 else { throw Refusal.invalid("no_class", DirectoryTexts.chooseClass, at: "/class") }
    }

    /// One page of the list, and how many there are in all.
    static func students(_ visit: Visit, _ wish: StudentWish, _ reach: CardReach, in connection: Connection) throws
        -> ([Listed], total: Int)
    {
        let source = source(visit, wish, reach)
        let total = try connection.count("SELECT count(*) \(source)")
        let rows = try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic, person.birth_day, class.id, class.grade,
                class.letter, enrolment.from_day, enrolment.to_day, enrolment.destination, coalesce(account.login, '')
            \(source)
            ORDER BY person.sort_key, person.id
            LIMIT \(StudentWish.pageLength) OFFSET \((wish.page - 1) * StudentWish.pageLength)
            """
        ) { row in
            Listed(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                birthDay: row.text(4), classID: row.integer(5),
                className: ClassName(grade: row.int(6), letter: row.text(7)), from: Day(row.text(8)) ?? .forever,
                to: Day(row.text(9)) ?? .forever, destination: row.text(10), login: row.text(11))
        }
        return (rows, total)
    }

    /// Every student once, in the class of today; who is gone in the last one, who is to come in the first.
    private static func source(_ visit: Visit, _ wish: StudentWish, _ reach: CardReach) -> SQL {
        let (school, today) = (visit.school.id, visit.today.description)
        let state: SQL = wish.showsLeft ? "enrolment.to_day < \(today)" : "enrolment.to_day >= \(today)"
        let inClass: SQL = wish.classID.map { "class.id = \($0)" } ?? "class.id > 0"
        let named: SQL = wish.search.isEmpty ? "person.id > 0" : "person.search LIKE \("%" + wish.search + "%")"
        let within: SQL = reach.isSchool ? "person.id > 0" : "class.id IN \(list: reach.classes.sorted())"
        return """
            FROM person
            JOIN enrolment ON enrolment.school_id = person.school_id AND enrolment.student_id = person.id
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            LEFT JOIN account ON account.school_id = person.school_id AND account.person_id = person.id
            WHERE person.school_id = \(school) AND \(state) AND \(inClass) AND \(named) AND \(within)
                AND NOT EXISTS (SELECT 1 FROM enrolment AS later
                    JOIN class AS next ON next.school_id = later.school_id AND next.id = later.group_id
                    WHERE later.school_id = \(school) AND later.student_id = person.id
                        AND later.from_day > enrolment.from_day AND later.from_day <= \(today))
                AND (enrolment.from_day <= \(today) OR NOT EXISTS (SELECT 1 FROM enrolment AS sooner
                    JOIN class AS former ON former.school_id = sooner.school_id AND former.id = sooner.group_id
                    WHERE sooner.school_id = \(school) AND sooner.student_id = person.id
                        AND sooner.from_day < enrolment.from_day))
            """
    }

    /// Closes the enrolment of the old class the day before, with its subgroups, and opens the new one.
    static func move(_ card: StudentCard, _ form: MoveForm, ids: Identity, in writing: Writing) throws {
        guard let target = form.classID, let from = form.from else { throw Refusal.notFound }
        try requireClass(target, school: writing.school, in: writing.connection)
        let isThere = card.enrolments.contains { $0.group == target && $0.isClass && $0.to >= from && $0.from <= from }
        guard !isThere else { throw Refusal.invalid("same_class", DirectoryTexts.alreadyThere, at: "/class") }
        let name = try writing.connection.first(
            "SELECT grade, letter FROM class WHERE school_id = \(writing.school) AND id = \(target)"
        ) { ClassName(grade: $0.int(0), letter: $0.text(1)).compact }
        let roster = try RosterWriting(writing: writing, ids: ids)
        // The new class first: whoever is in it does not leave the school.
        try roster.enrol(card.id, in: target, from: from.description, by: form.movement.order)
        for open in card.enrolments where open.to >= from && (open.isClass || open.isOfClass) {
            try roster.endEnrolment(
                of: card.id, in: open.group, to: from.adding(-1).description,
                destination: open.isClass ? name ?? "" : "", by: form.movement.order)
        }
    }

    /// The student leaves the school: every list loses the student after that day, and keeps what was before.
    static func discharge(_ card: StudentCard, _ form: LeaveForm, ids: Identity, in writing: Writing) throws {
        guard let day = form.day else { throw Refusal.notFound }
        let open = card.enrolments.filter { $0.to > day }
        guard open.contains(where: \.isClass) else {
            throw Refusal.invalid("has_left", DirectoryTexts.hasLeft, at: "/day")
        }
        let roster = try RosterWriting(writing: writing, ids: ids)
        let order = form.movement.order
        for group in Set(open.map(\.group)).sorted() {
            try roster.endEnrolment(
                of: card.id, in: group, to: day.description, destination: order.whereabouts, by: order)
        }
    }
}
