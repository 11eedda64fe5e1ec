import CZlib

/// Makes archives, sound and unsound, byte by byte.
struct Archive {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        var isDeflated = true
        var flags = 0
        var declaredSize: Int?
        var checksum: UInt?
    }

    var entries: [Entry] = []
    var isWide = false

    init(_ files: KeyValuePairs<String, String> = [:]) {
        for (name, content) in files { add(name, Array(content.utf8)) }
    }

    mutating func add(_ name: String, _ content: [UInt8], isDeflated: Bool = true) {
        entries.append(Entry(name: Array(name.utf8), content: content, isDeflated: isDeflated))
    }

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let packed = entry.isDeflated ? Self.deflated(entry.content) : entry.content
            let sum = entry.checksum ?? crc32(0, entry.content, UInt32(entry.content.count))
            let size = entry.declaredSize ?? entry.content.count
            let method = entry.isDeflated ? 8 : 0
            let offset = file.count
            let extra =
                isWide
                ? little(1, 2) + little(24, 2) + little(size, 8) + little(packed.count, 8) + little(offset, 8) : []
            file += little(0x0403_4B50, 4) + little(20, 2) + little(entry.flags, 2) + little(method, 2) + little(0, 4)
            file += little(Int(sum), 4) + little(packed.count, 4) + little(size, 4) + little(entry.name.count, 2)
            file += little(0, 2) + entry.name + packed
            directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(entry.flags, 2)
            directory += little(method, 2) + little(0, 4) + little(Int(sum), 4)
            directory += little(isWide ? 0xFFFF_FFFF : packed.count, 4) + little(isWide ? 0xFFFF_FFFF : size, 4)
            directory += little(entry.name.count, 2) + little(extra.count, 2) + little(0, 10)
            directory += little(isWide ? 0xFFFF_FFFF : offset, 4) + entry.name + extra
        }
        return file + directory + end(start: file.count, size: directory.count)
    }

    private func end(start: Int, size: Int) -> [UInt8] {
        var wide: [UInt8] = []
        if isWide {
            wide += little(0x0606_4B50, 4) + little(44, 8) + little(45, 4) + little(0, 8) + little(entries.count, 8)
            wide += little(entries.count, 8) + little(size, 8) + little(start, 8)
            wide += little(0x0706_4B50, 4) + little(0, 4) + little(start + size, 8) + little(1, 4)
        }
        let count = isWide ? 0xFFFF : entries.count
        return wide + little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2) + little(size, 4)
            + little(isWide ? 0xFFFF_FFFF : start, 4) + little(0, 2)
    }

    private func little(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }

    static func deflated(_ content: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var content = content
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        let capacity = packed.count
        let left = content.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(capacity)
                _ = deflate(&stream, Z_FINISH)
                return Int(stream.avail_out)
            }
        }
        return Array(packed.prefix(capacity - left))
    }
}
