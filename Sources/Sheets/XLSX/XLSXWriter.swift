import CXLSXWriter
import Foundation

/// Puts a document into a file by means of libxlsxwriter. One value writes one file.
struct XLSXWriter {
    private typealias Format = UnsafeMutablePointer<lxw_format>
    private typealias Worksheet = UnsafeMutablePointer<lxw_worksheet>

    private let book: UnsafeMutablePointer<lxw_workbook>
    private let bold: Format
    private let heading: Format
    private let text: Format
    private let longText: Format
    private let day: Format
    private let moment: Format

    static func write(_ document: XLSXDocument, to path: String) throws(SheetProblem) {
        guard let book = workbook_new(path) else { throw SheetProblem(.notWritten, detail: "no memory") }
        do throws(SheetProblem) {
            try XLSXWriter(book).fill(document)
        } catch {
            lxw_workbook_free(book)
            throw error
        }
        try check(workbook_close(book), sheet: nil)
    }

    private init(_ book: UnsafeMutablePointer<lxw_workbook>) throws(SheetProblem) {
        func format(_ code: String?, isBold: Bool = false, wraps: Bool = false) throws(SheetProblem) -> Format {
            guard let format = workbook_add_format(book) else { throw SheetProblem(.notWritten, detail: "no memory") }
            if let code { format_set_num_format(format, code) }
            if isBold { format_set_bold(format) }
            if wraps { format_set_text_wrap(format) }
            return format
        }
        self.book = book
        bold = try format(nil, isBold: true)
        heading = try format(nil, isBold: true, wraps: true)
        text = try format("@")
        longText = try format(nil, wraps: true)
        day = try format("dd.mm.yyyy")
        moment = try format("dd.mm.yyyy hh:mm")
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }

    private func fill(_ document: XLSXDocument) throws(SheetProblem) {
        setProperties(document)
        let names = SheetNames.clean(document.sheets.map(\.name))
        for (sheet, name) in zip(document.sheets, names) {
            guard let worksheet = workbook_add_worksheet(book, name) else {
                throw SheetProblem(.notWritten, sheet: name, detail: "the sheet was not accepted")
            }
            try fill(worksheet, sheet, name)
        }
    }

    private func setProperties(_ document: XLSXDocument) {
        let (title, author) = (strdup(document.title), strdup(document.author))
        var properties = lxw_doc_properties()
        properties.title = title
        properties.author = author
        workbook_set_properties(book, &properties)
        free(title)
        free(author)
    }

    private func fill(_ worksheet: Worksheet, _ sheet: XLSXSheet, _ name: String) throws(SheetProblem) {
        layOut(worksheet, sheet)
        for (row, line) in sheet.title.enumerated() {
            try put(.text(line), worksheet, row, 0, name, bold)
        }
        let top = sheet.title.count
        for (column, word) in sheet.header.enumerated() {
            try put(.text(word), worksheet, top, column, name, heading)
        }
        for (index, values) in sheet.rows.enumerated() {
            for (column, value) in values.enumerated() {
                try put(value, worksheet, top + 1 + index, column, name, nil)
            }
        }
    }

    private func layOut(_ worksheet: Worksheet, _ sheet: XLSXSheet) {
        for (column, width) in ColumnWidths.of(sheet).enumerated() {
            worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil)
        }
        let top = UInt32(sheet.title.count)
        worksheet_freeze_panes(worksheet, top + 1, 0)
        worksheet_repeat_rows(worksheet, top, top)
        worksheet_set_paper(worksheet, 9)
        worksheet_fit_to_pages(worksheet, 1, 0)
        if sheet.isLandscape { worksheet_set_landscape(worksheet) }
        if !sheet.header.isEmpty && sheet.header.count <= 16_384 {
            let last = min(top + UInt32(sheet.rows.count), 1_048_575)
            worksheet_autofilter(worksheet, top, 0, last, UInt16(sheet.header.count - 1))
        }
    }

    private func put(
        _ value: SheetValue, _ worksheet: Worksheet, _ row: Int, _ column: Int, _ name: String, _ format: Format?
    ) throws(SheetProblem) {
        guard row < 1_048_576, column < 16_384 else {
            throw SheetProblem(.tooManyCells, sheet: name, row: row + 1, column: column + 1)
        }
        let status = write(value, worksheet, UInt32(row), UInt16(column), format)
        try Self.check(status, sheet: name, row: row + 1, column: column + 1)
    }

    private func write(
        _ value: SheetValue, _ worksheet: Worksheet, _ row: UInt32, _ column: UInt16, _ format: Format?
    ) -> lxw_error {
        switch value {
        case .empty: LXW_NO_ERROR
        case .text(let string): write(string, worksheet, row, column, format)
        case .integer(let number) where number.magnitude >= 1_000_000_000_000_000:
            // Excel keeps fifteen digits; longer numbers are codes and must keep all.
            write(String(number), worksheet, row, column, format)
        case .integer(let number): worksheet_write_number(worksheet, row, column, Double(number), format)
        case .number(let number):
            number.isFinite ? worksheet_write_number(worksheet, row, column, number, format) : LXW_NO_ERROR
        case .boolean(let isTrue): worksheet_write_boolean(worksheet, row, column, isTrue ? 1 : 0, format)
        case .date(let year, let month, let day):
            write(value, lxw_datetime(year, month, day, 0, 0), worksheet, row, column, self.day)
        case .moment(let year, let month, let day, let hour, let minute):
            write(value, lxw_datetime(year, month, day, hour, minute), worksheet, row, column, moment)
        }
    }

    private func write(
        _ string: String, _ worksheet: Worksheet, _ row: UInt32, _ column: UInt16, _ format: Format?
    ) -> lxw_error {
        guard !string.isEmpty else { return LXW_NO_ERROR }
        // Excel shows #### for long text in a cell of text format.
        let isLong = string.utf16.count > 255 || string.utf8.contains(0x0A)
        let clean = string.utf8.contains(0) ? String(string.unicodeScalars.filter { $0 != "\0" }) : string
        return worksheet_write_string(
            worksheet, row, column, XLSXEscapes.encoded(clean), format ?? (isLong ? longText : text))
    }

    private func write(
        _ value: SheetValue, _ day: lxw_datetime, _ worksheet: Worksheet, _ row: UInt32, _ column: UInt16,
        _ format: Format
    ) -> lxw_error {
        var day = day
        let isInGrid = (day.year, day.month, day.day) >= (1900, 3, 1) && day.year <= 9999 && day.isSound
        return isInGrid
            ? worksheet_write_datetime(worksheet, row, column, &day, format)
            : write(value.plain, worksheet, row, column, nil)
    }

    private static func check(
        _ status: lxw_error, sheet: String?, row: Int? = nil, column: Int? = nil
    ) throws(SheetProblem) {
        guard status != LXW_NO_ERROR else { return }
        let reason = lxw_strerror(status).map { String(cString: $0) } ?? "error \(status.rawValue)"
        throw SheetProblem(.notWritten, sheet: sheet, row: row, column: column, detail: reason)
    }
}

extension lxw_datetime {
    fileprivate init(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) {
        func narrow(_ number: Int) -> Int32 { Int32(clamping: number) }
        self.init(
            year: narrow(year), month: narrow(month), day: narrow(day), hour: narrow(hour), min: narrow(minute), sec: 0)
    }

    fileprivate var isSound: Bool {
        (1...12).contains(month) && (1...31).contains(day) && (0...23).contains(hour) && (0...59).contains(min)
    }
}
