import Foundation

/// Writes a backup from its first byte to its last, a chunk at a time: memory stays the same whatever the size.
///
/// The stream inside the chunks is a row of entries: four bytes of length, that many bytes of JSON (``BackupEntry``),
/// the content. The manifest is the last. On the disk each sealed chunk follows its length in four bytes.
final class BackupWriter {
    private let file: FileHandle
    private var seal: ChunkSeal
    private let chunkSize: Int
    private var waiting: [UInt8] = []
    private(set) var files: [BackupManifest.File] = []
    /// Bytes on the disk.
    private(set) var written = 0

    init(path: String, key: BackupKey?, work: BackupKey.Work) throws {
        var header = BackupHeader()
        seal = try ChunkSeal(writing: &header, key: key, work: work)
        chunkSize = header.chunkSize
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.missing(path) }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        waiting.reserveCapacity(chunkSize * 2)
        try write(header.bytes)
    }

    /// Adds a file as it stands on the disk.
    func add(_ name: String, from path: String, report: (_ bytes: Int) throws -> Void) throws {
        guard let source = FileHandle(forReadingAtPath: path) else { throw StoreError.missing(path) }
        let size = Int(try source.seekToEnd())
        try source.seek(toOffset: 0)
        try begin(BackupEntry(name: name, size: size))
        var digest = RunningDigest()
        var left = size
        while left > 0 {
            let piece = [UInt8](try source.read(upToCount: min(left, chunkSize)) ?? Data())
            guard !piece.isEmpty else { throw StoreError.missing(path) }
            digest.take(piece[...])
            try put(piece)
            left -= piece.count
            try report(written)
        }
        files.append(BackupManifest.File(name: name, size: size, digest: Digest.hex(digest.end())))
    }

    /// Adds a small file.
    func add(_ name: String, content: [UInt8]) throws {
        try begin(BackupEntry(name: name, size: content.count))
        try put(content)
        files.append(
            BackupManifest.File(name: name, size: content.count, digest: Digest.hex(Digest.sha256(content))))
    }

    /// Closes the stream and waits until all of it is on the disk.
    func finish(_ manifest: BackupManifest) throws {
        let content = try manifest.encoded
        try begin(BackupEntry(name: BackupManifest.name, size: content.count))
        try put(content)
        try writeChunk(waiting, isLast: true)
        try file.synchronize()
        try file.close()
    }

    private func begin(_ entry: BackupEntry) throws {
        let words = [UInt8](try JSONEncoder().encode(entry))
        var bytes: [UInt8] = []
        bytes.append(bigEndian: UInt32(words.count))
        try put(bytes + words)
    }

    private func put(_ bytes: [UInt8]) throws {
        waiting += bytes
        // One byte more than a chunk, because the last chunk is written by finish alone.
        while waiting.count > chunkSize {
            try writeChunk(Array(waiting.prefix(chunkSize)), isLast: false)
            waiting.removeFirst(chunkSize)
        }
    }

    private func writeChunk(_ content: [UInt8], isLast: Bool) throws {
        let sealed = seal.seal(content, isLast: isLast)
        var length: [UInt8] = []
        length.append(bigEndian: UInt32(sealed.count))
        try write(length)
        try write(sealed)
    }

    private func write(_ bytes: [UInt8]) throws {
        try file.write(contentsOf: Data(bytes))
        written += bytes.count
    }
}
