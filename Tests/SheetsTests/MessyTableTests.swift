import Testing

@testable import Sheets

@Suite struct MessyTableTests {
    @Test(arguments: [true, false]) func `unicode text without a mark is known by its high bytes`(isLittle: Bool) throws
    {
        let units = Array("Аты\tСыныбы\r\nӨмүрбек\t7А\r\nАйгүл\t7А\r\n".utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittle ? pair : pair.reversed()
        }
        let table = try CSVFile.read(bytes)
        #expect(table.encoding == (isLittle ? .utf16LE : .utf16BE))
        #expect(table.rows.map(\.texts) == [["Аты", "Сыныбы"], ["Өмүрбек", "7А"], ["Айгүл", "7А"]])
    }

    @Test func `UTF-8 cut inside a letter is refused, not read as gibberish`() {
        let text = Array("Фамилия;Имя\nАсанов;Улан\nКим;Вер".utf8) + [0xD0]
        #expect(refusal { () throws(SheetProblem) in try CSVFile.read(text) }?.code == .badEncoding)
    }

    @Test(arguments: [
        ("???????;????\n1;2\n", true), ("Имя;???\nА;Б\n", false), ("Имя;Вопрос\nА;????\nБ;????\n", false),
    ])
    func `words of which nothing but marks is left are lost letters`(text: String, isLost: Bool) throws {
        #expect(try CSVFile.read(Array(text.utf8)).hasLostLetters == isLost)
    }

    @Test func `a value merged over rows is repeated for each of them`() throws {
        var book = Workbook()
        book.rows = """
            <row r="1"><c t="inlineStr"><is><t>5А</t></is></c><c><v>1</v></c></row>\
            <row r="2"><c r="B2"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row>\
            <row r="5"><c r="B5"><v>4</v></c></row>
            """
        book.tail = "<mergeCells><mergeCell ref=\"A1:A4\"/></mergeCells>"
        let table = try book.read()[0].repeatingMergedRows()
        #expect(table.rows.map(\.texts) == [["5А", "1"], ["5А", "2"], ["5А", "3"], ["", "4"]])
    }

    @Test func `merges that would fill the memory are left alone`() throws {
        var book = Workbook()
        book.rows = (1...100).map { "<row r=\"\($0)\"><c r=\"CV\($0)\"><v>1</v></c></row>" }.joined()
        let merges = (1...50).map { _ in "<mergeCell ref=\"CV1:CV1048576\"/>" }.joined()
        book.tail = "<mergeCells>\(merges)</mergeCells>"
        let table = try book.read()[0]
        #expect(table.repeatingMergedRows(limits: SheetLimits(cells: 100)) == table)
    }

    @Test func `one cell in the last row of the grid takes no memory for the rows above`() throws {
        var book = Workbook()
        book.head += "<!-- -->"
        book.rows = "<row r=\"1\"><c><v>1</v></c></row><row r=\"1048576\"><c><v>2</v></c></row>"
        book.tail = "<dimension ref=\"A1:XFD1048576\"/>"
        #expect(try book.read()[0].rows.map(\.number) == [1, 1_048_576])
    }

    @Test func `an entry that expands beyond all reason is refused before it is expanded`() {
        var book = Workbook()
        book.tail = String(repeating: " ", count: 9 << 20)
        #expect(book.archive.bytes.count < 1 << 16)
        #expect(refusal { () throws(SheetProblem) in try book.read() }?.code == .tooLarge)
    }

    @Test(arguments: [
        (42064.0, false, "2015-03-01"), (60, false, "1900-02-29"), (59, false, "1900-02-28"),
        (40602, true, "2015-03-01"),
    ])
    func `a serial number is a day in either calendar`(serial: Double, startsIn1904: Bool, day: String) {
        #expect(SheetSerial.day(serial, startsIn1904: startsIn1904) == day)
    }

    @Test func `a table says from which year its days count`() throws {
        var book = Workbook()
        book.rows = "<row><c><v>40602</v></c></row>"
        #expect(try book.read()[0].startsIn1904 == false)
        book.properties = "<workbookPr date1904=\"true\"/>"
        #expect(try book.read()[0].startsIn1904)
    }
}

@Suite struct MarkupTests {
    @Test func `elements keep attributes, text and order, prefixes and indentation go`() throws {
        let root = try read("<x:a b=\"1\"> <c>Өмүр &amp; Ко</c>\n <c d=\"2\"/> </x:a>")
        #expect(root.name == "a" && root["b"] == "1" && root["z"] == "" && root.text == "")
        #expect(root.children("c").map(\.text) == ["Өмүр & Ко", ""])
        #expect(root.text(of: "c") == "Өмүр & Ко" && root.children("c")[1]["d"] == "2")
    }

    @Test func `Windows letters are read, declared or not, and letters they lack come as references`() throws {
        let text = "<a name=\"Математика Д&#1199;йш&#1257;нов\"/>"
        let declared = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + text
        for one in [declared, text] {
            #expect(try MarkupFile.read([UInt8](one, in: windowsLetters))["name"] == "Математика Дүйшөнов")
        }
    }

    @Test func `a declaration that lies about UTF-8 is overruled, an encoding of elsewhere is refused`() throws {
        let text = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><a name=\"Дүйшөнов\"/>"
        #expect(try read(text)["name"] == "Дүйшөнов")
        let arabic = Array("<?xml version=\"1.0\" encoding=\"windows-1256\"?><a>".utf8) + [0xC7] + Array("</a>".utf8)
        #expect(refusal { () throws(SheetProblem) in try MarkupFile.read(arabic) }?.code == .badEncoding)
    }

    @Test func `a byte order mark and UTF-16 are read`() throws {
        #expect(try read("\u{FEFF}<a>Ң</a>").text == "Ң")
        let units = Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>Ң</a>".utf16)
        let bytes: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try MarkupFile.read(bytes).text == "Ң")
    }

    @Test(arguments: [
        ("<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>", SheetProblem.Code.doctype), ("<a><b></a>", .unreadable),
        ("<a>", .unreadable), ("", .emptyFile), ("<a/>x", .unreadable),
    ])
    func `entity bombs, broken and cut files are refused`(text: String, code: SheetProblem.Code) {
        #expect(refusal { () throws(SheetProblem) in try read(text) }?.code == code)
    }

    @Test func `more elements than the limits are refused`() {
        let text = "<a>" + String(repeating: "<b/>", count: 200) + "</a>"
        let problem = refusal { () throws(SheetProblem) in
            try MarkupFile.read(Array(text.utf8), limits: SheetLimits(cells: 100))
        }
        #expect(problem?.code == .tooManyCells)
    }

    private func read(_ text: String) throws(SheetProblem) -> MarkupElement { try MarkupFile.read(Array(text.utf8)) }
}
