import Foundation
import SchoolRules
import Sheets

/// One sheet of a list with its columns understood.
struct ListSheet: Sendable {
    let place: ImportPlace
    let name: String
    private(set) var rows: [ListRow] = []
    /// Rows above the header: titles, `Предмет: Математика`.
    let titles: [SheetRow]
    /// What each column below the first header is taken for.
    let guesses: [ColumnGuess]
    /// The number of the header's row; nil where there is none.
    let headerRow: Int?
    /// The class all rows belong to that name none: by the sheet's name, or by a title above the header.
    let schoolClass: ClassName?

    /// Nil where the sheet cannot be read, which is a problem unless it is empty.
    init?(
        _ table: SheetTable, file: String, kind: ListKind, isOnly: Bool, mappings: ListMappings = .init(),
        choices: ListChoices = .init(), _ problems: inout ImportProblems
    ) {
        name = table.name
        let place = ImportPlace(file: file, sheet: isOnly ? nil : table.name)
        self.place = place
        guard !table.rows.isEmpty else { return nil }
        if table.hasLostLetters {
            problems.add(.lostLetters, at: place)
            return nil
        }
        let table = table.repeatingMergedRows()
        let layout = ListLayout(table, kind, mappings, chosenHeader: choices.headerRows[table.name])
        titles = layout.titles
        guesses = layout.blocks.first?.guesses ?? []
        headerRow = layout.headerRow
        schoolClass = Self.className(table.name, layout.titles)
        guard isWhole(layout, kind, isOnly: isOnly, table.rows[0].number, &problems) else { return nil }
        for block in layout.blocks { read(block, layout, kind, table.startsIn1904, &problems) }
        for row in layout.foot {
            problems.add(.rowLeftOut(row.texts.first { !$0.isEmpty } ?? ""), at: place.row(row.number))
        }
    }

    private static func className(_ sheet: String, _ titles: [SheetRow]) -> ClassName? {
        let bare = sheet.split(separator: ".").first.map(String.init) ?? sheet
        if let name = ClassCell.title(bare) { return name }
        return titles.lazy.flatMap(\.texts).compactMap(ClassCell.title).first
    }

    private func isWhole(
        _ layout: ListLayout, _ kind: ListKind, isOnly: Bool, _ first: Int, _ problems: inout ImportProblems
    ) -> Bool {
        let columns = Set(guesses.compactMap(\.column))
        let missing = kind.needed.filter { group in
            if group.contains(where: columns.contains) { return false }
            if group.contains(.schoolClass), schoolClass != nil || hasClasses(layout) { return false }
            return !(group == [.weekday] && layout.blocks.contains { $0.rows.contains { $0.heading != nil } })
        }
        guard !missing.isEmpty else { return true }
        // What a row without a header above was taken for, and was sent back as it was shown, makes no list of it.
        if !isOnly, layout.namedColumns == 0 || layout.headerRow == nil {
            problems.add(.sheetLeftOut, at: place)
            return false
        }
        for group in missing {
            problems.add(.missingColumn(group), at: place.row(layout.headerRow ?? first))
        }
        for guess in guesses where guess.column == nil && !guess.header.isEmpty {
            problems.add(.extraColumn(guess.header), at: place.row(layout.headerRow ?? first, guess.header))
        }
        return false
    }

    private func hasClasses(_ layout: ListLayout) -> Bool {
        layout.blocks.contains { $0.rows.contains { $0.schoolClass != nil } }
    }

    private mutating func read(
        _ block: ListLayout.Block, _ layout: ListLayout, _ kind: ListKind, _ startsIn1904: Bool,
        _ problems: inout ImportProblems
    ) {
        var columns: [ListColumn: Int] = [:]
        var headers: [ListColumn: String] = [:]
        let header = layout.headerRow ?? block.rows.first?.row.number ?? 1
        for guess in block.guesses {
            let text = guess.header.isEmpty ? Self.letters(guess.position) : guess.header
            guard let column = guess.column else {
                if !guess.header.isEmpty, guess.certainty == .none, layout.namedColumns > 0 {
                    problems.add(.extraColumn(text), at: place.row(header, text))
                }
                continue
            }
            if guess.certainty == .contents {
                problems.add(.guessedColumn(text, column.words), at: place.row(header, text))
            }
            if columns.updateValue(columns[column] ?? guess.position, forKey: column) != nil {
                problems.add(.duplicateColumn(text), at: place.row(header, text))
            } else {
                headers[column] = text
            }
        }
        let frame = ListRow.Frame(
            columns: columns, headers: headers, texts: block.headers, sheet: place, schoolClass: schoolClass,
            startsIn1904: startsIn1904)
        rows += block.rows.map { line in
            ListRow(line.row, frame, schoolClass: line.schoolClass, heading: line.heading)
        }
    }

    /// The column as spreadsheets call it: A, B … AA.
    private static func letters(_ position: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + position % 26)))
        return position < 26 ? letter : letters(position / 26 - 1) + letter
    }

    /// The sheet with some of its rows marked as left out, which still carry what others inherit from them.
    func rejecting(_ numbers: Set<Int>) -> ListSheet {
        var copy = self
        for index in rows.indices where numbers.contains(rows[index].number) { copy.rows[index].isRejected = true }
        return copy
    }
}
