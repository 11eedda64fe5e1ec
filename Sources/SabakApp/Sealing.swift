import Dispatch
import Store
import Synchronization

/// Gives files of an earlier version, and pages another program has brought in from the log, their seals, and puts a
/// flipped bit right on the disk too: one file after another, on a thread of its own, while people work.
final class Sealing: Sendable {
    private let store: Store
    private let config: Config
    private let state = Mutex(State())

    /// Stands among the schools for the directory, which has no number.
    private static let directory: Int64 = 0

    private struct State {
        var isAtWork = false
        /// What was not sealed because it is not sound: said once.
        var leftAlone: Set<Int64> = []
    }

    init(store: Store, config: Config) {
        self.store = store
        self.config = config
    }

    /// What is to be sealed.
    struct Due: Sendable {
        let directory: Bool
        let schools: [Int64]
    }

    /// Begins if there is something to do, and returns at once.
    func begin() throws {
        guard let due = try due() else { return }
        let isFree = state.withLock { state in
            defer { state.isAtWork = true }
            return !state.isAtWork
        }
        guard isFree else { return }
        DispatchQueue.global(qos: .utility).async {
            self.seal(due)
            self.state.withLock { $0.isAtWork = false }
        }
    }

    /// What wants seals and is not known to be unsound; nil where nothing does.
    func due() throws -> Due? {
        let left = state.withLock { $0.leftAlone }
        // One that cannot be opened was told at the start.
        let schools = try store.schoolList().map(\.id).filter {
            !left.contains($0) && (try? store.school($0))?.wantsSeals == true
        }
        let due = Due(directory: !left.contains(Self.directory) && store.directoryWantsSeals, schools: schools)
        return due.directory || !schools.isEmpty ? due : nil
    }

    /// Seals one file after another.
    func seal(_ due: Due) {
        if due.directory { attempt("the directory", Self.directory) { try store.sealDirectory() } }
        for school in due.schools { attempt("school \(school)", school) { try seal(school) } }
    }

    private func seal(_ id: Int64) throws {
        let school = try store.school(id)
        guard school.changesRefusedBecause == nil else { return leave(id) }
        let proof = try AuditProof.verify(id, in: store)
        if let bad = proof.firstBad { throw StoreError.unfit("audit row \(bad.seq) \(bad.why)") }
        if try school.sealPages() { config.log("School \(id): every page of its file is sealed now.") }
    }

    private func attempt(_ name: String, _ id: Int64, _ work: () throws -> Void) {
        do {
            try work()
        } catch {
            leave(id)
            config.log("ALARM \(name) gets no seals: \(error). Run: sabak check database; sabak audit verify")
        }
    }

    private func leave(_ id: Int64) { state.withLock { _ = $0.leftAlone.insert(id) } }
}
