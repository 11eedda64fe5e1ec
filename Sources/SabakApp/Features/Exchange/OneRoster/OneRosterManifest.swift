import Sheets

/// The control file of a set: the version, and how each file is to be read.
struct OneRosterManifest: Sendable {
    static let name = "manifest.csv"

    private(set) var version: OneRosterVersion?
    private(set) var modes: [String: OneRosterMode] = [:]
    private var rows: [String: Int] = [:]
    private let place = ImportPlace(file: OneRosterManifest.name)

    init(_ table: SheetTable, _ problems: inout ImportProblems) {
        let header = table.rows.first?.texts ?? []
        for name in ["propertyName", "value"] where !header.contains(name) {
            problems.add(.missingColumn(name), at: place.row(table.rows.first?.number ?? 1, name))
        }
        guard let names = header.firstIndex(of: "propertyName"), let values = header.firstIndex(of: "value") else {
            return
        }
        for row in table.rows.dropFirst() { read(row[names], row[values], row.number, &problems) }
        finish(&problems)
    }

    /// Where the manifest speaks of a file.
    func place(of file: String) -> ImportPlace { ImportPlace(file: place.file, row: rows["file." + file], column: nil) }

    private mutating func read(_ name: String, _ value: String, _ row: Int, _ problems: inout ImportProblems) {
        guard rows[name] == nil else {
            problems.add(.duplicateProperty(name), at: place.row(row, "propertyName"))
            return
        }
        rows[name] = row
        if name == "manifest.version" {
            if value != "1.0" { problems.add(.badManifestVersion(value), at: place.row(row, "value")) }
        } else if name == "oneroster.version" {
            version = OneRosterVersion(rawValue: value)
            if version == nil { problems.add(.unknownVersion(value), at: place.row(row, "value")) }
        } else if name.hasPrefix("file.") {
            let file = String(name.dropFirst(5))
            modes[file] = OneRosterMode(rawValue: value)
            if modes[file] == nil {
                problems.add(.badWord(value, ["absent", "bulk", "delta"]), at: place.row(row, "value"))
            }
        } else if !name.hasPrefix("source.") {
            problems.add(.unknownProperty(name), at: place.row(row, "propertyName"))
        }
    }

    private func finish(_ problems: inout ImportProblems) {
        for name in ["manifest.version", "oneroster.version"] where rows[name] == nil {
            problems.add(.missingProperty(name), at: place)
        }
        guard let version else { return }
        for file in modes.keys.sorted() where !version.files.contains(file) {
            problems.add(.unknownProperty("file." + file), at: place(of: file).row(rows["file." + file] ?? 1))
        }
    }
}
