import Foundation
import Testing

@testable import Sheets

@Suite struct XLSXWritingTests {
    @Test func `what is written is read back with kinds and digits`() throws {
        let day = SheetValue.date(year: 2026, month: 9, day: 1)
        let moment = SheetValue.moment(year: 2026, month: 9, day: 1, hour: 8, minute: 30)
        let sheet = XLSXSheet(
            name: "7А", title: ["Список"], header: ["Аты", "ПИН", "Күнү", "Убактысы", "Балл", "Ооба"],
            rows: [
                ["Өмүрбек", "20512200912345", day, moment, 4.5, .boolean(true)], [nil, .integer(20_512_200_912_345)],
            ])
        let table = try read([sheet])[0]
        #expect(table.name == "7А" && table.rows.map(\.number) == [1, 2, 3, 4])
        #expect(table.rows[2].texts == ["Өмүрбек", "20512200912345", "2026-09-01", "2026-09-01 08:30", "4.5", "TRUE"])
        #expect(table.rows[2].cells.map(\.kind) == [.text, .text, .date, .date, .number, .boolean])
        #expect(table.rows[3].texts == ["", "20512200912345"])
    }

    @Test func `a text never becomes a formula`() throws {
        let wicked = [
            "=1+1", "+996", "-5", "@x", "=HYPERLINK(\"http://x\")", " lead", "_x0041_", "a\nb", "\u{1}", "<&>",
        ]
        let bytes = try XLSXDocument(sheets: [XLSXSheet(name: "A", header: wicked, rows: [wicked.map(SheetValue.text)])]
        ).bytes()
        let rows = try XLSXFile.read(bytes)[0].rows
        #expect(rows[0].texts == wicked && rows[1].texts == wicked)
        #expect(rows[1].cells.allSatisfy { $0.kind == .text })
        let xml = String(decoding: try ZipFile(bytes).contents(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
        #expect(!xml.contains("<f>"))
    }

    @Test func `the header is bold, frozen and filtered`() throws {
        let sheet = XLSXSheet(
            name: "A", title: ["T"], header: ["x", "y"], rows: [[1, 2]], widths: [20], isLandscape: true)
        let file = try ZipFile(try XLSXDocument(title: "Мектеп", sheets: [sheet]).bytes())
        let xml = String(decoding: try file.contents(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
        #expect(
            xml.contains("<pane ySplit=\"2\"") && xml.contains("<autoFilter ref=\"A2:B3\"/>")
                && xml.contains("landscape"))
        #expect(xml.contains("<col min=\"1\" max=\"1\" width=\"20.7"))
        #expect(String(decoding: try file.contents(of: "xl/styles.xml"), as: UTF8.self).contains("<b/>"))
        #expect(String(decoding: try file.contents(of: "docProps/core.xml"), as: UTF8.self).contains("Мектеп"))
    }

    @Test func `names of sheets are cleaned, cut and told apart`() throws {
        let long = String(repeating: "Ө", count: 40)
        let names = ["7/А: [x]", "", "'a'", "A", long, long, "History"]
        let tables = try read(names.map { XLSXSheet(name: $0, header: ["x"], rows: []) })
        #expect(
            tables.map(\.name) == [
                "7 А x", "Sheet 2", "a", "A (2)", String(long.prefix(31)), String(long.prefix(27)) + " (2)",
                "History (2)",
            ])
    }

    @Test func `what Excel cannot hold is written as text or left empty`() throws {
        let row: [SheetValue] = [
            .date(year: 1899, month: 12, day: 31), .date(year: 2026, month: 13, day: 1), .number(.infinity),
            .integer(1_234_567_890_123_456_789), "a\0b",
        ]
        let cells = try read([XLSXSheet(name: "A", header: ["x"], rows: [row])])[0].rows[1].cells
        #expect(cells.map(\.text) == ["1899-12-31", "2026-13-01", "", "1234567890123456789", "ab"])
        #expect(cells.filter { $0.kind != .empty }.allSatisfy { $0.kind == .text })
    }

    @Test func `a text too long for a cell and too many columns are refused with their place`() {
        let long = XLSXSheet(name: "A", header: ["x"], rows: [[1], [1, .text(String(repeating: "ы", count: 32_768))]])
        let problem = refusal { () throws(SheetProblem) in try XLSXDocument(sheets: [long]).bytes() }
        #expect(problem?.code == .notWritten && problem?.sheet == "A" && problem?.row == 3 && problem?.column == 2)
        let wide = XLSXSheet(name: "A", header: ["x"], rows: [[SheetValue](repeating: 1, count: 16_385)])
        #expect(refusal { () throws(SheetProblem) in try XLSXDocument(sheets: [wide]).bytes() }?.code == .tooManyCells)
    }

    @Test func `a file is replaced whole or left as it was`() throws {
        let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("sheets-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // What is left in the folder for temporary files harms nobody.
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/list.xlsx"
        try XLSXDocument(sheets: [XLSXSheet(name: "A", header: ["old"], rows: [])]).write(to: path)
        let broken = XLSXSheet(name: "A", header: [String(repeating: "x", count: 40_000)], rows: [])
        #expect(refusal { () throws(SheetProblem) in try XLSXDocument(sheets: [broken]).write(to: path) } != nil)
        #expect(try SheetFile.read(path: path)[0].rows[0].texts == ["old"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["list.xlsx"])
        #expect(
            refusal { () throws(SheetProblem) in try XLSXDocument(sheets: []).write(to: folder + "/no/x.xlsx") }?.code
                == .notWritten)
    }

    @Test func `many documents are written at once without disturbing one another`() async throws {
        let sound = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let rows = (0..<200).map { [SheetValue.text("t\(number)-\($0)"), .integer($0)] }
                    let document = XLSXDocument(sheets: [XLSXSheet(name: "S\(number)", header: ["a", "b"], rows: rows)])
                    let table = try XLSXFile.read(try document.bytes())[0]
                    return table.name == "S\(number)" && table.rows[200].texts == ["t\(number)-199", "199"]
                }
            }
            return try await group.reduce(true) { $0 && $1 }
        }
        #expect(sound)
    }

    private func read(_ sheets: [XLSXSheet]) throws -> [SheetTable] {
        try XLSXFile.read(try XLSXDocument(sheets: sheets).bytes())
    }
}
