import CZlib

/// Compression of what is sent.
public enum Gzip {
    /// The bytes in gzip form, or nil where zlib finds no memory.
    /// - Parameter level: 1 (quick) to 9 (small).
    public static func compress(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        return input.withUnsafeMutableBufferPointer { source in
            let room = Int(deflateBound(&stream, UInt(source.count)))
            return [UInt8](unsafeUninitializedCapacity: room) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(room)
                let code = deflate(&stream, Z_FINISH)
                count = code == Z_STREAM_END ? room - Int(stream.avail_out) : 0
            }
        }
    }
}
