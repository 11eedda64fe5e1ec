import CZlib

/// Expands one entry of an archive, chunk by chunk, and compares its size and checksum with the directory.
struct Inflater {
    private static let chunk = 1 << 16

    private let entry: ZipEntry
    private var produced = 0
    private var checksum: UInt = 0

    init(_ entry: ZipEntry) throws(SheetProblem) {
        self.entry = entry
        guard entry.isDeflated || entry.packedSize == entry.size else {
            throw SheetProblem(.unreadable, sheet: entry.name, detail: "a stored entry has two sizes")
        }
    }

    mutating func run(
        _ packed: UnsafeBufferPointer<UInt8>, _ receive: (UnsafeBufferPointer<UInt8>) throws(SheetProblem) -> Void
    ) throws(SheetProblem) {
        if entry.isDeflated {
            try inflate(packed, receive)
        } else {
            for start in stride(from: 0, to: packed.count, by: Self.chunk) {
                let end = min(start + Self.chunk, packed.count)
                try hand(UnsafeBufferPointer(rebasing: packed[start..<end]), receive)
            }
        }
        guard produced == entry.size, checksum == UInt(entry.checksum) else {
            throw SheetProblem(.unreadable, sheet: entry.name, detail: "size or checksum does not agree")
        }
    }

    private mutating func inflate(
        _ packed: UnsafeBufferPointer<UInt8>, _ receive: (UnsafeBufferPointer<UInt8>) throws(SheetProblem) -> Void
    ) throws(SheetProblem) {
        var stream = z_stream()
        // Raw deflate without a zlib header: a negative window of 15 bits.
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw SheetProblem(.unreadable, sheet: entry.name, detail: "zlib did not start")
        }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.avail_in = UInt32(packed.count)
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.chunk)
        defer { output.deallocate() }
        var status = Z_OK
        while status == Z_OK {
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(Self.chunk)
            status = CZlib.inflate(&stream, Z_NO_FLUSH)
            let count = Self.chunk - Int(stream.avail_out)
            try hand(UnsafeBufferPointer(rebasing: output[..<count]), receive)
        }
        guard status == Z_STREAM_END else {
            let code: SheetProblem.Code = status == Z_BUF_ERROR ? .truncated : .unreadable
            throw SheetProblem(code, sheet: entry.name, detail: "zlib status \(status)")
        }
    }

    private mutating func hand(
        _ chunk: UnsafeBufferPointer<UInt8>, _ receive: (UnsafeBufferPointer<UInt8>) throws(SheetProblem) -> Void
    ) throws(SheetProblem) {
        guard !chunk.isEmpty else { return }
        produced += chunk.count
        guard produced <= entry.size else {
            throw SheetProblem(.unreadable, sheet: entry.name, detail: "expands beyond its declared size")
        }
        checksum = crc32(checksum, chunk.baseAddress, UInt32(chunk.count))
        try receive(chunk)
    }
}
