import ArgumentParser
import Foundation
import SabakApp
import SchoolRules
import Store

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the schools of a directory.")
    @OptionGroup var options: DataOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on.") var port = 8080
    @Option(help: "The school's local time to start from, such as 2026-11-20T09:00; only over a demo directory.")
    var clock: String?

    func run() async throws {
        let store = try options.open()
        try await Server(store: store, config: Config(), clock: try chosenClock(store), host: host, port: port).run()
    }

    private func chosenClock(_ store: Store) throws -> Clock {
        guard let clock else { return .wall }
        guard let moment = Moment(clock) else {
            throw CommandRefusal(words: "--clock wants a time such as 2026-11-20T09:00.", code: 2)
        }
        guard let zone = try Server.demoTimeZone(of: store) else {
            throw CommandRefusal(words: "--clock works only over a directory made by sabak demo.", code: 2)
        }
        return .running(from: LocalTime(zone: zone).instant(moment))
    }
}
