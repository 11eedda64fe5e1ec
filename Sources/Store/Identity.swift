import CSodium
import Synchronization

/// Makes ids: 64 bits of milliseconds since 2024-01-01, node and counter, so that ids sort by time of making,
/// need no database to be made, and stay unique within a school.
public final class Identity: Sendable {
    private let last: Mutex<Int64>
    private let node: Int64
    private let clock: @Sendable () -> Int64

    /// - Parameters:
    ///   - node: 0…63, different for each process that writes one school at the same time.
    ///   - clock: epoch milliseconds; a demo school hands in a counter, so that the same seed gives the same ids.
    public init(node: Int, clock: @escaping @Sendable () -> Int64) {
        self.node = Int64(node & 63)
        self.clock = clock
        last = Mutex(0)
    }

    /// A new id, above every id this value has made before.
    public func next() -> Int64 {
        let start: Int64 = 1_704_067_200_000
        return last.withLock { last in
            // Milliseconds over a counter of 15 bits; a counter that overflows borrows from the next millisecond.
            last = max(max(clock() - start, 0) << 15, last + 1)
            return (last >> 15) << 21 | node << 15 | last & 0x7fff
        }
    }
}

/// Random bytes and digests, from libsodium.
public enum Digest {
    /// SHA-256.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }

    /// Bytes nobody can guess.
    public static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// Lower-case hexadecimal text.
    public static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
