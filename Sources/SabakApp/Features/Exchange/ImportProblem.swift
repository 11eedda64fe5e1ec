import Web

/// What is wrong with a file somebody brings, and where in it.
public struct ImportProblem: Sendable, Equatable {
    public enum Severity: String, Sendable { case error, warning }

    public let severity: Severity
    public let place: ImportPlace
    /// Stable, for programs: `unknown_reference`.
    public let code: String
    /// What is wrong, for people.
    public let text: Text

    init(_ fault: ImportFault, at place: ImportPlace) {
        severity = fault.severity
        code = fault.code
        text = fault.text
        self.place = place
    }

    public var json: JSON {
        [
            "severity": .string(severity.rawValue), "file": .string(place.file), "sheet": .optional(place.sheet),
            "row": place.row.map { .integer(Int64($0)) } ?? .null, "column": .optional(place.column),
            "code": .string(code), "message": .string(text[.en]),
        ]
    }

    /// One line for people: `users.csv:17:role: error: …`.
    public func line(_ language: Language) -> String {
        let parts = [place.file, place.sheet ?? "", place.row.map(String.init) ?? "", place.column ?? ""]
        let word = severity == .error ? ImportWords.error : ImportWords.warning
        return parts.filter { !$0.isEmpty }.joined(separator: ":") + ": \(word[language]): \(text[language])"
    }
}

/// A place in a file: rows count from 1 as in the file, columns are named by their header.
public struct ImportPlace: Sendable, Equatable {
    public var file: String
    public var sheet: String?
    public var row: Int?
    public var column: String?

    public init(file: String, sheet: String? = nil, row: Int? = nil, column: String? = nil) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    func row(_ row: Int, _ column: String? = nil) -> ImportPlace {
        ImportPlace(file: file, sheet: sheet, row: row, column: column)
    }
}

/// A kind of problem with its words.
struct ImportFault: Sendable, Equatable {
    let code: String
    let severity: ImportProblem.Severity
    let text: Text

    static func error(_ code: String, _ text: Text) -> ImportFault {
        ImportFault(code: code, severity: .error, text: text)
    }

    static func warning(_ code: String, _ text: Text) -> ImportFault {
        ImportFault(code: code, severity: .warning, text: text)
    }
}

/// The problems of one import in the order they were found. A file that is wrong in every row fills only so much;
/// warnings never crowd out errors.
struct ImportProblems: Sendable {
    /// So many errors, and so many warnings.
    static let most = 1000
    private(set) var list: [ImportProblem] = []
    private(set) var errorCount = 0
    private var warningCount = 0
    private var leftOut = 0
    /// Rows with errors, all of them; nil stands for an error of the file or a sheet as a whole.
    private(set) var errorRows: Set<RowPlace?> = []

    init() {}

    init(_ fault: ImportFault, at place: ImportPlace) { add(fault, at: place) }

    var hasErrors: Bool { errorCount > 0 }

    mutating func add(_ fault: ImportFault, at place: ImportPlace) { add(ImportProblem(fault, at: place)) }

    private mutating func add(_ problem: ImportProblem) {
        let count: Int
        switch problem.severity {
        case .error:
            errorCount += 1
            errorRows.insert(RowPlace(problem.place))
            count = errorCount
        case .warning:
            warningCount += 1
            count = warningCount
        }
        if count <= Self.most { list.append(problem) } else { leftOut += 1 }
    }

    mutating func add(_ others: ImportProblems) {
        for problem in others.list { add(problem) }
        let listed = others.list.count { $0.severity == .error }
        errorCount += others.errorCount - listed
        warningCount += others.warningCount - (others.list.count - listed)
        errorRows.formUnion(others.errorRows)
        leftOut += others.leftOut
    }

    /// Without the problems of rows that were left out.
    func leavingOut(_ places: Set<RowPlace>) -> ImportProblems {
        var copy = self
        copy.list = list.filter { problem in RowPlace(problem.place).map { !places.contains($0) } ?? true }
        copy.errorRows.subtract(places.map(Optional.init))
        copy.errorCount = copy.errorRows.isEmpty ? 0 : max(1, copy.list.count { $0.severity == .error })
        copy.warningCount = copy.list.count { $0.severity == .warning }
        return copy
    }

    /// All that may be shown, with a last line for those that are not.
    func shown(in file: String) -> [ImportProblem] {
        guard leftOut > 0 else { return list }
        let rest = errorCount > list.count(where: { $0.severity == .error })
        let fault = rest ? ImportFault.moreErrors(leftOut) : ImportFault.moreWarnings(leftOut)
        return list + [ImportProblem(fault, at: ImportPlace(file: file))]
    }
}
