import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Store
import UnixSignals
import Web

/// The running server: HTTP within limits, and the jobs that go on beside it.
public struct Server: Sendable {
    let store: Store
    let config: Config
    let clock: Clock
    let host: String
    let port: Int
    let backups: ScheduledBackup?
    let metrics: Watchpoint?
    var ending = Ending.Time()

    /// A private address at which the figures of the program are told to whoever watches over it.
    public struct Watchpoint: Sendable {
        public let host: String
        public let port: Int

        /// Reads `127.0.0.1:9464`.
        public init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let port = Int(parts[1]), (1...65_535).contains(port) else { return nil }
            host = String(parts[0])
            self.port = port
        }
    }

    public init(
        store: Store, config: Config, clock: Clock, host: String, port: Int, backups: ScheduledBackup? = nil,
        metrics: Watchpoint? = nil
    ) {
        self.store = store
        self.config = config
        self.clock = clock
        self.host = host
        self.port = port
        self.backups = backups
        self.metrics = metrics
    }

    /// The time zone of a directory whose schools are all demo schools, UTC where there is none yet; nil otherwise.
    public static func demoTimeZone(of store: Store) throws -> String? {
        var zone = "UTC"
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

    /// Serves until the process is asked to end; requests under way are finished first, if they are within seconds.
    public func run() async throws {
        // Handlers run on the event loops: a small read would lose more by hopping than it takes.
        _ = NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
        DiskTrust.whenLost { [config] reason in
            config.log("ALARM the disk lost what it was given: \(reason). Ending; nothing more is answered as kept.")
            // At once and without farewell: whatever is still under way was not answered.
            _exit(74)
        }
        PageWatch.whenMet { [config] finding, file, page in
            if let words = Self.words(finding, file, page) { config.log(words) }
        }
        let services = try services(endedBy: [.sigterm, .sigint]) { [config] in
            config.log("The program ends without those who are still at work; nothing of theirs was answered as kept.")
            _exit(0)
        }
        try await services.run()
    }

    /// The application, and what is told before it that the program ends.
    func services(endedBy signals: [UnixSignal], leave: @escaping @Sendable () -> Void) throws -> ServiceGroup {
        let app = try App(store: store, config: config, clock: clock, backups: backups)
        let jobs = Jobs(
            store: store, clock: clock, config: config, backups: backups, pulse: app.pulse, metrics: app.metrics,
            sealing: Sealing(store: store, config: config))
        try jobs.start()
        for remark in try store.remarks() { config.log("Note: \(remark).") }
        let end = Ending(store: store, pulse: app.pulse, time: ending, leave: leave)
        // They are told to end from the last to the first.
        return ServiceGroup(
            configuration: .init(
                services: [application(app, jobs), end], gracefulShutdownSignals: signals,
                logger: logger("sabak")))
    }

    private func application(_ app: App, _ jobs: Jobs) -> some Service {
        Application(
            responder: app.responder,
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [Parting()], idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 16 * 1024, maxHeaderFieldCount: 100))),
            configuration: .init(address: .hostname(host, port: port), serverName: nil, backlog: Self.mostKnocking),
            services: [jobs] + watched(app),
            onServerRunning: { [host, port] channel in
                await Self.letInAtOnce(channel)
                Self.greet(app, host: host, port: channel.localAddress?.port ?? port)
            },
            logger: logger("sabak"))
    }

    /// How many may wait to be let in.
    private static let mostKnocking = 1_024

    /// A loop takes what waits in turns, and a few newcomers a turn: when turns are long, newcomers would wait until
    /// their browsers give up.
    private static func letInAtOnce(_ listening: any Channel) async {
        do {
            try await listening.setOption(.maxMessagesPerRead, value: UInt(mostKnocking)).get()
        } catch {
            // It has ended already.
        }
    }

    private func logger(_ name: String) -> Logger {
        var logger = Logger(label: name)
        logger.logLevel = .warning
        return logger
    }

    private static func words(_ finding: PageWatch.Finding, _ file: String, _ page: Int64) -> String? {
        switch finding {
        case .wrong:
            """
            ALARM page \(page) of \(file) is not what was written: a damaged disk, or another program's hand. \
            The school is open for reading only. Run: sabak check database; then sabak restore
            """
        case .mended: "WARNING a bit of page \(page) of \(file) had flipped and was put right. Look at the disk."
        case .unsealed: nil
        }
    }

    /// Says where the server is, and where a school is founded if there is none.
    private static func greet(_ app: App, host: String, port: Int) {
        app.config.log("Sabak: http://\(host):\(port)")
        // A database that does not answer now says so at the first request.
        guard (try? app.firstRun.isOpen()) == true else { return }
        app.config.log(
            """
            There is no school here yet. Open this address to found one (good until the first school is there):
                \(app.firstRun.link(host: host, port: port))
            """)
    }

    private func watched(_ app: App) -> [any Service] {
        guard let metrics else { return [] }
        let router = Router()
        router.get("/metrics") { [backups] _, _ in
            let page = MetricsPage(
                metrics: app.metrics, store: app.store.figures, pulse: app.pulse, backups: backups?.figures,
                now: app.clock.now())
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: page.text)))
        }
        return [
            Application(
                router: router,
                server: .http1(configuration: .init(idleTimeout: .seconds(60))),
                configuration: .init(address: .hostname(metrics.host, port: metrics.port), serverName: nil),
                logger: logger("sabak.metrics"))
        ]
    }
}
