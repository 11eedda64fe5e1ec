import ArgumentParser
import SabakApp
import SchoolRules
import Store
import Web

struct SchoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "school", abstract: "Schools of a data directory.", subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a school from its country's profile.")
        @OptionGroup var options: DataOptions
        @Option(help: "The name of the school.") var name: String
        @Option(help: "KG, KZ or RU.") var country: Country
        @Flag(help: "Print one JSON value.") var json = false

        func run() async throws {
            let title = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !title.isEmpty else { throw CommandRefusal(words: "--name must not be empty.", code: 2) }
            let store = try options.openOrMake()
            let now = Clock.wall.now()
            let today = LocalTime(zone: country.profile.timeZone).moment(now).day
            let founding = SchoolFounding(
                name: title, country: country, year: SchoolCalendar.schoolYear(containing: today))
            let school = try App.found(founding, in: store, ids: Identity(node: 2) { Clock.wall.now() }, at: now)
            if json {
                Output.json(["school": .id(school.id)])
            } else {
                Output.say(
                    "School \(school.id), \(title). Next: sabak user code --school \(school.id) --first director")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the schools.")
        @OptionGroup var options: DataOptions
        @Flag(help: "Print one JSON value.") var json = false

        func run() async throws {
            let schools = try options.open().schoolList()
            if json {
                Output.json([
                    "schools": .array(
                        schools.map { ["id": .id($0.id), "name": .string($0.name), "country": .string($0.country)] })
                ])
            } else {
                for school in schools { Output.say("\(school.id)  \(school.country)  \(school.name)") }
            }
        }
    }
}

extension Country: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
