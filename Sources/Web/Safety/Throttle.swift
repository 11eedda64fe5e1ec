import Synchronization

/// Counts failures of signing in. Only failures count: a whole school sits behind one address.
public final class Throttle: Sendable {
    private let failures = Mutex<[String: [Int64]]>([:])
    private let window: Int64
    private let most: Int

    /// - Parameters:
    ///   - most: after this many failures within the window the next try has to wait.
    ///   - window: milliseconds a failure counts.
    public init(most: Int, window: Int64) {
        self.most = most
        self.window = window
    }

    /// Seconds to wait before the next try, or nil if it may be made now.
    public func wait(for key: String, at now: Int64) -> Int? {
        failures.withLock { failures in
            let recent = (failures[key] ?? []).filter { $0 > now - window }
            guard recent.count >= most, let oldest = recent.dropFirst(recent.count - most).first else { return nil }
            return Int((oldest + window - now + 999) / 1000)
        }
    }

    public func countFailure(of key: String, at now: Int64) {
        failures.withLock { failures in
            if failures.count > 50_000 { failures = failures.filter { ($0.value.last ?? 0) > now - window } }
            var recent = (failures[key] ?? []).filter { $0 > now - window }
            recent.append(now)
            failures[key] = recent.suffix(most)
        }
    }

    /// After a success the count begins anew.
    public func forget(_ key: String) { failures.withLock { $0[key] = nil } }
}
