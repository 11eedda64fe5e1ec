/// One cell as a person would read it, and as the file stored it.
public struct SheetCell: Sendable, Equatable {
    /// An `error` is a formula that came to nothing; it has no text, `stored` is what the screen shows: `#N/A`.
    public enum Kind: Sendable { case empty, text, number, date, boolean, error }

    /// What a person sees: a date is `2026-09-01`, a time `08:30`, both `2026-09-01 08:30`, a truth `TRUE`.
    public var text: String
    /// Cells of CSV are `text` or `empty`: nothing is guessed from their looks.
    public var kind: Kind
    private var raw: String?

    public init(_ text: String, kind: Kind = .text, stored: String? = nil) {
        self.text = text
        self.kind = kind
        self.raw = stored == text ? nil : stored
    }

    public static let empty = SheetCell("", kind: .empty)

    /// The text in the file: the serial number of a date, `2.0512200912345E13` of a long number.
    public var stored: String { raw ?? text }

    /// The file holds the number in scientific form, as in `2,05E+13`. In CSV its digits are lost; in a workbook
    /// they are lost only when `stored` has fewer than `text`.
    public var isScientific: Bool { NumberText.isScientific(stored.utf8) }
}

/// One row with something in it.
public struct SheetRow: Sendable, Equatable {
    /// From 1, as in the file. In CSV the physical line on which the row starts, as editors count.
    public var number: Int
    /// From column 1, gaps filled, empty cells at the end cut off.
    public var cells: [SheetCell]

    public init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }

    public var texts: [String] { cells.map(\.text) }

    /// The text in a column counted from 0; empty beyond the end.
    public subscript(column: Int) -> String {
        cells.indices.contains(column) ? cells[column].text : ""
    }
}

/// A rectangle of merged cells, from 1, both ends included. Its value stays in the top left cell.
public struct SheetRange: Sendable, Equatable {
    public var firstRow: Int
    public var firstColumn: Int
    public var lastRow: Int
    public var lastColumn: Int

    public init(firstRow: Int, firstColumn: Int, lastRow: Int, lastColumn: Int) {
        self.firstRow = firstRow
        self.firstColumn = firstColumn
        self.lastRow = lastRow
        self.lastColumn = lastColumn
    }
}

/// A sheet of a workbook, or a CSV file. Rows without any text are left out; the numbers of the others tell.
public struct SheetTable: Sendable, Equatable {
    public var name: String
    public var rows: [SheetRow]
    /// Merged cells of a workbook.
    public var merged: [SheetRange]
    /// Serial numbers of days count from 1904 instead of 1900.
    public var startsIn1904: Bool
    /// How the text of a CSV file was encoded.
    public var encoding: TextEncoding?
    /// What parted the cells of a CSV file.
    public var separator: Character?

    public init(
        name: String, rows: [SheetRow], merged: [SheetRange] = [], startsIn1904: Bool = false,
        encoding: TextEncoding? = nil, separator: Character? = nil
    ) {
        self.name = name
        self.rows = rows
        self.merged = merged
        self.startsIn1904 = startsIn1904
        self.encoding = encoding
        self.separator = separator
    }

    /// Columns of the widest row.
    public var width: Int { rows.reduce(0) { max($0, $1.cells.count) } }

    /// Letters were already lost when the file was saved: `Ж?з?мбетов`. True when the first row of two or more cells
    /// has a question mark inside a word, or three cells below do. Save as "CSV UTF-8" or .xlsx instead.
    public var hasLostLetters: Bool {
        let header = rows.first { row in row.cells.count { $0.kind != .empty } > 1 }
        if let header, header.cells.contains(where: { LostLetters.areMissing(in: $0.text) }) { return true }
        var found = 0
        for row in rows {
            for cell in row.cells where cell.kind == .text && LostLetters.areMissing(in: cell.text) {
                found += 1
                if found == 3 { return true }
            }
        }
        return false
    }
}
