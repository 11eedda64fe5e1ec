import ArgumentParser
import SabakApp
import SchoolRules
import Store
import Web

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Accounts of people.", subcommands: [Code.self])

    struct Code: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives a person a one-time code for the first sign-in.",
            discussion: "Earlier codes of the person stop working. The code is good for 14 days and one use.")
        @OptionGroup var options: DataOptions
        @Option(help: "The school's id.") var school: Int64
        @Option(help: "The person's id.") var person: Int64?
        @Option(help: "director, deputy, administrator or clerk: the first one of a new school.") var first: FirstRole?
        @Flag(help: "Print one JSON value.") var json = false

        func validate() throws {
            guard (person == nil) != (first == nil) else {
                throw ValidationError("Give either --person ID or --first ROLE.")
            }
        }

        func run() async throws {
            let store = try options.open()
            let opened = try options.open(school: school)
            let issued = try FirstAccounts(store: store, school: opened, now: Clock.wall.now())
                .issueCode(person: person, first: first.flatMap { Role(rawValue: $0.rawValue) })
            guard let issued else {
                throw CommandRefusal(words: "there is no person \(person ?? 0) in school \(school).")
            }
            if json {
                Output.json([
                    "person": .id(issued.person), "login": .string(issued.login), "code": .string(issued.code),
                ])
            } else {
                Output.say("login \(issued.login)   code \(issued.code)   good for 14 days, at /activate")
            }
        }
    }

    enum FirstRole: String, ExpressibleByArgument, CaseIterable { case director, deputy, administrator, clerk }
}
