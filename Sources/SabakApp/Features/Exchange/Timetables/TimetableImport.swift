import Foundation
import SchoolRules
import Sheets
import Store
import Web

/// Brings the timetable of another program as a new version from a day on. What was there before that day, and the
/// versions before, stay as they are.
public struct TimetableImport: Sendable {
    public enum Program: String, Sendable { case asc, fet }

    let program: Program
    let school: SchoolStore
    let from: Day
    let ids: Identity
    let instant: Int64
    let isDryRun: Bool
    /// Who changes the school; without it the command.
    var author: Author?
    /// Is told how far the work has come.
    var advance: ListAdvance?
    /// Is done in the transaction of the import, with what it answers.
    var closing: (@Sendable (Writing, TimetableAnswer) throws -> Void)?

    public init(
        _ program: Program, school: SchoolStore, from: Day, ids: Identity, at instant: Int64, isDryRun: Bool = false
    ) {
        self.program = program
        self.school = school
        self.from = from
        self.ids = ids
        self.instant = instant
        self.isDryRun = isDryRun
    }

    /// A file; for FET also a folder with the data and the timetable of its activities.
    public func run(path: String) throws -> TimetableAnswer {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard FileManager.default.fileExists(atPath: path) else {
            return TimetableAnswer(
                .unreadable, school.id, ImportProblems(.noSuchFile, at: ImportPlace(file: name)), name)
        }
        let paths = program == .fet ? FetFiles.paths(path) : [path]
        return try run(
            paths.map { path in
                let name = path.split(separator: "/").last.map(String.init) ?? path
                return (name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
            })
    }

    public func run(_ files: [(name: String, bytes: [UInt8])]) throws -> TimetableAnswer {
        let name = files.first?.name ?? ""
        let draft: TimetableDraft
        do {
            switch program {
            case .asc: draft = try AscTimetable.read(files.first?.bytes ?? [], named: name)
            case .fet: draft = try FetTimetable.read(files)
            }
        } catch let problem as SheetProblem {
            return TimetableAnswer(
                .unreadable, school.id, ImportProblems(.sheet(problem), at: ImportPlace(file: name)), name)
        }
        return try bring(draft, name)
    }

    private struct Undone: Error {}

    private func bring(_ draft: TimetableDraft, _ name: String) throws -> TimetableAnswer {
        var problems = draft.problems
        if draft.unplaced > 0 { problems.add(.lessonsUnplaced(draft.unplaced), at: ImportPlace(file: name)) }
        guard !problems.hasErrors else { return TimetableAnswer(.refused, school.id, problems, name, draft) }
        let author = author ?? .command("import \(program.rawValue)")
        let known = problems
        if isDryRun {
            // Nobody who writes waits for a trial: it has a copy of the school for itself.
            let found = try school.rehearsal(without: ListSchool.notAskedAbout).run(by: author, at: instant) {
                try write(draft, name, isTrial: true, in: $0)
            }
            return answer(found, known, name, draft)
        }
        var found = Found()
        do {
            try school.writeNow(by: author, at: instant) { writing in
                found = try write(draft, name, isTrial: false, in: writing)
                if found.problems.hasErrors { throw Undone() }
                try writing.audit("timetable.import", "school/\(writing.school)", after: "\(program.rawValue) \(from)")
                try closing?(writing, answer(found, known, name, draft))
            }
        } catch is Undone {}
        return answer(found, known, name, draft)
    }

    private struct Found {
        var problems = ImportProblems()
        var rows: [UnderstoodRow] = []
    }

    private func write(
        _ draft: TimetableDraft, _ name: String, isTrial: Bool, in writing: Writing
    ) throws -> Found {
        var bringing = TimetableBringing(draft, file: name, from: from)
        try bringing.write { try ListSchool(writing: writing, ids: ids, isTrial: isTrial, advance: advance) }
        return Found(problems: bringing.problems, rows: bringing.rows)
    }

    private func answer(
        _ found: Found, _ known: ImportProblems, _ name: String, _ draft: TimetableDraft
    ) -> TimetableAnswer {
        var all = known
        all.add(found.problems)
        var answer = TimetableAnswer(all.hasErrors ? .refused : .done, school.id, all, name, draft)
        answer.rows = found.rows
        return answer
    }
}

/// What the import of a timetable found and did.
public struct TimetableAnswer: Sendable {
    /// What the file holds.
    public struct Counts: Sendable, Equatable, Codable {
        public var teachers = 0
        public var classes = 0
        public var groups = 0
        public var lessons = 0
        public var cards = 0
        public var unplaced = 0
    }

    public let outcome: ImportAnswer.Outcome
    public let school: Int64
    public var counts = Counts()
    public let problems: [ImportProblem]
    /// The week as the school would have it.
    var rows: [UnderstoodRow] = []

    init(
        _ outcome: ImportAnswer.Outcome, _ school: Int64, _ problems: ImportProblems, _ file: String,
        _ draft: TimetableDraft = .init()
    ) {
        self.outcome = outcome
        self.school = school
        self.problems = problems.shown(in: file)
        counts = Counts(
            teachers: draft.teachers.count, classes: draft.classes.count, groups: draft.ownGroups,
            lessons: draft.lessons.count, cards: draft.placed, unplaced: draft.unplaced)
    }

    public var json: JSON {
        [
            "school": .id(school),
            "counts": [
                "teachers": .integer(Int64(counts.teachers)), "classes": .integer(Int64(counts.classes)),
                "groups": .integer(Int64(counts.groups)), "lessons": .integer(Int64(counts.lessons)),
                "cards": .integer(Int64(counts.cards)), "unplaced": .integer(Int64(counts.unplaced)),
            ],
            "problems": .array(problems.map(\.json)),
        ]
    }
}

/// Which files of a folder FET's timetable is in.
enum FetFiles {
    /// The file itself, and the timetable of its activities where it lies beside it; of a folder, the data with the
    /// places in it before any other.
    static func paths(_ path: String) -> [String] {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard isFolder.boolValue else {
            let result = path.hasSuffix(".fet") ? String(path.dropLast(4)) + "_activities.xml" : ""
            return FileManager.default.fileExists(atPath: result) ? [path, result] : [path]
        }
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }.sorted() ?? []
        let data = names.filter { $0.hasSuffix(".fet") }
        let chosen = data.first { $0.hasSuffix("_data_and_timetable.fet") } ?? data.first
        let whole = names.filter { $0.hasSuffix("_activities.xml") }.prefix(1)
        let parts = ["_subgroups.xml", "_teachers.xml"].compactMap { end in names.first { $0.hasSuffix(end) } }
        let results = whole.isEmpty ? parts : Array(whole)
        return ([chosen].compactMap(\.self) + results).map { path + "/" + $0 }
    }
}
