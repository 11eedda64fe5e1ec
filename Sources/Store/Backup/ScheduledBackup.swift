import Foundation
import Synchronization

/// The backups a server makes by itself, and what is known of them.
public final class ScheduledBackup: Sendable {
    /// What somebody who watches the server asks. Instants are epoch milliseconds of the clock in use.
    public struct Figures: Sendable, Equatable {
        public var lastSuccess: Int64?
        /// When one was read back from its first byte to its last: that is how making it ends.
        public var lastVerified: Int64?
        public var lastFailure: Int64?
        /// Why the last failure failed; empty after a success.
        public var failure = ""
        /// Milliseconds the last success took; 0 until one is made by this process.
        public var duration: Int64 = 0
        /// Bytes and name of the newest backup.
        public var size = 0
        public var file = ""
        public var isRunning = false

        public init() {}

        /// Milliseconds since the newest backup was begun.
        public func age(at now: Int64) -> Int64? { lastSuccess.map { now - $0 } }
    }

    public let shelf: BackupShelf
    public let schedule: BackupSchedule
    private let store: Store
    private let keep: Int
    private let key: BackupKey?
    private let state = Mutex(Figures())
    private let isStopped = Atomic<Bool>(false)

    /// - Parameter keep: how many of the newest backups stay, besides the newest of each month of a year.
    public init(store: Store, shelf: BackupShelf, schedule: BackupSchedule, keep: Int, key: BackupKey?) throws {
        self.store = store
        self.shelf = shelf
        self.schedule = schedule
        self.keep = keep
        self.key = key
        guard let newest = try shelf.files().last else { return }
        state.withLock {
            $0.lastSuccess = newest.madeAt
            $0.lastVerified = newest.madeAt
            $0.size = newest.size
            $0.file = newest.path
        }
    }

    public var figures: Figures { state.withLock { $0 } }

    /// Whether one is to be begun now; whoever is told so has to ``run(clock:)`` it.
    public func takeTurn(at now: Int64) -> Bool {
        state.withLock { figures in
            guard !figures.isRunning, !isStopped.load(ordering: .relaxed),
                schedule.isDue(at: now, lastMade: figures.lastSuccess, lastFailed: figures.lastFailure)
            else { return false }
            figures.isRunning = true
            return true
        }
    }

    /// Makes a backup and clears the shelf; takes as long as it takes, on the caller's thread. One that fails leaves
    /// the others where they are.
    /// - Returns: a line for the log.
    public func run(clock: () -> Int64) -> String {
        let begun = clock()
        do {
            try Backup.makeFolder(shelf.folder)
            let made = try Backup.make(of: store, to: shelf.file(at: begun), key: key, at: begun) { [self] _ in
                if isStopped.load(ordering: .relaxed) { throw CancellationError() }
            }
            let ended = clock()
            state.withLock {
                $0.lastSuccess = begun
                $0.lastVerified = ended
                $0.failure = ""
                $0.duration = ended - begun
                $0.size = made.bytes
                $0.file = made.file
                $0.isRunning = false
            }
            let removed = try shelf.clear(keeping: keep)
            return """
                backup \(made.file): \(made.manifest.schools.count) schools, \(made.bytes) bytes, \
                \(ended - begun) ms; \(removed.count) old ones removed
                """
        } catch {
            state.withLock {
                $0.isRunning = false
                $0.lastFailure = begun
                $0.failure = "\(error)"
            }
            return "ALARM backup failed, the earlier ones are as they were: \(error)"
        }
    }

    /// Ends the one under way within a chunk and begins no more.
    public func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Keeps the heads beside the newest backup.
    public func keep(_ heads: [Int64: AuditHead]) throws {
        let newest = figures.file
        guard FileManager.default.fileExists(atPath: newest) else { return }
        try BackupAnchors(of: newest).write(heads)
    }
}
