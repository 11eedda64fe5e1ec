import ArgumentParser
import SabakApp
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
}
