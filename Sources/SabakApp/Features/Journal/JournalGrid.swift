import SchoolRules
import Web

/// The grid: students by lessons. Thousands of cells, so it is built from pieces made once.
struct JournalGrid {
    let sheet: JournalSheet
    let language: Language
    let now: Moment
    private let signs: GridSigns
    private let weights, maxima: [Int]
    private let days: [String]

    init(_ sheet: JournalSheet, language: Language, now: Moment) {
        self.sheet = sheet
        self.language = language
        self.now = now
        signs = GridSigns(sheet)
        weights = sheet.lessons.map(sheet.weight(of:))
        maxima = sheet.lessons.map(sheet.maximum(of:))
        days = sheet.lessons.map(\.day.description)
    }

    /// - Parameters:
    ///   - title: the page and the term in words.
    func html(person: Int64, csrf: String, title: String) -> HTML {
        var html = HTML(capacity: 24_000 + sheet.students.count * sheet.lessons.count * 22)
        let page = sheet.page.id
        html.append(
            """
            <table class="grid" id="grid" data-page="\(page)" data-person="\(person)" data-csrf="\(csrf)" \
            data-lang="\(language.rawValue)" data-history="/pages/\(page)/cells/{lesson}/{student}" \
            data-codes="\(signs.codesJSON)" data-scale="\(signs.scaleJSON)" \
            \(way)data-texts="\(GridTexts.attribute[language])">
            <caption class="sr">\(JournalTexts.caption(title)[language])</caption>

            """)
        GridHead(sheet: sheet, language: language, now: now, weights: weights, maxima: maxima).append(to: &html)
        html.append(markup: "<tbody>\n")
        var tally = MarkTally()
        for row in sheet.students.indices { append(row: row, &tally, to: &html) }
        html.append(markup: "</tbody>\n</table>\n")
        return html
    }

    /// What the script does not count itself: pages that show a per cent, or no number.
    private var way: HTML? {
        sheet.reading.regime.way == .marks ? nil : "data-way=\"\(sheet.reading.regime.way.rawValue)\" "
    }

    private func append(row: Int, _ tally: inout MarkTally, to html: inout HTML) {
        let student = sheet.students[row]
        let hasLeft = student.lastDay < now.day.description
        html.append(markup: "<tr data-s=\"")
        html.append(number: student.id)
        html.append(markup: "\"")
        if hasLeft { html.append(markup: " class=\"left\"") }
        appendBase(student, to: &html)
        html.append(markup: "><th scope=\"row\">")
        html.append(text: student.name)
        html.append(markup: "</th>")
        tally.clear()
        appendCells(row, student, &tally, to: &html)
        let sum = tally.sum(signs, sheet.reading, student.elsewhere)
        append(number: sheet.reading.number(of: sum), of: student, to: &html)
        html.append(markup: "</tr>\n")
    }

    private func appendCells(
        _ row: Int, _ student: JournalStudent, _ tally: inout MarkTally, to html: inout HTML
    ) {
        let count = days.count
        let isAlways =
            student.stays.count == 1 && student.individual.isEmpty
            && student.stays[0].from <= (days.first ?? "") && student.stays[0].to >= (days.last ?? "")
        let end = isAlways ? count : columnAfterLeaving(row, student)
        for column in 0..<end {
            let isMember = isAlways || student.isMember(on: days[column])
            if let cell = sheet.cell(row, column) {
                append(cell, row, column, isMember: isMember, to: &html)
                if let first = cell.first { tally.add(first) }
                if let second = cell.second { tally.add(second) }
            } else if isMember, student.exempt.contains(where: { $0.contains(days[column]) }) {
                html.append("<td class=\"free\" data-free=\"\(exemptSign)\"></td>")
            } else if isMember {
                html.append(markup: "<td></td>")
            } else {
                html.append(markup: "<td class=\"out\"></td>")
            }
        }
        guard end < count else { return }
        let day = Day(student.lastDay) ?? .forever
        html.append(
            """
            <td class="gone" colspan="\(count - end)"><span>\
            \(JournalTexts.left(day, to: student.destination, language))</span></td>
            """)
    }

    private func foreign(_ row: Int, _ column: Int) -> ForeignMark? {
        sheet.foreign.isEmpty
            ? nil
            : sheet.foreign[CellPlace(lesson: sheet.lessons[column].id, student: sheet.students[row].id)]
    }

    private var exemptSign: String { AssessmentCode.exempt.label[sheet.page.recordLanguage] }

    /// The first column after the student's last day, and after everything that was entered for the student.
    private func columnAfterLeaving(_ row: Int, _ student: JournalStudent) -> Int {
        var end = days.count
        while end > 0, days[end - 1] > student.lastDay, sheet.cell(row, end - 1) == nil { end -= 1 }
        return end
    }

