/// Writes comma separated text.
public enum CSVText {
    /// RFC 4180: CRLF after every row, quotes where needed. With `formulaSafe` a text that a spreadsheet would run as
    /// a formula (`=`, `+`, `-`, `@`, tab or line end in front) gets an apostrophe first; numbers and dates stay.
    /// Interchange formats read by programs want `formulaSafe: false`.
    public static func write(
        _ rows: [[SheetValue]], separator: Character = ",", formulaSafe: Bool = true
    ) -> String {
        var text: [UInt8] = []
        let parting = Array(String(separator).utf8)
        for row in rows {
            for (column, value) in row.enumerated() {
                if column > 0 { text += parting }
                text += field(value, parting, formulaSafe)
            }
            // A lone empty cell would read back as a blank line.
            if row.count == 1, row[0].plain.isEmpty { text += [quote, quote] }
            text += [0x0D, 0x0A]
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The same for rows of texts.
    public static func write(_ rows: [[String]], separator: Character = ",", formulaSafe: Bool = true) -> String {
        write(rows.map { $0.map(SheetValue.text) }, separator: separator, formulaSafe: formulaSafe)
    }

    /// As Excel opens it with a double click on a Russian system: UTF-8 with a byte order mark, semicolons.
    public static func bytesForExcel(_ rows: [[SheetValue]], separator: Character = ";") -> [UInt8] {
        [0xEF, 0xBB, 0xBF] + Array(write(rows, separator: separator).utf8)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let formulaStarts = Set("=+-@\t\r\n".utf8)

    private static func field(_ value: SheetValue, _ separator: [UInt8], _ formulaSafe: Bool) -> [UInt8] {
        var text = Array(value.plain.utf8)
        if formulaSafe, case .text = value, let first = text.first, formulaStarts.contains(first) {
            text.insert(UInt8(ascii: "'"), at: 0)
        }
        let special = separator + [quote, 0x0D, 0x0A]
        guard text.contains(where: special.contains) else { return text }
        return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
