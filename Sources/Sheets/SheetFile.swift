import Foundation

/// Any table a school may upload. What the file is, is decided by its bytes; its name decides nothing.
public enum SheetFile {
    /// The visible sheets of a workbook, or the one table of a CSV file, called `name`. Refuses old and disguised
    /// formats, each with its own code.
    public static func read(
        _ bytes: [UInt8], named name: String = "", limits: SheetLimits = .standard
    ) throws(SheetProblem) -> [SheetTable] {
        if bytes.starts(with: [0x50, 0x4B]) {
            return try XLSXFile.read(bytes, limits: limits)
        } else {
            return [try CSVFile.read(bytes, named: name, limits: limits)]
        }
    }

    /// Reads a file of the disk; its last path component names a CSV table.
    public static func read(path: String, limits: SheetLimits = .standard) throws(SheetProblem) -> [SheetTable] {
        let url = URL(fileURLWithPath: path)
        let bytes: [UInt8]
        do {
            let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= limits.fileBytes else { throw SheetProblem(.tooLarge, detail: "\(size) bytes") }
            bytes = [UInt8](try Data(contentsOf: url))
        } catch let problem as SheetProblem {
            throw problem
        } catch {
            throw SheetProblem(.unreadable, detail: error.localizedDescription)
        }
        return try read(bytes, named: url.lastPathComponent, limits: limits)
    }

    /// Refuses what is neither text nor an archive: empty and oversized files, old Excel, locked workbooks, web pages.
    static func refuseForeign(_ bytes: [UInt8], _ limits: SheetLimits) throws(SheetProblem) {
        guard !bytes.isEmpty else { throw SheetProblem(.emptyFile) }
        guard bytes.count <= limits.fileBytes else {
            throw SheetProblem(.tooLarge, detail: "\(bytes.count) bytes, at most \(limits.fileBytes)")
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw isLocked(bytes)
                ? SheetProblem(.encrypted, detail: "a workbook with a password")
                : SheetProblem(.oldExcel, detail: "save it as .xlsx")
        }
        // BIFF 2 to 5 files of the last century have no container around them.
        if [[0x09, 0x00, 0x04, 0x00], [0x09, 0x02, 0x06, 0x00], [0x09, 0x04, 0x06, 0x00], [0x09, 0x08, 0x08, 0x00]]
            .contains(where: { bytes.starts(with: $0) })
        {
            throw SheetProblem(.oldExcel, detail: "save it as .xlsx")
        }
        // Lists also come as PDF, which is text from afar.
        if bytes.starts(with: Array("%PDF-".utf8)) { throw SheetProblem(.notASpreadsheet, detail: "a PDF document") }
        if isMarkup(bytes) { throw SheetProblem(.htmlNotExcel, detail: "save it as .xlsx") }
    }

    /// A locked workbook hides in the container of old Excel, under a stream called EncryptedPackage in UTF-16.
    private static func isLocked(_ bytes: [UInt8]) -> Bool {
        let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return Data(bytes).range(of: Data(name)) != nil
    }

    private static func isMarkup(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(1024).filter { $0 != 0 }, as: UTF8.self).lowercased()
        let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{FFFD}" }
        return ["<html", "<!doctype", "<table", "<meta", "<head", "<body", "<style", "<?xml", "<!--", "<workbook"]
            .contains { start.hasPrefix($0) } || head.hasPrefix("mime-version:")
    }
}
