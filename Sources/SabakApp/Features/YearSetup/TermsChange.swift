import SchoolRules
import Web

/// A term as it is kept.
struct TermRow: Sendable, Identifiable {
    let id: Int64
    let kind: TermKind
    let number, gradeFrom, gradeTo: Int
    let from, to: Day
    let isClosed: Bool
}

/// The terms of the year as somebody wishes them, with what is wrong with the wish.
struct TermsChange: Sendable {
    struct Line: Sendable {
        let term: TermRow
        var from, to, grades: String
        var isRemoved = false
        /// The term as wished, where all that was typed can be read.
        var wished: TermRow?
    }

    private(set) var lines: [Line]
    private(set) var problems = FormProblems()

    /// The terms as they are.
    init(_ rows: [TermRow]) {
        lines = rows.map {
            Line(
                term: $0, from: $0.from.description, to: $0.to.description,
                grades: GradeRange.words($0.gradeFrom, $0.gradeTo), wished: $0)
        }
    }

    init(_ rows: [TermRow], form: Form, year: Int) {
        lines = rows.map { row in
            Line(
                term: row, from: form["from-\(row.id)"] ?? row.from.description,
                to: form["to-\(row.id)"] ?? row.to.description,
                grades: form["grades-\(row.id)"] ?? GradeRange.words(row.gradeFrom, row.gradeTo),
                isRemoved: form["remove-\(row.id)"] == "1")
        }
        for index in lines.indices { read(index, year: year) }
        checkClosed()
        if problems.isEmpty { checkTogether() }
    }

    /// The terms that change, with what they were.
    var changed: [(before: TermRow, after: TermRow)] {
        lines.filter { !$0.isRemoved }.compactMap { line in
            guard let wished = line.wished, !wished.isSame(as: line.term) else { return nil }
            return (line.term, wished)
        }
    }

    var removed: [TermRow] { lines.filter(\.isRemoved).map(\.term) }

    /// The grades whose terms are others than before, from the lowest to the highest.
    var grades: ClosedRange<Int> {
        let touched = removed + changed.flatMap { [$0.before, $0.after] }
        return (touched.map(\.gradeFrom).min() ?? 0)...(touched.map { max($0.gradeFrom, $0.gradeTo) }.max() ?? 99)
    }

    /// The first day on which lessons may differ.
    var firstDay: Day? {
        let days = changed.flatMap { change -> [Day] in
            let (before, after) = change
            let isOther = before.gradeFrom != after.gradeFrom || before.gradeTo != after.gradeTo
            return (before.from != after.from || isOther ? [min(before.from, after.from)] : [])
                + (before.to != after.to ? [min(before.to, after.to)] : [])
        }
        return (days + removed.map(\.from)).min()
    }

    private mutating func read(_ index: Int, year: Int) {
        let line = lines[index]
        let id = line.term.id
        guard !line.isRemoved else { return }
        guard let from = Day(line.from), let to = Day(line.to) else {
            problems["from-\(id)"] = YearSetupTexts.noDay
            return
        }
        guard let grades = GradeRange.read(line.grades) else {
            problems["grades-\(id)"] = YearSetupTexts.badGrades
            return
        }
        if to < from { problems["to-\(id)"] = YearSetupTexts.reversed }
        let years = [from, to].map(SchoolCalendar.schoolYear(containing:))
        if years.contains(where: { $0 != year }) { problems["from-\(id)"] = YearSetupTexts.outsideYear(year) }
        lines[index].wished = TermRow(
            id: id, kind: line.term.kind, number: line.term.number, gradeFrom: grades.lowerBound,
            gradeTo: grades.upperBound, from: from, to: to, isClosed: line.term.isClosed)
    }

    /// What was closed is a document: its reopening is not the deputy's to decide.
    private mutating func checkClosed() {
        for line in lines where line.term.isClosed {
            let isSame = line.wished?.isSame(as: line.term) ?? false
            if line.isRemoved || !isSame { problems["from-\(line.term.id)"] = YearSetupTexts.closed }
        }
    }

    private mutating func checkTogether() {
        let wished = lines.filter { !$0.isRemoved }.compactMap(\.wished).sorted { ($0.from, $0.id) < ($1.from, $1.id) }
        for (index, term) in wished.enumerated() {
            for earlier in wished[..<index] {
                if let problem = term.conflict(with: earlier) { problems["from-\(term.id)"] = problem }
            }
        }
    }
}

extension TermRow {
    func isSame(as other: TermRow) -> Bool {
        from == other.from && to == other.to && gradeFrom == other.gradeFrom && gradeTo == other.gradeTo
    }

    /// Why two terms cannot both be, the other beginning first.
    func conflict(with earlier: TermRow) -> Text? {
        guard gradeFrom <= earlier.gradeTo, earlier.gradeFrom <= gradeTo else { return nil }
        if kind == earlier.kind, number == earlier.number, gradeFrom == earlier.gradeFrom {
            return YearSetupTexts.sameTerm
        }
        guard from <= earlier.to else { return nil }
        return YearSetupTexts.overlap(YearSetupTexts.term(self), YearSetupTexts.term(earlier))
    }
}

/// A term to be added.
struct NewTerm: Sendable {
    let kind, number, grades, from, to: String
    private(set) var problems = FormProblems()
    private(set) var term: TermRow?

    init(_ form: Form, among rows: [TermRow], year: Int) {
        kind = form["kind"] ?? ""
        number = form["number"] ?? ""
        grades = form["grades"] ?? ""
        from = form["from"] ?? ""
        to = form["to"] ?? ""
        read(among: rows, year: year)
    }

    private mutating func read(among rows: [TermRow], year: Int) {
        guard let termKind = TermKind(rawValue: kind) else {
            problems["kind"] = YearSetupTexts.badNumber
            return
        }
        guard let count = Int(number), (1...12).contains(count) else {
            problems["number"] = YearSetupTexts.badNumber
            return
        }
        guard let range = GradeRange.read(grades) else {
            problems["grades"] = YearSetupTexts.badGrades
            return
        }
        guard let first = Day(from) else {
            problems["from"] = YearSetupTexts.noDay
            return
        }
        guard let last = Day(to) else {
            problems["to"] = YearSetupTexts.noDay
            return
        }
        if last < first {
            problems["to"] = YearSetupTexts.reversed
            return
        }
        if [first, last].contains(where: { SchoolCalendar.schoolYear(containing: $0) != year }) {
            problems["from"] = YearSetupTexts.outsideYear(year)
            return
        }
        let wished = TermRow(
            id: 0, kind: termKind, number: count, gradeFrom: range.lowerBound, gradeTo: range.upperBound, from: first,
            to: last, isClosed: false)
        let conflicts = rows.compactMap { row in
            row.from <= wished.from ? wished.conflict(with: row) : row.conflict(with: wished)
        }
        if let conflict = conflicts.first { problems["from"] = conflict } else { term = wished }
    }
}
