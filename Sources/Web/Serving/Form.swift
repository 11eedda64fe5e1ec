/// Fields as a browser sends them (`application/x-www-form-urlencoded`); a name may come several times.
public struct Form: Sendable, Equatable {
    public private(set) var fields: [(name: String, value: String)]

    public init(_ encoded: String = "") {
        fields = encoded.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
        }
    }

    public init(fields: [(name: String, value: String)]) { self.fields = fields }

    public static func == (one: Form, other: Form) -> Bool {
        one.fields.elementsEqual(other.fields) { $0 == $1 }
    }

    public var isEmpty: Bool { fields.isEmpty }

    /// The first value of a field, without spaces around it; nil where the field was not sent.
    public subscript(name: String) -> String? {
        fields.first { $0.name == name }.map { Self.trimmed($0.value) }
    }

    /// All values of a field.
    public func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map { Self.trimmed($0.value) }
    }

    /// The fields whose name begins so, with the rest of their name.
    public func named(with prefix: String) -> [(rest: String, value: String)] {
        fields.filter { $0.name.hasPrefix(prefix) }
            .map { (String($0.name.dropFirst(prefix.count)), Self.trimmed($0.value)) }
    }

    public var encoded: String {
        fields.map { Self.encode($0.name) + "=" + Self.encode($0.value) }.joined(separator: "&")
    }

    /// Percent-encodes all but letters, digits and `-._~`.
    public static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: bytes.append(byte)
            default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes percent signs and plus signs; what is no valid code stays as it is, bytes that are no UTF-8 become �.
    public static func decode(_ text: Substring, plusIsSpace: Bool = true) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 37, rest.count >= 2, let high = hex(rest[rest.startIndex]),
                let low = hex(rest[rest.startIndex + 1])
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == 43 && plusIsSpace ? 32 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    private static func trimmed(_ text: String) -> String {
        var view = text[...]
        while let first = view.first, first.isWhitespace { view = view.dropFirst() }
        while let last = view.last, last.isWhitespace { view = view.dropLast() }
        return String(view)
    }
}
