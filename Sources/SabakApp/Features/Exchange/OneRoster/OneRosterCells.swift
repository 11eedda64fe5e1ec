import SchoolRules

/// Checks of single cells and of ids within one file.
struct OneRosterCells {
    let table: OneRosterTable
    private var place: ImportPlace { ImportPlace(file: table.file.name) }

    /// The ids of the file, with the problems of its cells.
    func check(_ version: OneRosterVersion, _ problems: inout ImportProblems) -> Set<String> {
        var lines: [String: Int] = [:]
        lines.reserveCapacity(table.rows.count)
        for row in table.rows {
            checkID(row, &lines, &problems)
            checkStatus(row, &problems)
            for column in table.columns.dropFirst(3) { check(row, column, version, &problems) }
        }
        return Set(lines.keys)
    }

    private func checkID(_ row: OneRosterRow, _ lines: inout [String: Int], _ problems: inout ImportProblems) {
        let id = row.id
        if id.isEmpty {
            problems.add(.missingValue("sourcedId"), at: place.row(row.number, "sourcedId"))
        } else if !Self.isID(id) {
            problems.add(.badID(id), at: place.row(row.number, "sourcedId"))
        }
        if !id.isEmpty, let first = lines.updateValue(row.number, forKey: id) {
            lines[id] = first
            problems.add(.duplicateID(id, first: first), at: place.row(row.number, "sourcedId"))
        }
    }

    private func checkStatus(_ row: OneRosterRow, _ problems: inout ImportProblems) {
        let (status, changed) = (row["status"], row["dateLastModified"])
        if table.mode == .bulk {
            for (name, value) in [("status", status), ("dateLastModified", changed)] where !value.isEmpty {
                problems.add(.notBlankInBulk(name, value), at: place.row(row.number, name))
            }
            return
        }
        if status.isEmpty {
            problems.add(.blankInDelta("status"), at: place.row(row.number, "status"))
        } else if status != "active" && status != "tobedeleted" {
            problems.add(.badWord(status, ["active", "tobedeleted"]), at: place.row(row.number, "status"))
        }
        if changed.isEmpty {
            problems.add(.blankInDelta("dateLastModified"), at: place.row(row.number, "dateLastModified"))
        } else if !Self.isInstant(changed) {
            problems.add(.badInstant(changed), at: place.row(row.number, "dateLastModified"))
        }
    }

    private func check(
        _ row: OneRosterRow, _ column: OneRosterColumn, _ version: OneRosterVersion, _ problems: inout ImportProblems
    ) {
        let text = row[column.name]
        let place = place.row(row.number, column.name)
        if text.isEmpty || text.allSatisfy(\.isWhitespace) {
            if column.isRequired { problems.add(.missingValue(column.name), at: place) }
            return
        }
        if text.utf8.contains(where: { $0 == 10 || $0 == 13 }) { problems.add(.lineBreak, at: place) }
        switch column.kind {
        case .text, .list: break
        case .boolean:
            if text != "true" && text != "false" { problems.add(.badWord(text, ["false", "true"]), at: place) }
        case .day:
            if Day(text) == nil { problems.add(.badDay(text), at: place) }
        case .year:
            if text.count != 4 || Int(text) == nil { problems.add(.badYear(text), at: place) }
        case .word(let words):
            let isExtension = version == .v12 && text.hasPrefix("ext:")
            if !words.contains(text) && !isExtension { problems.add(.badWord(text, words.sorted()), at: place) }
        case .grades:
            for grade in row.list(column.name) where !OneRosterGrade.isKnown(grade) {
                problems.add(.unknownGrade(grade), at: place)
            }
        case .reference:
            if !Self.isID(text) { problems.add(.badID(text), at: place) }
        case .references:
            for id in row.list(column.name) where !Self.isID(id) { problems.add(.badID(id), at: place) }
        }
    }

    /// 1 to 255 of the characters the format allows.
    static func isID(_ text: String) -> Bool {
        let length = text.utf8.count
        guard (1...255).contains(length) else { return false }
        return text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || byte == 46 || byte == 45 || byte == 95 || byte == 47 || byte == 64
        }
    }

    /// `2026-09-01T08:00:00Z`, with a fraction of a second or not.
    static func isInstant(_ text: String) -> Bool {
        guard text.hasSuffix("Z"), text.utf8.count >= 20, Day(String(text.prefix(10))) != nil else { return false }
        let time = text.dropFirst(10).dropLast()
        guard time.first == "T" else { return false }
        let parts = time.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = Int(parts[0]), let minute = Int(parts[1]), let second = Double(parts[2]),
            parts[0].count == 2, parts[1].count == 2
        else { return false }
        return (0..<24).contains(hour) && (0..<60).contains(minute) && (0..<61).contains(second)
    }
}
