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
        guard place.debts.rule.turnsInto != nil, place.key.period == .term else { return found }
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
        let terms = try FinalQueries.terms(year: page.year, school: school, in: connection)
            .filter { $0.gradeFrom <= grade && grade <= $0.gradeTo }
        for (index, term) in terms.enumerated() {
            // Half-year marking counts the term before as well.
            let from = index > 0 ? terms[index - 1].from : term.from
            guard days.contains(where: { from <= $0 && $0 <= term.to }) else { continue }
            try refresh(page, term.key, students: students, on: today, in: writing)
        }
    }

    /// Looks again at every final mark that stands in an open term, after a rule of the school has changed.
    static func refreshOpen(year: Int, on today: Day, in writing: Writing) throws {
        let standing = try writing.connection.all(
            """
            SELECT DISTINCT final_mark.page_id, final_mark.period FROM final_mark
            JOIN page ON page.school_id = final_mark.school_id AND page.id = final_mark.page_id
            WHERE final_mark.school_id = \(writing.school) AND page.year = \(year) AND final_mark.value <> ''
                AND final_mark.period NOT IN ('year', 'exam', 'final')
            ORDER BY final_mark.page_id, final_mark.period
            """
        ) { ($0.integer(0), FinalKey($0.text(1))) }
        // A rule changes once in a term or never: pages are looked at one by one.
        for case (let id, let key?) in standing {
            if let page = try FinderQueries.page(id, school: writing.school, in: writing.connection) {
                try refresh(page, key, students: nil, on: today, in: writing)
            }
        }
    }

    private static func refresh(
        _ page: FoundPage, _ key: FinalKey, students: [Int64]?, on today: Day, in writing: Writing
    ) throws {
        let (school, connection) = (writing.school, writing.connection)
        var whole = page
        // A substitute writes one lesson; what the rule gives looks at the term.
        whole.lessons = nil
        let place = try FinalPlace(
            whole, key, on: today, school: school, time: LocalTime.of(school, in: connection), in: connection)
        guard students != nil || place.closing == nil else { return }
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
