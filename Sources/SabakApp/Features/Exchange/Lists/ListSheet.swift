import Foundation
import SchoolRules
import Sheets

/// One sheet of a list with its header understood.
struct ListSheet {
    let place: ImportPlace
    let name: String
    private(set) var rows: [ListRow] = []
    /// Rows above the header: titles, `Предмет: Математика`.
    private(set) var titles: [SheetRow] = []
    private(set) var columns: [ListColumn: Int] = [:]
    private var headers: [ListColumn: String] = [:]

    /// Nil where no header is found, which is a problem unless the sheet is empty.
    init?(_ table: SheetTable, file: String, kind: ListKind, isOnly: Bool, _ problems: inout ImportProblems) {
        name = table.name
        place = ImportPlace(file: file, sheet: isOnly ? nil : table.name)
        guard !table.rows.isEmpty else { return nil }
        if table.hasLostLetters {
            problems.add(.lostLetters, at: place)
            return nil
        }
        let index = Self.headerIndex(table, kind)
        let header = table.rows[index]
        titles = Array(table.rows[..<index])
        read(header, kind, &problems)
        guard isWhole(kind, sheet: table.name, header.number, &problems) else { return nil }
        rows = table.rows[(index + 1)...].map { ListRow(cells: $0, columns: columns, headers: headers, place: place) }
    }

    /// The row, among the first, that names most columns.
    private static func headerIndex(_ table: SheetTable, _ kind: ListKind) -> Int {
        var best = (index: 0, count: 0)
        for (index, row) in table.rows.prefix(15).enumerated() {
            let count = Set(row.texts.compactMap { ListColumn.named($0, in: kind) }).count
            if count > best.count { best = (index, count) }
        }
        return best.index
    }

    private mutating func read(_ header: SheetRow, _ kind: ListKind, _ problems: inout ImportProblems) {
        for (position, cell) in header.cells.enumerated() where cell.kind != .empty {
            let text = cell.text.trimmedSpaces
            guard let column = ListColumn.named(text, in: kind) else {
                if !text.isEmpty { problems.add(.extraColumn(text), at: place.row(header.number, text)) }
                continue
            }
            if columns[column] != nil {
                problems.add(.duplicateColumn(text), at: place.row(header.number, text))
            } else {
                columns[column] = position
                headers[column] = text
            }
        }
    }

    private func isWhole(_ kind: ListKind, sheet: String, _ row: Int, _ problems: inout ImportProblems) -> Bool {
        var isWhole = true
        for group in kind.needed where !group.contains(where: { columns[$0] != nil }) {
            if group == [.schoolClass], ClassName(sheet) != nil { continue }
            let looked = group.flatMap { $0.headers.prefix(4) }
            problems.add(.missingHeader(group[0].headers[0], looked), at: place.row(row))
            isWhole = false
        }
        return isWhole
    }
}

/// One row of a list.
struct ListRow {
    private let cells: SheetRow
    private let columns: [ListColumn: Int]
    private let headers: [ListColumn: String]
    private let sheet: ImportPlace

    init(cells: SheetRow, columns: [ListColumn: Int], headers: [ListColumn: String], place: ImportPlace) {
        self.cells = cells
        self.columns = columns
        self.headers = headers
        sheet = place
    }

    var number: Int { cells.number }

    /// The text under a column, composed and without outer spaces; empty where there is none.
    subscript(column: ListColumn) -> String {
        columns[column].map { cells[$0].precomposedStringWithCanonicalMapping.trimmedSpaces } ?? ""
    }

    func has(_ column: ListColumn) -> Bool { columns[column] != nil }

    func cell(_ column: ListColumn) -> Sheets.SheetCell {
        guard let position = columns[column], cells.cells.indices.contains(position) else {
            return Sheets.SheetCell.empty
        }
        return cells.cells[position]
    }

    /// Where a column of this row is.
    func place(_ column: ListColumn) -> ImportPlace { sheet.row(number, headers[column] ?? column.headers[0]) }

    var place: ImportPlace { sheet.row(number) }

    /// Whether nothing stands under any known column but the running number.
    var isBlank: Bool { columns.keys.allSatisfy { $0 == .ordinal || self[$0].isEmpty } }
}
