import CSodium
import Foundation

/// What a backup is sealed with, so that whoever finds the file cannot read it.
public enum BackupKey: Sendable, Equatable {
    /// 32 bytes nobody can guess, kept in a file.
    case bytes([UInt8])
    /// Words that a person knows; Argon2id makes the key of them.
    case passphrase(String)

    private static let title = "sabak-backup-key-1"

    /// Makes a key and keeps it in a new file that only its owner may read.
    /// - Throws: ``StoreError/locked(_:)`` if the file exists: a key that is overwritten takes its backups with it.
    public static func make(inFile path: String) throws -> BackupKey {
        let key = Digest.random(32)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw errno == EEXIST ? StoreError.locked(path) : StoreError.missing(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data("\(title) \(Digest.hex(key))\n".utf8))
        try file.synchronize()
        return .bytes(key)
    }

    /// Reads a key made by ``make(inFile:)``.
    public init(file path: String) throws {
        guard let content = FileManager.default.contents(atPath: path) else { throw StoreError.missing(path) }
        let words = String(decoding: content, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let key = words.count == 2 && words[0] == Self.title ? Digest.bytes(hex: words[1]) : []
        guard key.count == 32 else { throw BackupRefusal.notAKey(path) }
        self = .bytes(key)
    }

    var isPassphrase: Bool {
        if case .passphrase = self { true } else { false }
    }

    /// The 32 bytes that seal.
    func material(salt: [UInt8], work: Work) throws -> [UInt8] {
        guard sodium_init() >= 0 else { throw StoreError.unfit("libsodium does not start") }
        switch self {
        case .bytes(let key): return key
        case .passphrase(let words):
            var key = [UInt8](repeating: 0, count: 32)
            let code = words.withCString { password in
                crypto_pwhash(
                    &key, UInt64(key.count), password, UInt64(words.utf8.count), salt, UInt64(work.rounds),
                    Int(work.memory) * 1024, crypto_pwhash_alg_argon2id13())
            }
            guard code == 0 else { throw StoreError.unfit("there is not enough memory to make a key of a passphrase") }
            return key
        }
    }

    /// How much Argon2id has to do: rounds, and memory in KiB. It stands in the file, so that it can rise one day.
    struct Work: Sendable, Equatable {
        var rounds: UInt32
        var memory: UInt32

        /// libsodium's "moderate": 256 MiB, some 0.7 s.
        static let usual = Work(rounds: 3, memory: 256 * 1024)

        /// A file somebody else wrote must not ask for all the memory there is.
        var isBearable: Bool { (1...20).contains(rounds) && (8...1024 * 1024).contains(memory) }
    }
}

/// An expected "no" about a backup. A file of which a byte differs is ``StoreError/tampered(_:)``.
public enum BackupRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    case notABackup(String)
    /// Written by a program that knows another format.
    case unknownVersion(Int)
    case needsKey
    case needsPassphrase
    /// Sealed with another key, or with other words.
    case otherKey
    case notAKey(String)
    /// The copy of a school does not hold together, so no backup was made of it.
    case unsound(school: Int64, why: String)
    case unknownSchool(Int64)
    case noBackups(String)
    /// The database has the school, and nobody asked for it to be replaced.
    case schoolIsThere(Int64)

    public var description: String {
        switch self {
        case .notABackup(let file): "\(file) is not a backup."
        case .unknownVersion(let version): "the backup has format \(version), which this program does not know."
        case .needsKey: "the backup is sealed with a key file: name it with --key."
        case .needsPassphrase: "the backup is sealed with a passphrase: give it with --passphrase."
        case .otherKey: "the backup is sealed with another key or passphrase."
        case .notAKey(let file): "\(file) is not a key made by sabak backup key."
        case .unsound(let school, let why): "no backup was made: school \(school) is not sound: \(why)."
        case .unknownSchool(let school): "the backup does not hold school \(school)."
        case .noBackups(let folder): "there is no backup in \(folder)."
        case .schoolIsThere(let school):
            """
            the database has school \(school) already; nothing was restored. --replace puts the backup in its place \
            and keeps what was there in a folder of the data directory.
            """
        }
    }
}

extension BackupRefusal {
    /// Whether the file cannot be read at all, rather than be refused for what it holds.
    public var isUnreadable: Bool {
        switch self {
        case .notABackup, .notAKey, .noBackups: true
        case .unknownVersion, .needsKey, .needsPassphrase, .otherKey, .unsound, .unknownSchool, .schoolIsThere:
            false
        }
    }
}

extension Digest {
    /// The bytes of hexadecimal text; none if it is no such text.
    static func bytes(hex: Substring) -> [UInt8] {
        let digits = hex.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
        guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return [] }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}

/// SHA-256 of more than fits into memory.
struct RunningDigest {
    private var state = crypto_hash_sha256_state()

    init() { crypto_hash_sha256_init(&state) }

    mutating func take(_ bytes: ArraySlice<UInt8>) {
        _ = bytes.withUnsafeBufferPointer { crypto_hash_sha256_update(&state, $0.baseAddress, UInt64($0.count)) }
    }

    mutating func end() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &digest)
        return digest
    }
}
