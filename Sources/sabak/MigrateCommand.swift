import ArgumentParser
import Foundation
import SabakApp
import Store
import Web

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Moves schools between files and a PostgreSQL database.",
        discussion: """
            Every table is copied row by row in one transaction, then held against the original: rows, digests and \
            the audit chain. The original stays as it is. Stop the server first: nobody may write meanwhile.
            """)
    @OptionGroup var options: DataOptions
    @Option(help: "files or database.") var to: Target
    @Option(help: "The id of the school; all schools if none is given.") var school: Int64?
    @Flag(help: "Print one JSON value.") var json = false

    enum Target: String, ExpressibleByArgument, CaseIterable {
        case files, database
    }

    func run() async throws {
        let files = try options.openFiles()
        let database = try options.open()
        guard database.crew != nil else {
            throw CommandRefusal(words: "name the database: --database postgres://user@host/name", code: 2)
        }
        let (source, target) = to == .database ? (files, database) : (database, files)
        let wanted = try source.schoolList().filter { school == nil || $0.id == school }
        guard !wanted.isEmpty else { throw CommandRefusal(words: "there is no such school in the source.") }
        var moved: [JSON] = []
        for one in wanted {
            let outcome = try Migration.copy(school: one.id, from: source, to: target, at: Clock.wall.now())
            Output.say("\(one.name): \(outcome.rows) rows of \(outcome.tables.count) tables, the chain is sound")
            moved.append(value(one.id, outcome))
        }
        try target.describeToPlanner()
        if json { Output.json(["schools": .array(moved)]) }
    }

    private func value(_ id: Int64, _ outcome: Migration.Outcome) -> JSON {
        let tables = outcome.tables.map { ($0.name, JSON.integer(Int64($0.rows))) }
        return [
            "id": .id(id), "rows": .integer(Int64(outcome.rows)), "tables": .object(tables),
            "head": .integer(outcome.chain.head.seq),
        ]
    }
}

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints what a database administrator needs of the schema.")
    @Flag(help: "The commands that spread the tables over the nodes of Citus.") var citus = false

    func validate() throws {
        guard citus else { throw ValidationError("Say what to print: --citus.") }
    }

    func run() throws {
        for command in Schema.citus() { print(command) }
    }
}
