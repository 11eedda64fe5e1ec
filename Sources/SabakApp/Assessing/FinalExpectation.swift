import SchoolRules
import Store

/// What the rule gives for final marks that stand already: kept up to date when marks behind them change, so that
/// objectivity compares with the marks there are and not with those there were.
enum FinalExpectation {
    /// Looks again at the final marks of these students, for the terms of the lessons that were written.
    static func refresh(_ page: FoundPage, students: [Int64], days: [Day], on today: Day, in writing: Writing) throws {
        let (school, connection) = (writing.school, writing.connection)
        guard !students.isEmpty,
            try connection.count(
                """
                SELECT count(*) FROM final_mark WHERE school_id = \(school) AND page_id = \(page.id)
                    AND student_id IN \(list: students) AND value <> ''
                """) > 0
        else { return }
        var whole = page
        // A substitute writes one lesson; what the rule gives looks at the term.
        whole.lessons = nil
        let time = try LocalTime.of(school, in: connection)
        let grade = try CellQueries.grade(of: page, school: school, in: connection)
        let terms = try FinalQueries.terms(year: page.year, school: school, in: connection)
            .filter { $0.gradeFrom <= grade && grade <= $0.gradeTo }
        for term in terms where days.contains(where: { term.from <= $0 && $0 <= term.to }) {
            let place = try FinalPlace(whole, term.key, on: today, school: school, time: time, in: connection)
            let sheet = try FinalSheet.read(place, of: students, school: school, in: connection)
            for line in sheet.lines { try keep(line, term.key, page: page.id, in: writing) }
        }
    }

    private static func keep(_ line: FinalLine, _ key: FinalKey, page: Int64, in writing: Writing) throws {
        let expected = line.proposal.byRule?.value ?? ""
        guard let standing = line.standing[key], !standing.value.isEmpty, standing.expected != expected else { return }
        try writing.connection.run(
            """
            UPDATE final_mark SET expected = \(expected)
            WHERE school_id = \(writing.school) AND page_id = \(page) AND period = \(key.stored)
                AND student_id = \(line.student)
            """)
    }
}
