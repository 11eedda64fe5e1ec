import Foundation

/// Reads a backup from its first byte to its last and believes nothing before it has seen the end.
final class BackupReader {
    private let path: String
    private let file: FileHandle
    private var seal: ChunkSeal
    private let longestChunk: Int
    private var chunk: ArraySlice<UInt8> = []
    private var isLast = false

    /// - Throws: ``BackupRefusal`` if this is no backup, one of another version, or sealed with another key.
    init(path: String, key: BackupKey?) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw StoreError.missing(path) }
        self.path = path
        self.file = file
        let header = try BackupHeader([UInt8](try file.read(upToCount: BackupHeader.size) ?? Data()), of: path)
        seal = try ChunkSeal(reading: header, key: key, of: path)
        longestChunk = header.chunkSize + seal.overhead
    }

    /// Reads every entry and holds it against the manifest.
    /// - Parameters:
    ///   - folder: where the files are written; nowhere if they are only to be looked through.
    ///   - isWanted: which names are written there.
    /// - Throws: ``StoreError/tampered(_:)`` if a byte is not as it was written, or the end is missing.
    func unpack(into folder: String?, where isWanted: (String) -> Bool = { _ in true }) throws -> BackupManifest {
        var found: [BackupManifest.File] = []
        while true {
            let entry = try nextEntry()
            if entry.name == BackupManifest.name {
                let manifest = try readManifest(size: entry.size)
                guard manifest.files == found else { throw StoreError.tampered(path) }
                try demandEnd()
                return manifest
            }
            guard BackupManifest.isKnown(entry.name) else { throw StoreError.tampered(path) }
            let target = isWanted(entry.name) ? folder.map { "\($0)/\(entry.name)" } : nil
            found.append(try readFile(entry, to: target))
        }
    }

    private func nextEntry() throws -> BackupEntry {
        let length = try take(4)[...].number
        guard length < 1 << 16 else { throw StoreError.tampered(path) }
        return try decode(BackupEntry.self, from: try take(length))
    }

    private func readManifest(size: Int) throws -> BackupManifest {
        guard (0..<1 << 26).contains(size) else { throw StoreError.tampered(path) }
        return try decode(BackupManifest.self, from: try take(size))
    }

    private func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch is DecodingError {
            throw StoreError.tampered(path)
        }
    }

    private func readFile(_ entry: BackupEntry, to target: String?) throws -> BackupManifest.File {
        let copy = try target.map(Self.newFile)
        var digest = RunningDigest()
        var left = entry.size
        while left > 0 {
            let piece = try takeSome(most: left)
            digest.take(piece)
            try copy?.write(contentsOf: Data(piece))
            left -= piece.count
        }
        try copy?.synchronize()
        try copy?.close()
        return BackupManifest.File(name: entry.name, size: entry.size, digest: Digest.hex(digest.end()))
    }

    private static func newFile(_ path: String) throws -> FileHandle {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.missing(path) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private func take(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += try takeSome(most: count - bytes.count) }
        return bytes
    }

    /// What is there of the chunk at hand, at least a byte.
    private func takeSome(most: Int) throws -> ArraySlice<UInt8> {
        while chunk.isEmpty { try readChunk() }
        let piece = chunk.prefix(most)
        chunk = chunk.dropFirst(most)
        return piece
    }

    private func readChunk() throws {
        guard !isLast else { throw StoreError.tampered(path) }
        let length = try readExactly(4)[...].number
        guard length <= longestChunk, let opened = seal.open(try readExactly(length)) else {
            throw StoreError.tampered(path)
        }
        chunk = opened.content[...]
        isLast = opened.isLast
    }

    private func readExactly(_ count: Int) throws -> [UInt8] {
        let bytes = [UInt8](try file.read(upToCount: count) ?? Data())
        guard bytes.count == count else { throw StoreError.tampered(path) }
        return bytes
    }

    private func demandEnd() throws {
        while !isLast, chunk.isEmpty { try readChunk() }
        let rest = try file.read(upToCount: 1) ?? Data()
        guard isLast, chunk.isEmpty, rest.isEmpty else { throw StoreError.tampered(path) }
    }
}
