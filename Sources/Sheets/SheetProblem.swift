/// Why a file could not be read or written. `message` is English and meant for logs; whoever shows it to a
/// person words the `code` in that person's language.
public struct SheetProblem: Error, Sendable, Equatable {
    public enum Code: String, Sendable, CaseIterable {
        /// No bytes, or nothing but a byte order mark and blank lines.
        case emptyFile
        /// Damaged or not what it claims to be: bad XML, a checksum that does not agree, no permission to read.
        case unreadable
        /// The file ends before its own directory or data does.
        case truncated
        /// The file, one part of it or one cell is larger than the limits, packed or expanded.
        case tooLarge
        /// More cells, rows, columns or shared texts than the limits.
        case tooManyCells
        /// An archive with more entries than the limits.
        case tooManyEntries
        /// Protected by a password.
        case encrypted
        /// An entry name that climbs out of its folder, is absolute, or holds a backslash or NUL.
        case unsafeName
        /// Two entries of one name, letter case aside: programs would disagree about which one counts.
        case duplicateName
        /// A part the format requires, or an entry asked for, is not in the archive.
        case missingEntry
        /// XML with a document type declaration: no spreadsheet program writes one, entity attacks need one.
        case doctype
        /// Excel 97–2003 (.xls). Advice: open it and save as .xlsx.
        case oldExcel
        /// A web page or XML 2003 under the name of a workbook. Advice: open it and save as .xlsx.
        case htmlNotExcel
        /// LibreOffice's own format (.ods). Advice: save as .xlsx.
        case openDocument
        /// An archive that holds something else: a document, a presentation, plain files, a binary workbook; or
        /// a PDF document.
        case notASpreadsheet
        /// Bytes that are not text in the encoding the file declares or must have.
        case badEncoding
        /// A NUL byte in what should be text.
        case nulByte
        /// A quoted cell that never ends; `row` is where it starts.
        case unterminatedQuote
        /// Text after the closing quote of a cell; refused in interchange files only.
        case brokenQuote
        /// The file could not be written: disk full, no permission, or a text longer than a cell can hold.
        case notWritten
    }

    public var code: Code
    /// The sheet, or the entry of the archive.
    public var sheet: String?
    /// From 1, as in the file.
    public var row: Int?
    /// From 1.
    public var column: Int?
    public var detail: String

    public init(
        _ code: Code, sheet: String? = nil, row: Int? = nil, column: Int? = nil, detail: String = ""
    ) {
        self.code = code
        self.sheet = sheet
        self.row = row
        self.column = column
        self.detail = detail
    }

    /// One English line for a log, such as `unterminatedQuote, row 7: the quote is never closed`.
    public var message: String {
        var line = code.rawValue
        if let sheet { line += ", \(sheet)" }
        if let row { line += ", row \(row)" }
        if let column { line += ", column \(column)" }
        return detail.isEmpty ? line : "\(line): \(detail)"
    }
}
