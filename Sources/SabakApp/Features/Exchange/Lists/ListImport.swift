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
        var trial = Trial(list: try read(reading), rejects: RejectsBook(), told: [])
        var left = leftOut
        var questions: [RowPlace: ListQuestion] = [:]
        // Nobody who writes waits for a trial: it has a copy of the school for itself.
        let copy = isDryRun || skipsBadRows ? try school.rehearsal(without: ListSchool.notAskedAbout) : nil
        while true {
            let outcome = try attempt(trial, on: copy)
            for question in outcome.questions where questions[question.place] == nil {
                questions[question.place] = question
            }
            // Rows whose errors are not listed have their turn when these are gone.
            let errors = outcome.problems.list.filter { $0.severity == .error }
            let rows = Set(errors.compactMap { RowPlace($0.place) }).subtracting(left)
            guard skipsBadRows, !rows.isEmpty, !outcome.problems.errorRows.contains(nil) else {
                return try finish(outcome, trial).asking(questions)
            }
            trial.rejects.add(trial.list.reading, outcome.problems.list, at: rows)
            trial.told += errors
            left.formUnion(rows)
            trial.list = try read(trial.list.reading.rejecting(left))
        }
    }

    /// A list without the rows that were found wrong so far.
    private struct Trial {
        var list: ReadList
        var rejects: RejectsBook
        /// The problems of those rows.
        var told: [ImportProblem]
    }

    private struct Attempt {
        var problems: ImportProblems
        var counts = ImportAnswer.Counts()
        var changes: ListChanges?
        var questions: [ListQuestion] = []
        var rows: [UnderstoodRow] = []
    }

    private struct Undone: Error {}

    private func read(_ reading: ListReading) throws -> ReadList {
        let place = try school.read { try ListSchool.place(of: school.id, at: instant, in: $0) }
        return ReadList(reading, country: place.country, today: place.today)
    }

    private var writer: Author { author ?? .command("import sheet \(kind.rawValue)") }

    /// What the list would do, tried on a copy; without one it is done, if nothing is wrong with it.
    private func attempt(_ trial: Trial, on copy: Rehearsal?) throws -> Attempt {
        guard !trial.list.reading.problems.hasErrors, trial.list.hasRows else {
            return Attempt(problems: trial.list.problems)
        }
        guard let copy else { return try work(on: trial) }
        return try copy.run(by: writer, at: instant) { try write(trial, isTrial: true, in: $0) }
    }

    /// Everything in one transaction, which is undone where something is wrong.
    private func work(on trial: Trial) throws -> Attempt {
        var attempt = Attempt(problems: trial.list.problems)
        guard !attempt.problems.hasErrors else { return try attemptOnCopy(trial) }
        do {
            try school.writeNow(by: writer, at: instant) { writing in
                // PostgreSQL may ask for the same again.
                attempt = try write(trial, isTrial: false, in: writing)
                if attempt.problems.hasErrors { throw Undone() }
                try writing.audit("roster.import", "school/\(writing.school)", after: "sheet \(kind.rawValue)")
                try closing?(writing, answer(attempt, trial))
            }
        } catch is Undone {
            return attempt
        }
        return attempt
    }

    /// A list that is wrong before the school is asked writes nothing, but is told all that is wrong with it.
    private func attemptOnCopy(_ trial: Trial) throws -> Attempt {
        try attempt(trial, on: try school.rehearsal(without: ListSchool.notAskedAbout))
    }

    private func write(_ trial: Trial, isTrial: Bool, in writing: Writing) throws -> Attempt {
        var attempt = Attempt(problems: trial.list.problems)
        let context = try ListSchool(
            writing: writing, ids: ids, decisions: decisions, isTrial: isTrial, advance: advance)
        let sheets = trial.list.reading.sheets
        switch kind {
        case .students:
            var list = try StudentSheet(
                context, file: trial.list.reading.file, leaving: trial.rejects.count > 0 ? ListLeaving() : leaving)
            attempt.counts = try list.write(trial.list.people)
            attempt.problems.add(list.problems)
            attempt.changes = list.changes
            attempt.questions = list.questions
        case .staff:
            var list = StaffSheet(context)
            attempt.counts = try list.write(trial.list.people)
            attempt.problems.add(list.problems)
            attempt.changes = list.changes
            attempt.questions = list.questions
        case .load:
            var list = LoadSheet(context)
            attempt.counts = try list.write(sheets)
            attempt.problems.add(list.problems)
            attempt.rows = list.rows
        case .timetable:
            var list = TimetableSheet(context, from: from)
            attempt.counts = try list.write(sheets)
            attempt.problems.add(list.problems)
            attempt.rows = list.rows
        case .plan:
            var list = PlanSheet(context, teacher: planner)
            attempt.counts = try list.write(sheets)
            attempt.problems.add(list.problems)
            attempt.rows = list.rows
        }
        return attempt
    }

    /// The answer; without errors, and with something left to bring, the real thing after all trials.
    private func finish(_ attempt: Attempt, _ trial: Trial) throws -> ImportAnswer {
        var last = attempt
        let isGood = !attempt.problems.hasErrors && trial.list.hasRows
        if let rejectsFile, trial.rejects.count > 0 {
            try trial.rejects.write(to: rejectsFile.path, in: rejectsFile.language)
        }
        if isGood, skipsBadRows, !isDryRun { last = try work(on: trial) }
        return answer(last, trial)
    }

    private func answer(_ attempt: Attempt, _ trial: Trial) -> ImportAnswer {
        let isGood = !attempt.problems.hasErrors && trial.list.hasRows
        var answer = ImportAnswer(
            outcome: isGood ? .done : .refused, school: school.id, counts: attempt.counts,
            problems: trial.told.prefix(ImportProblems.most) + attempt.problems.shown(in: trial.list.reading.file))
        answer.changes = attempt.changes
        answer.questions = attempt.questions
        answer.rows = attempt.rows
        answer.rejects = skipsBadRows ? trial.rejects : nil
        return answer
    }
}
