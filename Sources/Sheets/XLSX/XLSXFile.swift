/// Workbooks of Excel 2007 and later (ECMA-376), of LibreOffice and of programs that write them more or less well.
public enum XLSXFile {
    /// The visible sheets in the order of their tabs. Formulas give the values saved with them, errors have no
    /// text, macros and drawings are ignored. Refuses locked and old workbooks, other archives, document types,
    /// workbooks without any text, and what exceeds the limits.
    public static func read(
        _ bytes: [UInt8], limits: SheetLimits = .standard
    ) throws(SheetProblem) -> [SheetTable] {
        try SheetFile.refuseForeign(bytes, limits)
        guard bytes.starts(with: [0x50, 0x4B]) else { throw SheetProblem(.notASpreadsheet, detail: "no archive") }
        let file = try ZipFile(bytes, limits: limits)
        let workbook = try XLSXWorkbook(file, limits)
        var tables: [SheetTable] = []
        var cellsLeft = limits.cells
        for sheet in workbook.sheets {
            let reader = XLSXSheetReader(sheet.name, workbook, limits, cellsLeft: cellsLeft)
            do throws(SheetProblem) {
                try XMLScanner.scan(sheet.entry, of: file, reader)
            } catch {
                var problem = error
                problem.sheet = sheet.name
                throw problem
            }
            tables.append(reader.table())
            cellsLeft = reader.cellsLeft
        }
        guard tables.contains(where: { !$0.rows.isEmpty }) else { throw SheetProblem(.emptyFile) }
        return tables
    }
}
