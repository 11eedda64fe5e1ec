/// What came of a replay, by kind.
struct Measured: Sendable {
    /// One kind's share of it.
    struct Part: Sendable {
        var planned = 0
        var answered = 0
        var errors = 0
        /// Answered without an error before the end of the plan.
        var inTime = 0
        var bytes = 0
        var latencies = Latencies()

        mutating func add(_ other: Part) {
            planned += other.planned
            answered += other.answered
            errors += other.errors
            inTime += other.inTime
            bytes += other.bytes
            latencies.add(other.latencies)
        }
    }

    private(set) var parts: [Kind: Part] = [:]
    /// By HTTP status, and in words where there was none.
    private(set) var statuses: [String: Int] = [:]
    /// How cells and lessons fared by the words of the answers, with the code of a refusal.
    private(set) var fates: [String: Int] = [:]
    /// Requests for which no cell or lesson was free.
    private(set) var skipped = 0
    /// How much later than planned this program sent a request: its own lateness, not the server's.
    private(set) var lateness = Latencies()
    /// From the end of the warming up to the last answer.
    var seconds = 0.0

    mutating func plan(_ kind: Kind) { parts[kind, default: Part()].planned += 1 }

    mutating func startedLate(_ nanoseconds: Int64) { lateness.add(max(nanoseconds, 0)) }

    mutating func skip() { skipped += 1 }

    /// A request that failed has its latency counted too: somebody waited that long.
    /// - Parameter isInTime: whether the answer came before the end of the plan.
    mutating func note(
        _ kind: Kind, _ outcome: Outcome, _ fate: String?, nanoseconds: Int64, isInTime: Bool = true
    ) {
        var part = parts[kind, default: Part()]
        part.latencies.add(nanoseconds)
        switch outcome {
        case .answered(let reply):
            part.answered += 1
            part.bytes += reply.size
            if reply.status >= 400 { part.errors += 1 } else if isInTime { part.inTime += 1 }
            statuses[String(reply.status), default: 0] += 1
        case .timedOut:
            part.errors += 1
            statuses["timed out", default: 0] += 1
        case .broken:
            part.errors += 1
            statuses["connection broken", default: 0] += 1
        case .unconnected:
            part.errors += 1
            statuses["no connection", default: 0] += 1
        }
        if let fate { fates[fate, default: 0] += 1 }
        parts[kind] = part
    }

    func sum(_ group: Kind.Group) -> Part {
        parts.filter { $0.key.group == group }.values.reduce(into: Part()) { $0.add($1) }
    }
}
