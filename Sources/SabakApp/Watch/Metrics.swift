import HTTPTypes
import Store
import Synchronization

/// What the program has done since it began, counted for those who watch over it. No names, no addresses of people.
final class Metrics: Sendable {
    struct OfRoute: Sendable {
        var byStatus: [Int: Int] = [:]
        /// In seconds.
        var times = Histogram(bounds: Histogram.times)
    }

    private final class Counter: Sendable {
        let figures = Mutex(OfRoute())
    }

    struct Minutely: Sendable {
        var schools = 0
        var outbox = 0
        /// When every chain was last anchored, in epoch milliseconds.
        var anchoredAt: Int64?
    }

    private let routes: [Counter]
    private let names: [(method: String, path: String)]
    private let minutely = Mutex(Minutely())
    private let shed = Atomic<Int>(0)

    init(_ routes: [Route]) {
        names = routes.map { ($0.method.rawValue, $0.path) }
        self.routes = routes.map { _ in Counter() }
    }

    func count(route: Int, status: HTTPResponse.Status, took: Duration) {
        routes[route].figures.withLock { one in
            one.byStatus[status.code, default: 0] += 1
            one.times.add(took.seconds)
        }
    }

    func countShed() { shed.add(1, ordering: .relaxed) }

    func keep(_ found: Minutely) { minutely.withLock { $0 = found } }

    var refusedByLoad: Int { shed.load(ordering: .relaxed) }
    var lastMinute: Minutely { minutely.withLock { $0 } }

    /// The routes that were asked for at least once.
    var asked: [(method: String, path: String, figures: OfRoute)] {
        routes.indices.compactMap { number in
            let figures = routes[number].figures.withLock { $0 }
            return figures.times.count == 0 ? nil : (names[number].method, names[number].path, figures)
        }
    }
}
