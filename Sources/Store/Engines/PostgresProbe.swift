import Dispatch
import Synchronization

/// Asks a server whether it answers, beside all others who wait for it: over a connection and on a thread of its own.
///
/// Whoever asks while it is being asked gets the same answer.
final class PostgresProbe: Sendable {
    private struct State {
        var round = 0
        var waiting: [CheckedContinuation<String?, Never>] = []
    }

    private let place: PostgresPlace
    private let queue = DispatchQueue(label: "probe")
    private let connection = Mutex<Connection?>(nil)
    private let state = Mutex(State())

    /// Seconds after which whoever asks is told that there is no answer.
    private static let patience = 2.5

    init(_ place: PostgresPlace) { self.place = place }

    /// Why the server does not answer, or nothing if it does.
    func whyNot() async -> String? {
        await withCheckedContinuation { continuation in
            let round = state.withLock { state in
                state.waiting.append(continuation)
                return state.waiting.count == 1 ? state.round : nil
            }
            guard let round else { return }
            queue.async { [self] in tell(ask(), in: round) }
            DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { [weak self] in
                self?.tell("the server did not answer in time", in: round)
            }
        }
    }

    private func tell(_ answer: String?, in round: Int) {
        let waiting = state.withLock { state -> [CheckedContinuation<String?, Never>] in
            guard state.round == round else { return [] }
            state.round += 1
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting { one.resume(returning: answer) }
    }

    private func ask() -> String? {
        connection.withLock { kept -> String? in
            do {
                let connection = try kept ?? Connection(place, until: .now + .seconds(2))
                kept = nil
                try connection.postgres?.script("SELECT 1", within: .seconds(2))
                kept = connection
                return nil
            } catch {
                // One that was closed behind our back says nothing of the server: the next one does.
                return "\(error)"
            }
        }
    }
}
