import ArgumentParser
import SabakApp
import Store
import Web

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks of the installation.",
        subcommands: [ConfigCheck.self, DatabaseCheck.self])

    struct ConfigCheck: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "config", abstract: "Prints every setting, its value, where it came from and its meaning.")

        func run() throws {
            for line in Config().lines() {
                print("\(line.name) = \(line.value)  (\(line.source))\n    \(line.meaning)")
            }
        }
    }

    struct DatabaseCheck: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "database", abstract: "Says whether the data answer, and what an operator should know of them."
        )
        @OptionGroup var options: DataOptions
        @Flag(help: "Print one JSON value.") var json = false

        func run() throws {
            let store = try options.open()
            let schools = try store.schoolList().count
            let remarks = try store.remarks()
            if json {
                Output.json([
                    "schools": .integer(Int64(schools)), "remarks": .array(remarks.map { .string($0) }),
                ])
            } else {
                Output.say("\(schools) schools; the database answers")
                for remark in remarks { Output.say("Note: \(remark).") }
            }
        }
    }
}
