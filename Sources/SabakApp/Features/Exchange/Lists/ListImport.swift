import SchoolRules
import Sheets
import Store
import Web

/// Brings a list of a school: CSV or XLSX with a row of headers. Any error writes nothing.
public struct ListImport: Sendable {
    let school: SchoolStore
    let kind: ListKind
    let ids: Identity
    let instant: Int64
    let isDryRun: Bool

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
        } catch let problem as SheetProblem {
            var problems = ImportProblems()
            problems.add(.sheet(problem), at: ImportPlace(file: name, sheet: problem.sheet, row: problem.row))
            return answer(.unreadable, problems, name)
        }
    }

    public func run(bytes: [UInt8], named name: String) throws -> ImportAnswer {
        try run(try SheetFile.read(bytes, named: name), named: name)
    }

    private func run(_ tables: [SheetTable], named name: String) throws -> ImportAnswer {
        var problems = ImportProblems()
        let filled = tables.filter { !$0.rows.isEmpty }
        let sheets = filled.compactMap {
            ListSheet($0, file: name, kind: kind, isOnly: tables.count == 1, &problems)
        }
        if !problems.hasErrors, sheets.allSatisfy(\.rows.isEmpty) {
            problems.add(.noRows, at: ImportPlace(file: name))
        }
        guard !problems.hasErrors else { return answer(.refused, problems, name) }
        return try bring(sheets, problems, name)
    }

    /// Everything happens in one transaction; with errors, or on a dry run, it is undone.
    private func bring(_ sheets: [ListSheet], _ problems: ImportProblems, _ name: String) throws -> ImportAnswer {
        var outcome = ImportProblems()
        var counts = ImportAnswer.Counts()
        do {
            try school.writeNow(by: .command("import sheet \(kind.rawValue)"), at: instant) { writing in
                let context = try ListSchool(writing: writing, ids: ids)
                (counts, outcome) = try work(on: sheets, context)
                if outcome.hasErrors || isDryRun { throw Undone() }
                try writing.audit("roster.import", "school/\(writing.school)", after: "sheet \(kind.rawValue)")
            }
        } catch is Undone {
            var all = problems
            all.add(outcome)
            return answer(outcome.hasErrors ? .refused : .done, all, name, counts)
        }
        var all = problems
        all.add(outcome)
        return answer(.done, all, name, counts)
    }

    private struct Undone: Error {}

    private func work(
        on sheets: [ListSheet], _ context: ListSchool
    ) throws -> (ImportAnswer.Counts, ImportProblems) {
        switch kind {
        case .students:
            var list = StudentSheet(context)
            return (try list.write(sheets), list.problems)
        case .staff:
            var list = StaffSheet(context)
            return (try list.write(sheets), list.problems)
        case .load:
            var list = LoadSheet(context)
            return (try list.write(sheets), list.problems)
        case .timetable:
            var list = TimetableSheet(context)
            return (try list.write(sheets), list.problems)
        case .plan:
            var list = PlanSheet(context)
            return (try list.write(sheets), list.problems)
        }
    }

    private func answer(
        _ outcome: ImportAnswer.Outcome, _ problems: ImportProblems, _ file: String,
        _ counts: ImportAnswer.Counts = .init()
    ) -> ImportAnswer {
        ImportAnswer(outcome: outcome, school: school.id, counts: counts, problems: problems.shown(in: file))
    }
}
