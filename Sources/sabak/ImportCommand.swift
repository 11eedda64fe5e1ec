import ArgumentParser
import Foundation
import SabakApp
import SchoolRules
import Store
import Web

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings a school's own lists. An error writes nothing.",
        subcommands: [Roster.self, Sheet.self, Asc.self, Fet.self])

    struct Roster: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "oneroster", abstract: "Imports a OneRoster 1.1 or 1.2 set of CSV files.",
            discussion: """
                A new school is made with --name and --country; --school brings a school that was imported before up \
                to date: bulk files say who is there, delta files say what changed.
                """)
        @Argument(help: "A folder or a zip file.") var path: String
        @OptionGroup var options: DataOptions
        @Option(help: "The name of a new school.") var name: String?
        @Option(help: "KG, KZ or RU: the country of a new school.") var country: Country?
        @Option(help: "The id of a school that is there already.") var school: Int64?
        @Option(help: "The sourcedId of the school, if the set has several.") var org: String?
        @Flag(help: "Let more than 20 % of the people leave.") var allowRemoval = false
        @Flag(help: "Check and count only; write nothing.") var dryRun = false
        @Flag(help: "Print one JSON value.") var json = false

        func validate() throws {
            let isNew = name != nil && country != nil && school == nil
            let isKnown = name == nil && country == nil && school != nil
            guard isNew || isKnown else { throw ValidationError("Give either --name and --country, or --school ID.") }
            if let name, name.allSatisfy(\.isWhitespace) { throw ValidationError("--name must not be empty.") }
        }

        func run() async throws {
            let (store, target) = try target()
            let wish = OneRosterWish(target: target, org: org, allowsRemoval: allowRemoval, isDryRun: dryRun)
            let work = OneRosterImport(
                wish, store: store, ids: Identity(node: 3) { Clock.wall.now() }, at: Clock.wall.now())
            try ImportSaying.say(try work.run(path: path), json: json, isDryRun: dryRun)
        }

        private func target() throws -> (Store, OneRosterWish.Target) {
            if let school {
                _ = try options.open(school: school)
                return (try options.open(), .school(school))
            }
            let title = (name ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return (try options.openOrMake(), .newSchool(name: title, country: country ?? .KG))
        }
    }

    struct Sheet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sheet", abstract: "Imports a list: CSV or XLSX.",
            discussion: """
                Columns are known by their headers in four languages, or by what stands in them. Any error writes \
                nothing, unless --skip-bad-rows leaves the wrong rows out; --rejects gives them back as a workbook \
                with the problems written beside them.
                """)
        @Argument(help: "The file.") var path: String
        @OptionGroup var options: DataOptions
        @Option(help: "The school's id.") var school: Int64
        @Option(help: "students, staff, load, timetable or plan.") var kind: ListKind
        @Flag(help: "Import the good rows and leave out those with errors.") var skipBadRows = false
        @Option(help: "A new .xlsx file for the rows that are left out.") var rejects: String?
        @Flag(help: "Check and count only; write nothing.") var dryRun = false
        @Flag(help: "Print one JSON value.") var json = false

        func validate() throws {
            guard rejects == nil || skipBadRows else { throw ValidationError("--rejects needs --skip-bad-rows.") }
        }

        func run() async throws {
            var work = ListImport(
                kind, school: try options.open(school: school), ids: Identity(node: 3) { Clock.wall.now() },
                at: Clock.wall.now(), isDryRun: dryRun)
            work.skipsBadRows = skipBadRows
            work.rejectsFile = rejects.map { ($0, ImportSaying.language) }
            try ImportSaying.say(try work.run(path: path), json: json, isDryRun: dryRun)
        }
    }
}

/// What the imports of timetables are told.
struct TimetableOptions: ParsableArguments {
    @OptionGroup var data: DataOptions
    @Option(help: "The school's id.") var school: Int64
    @Option(help: "The first day of the new timetable: 2026-09-01.") var from: String
    @Flag(help: "Check and count only; write nothing.") var dryRun = false
    @Flag(help: "Print one JSON value.") var json = false

