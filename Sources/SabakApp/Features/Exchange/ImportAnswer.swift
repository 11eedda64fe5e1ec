import Web

/// What an import found and did.
public struct ImportAnswer: Sendable {
    /// Distinct active people, classes, pages and rows of enrolment, as the file says.
    public struct Counts: Sendable, Equatable, Codable {
        public var students = 0
        public var staff = 0
        public var guardians = 0
        public var classes = 0
        public var pages = 0
        public var enrolments = 0

        public init() {}

        public var json: JSON {
            [
                "students": .integer(Int64(students)), "staff": .integer(Int64(staff)),
                "guardians": .integer(Int64(guardians)), "classes": .integer(Int64(classes)),
                "pages": .integer(Int64(pages)), "enrolments": .integer(Int64(enrolments)),
            ]
        }
    }

    public enum Outcome: Sendable, Equatable {
        /// Written, or found good by a dry run.
        case done
        /// Errors in the content: nothing was written.
        case refused
        /// No such file, or not a file of this kind at all.
        case unreadable
    }

    public var outcome: Outcome
    /// The school written to; none where nothing was written into a new school.
    public var school: Int64?
    public var counts: Counts
    public var problems: [ImportProblem]
    /// What a list of people changes; nil for other lists.
    public var changes: ListChanges?
    /// Rows about whose person somebody has to decide; pressing ones are told as errors too.
    var questions: [ListQuestion] = []
    /// What the rows of a list of lessons come to.
    var rows: [UnderstoodRow] = []
    /// Rows left out because of their mistakes.
    public var rejects: RejectsBook?

    /// The answer with the questions of all its trials, in the order of the rows.
    func asking(_ questions: [RowPlace: ListQuestion]) -> ImportAnswer {
        var answer = self
        answer.questions = questions.values.sorted {
            ($0.place.sheet ?? "", $0.place.row) < ($1.place.sheet ?? "", $1.place.row)
        }
        return answer
    }

    public var json: JSON {
        var members: [(String, JSON)] = [
            ("school", school.map(JSON.id) ?? .null), ("counts", counts.json),
            ("problems", .array(problems.map(\.json))),
        ]
        if let changes { members.append(("changes", changes.json)) }
        if let rejects { members.append(("rejected", .integer(Int64(rejects.count)))) }
        return .object(members)
    }
}

enum ImportWords {
    static let error = Text(ky: "ката", ru: "ошибка", kk: "қате", en: "error")
    static let warning = Text(ky: "эскертүү", ru: "предупреждение", kk: "ескерту", en: "warning")
}
