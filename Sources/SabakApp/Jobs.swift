import Dispatch
import ServiceLifecycle
import Store

/// What goes on beside the requests: anchoring the audit chains, making backups.
struct Jobs: Service {
    let store: Store
    let clock: Clock
    let config: Config
    var backups: ScheduledBackup?
    var pulse: Pulse?
    var metrics: Metrics?

    /// Holds every school's chain against its anchors; a chain that ends too early opens the school for reading only.
    func start() throws {
        for school in try store.schoolList() {
            let opened = try store.school(school.id)
            let head = try opened.read { try AuditHead.read($0, school: school.id) }
            guard try !store.anchors(of: school.id).isReached(by: head) else {
                try ImportSweeping.breakOff(in: opened, at: clock.now())
                continue
            }
            opened.refuseChanges(because: "the audit chain ends at \(head.seq), before its anchor")
            config.log(
                """
                ALARM school \(school.id) (\(school.name)): the audit chain ends at \(head.seq), before its anchor. \
                It is open for reading only. Run: sabak audit verify
                """)
        }
    }

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await cancelWhenGracefulShutdown { await pulse?.watch() } }
                group.addTask {
                    try await gracefulShutdownOrEveryMinute {
                        beginBackup()
                        try anchor()
                    }
                }
                try await group.waitForAll()
            }
        } onGracefulShutdown: {
            pulse?.drain()
            store.end(within: Self.farewell)
        }
        backups?.stop()
        do {
            try anchor()
        } catch {
            // A database that is gone is no reason to end with a fault: the anchors of the minute before hold.
            config.log("the last heads were not anchored: \(error)")
        }
    }

    /// How long a server that ends waits for its database.
    private static let farewell = Duration.seconds(4)

    /// Keeps the head of every chain outside the database, and beside the newest backup.
    func anchor() throws {
        var heads: [Int64: AuditHead] = [:]
        var found = Metrics.Minutely()
        for school in try store.schoolList() {
            let opened = try store.school(school.id)
            let (head, waiting, isPractice) = try opened.read { connection in
                (
                    try AuditHead.read(connection, school: school.id),
                    try connection.count("SELECT count(*) FROM outbox WHERE school_id = \(school.id)"),
                    try SchoolFacts.setting("practice.of", school: school.id, in: connection) != nil
                )
            }
            found.schools += isPractice ? 0 : 1
            found.outbox += waiting
            guard opened.changesRefusedBecause == nil else { continue }
            try store.anchors(of: school.id).keep(head, at: clock.now())
            heads[school.id] = head
            try ImportSweeping.sweep(opened, at: clock.now())
        }
        try backups?.keep(heads)
        found.anchoredAt = clock.now()
        metrics?.keep(found)
        store.measureReplicas()
    }

    /// Begins the backup that is due on a thread of its own: it takes seconds to minutes, and the threads of the server
    /// must not wait for it.
    private func beginBackup() {
        guard let backups, backups.takeTurn(at: clock.now()) else { return }
        DispatchQueue.global(qos: .utility).async { [clock, config] in config.log(backups.run(clock: clock.now)) }
    }

    private func gracefulShutdownOrEveryMinute(_ work: @escaping @Sendable () throws -> Void) async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await withTaskExecutorPreference(store.crew) { try work() }
                    try await Task.sleep(for: .seconds(60))
                } catch is CancellationError {
                    return
                } catch {
                    config.log("job failed: \(error)")
                    // Cancellation ends the loop at its head.
                    try? await Task.sleep(for: .seconds(60))
                }
            }
        }
    }
}
