import Foundation
import SchoolRules
import Sheets
import Store
import Web

/// Brings a list of a school: CSV or XLSX. Any error writes nothing, unless bad rows are to be left out.
public struct ListImport: Sendable {
    let school: SchoolStore
    let kind: ListKind
    let ids: Identity
    let instant: Int64
    let isDryRun: Bool
    /// Rows with errors are left out and come back as `ImportAnswer.rejects`.
    public var skipsBadRows = false
    /// Where the rows left out are written before anything is brought in, and in which language.
    public var rejectsFile: (path: String, language: Language)?
    /// What the school has confirmed of the columns of its lists.
    var mappings = ListMappings()
    /// What was said of sheets and header rows.
    var choices = ListChoices()
    /// What was decided about rows whose person may be somebody known.
    var decisions: [RowPlace: ListDecision] = [:]
    /// Rows that are not to be brought.
    var leftOut: Set<RowPlace> = []
    /// Students who are said to have left, of those the list does not name. Nobody leaves while rows are wrong: the
    /// missing ones may be among them.
    var leaving = ListLeaving()
    /// The first day of a timetable whose rows name none.
    var from: Day?
    /// Who brings plans for the own pages only; nil: for all.
    var planner: Int64?
    /// Who changes the school; without it the command.
    var author: Author?
    /// Is told how far the work has come.
    var advance: ListAdvance?
    /// Is done in the transaction of the import, with what it answers.
    var closing: (@Sendable (Writing, ImportAnswer) throws -> Void)?

    public init(_ kind: ListKind, school: SchoolStore, ids: Identity, at instant: Int64, isDryRun: Bool = false) {
        self.kind = kind
        self.school = school
        self.ids = ids
        self.instant = instant
        self.isDryRun = isDryRun
    }

    public func run(path: String) throws -> ImportAnswer {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        do {
            return try run(try SheetFile.read(path: path), named: name)
        } catch let problem as SheetProblem where problem.code != .notWritten {
            var problems = ImportProblems()
            let isThere = FileManager.default.fileExists(atPath: path)
            problems.add(
                isThere ? .sheet(problem) : .noSuchFile,
                at: ImportPlace(file: name, sheet: problem.sheet, row: problem.row))
            return ImportAnswer(
                outcome: .unreadable, school: school.id, counts: .init(), problems: problems.shown(in: name))
        }
    }

    public func run(bytes: [UInt8], named name: String) throws -> ImportAnswer {
        try run(try SheetFile.read(bytes, named: name), named: name)
    }

    func run(_ tables: [SheetTable], named name: String) throws -> ImportAnswer {
        let reading = ListReading(tables, named: name, kind: kind, mappings: mappings, choices: choices)
        return try run(leftOut.isEmpty ? reading : reading.rejecting(leftOut))
    }

    /// Brings what was read. With `skipsBadRows` rows with errors are left out one after another: some are only seen
    /// when others are gone.
    func run(_ reading: ListReading) throws -> ImportAnswer {
        var rejects = RejectsBook()
        var told: [ImportProblem] = []
        var left = leftOut
        var questions: [RowPlace: ListQuestion] = [:]
        var reading = reading
        while true {
            let outcome = try attempt(reading)
            for question in outcome.questions where questions[question.place] == nil {
                questions[question.place] = question
            }
            guard outcome.problems.hasErrors, skipsBadRows else {
                return try finish(outcome, told, rejects, reading).asking(questions)
            }
            // Rows whose errors are not listed have their turn when these are gone.
            let errors = outcome.problems.list.filter { $0.severity == .error }
            let rows = Set(errors.compactMap { RowPlace($0.place) }).subtracting(left)
            guard !outcome.problems.errorRows.contains(nil), !rows.isEmpty else {
                return try finish(outcome, told, rejects, reading).asking(questions)
            }
            rejects.add(reading, outcome.problems.list, at: rows)
            told += errors
            left.formUnion(rows)
            reading = reading.rejecting(left)
        }
    }

