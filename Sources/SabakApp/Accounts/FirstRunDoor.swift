import Store
import Synchronization
import Web

/// The way into a server that has no school yet: whoever reads the terminal it was started on may found one.
///
/// The code is new at every start and is kept in memory only. The door shuts for good when there is a school, made here
/// or by a command beside the server.
final class FirstRunDoor: Sendable {
    private enum State { case open, founding, shut }

    let code: String
    private let store: Store
    private let state: Mutex<State>

    init(store: Store) throws {
        self.store = store
        code = OneTimeCode.make()
        state = Mutex(try store.schoolList().isEmpty ? .open : .shut)
    }

    /// Whether there is still no school.
    func isOpen() throws -> Bool {
        guard state.withLock({ $0 != .shut }) else { return false }
        guard try store.schoolList().isEmpty else {
            state.withLock { if $0 == .open { $0 = .shut } }
            return false
        }
        return true
    }

    /// Whether this is the code, however it was typed.
    func isRight(_ typed: String) -> Bool { Tokens.areEqual(OneTimeCode.folded(typed), code) }

    /// Lets one in to found the school, and shuts behind.
    /// - Throws: ``Refusal/notFound`` for whoever comes second; the door opens again if the founding fails.
    func letIn<T>(_ found: () throws -> T) throws -> T {
        let isFirst = state.withLock { state in
            guard state == .open else { return false }
            state = .founding
            return true
        }
        guard isFirst else { throw Refusal.notFound }
        do {
            guard try store.schoolList().isEmpty else { throw Refusal.notFound }
            let made = try found()
            state.withLock { $0 = .shut }
            return made
        } catch {
            state.withLock { $0 = .open }
            throw error
        }
    }

    /// The address to open, with the code in it.
    func link(host: String, port: Int) -> String {
        let name = ["0.0.0.0", "::", "[::]"].contains(host) ? "localhost" : host
        return "http://\(name):\(port)/setup?code=\(code)"
    }
}
