/// The first 64 bytes of a backup, not secret: how the rest is to be read.
///
/// ```
///  0  8  "sabakbk" and a line feed
///  8  1  version of the format: 2
///  9  1  seal: 0 none, 1 key file, 2 passphrase
/// 10  2  size of a chunk in KiB
/// 12  4  Argon2id: rounds        16  4  Argon2id: memory in KiB        20 16  Argon2id: salt
/// 36  4  mark of the key, which tells a wrong key from a damaged file
/// 40 24  header of the stream
/// ```
/// Numbers have their highest byte first. Every chunk after it is bound to these 64 bytes.
struct BackupHeader: Equatable {
    enum Seal: UInt8 { case none, keyFile, passphrase }

    static let size = 64
    static let version: UInt8 = 2
    private static let magic = Array("sabakbk\n".utf8)
    /// Version 1 was a SQLite file.
    private static let magicOfVersion1 = Array("SQLite f".utf8)

    var seal = Seal.none
    var chunkSize = 1 << 20
    var work = BackupKey.Work(rounds: 0, memory: 0)
    var salt = [UInt8](repeating: 0, count: 16)
    var mark = [UInt8](repeating: 0, count: 4)
    var stream = [UInt8](repeating: 0, count: 24)

    var bytes: [UInt8] {
        var bytes = Self.magic + [Self.version, seal.rawValue]
        bytes.append(bigEndian: UInt16(chunkSize >> 10))
        bytes.append(bigEndian: work.rounds)
        bytes.append(bigEndian: work.memory)
        return bytes + salt + mark + stream
    }

    init() {}

    /// - Throws: ``BackupRefusal`` if these are not the first bytes of a backup this program knows.
    init(_ bytes: [UInt8], of file: String) throws {
        guard bytes.count == Self.size, bytes.starts(with: Self.magic) else {
            throw bytes.starts(with: Self.magicOfVersion1)
                ? BackupRefusal.unknownVersion(1) : BackupRefusal.notABackup(file)
        }
        guard bytes[8] == Self.version else { throw BackupRefusal.unknownVersion(Int(bytes[8])) }
        guard let seal = Seal(rawValue: bytes[9]) else { throw StoreError.tampered(file) }
        self.seal = seal
        chunkSize = bytes[10..<12].number << 10
        work = BackupKey.Work(rounds: UInt32(bytes[12..<16].number), memory: UInt32(bytes[16..<20].number))
        salt = Array(bytes[20..<36])
        mark = Array(bytes[36..<40])
        stream = Array(bytes[40..<64])
        guard (1 << 10...16 << 20).contains(chunkSize), seal != .passphrase || work.isBearable else {
            throw StoreError.tampered(file)
        }
    }

    static func mark(of material: [UInt8]) -> [UInt8] { Array(Digest.sha256(Array("mark".utf8) + material).prefix(4)) }
}

extension [UInt8] {
    mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}

extension ArraySlice<UInt8> {
    /// At most seven bytes as a number, highest first.
    var number: Int { reduce(0) { $0 << 8 | Int($1) } }
}