    private struct Attempt {
        var problems: ImportProblems
        var counts = ImportAnswer.Counts()
        var changes: ListChanges?
        var questions: [ListQuestion] = []
    }

    private struct Undone: Error {}

    /// Everything in one transaction that is undone with errors, on a dry run, and as long as rows may have to be left
    /// out.
    private func attempt(_ reading: ListReading) throws -> Attempt {
        guard !reading.problems.hasErrors, Self.hasRows(reading) else { return Attempt(problems: reading.problems) }
        return try work(on: reading, isTrial: isDryRun || skipsBadRows, [], RejectsBook())
    }

    private static func hasRows(_ reading: ListReading) -> Bool {
        reading.sheets.contains { $0.rows.contains(where: \.isGood) }
    }

    private func work(
        on reading: ListReading, isTrial: Bool, _ told: [ImportProblem], _ rejects: RejectsBook
    ) throws -> Attempt {
        var attempt = Attempt(problems: reading.problems)
        do {
            try school.writeNow(by: author ?? .command("import sheet \(kind.rawValue)"), at: instant) { writing in
                // PostgreSQL may ask for the same again.
                attempt = Attempt(problems: reading.problems)
                let context = try ListSchool(writing: writing, ids: ids, decisions: decisions, advance: advance)
                try write(reading, context, rejects.count > 0 ? ListLeaving() : leaving, &attempt)
                if attempt.problems.hasErrors || isTrial { throw Undone() }
                try writing.audit("roster.import", "school/\(writing.school)", after: "sheet \(kind.rawValue)")
                try closing?(writing, answer(attempt, told, rejects, reading))
            }
        } catch is Undone {
            return attempt
        }
        return attempt
    }

    private func write(
        _ reading: ListReading, _ context: ListSchool, _ leaving: ListLeaving, _ attempt: inout Attempt
    ) throws {
        let sheets = reading.sheets
        switch kind {
        case .students:
            var list = try StudentSheet(context, file: reading.file, leaving: leaving)
            attempt.counts = try list.write(sheets)
            attempt.problems.add(list.problems)
            attempt.changes = list.changes
            attempt.questions = list.questions
        case .staff:
            var list = StaffSheet(context)
            attempt.counts = try list.write(sheets)
            attempt.problems.add(list.problems)
            attempt.changes = list.changes
            attempt.questions = list.questions
        case .load:
            var list = LoadSheet(context)
            attempt.counts = try list.write(sheets)
            attempt.problems.add(list.problems)
        case .timetable:
            var list = TimetableSheet(context, from: from)
            attempt.counts = try list.write(sheets)
            attempt.problems.add(list.problems)
        case .plan:
            var list = PlanSheet(context, teacher: planner)
            attempt.counts = try list.write(sheets)
            attempt.problems.add(list.problems)
        }
    }

    /// The answer; without errors, and with something left to bring, the real thing after all trials.
    private func finish(
        _ attempt: Attempt, _ told: [ImportProblem], _ rejects: RejectsBook, _ reading: ListReading
    ) throws -> ImportAnswer {
        var last = attempt
        let isGood = !attempt.problems.hasErrors && Self.hasRows(reading)
        if let rejectsFile, rejects.count > 0 { try rejects.write(to: rejectsFile.path, in: rejectsFile.language) }
        if isGood, skipsBadRows, !isDryRun {
            last = try work(on: reading, isTrial: false, told, rejects)
        }
        return answer(last, told, rejects, reading)
    }

    private func answer(
        _ attempt: Attempt, _ told: [ImportProblem], _ rejects: RejectsBook, _ reading: ListReading
    ) -> ImportAnswer {
        let isGood = !attempt.problems.hasErrors && Self.hasRows(reading)
        var answer = ImportAnswer(
            outcome: isGood ? .done : .refused, school: school.id, counts: attempt.counts,
            problems: told.prefix(ImportProblems.most) + attempt.problems.shown(in: reading.file))
        answer.changes = attempt.changes
        answer.questions = attempt.questions
        answer.rejects = skipsBadRows ? rejects : nil
        return answer
    }
}
