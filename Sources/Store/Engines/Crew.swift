import Foundation

/// Threads that may wait: on PostgreSQL an answer takes a way over the network, and the threads of the server's event
/// loop must not stand still meanwhile.
///
/// As the preferred executor of a task (`withTaskExecutorPreference`) it carries a whole request, whose questions then
/// wait where nobody minds. Jobs are begun in the order they came.
public final class Crew: TaskExecutor {
    private let line: Line

    /// - Parameter most: how many threads there are at most; they are started when they are needed.
    init(most: Int) { line = Line(most: most) }

    deinit { line.dismiss() }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        run { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    /// Runs a job on one of the threads.
    func run(_ job: @escaping @Sendable () -> Void) { line.add(job) }
}

/// The jobs that wait for a thread, and the threads that wait for a job.
///
/// `@unchecked Sendable`: everything that changes is touched under the condition's lock only.
private final class Line: @unchecked Sendable {
    private let condition = NSCondition()
    private let most: Int
    private var jobs: [@Sendable () -> Void] = []
    private var resting = 0
    private var threads = 0
    private var isDismissed = false

    init(most: Int) { self.most = most }

    func add(_ job: @escaping @Sendable () -> Void) {
        condition.lock()
        defer { condition.unlock() }
        jobs.append(job)
        if resting >= jobs.count {
            condition.signal()
        } else if threads < most {
            threads += 1
            Thread.detachNewThread { [self] in
                while let job = next() { job() }
            }
        }
    }

    func dismiss() {
        condition.lock()
        defer { condition.unlock() }
        isDismissed = true
        condition.broadcast()
    }

    private func next() -> (@Sendable () -> Void)? {
        condition.lock()
        defer { condition.unlock() }
        while jobs.isEmpty, !isDismissed {
            resting += 1
            condition.wait()
            resting -= 1
        }
        return jobs.isEmpty ? nil : jobs.removeFirst()
    }
}
