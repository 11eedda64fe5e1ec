import Testing

@testable import Sheets

@Suite struct HostileWorkbookTests {
    private let entities = """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        """

    @Test func `a billion laughs are refused at the document type`() {
        var book = Workbook()
        book.head = entities
        book.rows = "<row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>"
        #expect(refused(book) == .doctype)
    }

    @Test func `a document type that names a file outside is refused`() {
        var book = Workbook()
        book.head = "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">"
        #expect(refused(book) == .doctype)
    }

    @Test func `a sheet of blanks that expands without end is stopped`() {
        var book = Workbook()
        book.rows = String(repeating: "<c/>", count: 400_000)
        #expect(book.archive.bytes.count < 10_000)
        book.rows = "<row>\(book.rows)</row>"
        #expect(refused(book, SheetLimits(cells: 1000, columns: 1 << 30)) == .tooManyCells)
        #expect(refused(book, SheetLimits(entryBytes: 1 << 20)) == .tooLarge)
    }

    @Test func `one far cell a row cannot fill the memory with gaps`() {
        var book = Workbook()
        book.rows = (1...1000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
        #expect(refused(book) == .tooManyCells)
    }

    @Test(arguments: [
        "<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row r=\"-1\"/>", "<row><c r=\"XFE1\"><v>1</v></c></row>",
    ])
    func `places outside the grid are refused`(rows: String) {
        var book = Workbook()
        book.rows = rows
        #expect(refused(book) == .tooManyCells)
    }

    @Test func `too many shared texts and a text that does not exist are refused`() {
        var book = Workbook()
        book.texts = String(repeating: "<si/>", count: 200)
        #expect(refused(book, SheetLimits(cells: 100)) == .tooManyCells)
        book.rows = "<row r=\"4\"><c r=\"B4\" t=\"s\"><v>200</v></c></row>"
        let problem = refusal { () throws(SheetProblem) in try book.read() }
        #expect(problem?.code == .unreadable && problem?.sheet == "List" && problem?.row == 4 && problem?.column == 2)
    }

    @Test func `elements nested too deep, endless tags and endless texts are refused`() {
        var book = Workbook()
        book.tail = String(repeating: "<a>", count: 100)
        #expect(refused(book) == .unreadable)
        book.tail = "<a b=\"\(String(repeating: "x", count: 600_000))\"/>"
        #expect(refused(book) == .tooLarge)
        book.tail = ""
        book.rows = "<row><c t=\"str\"><v>\(String(repeating: "x", count: 600_000))</v></c></row>"
        #expect(refused(book) == .tooLarge)
        book.rows = ""
        book.texts = "<si><t>\(String(repeating: "x", count: 600_000))</t></si>"
        #expect(refused(book) == .tooLarge)
    }

    @Test func `one part cannot serve many sheets`() {
        var book = Workbook()
        book.target = "/xl/worksheets/sheet2.xml"
        book.sheets = "<sheet name=\"A\" r:id=\"rId1\"/><sheet name=\"B\" r:id=\"rId2\"/>"
        book.others = [("xl/worksheets/sheet2.xml", book.worksheet)]
        #expect(refused(book) == .unreadable)
        book.sheets = "<sheet name=\"A\" r:id=\"rId1\"/><sheet name=\"B\" r:id=\"rId1\"/>"
        #expect(refused(book) == .missingEntry)
    }

    @Test func `broken XML is refused with the name of the sheet`() {
        var book = Workbook()
        book.rows = "<row><c></row>"
        let problem = refusal { () throws(SheetProblem) in try book.read() }
        #expect(problem?.code == .unreadable && problem?.sheet == "List")
        #expect(problem?.message.hasPrefix("unreadable, List: XML line 1") == true)
    }

    @Test func `a workbook cut anywhere is refused`() {
        var book = Workbook()
        book.rows = "<row><c><v>1</v></c></row>"
        let bytes = book.archive.bytes
        for count in stride(from: 1, to: bytes.count, by: 7) {
            #expect(refusal { () throws(SheetProblem) in try XLSXFile.read(Array(bytes.prefix(count))) } != nil)
        }
    }

    @Test func `a workbook without any text is refused as empty`() {
        #expect(refused(Workbook()) == .emptyFile)
    }

    private func refused(_ book: Workbook, _ limits: SheetLimits = .standard) -> SheetProblem.Code? {
        refusal { () throws(SheetProblem) in try book.read(limits) }?.code
    }
}
