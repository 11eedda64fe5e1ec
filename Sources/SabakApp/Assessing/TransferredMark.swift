import SchoolRules
import Store

/// A mark that a newcomer brought from the former school: a current one of a day, or the final one of a term.
struct TransferredMark: Sendable {
    let id, page, student: Int64
    let studentName: PersonName
    /// Nil for a current mark.
    let key: FinalKey?
    /// Nil for the mark of a term.
    let day: Day?
    let value, scale: String
    let kind: Int
    /// Hundredths.
    let weight: Int
    /// The former school.
    let source: String
    let at: Int64
    let by: PersonName

    /// Those of these pages that stand, in order of students and days.
    static func all(on pages: [Int64], school: Int64, in connection: Connection) throws -> [TransferredMark] {
        try connection.all(
            """
            SELECT transferred_mark.id, transferred_mark.page_id, transferred_mark.student_id, student.surname,
                student.given, student.patronymic, transferred_mark.period, transferred_mark.day,
                transferred_mark.value, transferred_mark.scale, transferred_mark.kind_id, transferred_mark.weight,
                transferred_mark.source, transferred_mark.at, author.surname, author.given, author.patronymic
            FROM transferred_mark
            JOIN person AS student ON student.school_id = transferred_mark.school_id
                AND student.id = transferred_mark.student_id
            JOIN person AS author ON author.school_id = transferred_mark.school_id
                AND author.id = transferred_mark.by_person
            WHERE transferred_mark.school_id = \(school) AND transferred_mark.page_id IN \(list: pages)
                AND transferred_mark.withdrawn_at = 0
            ORDER BY student.sort_key, student.id, transferred_mark.period, transferred_mark.day, transferred_mark.id
            """
        ) { row in
            TransferredMark(
                id: row.integer(0), page: row.integer(1), student: row.integer(2),
                studentName: PersonName(stored: row.text(3), given: row.text(4), patronymic: row.text(5)),
                key: FinalKey(row.text(6)), day: Day(row.text(7)), value: row.text(8), scale: row.text(9),
                kind: row.int(10), weight: row.int(11), source: row.text(12), at: row.integer(13),
                by: PersonName(stored: row.text(14), given: row.text(15), patronymic: row.text(16)))
        }
    }

    /// As a mark of the journal.
    var stored: StoredMark {
        StoredMark(value: value, page: scale, own: "", kind: kind, weight: weight, maximum: 0)
    }

    /// As a final mark of the year's terms.
    var final: StandingFinal {
        StandingFinal(
            value: value, scale: scale, proposed: "", expected: "", reason: source, previous: "", changedAt: at, by: 0,
            version: 0)
    }
}
