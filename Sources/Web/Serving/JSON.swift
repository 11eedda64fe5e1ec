/// A JSON value to be written. Objects keep the order of their fields.
public indirect enum JSON: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case null
    case bool(Bool)
    case integer(Int64)
    case number(String)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements) }

    /// An id: 64 bits are more than a JSON reader keeps, so it goes as text.
    public static func id(_ id: Int64) -> JSON { .string(String(id)) }

    /// A list as the API answers it.
    public static func items(_ items: [JSON]) -> JSON { ["items": .array(items)] }

    public static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

    public static func == (one: JSON, other: JSON) -> Bool { one.bytes == other.bytes }

    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        write(to: &bytes)
        return bytes
    }

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let elements):
            bytes.append(91)
            for (position, element) in elements.enumerated() {
                if position > 0 { bytes.append(44) }
                element.write(to: &bytes)
            }
            bytes.append(93)
        case .object(let fields):
            bytes.append(123)
            for (position, field) in fields.enumerated() {
                if position > 0 { bytes.append(44) }
                Self.write(field.0, to: &bytes)
                bytes.append(58)
                field.1.write(to: &bytes)
            }
            bytes.append(125)
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(34)
        for byte in text.utf8 {
            switch byte {
            case 34: bytes.append(contentsOf: "\\\"".utf8)
            case 92: bytes.append(contentsOf: "\\\\".utf8)
            case 10: bytes.append(contentsOf: "\\n".utf8)
            case 13: bytes.append(contentsOf: "\\r".utf8)
            case 9: bytes.append(contentsOf: "\\t".utf8)
            case 0..<32:
                bytes.append(contentsOf: "\\u00".utf8)
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(34)
    }
}
