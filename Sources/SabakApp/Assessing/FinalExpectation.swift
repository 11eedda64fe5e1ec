import SchoolRules
import Store

/// What the rule gives for final marks that stand already: kept up to date when marks behind them change, so that
/// objectivity compares with the marks there are and not with those there were.
///
/// A debt turns by its day alone, when nobody writes: what the rule will give from then on is kept beside what it
/// gives.
enum FinalExpectation {
    /// What is kept, as it reads on a day.
    static func value(_ stored: String, on day: Day) -> String {
        stored.utf8.contains(UInt8(ascii: ";")) ? Dated(stored: stored)?.value(on: day) ?? "" : stored
    }

    /// What the rule gives these lines, today and after each day on which a debt of theirs turns.
    static func of(_ lines: [FinalLine], _ place: FinalPlace, school: Int64, in connection: Connection) throws
        -> [Int64: Dated<String>]
    {
        let today = place.debts.today
        var found = Dictionary(
            lines.map { ($0.student, Dated($0.proposal.byRule?.value ?? "")) }, uniquingKeysWith: { first, _ in first })
        guard place.debts.rule.turns, place.key.period == .term else { return found }
        let dues = Dictionary(
            lines.map { ($0.student, Set($0.marks.compactMap(\.due).filter { $0 >= today })) },
            uniquingKeysWith: { first, _ in first })
        // Days on which something is due are few: each is one look at the students who owe it.
        for due in dues.values.reduce(into: Set<Day>(), { $0.formUnion($1) }).sorted() {
            let next = due.adding(1)
            let debtors = dues.filter { $0.value.contains(due) }.keys.sorted()
            let later = try FinalSheet.read(
                place.looked(on: next), of: debtors, school: school, in: connection)
            for line in later.lines {
                found[line.student] = found[line.student]?.changed(to: line.proposal.byRule?.value ?? "", from: next)
            }
        }
        return found
    }

    /// Looks again at the final marks of these students, for the terms whose number these days enter.
    static func refresh(_ page: FoundPage, students: [Int64], days: [Day], on today: Day, in writing: Writing) throws {
        let (school, connection) = (writing.school, writing.connection)
        guard !students.isEmpty,
            try connection.count(
                """
                SELECT count(*) FROM final_mark WHERE school_id = \(school) AND page_id = \(page.id)
                    AND student_id IN \(list: students) AND value <> ''
                """) > 0
        else { return }
        let grade = try CellQueries.grade(of: page, school: school, in: connection)
        let year = try FinalYear(
            page.year, grade: grade, on: today, school: school, time: LocalTime.of(school, in: connection),
            in: connection)
        let terms = year.closings.terms(of: grade)
        for (index, term) in terms.enumerated() {
            // Half-year marking counts the term before as well.
            let from = index > 0 ? terms[index - 1].from : term.from
            guard days.contains(where: { from <= $0 && $0 <= term.to }) else { continue }
            try refresh(page, grade, term.key, of: year, students: students, in: writing)
        }
    }

    /// Looks again at the final marks that stand in open terms, after a rule of the school or the year has changed.
    /// - Parameter key: of this term alone.
    static func refreshOpen(
        _ place: RegimePlace = .everywhere, _ key: FinalKey? = nil, year: Int, on today: Day, in writing: Writing
    ) throws {
        let (school, connection) = (writing.school, writing.connection)
        let whole = try FinalYear(
            year, on: today, school: school, time: LocalTime.of(school, in: connection), in: connection)
        for standing in try standing(year: year, in: writing) {
            // Terms may have left the grade while their marks stand.
            let term = whole.closings.terms(of: standing.grade).first { $0.key == standing.key }
            guard let term, whole.closings.closing(of: term) == nil, key == nil || key == standing.key,
                place.holds(grade: standing.grade, subject: standing.subject),
                let page = try FinderQueries.page(standing.page, school: school, in: connection)
            else { continue }
            try refresh(page, standing.grade, standing.key, of: whole, students: nil, in: writing)
        }
    }

    private struct Standing {
        let page: Int64
        let key: FinalKey
        let grade: Int
        /// The subject's code in the catalogue.
        let subject: String
    }

    /// The pages and terms of which final marks stand.
    private static func standing(year: Int, in writing: Writing) throws -> [Standing] {
        try writing.connection.all(
            """
            SELECT page.id, stands.period, \(CellQueries.gradeOfPage), subject.code FROM page
            JOIN (SELECT DISTINCT final_mark.page_id, final_mark.period FROM final_mark
                WHERE final_mark.school_id = \(writing.school) AND final_mark.value <> ''
                    AND final_mark.period NOT IN ('year', 'exam', 'final')) AS stands ON stands.page_id = page.id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(writing.school) AND page.year = \(year)
            ORDER BY page.id, stands.period
            """
        ) { row in
            FinalKey(row.text(1)).map {
                Standing(page: row.integer(0), key: $0, grade: row.int(2), subject: row.text(3))
            }
        }.compactMap { $0 }
    }

    private static func refresh(
        _ page: FoundPage, _ grade: Int, _ key: FinalKey, of year: FinalYear, students: [Int64]?, in writing: Writing
    ) throws {
        let (school, connection) = (writing.school, writing.connection)
        var whole = page
        // A substitute writes one lesson; what the rule gives looks at the term.
        whole.lessons = nil
        let place = try FinalPlace(whole, grade, key, of: year, school: school, in: connection)
        let sheet = try FinalSheet.read(place, of: students, school: school, in: connection)
        let expected = try of(sheet.lines, place, school: school, in: connection)
        for line in sheet.lines {
            try keep(expected[line.student] ?? Dated(""), of: line, key, page: page.id, in: writing)
        }
    }

    private static func keep(
        _ expected: Dated<String>, of line: FinalLine, _ key: FinalKey, page: Int64, in writing: Writing
    ) throws {
        guard let standing = line.standing[key], !standing.value.isEmpty, standing.expected != expected.stored else {
            return
        }
        try writing.connection.run(
            """
            UPDATE final_mark SET expected = \(expected.stored)
            WHERE school_id = \(writing.school) AND page_id = \(page) AND period = \(key.stored)
                AND student_id = \(line.student)
            """)
    }
}
