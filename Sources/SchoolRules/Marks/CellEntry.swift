/// The attendance part of a cell.
public struct CellAbsence: Hashable, Codable, Sendable {
    public let codeID: Int
    public let category: AbsenceCategory
    /// Minutes of lateness, where the code takes them and they were given.
    public let minutes: Int?

    public init(codeID: Int, category: AbsenceCategory, minutes: Int? = nil) {
        self.codeID = codeID
        self.category = category
        self.minutes = minutes
    }

    public init(_ code: AbsenceCode, minutes: Int? = nil) {
        self.init(codeID: code.id, category: code.category, minutes: minutes)
    }
}

/// What one cell of the journal holds: up to two marks and up to one attendance code.
public struct CellEntry: Hashable, Codable, Sendable {
    /// Values of the scale as they are stored, at most two, in the order typed.
    public let marks: [String]
    public let absence: CellAbsence?

    /// More than two marks is a programming error and traps.
    public init(marks: [String] = [], absence: CellAbsence? = nil) {
        precondition(marks.count <= 2, "a cell holds two marks")
        self.marks = marks
        self.absence = absence
    }

    public var isEmpty: Bool { marks.isEmpty && absence == nil }

    /// A mark beside a code that means not present: kept, but worth a warning. Who was absent may well owe a work.
    public var isMarkedWhileAbsent: Bool {
        marks.contains { DebtSign(stored: $0) == nil } && (absence?.category.isAbsent ?? false)
    }

    /// The cell as it is shown and typed: `5/4`, `Ж`, `О 4`, `кеч 8'`, `кеч 8' 4`.
    ///
    /// Parsing it with the same table and language gives the same entry. A code missing from the table shows as `?`.
    /// A debt shows its sign alone, and typed back it keeps its day; with `days` it shows the day as well: `•05.12`.
    public func display(_ language: RecordLanguage, codes: [AbsenceCode], days: Bool = false) -> String {
        var parts: [String] = []
        if let absence {
            parts.append(codes.first { $0.id == absence.codeID }?.label(in: language) ?? "?")
            if let minutes = absence.minutes { parts.append("\(minutes)'") }
        }
        if !marks.isEmpty { parts.append(marks.map { Self.shown($0, days: days) }.joined(separator: "/")) }
        return parts.joined(separator: " ")
    }

    private static func shown(_ mark: String, days: Bool) -> String {
        DebtSign(stored: mark).map { days ? $0.text : DebtSign.sign } ?? mark
    }
}

/// Why a typed cell is refused.
public enum CellProblem: Error, Hashable, Sendable {
    /// Neither a code of the table nor a mark.
    case unknownText(String)
    /// More than two marks.
    case tooMany
    /// A number the scale does not have.
    case notOnScale(String)
    case twoAbsences
    /// Two marks need a slash between them: 5/4.
    case marksNeedSlash
    /// Minutes after a code that takes none, or without a code.
    case minutesNotAllowed(String)
    /// Minutes are 1...90.
    case minutesOutOfRange(Int)

    /// A stable name for programs.
    public var code: String {
        switch self {
        case .unknownText: "unknown_text"
        case .tooMany: "too_many_marks"
        case .notOnScale: "not_on_scale"
        case .twoAbsences: "two_absences"
        case .marksNeedSlash: "marks_need_slash"
        case .minutesNotAllowed: "minutes_not_allowed"
        case .minutesOutOfRange: "minutes_out_of_range"
        }
    }
}
