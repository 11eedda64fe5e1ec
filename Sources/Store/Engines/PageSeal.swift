import CSodium

/// The last eight bytes of every page of a SQLite file: a sum of the page and its number.
///
/// SQLite has no sums of its own, so a bit that flips in a text would be served as if somebody had written it. The sum
/// finds any damage, and a page put in another one's place; it is no defence against a person, who can make it too: the
/// audit chain is.
enum PageSeal {
    /// How many bytes of a page SQLite leaves to the seal.
    static let size = 8

    enum State { case right, wrong, absent }

    /// The seal of a page, whose own last eight bytes do not count.
    /// - Parameters:
    ///   - length: bytes of the whole page.
    ///   - offset: where the page lies in its file.
    static func of(_ page: UnsafeRawPointer, length: Int, offset: Int64) -> UInt64 {
        let key: (UInt64, UInt64) = (UInt64(bitPattern: offset), 0x5361_6261_6b20_7067)
        var seal: UInt64 = 0
        withUnsafePointer(to: key) { key in
            withUnsafeMutablePointer(to: &seal) { seal in
                // A hash of a page of memory cannot fail.
                _ = crypto_shorthash(
                    UnsafeMutableRawPointer(seal).assumingMemoryBound(to: UInt8.self),
                    page.assumingMemoryBound(to: UInt8.self), UInt64(length - size),
                    UnsafeRawPointer(key).assumingMemoryBound(to: UInt8.self))
            }
        }
        return seal
    }

    /// Whether a page is as it was sealed. Without a seal is one that another program has brought in from the log, as a
    /// reader with SQLite's own shell does after a crash; a page of nothing but zeros was never written.
    static func state(of page: UnsafeRawPointer, length: Int, offset: Int64) -> State {
        let seal = page.loadUnaligned(fromByteOffset: length - size, as: UInt64.self)
        if seal == 0 { return isEmpty(page, length: length) ? .wrong : .absent }
        return seal == of(page, length: length, offset: offset) ? .right : .wrong
    }

    private static func isEmpty(_ page: UnsafeRawPointer, length: Int) -> Bool { isEmpty(page, from: 0, to: length) }

    /// Whether the last sector is nothing but zeros, as a disk leaves one that it has lost: then that a seal is absent
    /// says nothing of who wrote the page.
    static func endsEmpty(_ page: UnsafeRawPointer, length: Int) -> Bool {
        isEmpty(page, from: length - 512, to: length)
    }

    private static func isEmpty(_ page: UnsafeRawPointer, from start: Int, to end: Int) -> Bool {
        stride(from: start, to: end, by: 8).allSatisfy { page.load(fromByteOffset: $0, as: UInt64.self) == 0 }
    }

    /// Puts a page right of which a single bit is another than was sealed.
    ///
    /// Every bit is tried, and with 64 bits of seal the one that fits is the one that flipped, but for one case in some
    /// 10^14. Forty milliseconds for a page of 4 KiB.
    /// - Returns: whether it is right now; the page is as it was otherwise.
    static func mend(_ page: UnsafeMutableRawPointer, length: Int, offset: Int64) -> Bool {
        let seal = page.loadUnaligned(fromByteOffset: length - size, as: UInt64.self)
        guard seal != 0 else { return false }
        let right = of(page, length: length, offset: offset)
        // A bit of the seal itself.
        if (seal ^ right).nonzeroBitCount == 1 {
            put(right, on: page, length: length)
            return true
        }
        let bytes = page.assumingMemoryBound(to: UInt8.self)
        for bit in 0..<(length - size) * 8 {
            bytes[bit / 8] ^= 1 << (bit % 8)
            if of(page, length: length, offset: offset) == seal { return true }
            bytes[bit / 8] ^= 1 << (bit % 8)
        }
        return false
    }

    /// A page in memory has none, so that none goes into the log: there it would be out of date.
    static func take(from page: UnsafeMutableRawPointer, length: Int) { put(0, on: page, length: length) }

    static func put(on page: UnsafeMutableRawPointer, length: Int, offset: Int64) {
        put(of(page, length: length, offset: offset), on: page, length: length)
    }

    private static func put(_ seal: UInt64, on page: UnsafeMutableRawPointer, length: Int) {
        page.storeBytes(of: seal, toByteOffset: length - size, as: UInt64.self)
    }
}

/// What the first page of a SQLite file says about all of them (the file format's bytes 16 to 20).
struct PageShape: Equatable {
    /// Bytes a page; 0 while it is not known.
    var length: Int
    var isSealed: Bool

    static let unknown = PageShape(length: 0, isSealed: false)

    init(length: Int, isSealed: Bool) {
        self.length = length
        self.isSealed = isSealed
    }

    /// - Parameter head: at least the first hundred bytes of a file; nothing if they are not SQLite's.
    init?(head: UnsafeRawPointer) {
        guard head.loadUnaligned(as: UInt64.self) == Self.beginning else { return nil }
        let length = Int(UInt16(bigEndian: head.loadUnaligned(fromByteOffset: 16, as: UInt16.self)))
        self.length = length == 1 ? 65536 : length
        isSealed = head.loadUnaligned(fromByteOffset: Self.room, as: UInt8.self) == UInt8(PageSeal.size)
    }

    /// The byte that says how much of each page is left free.
    static let room = 20

    /// "SQLite f", as a number of this machine.
    private static let beginning: UInt64 = {
        var bytes = Array("SQLite f".utf8)
        return bytes.withUnsafeMutableBytes { $0.loadUnaligned(as: UInt64.self) }
    }()

    /// Whether a piece of the file is one of its pages.
    func isPage(_ count: Int32, at offset: Int64) -> Bool {
        length > 0 && Int(count) == length && offset % Int64(length) == 0
    }

    /// Whether a piece may be a page of any file.
    static func mayBePage(_ count: Int32) -> Bool { count >= 512 && count & (count - 1) == 0 }
}
