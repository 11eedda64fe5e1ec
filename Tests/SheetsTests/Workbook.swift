@testable import Sheets

/// A workbook written by hand, so that every oddity of other programs can be put into it.
struct Workbook {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// The XML inside `sheetData` of the only sheet.
    var rows = ""
    /// What stands behind `sheetData`.
    var tail = ""
    var head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    /// The XML inside `sst`.
    var texts = ""
    /// Codes of number formats of its own, which are the styles from 5 on. Styles 0 to 4 are the formats 0, 14, 20,
    /// 22 and 10.
    var formats: [String] = []
    var properties = ""
    var sheets = "<sheet name=\"List\" sheetId=\"1\" r:id=\"rId1\"/>"
    var target = "worksheets/sheet1.xml"
    var others: [(name: String, content: String)] = []

    var archive: Archive {
        var archive = Archive()
        for (name, content) in parts + others { archive.add(name, Array(content.utf8)) }
        return archive
    }

    func read(_ limits: SheetLimits = .standard) throws(SheetProblem) -> [SheetTable] {
        try XLSXFile.read(archive.bytes, limits: limits)
    }

    /// The texts of the rows of the first sheet.
    func texts(_ limits: SheetLimits = .standard) throws -> [[String]] {
        try read(limits)[0].rows.map(\.texts)
    }

    var worksheet: String {
        "\(head)<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData>\(tail)</worksheet>"
    }

    private var parts: [(name: String, content: String)] {
        [
            ("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="\(Self.main)" xmlns:r="\(Self.kinds)">\(properties)\
                <sheets>\(sheets)</sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Self.relations([
                    ("rId1", "worksheet", target), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
                    ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "styles.xml"),
                ])
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(texts)</sst>"),
            ("xl/styles.xml", styles),
            ("xl/worksheets/sheet1.xml", worksheet),
        ]
    }

    private var styles: String {
        let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
        let cells = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
        return """
            <styleSheet xmlns="\(Self.main)"><numFmts>\(codes)</numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="20"/>\
            <xf numFmtId="22"/><xf numFmtId="10"/>\(cells)</cellXfs></styleSheet>
            """
    }

    static func relations(_ list: [(id: String, kind: String, target: String)]) -> String {
        let items = list.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(Self.kinds)/\($0.kind)\" Target=\"\($0.target)\"/>"
        }
        return "<Relationships>\(items.joined())</Relationships>"
    }
}

/// The problem with which an act is refused; nil when it is not refused at all.
func refusal<Result>(_ act: () throws(SheetProblem) -> Result) -> SheetProblem? {
    do throws(SheetProblem) {
        _ = try act()
        return nil
    } catch {
        return error
    }
}

extension [UInt8] {
    /// Text in one of the single-byte encodings, by its own table.
    init(_ text: String, in table: String) {
        let upper = [Unicode.Scalar](table.unicodeScalars)
        self = text.unicodeScalars.map { scalar in
            scalar.isASCII ? UInt8(scalar.value) : UInt8(256 - upper.count + (upper.firstIndex(of: scalar) ?? 0))
        }
    }
}

/// The last 64 letters of Windows-1251 and KZ-1048.
let windowsLetters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
