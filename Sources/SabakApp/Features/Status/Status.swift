import Store
import Web

/// Whether the program lives and whether its database answers; no version and no counts (A73).
enum Status {
    static let routes: [Route] = [
        .open(.get, "/health", health),
        .open(.get, "/ready", ready),
    ]

    /// Whoever watches is answered also when nobody else is.
    static func isAsked(by asked: Asked) -> Bool { asked.path == "/health" || asked.path == "/ready" }

    /// Damage of one school takes no server away from the others, so it is said and the answer stays 200.
    private static var isWhole: Bool { PageWatch.count(of: .wrong) == 0 }

    private static func health(_ caller: Caller) -> Answer { .text("ok") }

    private static func ready(_ caller: Caller) async -> Answer {
        guard !caller.app.pulse.isDraining else { return .text("draining", status: .serviceUnavailable) }
        guard let why = await caller.app.store.whyNotReady() else { return .text(isWhole ? "ok" : "ok, but damaged") }
        caller.app.config.log("not ready: \(why)")
        return .text("no", status: .serviceUnavailable)
    }
}
