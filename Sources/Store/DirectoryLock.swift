import Foundation

/// A lock on a data directory: programs that work in it share it, a restore needs it alone.
final class DirectoryLock: Sendable {
    enum Mode { case shared, alone }

    private let descriptor: Int32

    /// - Throws: ``StoreError/locked(_:)`` if somebody holds it in a way that does not fit.
    init(path: String, mode: Mode) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.missing(path) }
        // The descriptor is closed by deinit, which runs for an initializer that throws from here on too.
        guard flock(descriptor, (mode == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
            throw StoreError.locked(path)
        }
    }

    /// Keeps the other programs out, if there are none.
    /// - Throws: ``StoreError/locked(_:)`` if there are.
    func takeAlone(_ path: String) throws {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            share()
            throw StoreError.locked(path)
        }
    }

    /// Lets the other programs in again.
    func share() { flock(descriptor, LOCK_SH) }

    deinit {
        // A child that is just being started holds a copy of the descriptor for a moment, and would hold the lock too.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
