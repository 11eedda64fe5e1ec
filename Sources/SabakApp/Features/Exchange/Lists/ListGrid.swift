import SchoolRules
import Sheets

/// Timetables and load lists drawn as a grid, a column a class, turned into plain lists. Rows keep their numbers.
enum ListGrid {
    private struct Frame {
        let header: Int
        /// Classes by column.
        let classes: [(column: Int, name: String)]
        let columns: [ListColumn: Int]
        /// The column of the room right of a class.
        let rooms: [Int: Int]
    }

    /// Nil where the sheet is no grid.
    static func unrolled(_ table: SheetTable, _ kind: ListKind) -> SheetTable? {
        guard kind == .timetable || kind == .load, !table.hasLostLetters else { return nil }
        let table = table.repeatingMergedRows()
        guard let frame = frame(table, kind) else { return nil }
        let below = table.rows[(frame.header + 1)...]
        let rows = kind == .timetable ? lessons(below, frame) : loads(below, frame)
        guard !rows.isEmpty else { return nil }
        let headers: [ListColumn] =
            kind == .timetable
            ? [.schoolClass, .weekday, .lesson, .subject, .teacher, .room] : [.schoolClass, .subject, .teacher, .hours]
        let header = SheetRow(
            number: table.rows[frame.header].number, cells: headers.map { Sheets.SheetCell($0.headers[0]) })
        return SheetTable(
            name: table.name, rows: [header] + rows, encoding: table.encoding, separator: table.separator)
    }

    private static func frame(_ table: SheetTable, _ kind: ListKind) -> Frame? {
        for (index, row) in table.rows.prefix(20).enumerated() {
            let texts = row.texts.map(\.trimmedSpaces)
            if texts.contains(where: { ListColumn.named($0, in: kind) == .schoolClass }) { return nil }
            let classes = texts.enumerated().compactMap { column, text in
                ClassCell.read(text)?.letter.first?.isLetter == true ? (column, text) : nil
            }
            guard classes.count > 1 else { continue }
            var columns: [ListColumn: Int] = [:]
            var rooms: [Int: Int] = [:]
            for (column, text) in texts.enumerated() {
                guard let named = ListColumn.named(text, in: kind) ?? HeaderWords.column(text, in: kind) else {
                    continue
                }
                if named == .room, column > 0, classes.contains(where: { $0.0 == column - 1 }) {
                    rooms[column - 1] = column
                } else if columns[named] == nil {
                    columns[named] = column
                }
            }
            complete(&columns, kind, Array(table.rows[(index + 1)...]), before: classes[0].0)
            return Frame(header: index, classes: classes.map { ($0.0, $0.1) }, columns: columns, rooms: rooms)
        }
        return nil
    }

    /// Columns left of the classes that have no header are known by what stands in them.
    private static func complete(_ columns: inout [ListColumn: Int], _ kind: ListKind, _ rows: [SheetRow], before: Int)
    {
        for column in 0..<before where !columns.values.contains(column) {
            let cells = rows.prefix(60).map { $0.cells.indices.contains(column) ? $0.cells[column] : .empty }
            let texts = cells.map(\.text.trimmedSpaces).filter { !$0.isEmpty }
            if kind == .timetable, columns[.lesson] == nil, !texts.isEmpty,
                texts.allSatisfy({ lesson($0) != nil })
            {
                columns[.lesson] = column
            } else if let found = ColumnContents(kind, taken: Set(columns.keys)).column(cells) {
                columns[found] = column
            }
        }
        // A column of its own under "№" counts the lessons of the day.
        if kind == .timetable, columns[.lesson] == nil { columns[.lesson] = columns[.ordinal] }
    }

    private static func lesson(_ text: String) -> String? {
        let digits = text.prefix { $0.isNumber }
        let rest = searchFold(String(text.dropFirst(digits.count)))
        guard let number = Int(digits), (0...14).contains(number) else { return nil }
        return rest.isEmpty || ["урок", "сабак"].contains { rest.hasPrefix(searchFold($0)) } ? String(number) : nil
    }

    private static func lessons(_ below: ArraySlice<SheetRow>, _ frame: Frame) -> [SheetRow] {
        var rows: [SheetRow] = []
        var day = ""
        for row in below {
            let filled = Set(row.texts.map(\.trimmedSpaces).filter { !$0.isEmpty })
            if filled.count == 1, let only = filled.first, ListValues.weekday(only) != nil, Int(only) == nil {
                day = only
                continue
            }
            if let column = frame.columns[.weekday], !row[column].trimmedSpaces.isEmpty { day = row[column] }
            guard let column = frame.columns[.lesson], let number = lesson(row[column].trimmedSpaces) else { continue }
            for (column, name) in frame.classes where !isDash(row[column]) {
                let room = frame.rooms[column].map { row[$0] } ?? ""
                for entry in entries(row[column]) {
                    let texts = [name, day, number, entry.subject, entry.teacher, room.isEmpty ? entry.room : room]
                    rows.append(line(row.number, texts))
                }
            }
        }
        return rows
    }

    /// `Алгебра`, `Алгебра (214)`, subject, teacher and room on lines of their own, `Англ. яз. / Информатика`.
    private static func entries(_ cell: String) -> [(subject: String, teacher: String, room: String)] {
        let lines = cell.split(whereSeparator: \.isNewline).map { $0.trimmedSpaces }.filter { !$0.isEmpty }
        guard var subject = lines.first else { return [] }
        var room = ""
        if let start = subject.firstIndex(of: "("), subject.last == ")" {
            let inner = subject[subject.index(after: start)...].dropLast()
            if inner.contains(where: \.isNumber) {
                room = String(inner)
                subject = subject[..<start].trimmedSpaces
            }
        }
        var teacher = ""
        for other in lines.dropFirst() {
            if other.contains(where: \.isNumber) { room = other } else { teacher = other }
        }
        return subject.split(separator: "/").map { ($0.trimmedSpaces, teacher, room) }
    }

    private static func loads(_ below: ArraySlice<SheetRow>, _ frame: Frame) -> [SheetRow] {
        var rows: [SheetRow] = []
        var teacher = ""
        var subject = ""
        for row in below {
            let texts = [ListColumn.teacher, .subject].map { frame.columns[$0].map { row[$0].trimmedSpaces } ?? "" }
            if texts.contains(where: FootWords.isTotal) { continue }
            if !texts[0].isEmpty, texts[0] != teacher {
                teacher = texts[0]
                subject = ""
            }
            if !texts[1].isEmpty { subject = texts[1] }
            for (column, name) in frame.classes where !isDash(row[column]) {
                rows.append(line(row.number, [name, subject, teacher, row[column].trimmedSpaces]))
            }
        }
        return rows
    }

    private static func isDash(_ text: String) -> Bool { text.allSatisfy { $0.isWhitespace || "-–—0".contains($0) } }

    private static func line(_ number: Int, _ texts: [String]) -> SheetRow {
        SheetRow(number: number, cells: texts.map { $0.isEmpty ? Sheets.SheetCell.empty : Sheets.SheetCell($0) })
    }
}
