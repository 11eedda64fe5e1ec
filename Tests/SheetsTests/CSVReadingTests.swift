import Testing

@testable import Sheets

@Suite struct CSVReadingTests {
    private let russian = "Фамилия;Имя;Класс\r\nАсанов;Азамат;7А\r\nСыдыкова;Жылдыз;7А\r\n"

    @Test func `a file of Russian Excel is read from Windows letters and semicolons`() throws {
        let table = try CSVFile.read([UInt8](russian, in: windowsLetters), named: "7a.csv")
        #expect(table.encoding == .windows1251 && table.separator == ";" && table.name == "7a.csv")
        #expect(
            table.rows.map(\.texts) == [
                ["Фамилия", "Имя", "Класс"], ["Асанов", "Азамат", "7А"], ["Сыдыкова", "Жылдыз", "7А"],
            ])
    }

    @Test func `a file of DOS is read from CP866 and its end mark is dropped`() throws {
        let upper =
            String(windowsLetters.prefix(48)) + String(repeating: "#", count: 48) + String(windowsLetters.suffix(16))
        let bytes = [UInt8](russian, in: upper + String(repeating: "#", count: 16)) + [0x1A]
        let table = try CSVFile.read(bytes)
        #expect(table.encoding == .cp866)
        #expect(table.rows.map(\.texts).last == ["Сыдыкова", "Жылдыз", "7А"])
        #expect(table.rows.count == 3)
    }

    @Test func `capital letters alone are enough to tell Windows from DOS`() throws {
        let windows = try CSVFile.read([UInt8]("АСАНОВ;ЖЫЛДЫЗ", in: windowsLetters))
        #expect(windows.rows[0].texts == ["АСАНОВ", "ЖЫЛДЫЗ"])
        let dos = try CSVFile.read([0x80, 0x91, 0x80, 0x8D, 0x8E, 0x82, 0x3B, 0x86])
        #expect(dos.rows[0].texts == ["АСАНОВ", "Ж"])
    }

    @Test func `a file of Kazakh Windows keeps its own letters`() throws {
        // Қайрат;Әсел;Өмір;Ғалым in KZ-1048.
        let bytes: [UInt8] = [
            0x8D, 0xE0, 0xE9, 0xF0, 0xE0, 0xF2, 0x3B, 0xA3, 0xF1, 0xE5, 0xEB, 0x3B, 0xA5, 0xEC, 0xB3, 0xF0, 0x3B, 0xAA,
            0xE0,
            0xEB, 0xFB, 0xEC,
        ]
        let table = try CSVFile.read(bytes)
        #expect(table.encoding == .kz1048)
        #expect(table.rows[0].texts == ["Қайрат", "Әсел", "Өмір", "Ғалым"])
    }

    @Test func `unicode text of Excel is read from UTF-16 with tabs`() throws {
        let text = "Аты\tСыныбы\r\nӨмүрбек\t7А\r\n"
        let units = Array(text.utf16)
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let (one, other) = try (CSVFile.read(little), CSVFile.read(big))
        #expect(one.encoding == .utf16LE && other.encoding == .utf16BE && one.separator == "\t")
        #expect(one.rows == other.rows && one.rows[1].texts == ["Өмүрбек", "7А"])
        #expect(refusal { () throws(SheetProblem) in try CSVFile.read(little + [0x41]) }?.code == .badEncoding)
        #expect(
            refusal { () throws(SheetProblem) in try CSVFile.read([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]) }?.code
                == .badEncoding)
    }

    @Test func `a byte order mark of UTF-8 is not part of the first name`() throws {
        let table = try CSVFile.read([0xEF, 0xBB, 0xBF] + Array("Аты,Ңоңо\r\nӨ,Ү\r\n".utf8))
        #expect(table.encoding == .utf8)
        #expect(table.rows[0].texts == ["Аты", "Ңоңо"])
        #expect(
            refusal { () throws(SheetProblem) in try CSVFile.read([0xEF, 0xBB, 0xBF, 0x41, 0xFF]) }?.code
                == .badEncoding)
    }

    @Test func `quoted cells keep separators, quotes and line breaks, and rows keep their line numbers`() throws {
        let table = try read("a,b\r\n\"x, y\",\"he said \"\"yes\"\"\"\r\n\"two\r\nlines\",z\r\nlast,\"\"")
        #expect(
            table.rows.map(\.texts) == [["a", "b"], ["x, y", "he said \"yes\""], ["two\r\nlines", "z"], ["last"]])
        #expect(table.rows.map(\.number) == [1, 2, 3, 5])
    }

    @Test(arguments: ["a;b\nc;d", "a;b\rc;d", "a;b\r\nc;d\r\n", "a;b\n\n\nc;d\n;\n"])
    func `every kind of line end parts rows and blank rows are left out`(text: String) throws {
        #expect(try read(text).rows.map(\.texts) == [["a", "b"], ["c", "d"]])
    }

    @Test(arguments: [
        ("List of 7A\nName;Mark;Place\nA;4,5;Osh, Lenin\nB;5,0;Osh, Mir\n", ";"),
        ("Name\tPlace\nA\tOsh, 1; 2\nB\tOsh, 3; 4\n", "\t"),
        ("\"A;1\",\"b;2\"\n\"C;1\",\"d;2\"\n", ","),
        ("only\none\ncolumn\n", ","),
        ("sep=;\nA;1,5,6\nB;2,5,6\n", ";"),
    ])
    func `the separator is the one that gives equal rows`(text: String, separator: Character) throws {
        #expect(try read(text).separator == separator)
    }

    @Test func `a line that names the separator is no row`() throws {
        let table = try read("sep=;\r\nA;1,5\r\n")
        #expect(table.rows.map(\.texts) == [["A", "1,5"]])
        #expect(table.rows[0].number == 2)
    }

    @Test func `a quote that is never closed is refused with the row where it starts`() {
        let problem = refusal { () throws(SheetProblem) in try read("a,b\r\nc,d\r\ne,\"f\r\ng,h\r\n") }
        #expect(problem?.code == .unterminatedQuote && problem?.row == 3 && problem?.column == 2)
    }

    @Test func `quotes in the midst of a cell and text behind a closing quote are kept`() throws {
        #expect(try read("school \"Manas\",\"Bilim\" Ltd\n").rows[0].texts == ["school \"Manas\"", "Bilim Ltd"])
    }

    @Test func `NUL bytes, binary data and empty files are refused`() {
        #expect(
            refusal { () throws(SheetProblem) in try read("a,b\nc\0,d\n") }
                == SheetProblem(.nulByte, row: 2, detail: "at byte 5"))
        #expect(
            refusal { () throws(SheetProblem) in try CSVFile.read([0x89, 1, 2, 3, 4, 5, 6]) }?.code == .notASpreadsheet)
        for text in ["", "\r\n\r\n", ";;;\n", "\u{FEFF}"] {
            #expect(refusal { () throws(SheetProblem) in try read(text) }?.code == .emptyFile)
        }
    }

    @Test func `limits on bytes, cells and columns are kept`() {
        let text = String(repeating: "a,b,c\n", count: 10)
        for limits in [SheetLimits(cells: 20), SheetLimits(rows: 5), SheetLimits(columns: 2)] {
            #expect(
                refusal { () throws(SheetProblem) in try CSVFile.read(Array(text.utf8), limits: limits) }?.code
                    == .tooManyCells)
        }
        let small = SheetLimits(fileBytes: 10)
        #expect(
            refusal { () throws(SheetProblem) in try CSVFile.read(Array(text.utf8), limits: small) }?.code == .tooLarge)
    }

    @Test func `an interchange file is UTF-8 with commas and nothing is guessed`() throws {
        let table = try CSVFile.readUTF8([0xEF, 0xBB, 0xBF] + Array("sourcedId,name\na;b,\"Ө\"\n".utf8))
        #expect(table.rows.map(\.texts) == [["sourcedId", "name"], ["a;b", "Ө"]])
        #expect(refusal { () throws(SheetProblem) in try CSVFile.readUTF8([0x41, 0xE0, 0xE1]) }?.code == .badEncoding)
        let problem = refusal { () throws(SheetProblem) in try CSVFile.readUTF8(Array("a,b\n\"c\"d,e\n".utf8)) }
        #expect(problem?.code == .brokenQuote && problem?.row == 2 && problem?.column == 1)
    }

    @Test func `letters lost to question marks are seen in the header or in three cells`() throws {
        #expect(try read("Тегі;Аты\nЖ?з?мбетов;Азамат\n?мірова;К?нша\n").hasLostLetters)
        #expect(try read("Ж?сып;Аты\nА;Б\n").hasLostLetters)
        #expect(try !read("Тегі;Аты?\nЖүсүп;Ким?\n?;??\nhttp://a?b;http://c?d\nhttp://e?f;x\n").hasLostLetters)
    }

    @Test func `a long number that lost its digits is marked`() throws {
        let row = try read("ПИН;Сумма\n2,05E+13;20512200912345\n").rows[1]
        #expect(row.cells.map(\.isScientific) == [true, false])
    }

    @Test func `records are read by the names of a header below the title`() throws {
        let records = try read("Список\nФамилия ; Имя;Имя\nАсанов;Азамат;x\n").records(header: 2)
        #expect(records.count == 1 && records[0].number == 3)
        #expect(records[0]["Фамилия"] == "Асанов" && records[0]["Имя"] == "Азамат" && records[0]["Класс"] == nil)
    }

    private func read(_ text: String) throws(SheetProblem) -> SheetTable { try CSVFile.read(Array(text.utf8)) }
}
