/// A piece of HTML, escaped by default.
///
/// Written as a literal: what is interpolated is escaped, unless it is HTML already.
/// ```swift
/// let row: HTML = "<th scope=\"row\">\(student.name)</th>"
/// ```
/// Text and attribute values escape alike, so attributes must stand in double quotes.
public struct HTML: ExpressibleByStringInterpolation, Sendable {
    public private(set) var bytes: [UInt8]

    public init() { bytes = [] }

    /// An empty piece that expects to grow to this many bytes.
    public init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    public init(stringLiteral text: String) { bytes = Array(text.utf8) }

    public init(stringInterpolation parts: Parts) { bytes = parts.html.bytes }

    /// Text that is trusted to be HTML. Each use is counted by a test.
    public init(raw: String) { bytes = Array(raw.utf8) }

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public var isEmpty: Bool { bytes.isEmpty }

    /// Appends markup written in this program.
    public mutating func append(markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends another piece.
    public mutating func append(_ piece: HTML) { bytes.append(contentsOf: piece.bytes) }

    /// Appends text, escaped.
    public mutating func append(text: String) {
        var text = text
        text.withUTF8 { utf8 in
            if utf8.contains(where: Self.needsEscape) {
                for byte in utf8 { appendEscaped(byte) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
    }

    /// Appends a number.
    public mutating func append(number: Int64) {
        if number >= 0, number < 10 {
            bytes.append(UInt8(48 + number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte == 38 || byte == 60 || byte == 62 || byte == 34 || byte == 39
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case 38: append(markup: "&amp;")
        case 60: append(markup: "&lt;")
        case 62: append(markup: "&gt;")
        case 34: append(markup: "&quot;")
        case 39: append(markup: "&#39;")
        default: bytes.append(byte)
        }
    }

    public struct Parts: StringInterpolationProtocol {
        var html: HTML

        public init(literalCapacity: Int, interpolationCount: Int) {
            html = HTML(capacity: literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: String) {
            var literal = literal
            literal.withUTF8 { html.bytes.append(contentsOf: $0) }
        }

        public mutating func appendInterpolation(_ piece: HTML) { html.append(piece) }

        /// Nothing, where there is no piece.
        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { html.append(piece) }
        }

        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { html.append(piece) }
        }

        public mutating func appendInterpolation(_ text: String) { html.append(text: text) }

        public mutating func appendInterpolation(_ number: Int) { html.append(number: Int64(number)) }

        public mutating func appendInterpolation(_ number: Int64) { html.append(number: number) }
    }
}

extension Sequence {
    /// The pieces of each element, one after the other.
    public func html(_ piece: (Element) throws -> HTML) rethrows -> HTML {
        var whole = HTML()
        for element in self { whole.append(try piece(element)) }
        return whole
    }
}
