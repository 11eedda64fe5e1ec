/// The texts that cells refer to by number (`sharedStrings.xml`). Runs of different look are joined; readings of
/// East Asian words (`rPh`) are left out.
final class XLSXTexts: XMLListener {
    private var all: [String] = []
    private var text = XLSXText()
    private let most: Int

    static func read(_ entry: String, of file: ZipFile, _ limits: SheetLimits) throws(SheetProblem) -> [String] {
        let listener = XLSXTexts(limits.cells)
        try XMLScanner.scan(entry, of: file, listener)
        return listener.all
    }

    private init(_ most: Int) { self.most = most }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) { text.start(name) }

    override func end(_ name: XMLName) {
        text.end(name)
        guard name == "si" else { return }
        all.append(text.take())
        if all.count > most { refuse(SheetProblem(.tooManyCells, detail: "more than \(most) texts")) }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !text.receive(bytes) { refuse(SheetProblem(.tooLarge, detail: "one text is too long")) }
    }
}

/// Gathers the text of one cell from its runs.
struct XLSXText {
    /// Excel's own limit is 32,767 characters.
    private static let longest = 1 << 18

    private var bytes: [UInt8] = []
    private var isText = false
    private var isReading = false

    mutating func start(_ name: XMLName) {
        if name == "t" {
            isText = true
        } else if name == "rPh" {
            isReading = true
        }
    }

    mutating func end(_ name: XMLName) {
        if name == "t" {
            isText = false
        } else if name == "rPh" {
            isReading = false
        }
    }

    /// False when the text is longer than any cell may be.
    mutating func receive(_ more: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isText && !isReading else { return true }
        bytes.append(contentsOf: more)
        return bytes.count <= Self.longest
    }

    mutating func take() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return XLSXEscapes.decoded(bytes)
    }
}
