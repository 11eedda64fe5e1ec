import SchoolRules
import Sheets

/// What the rows of a sheet are: titles, a header of one or two rows, people, totals below.
struct ListLayout {
    /// A header and the rows below it, up to the next header of another form.
    struct Block {
        var headers: [String]
        var guesses: [ColumnGuess]
        var rows: [Line] = []
    }
    struct Line {
        var row: SheetRow
        /// The class of the title between the rows, above this one.
        var schoolClass: ClassName?
        /// The part of a plan, or the day of a timetable, of the title above this row.
        var heading: String?
    }

    private(set) var titles: [SheetRow] = []
    /// The number of the header's last row; nil where there is no header and contents told the columns.
    private(set) var headerRow: Int?
    private(set) var blocks: [Block] = []
    /// Totals and signatures.
    private(set) var foot: [SheetRow] = []
    /// How many columns the header names.
    private(set) var namedColumns = 0

    /// No list has more columns; what lies further right is not looked at.
    static let widest = 300

    private let table: SheetTable
    private let kind: ListKind
    private let mappings: ListMappings
    private var schoolClass: ClassName?
    private var heading: String?

    /// - Parameters:
    ///   - table: with merged rows repeated.
    ///   - chosenHeader: the number of the header's row as a person has said; 0 where there is none.
    init(_ table: SheetTable, _ kind: ListKind, _ mappings: ListMappings, chosenHeader: Int? = nil) {
        self.table = table
        self.kind = kind
        self.mappings = mappings
        let found = chosenHeader == nil ? header() : header(at: chosenHeader ?? 0)
        var first = 0
        var headers: [String] = []
        if let found {
            first = found.end
            headers = found.headers
            headerRow = table.rows[found.end - 1].number
            titles = Array(table.rows[..<found.start])
        }
        open(headers, below: first)
        for index in first..<max(first, table.rows.count) { take(index) }
        cutFoot()
    }

    // MARK: The header

    private func named(_ texts: [String]) -> Int {
        let exact = Set(texts.compactMap { ListColumn.named($0, in: kind) })
        guard texts.count(where: { !$0.isEmpty }) > 1 else { return exact.count * 2 }
        let words = Set(texts.compactMap { HeaderWords.column($0, in: kind) })
        return exact.count * 2 + words.subtracting(exact).count
    }

    private func meanings(_ texts: [String]) -> Int {
        Set(texts.compactMap { ListColumn.named($0, in: kind) ?? HeaderWords.column($0, in: kind) }).count
    }

    /// A header of words nobody knows: below it columns look like something that it does not look like itself.
    private func unknownHeader() -> (start: Int, end: Int, headers: [String])? {
        guard let index = table.rows.prefix(40).firstIndex(where: { $0.cells.count { $0.kind != .empty } > 1 }) else {
            return nil
        }
        let header = table.rows[index]
        let contents = ColumnContents(kind, taken: [])
        let likeness = header.cells.indices.map { column -> Bool? in
            let below = table.rows[(index + 1)...].prefix(60).map { row in
                row.cells.indices.contains(column) ? row.cells[column] : Sheets.SheetCell.empty
            }
            guard let meaning = contents.column(Array(below)), meaning != .ordinal else { return nil }
            return contents.column([header.cells[column]]) == meaning
        }
        guard likeness.contains(false), !likeness.contains(true) else { return nil }
        return (index, index + 1, tidy(header))
    }

    /// The row, among the first, that names most columns, with the row above or below where both make one header.
    private func header() -> (start: Int, end: Int, headers: [String])? {
        var best = (index: 0, score: 0)
        for (index, row) in table.rows.prefix(40).enumerated() {
            let texts = tidy(row)
            let kept = mappings.mapping(kind, headers: texts) == nil ? 0 : 1000
            let score = named(texts) + kept
            if score > best.score { best = (index, score) }
        }
        guard best.score > 0 else { return unknownHeader() }
        let texts = tidy(table.rows[best.index])
        if best.index > 0, let both = joined(best.index - 1, best.index), meanings(both) > meanings(texts) {
            return (best.index - 1, best.index + 1, both)
        }
        if best.index + 1 < table.rows.count, let both = joined(best.index, best.index + 1),
            meanings(both) > meanings(texts)
        {
            return (best.index, best.index + 2, both)
        }
        return (best.index, best.index + 1, texts)
    }

    /// The row a person has chosen, with the one above where both make one header.
    private func header(at row: Int) -> (start: Int, end: Int, headers: [String])? {
        guard row > 0, let index = table.rows.firstIndex(where: { $0.number == row }) else { return nil }
        if let found = header(), found.end == index + 1 { return found }
        return (index, index + 1, tidy(table.rows[index]))
    }

    /// Two rows as one header: `Мать` over two columns and `ФИО`, `Телефон` below it. Nil where the second holds data.
    private func joined(_ upper: Int, _ lower: Int) -> [String]? {
        let (top, bottom) = (table.rows[upper], table.rows[lower])
        guard bottom.number == top.number + 1 else { return nil }
        let below = tidy(bottom)
        guard below.contains(where: { !$0.isEmpty }), below.allSatisfy(isHeading) else { return nil }
        let above = spread(top)
        return (0..<max(above.count, below.count)).map { column in
            let (one, other) = (column < above.count ? above[column] : "", column < below.count ? below[column] : "")
            return other.isEmpty || one == other ? one : one.isEmpty ? other : one + " " + other
        }
    }

