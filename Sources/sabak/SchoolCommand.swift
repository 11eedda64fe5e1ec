import ArgumentParser
import SabakApp
import SchoolRules
import Store
import Web

struct SchoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "school", abstract: "Schools of a data directory.", subcommands: [Add.self, List.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a school from its country's profile.",
            discussion: """
                With --director and --administrator (two people, each "Surname Given") their accounts are opened too, \
                and their one-time codes printed. Without --clerk the administrator keeps the lists.
                """)
        @OptionGroup var options: DataOptions
        @Option(help: "The name of the school.") var name: String
        @Option(help: "KG, KZ or RU.") var country: Country
        @Option(help: "The director's name, surname first.") var director: String?
        @Option(help: "The administrator's name, surname first.") var administrator: String?
        @Option(help: "The deputy director's name, surname first.") var deputy: String?
        @Option(help: "The clerk's name, surname first.") var clerk: String?
        @Flag(help: "Print one JSON value.") var json = false

        func validate() throws {
            guard (director == nil) == (administrator == nil) else {
                throw ValidationError("Give --director and --administrator together.")
            }
            guard director != nil || (deputy == nil && clerk == nil) else {
                throw ValidationError("--deputy and --clerk need --director and --administrator.")
            }
        }

        func run() async throws {
            let title = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !title.isEmpty else { throw CommandRefusal(words: "--name must not be empty.", code: 2) }
            let people = try firstPeople()
            let store = try options.openOrMake()
            let now = Clock.wall.now()
            let today = LocalTime(zone: country.profile.timeZone).moment(now).day
            let founding = SchoolFounding(
                name: title, country: country, year: SchoolCalendar.schoolYear(containing: today))
            let ids = Identity(node: 2) { Clock.wall.now() }
            guard let people else {
                let school = try App.found(founding, in: store, ids: ids, at: now)
                return say(school.id, title, [])
            }
            let (school, slips) = try App.found(
                founding, with: people, in: store, ids: ids, at: now, by: .command("school add"))
            say(school.id, title, slips)
        }

        private func firstPeople() throws -> FirstPeople? {
            guard let director, let administrator else { return nil }
            func name(_ text: String, _ option: String) throws -> PersonName {
                guard let name = PersonName(text) else {
                    throw CommandRefusal(words: "--\(option) wants a surname and a given name.", code: 2)
                }
                return name
            }
            do {
                return try FirstPeople(
                    director: name(director, "director"), administrator: name(administrator, "administrator"),
                    clerk: clerk.map { try name($0, "clerk") }, deputy: deputy.map { try name($0, "deputy") })
            } catch FirstPeople.Problem.administratorIsDirector {
                throw CommandRefusal(words: "director and administrator must be two people.", code: 2)
            } catch FirstPeople.Problem.deputyHoldsAnother {
                throw CommandRefusal(words: "the deputy must be neither director nor administrator.", code: 2)
            }
        }

        private func say(_ id: Int64, _ title: String, _ slips: [FirstPeople.Slip]) {
            guard !json else {
                let people = slips.map { slip -> JSON in
                    [
                        "roles": .array(slip.roles.map { .string($0.rawValue) }), "login": .string(slip.login),
                        "code": .string(slip.code),
                    ]
                }
                return Output.json(slips.isEmpty ? ["school": .id(id)] : ["school": .id(id), "people": .array(people)])
            }
            guard !slips.isEmpty else {
                return Output.say(
                    """
                    School \(id), \(title). Next, for director and administrator:
                        sabak user code --data \(options.data) --school \(id) --first director
                        sabak user code --data \(options.data) --school \(id) --first administrator
                    """)
            }
            Output.say("School \(id), \(title). One-time codes, good for 14 days, at /activate:")
            for slip in slips {
                let roles = slip.roles.map(\.rawValue).joined(separator: ", ")
                Output.say("    \(slip.name.full) (\(roles)): login \(slip.login)   code \(slip.code)")
            }
            Output.say("Next: sabak serve --data \(options.data), sign in, and follow the set-up list.")
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
