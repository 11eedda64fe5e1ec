import SchoolRules
import Store

/// Averages run over all pages of a subject that a student was on in the term.
enum CellAverages {
    /// The marks that count, by student.
    static func marks(
        on pages: [Int64: String], students: [Int64], from: Day, to: Day, debts: DebtReading, school: Int64,
        in connection: Connection
    ) throws -> [Int64: [WeightedMark]] {
        var marks: [Int64: [WeightedMark]] = [:]
        let scales = pages.mapValues(SchoolFacts.scale)
        try connection.each(
            """
            SELECT entry.student_id, lesson.page_id, entry.value, entry.weight FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
            WHERE lesson.school_id = \(school) AND lesson.page_id IN \(list: pages.keys.sorted())
                AND lesson.day BETWEEN \(from.description) AND \(to.description)
                AND entry.student_id IN \(list: students) AND entry.slot > 0 AND entry.value <> ''
            ORDER BY lesson.page_id, lesson.day, lesson.start_minute, entry.student_id, entry.slot
            """
        ) { row in
            guard let numeric = scales[row.integer(1)]?.numeric(of: debts.standing(row.text(2))) else { return }
            marks[row.integer(0), default: []].append(
                WeightedMark(numeric: numeric, weight: Fraction(hundredths: row.int(3))))
        }
        return marks
    }

    /// The average of each student in the page's subject and the term.
    static func averages(
        of students: [Int64], on page: FoundPage, others: [OtherPage], from: Day, to: Day, debts: DebtReading,
        school: Int64, in connection: Connection
    ) throws -> [Int64: Fraction] {
        var pages = [page.id: page.scale]
        for other in others { pages[other.page] = other.scale }
        return try marks(
            on: pages, students: students, from: from, to: to, debts: debts, school: school, in: connection
        )
        .compactMapValues(weightedAverage)
    }
}
