import Synchronization

/// How often something took how much, counted in classes.
public struct Histogram: Sendable, Equatable {
    /// The upper bounds of the classes, each within its class.
    public let bounds: [Double]
    /// How many fell into each class; those beyond the last bound are in ``count`` alone.
    public private(set) var classes: [Int]
    public private(set) var count = 0
    public private(set) var sum = 0.0

    public init(bounds: [Double]) {
        self.bounds = bounds
        classes = [Int](repeating: 0, count: bounds.count)
    }

    public mutating func add(_ value: Double) {
        count += 1
        sum += value
        if let place = bounds.firstIndex(where: { value <= $0 }) { classes[place] += 1 }
    }

    /// Bounds for times, in seconds.
    public static let times: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
}

/// What was done in the data since the program began, and how what is behind them is doing.
public struct StoreFigures: Sendable {
    public struct Writes: Sendable {
        /// Changes that were kept, and that were not: refused by a rule, too late, or undone.
        public var kept = 0
        public var refused = 0
        /// Seconds from the coming of a change to its answer.
        public var times = Histogram(bounds: Histogram.times)
        /// Changes kept by one commit.
        public var together = Histogram(bounds: [1, 2, 4, 8, 16, 32, 64])
    }

    /// A database server as this program sees it.
    public struct Server: Sendable {
        /// `primary`, or the number of a replica.
        public let name: String
        /// Connections at most, and of these lent to somebody, and open without.
        public let most, lent, resting: Int
        /// Connections opened so far, how often somebody found none free, and the seconds they waited together.
        public let opened, waits: Int
        public let waited: Double
        /// Transactions begun anew, and answers that did not come.
        public let retries, silences: Int
        public let replica: Replica?
    }

    public struct Replica: Sendable {
        /// Views it answered; views it could not, because it had not come so far; and because it failed.
        public let served, behind, failures: Int
        public let isLeftAlone: Bool
        /// Seconds it was behind when it was last measured; nothing if it did not say.
        public let lag: Double?
    }

    public let writes: Writes
    /// The primary and its replicas; none where the data are files.
    public let servers: [Server]
    /// Connections to files that nobody uses at the moment.
    public let restingConnections: Int
}

/// Counts the changes of all schools.
final class WriteFigures: Sendable {
    private let figures = Mutex(StoreFigures.Writes())

    var now: StoreFigures.Writes { figures.withLock { $0 } }

    func count(isKept: Bool, took: Duration) {
        figures.withLock { figures in
            if isKept { figures.kept += 1 } else { figures.refused += 1 }
            figures.times.add(took / .seconds(1))
        }
    }

    /// Counts a commit, if it kept anything.
    func count(kept: Int) {
        if kept > 0 { figures.withLock { $0.together.add(Double(kept)) } }
    }
}
