import Foundation
import ServiceLifecycle
import Store

/// The end of the program: one reckoning, from the moment it is asked to end, of which every step gets the rest.
///
/// It is the first of the services to be told. The HTTP server then finishes what is under way, and only after it the
/// jobs end: were the store told with them, the waits would add up.
struct Ending: Service {
    /// How long after it was asked.
    struct Time {
        /// Nobody waits for a database server any more.
        var database = Duration.seconds(6)
        /// Whoever is still at work is left, as a crash would leave him: a client that sends its body byte by byte, a
        /// change that waits for another program.
        var all = Duration.seconds(9)
    }

    let store: Store
    let pulse: Pulse
    let time: Time
    let leave: @Sendable () -> Void

    func run() async throws {
        try await gracefulShutdown()
        pulse.drain()
        store.end(within: time.database)
        // The threads of the server may be what it waits for.
        Thread.detachNewThread { [time, leave] in
            Thread.sleep(forTimeInterval: time.all.seconds)
            leave()
        }
    }
}