    func validate() throws {
        guard Day(from) != nil else { throw ValidationError("--from must be a day such as 2026-09-01.") }
    }

    func bring(_ program: TimetableImport.Program, path: String) throws {
        guard let day = Day(from) else { throw ExitCode(64) }
        let work = TimetableImport(
            program, school: try data.open(school: school), from: day, ids: Identity(node: 3) { Clock.wall.now() },
            at: Clock.wall.now(), isDryRun: dryRun)
        try ImportSaying.say(try work.run(path: path), json: json, isDryRun: dryRun)
    }
}

extension ImportCommand {
    struct Asc: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "asc", abstract: "Imports the XML export of aSc Timetables as a new timetable.")
        @Argument(help: "The XML file.") var path: String
        @OptionGroup var options: TimetableOptions

        func run() async throws { try options.bring(.asc, path: path) }
    }

    struct Fet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fet", abstract: "Imports a timetable of FET as a new timetable.",
            discussion: """
                A .fet file with the places of its activities, such as NAME_data_and_timetable.fet, or a folder with \
                NAME.fet and NAME_activities.xml.
                """)
        @Argument(help: "The .fet file or the folder.") var path: String
        @OptionGroup var options: TimetableOptions

        func run() async throws { try options.bring(.fet, path: path) }
    }
}

/// What an import says at its end.
enum ImportSaying {
    /// The language of the machine, if it is one of ours.
    static var language: Language {
        let environment = ProcessInfo.processInfo.environment
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return name.flatMap { Language(rawValue: String($0.prefix(2))) } ?? .en
    }

    /// - Throws: the exit code 1 for a refusal, 2 for a file that cannot be read.
    static func say(_ answer: ImportAnswer, json: Bool, isDryRun: Bool) throws {
        for problem in answer.problems { Output.say(problem.line(language)) }
        if json { Output.json(answer.json) } else { Output.say(words(answer, isDryRun)) }
        switch answer.outcome {
        case .done: return
        case .refused: throw ExitCode(1)
        case .unreadable: throw ExitCode(2)
        }
    }

    static func say(_ answer: TimetableAnswer, json: Bool, isDryRun: Bool) throws {
        for problem in answer.problems { Output.say(problem.line(language)) }
        let counts = answer.counts
        if json {
            Output.json(answer.json)
        } else {
            Output.say(
                """
                \(counts.teachers) teachers, \(counts.classes) classes, \(counts.groups) groups, \
                \(counts.lessons) lessons, \(counts.cards) cards, \(counts.unplaced) unplaced.\
                \(answer.outcome == .done && !isDryRun ? "" : " Nothing was written.")
                """)
        }
        switch answer.outcome {
        case .done: return
        case .refused: throw ExitCode(1)
        case .unreadable: throw ExitCode(2)
        }
    }

    private static func words(_ answer: ImportAnswer, _ isDryRun: Bool) -> String {
        let counts = answer.counts
        let list = """
            \(counts.students) students, \(counts.staff) staff, \(counts.guardians) guardians, \
            \(counts.classes) classes, \(counts.pages) pages, \(counts.enrolments) enrolments
            """
        let left = answer.rejects.map { $0.count > 0 ? " \($0.count) rows were left out." : "" } ?? ""
        switch answer.outcome {
        case .done where isDryRun: return "The file is good: \(list). Nothing was written.\(left)\(changes(answer))"
        case .done: return "School \(answer.school ?? 0): \(list).\(left)\(changes(answer))"
        case .refused, .unreadable: return "Nothing was written."
        }
    }

    private static func changes(_ answer: ImportAnswer) -> String {
        guard let changes = answer.changes else { return "" }
        return " \(changes.added.count) added, \(changes.moved.count) moved, \(changes.changed.count) changed, "
            + "\(changes.left.count) not in the list."
    }
}

extension ListKind: ExpressibleByArgument {}
