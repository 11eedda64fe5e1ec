/// `_x000D_` in a text stands for a character that XML cannot hold, `_x005F_` for an underscore that begins such a
/// word by chance (ECMA-376 part 1, 22.9.2.19).
enum XLSXEscapes {
    private static let underscore = UInt8(ascii: "_")

    static func decoded(_ bytes: [UInt8]) -> String {
        guard bytes.contains(underscore) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let scalar = scalar(in: bytes, at: index) {
                text.append(contentsOf: String(scalar).utf8)
                index += 7
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func encoded(_ text: String) -> String {
        guard text.utf8.contains(underscore) else { return text }
        let bytes = Array(text.utf8)
        let encoded = bytes.indices.flatMap { index in
            scalar(in: bytes, at: index) == nil ? [bytes[index]] : Array("_x005F_".utf8)
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func scalar(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
        guard index + 6 < bytes.count, bytes[index] == underscore, bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == underscore
        else { return nil }
        let digits = bytes[(index + 2)...(index + 5)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
        return scalar == "\0" ? nil : scalar
    }
}
