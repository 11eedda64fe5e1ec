/// How the number of a cell is shown; of all formats only these change what a reader of lists must see.
enum NumberShape: Equatable {
    case plain
    case date
    case time
    case dateAndTime
    /// `[h]:mm`: hours beyond a day go on counting.
    case elapsed
    /// `00000000000000`: so many digits, with zeros in front.
    case digits(Int)

    /// The shape of a number format: its number, and its code where the workbook defines one.
    init(format id: Int, code: String?) {
        if let code {
            self.init(code: code)
        } else {
            switch id {
            case 14...17, 27...31, 34...36, 50...58: self = .date
            case 18...21, 32, 33, 45, 47: self = .time
            case 46: self = .elapsed
            case 22: self = .dateAndTime
            default: self = .plain
            }
        }
    }

    private init(code: String) {
        let letters = Self.meaningful(code)
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDate = letters.contains("d") || letters.contains("y") || (letters.contains("m") && !hasTime)
        if letters.contains("[") {
            self = .elapsed
        } else if hasDate {
            self = hasTime ? .dateAndTime : .date
        } else if hasTime {
            self = .time
        } else if letters.count > 1 && letters.allSatisfy({ $0 == "0" }) {
            self = .digits(letters.count)
        } else {
            self = .plain
        }
    }

    /// The first section of a format in small letters, without quoted and escaped text, colours, currencies and
    /// languages. `[h]`, `[m]`, `[s]` leave their bracket.
    private static func meaningful(_ code: String) -> String {
        var result = ""
        var rest = Substring(code.lowercased())
        if rest == "general" { return "" }
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"":
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*":
                rest = rest.dropFirst()
            case "[":
                let content = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(content.count + 1)
                if let unit = content.first, "hms".contains(unit), content.allSatisfy({ $0 == unit }) { result += "[" }
            default:
                result.append(character)
            }
        }
        return result
    }
}

/// The number formats of cells in `styles.xml`, in the order in which cells refer to them.
final class XLSXStyles: XMLListener {
    private static let most = 65_536

    private var shapes: [NumberShape] = []
    private var codes: [Int: String] = [:]
    private var isCellStyles = false

    static func read(_ entry: String, of file: ZipFile) throws(SheetProblem) -> [NumberShape] {
        let listener = XLSXStyles()
        try XMLScanner.scan(entry, of: file, listener)
        return listener.shapes
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            if let id = attributes.integer("numFmtId") { codes[id] = attributes["formatCode"] }
        case "cellXfs":
            isCellStyles = true
        case "xf" where isCellStyles:
            let id = attributes.integer("numFmtId") ?? 0
            shapes.append(NumberShape(format: id, code: codes[id]))
        default:
            break
        }
        if max(shapes.count, codes.count) > Self.most { refuse(SheetProblem(.tooManyCells, detail: "styles")) }
    }

    override func end(_ name: XMLName) {
        if name == "cellXfs" { isCellStyles = false }
    }
}
