import ArgumentParser

/// The program. Exit codes: 0 done, 1 refused and nothing written, 2 unreadable file or wrong usage.
@main struct Sabak: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sabak", abstract: "Электрондук класс журналы жана күндөлүк · The class journal and diary.",
        subcommands: [
            ServeCommand.self, SchoolCommand.self, UserCommand.self, BackupCommand.self, RestoreCommand.self,
            AuditCommand.self, CheckCommand.self, DemoCommand.self, ImportCommand.self, ExportCommand.self,
            RulesCommand.self, MigrateCommand.self, SchemaCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Output.exit(for: error)
        }
    }
}
