import Foundation

/// A JSON value as it stands in a file, before anything is asked of it.
indirect enum TableTree: Decodable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number with decimals; no rule takes one, since it is binary.
    case decimals
    case text(String)
    case list([TableTree])
    case fields([String: TableTree])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = Self.read(String.self, container) {
            self = .text(text)
        } else if let fields = Self.read([String: TableTree].self, container) {
            self = .fields(fields)
        } else if let list = Self.read([TableTree].self, container) {
            self = .list(list)
        } else if let value = Self.read(Bool.self, container) {
            self = .bool(value)
        } else if let number = Self.read(Int.self, container) {
            self = .integer(number)
        } else {
            self = .decimals
        }
    }

    private static func read<Value: Decodable>(
        _ type: Value.Type, _ container: any SingleValueDecodingContainer
    ) -> Value? {
        // A kind that does not fit is no failure here: the next one is tried.
        try? container.decode(type)
    }
}

/// What is wrong in a file of marks, and where: `students[3].marks[1].value`.
public struct TableProblem: Error, Equatable, Sendable {
    public let path: String
    public let code: String
    public let words: String

    public var line: String { path.isEmpty ? words : "\(path): \(words)" }
}

/// A value and the way to it.
struct TablePlace {
    let path: String
    let tree: TableTree

    init(path: String = "", tree: TableTree) {
        self.path = path
        self.tree = tree
    }

    /// Reads a whole file; a byte order mark is passed over.
    init(file bytes: [UInt8]) throws(TableProblem) {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        do {
            self.init(tree: try JSONDecoder().decode(TableTree.self, from: Data(body)))
        } catch {
            throw TableProblem(path: "", code: "not_json", words: "the file is not JSON")
        }
        guard case .fields = tree else {
            throw TableProblem(path: "", code: "wrong_type", words: "the file must hold an object")
        }
    }

    func problem(_ code: String, _ words: String) -> TableProblem {
        TableProblem(path: path, code: code, words: words)
    }

    /// The names of the fields, in order of the alphabet; empty for another kind of value.
    var names: [String] {
        if case .fields(let fields) = tree { fields.keys.sorted() } else { [] }
    }

    /// A field that may be absent; null is absent.
    func optional(_ name: String) throws(TableProblem) -> TablePlace? {
        guard case .fields(let fields) = tree else { throw problem("wrong_type", "must be an object") }
        guard let value = fields[name], value != .null else { return nil }
        return TablePlace(path: path.isEmpty ? name : path + "." + name, tree: value)
    }

    func field(_ name: String) throws(TableProblem) -> TablePlace {
        if let place = try optional(name) { return place }
        throw TableProblem(path: path.isEmpty ? name : path + "." + name, code: "missing", words: "is missing")
    }

    /// The elements of a list; null elements stay in it.
    func list() throws(TableProblem) -> [TablePlace] {
        guard case .list(let elements) = tree else { throw problem("wrong_type", "must be a list") }
        return elements.enumerated().map { TablePlace(path: "\(path)[\($0)]", tree: $1) }
    }

    func text() throws(TableProblem) -> String {
        guard case .text(let text) = tree else { throw problem("wrong_type", "must be a string") }
        return text
    }

    func integer(in range: ClosedRange<Int>) throws(TableProblem) -> Int {
        guard case .integer(let number) = tree else { throw problem("wrong_type", "must be a whole number") }
        guard range.contains(number) else {
            throw problem("out_of_range", "must be \(range.lowerBound)…\(range.upperBound)")
        }
        return number
    }

    /// One of the names of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type
    ) throws(TableProblem) -> Choice where Choice.RawValue == String {
        let name = try text()
        guard let choice = Choice(rawValue: name) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem("unknown", "\"\(name)\" is not known; it may be \(known)")
        }
        return choice
    }
}
