import SchoolRules
import Store

/// Somebody of the day's classes who is not there, or is announced not to come.
struct MyAbsence: Sendable {
    let student: Int64
    let name: PersonName
    let className: ClassName
    let category: AbsenceCategory
    /// nil for an announcement that no lesson has confirmed yet.
    var seen: (code: Int, first: Int, last: Int)?
    let isByFamily: Bool
}

extension MyDayQueries {
    /// The absent of a day among the students of these groups: entered at any lesson, or announced.
    static func absences(of groups: [Int64], on day: Day, dayBegins: Int64, school: Int64, in connection: Connection)
        throws -> [MyAbsence]
    {
        guard !groups.isEmpty else { return [] }
        let entered = try entered(of: groups, on: day, dayBegins: dayBegins, school: school, in: connection)
        let known = Set(entered.map(\.student))
        let announced = try announced(of: groups, on: day, school: school, in: connection)
            .filter { !known.contains($0.student) }
        return entered.filter { $0.category.isAbsent } + announced
    }

    /// The last lesson of each student that has an attendance entry, and since when the student is absent.
    private static func entered(
        of groups: [Int64], on day: Day, dayBegins: Int64, school: Int64, in connection: Connection
    ) throws -> [MyAbsence] {
        let rows = try connection.all(
            """
            SELECT \(person), lesson.number, absence_code.category, absence_code.id
            FROM \(students(of: groups, on: day, school: school))
            JOIN entry ON entry.school_id = person.school_id AND entry.student_id = person.id
                AND entry.changed_at >= \(dayBegins) AND entry.slot = 0 AND entry.value <> ''
            JOIN lesson ON lesson.school_id = entry.school_id AND lesson.id = entry.lesson_id
                AND lesson.day = \(day.description) AND lesson.is_cancelled = 0
            JOIN absence_code ON absence_code.school_id = entry.school_id
                AND entry.value = CAST(absence_code.id AS text)
            WHERE person.school_id = \(school)
            ORDER BY class.sort_key, person.sort_key, person.id, lesson.start_minute
            """
        ) { absence($0, seen: ($0.int(8), $0.int(6), $0.int(6)), category: $0.text(7), isByFamily: false) }
        return rows.reduce(into: []) { found, row in
            // One line a student: the last entry, with the lesson where the absence began.
            if let last = found.last, last.student == row.student {
                var row = row
                if last.category.isAbsent, row.category.isAbsent, let first = last.seen?.first {
                    row.seen?.first = first
                }
                found[found.count - 1] = row
            } else {
                found.append(row)
            }
        }
    }

    private static func announced(of groups: [Int64], on day: Day, school: Int64, in connection: Connection) throws
        -> [MyAbsence]
    {
        let today = day.description
        let holds: SQL = """
            absence_notice.from_day <= \(today) AND absence_notice.to_day >= \(today)
                AND absence_notice.withdrawn_at = 0
            """
        // Few are announced: they are found before anything else is asked of a student.
        let isAnnounced: SQL = """
            AND EXISTS (SELECT 1 FROM absence_notice WHERE absence_notice.school_id = enrolment.school_id
                AND absence_notice.student_id = enrolment.student_id AND \(holds))
            """
        let rows = try connection.all(
            """
            SELECT \(person), absence_notice.category,
                EXISTS (SELECT 1 FROM guardian WHERE guardian.school_id = absence_notice.school_id
                    AND guardian.guardian_id = absence_notice.by_person
                    AND guardian.student_id = absence_notice.student_id)
            FROM \(students(of: groups, on: day, school: school, who: isAnnounced))
            JOIN absence_notice ON absence_notice.school_id = person.school_id
                AND absence_notice.student_id = person.id AND \(holds)
            WHERE person.school_id = \(school)
            ORDER BY class.sort_key, person.sort_key, person.id, absence_notice.at DESC
            """
        ) { absence($0, seen: nil, category: $0.text(6), isByFamily: $0.bool(7)) }
        var seen: Set<Int64> = []
        return rows.filter { seen.insert($0.student).inserted }
    }

    private static let person: SQL =
        "person.id, person.surname, person.given, person.patronymic, class.grade, class.letter"

    /// The students of the groups, each once, with the class of the day.
    private static func students(of groups: [Int64], on day: Day, school: Int64, who: SQL = "") -> SQL {
        let today = day.description
        return """
            (SELECT DISTINCT student_id FROM enrolment
                WHERE school_id = \(school) AND group_id IN \(list: groups) AND from_day <= \(today)
                    AND to_day >= \(today) \(who)) AS member
            JOIN person ON person.school_id = \(school) AND person.id = member.student_id
            JOIN enrolment AS homeroom ON homeroom.school_id = person.school_id AND homeroom.student_id = person.id
                AND homeroom.from_day <= \(today) AND homeroom.to_day >= \(today)
            JOIN class ON class.school_id = homeroom.school_id AND class.id = homeroom.group_id
            """
    }

    private static func absence(
        _ row: Row, seen: (code: Int, first: Int, last: Int)?, category: String, isByFamily: Bool
    ) -> MyAbsence {
        MyAbsence(
            student: row.integer(0),
            name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
            className: ClassName(grade: row.int(4), letter: row.text(5)),
            category: AbsenceCategory(rawValue: category) ?? .unknown,
            seen: seen, isByFamily: isByFamily)
    }
}
