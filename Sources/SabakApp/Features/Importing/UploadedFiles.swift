import Sheets
import Web

/// The files of one upload, taken out of an archive where a program has packed them.
struct UploadedFiles: Sendable {
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    /// So many bytes may be sent, and so many may come out of an archive.
    static let mostBytes = 8 << 20
    static let mostExpanded = 32 << 20

    let kind: ImportKind
    let files: [File]

    /// - Throws: `SheetProblem` for an archive that cannot be read or holds something else.
    init(_ kind: ImportKind, _ sent: [File]) throws(SheetProblem) {
        self.kind = kind
        var files: [File] = []
        for file in sent {
            if let inside = try Self.unpacked(file, kind) { files += inside } else { files.append(file) }
        }
        self.files = files
    }

    /// The files in an archive that belong to the list; nil for what is no archive of files. A workbook is an archive
    /// too, and stays as it is.
    private static func unpacked(_ file: File, _ kind: ImportKind) throws(SheetProblem) -> [File]? {
        // The archive of OneRoster is the list itself.
        guard file.bytes.starts(with: [0x50, 0x4B]), ![.people, .teaching].contains(kind) else { return nil }
        let zip = try ZipFile(file.bytes)
        // Programs of others leave the first out.
        guard !zip.contains("[Content_Types].xml"), !zip.contains("_rels/.rels"), !zip.contains("mimetype") else {
            return nil
        }
        let endings = kind.accepts.split(separator: ",").filter { $0 != ".zip" }
        let names = zip.names.filter { name in
            endings.contains { name.lowercased().hasSuffix($0) } && !name.hasPrefix("__MACOSX/")
        }
        guard !names.isEmpty, names.count == 1 || kind == .fet else {
            throw SheetProblem(.notASpreadsheet, sheet: file.name, detail: "\(names.count) lists in an archive")
        }
        var files: [File] = []
        for name in names {
            let bytes = try zip.contents(of: name, limit: mostExpanded)
            files.append(File(name: name.split(separator: "/").last.map(String.init) ?? name, bytes: bytes))
        }
        return files
    }

    /// The tables of a list.
    func tables() throws(SheetProblem) -> [SheetTable] {
        guard let file = files.first else { throw SheetProblem(.emptyFile) }
        return try SheetFile.read(file.bytes, named: file.name, limits: Self.limits)
    }

    /// The set of an interchange.
    func roster() throws(SheetProblem) -> OneRosterFiles {
        guard let file = files.first else { throw SheetProblem(.emptyFile) }
        return try OneRosterFiles(zip: file.bytes)
    }

    /// A school's largest list has some ten thousand rows.
    static let limits = SheetLimits(
        fileBytes: mostExpanded, entryBytes: 48 << 20, expandedBytes: 64 << 20, cells: 1_000_000, rows: 100_000)
}
