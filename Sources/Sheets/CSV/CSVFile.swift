/// Comma separated text (RFC 4180) and its relatives with semicolons and tabs.
public enum CSVFile {
    /// Reads a table that some program of an office has saved: the encoding and the separator are recognised, text
    /// behind a closing quote is kept, a first line `sep=;` is obeyed. Refuses empty files, NUL bytes, old Excel and
    /// web pages, and a quote that is never closed.
    public static func read(
        _ bytes: [UInt8], named name: String = "", limits: SheetLimits = .standard
    ) throws(SheetProblem) -> SheetTable {
        try SheetFile.refuseForeign(bytes, limits)
        var (text, encoding) = try TextEncoding.decode(bytes)
        try refuseBinary(text)
        // DOS programs end a text with Ctrl-Z.
        while text.last == 0x1A { text.removeLast() }
        let hint = separatorHint(text)
        let separator = hint ?? CSVSeparator.recognise(in: text)
        var parser = CSVParser(text, separator: separator, isStrict: false, limits: limits)
        if hint != nil { parser.skipLine() }
        return try table(parser, name, encoding)
    }

    /// Reads an interchange file, where nothing may be guessed: UTF-8 with or without a byte order mark, commas,
    /// nothing but a separator or a line end behind a closing quote.
    public static func readUTF8(
        _ bytes: [UInt8], named name: String = "", limits: SheetLimits = .standard
    ) throws(SheetProblem) -> SheetTable {
        guard bytes.count <= limits.fileBytes else { throw SheetProblem(.tooLarge, detail: "\(bytes.count) bytes") }
        let text = try TextEncoding.utf8(bytes)
        return try table(CSVParser(text, separator: UInt8(ascii: ","), isStrict: true, limits: limits), name, .utf8)
    }

    private static func table(
        _ parser: consuming CSVParser, _ name: String, _ encoding: TextEncoding
    ) throws(SheetProblem) -> SheetTable {
        var rows: [SheetRow] = []
        while let row = try parser.next() {
            if !row.cells.isEmpty { rows.append(row) }
        }
        guard !rows.isEmpty else { throw SheetProblem(.emptyFile) }
        let separator = Character(Unicode.Scalar(parser.separator))
        return SheetTable(name: name, rows: rows, encoding: encoding, separator: separator)
    }

    /// Pictures and documents decode as some single-byte text, but no text holds many control characters.
    private static func refuseBinary(_ text: [UInt8]) throws(SheetProblem) {
        let controls = text.prefix(4096).count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1A }
        guard controls <= 2 else { throw SheetProblem(.notASpreadsheet, detail: "binary data") }
    }

    private static func separatorHint(_ text: [UInt8]) -> UInt8? {
        guard text.count >= 5, text.starts(with: Array("sep=".utf8)) else { return nil }
        let isWholeLine = text.count == 5 || text[5] == 0x0A || text[5] == 0x0D
        return isWholeLine ? text[4] : nil
    }
}
