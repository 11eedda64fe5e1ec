import SchoolRules
import Sheets

/// One file of a set with its header understood.
struct OneRosterTable {
    let file: OneRosterFile
    let mode: OneRosterMode
    let columns: [OneRosterColumn]
    private let positions: [String: Int]
    private(set) var rows: [OneRosterRow] = []
    /// Ids of rows that were not read: references to them are no fault of their own.
    private(set) var lostIDs: Set<String> = []

    /// Reads the header and keeps the rows that are as wide as it; says what is wrong with the others.
    /// - Returns: nil when the columns the format asks for are not there.
    init?(
        _ table: SheetTable, _ file: OneRosterFile, _ mode: OneRosterMode, _ version: OneRosterVersion,
        widths: [Int: Int], _ problems: inout ImportProblems
    ) {
        self.file = file
        self.mode = mode
        let own = ["sourcedId", "status", "dateLastModified"].map { OneRosterColumn($0) }
        columns = own + file.columns(version)
        let place = ImportPlace(file: file.name)
        var positions: [String: Int] = [:]
        guard let header = table.rows.first else { return nil }
        for (position, name) in header.texts.enumerated() {
            if positions[name] != nil, !name.isEmpty {
                problems.add(.duplicateColumn(name), at: place.row(header.number, name))
            } else {
                positions[name] = position
            }
        }
        self.positions = positions
        guard Self.isWhole(columns, positions, at: place.row(header.number), &problems) else { return nil }
        let width = widths[header.number] ?? header.cells.count
        for row in table.rows.dropFirst() {
            let found = widths[row.number] ?? row.cells.count
            if found == width {
                rows.append(OneRosterRow(number: row.number, cells: row, positions: positions))
            } else {
                lostIDs.insert(row[positions["sourcedId"] ?? 0])
                problems.add(.raggedRow(found: found, expected: width), at: place.row(row.number))
            }
        }
    }

    private static func isWhole(
        _ columns: [OneRosterColumn], _ positions: [String: Int], at place: ImportPlace,
        _ problems: inout ImportProblems
    ) -> Bool {
        let missing = columns.filter { positions[$0.name] == nil }
        for column in missing where !column.mayBeMissing {
            problems.add(.missingColumn(column.name), at: place.row(place.row ?? 1, column.name))
        }
        let minor = missing.filter(\.mayBeMissing).map(\.name)
        if !minor.isEmpty { problems.add(.missingColumns(minor), at: place) }
        let known = Set(columns.map(\.name))
        for name in positions.keys.sorted() where !known.contains(name) && !name.hasPrefix("metadata.") {
            problems.add(.extraColumn(name), at: place.row(place.row ?? 1, name))
        }
        return missing.allSatisfy(\.mayBeMissing)
    }
}

/// One record.
struct OneRosterRow {
    let number: Int
    private let cells: SheetRow
    private let positions: [String: Int]

    init(number: Int, cells: SheetRow, positions: [String: Int]) {
        self.number = number
        self.cells = cells
        self.positions = positions
    }

    /// The text under a column, empty where the file has no such column.
    subscript(column: String) -> String { positions[column].map { cells[$0] } ?? "" }

    var id: String { self["sourcedId"] }
    var isRemoved: Bool { self["status"] == "tobedeleted" }

    func list(_ column: String) -> [String] {
        self[column].split(separator: ",").map { $0.trimmedSpaces }.filter { !$0.isEmpty }
    }

    func day(_ column: String) -> Day? { Day(self[column]) }
}

/// How many cells the records of a file have: a table leaves out empty cells at the end of a row, and here a row that
/// is too short must be seen.
enum OneRosterWidths {
    /// Cells by the line on which a record begins.
    static func count(_ bytes: [UInt8]) -> [Int: Int] {
        var widths: [Int: Int] = [:]
        var (line, start, cells) = (1, 1, 1)
        var isQuoted = false
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var recordStart = position
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 34 { isQuoted.toggle() }
            if byte == 44, !isQuoted { cells += 1 }
            guard byte == 10 || byte == 13 else { continue }
            if byte == 13, position < bytes.count, bytes[position] == 10 { position += 1 }
            line += 1
            if !isQuoted {
                widths[start] = cells
                (start, cells, recordStart) = (line, 1, position)
            }
        }
        if recordStart < bytes.count { widths[start] = cells }
        return widths
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmedSpaces: String {
        let head = drop(while: \.isWhitespace)
        return String(head.reversed().drop(while: \.isWhitespace).reversed())
    }
}
