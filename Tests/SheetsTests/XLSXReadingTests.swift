import Testing

@testable import Sheets

@Suite struct XLSXReadingTests {
    @Test func `shared texts join their runs and leave out readings`() throws {
        var book = Workbook()
        book.texts = """
            <si><t>Аты</t></si><si><r><t>Өмүр</t></r><r><rPr/><t>бек</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>\
            <si><t xml:space="preserve"> a &amp; b_x000D_ </t></si><si><t>_x005F_x0041_</t></si><si/>
            """
        book.rows = row(1, (0..<5).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined())
        #expect(try book.texts() == [["Аты", "Өмүрбек", " a & b\r ", "_x0041_"]])
    }

    @Test func `rows and cells without places follow one another`() throws {
        var book = Workbook()
        book.rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/>"
        book.rows += "<row><c><v>3</v></c><c r=\"D3\"><v>4</v></c><c><v>5</v></c></row>"
        let rows = try book.read()[0].rows
        #expect(rows.map(\.number) == [1, 3])
        #expect(rows.map(\.texts) == [["1", "2"], ["3", "", "", "4", "5"]])
        #expect(rows[1].cells[1].kind == .empty && rows[1][3] == "4" && rows[1][99] == "")
    }

    @Test func `rows in disorder come out sorted and gaps keep their numbers`() throws {
        var book = Workbook()
        book.rows = row(7, "<c r=\"AB7\"><v>1</v></c>") + row(3, "<c r=\"B3\"><v>2</v></c><c r=\"A3\"><v>1</v></c>")
        let table = try book.read()[0]
        #expect(table.rows.map(\.number) == [3, 7])
        #expect(table.rows[0].texts == ["1", "2"] && table.width == 28)
    }

    @Test func `text comes from inline strings and from cached formulas, errors have no text`() throws {
        var book = Workbook()
        book.rows = row(
            1,
            """
            <c t="inlineStr"><is><t>Ай</t><r><t>гүл</t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>Айгүлx</v></c>\
            <c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c><f>1+1</f><v>2</v></c><c/>
            """)
        let cells = try book.read()[0].rows[0].cells
        #expect(cells.map(\.text) == ["Айгүл", "Айгүлx", "", "TRUE", "FALSE", "2"])
        #expect(cells.map(\.kind) == [.text, .text, .error, .boolean, .boolean, .number])
        #expect(cells[2].stored == "#DIV/0!")
    }

    @Test(arguments: [
        ("20512200912345", "20512200912345", false), ("2.0512200912345E13", "20512200912345", true),
        ("2.0500000000000002E13", "20500000000000", true), ("4.5999999999999996", "4.6", false), ("5.0", "5", false),
        ("-3", "-3", false), ("0.1", "0.1", false), ("1E-7", "1E-07", true),
        ("12345678901234567890", "12345678901234567890", false),
    ])
    func `numbers read as on the screen and scientific ones are marked`(
        stored: String, shown: String, isScientific: Bool
    ) throws {
        var book = Workbook()
        book.rows = row(1, "<c><v>\(stored)</v></c>")
        let cell = try #require(try book.read()[0].rows[0].cells.first)
        #expect(
            cell.text == shown && cell.stored == stored && cell.isScientific == isScientific && cell.kind == .number)
    }

    @Test func `merged cells keep their value at the top left and their range`() throws {
        var book = Workbook()
        book.rows = row(1, "<c r=\"A1\"><v>1</v></c><c r=\"B1\"/>") + row(2, "<c r=\"B2\"><v>2</v></c>")
        book.tail = "<mergeCells count=\"1\"><mergeCell ref=\"A1:C2\"/></mergeCells>"
        let table = try book.read()[0]
        #expect(table.merged == [SheetRange(firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 3)])
        #expect(table.rows.map(\.texts) == [["1"], ["", "2"]])
    }

    @Test func `sheets come in the order of their tabs and hidden ones are skipped`() throws {
        var book = Workbook()
        book.rows = row(1, "<c><v>1</v></c>")
        book.sheets = """
            <sheet name="Экинчи" sheetId="7" r:id="rId2"/><sheet name="A&amp;B" sheetId="1" r:id="rId1"/>\
            <sheet name="Secret" sheetId="3" state="veryHidden" r:id="rId4"/>
            """
        book.others = [("xl/worksheets/sheet2.xml", book.worksheet.replacing("<v>1</v>", with: "<v>2</v>"))]
        let tables = try book.read()
        #expect(tables.map(\.name) == ["Экинчи", "A&B"])
        #expect(tables.map { $0.rows[0].texts } == [["2"], ["1"]])
    }

    @Test(arguments: [
        "/xl/worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml", "./worksheets/Sheet1.xml",
        "worksheets/sheet%31.xml",
    ])
    func `a part is found by an absolute, a climbing and a misspelt target`(target: String) throws {
        var book = Workbook()
        book.rows = row(1, "<c><v>1</v></c>")
        book.target = target
        #expect(try book.texts() == [["1"]])
    }

    @Test func `prefixed elements are read, and words of the same name outside the data are not`() throws {
        var book = Workbook()
        book.head = "\u{FEFF}"
        book.rows = """
            <x:row xmlns:x="\(Workbook.main)" r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>
            """
        book.tail = "<controls><row>9</row><c><v>8</v></c></controls>"
        #expect(try book.texts() == [["a"]])
    }

    @Test func `twenty thousand cells are read`() throws {
        var book = Workbook()
        book.texts = (0..<100).map { "<si><t>Текст \($0)</t></si>" }.joined()
        let letters = Array("ABCDEFGHIJKLMNOPQRST")
        book.rows = (1...1000).map { number in
            row(number, (0..<20).map { "<c r=\"\(letters[$0])\(number)\" t=\"s\"><v>\($0)</v></c>" }.joined())
        }.joined()
        let rows = try book.read()[0].rows
        #expect(rows.count == 1000 && rows[999].cells.count == 20 && rows[999][19] == "Текст 19")
    }

    private func row(_ number: Int, _ cells: String) -> String { "<row r=\"\(number)\">\(cells)</row>" }
}
