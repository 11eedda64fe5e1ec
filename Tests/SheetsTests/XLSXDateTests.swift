import Testing

@testable import Sheets

@Suite struct XLSXDateTests {
    @Test(arguments: [
        ("45901", 1, "2025-09-01"), ("45901.35416666667", 1, "2025-09-01"), ("0.35416666666666669", 2, "08:30"),
        ("45901.354166666664", 3, "2025-09-01 08:30"), ("45901.354166666664", 2, "08:30"), ("61", 1, "1900-03-01"),
        ("60", 1, "1900-02-29"), ("59", 1, "1900-02-28"), ("1", 1, "1900-01-01"), ("36585", 1, "2000-02-29"),
        ("2958465", 1, "9999-12-31"), ("0.99999999", 2, "00:00"),
    ])
    func `a serial number under a date format reads as a day`(serial: String, style: Int, shown: String) throws {
        let cell = try cell(serial, style: style, in: Workbook())
        #expect(cell == SheetCell(shown, kind: .date, stored: serial))
        #expect(cell.stored == serial)
    }

    @Test func `what no date format can show stays a number`() throws {
        for (serial, style) in [("-5", 1), ("2958466", 1), ("0.5", 4), ("0", 1), ("45901", 99)] {
            #expect(try cell(serial, style: style, in: Workbook()).kind == .number)
        }
    }

    @Test func `days of a workbook from 1904 begin four years later`() throws {
        var book = Workbook()
        book.properties = "<workbookPr date1904=\"1\"/>"
        #expect(try cell("44439", style: 1, in: book).text == "2025-09-01")
        #expect(try cell("0", style: 1, in: book).text == "1904-01-01")
    }

    @Test(arguments: [
        ("dd.mm.yyyy", "2025-09-01"), ("[$-419]d mmmm yyyy\\ &quot;г.&quot;;@", "2025-09-01"), ("mmm", "2025-09-01"),
        ("h:mm", "12:00"), ("mm:ss", "12:00"), ("dd/mm/yy h:mm AM/PM", "2025-09-01 12:00"), ("[h]:mm", "1101636:00"),
        ("yyyy-mm-dd", "2025-09-01"),
    ])
    func `a format of one's own is a date by its letters`(format: String, shown: String) throws {
        var book = Workbook()
        book.formats = [format]
        #expect(try cell("45901.5", style: 5, in: book).text == shown)
    }

    @Test(arguments: [
        "[Red]0.00", "[$сом-440] #,##0", "&quot;день&quot; 0", "0.00E+00", "General", "#,##0_);[Red](#,##0)", "0\\d",
        "@",
        "0;&quot;d&quot;",
    ])
    func `colours, currencies and quoted words make no date`(format: String) throws {
        var book = Workbook()
        book.formats = [format]
        #expect(try cell("45901", style: 5, in: book) == SheetCell("45901", kind: .number))
    }

    @Test func `a format of zeros gives back the zeros in front of a code`() throws {
        var book = Workbook()
        book.formats = ["000000000000"]
        #expect(
            try cell("50412500123", style: 5, in: book)
                == SheetCell("050412500123", kind: .number, stored: "50412500123"))
    }

    @Test func `a date of ISO form is read`() throws {
        var book = Workbook()
        book.rows = "<row><c t=\"d\"><v>2025-09-01T00:00:00</v></c><c t=\"d\"><v>2025-09-01T08:30:00</v></c></row>"
        #expect(try book.texts() == [["2025-09-01", "2025-09-01 08:30"]])
    }

    private func cell(_ stored: String, style: Int, in book: Workbook) throws -> SheetCell {
        var book = book
        book.rows = "<row><c s=\"\(style)\"><v>\(stored)</v></c></row>"
        return try #require(try book.read()[0].rows[0].cells.first)
    }
}
