import SchoolRules
import Store
import Web

/// The final marks of a student in a year, by subject, whatever page they were set on.
struct StudentFinals: Sendable {
    struct Row: Sendable {
        let subject: Int64
        let name: Names
        /// Periods with what stands, and the page that it stands on.
        var finals: [FinalKey: (page: Int64, record: RecordLanguage, final: StandingFinal)] = [:]
    }

    let terms: [FinalTerm]
    let rows: [Row]

    /// The periods of which any mark stands, in their order.
    var keys: [FinalKey] {
        let all = terms.map(\.key) + [.year, .exam, .final]
        return all.filter { key in rows.contains { $0.finals[key] != nil } }
    }

    static func read(
        of student: Int64, year: Int, grade: Int, school: Int64, in connection: Connection
    ) throws -> StudentFinals {
        var rows: [Row] = []
        try connection.each(
            """
            SELECT subject.id, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en, page.id,
                page.record_language, final_mark.period, final_mark.value, final_mark.scale, final_mark.proposed,
                final_mark.expected, final_mark.reason, final_mark.previous, final_mark.changed_at,
                final_mark.entered_by, final_mark.version
            FROM final_mark
            JOIN page ON page.school_id = final_mark.school_id AND page.id = final_mark.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE final_mark.school_id = \(school) AND final_mark.student_id = \(student) AND page.year = \(year)
                AND final_mark.value <> ''
            ORDER BY subject.position, subject.id, final_mark.period, final_mark.changed_at
            """
        ) { row in
            guard let key = FinalKey(row.text(7)) else { return }
            if rows.last?.subject != row.integer(0) {
                rows.append(
                    Row(
                        subject: row.integer(0),
                        name: Names(ky: row.text(1), ru: row.text(2), kk: row.text(3), en: row.text(4))))
            }
            let record = RecordLanguage(rawValue: row.text(6)) ?? .ru
            rows[rows.count - 1].finals[key] = (row.integer(5), record, StandingFinal(row, from: 8))
        }
        let terms = rows.isEmpty ? [] : try FinalQueries.terms(year: year, school: school, in: connection)
        return StudentFinals(terms: terms.filter { $0.gradeFrom <= grade && grade <= $0.gradeTo }, rows: rows)
    }
}
