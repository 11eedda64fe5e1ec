import Dispatch
import Synchronization

/// Where lists are read, checked and brought in beside the requests: one after another, so that the memory they take
/// is bounded however many are sent.
final class ImportDesk: Sendable {
    struct Progress: Sendable, Equatable {
        var done: Int
        var total: Int
    }

    private let work = DispatchQueue(label: "imports", qos: .utility)
    private let reading = DispatchQueue(label: "imports.reading", qos: .userInitiated)
    private let progress = Mutex<[Int64: Progress]>([:])

    /// Begins work for an import when its turn comes.
    func begin(_ id: Int64, _ job: @escaping @Sendable (_ advance: @escaping ListAdvance) -> Void) {
        work.async {
            self.progress.withLock { $0[id] = Progress(done: 0, total: 0) }
            job { done, total in self.progress.withLock { $0[id] = Progress(done: done, total: total) } }
            self.progress.withLock { $0[id] = nil }
        }
    }

    /// How far an import has come; nil while it waits for its turn.
    func progress(of id: Int64) -> Progress? { progress.withLock { $0[id] } }

    /// Reads files where it holds up no request.
    func read<T: Sendable>(_ job: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { told in
            reading.async { told.resume(with: Result { try job() }) }
        }
    }

    /// Waits until everything begun has ended.
    func rest() async {
        await withCheckedContinuation { told in work.async { told.resume() } }
    }
}
