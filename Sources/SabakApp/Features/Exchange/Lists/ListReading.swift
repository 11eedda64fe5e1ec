import SchoolRules
import Sheets

/// A file read as a list: what its columns are taken for, its rows, and what is wrong with the file as a whole.
struct ListReading: Sendable {
    let file: String
    let kind: ListKind
    private(set) var sheets: [ListSheet] = []
    /// Every sheet with something in it, also those that cannot be read as they are.
    private(set) var frames: [ListFrame] = []
    private(set) var problems = ImportProblems()

    /// - Parameter mappings: what the school has confirmed before; other columns are guessed.
    init(
        _ tables: [SheetTable], named file: String, kind: ListKind, mappings: ListMappings = .init(),
        choices: ListChoices = .init()
    ) {
        self.file = file
        self.kind = kind
        let tables = tables.map { ListGrid.unrolled($0, kind) ?? $0 }
        for table in tables where !table.rows.isEmpty {
            let isSkipped = choices.skipped.contains(table.name)
            let sheet =
                isSkipped
                ? nil
                : ListSheet(
                    table, file: file, kind: kind, isOnly: tables.count == 1, mappings: mappings, choices: choices,
                    &problems)
            if let sheet { sheets.append(sheet) }
            frames.append(ListFrame(table, kind, mappings, choices, sheet))
        }
        let isAnyWanted = frames.contains { !choices.skipped.contains($0.name) }
        if !problems.hasErrors, sheets.isEmpty, isAnyWanted, let first = frames.first {
            problems.add(
                .missingColumn(kind.needed[0]),
                at: ImportPlace(file: file, sheet: tables.count == 1 ? nil : first.name))
        }
        if !problems.hasErrors, sheets.allSatisfy(\.rows.isEmpty) {
            problems.add(.noRows, at: ImportPlace(file: file))
        }
        for row in sheets.flatMap(\.rows) {
            for column in row.brokenColumns { problems.add(.brokenFormula, at: row.place(column)) }
        }
    }

    /// The mappings of the sheets, to be changed and kept.
    var mappings: [ListMapping] { frames.map { ListMapping(kind, $0.guesses) } }

    /// The same with some rows left out. Problems of those rows are no longer in the way.
    func rejecting(_ places: Set<RowPlace>) -> ListReading {
        var copy = self
        copy.sheets = sheets.map { sheet in
            sheet.rejecting(Set(places.filter { $0.sheet == sheet.place.sheet }.map(\.row)))
        }
        copy.problems = problems.leavingOut(places)
        return copy
    }
}

/// A sheet for the screen on which columns are matched.
struct ListFrame: Sendable {
    let name: String
    /// The number of the header's row; nil where there is none.
    let headerRow: Int?
    let guesses: [ColumnGuess]
    /// The first rows below the header, as they stand in the file.
    let samples: [SheetRow]
    let isRead: Bool
    /// Whether a person has said that the sheet is not to be read.
    let isSkipped: Bool
    /// Rows of the sheet, titles and totals included.
    let rowCount: Int

    init(
        _ table: SheetTable, _ kind: ListKind, _ mappings: ListMappings, _ choices: ListChoices, _ sheet: ListSheet?
    ) {
        name = table.name
        rowCount = table.rows.count
        isSkipped = choices.skipped.contains(table.name)
        isRead = sheet != nil
        if let sheet {
            headerRow = sheet.headerRow
            guesses = sheet.guesses
            samples = sheet.rows.prefix(10).map(\.cells)
        } else {
            let layout = ListLayout(
                table.repeatingMergedRows(), kind, mappings, chosenHeader: choices.headerRows[table.name])
            headerRow = layout.headerRow
            guesses = layout.blocks.first?.guesses ?? []
            samples = layout.blocks.first?.rows.prefix(10).map(\.row) ?? []
        }
    }
}

/// A row of a file.
struct RowPlace: Hashable, Codable, Sendable {
    let sheet: String?
    let row: Int

    init(sheet: String?, row: Int) {
        self.sheet = sheet
        self.row = row
    }

    init?(_ place: ImportPlace) {
        guard let row = place.row else { return nil }
        self.init(sheet: place.sheet, row: row)
    }
}
