import Testing

@testable import Sheets

@Suite struct CSVWritingTests {
    @Test func `rows are written by RFC 4180 and read back the same`() throws {
        let rows: [[SheetValue]] = [["Аты", "a,b"], ["\"Манас\"", "two\r\nlines"], ["", 5], [""]]
        let text = CSVText.write(rows)
        #expect(text == "Аты,\"a,b\"\r\n\"\"\"Манас\"\"\",\"two\r\nlines\"\r\n,5\r\n\"\"\r\n")
        let back = try CSVFile.readUTF8(Array(text.utf8))
        #expect(back.rows.map(\.texts) == [["Аты", "a,b"], ["\"Манас\"", "two\r\nlines"], ["", "5"]])
    }

    @Test(arguments: ["=1+1", "+996700123456", "-5", "@SUM(A1)", "\tx", "\rx", "\nx"])
    func `a text that a spreadsheet would run gets an apostrophe`(text: String) {
        #expect(CSVText.write([[.text(text)]]).contains("'" + text.prefix(1)))
        #expect(!CSVText.write([[text]], formulaSafe: false).contains("'"))
    }

    @Test func `numbers, dates and truths are written plain`() {
        let row: [SheetValue] = [
            -5, 4.5, .number(0.1 + 0.2), .number(.nan), .date(year: 2026, month: 9, day: 1), .boolean(true), nil,
            .moment(year: 2026, month: 9, day: 1, hour: 8, minute: 5), "a=b",
        ]
        #expect(CSVText.write([row]) == "-5,4.5,0.3,,2026-09-01,TRUE,,2026-09-01 08:05,a=b\r\n")
    }

    @Test func `Excel gets a byte order mark and semicolons`() throws {
        let bytes = CSVText.bytesForExcel([["Ө;ү", 1], ["x,y", 2]])
        let table = try CSVFile.read(bytes)
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(table.separator == ";" && table.rows.map(\.texts) == [["Ө;ү", "1"], ["x,y", "2"]])
    }
}
