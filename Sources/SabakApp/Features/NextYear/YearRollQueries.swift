import SchoolRules
import Store

/// A prepared new year as it is kept.
struct YearRoll: Sendable {
    let id: Int64
    let year: Int
    let version: Int64
    let preparedBy: Int64
    let preparer: PersonName
    let preparedAt: Int64
    let confirmedAt: Int64
    let confirmer: PersonName?
}

/// Where the school stands with its next year.
struct YearState: Sendable {
    /// The new year; nil: there are no classes to make it from.
    let target: Int?
    /// What is prepared, or what would be proposed.
    let plan: YearPlan?
    /// The prepared year, unless it is withdrawn.
    let roll: YearRoll?
    /// Names the new year has already.
    let knownNames: Set<ClassName>
    /// How many of each class stay in the grade.
    let staying: [Int64: Int]

    var confirmed: YearRoll? { roll.flatMap { $0.confirmedAt > 0 ? $0 : nil } }

    func with(_ plan: YearPlan) -> YearState {
        YearState(target: target, plan: plan, roll: roll, knownNames: knownNames, staying: staying)
    }

    static func read(_ visit: Visit, in connection: Connection) throws -> YearState {
        let school = visit.school.id
        let here = try YearRollQueries.names(of: visit.year, school: school, in: connection)
        let source = here.isEmpty ? visit.year - 1 : visit.year
        let old = here.isEmpty ? try YearRollQueries.names(of: source, school: school, in: connection) : here
        guard !old.isEmpty else {
            return YearState(target: nil, plan: nil, roll: nil, knownNames: [], staying: [:])
        }
        let roll = try YearRollQueries.newest(for: source + 1, school: school, in: connection)
        var plan = try YearRollQueries.proposal(
            for: source + 1, country: visit.school.country, school: school, in: connection)
        if let roll { try YearRollQueries.fill(&plan, from: roll, school, in: connection) }
        return YearState(
            target: source + 1, plan: plan, roll: roll,
            knownNames: try YearRollQueries.names(of: source + 1, school: school, in: connection),
            staying: try roll.map { try YearRollQueries.staying(in: $0, school: school, in: connection) } ?? [:])
    }
}

enum YearRollQueries {
    struct Pupil: Sendable {
        let id: Int64
        let name: PersonName
    }

    static func names(of year: Int, school: Int64, in connection: Connection) throws -> Set<ClassName> {
        Set(
            try connection.all(
                "SELECT grade, letter FROM class WHERE school_id = \(school) AND year = \(year) ORDER BY id"
            ) { ClassName(grade: $0.int(0), letter: $0.text(1)) })
    }

    static func newest(for year: Int, school: Int64, in connection: Connection) throws -> YearRoll? {
        try connection.first(
            """
            SELECT year_roll.id, year_roll.year, year_roll.version, year_roll.prepared_by, person.surname,
                person.given, person.patronymic, year_roll.prepared_at, year_roll.confirmed_at, other.surname,
                other.given, other.patronymic
            FROM year_roll
            JOIN person ON person.school_id = year_roll.school_id AND person.id = year_roll.prepared_by
            LEFT JOIN person AS other ON other.school_id = year_roll.school_id AND other.id = year_roll.confirmed_by
            WHERE year_roll.school_id = \(school) AND year_roll.year = \(year)
                AND year_roll.withdrawn_at = 0
            ORDER BY year_roll.id DESC LIMIT 1
            """
        ) { row in
            YearRoll(
                id: row.integer(0), year: row.int(1), version: row.integer(2), preparedBy: row.integer(3),
                preparer: PersonName(stored: row.text(4), given: row.text(5), patronymic: row.text(6)),
                preparedAt: row.integer(7), confirmedAt: row.integer(8),
                confirmer: row.isNull(9)
                    ? nil : PersonName(stored: row.text(9), given: row.text(10), patronymic: row.text(11)))
        }
    }

    /// What every class does unless somebody says otherwise.
    static func proposal(for year: Int, country: Country, school: Int64, in connection: Connection) throws
        -> YearPlan
    {
        let lastDay = SchoolCalendar.lastDay(of: year - 1).description
        let classes = try connection.all(
            """
            SELECT class.id, class.grade, class.letter,
                (SELECT count(*) FROM enrolment WHERE enrolment.school_id = class.school_id
                    AND enrolment.group_id = class.id AND enrolment.from_day <= \(lastDay)
                    AND enrolment.to_day >= \(lastDay)),
                (SELECT count(*) FROM page WHERE page.school_id = class.school_id AND page.class_id = class.id),
                person.surname, person.given, person.patronymic
            FROM class
            LEFT JOIN class_teacher ON class_teacher.school_id = class.school_id
                AND class_teacher.class_id = class.id AND class_teacher.to_day >= \(lastDay)
            LEFT JOIN person ON person.school_id = class_teacher.school_id AND person.id = class_teacher.person_id
            WHERE class.school_id = \(school) AND class.year = \(year - 1)
            ORDER BY class.sort_key, class.id, class_teacher.from_day DESC
            """
        ) { row in
            let name = ClassName(grade: row.int(1), letter: row.text(2))
            let usual = YearPlan.usual(for: name, lastGrade: country.profile.grades.upperBound)
            return YearPlan.ClassDeed(
                id: row.integer(0), name: name, students: row.int(3),
                leader: row.isNull(5)
                    ? nil : PersonName(stored: row.text(5), given: row.text(6), patronymic: row.text(7)),
                pages: row.int(4), deed: usual.deed, letter: name.letter, keepsTeachers: usual.keepsTeachers)
        }
        let end = try connection.first(
            "SELECT max(to_day) FROM term WHERE school_id = \(school) AND year = \(year - 1)"
        ) { Day($0.text(0)) }
        let once = classes.reduce(into: [YearPlan.ClassDeed]()) { list, one in
            if list.last?.id != one.id { list.append(one) }
        }
        let leaving = (end ?? nil) ?? Day(year: year, month: 5, day: 31) ?? .forever
        return YearPlan(year: year, leavingDay: leaving, classes: once)
    }

