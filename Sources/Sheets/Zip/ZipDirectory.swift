/// One line of an archive's directory.
struct ZipEntry: Sendable {
    var name: String
    var isDeflated: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    var offset: Int
}

/// The central directory of an archive (PKWARE APPNOTE 6.3, 4.3).
struct ZipDirectory {
    private let bytes: [UInt8]
    private let limits: SheetLimits

    init(_ bytes: [UInt8], _ limits: SheetLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    func entries() throws(SheetProblem) -> [ZipEntry] {
        let end = try endRecord()
        guard end.count <= limits.entries else { throw SheetProblem(.tooManyEntries, detail: "\(end.count) entries") }
        var entries: [ZipEntry] = []
        var position = end.start
        for _ in 0..<end.count {
            let (entry, next) = try entry(at: position)
            entries.append(entry)
            position = next
        }
        return entries
    }

    /// Where the packed bytes lie: behind the local header, whose own name and extra field may differ in length.
    func data(of entry: ZipEntry) throws(SheetProblem) -> Range<Int> {
        guard try long(entry.offset) == 0x0403_4B50 else {
            throw SheetProblem(.unreadable, sheet: entry.name, detail: "no local header")
        }
        let start = try entry.offset + 30 + short(entry.offset + 26) + short(entry.offset + 28)
        guard start + entry.packedSize <= bytes.count else { throw SheetProblem(.truncated, sheet: entry.name) }
        return start..<(start + entry.packedSize)
    }

    private func entry(at position: Int) throws(SheetProblem) -> (entry: ZipEntry, next: Int) {
        guard try long(position) == 0x0201_4B50 else { throw SheetProblem(.unreadable, detail: "directory is damaged") }
        let (nameLength, extraLength) = try (short(position + 28), short(position + 30))
        let extraStart = position + 46 + nameLength
        let next = try extraStart + extraLength + short(position + 32)
        guard next <= bytes.count else { throw SheetProblem(.truncated, detail: "directory is cut") }
        let name = TextEncoding.entryName(bytes[(position + 46)..<extraStart])
        try refuseUnsafe(name)
        guard try short(position + 8) & 0x2041 == 0 else { throw SheetProblem(.encrypted, sheet: name) }
        let method = try short(position + 10)
        guard method == 0 || method == 8 else {
            throw SheetProblem(.unreadable, sheet: name, detail: "compression method \(method)")
        }
        var entry = try ZipEntry(
            name: name, isDeflated: method == 8, checksum: UInt32(long(position + 16)), packedSize: long(position + 20),
            size: long(position + 24), offset: long(position + 42))
        try widen(&entry, extraStart..<(extraStart + extraLength))
        return (entry, next)
    }

    /// ZIP64: a field of all ones has its value in the extra field, in this order (APPNOTE 4.5.3).
    private func widen(_ entry: inout ZipEntry, _ extra: Range<Int>) throws(SheetProblem) {
        var position = extra.lowerBound
        while position + 4 <= extra.upperBound {
            let (kind, length) = try (short(position), short(position + 2))
            position += 4
            guard kind == 1 else {
                position += length
                continue
            }
            for field in [\ZipEntry.size, \.packedSize, \.offset] where entry[keyPath: field] == 0xFFFF_FFFF {
                entry[keyPath: field] = try quad(position)
                position += 8
            }
            return
        }
    }

    private func endRecord() throws(SheetProblem) -> (count: Int, start: Int) {
        guard bytes.count >= 22, bytes.starts(with: [0x50, 0x4B]) else {
            throw SheetProblem(bytes.starts(with: [0x50, 0x4B]) ? .truncated : .unreadable, detail: "no archive")
        }
        // A comment of up to 65,535 bytes may follow the record.
        let lowest = max(0, bytes.count - 22 - 0xFFFF)
        for position in stride(from: bytes.count - 22, through: lowest, by: -1) where bytes[position] == 0x50 {
            guard try long(position) == 0x0605_4B50 else { continue }
            guard try short(position + 4) == 0 else { throw SheetProblem(.unreadable, detail: "one of several parts") }
            let (count, start) = try (short(position + 10), long(position + 16))
            return count == 0xFFFF || start == 0xFFFF_FFFF ? try wideEndRecord(before: position) : (count, start)
        }
        throw SheetProblem(.truncated, detail: "no directory at the end")
    }

    private func wideEndRecord(before position: Int) throws(SheetProblem) -> (count: Int, start: Int) {
        guard position >= 20, try long(position - 20) == 0x0706_4B50 else {
            throw SheetProblem(.unreadable, detail: "no ZIP64 locator")
        }
        let record = try quad(position - 12)
        guard try long(record) == 0x0606_4B50 else { throw SheetProblem(.unreadable, detail: "no ZIP64 record") }
        return try (quad(record + 32), quad(record + 48))
    }

    private func refuseUnsafe(_ name: String) throws(SheetProblem) {
        let hasDrive = name.utf8.dropFirst().first == UInt8(ascii: ":")
        let climbs = name.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0 == "." }
        let isForeign = name.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "\\") }
        if name.isEmpty || name.hasPrefix("/") || hasDrive || climbs || isForeign {
            throw SheetProblem(.unsafeName, sheet: name)
        }
    }

    private func short(_ position: Int) throws(SheetProblem) -> Int { try number(position, 2) }
    private func long(_ position: Int) throws(SheetProblem) -> Int { try number(position, 4) }

    private func quad(_ position: Int) throws(SheetProblem) -> Int {
        let value = try number(position, 8)
        // No file in memory reaches 2^53 bytes; sums of smaller numbers cannot overflow.
        guard value >= 0, value < 1 << 53 else { throw SheetProblem(.unreadable, detail: "impossible size") }
        return value
    }

    /// Little-endian, as everything in an archive.
    private func number(_ position: Int, _ width: Int) throws(SheetProblem) -> Int {
        guard position >= 0, position + width <= bytes.count else {
            throw SheetProblem(.truncated, detail: "ends at byte \(bytes.count)")
        }
        return (0..<width).reversed().reduce(0) { $0 << 8 | Int(bytes[position + $1]) }
    }
}
