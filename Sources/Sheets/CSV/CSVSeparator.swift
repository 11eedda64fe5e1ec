/// Finds what parts the cells: comma, semicolon or tab.
enum CSVSeparator {
    /// The candidate under which most of the first fifty rows have one and the same width above one; of equals the
    /// one that gives more columns. A column of texts alone has none: then a comma.
    static func recognise(in text: [UInt8]) -> UInt8 {
        var best = (separator: UInt8(ascii: ","), agreeing: 0, width: 1)
        for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
            let (agreeing, width) = agreement(text, candidate)
            if agreeing > best.agreeing || (agreeing == best.agreeing && width > best.width) {
                best = (candidate, agreeing, width)
            }
        }
        return best.separator
    }

    private static func agreement(_ text: [UInt8], _ separator: UInt8) -> (rows: Int, width: Int) {
        var widths: [Int: Int] = [:]
        for width in rowWidths(text, separator) where width > 1 { widths[width, default: 0] += 1 }
        let best = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return (best?.value ?? 0, best?.key ?? 1)
    }

    private static func rowWidths(_ text: [UInt8], _ separator: UInt8) -> [Int] {
        var widths: [Int] = []
        var width = 1
        var isQuoted = false
        var isCellStart = true
        for byte in text.prefix(1 << 18) where widths.count < 50 {
            if byte == UInt8(ascii: "\"") && (isQuoted || isCellStart) {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if byte == separator {
                width += 1
            } else if byte == 0x0A || byte == 0x0D {
                widths.append(width)
                width = 1
            }
            isCellStart = byte == separator || byte == 0x0A || byte == 0x0D || (byte == UInt8(ascii: "\"") && !isQuoted)
        }
        return widths + [width]
    }
}