    private func append(_ cell: SheetCell, _ row: Int, _ column: Int, isMember: Bool, to html: inout HTML) {
        html.append(markup: "<td")
        let due = sheet.due(row, column)
        appendClasses(
            cell, isMember: isMember, due: due, isForeign: foreign(row, column) != nil, to: &html)
        html.append(markup: " data-v=\"")
        html.append(number: cell.version)
        html.append(markup: "\"")
        appendWeights(cell, weights[column], to: &html)
        if cell.commentSlot >= 0 { html.append(" title=\"\(sheet.comment(row, column))\"") }
        if let mark = foreign(row, column) { html.append(" data-by=\"\(mark.words(language))\"") }
        if let due { html.append(" data-due=\"\(JournalTexts.due(due)[language])\"") }
        html.append(markup: ">")
        signs.append(cell, beside: maxima[column], to: &html)
        html.append(markup: "</td>")
    }

    private func appendClasses(
        _ cell: SheetCell, isMember: Bool, due: Day?, isForeign: Bool, to html: inout HTML
    ) {
        let isLate = cell.isLate && !cell.isEmpty
        guard isLate || cell.commentSlot >= 0 || !isMember || due != nil || isForeign else { return }
        let owes = due.map { $0 < now.day ? "owes past" : "owes" }
        let classes = [
            isMember ? nil : "out", isLate ? "late" : nil, cell.commentSlot >= 0 ? "note" : nil, owes,
            isForeign ? "by" : nil,
        ]
        html.append(" class=\"\(classes.compactMap { $0 }.joined(separator: " "))\"")
    }

    /// The weights of a cell's marks, where one differs from the column's.
    private func appendWeights(_ cell: SheetCell, _ weight: Int, to html: inout HTML) {
        guard let first = cell.first, first.weight != weight || cell.second.map({ $0.weight != weight }) ?? false
        else { return }
        let weights = cell.marks.map { decimal(sheet.reading.weight(Int($0.weight), kind: Int($0.kind))) }
        html.append(" data-wt=\"\(weights.joined(separator: "/"))\"")
    }

    private func appendBase(_ student: JournalStudent, to html: inout HTML) {
        let marks = student.elsewhere.marks
        guard !marks.isEmpty else { return }
        let weight = marks.reduce(0) { $0 + $1.weight }
        let sum = marks.reduce(0) { $0 + $1.numeric * $1.weight }
        html.append(" data-base=\"\(decimal(sum))/\(decimal(weight))\"")
    }

    /// The average opens to its count.
    private func appendCount(of student: JournalStudent, to html: inout HTML) {
        html.append(markup: "<a href=\"/pages/")
        html.append(number: sheet.page.id)
        html.append(markup: "/counts/")
        html.append(number: student.id)
        html.append(markup: "?term=")
        html.append(number: Int64(sheet.term.number))
        html.append(markup: "\"><span class=\"sr\">")
        html.append(text: JournalTexts.count[language])
        html.append(markup: ", ")
        html.append(text: student.name)
        html.append(markup: "</span></a>")
    }

    private func append(number: Fraction?, of student: JournalStudent, to html: inout HTML) {
        html.append(markup: "<td class=\"avg\">")
        let isPercent = sheet.reading.regime.countsPercent
        html.append(text: number.map { SubjectNumber($0, isPercent: isPercent).shown(in: language) } ?? "—")
        html.append(markup: "<svg class=\"meter\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\"")
        html.append(markup: " aria-hidden=\"true\"><rect width=\"")
        html.append(number: number.map(signs.share) ?? 0)
        html.append(markup: "\" height=\"4\"/></svg>")
        if sheet.page.lessons == nil, sheet.term.number > 0 { appendCount(of: student, to: &html) }
        html.append(markup: "</td>")
    }
}

/// The marks of a row, counted by what they are: so many equal marks weigh as one of their whole weight.
private struct MarkTally {
    private var groups: [(mark: SheetCell.Mark, count: Int)] = []

    mutating func clear() { groups.removeAll(keepingCapacity: true) }

    mutating func add(_ mark: SheetCell.Mark) {
        for index in groups.indices where groups[index].mark.isLike(mark) {
            groups[index].count += 1
            return
        }
        groups.append((mark, 1))
    }

    func sum(_ signs: GridSigns, _ reading: MarkReading, _ elsewhere: MarkSum) -> MarkSum {
        var sum = elsewhere
        for (mark, count) in groups {
            reading.add(
                signs.numeric(mark), kind: Int(mark.kind), weight: Int(mark.weight), maximum: Int(mark.maximum),
                times: count, to: &sum)
        }
        return sum
    }
}

extension SheetCell.Mark {
    fileprivate func isLike(_ other: SheetCell.Mark) -> Bool {
        value == other.value && weight == other.weight && kind == other.kind && maximum == other.maximum
            && isForeign == other.isForeign
    }
}

/// Hundredths as a program reads them: 150 is `1.5`.
func decimal(_ hundredths: Int) -> String { decimal(Fraction(hundredths: hundredths)) }

/// A number as a program reads it, to four decimals at most.
func decimal(_ number: Fraction) -> String {
    guard number.denominator != 1 else { return String(number.numerator) }
    var text = number.rounded(decimals: 4, separator: ".")
    while text.hasSuffix("0") { text.removeLast() }
    return text
}
