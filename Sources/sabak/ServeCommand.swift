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
    @Option(
        help: """
            The school's local time to start from, such as 2026-11-20T09:00; only over a demo directory, or (in UTC) \
            an empty one, whose school is then a demo school.
            """)
    var clock: String?
    @Option(help: "A private address that tells figures to Prometheus, such as 127.0.0.1:9464.") var metrics: String?
    @OptionGroup var backups: ScheduleOptions

    func run() async throws {
        let watchpoint = try metrics.map { text in
            guard let point = Server.Watchpoint(text) else {
                throw CommandRefusal(words: "--metrics wants an address such as 127.0.0.1:9464.", code: 2)
            }
            return point
        }
        // An empty directory is where a school begins: the server then says how to found it.
        let config = Config()
        let store = try options.openOrMake(statementSeconds: 10, within: Self.patience) { fault in
            config.log("The database does not answer yet and is tried for \(Self.patience): \(fault)")
        }
        let server = Server(
            store: store, config: config, clock: try chosenClock(store), host: host, port: port,
            backups: try backups.chosen(store), metrics: watchpoint)
        try await server.run()
    }

    /// How long a database is waited for that is started with this program, or whose line has just come back.
    private static let patience = Duration.seconds(15)

    private func chosenClock(_ store: Store) throws -> Clock {
        guard let clock else { return .wall }
        guard let moment = Moment(clock) else {
            throw CommandRefusal(words: "--clock wants a time such as 2026-11-20T09:00.", code: 2)
        }
        guard let zone = try Server.demoTimeZone(of: store) else {
            throw CommandRefusal(
                words: "--clock works only over an empty directory or one made by sabak demo.", code: 2)
        }
        return .running(from: LocalTime(zone: zone).instant(moment))
    }
}

/// The options of the backups a server makes by itself.
struct ScheduleOptions: ParsableArguments {
    @Option(name: .customLong("backup-to"), help: "Make a backup into this folder every day.") var folder: String?
    @Option(name: .customLong("backup-at"), help: "At this time of the server's own zone.") var time = "03:00"
    @Option(name: .customLong("backup-keep"), help: "How many stay, besides one of each month of a year.") var keep = 14
    @Option(name: .customLong("backup-key"), help: "Seal them with this key file.") var key: String?

    func chosen(_ store: Store) throws -> ScheduledBackup? {
        guard let folder else {
            guard key == nil else { throw CommandRefusal(words: "--backup-key needs --backup-to DIR.", code: 2) }
            return nil
        }
        guard let schedule = BackupSchedule(time) else {
            throw CommandRefusal(words: "--backup-at wants a time such as 03:00.", code: 2)
        }
        guard keep > 0 else { throw CommandRefusal(words: "--backup-keep wants 1 or more.", code: 2) }
        return try ScheduledBackup(
            store: store, shelf: BackupShelf(folder: folder), schedule: schedule, keep: keep,
            key: try key.map(BackupKey.init(file:)))
    }
}
