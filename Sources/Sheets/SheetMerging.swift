extension SheetTable {
    /// The value of each merged rectangle repeated down its left column, where a list means "the same for all of
    /// these": a class over its pupils, a heading over two rows. Cells that hold something stay; rows that are not
    /// there are not made. Gives up, with the table as it was, above as many repetitions as the table has cells
    /// allowed.
    public func repeatingMergedRows(limits: SheetLimits = .standard) -> SheetTable {
        let tall = merged.filter { $0.firstRow < $0.lastRow && $0.firstColumn >= 1 }
        guard !tall.isEmpty else { return self }
        var copy = self
        var left = limits.cells
        for range in tall {
            var index = Self.index(of: range.firstRow, in: rows)
            guard index < rows.count, rows[index].number == range.firstRow else { continue }
            let column = range.firstColumn - 1
            guard rows[index].cells.indices.contains(column) else { continue }
            let value = rows[index].cells[column]
            index += 1
            while index < rows.count, rows[index].number <= range.lastRow {
                left -= max(1, column + 1 - copy.rows[index].cells.count)
                guard left >= 0 else { return self }
                copy.rows[index].put(value, at: column)
                index += 1
            }
        }
        return copy
    }

    /// The first row with this number or a greater one.
    private static func index(of number: Int, in rows: [SheetRow]) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension SheetRow {
    fileprivate mutating func put(_ cell: SheetCell, at column: Int) {
        if column >= cells.count {
            cells.append(contentsOf: repeatElement(.empty, count: column + 1 - cells.count))
        }
        if cells[column].kind == .empty { cells[column] = cell }
    }
}

/// Days as spreadsheets count them.
public enum SheetSerial {
    /// The day `YYYY-MM-DD` of a serial number that lost its date format. Excel's own calendar, with its 29 February
    /// 1900; nil for negative numbers, parts of a day before the first and years after 9999.
    public static func day(_ serial: Double, startsIn1904: Bool = false) -> String? {
        XLSXDate(serial: serial, startsIn1904: startsIn1904)?.text(.date)
    }
}
