/// An element of an XML file with all that is in it.
public struct MarkupElement: Sendable, Equatable {
    /// Without a prefix.
    public var name: String
    public var attributes: [String: String]
    /// Its own text, without white space at both ends.
    public var text: String
    public var children: [MarkupElement]

    public init(
        name: String, attributes: [String: String] = [:], text: String = "", children: [MarkupElement] = []
    ) {
        self.name = name
        self.attributes = attributes
        self.text = text
        self.children = children
    }

    /// The value of an attribute; empty where there is none.
    public subscript(attribute: String) -> String { attributes[attribute] ?? "" }

    /// The first child of a name.
    public func child(_ name: String) -> MarkupElement? { children.first { $0.name == name } }

    /// All children of a name, in order.
    public func children(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }

    /// The text of the first child of a name; empty where there is none.
    public func text(of name: String) -> String { child(name)?.text ?? "" }
}

/// XML as timetable programs write it.
public enum MarkupFile {
    /// The root element. UTF-8, UTF-16 and the single-byte encodings of the region, declared or not; a wrong
    /// declaration over valid UTF-8 is overruled. Refuses document types (no such program writes one, entity attacks
    /// need one), XML that is not well formed, elements nested deeper than 64, more elements, attributes or bytes than
    /// the limits.
    public static func read(_ bytes: [UInt8], limits: SheetLimits = .standard) throws(SheetProblem) -> MarkupElement {
        guard !bytes.isEmpty else { throw SheetProblem(.emptyFile) }
        guard bytes.count <= limits.fileBytes else { throw SheetProblem(.tooLarge, detail: "\(bytes.count) bytes") }
        let builder = MarkupBuilder(limits.cells)
        try XMLScanner.scan(utf8: try text(bytes), builder)
        guard let root = builder.root else { throw SheetProblem(.emptyFile) }
        return root
    }

    private static func text(_ bytes: [UInt8]) throws(SheetProblem) -> [UInt8] {
        let head = String(decoding: bytes.prefix(200).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        if !isUTF8, head.contains("encoding"), !head.contains("utf") {
            let declared = TextEncoding.allDeclared.first { head.contains($0.name) }?.encoding
            guard let declared else { throw SheetProblem(.badEncoding, detail: "an encoding of another region") }
            return declared.expanded(bytes)
        }
        return try TextEncoding.decode(bytes).text
    }
}

/// Builds the tree as the XML goes by.
private final class MarkupBuilder: XMLListener {
    private(set) var root: MarkupElement?
    private var open: [(element: MarkupElement, text: [UInt8])] = []
    private var left: Int

    init(_ most: Int) { left = most }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        let all = attributes.all
        left -= 1 + all.count
        if left < 0 { refuse(SheetProblem(.tooManyCells, detail: "elements")) }
        open.append((MarkupElement(name: name.text, attributes: all), []))
    }

    override func end(_ name: XMLName) {
        guard let (opened, text) = open.popLast() else { return }
        var element = opened
        element.text = Self.trimmed(text)
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].element.children.append(element)
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !open.isEmpty else { return }
        // Indentation between elements is no text.
        if open[open.count - 1].text.isEmpty, bytes.allSatisfy(Self.isSpace) { return }
        open[open.count - 1].text.append(contentsOf: bytes)
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