    /// A cell merged over columns stands for each of them.
    private func spread(_ row: SheetRow) -> [String] {
        var texts = tidy(row)
        for range in table.merged where (range.firstRow...max(range.firstRow, range.lastRow)).contains(row.number) {
            guard range.lastColumn > range.firstColumn, texts.indices.contains(range.firstColumn - 1) else { continue }
            let last = min(range.lastColumn, max(table.width, range.firstColumn))
            while texts.count < last { texts.append("") }
            for column in range.firstColumn - 1..<last where texts[column].isEmpty {
                texts[column] = texts[range.firstColumn - 1]
            }
        }
        return texts
    }

    private func isHeading(_ text: String) -> Bool {
        text.count(where: \.isNumber) < 3 && ClassCell.read(text)?.letter.count != 1
    }

    private func tidy(_ row: SheetRow) -> [String] {
        row.cells.prefix(Self.widest).map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    // MARK: The rows

    private mutating func open(_ headers: [String], below first: Int) {
        let samples = table.rows[min(first, table.rows.count)...].prefix(60)
        let guessing = ColumnGuessing(
            kind, headers: headers, samples: Array(samples), mapping: mappings.mapping(kind, headers: headers))
        // A column that was said to hold nothing names nothing.
        if blocks.isEmpty { namedColumns = guessing.guesses.count { $0.column != nil && $0.certainty > .contents } }
        blocks.append(Block(headers: headers, guesses: guessing.guesses))
    }

    private mutating func take(_ index: Int) {
        let row = table.rows[index]
        let texts = tidy(row)
        let filled = Set(texts.filter { !$0.isEmpty } + row.cells.filter { $0.kind == .error }.map(\.stored))
        if isHeader(texts, filled.count) {
            if texts.map(searchFold) != blocks[blocks.count - 1].headers.map(searchFold) {
                open(texts, below: index + 1)
            }
        } else if isCount(texts) {
            return
        } else if filled.count == 1, let text = texts.first(where: { !$0.isEmpty }), takeTitle(text, row) {
            return
        } else if isFoot(row, filled.count) {
            foot.append(row)
        } else {
            blocks[blocks.count - 1].rows.append(Line(row: row, schoolClass: schoolClass, heading: heading))
        }
    }

    /// A header again, on a new page or above the next class.
    private func isHeader(_ texts: [String], _ filled: Int) -> Bool {
        guard filled > 1, headerRow != nil else { return false }
        let known = texts.count { !$0.isEmpty && ListColumn.named($0, in: kind) != nil }
        return known > 1 && known * 2 > filled
    }

    /// Columns counted below a header: 1, 2, 3 …
    private func isCount(_ texts: [String]) -> Bool {
        let numbers = texts.filter { !$0.isEmpty }.map { Int($0) }
        return numbers.count > 2 && numbers.indices.allSatisfy { numbers[$0] == $0 + 1 }
    }

    /// A row of one text: the name of a class, a day or a part of the plan for the rows below, or a line of the foot.
    private mutating func takeTitle(_ text: String, _ row: SheetRow) -> Bool {
        if FootWords.isTotal(text) || FootWords.isSignature(text) {
            foot.append(row)
            return true
        }
        switch kind {
        case .students, .load, .timetable:
            if kind == .timetable, let day = text.split(separator: ",").first, ListValues.weekday(String(day)) != nil {
                heading = String(day)
                return true
            }
            guard let name = ClassCell.title(text) else { return false }
            schoolClass = name
            return true
        case .plan:
            guard isMergedOverTopic(row) else { return false }
            heading = text
            return true
        case .staff:
            return false
        }
    }

    private func isMergedOverTopic(_ row: SheetRow) -> Bool {
        guard let topic = position(.topic) else { return false }
        return table.merged.contains { range in
            range.firstRow == row.number && range.firstColumn <= topic + 1 && range.lastColumn > topic
                && range.lastColumn > range.firstColumn
        }
    }

    private func position(_ column: ListColumn) -> Int? {
        blocks[blocks.count - 1].guesses.first { $0.column == column }?.position
    }

    /// The cell without which a row of this list says nothing.
    private func key(_ row: SheetRow) -> String? {
        let keys: [ListColumn] =
            switch kind {
            case .students, .staff: [.surname, .fullName, .teacher]
            case .load, .timetable: [.subject]
            case .plan: [.topic]
            }
        return keys.lazy.compactMap(position).first.map { row[$0].trimmedSpaces }
    }

    private func isFoot(_ row: SheetRow, _ filled: Int) -> Bool {
        guard let key = key(row), filled <= 5 else { return false }
        let texts = row.texts.map(\.trimmedSpaces).filter { !$0.isEmpty }
        let isCount = !key.contains(where: \.isLetter)
        if FootWords.isTotal(key) || (isCount && texts.contains(where: FootWords.isTotal)) { return true }
        guard kind != .plan, kind != .timetable else { return false }
        let begins = texts.first.map { FootWords.isSignature($0) || FootWords.isTotal($0) } ?? false
        let isNobody = NameCell(key).person == nil || key == texts.first || key.first?.isNumber == true
        return begins && isNobody
    }

    /// Rows behind the last with a key of its own that hold next to nothing: `М. П.`, a date, a name under a line.
    private mutating func cutFoot() {
        guard var last = blocks.last, let seen = foot.map(\.number).max() else { return }
        while let line = last.rows.last, line.row.number > seen, (key(line.row) ?? "").isEmpty {
            foot.append(line.row)
            last.rows.removeLast()
        }
        blocks[blocks.count - 1] = last
    }
}
