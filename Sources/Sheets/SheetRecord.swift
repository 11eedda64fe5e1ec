import Foundation

/// A row read by the names of its columns.
public struct SheetRecord: Sendable {
    public let row: SheetRow
    let columns: [String: Int]

    /// The number of the row in the file, from 1.
    public var number: Int { row.number }

    /// The text under a column's name; nil when the table has no such column.
    public subscript(name: String) -> String? {
        columns[name].map { row[$0] }
    }
}

extension SheetTable {
    /// The rows below a header, by column name. `number` is the header's row in the file; without it the first row
    /// is the header. Names are trimmed of white space; of two equal names the left one counts. A table without that
    /// row has no records.
    public func records(header number: Int? = nil) -> [SheetRecord] {
        guard let index = rows.firstIndex(where: { number == nil || $0.number == number }) else { return [] }
        var columns: [String: Int] = [:]
        for (column, cell) in rows[index].cells.enumerated() {
            let name = cell.text.trimmingCharacters(in: .whitespacesAndNewlines)
            if !name.isEmpty && columns[name] == nil { columns[name] = column }
        }
        return rows[(index + 1)...].map { SheetRecord(row: $0, columns: columns) }
    }
}
