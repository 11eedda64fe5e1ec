/// A step of the schema, taken apart for an engine that wants it in pieces.
struct SchemaStep {
    /// The statements, without comments; foreign keys of tables are taken out.
    private(set) var statements: [String] = []
    private(set) var references: [Reference] = []

    /// A foreign key that is added when all tables are there.
    struct Reference: Equatable {
        let table: String
        let name: String
        let clause: String

        var adding: String { "ALTER TABLE \(table) ADD CONSTRAINT \(name) \(clause)" }
        var dropping: String { "ALTER TABLE \(table) DROP CONSTRAINT \(name)" }
    }

    init(_ step: String, words: [(word: String, meaning: String)]) {
        var text = step.split(separator: "\n").map { line in
            line.firstRange(of: "--").map { String(line[..<$0.lowerBound]) } ?? String(line)
        }.joined(separator: "\n")
        for (word, meaning) in words { text.replace(word, with: meaning) }
        for statement in text.split(separator: ";") {
            let statement = statement.trimmed
            if !statement.isEmpty { take(statement) }
        }
    }

    /// The names of the tables made here whose rows belong to a school.
    var tables: [String] {
        statements.filter { $0.contains("school_id") }.compactMap(Self.tableMade)
    }

    private static func tableMade(by statement: String) -> String? {
        let words = statement.split(whereSeparator: \.isWhitespace)
        return words.count > 2 && words[0] == "CREATE" && words[1] == "TABLE" ? String(words[2]) : nil
    }

    private mutating func take(_ statement: String) {
        guard let table = Self.tableMade(by: statement), let open = statement.firstIndex(of: "("),
            let close = statement.lastIndex(of: ")")
        else { return statements.append(statement) }
        let parts = Self.parts(of: statement[statement.index(after: open)..<close])
        let keys = parts.filter { $0.hasPrefix("FOREIGN KEY") }
        for (number, clause) in keys.enumerated() {
            references.append(Reference(table: table, name: "\(table)_reference_\(number + 1)", clause: clause))
        }
        let kept = parts.filter { !$0.hasPrefix("FOREIGN KEY") }.joined(separator: ",\n    ")
        statements.append(
            "CREATE TABLE \(table) (\n    \(kept)\n)\(statement[statement.index(after: close)...])".trimmed)
    }

    /// What stands between the commas that are in no brackets and in no text.
    private static func parts(of body: Substring) -> [String] {
        var parts = [""]
        var depth = 0
        var isText = false
        for letter in body {
            if letter == "'" { isText.toggle() }
            if !isText, letter == "(" { depth += 1 }
            if !isText, letter == ")" { depth -= 1 }
            if letter == ",", depth == 0, !isText { parts.append("") } else { parts[parts.count - 1].append(letter) }
        }
        return parts.map(\.trimmed)
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
