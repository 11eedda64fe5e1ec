/// Names of tabs as Excel accepts them.
enum SheetNames {
    private static let longest = 31

    /// Without `[ ] : * ? / \` and control characters, without apostrophes at the ends, at most 31 UTF-16 units, not
    /// empty, not the reserved "History", no two equal but for letter case.
    static func clean(_ names: [String]) -> [String] {
        var taken: Set<String> = ["history"]
        return names.enumerated().map { index, name in
            let base = cleaned(name, "Sheet \(index + 1)")
            var candidate = cut(base, to: longest)
            var number = 2
            while !taken.insert(candidate.lowercased()).inserted {
                let suffix = " (\(number))"
                candidate = cut(base, to: longest - suffix.count) + suffix
                number += 1
            }
            return candidate
        }
    }

    private static func cleaned(_ name: String, _ instead: String) -> String {
        let allowed = name.unicodeScalars.map { scalar in
            scalar.value < 0x20 || "[]:*?/\\".unicodeScalars.contains(scalar) ? " " : Character(scalar)
        }
        let words = String(allowed).split(separator: " ").joined(separator: " ")
        let bare = words.drop { $0 == "'" }.reversed().drop { $0 == "'" }.reversed()
        return bare.isEmpty ? instead : String(bare)
    }

    private static func cut(_ name: String, to length: Int) -> String {
        var name = name
        while name.utf16.count > length || name.hasSuffix("'") { name.removeLast() }
        return name
    }
}

/// Widths of columns from what stands in them.
enum ColumnWidths {
    /// In characters, between 6 and 60; room for the filter's button is added to headers.
    static func of(_ sheet: XLSXSheet) -> [Double] {
        let count = min(max(sheet.header.count, sheet.rows.map(\.count).max() ?? 0), 16_384)
        var longest = [Int](repeating: 4, count: count)
        for (column, word) in sheet.header.prefix(count).enumerated() { longest[column] = max(4, word.count + 2) }
        for row in sheet.rows.prefix(500) {
            for (column, value) in row.prefix(count).enumerated() {
                longest[column] = max(longest[column], value.plain.count)
            }
        }
        return longest.enumerated().map { column, length in
            column < sheet.widths.count ? sheet.widths[column] : Double(min(length + 2, 60))
        }
    }
}
