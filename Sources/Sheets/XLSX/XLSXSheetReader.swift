import Foundation

/// The cells of one sheet, gathered as its XML goes by.
final class XLSXSheetReader: XMLListener {
    private enum CellType {
        case number, shared, text, boolean, error, isoDate

        init(_ word: UnsafePointer<CChar>?) {
            guard let word else {
                self = .number
                return
            }
            switch XMLName(word) {
            case "s": self = .shared
            case "str", "inlineStr": self = .text
            case "b": self = .boolean
            case "e": self = .error
            case "d": self = .isoDate
            default: self = .number
            }
        }
    }

    /// What is left of the limit on cells of the whole workbook.
    private(set) var cellsLeft: Int

    private let name: String
    private let workbook: XLSXWorkbook
    private let limits: SheetLimits
    private var rows: [SheetRow] = []
    private var merged: [SheetRange] = []
    private var row = SheetRow(number: 0, cells: [])
    private var column = 0
    private var type = CellType.number
    private var style = 0
    private var value: [UInt8] = []
    private var inline = XLSXText()
    private var isData = false
    private var isValue = false
    private var isCell = false
    private var isInline = false

    init(_ name: String, _ workbook: XLSXWorkbook, _ limits: SheetLimits, cellsLeft: Int) {
        self.name = name
        self.workbook = workbook
        self.limits = limits
        self.cellsLeft = cellsLeft
    }

    func table() -> SheetTable {
        let isSorted = zip(rows, rows.dropFirst()).allSatisfy { $0.number <= $1.number }
        return SheetTable(
            name: name, rows: isSorted ? rows : rows.sorted { $0.number < $1.number }, merged: merged,
            startsIn1904: workbook.startsIn1904)
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if !isData {
            startOutside(name, attributes)
        } else if isCell {
            startInside(name)
        } else if name == "c" {
            startCell(attributes)
        } else if name == "row" {
            startRow(attributes)
        }
    }

    override func end(_ name: XMLName) {
        if isCell {
            endInside(name)
        } else if name == "row" {
            endRow()
        } else if name == "sheetData" {
            isData = false
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isValue {
            value.append(contentsOf: bytes)
            if value.count > 1 << 18 { refuse(.tooLarge, "one cell is too long") }
        } else if isInline, !inline.receive(bytes) {
            refuse(.tooLarge, "one cell is too long")
        }
    }

    private func startOutside(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "sheetData" {
            isData = true
        } else if name == "mergeCell", let range = attributes["ref"].flatMap(SheetRange.init(reference:)) {
            merged.append(range)
            spend(1)
        }
    }

    /// Rows and cells without a place of their own follow the one before.
    private func startRow(_ attributes: XMLAttributes) {
        row = SheetRow(number: attributes.integer("r") ?? row.number + 1, cells: [])
        column = 0
        if row.number < 1 || row.number > limits.rows || rows.count >= limits.rows { refuse(.tooManyCells, "rows") }
    }

    private func startCell(_ attributes: XMLAttributes) {
        isCell = true
        column = attributes.bytes("r").flatMap(CellReference.column) ?? column + 1
        type = CellType(attributes.bytes("t"))
        style = attributes.bytes("s").map { Int(atoi($0)) } ?? 0
        if column > limits.columns { refuse(.tooManyCells, "columns") }
        spend(1)
    }

    private func startInside(_ name: XMLName) {
        if isInline {
            inline.start(name)
        } else if name == "v" {
            isValue = true
        } else if name == "is" {
            isInline = true
        }
    }

    private func endInside(_ name: XMLName) {
        if name == "c" {
            isCell = false
            put(cell())
        } else if name == "v" {
            isValue = false
        } else if name == "is" {
            isInline = false
            value.append(contentsOf: inline.take().utf8)
        } else if isInline {
            inline.end(name)
        }
    }

    private func put(_ cell: SheetCell) {
        value.removeAll(keepingCapacity: true)
        guard cell.kind != .empty, cellsLeft >= 0, column <= limits.columns else { return }
        let gap = column - 1 - row.cells.count
        if gap < 0 {
            row.cells[column - 1] = cell
        } else {
            spend(gap)
            row.cells.append(contentsOf: repeatElement(.empty, count: gap))
            row.cells.append(cell)
        }
    }

    private func endRow() {
        if !row.cells.isEmpty { rows.append(row) }
        row.cells = []
    }

    private func cell() -> SheetCell {
        guard !value.isEmpty else { return .empty }
        let stored = String(decoding: value, as: UTF8.self)
        switch type {
        case .number:
            let shape = workbook.shapes.indices.contains(style) ? workbook.shapes[style] : .plain
            return XLSXNumber.cell(stored, shape, startsIn1904: workbook.startsIn1904)
        case .shared:
            guard let index = Int(stored), workbook.texts.indices.contains(index) else {
                refuse(.unreadable, "text \(stored) does not exist")
                return .empty
            }
            let text = workbook.texts[index]
            return text.isEmpty ? .empty : SheetCell(text)
        case .text: return SheetCell(XLSXEscapes.decoded(value))
        case .boolean:
            let isTrue = stored == "1" || stored == "true"
            return SheetCell(isTrue ? "TRUE" : "FALSE", kind: .boolean, stored: stored)
        case .error: return SheetCell("", kind: .error, stored: stored)
        case .isoDate: return XLSXNumber.isoDate(stored)
        }
    }

    private func spend(_ count: Int) {
        cellsLeft -= count
        if cellsLeft < 0 { refuse(.tooManyCells, "more than \(limits.cells) cells in the workbook") }
    }

    private func refuse(_ code: SheetProblem.Code, _ detail: String) {
        let column = column == 0 ? nil : column
        refuse(SheetProblem(code, sheet: name, row: row.number, column: column, detail: detail))
    }
}
