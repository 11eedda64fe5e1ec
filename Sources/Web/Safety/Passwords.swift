import CSodium
import Dispatch
import Synchronization

/// Passwords, kept as Argon2id (19 MiB, two passes: the OWASP minimum) and hashed off the event loop.
public final class Passwords: Sendable {
    private let queue = DispatchQueue(label: "passwords", attributes: .concurrent)
    private let places: DispatchSemaphore
    private let waiting = Mutex(0)
    private let mostWaiting: Int
    private let passes: UInt64
    private let memory: Int

    /// - Parameters:
    ///   - atOnce: how many are hashed at the same time; the others wait.
    ///   - mostWaiting: beyond this many waiting, ``Busy`` is thrown.
    ///   - memory: bytes a hash takes; tests use less.
    public init(atOnce: Int = 2, mostWaiting: Int = 200, passes: Int = 2, memory: Int = 19 << 20) {
        _ = sodium_init()
        places = DispatchSemaphore(value: atOnce)
        self.mostWaiting = mostWaiting
        self.passes = UInt64(passes)
        self.memory = memory
    }

    /// Too many people sign in at this moment.
    public struct Busy: Error {}

    /// The text to keep instead of the password.
    public func hash(_ password: String) async throws -> String {
        let (passes, memory) = (passes, memory)
        return try await work { Self.hash(password, passes: passes, memory: memory) }
    }

    /// Whether a password is the one that was hashed. An empty hash takes as long and is never right, so that the
    /// time does not tell which names exist.
    public func isRight(_ password: String, for hash: String) async throws -> Bool {
        let (passes, memory) = (passes, memory)
        return try await work {
            guard !hash.isEmpty else {
                _ = Self.hash(password, passes: passes, memory: memory)
                return false
            }
            return password.withCString {
                crypto_pwhash_str_verify(hash, $0, UInt64(password.utf8.count)) == 0
            }
        }
    }

    /// Hashes at once, on the caller's thread; for commands.
    public func hashNow(_ password: String) -> String { Self.hash(password, passes: passes, memory: memory) }

    private func work<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws -> T {
        let mayWait = waiting.withLock { count in
            guard count < mostWaiting else { return false }
            count += 1
            return true
        }
        guard mayWait else { throw Busy() }
        defer { waiting.withLock { $0 -= 1 } }
        return await withCheckedContinuation { continuation in
            queue.async { [places] in
                places.wait()
                let answer = work()
                places.signal()
                continuation.resume(returning: answer)
            }
        }
    }

    private static func hash(_ password: String, passes: UInt64, memory: Int) -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let code = password.withCString {
            crypto_pwhash_str_alg(
                &text, $0, UInt64(password.utf8.count), passes, memory, Int32(crypto_pwhash_ALG_ARGON2ID13))
        }
        precondition(code == 0, "no memory for hashing a password")
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