    /// Puts what was prepared over the proposal.
    static func fill(_ plan: inout YearPlan, from roll: YearRoll, _ school: Int64, in connection: Connection) throws {
        let day = try connection.first(
            "SELECT leaving_day FROM year_roll WHERE school_id = \(school) AND id = \(roll.id)"
        ) { Day($0.text(0)) }
        plan.leavingDay = (day ?? nil) ?? plan.leavingDay
        var kept: [Int64: (deed: YearPlan.Deed, letter: String, keeps: Bool)] = [:]
        try connection.each(
            """
            SELECT class_id, deed, letter, keeps_teachers FROM year_roll_class
            WHERE school_id = \(school) AND roll_id = \(roll.id) ORDER BY class_id
            """
        ) { row in
            kept[row.integer(0)] = (YearPlan.Deed(rawValue: row.text(1)) ?? .stop, row.text(2), row.bool(3))
        }
        for index in plan.classes.indices {
            guard let one = kept[plan.classes[index].id] else { continue }
            plan.classes[index].deed = one.deed
            plan.classes[index].letter = one.letter
            plan.classes[index].keepsTeachers = one.keeps
        }
        plan.repeaters = try connection.all(
            """
            SELECT student_id, class_id FROM year_roll_student
            WHERE school_id = \(school) AND roll_id = \(roll.id) ORDER BY student_id
            """
        ) { YearPlan.Repeater(student: $0.integer(0), joins: $0.integer(1)) }
        plan.moves = try moves(in: roll, school: school, in: connection)
        let merges = try connection.all(
            """
            SELECT class_id, into_id FROM year_roll_merge
            WHERE school_id = \(school) AND roll_id = \(roll.id) ORDER BY class_id
            """
        ) { (classID: $0.integer(0), into: $0.integer(1)) }
        for index in plan.classes.indices {
            guard let merge = merges.first(where: { $0.classID == plan.classes[index].id }) else { continue }
            plan.classes[index].deed = .join
            plan.classes[index].joins = merge.into
        }
    }

    /// Who goes up into another class, as far as the student still has one.
    private static func moves(in roll: YearRoll, school: Int64, in connection: Connection) throws -> [YearPlan.Move] {
        let lastDay = SchoolCalendar.lastDay(of: roll.year - 1).description
        let moves = try connection.all(
            """
            SELECT move.student_id, move.letter, class.id FROM year_roll_move AS move
            JOIN enrolment ON enrolment.school_id = move.school_id AND enrolment.student_id = move.student_id
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WHERE move.school_id = \(school) AND move.roll_id = \(roll.id) AND class.year = \(roll.year - 1)
                AND enrolment.from_day <= \(lastDay) AND enrolment.to_day >= \(lastDay)
            ORDER BY move.student_id, class.id
            """
        ) { YearPlan.Move(student: $0.integer(0), letter: $0.text(1), from: $0.integer(2)) }
        return Dictionary(moves.map { ($0.student, $0) }) { first, _ in first }.values
            .sorted { $0.student < $1.student }
    }

    /// How many of each class do not go with it.
    static func staying(in roll: YearRoll, school: Int64, in connection: Connection) throws -> [Int64: Int] {
        let lastDay = SchoolCalendar.lastDay(of: roll.year - 1).description
        var found: [Int64: Int] = [:]
        try connection.each(
            """
            SELECT class.id, count(*) FROM (
                SELECT school_id, student_id FROM year_roll_student WHERE school_id = \(school) AND roll_id = \(roll.id)
                UNION ALL
                SELECT school_id, student_id FROM year_roll_move WHERE school_id = \(school) AND roll_id = \(roll.id)
            ) AS other
            JOIN enrolment ON enrolment.school_id = other.school_id AND enrolment.student_id = other.student_id
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WHERE class.school_id = \(school) AND class.year = \(roll.year - 1) AND enrolment.from_day <= \(lastDay)
                AND enrolment.to_day >= \(lastDay)
            GROUP BY class.id ORDER BY class.id
            """
        ) { found[$0.integer(0)] = $0.int(1) }
        return found
    }

    static func pupils(of classID: Int64, school: Int64, in connection: Connection) throws -> [Pupil] {
        let year = try connection.first("SELECT year FROM class WHERE school_id = \(school) AND id = \(classID)") {
            $0.int(0)
        }
        guard let year else { throw Refusal.notFound }
        let lastDay = SchoolCalendar.lastDay(of: year).description
        return try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(classID)
                AND enrolment.from_day <= \(lastDay) AND enrolment.to_day >= \(lastDay)
            ORDER BY person.sort_key, person.id
            """
        ) { row in
            Pupil(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)))
        }
    }
}
