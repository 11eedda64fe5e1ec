import CSodium
import Foundation

/// The last eight bytes of every page of a SQLite file: a sum of the page and its number.
///
/// SQLite has no sums of its own, so a bit that flips in a text would be served as if somebody had written it. The sum
/// finds any flipped bit, and a page put in another one's place; it is no defence against a person, who can make it
/// too: the audit chain is.
enum PageSeal {
    /// How many bytes of a page SQLite leaves to the seal.
    static let size = 8

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

    /// Whether a page is as it was sealed. A page without a seal was brought in from the log by another program, as a
    /// reader with SQLite's own shell does after a crash; it is sealed when it is next written.
    static func holds(_ page: UnsafeRawPointer, length: Int, offset: Int64) -> Bool {
        let seal = page.loadUnaligned(fromByteOffset: length - size, as: UInt64.self)
        return seal == 0 || seal == of(page, length: length, offset: offset)
    }

    /// A page in memory has none, so that none goes into the log: there it would be out of date.
    static func take(from page: UnsafeMutableRawPointer, length: Int) {
        page.storeBytes(of: 0, toByteOffset: length - size, as: UInt64.self)
    }

    static func put(on page: UnsafeMutableRawPointer, length: Int, offset: Int64) {
        let seal = of(page, length: length, offset: offset)
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
        isSealed = head.loadUnaligned(fromByteOffset: 20, as: UInt8.self) == UInt8(PageSeal.size)
    }

    /// As the file at a path says; nothing while it has no first page.
    init?(file path: String) throws {
        guard let opened = FileHandle(forReadingAtPath: path) else { throw StoreError.missing(path) }
        defer { try? opened.close() }  // Nothing was written.
        guard let head = try opened.read(upToCount: 100), head.count == 100 else { return nil }
        guard let shape = head.withUnsafeBytes({ $0.baseAddress.flatMap { PageShape(head: $0) } }) else { return nil }
        self = shape
    }

    /// "SQLite f", as a number of this machine.
    private static let beginning: UInt64 = {
        var bytes = Array("SQLite f".utf8)
        return bytes.withUnsafeMutableBytes { $0.loadUnaligned(as: UInt64.self) }
    }()

    /// Whether a piece of the file is one of its pages.
    func isPage(_ count: Int32, at offset: Int64) -> Bool {
        length > 0 && Int(count) == length && offset % Int64(length) == 0
    }
}
