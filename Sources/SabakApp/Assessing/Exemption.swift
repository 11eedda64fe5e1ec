import SchoolRules
import Store

/// A student freed from a subject between two days.
struct Exemption: Sendable {
    let id, student, subject: Int64
    let studentName: PersonName
    let subjectName: Names
    let from, to: Day
    let basis: String
    let by: PersonName

    var stay: Stay { Stay(from: from.description, to: to.description) }

    /// The exemptions from a subject that touch these days, by student.
    static func stays(subject: Int64, from: Day, to: Day, school: Int64, in connection: Connection) throws
        -> [Int64: [Stay]]
    {
        try connection.fact("exempt \(subject) \(from) \(to)") {
            var found: [Int64: [Stay]] = [:]
            try connection.each(
                """
                SELECT student_id, from_day, to_day FROM exemption
                WHERE school_id = \(school) AND subject_id = \(subject) AND withdrawn_at = 0
                    AND from_day <= \(to.description) AND to_day >= \(from.description)
                ORDER BY student_id, from_day
                """
            ) { found[$0.integer(0), default: []].append(Stay(from: $0.text(1), to: $0.text(2))) }
            return found
        }
    }

    /// All exemptions that touch these days, by subject and student.
    static func all(from: Day, to: Day, school: Int64, in connection: Connection) throws -> [Int64: [Int64: [Stay]]] {
        var found: [Int64: [Int64: [Stay]]] = [:]
        try connection.each(
            """
            SELECT subject_id, student_id, from_day, to_day FROM exemption
            WHERE school_id = \(school) AND withdrawn_at = 0 AND from_day <= \(to.description)
                AND to_day >= \(from.description)
            ORDER BY subject_id, student_id, from_day
            """
        ) { row in
            found[row.integer(0), default: [:]][row.integer(1), default: []].append(
                Stay(from: row.text(2), to: row.text(3)))
        }
        return found
    }

    /// Whether a student is exempt for a whole period: freed from more than half of the lessons.
    static func holds(_ days: [String], _ stays: [Stay]) -> Bool {
        let freed = days.count { day in stays.contains { $0.contains(day) } }
        return freed * 2 > days.count
    }

    /// The exemptions of the students of a class, those in force first.
    static func all(ofClass classID: Int64, on today: Day, school: Int64, in connection: Connection) throws
        -> [Exemption]
    {
        try connection.all(
            """
            SELECT exemption.id, exemption.student_id, exemption.subject_id, student.surname, student.given,
                student.patronymic, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
                exemption.from_day, exemption.to_day, exemption.basis, author.surname, author.given, author.patronymic
            FROM exemption
            JOIN person AS student ON student.school_id = exemption.school_id AND student.id = exemption.student_id
            JOIN person AS author ON author.school_id = exemption.school_id AND author.id = exemption.by_person
            JOIN subject ON subject.school_id = exemption.school_id AND subject.id = exemption.subject_id
            WHERE exemption.school_id = \(school) AND exemption.withdrawn_at = 0
                AND exemption.student_id IN (SELECT pupil.student_id FROM enrolment AS pupil
                    WHERE pupil.school_id = \(school) AND pupil.group_id = \(classID))
            ORDER BY CASE WHEN exemption.to_day >= \(today.description) THEN 0 ELSE 1 END, student.sort_key,
                student.id, exemption.from_day
            """
        ) { row in
            Exemption(
                id: row.integer(0), student: row.integer(1), subject: row.integer(2),
                studentName: PersonName(stored: row.text(3), given: row.text(4), patronymic: row.text(5)),
                subjectName: Names(ky: row.text(6), ru: row.text(7), kk: row.text(8), en: row.text(9)),
                from: Day(row.text(10)) ?? .forever, to: Day(row.text(11)) ?? .forever, basis: row.text(12),
                by: PersonName(stored: row.text(13), given: row.text(14), patronymic: row.text(15)))
        }
    }
}
