import Web

/// Whether the program lives and whether its database answers; no version and no counts (A73).
enum Status {
    static let routes: [Route] = [
        .open(.get, "/health", health),
        .open(.get, "/ready", ready),
    ]

    private static func health(_ caller: Caller) -> Answer { .text("ok") }

    private static func ready(_ caller: Caller) throws -> Answer {
        do {
            return try caller.app.store.answers() ? .text("ok") : .text("no", status: .serviceUnavailable)
        } catch {
            caller.app.config.log("not ready: \(error)")
            return .text("no", status: .serviceUnavailable)
        }
    }
}
