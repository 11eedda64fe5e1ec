/// What all sheets of a workbook share: their list, texts, number formats, and the beginning of days.
struct XLSXWorkbook {
    struct Sheet {
        var name: String
        var entry: String
    }

    var sheets: [Sheet] = []
    var texts: [String] = []
    var shapes: [NumberShape] = []
    var startsIn1904 = false

    init(_ file: ZipFile, _ limits: SheetLimits) throws(SheetProblem) {
        let part = try Self.part(in: file)
        let listener = XLSXSheetList()
        try XMLScanner.scan(part, of: file, listener)
        guard listener.isWorkbook else { throw SheetProblem(.notASpreadsheet, sheet: part, detail: "no workbook") }
        let relations = try XLSXRelations.read(of: part, in: file)
        startsIn1904 = listener.startsIn1904
        try collect(listener.sheets, relations)
        if let relation = relations.first(where: { $0.kind == "sharedStrings" }), file.contains(relation.entry) {
            texts = try XLSXTexts.read(relation.entry, of: file, limits)
        }
        if let relation = relations.first(where: { $0.kind == "styles" }), file.contains(relation.entry) {
            shapes = try XLSXStyles.read(relation.entry, of: file)
        }
    }

    private static let openDocument = Array("application/vnd.oasis.opendocument".utf8)

    private static func part(in file: ZipFile) throws(SheetProblem) -> String {
        if file.contains("mimetype"), try file.contents(of: "mimetype").starts(with: openDocument) {
            throw SheetProblem(.openDocument, detail: "save it as .xlsx")
        }
        let stated = try XLSXRelations.read(of: "", in: file).first { $0.kind == "officeDocument" }?.entry
        guard let part = stated ?? file.spelling(of: "xl/workbook.xml") else {
            throw SheetProblem(.notASpreadsheet, detail: "an archive of something else")
        }
        guard !part.hasSuffix(".bin") else { throw SheetProblem(.notASpreadsheet, detail: "a binary workbook (.xlsb)") }
        return part
    }

    /// Hidden sheets and sheets that are charts are left out. A sheet's part may serve one sheet only, or a small file
    /// could have it read thousands of times.
    private mutating func collect(
        _ listed: [XLSXSheetList.Item], _ relations: [XLSXRelations.Relation]
    ) throws(SheetProblem) {
        var parts = Dictionary(relations.map { ($0.id, $0) }) { first, _ in first }
        for item in listed {
            guard let relation = parts.removeValue(forKey: item.relation) else {
                throw SheetProblem(.missingEntry, sheet: item.name, detail: "the sheet has no part")
            }
            guard relation.kind == "worksheet", !item.isHidden else { continue }
            guard !sheets.contains(where: { $0.entry == relation.entry }) else {
                throw SheetProblem(.unreadable, sheet: item.name, detail: "two sheets share a part")
            }
            sheets.append(Sheet(name: item.name, entry: relation.entry))
        }
    }
}

/// The list of sheets in `workbook.xml`.
final class XLSXSheetList: XMLListener {
    struct Item {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    private(set) var sheets: [Item] = []
    private(set) var startsIn1904 = false
    private(set) var isWorkbook = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbook":
            isWorkbook = true
        case "workbookPr":
            startsIn1904 = attributes.isTrue("date1904")
        case "sheet":
            let state = attributes["state"] ?? "visible"
            sheets.append(
                Item(name: attributes["name"] ?? "", relation: attributes["id"] ?? "", isHidden: state != "visible"))
            if sheets.count > 1000 { refuse(SheetProblem(.tooManyEntries, detail: "sheets")) }
        default:
            break
        }
    }
}
