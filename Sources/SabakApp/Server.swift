import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Store

/// The running server: HTTP within limits, and the jobs that go on beside it.
public struct Server: Sendable {
    let store: Store
    let config: Config
    let clock: Clock
    let host: String
    let port: Int
    let backups: ScheduledBackup?

    public init(
        store: Store, config: Config, clock: Clock, host: String, port: Int, backups: ScheduledBackup? = nil
    ) {
        self.store = store
        self.config = config
        self.clock = clock
        self.host = host
        self.port = port
        self.backups = backups
    }

    /// The time zone of a directory whose schools are all demo schools; nil otherwise.
    public static func demoTimeZone(of store: Store) throws -> String? {
        var zone: String?
        for school in try store.schoolList() {
            let row = try store.school(school.id).read { connection in
                try connection.first(
                    "SELECT is_demo, time_zone FROM school WHERE school_id = \(school.id)"
                ) { ($0.bool(0), $0.text(1)) }
            }
            guard let row, row.0 else { return nil }
            zone = row.1
        }
        return zone
    }

    /// Serves until the process is asked to end; requests under way are finished first.
    public func run() async throws {
        // Handlers run on the event loops: a small read would lose more by hopping than it takes.
        _ = NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        DiskTrust.whenLost { [config] reason in
            config.log("ALARM the disk lost what it was given: \(reason). Ending; nothing more is answered as kept.")
            // At once and without farewell: whatever is still under way was not answered.
            _exit(74)
        }
        let jobs = Jobs(store: store, clock: clock, config: config, backups: backups)
        try jobs.start()
        let app = try App(store: store, config: config, clock: clock, backups: backups)
        var logger = Logger(label: "sabak")
        logger.logLevel = .warning
        let application = Application(
            responder: app.responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 16 * 1024, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil),
            services: [jobs],
            onServerRunning: { [config, host, port] _ in config.log("Sabak: http://\(host):\(port)") },
            logger: logger)
        try await application.runService()
    }
}
