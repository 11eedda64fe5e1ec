import SchoolRules
import Web

/// What a check found or an import did, kept for the page.
struct ImportReport: Codable, Sendable {
    struct Person: Codable, Sendable {
        let id: Int64
        let name: String
        /// The class or classes, or the columns that change.
        let what: String
        var columns: [String] = []
    }

    /// Whether there is something to bring in.
    let isGood: Bool
    /// Whether the file as a whole could not be read.
    let isUnreadable: Bool
    var counts = ImportAnswer.Counts()
    var timetable: TimetableAnswer.Counts?
    /// Whether the list speaks of people, so that the changes below mean something.
    var isOfPeople = false
    var added: [String] = []
    var moved: [Person] = []
    var changed: [Person] = []
    var left: [Person] = []
    var unchanged = 0
    var problems: [ProblemGroup] = []
    /// Rows that are wrong and, if somebody says so, left out.
    var wrongRows = 0
    var questions: [ListQuestion] = []
    /// The first rows of a list of lessons as they were understood.
    var rows: [UnderstoodRow] = []
    /// How many rows are new, changed, as they are, or end.
    var rowCounts: [UnderstoodRow.Change: Int] = [:]
    /// How many rows there are in all.
    var rowCount = 0

    private static let mostRows = 300

    init(_ answer: ImportAnswer) {
        isGood = answer.outcome == .done
        isUnreadable = answer.outcome == .unreadable
        counts = answer.counts
        // Who is not in the list is listed by itself.
        problems = ProblemGroup.groups(answer.problems.filter { $0.code != "not_in_list" })
        wrongRows = answer.rejects?.count ?? 0
        questions = answer.questions
        take(answer.rows)
        guard let changes = answer.changes else { return }
        isOfPeople = true
        added = changes.added
        moved = changes.moved.map { Person(id: $0.person, name: $0.name, what: "\($0.from) → \($0.to)") }
        changed = changes.changed.map { Person(id: $0.person, name: $0.name, what: "", columns: $0.columns) }
        left = changes.left.map { Person(id: $0.person, name: $0.name, what: $0.schoolClass) }
        unchanged = changes.unchanged
    }

    init(_ answer: TimetableAnswer) {
        isGood = answer.outcome == .done
        isUnreadable = answer.outcome == .unreadable
        timetable = answer.counts
        problems = ProblemGroup.groups(answer.problems)
        take(answer.rows)
    }

    private mutating func take(_ all: [UnderstoodRow]) {
        rows = UnderstoodRow.shown(all, most: Self.mostRows)
        rowCount = all.count
        for row in all {
            if let change = row.change { rowCounts[change, default: 0] += 1 }
        }
    }

    /// A report of nothing: what an older one does not name is as here.
    private init() { (isGood, isUnreadable) = (false, false) }

    init(json: String) throws { self = try KeptJSON.read(json, over: ImportReport()) }

    var json: String { get throws { try KeptJSON.text(self) } }

    var hasErrors: Bool { problems.contains(where: \.isError) }
}

/// Problems of one kind in one column, however many rows have them.
struct ProblemGroup: Codable, Sendable {
    /// One wording with its places.
    struct Entry: Codable, Sendable {
        let text: Text
        /// Rows by sheet; the empty name where there is only one.
        var rows: [String: [Int]] = [:]
        var count = 0
    }

    let isError: Bool
    let code: String
    let column: String
    /// The first wordings; `count` counts all.
    private(set) var entries: [Entry] = []
    private(set) var count = 0
    private(set) var unlisted = 0

    private static let mostEntries = 60
    private static let mostRows = 400

    init(_ problem: ImportProblem) {
        isError = problem.severity == .error
        code = problem.code
        column = problem.place.column ?? ""
        add(problem)
    }

    private struct Key: Hashable {
        let isError: Bool
        let code, column: String
    }

    /// Errors first, each kind once, in the order they were found.
    static func groups(_ problems: [ImportProblem]) -> [ProblemGroup] {
        var indexes: [Key: Int] = [:]
        var groups: [ProblemGroup] = []
        for problem in problems {
            let key = Key(
                isError: problem.severity == .error, code: problem.code, column: problem.place.column ?? "")
            if let index = indexes[key] {
                groups[index].add(problem)
            } else {
                indexes[key] = groups.count
                groups.append(ProblemGroup(problem))
            }
        }
        return groups.filter(\.isError) + groups.filter { !$0.isError }
    }

    private mutating func add(_ problem: ImportProblem) {
        count += 1
        var index = entries.firstIndex { $0.text == problem.text }
        if index == nil, entries.count < Self.mostEntries {
            entries.append(Entry(text: problem.text))
            index = entries.count - 1
        }
        guard let index else {
            unlisted += 1
            return
        }
        entries[index].count += 1
        guard let row = problem.place.row, entries[index].count <= Self.mostRows else { return }
        entries[index].rows[problem.place.sheet ?? "", default: []].append(row)
    }
}

/// Row numbers as people write them: `2–5, 9`.
enum RowRanges {
    static func words(_ rows: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for row in Set(rows).sorted() {
            if let last = ranges.last, last.upperBound + 1 == row {
                ranges[ranges.count - 1] = last.lowerBound...row
            } else {
                ranges.append(row...row)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
    }
}
