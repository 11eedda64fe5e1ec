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
    var sealing: Sealing?

    /// Holds every school's chain against its anchors; a chain that ends too early opens the school for reading only,
    /// and so does a file that is damaged. The other schools go on.
    func start() throws {
        for school in try store.schoolList() {
            do {
                try start(school.id, name: school.name)
            } catch let fault as StoreError where fault.kind == .damaged {
                let next = "Run: sabak check database; then sabak restore"
                config.log("ALARM school \(school.id) (\(school.name)): \(fault). \(next)")
            } catch StoreError.readOnly {
                continue  // A damaged page was met and told meanwhile.
            }
        }
    }

    private func start(_ school: Int64, name: String) throws {
        let opened = try store.school(school)
        let head = try opened.read { try AuditHead.read($0, school: school) }
        guard try store.anchors(of: school).isReached(by: head) else {
            opened.refuseChanges(because: "the audit chain ends at \(head.seq), before its anchor")
            return config.log(
                """
                ALARM school \(school) (\(name)): the audit chain ends at \(head.seq), before its anchor. \
                It is open for reading only. Run: sabak audit verify
                """)
        }
        if opened.changesRefusedBecause == nil { try ImportSweeping.breakOff(in: opened, at: clock.now()) }
    }

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await cancelWhenGracefulShutdown { await pulse?.watch() } }
            group.addTask {
                try await gracefulShutdownOrEveryMinute {
                    beginBackup()
                    try anchor()
                    try sealing?.begin()
                }
            }
            try await group.waitForAll()
        }
        backups?.stop()
        do {
            try anchor()
        } catch {
            // A database that is gone is no reason to end with a fault: the anchors of the minute before hold.
            config.log("the last heads were not anchored: \(error)")
        }
    }

    /// Keeps the head of every chain outside the database, and beside the newest backup.
    func anchor() throws {
        var heads: [Int64: AuditHead] = [:]
        var found = Metrics.Minutely()
        for school in try store.schoolList() {
            do {
                if let head = try anchor(school.id, &found) { heads[school.id] = head }
            } catch let fault as StoreError where fault.kind == .damaged {
                config.log("school \(school.id) is not anchored: \(fault)")
            } catch StoreError.readOnly {
                continue  // A damaged page was met and told meanwhile.
            }
        }
        try backups?.keep(heads)
        found.anchoredAt = clock.now()
        metrics?.keep(found)
        store.measureReplicas()
    }

    /// The head that was kept; nothing of a school that is open for reading only.
    private func anchor(_ school: Int64, _ found: inout Metrics.Minutely) throws -> AuditHead? {
        let opened = try store.school(school)
        let (head, waiting, isPractice) = try opened.read { connection in
            (
                try AuditHead.read(connection, school: school),
                try connection.count("SELECT count(*) FROM outbox WHERE school_id = \(school)"),
                try SchoolFacts.setting("practice.of", school: school, in: connection) != nil
            )
        }
        found.schools += isPractice ? 0 : 1
        found.outbox += waiting
        guard opened.changesRefusedBecause == nil else { return nil }
        try store.anchors(of: school).keep(head, at: clock.now())
        try ImportSweeping.sweep(opened, at: clock.now())
        return head
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
