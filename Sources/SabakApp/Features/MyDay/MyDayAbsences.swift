import SchoolRules
import Store

/// Somebody of the day's classes who is not there, or is announced not to come.
struct MyAbsence: Sendable {
    let student: Int64
    let name: PersonName
    let className: ClassName
    let category: AbsenceCategory
    /// nil for an announcement that no lesson has confirmed yet.
    let seen: Place?
    let isByFamily: Bool

    /// The code and the numbers of the first and the last lesson at which it was entered.
    struct Place: Sendable {
        let code: Int
        var first, last: Int
    }
}

extension MyDayQueries {
    /// A student of the day's groups, in the order of classes and names.
    private struct Member: Sendable, Equatable {
        let student: Int64
        let name: PersonName
        let className: ClassName

        func absent(_ category: AbsenceCategory, _ seen: MyAbsence.Place?, _ isByFamily: Bool) -> MyAbsence {
            MyAbsence(
                student: student, name: name, className: className, category: category, seen: seen,
                isByFamily: isByFamily)
        }
    }

    /// The absent of a day among the students of these groups: entered at any lesson, or announced.
    static func absences(of groups: [Int64], on day: Day, dayBegins: Int64, school: Int64, in connection: Connection)
        throws -> [MyAbsence]
    {
        guard !groups.isEmpty else { return [] }
        let members = try members(of: groups, on: day, school: school, in: connection)
        let seen = try entered(of: groups, on: day, dayBegins: dayBegins, school: school, in: connection)
        let announced = try announced(on: day, school: school, in: connection)
        let entered = members.compactMap { member in
            seen[member.student].flatMap { $0.category.isAbsent ? member.absent($0.category, $0.place, false) : nil }
        }
        return entered
            + members.compactMap { member in
                guard seen[member.student] == nil else { return nil }
                return announced[member.student].map { member.absent($0.category, nil, $0.isByFamily) }
            }
    }

    /// The students of the groups, each once, with the class of the day.
    private static func members(of groups: [Int64], on day: Day, school: Int64, in connection: Connection) throws
        -> [Member]
    {
        let today = day.description
        return try connection.fact("in groups \(groups) \(day)") {
            try connection.all(
                """
                SELECT person.id, person.surname, person.given, person.patronymic, class.grade, class.letter
                FROM (SELECT DISTINCT student_id FROM enrolment
                    WHERE school_id = \(school) AND group_id IN \(list: groups) AND from_day <= \(today)
                        AND to_day >= \(today)) AS member
                JOIN person ON person.school_id = \(school) AND person.id = member.student_id
                JOIN enrolment AS homeroom ON homeroom.school_id = person.school_id
                    AND homeroom.student_id = person.id AND homeroom.from_day <= \(today)
                    AND homeroom.to_day >= \(today)
                JOIN class ON class.school_id = homeroom.school_id AND class.id = homeroom.group_id
                WHERE person.school_id = \(school)
                ORDER BY class.sort_key, person.sort_key, person.id
                """
            ) { row in
                Member(
                    student: row.integer(0),
                    name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                    className: ClassName(grade: row.int(4), letter: row.text(5)))
            }
        }
    }

    private struct Seen {
        var category: AbsenceCategory
        var place: MyAbsence.Place
    }

    /// What the last lesson with an attendance entry says of each student, and since when the student is absent.
    private static func entered(
        of groups: [Int64], on day: Day, dayBegins: Int64, school: Int64, in connection: Connection
    ) throws -> [Int64: Seen] {
        let today = day.description
        let rows = try connection.all(
            """
            SELECT entry.student_id, lesson.number, entry.value
            FROM (SELECT DISTINCT student_id FROM enrolment
                WHERE school_id = \(school) AND group_id IN \(list: DiaryWeekQueries.padded(groups))
                    AND from_day <= \(today) AND to_day >= \(today)) AS member
            JOIN entry ON entry.school_id = \(school) AND entry.student_id = member.student_id
                AND entry.changed_at >= \(dayBegins) AND entry.slot = 0 AND entry.value <> ''
            JOIN lesson ON lesson.school_id = entry.school_id AND lesson.id = entry.lesson_id
                AND lesson.day = \(today) AND lesson.is_cancelled = 0
            WHERE entry.school_id = \(school)
            ORDER BY entry.student_id, lesson.start_minute
            """
        ) { (student: $0.integer(0), number: $0.int(1), code: Int($0.text(2)) ?? 0) }
        guard !rows.isEmpty else { return [:] }
        let codes = try SchoolFacts.absenceCodes(school: school, in: connection)
        var seen: [Int64: Seen] = [:]
        for row in rows {
            guard let code = codes.first(where: { $0.id == row.code }) else { continue }
            var place = MyAbsence.Place(code: code.id, first: row.number, last: row.number)
            if let before = seen[row.student], before.category.isAbsent, code.category.isAbsent {
                place.first = before.place.first
            }
            seen[row.student] = Seen(category: code.category, place: place)
        }
        return seen
    }

    private struct Announced: Sendable, Equatable {
        let category: AbsenceCategory
        let isByFamily: Bool
    }

    /// Who in the school is announced not to come, by the announcement made last.
    private static func announced(on day: Day, school: Int64, in connection: Connection) throws -> [Int64: Announced] {
        let today = day.description
        return try connection.fact("announced \(day)") {
            var found: [Int64: Announced] = [:]
            try connection.each(
                """
                SELECT student_id, category,
                    EXISTS (SELECT 1 FROM guardian WHERE guardian.school_id = absence_notice.school_id
                        AND guardian.guardian_id = absence_notice.by_person
                        AND guardian.student_id = absence_notice.student_id)
                FROM absence_notice
                WHERE school_id = \(school) AND from_day <= \(today) AND to_day >= \(today) AND withdrawn_at = 0
                ORDER BY at, id
                """
            ) { row in
                found[row.integer(0)] = Announced(
                    category: AbsenceCategory(rawValue: row.text(1)) ?? .unknown, isByFamily: row.bool(2))
            }
            return found
        }
    }
}
