import Synchronization

/// Whether the disk still keeps what it is told to keep.
///
/// When a write or a sync fails, what was acknowledged before may be gone from the kernel, and trying again would
/// look like success ("fsyncgate"). From then on nothing may be answered as kept; the process has to end and read
/// what the disk really holds.
public enum DiskTrust {
    private static let state = Mutex<State>(State())

    private struct State {
        var reason: String?
        var whenLost: (@Sendable (String) -> Void)?
    }

    /// Why the disk is not trusted any more; nil as long as it is.
    public static var lostBecause: String? { state.withLock { $0.reason } }

    /// What to do at the moment trust is lost, on the thread that met the fault: a server ends there and then.
    public static func whenLost(_ act: @escaping @Sendable (String) -> Void) { state.withLock { $0.whenLost = act } }

    static func lose(_ reason: String) {
        let act = state.withLock { state in
            state.reason = state.reason ?? reason
            return state.whenLost
        }
        act?(reason)
    }
}
