/// Cuts UTF-8 text into rows, one at a time.
struct CSVParser {
    let separator: UInt8
    private let text: [UInt8]
    private let isStrict: Bool
    private let limits: SheetLimits
    private var position = 0
    private var line = 1
    private var cellCount = 0

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    init(_ text: [UInt8], separator: UInt8, isStrict: Bool, limits: SheetLimits) {
        self.text = text
        self.separator = separator
        self.isStrict = isStrict
        self.limits = limits
    }

    /// The next row, cut after its last text: a blank line has no cells. Nil at the end of the text.
    mutating func next() throws(SheetProblem) -> SheetRow? {
        guard position < text.count else { return nil }
        var row = SheetRow(number: line, cells: [])
        var filled = 0
        repeat {
            let cell = try nextCell(row)
            row.cells.append(cell)
            if cell.kind != .empty { filled = row.cells.count }
            try count(row)
        } while skip(separator)
        skipLineEnd()
        row.cells.removeSubrange(filled...)
        return row
    }

    mutating func skipLine() {
        position = endOfBareCell(stopsAtSeparator: false)
        skipLineEnd()
    }

    private mutating func nextCell(_ row: SheetRow) throws(SheetProblem) -> SheetCell {
        var content: [UInt8] = []
        if position < text.count, text[position] == Self.quote {
            content = try quoted(row)
        }
        let end = endOfBareCell(stopsAtSeparator: true)
        if content.isEmpty {
            content = Array(text[position..<end])
        } else {
            content.append(contentsOf: text[position..<end])
        }
        position = end
        return content.isEmpty ? .empty : SheetCell(String(decoding: content, as: UTF8.self))
    }

    private mutating func quoted(_ row: SheetRow) throws(SheetProblem) -> [UInt8] {
        var content: [UInt8] = []
        let column = row.cells.count + 1
        position += 1
        while true {
            guard let end = text[position...].firstIndex(of: Self.quote) else {
                throw SheetProblem(.unterminatedQuote, row: row.number, column: column, detail: "never closed")
            }
            countLines(position..<end)
            content.append(contentsOf: text[position..<end])
            position = end + 1
            guard skip(Self.quote) else { break }
            content.append(Self.quote)
        }
        if isStrict, position < text.count, endOfBareCell(stopsAtSeparator: true) != position {
            throw SheetProblem(.brokenQuote, row: row.number, column: column, detail: "text after the closing quote")
        }
        return content
    }

    private func endOfBareCell(stopsAtSeparator: Bool) -> Int {
        var end = position
        while end < text.count {
            let byte = text[end]
            if byte == Self.lineFeed || byte == Self.carriageReturn || (stopsAtSeparator && byte == separator) { break }
            end += 1
        }
        return end
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipLineEnd() {
        guard position < text.count else { return }
        let isReturn = skip(Self.carriageReturn)
        if skip(Self.lineFeed) || isReturn { line += 1 }
    }

    private mutating func countLines(_ range: Range<Int>) {
        for index in range {
            let byte = text[index]
            let isPair = byte == Self.carriageReturn && index + 1 < text.count && text[index + 1] == Self.lineFeed
            if byte == Self.lineFeed || (byte == Self.carriageReturn && !isPair) { line += 1 }
        }
    }

    private mutating func count(_ row: SheetRow) throws(SheetProblem) {
        cellCount += 1
        if cellCount > limits.cells || row.cells.count > limits.columns || line > limits.rows {
            throw SheetProblem(.tooManyCells, row: row.number, column: row.cells.count)
        }
    }
}
