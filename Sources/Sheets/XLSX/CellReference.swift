/// Places of cells such as `AB12` and `A1:C3`.
enum CellReference {
    /// The column of a place, from 1; nil when there are no letters.
    static func column(_ reference: UnsafePointer<CChar>) -> Int? {
        var column = 0
        var position = reference
        while let letter = letter(UInt8(bitPattern: position.pointee)), column < 1 << 20 {
            column = column * 26 + letter
            position += 1
        }
        return column == 0 ? nil : column
    }

    private static func letter(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 64
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 96
        default: nil
        }
    }
}

extension SheetRange {
    /// `A1:C3`; nil for anything else.
    init?(reference: String) {
        let ends = reference.split(separator: ":")
        guard ends.count == 2, let first = Self.place(ends[0]), let last = Self.place(ends[1]) else { return nil }
        self.init(firstRow: first.row, firstColumn: first.column, lastRow: last.row, lastColumn: last.column)
    }

    private static func place(_ text: Substring) -> (row: Int, column: Int)? {
        let text = text.filter { $0 != "$" }
        guard let column = text.withCString(CellReference.column) else { return nil }
        return Int(text.drop { $0.isLetter }).map { ($0, column) }
    }
}
