import Web

/// Counts a school's own table of marks by the rules, so that it can be held against paper.
public struct RulesCount: Sendable {
    private let count: TableCount

    /// - Throws: what does not fit in the file, with its path.
    public init(file bytes: [UInt8]) throws(TableProblem) {
        count = TableCount(try MarksTable(file: bytes))
    }

    /// The answer for programs.
    public var json: JSON { count.json }
    /// The answer for people, in lines.
    public var words: [String] { count.words }
    /// Fields of the file that nothing asked for.
    public var unknown: [String] { count.table.unknown }
}

extension TableProblem {
    public static let notFound = TableProblem(path: "", code: "not_found", words: "not found")

    public var json: JSON {
        [
            "problems": [
                ["severity": "error", "path": .string(path), "code": .string(code), "message": .string(line)]
            ]
        ]
    }
}
