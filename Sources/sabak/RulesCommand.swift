import ArgumentParser
import Foundation
import SabakApp

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rules of assessment.", subcommands: [CountTable.self])

    struct CountTable: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "count", abstract: "Counts a table of marks: averages, proposals, indicators.",
            discussion: "docs/operations.md says what the file holds. Nothing is written.")
        @Option(name: .customLong("in"), help: "The file, JSON.") var file: String
        @Flag(help: "Print one JSON value.") var json = false

        func run() throws {
            do throws(TableProblem) {
                guard let bytes = FileManager.default.contents(atPath: file) else { throw .notFound }
                show(try RulesCount(file: Array(bytes)))
            } catch {
                if json { Output.json(error.json) }
                throw CommandRefusal(words: "\(file): \(error.line)", code: 2)
            }
        }

        private func show(_ count: RulesCount) {
            for path in count.unknown { Output.say("sabak: warning: \(path) is not known and was left out.") }
            if json {
                Output.json(count.json)
            } else {
                for line in count.words { print(line) }
            }
        }
    }
}
