/// The encodings in which schools of the region save text.
public enum TextEncoding: String, Sendable {
    case utf8, utf16LE, utf16BE
    /// Russian Windows. Has no ө ү ң ә ғ қ: programs write `?` for them.
    case windows1251
    /// Kazakh Windows (KZ-1048): the previous one with Kazakh letters.
    case kz1048
    /// DOS.
    case cp866
}

extension TextEncoding {
    /// Recognises the encoding and gives the text as UTF-8 without a byte order mark. A mark decides; then valid
    /// UTF-8; then the statistics of letters. Refuses NUL bytes and a marked file that breaks its encoding's rules.
    static func decode(_ bytes: [UInt8]) throws(SheetProblem) -> (text: [UInt8], encoding: TextEncoding) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return (try utf8(bytes), .utf8)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            return (try utf16(bytes.dropFirst(2)) { UInt16($1) << 8 | UInt16($0) }, .utf16LE)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            return (try utf16(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) }, .utf16BE)
        } else if isUTF16(bytes, highByte: 1) {
            return (try utf16(bytes[...]) { UInt16($1) << 8 | UInt16($0) }, .utf16LE)
        } else if isUTF16(bytes, highByte: 0) {
            return (try utf16(bytes[...]) { UInt16($0) << 8 | UInt16($1) }, .utf16BE)
        }
        try refuseNUL(bytes)
        guard !isUTF8(bytes) else { return (bytes, .utf8) }
        guard !isDamagedUTF8(bytes) else { throw SheetProblem(.badEncoding, detail: "damaged UTF-8") }
        let encoding = singleByte(bytes)
        return (encoding.expanded(bytes), encoding)
    }

    /// The text without its mark, where the encoding must be UTF-8.
    static func utf8(_ bytes: [UInt8]) throws(SheetProblem) -> [UInt8] {
        try refuseNUL(bytes)
        guard isUTF8(bytes) else { throw SheetProblem(.badEncoding, detail: "not valid UTF-8") }
        return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// Without a mark UTF-16 shows by its high bytes: NUL beside separators and digits, 04 beside Cyrillic letters.
    private static func isUTF16(_ bytes: [UInt8], highByte: Int) -> Bool {
        let sample = bytes.prefix(1 << 14)
        guard sample.count >= 8, bytes.count.isMultiple(of: 2) else { return false }
        let high = stride(from: highByte, to: sample.count, by: 2).map { sample[$0] }
        let typical = high.count { $0 == 0 || $0 == 4 }
        return high.contains(0) && typical * 10 >= high.count * 9
    }

    /// Most bytes above ASCII stand in whole Cyrillic letters of UTF-8, some do not: a cut or patched file, which
    /// would read as gibberish in any other encoding.
    private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
        var foreign = 0
        var whole = 0
        for (index, byte) in bytes.enumerated() where byte >= 0x80 {
            foreign += 1
            let isLead = (0xD0...0xD3).contains(byte) && index + 1 < bytes.count && bytes[index + 1] & 0xC0 == 0x80
            if isLead { whole += 2 }
        }
        return whole > 8 && whole * 10 >= foreign * 8
    }

    private static func refuseNUL(_ bytes: [UInt8]) throws(SheetProblem) {
        guard let index = bytes.firstIndex(of: 0) else { return }
        throw SheetProblem(.nulByte, row: 1 + bytes[..<index].count { $0 == 0x0A }, detail: "at byte \(index)")
    }

    private static func utf16(
        _ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16
    ) throws(SheetProblem) -> [UInt8] {
        guard bytes.count.isMultiple(of: 2) else { throw SheetProblem(.badEncoding, detail: "half a UTF-16 unit") }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw SheetProblem(.badEncoding, detail: "not valid UTF-16")
        }
        let decoded = Array(text.utf8)
        try refuseNUL(decoded)
        return decoded
    }
}

extension TextEncoding {
    /// CP866 keeps А–Я а–п in 80–AF, where Windows has rare signs; Windows keeps А–Я in C0–DF and р–я in F0–FF,
    /// where DOS has frames. E0–EF are common letters in both and say nothing.
    private static func singleByte(_ bytes: [UInt8]) -> TextEncoding {
        var dos = 0
        var windows = 0
        for byte in bytes {
            switch byte {
            case 0x80...0xAF: dos += 1
            case 0xC0...0xDF, 0xF0...0xFF: windows += 1
            default: break
            }
        }
        if dos > windows { return .cp866 }
        return isKazakh(bytes) ? .kz1048 : .windows1251
    }

    /// Қ қ Ә ә Ң ң of KZ-1048 are letters of Serbian and Macedonian in Windows-1251, unseen beside Russian ones.
    private static func isKazakh(_ bytes: [UInt8]) -> Bool {
        let own: Set<UInt8> = [0x8D, 0x9D, 0xA3, 0xBC, 0xBD, 0xBE]
        return bytes.indices.contains { index in
            own.contains(bytes[index])
                && ((index > 0 && bytes[index - 1] >= 0xC0) || (index + 1 < bytes.count && bytes[index + 1] >= 0xC0))
        }
    }

    /// The single-byte encodings by the names that XML declares.
    static let allDeclared: [(name: String, encoding: TextEncoding)] = [
        ("windows-1251", .windows1251), ("cp1251", .windows1251), ("kz-1048", .kz1048), ("cp866", .cp866),
        ("ibm866", .cp866),
    ]

    func expanded(_ bytes: [UInt8]) -> [UInt8] {
        let upper = upperHalf.unicodeScalars.map { Array(String($0).utf8) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                text.append(contentsOf: upper[Int(byte) - 0x80])
            }
        }
        return text
    }

    /// The 128 characters of the upper half of a single-byte encoding. Byte 98 of Windows is unassigned.
    private var upperHalf: String {
        let letters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
        switch self {
        case .cp866:
            return String(letters.prefix(48)) + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
                + String(letters.suffix(16)) + "ЁёЄєЇїЎў°∙·√№¤■\u{A0}"
        case .kz1048:
            return "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\u{FFFD}™љ›њқһџ\u{A0}ҰұӘ¤Ө¦§Ё©Ғ«¬\u{AD}®Ү°±Ііөµ¶·ё№ғ»әҢңү" + letters
        case .windows1251, .utf8, .utf16LE, .utf16BE:
            return "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї" + letters
        }
    }

    /// Names of archive entries without the UTF-8 flag: UTF-8 all the same, or DOS.
    static func entryName(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(decoding: TextEncoding.cp866.expanded(Array(bytes)), as: UTF8.self)
    }
}
