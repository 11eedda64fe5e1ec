import Foundation

/// One sheet to write: lines of title, a header, rows.
public struct XLSXSheet: Sendable {
    /// The tab. Characters that Excel forbids become spaces, long names are cut to 31, equal ones get a number.
    public var name: String
    /// Lines above the header, in bold.
    public var title: [String]
    /// Names of the columns: bold, frozen, with a filter, repeated on every printed page.
    public var header: [String]
    public var rows: [[SheetValue]]
    /// Widths of columns in characters; missing ones are taken from the contents.
    public var widths: [Double]
    /// Printed across the long side of the paper (A4).
    public var isLandscape: Bool

    public init(
        name: String, title: [String] = [], header: [String], rows: [[SheetValue]], widths: [Double] = [],
        isLandscape: Bool = false
    ) {
        self.name = name
        self.title = title
        self.header = header
        self.rows = rows
        self.widths = widths
        self.isLandscape = isLandscape
    }
}

/// A workbook to write. Text is always written as text, so that nothing in it can become a formula.
public struct XLSXDocument: Sendable {
    /// Shown among the properties of the file.
    public var title: String
    public var author: String
    public var sheets: [XLSXSheet]

    public init(title: String = "", author: String = "", sheets: [XLSXSheet]) {
        self.title = title
        self.author = author
        self.sheets = sheets
    }

    /// The file's bytes. Refuses more rows and columns than Excel has, and texts above 32,767 characters.
    public func bytes() throws(SheetProblem) -> [UInt8] {
        try Self.inPrivateFolder(of: NSTemporaryDirectory()) { path in
            try XLSXWriter.write(self, to: path)
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        }
    }

    /// Writes the file whole or not at all; one that was there is replaced in one step.
    public func write(to path: String) throws(SheetProblem) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try Self.inPrivateFolder(of: folder) { draft in
            try XLSXWriter.write(self, to: draft)
            guard rename(draft, path) == 0 else {
                throw SheetProblem(.notWritten, detail: String(cString: strerror(errno)))
            }
        }
    }

    /// Lists of people must not lie open in a shared folder even for a moment: only the owner may enter this one.
    private static func inPrivateFolder<Result>(
        of parent: String, _ work: (String) throws -> Result
    ) throws(SheetProblem) -> Result {
        var template = Array((parent + "/.sheets-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw SheetProblem(.notWritten, detail: String(cString: strerror(errno)))
        }
        let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let path = folder + "/workbook.xlsx"
        defer {
            unlink(path)
            rmdir(folder)
        }
        do {
            return try work(path)
        } catch let problem as SheetProblem {
            throw problem
        } catch {
            throw SheetProblem(.notWritten, detail: error.localizedDescription)
        }
    }
}
