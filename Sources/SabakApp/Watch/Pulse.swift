import Synchronization

/// How the server feels: whether it is ending, and how late its threads come to their work.
final class Pulse: Sendable {
    private let draining = Atomic<Bool>(false)
    private let lateness = Atomic<Int>(0)

    /// From now on `/ready` says no, so that nobody sends new visitors here.
    func drain() { draining.store(true, ordering: .relaxed) }

    var isDraining: Bool { draining.load(ordering: .relaxed) }

    /// Milliseconds by which the threads came late to a task that was due.
    var milliseconds: Int { lateness.load(ordering: .relaxed) }

    /// Later than this, a request is refused at once: an early "come back soon" is better than a late answer that
    /// nobody waits for any more.
    var isOverloaded: Bool { milliseconds > 2_000 }

    /// Feels the pulse until the task is cancelled.
    func watch() async {
        let clock = ContinuousClock()
        while !Task.isCancelled {
            let due = clock.now + .milliseconds(100)
            do {
                try await Task.sleep(until: due, clock: clock)
            } catch {
                // Cancelled: the server ends.
                return
            }
            let late = due.duration(to: clock.now)
            lateness.store(late.milliseconds, ordering: .relaxed)
        }
    }
}

extension Duration {
    var milliseconds: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }

    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
