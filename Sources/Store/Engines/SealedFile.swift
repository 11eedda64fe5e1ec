import CSQLite

/// An open database file, as it lies in the memory SQLite gives for it: this, then the system's own.
///
/// Nobody else may open a database file of this process, not even to look at it: closing any descriptor of a file takes
/// away every lock the process has on it (POSIX), and the next program that reads believes itself alone and removes the
/// log, with what was answered and is not in the file yet.
struct SealedFile {
    private var base: sqlite3_file
    private var shape: PageShape
    /// The path, as SQLite knows it; it lives as long as the file is open.
    private let path: UnsafePointer<CChar>
    /// Where a page is sealed on its way out, because SQLite's own copy is not to be touched.
    private var desk: UnsafeMutableRawPointer?

    static let stride = (MemoryLayout<SealedFile>.size + 15) / 16 * 16

    static func begin(in file: UnsafeMutablePointer<sqlite3_file>, path: UnsafePointer<CChar>) {
        UnsafeMutableRawPointer(file).bindMemory(to: SealedFile.self, capacity: 1).initialize(
            to: SealedFile(
                base: sqlite3_file(pMethods: SealedFiles.methods), shape: .unknown, path: path, desk: nil))
    }

    /// Whether the pages of a file opened here are sealed; nil while it has none.
    static func isSealed(_ file: UnsafeMutablePointer<sqlite3_file>) -> Bool? {
        let shape = own(file).pointee.shape
        return shape == .unknown ? nil : shape.isSealed
    }

    static func isEmpty(_ file: UnsafeMutablePointer<sqlite3_file>) -> Bool {
        var size: Int64 = 0
        return methods(of: file).pointee.xFileSize(inner(of: file), &size) == SQLITE_OK && size == 0
    }

    /// SQLite hands in what it was given by ``begin(in:path:)``, never nothing.
    private static func own(_ file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<SealedFile> {
        guard let file else { fatalError("SQLite asked for a file that is not open") }
        return UnsafeMutableRawPointer(file).assumingMemoryBound(to: SealedFile.self)
    }

    static func inner(of file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<sqlite3_file> {
        (UnsafeMutableRawPointer(own(file)) + stride).assumingMemoryBound(to: sqlite3_file.self)
    }

    /// The system's methods for the file; an open file has them.
    static func methods(of file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafePointer<sqlite3_io_methods> {
        inner(of: file).pointee.pMethods
    }

    static func close(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
        own(file).pointee.desk?.deallocate()
        own(file).pointee.desk = nil
        return methods(of: file).pointee.xClose(inner(of: file))
    }

    private mutating func desk(of length: Int) -> UnsafeMutableRawPointer {
        if let desk { return desk }
        let made = UnsafeMutableRawPointer.allocate(byteCount: length, alignment: 16)
        desk = made
        return made
    }

    private mutating func learn(from piece: UnsafeRawPointer, _ count: Int32, _ at: Int64) {
        guard at == 0, count >= 100, let told = PageShape(head: piece), told != shape else { return }
        shape = told
    }
}

/// The way out.
extension SealedFile {
    static func write(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ buffer: UnsafeRawPointer?, _ count: Int32, _ at: Int64
    ) -> Int32 {
        guard let buffer else { return methods(of: file).pointee.xWrite(inner(of: file), buffer, count, at) }
        let own = own(file)
        own.pointee.learn(from: buffer, count, at)
        // Pages of a new file may be written before the first one, which says how they are made; ours are all sealed.
        if own.pointee.shape == .unknown, PageShape.mayBePage(count) {
            own.pointee.shape = PageShape(length: Int(count), isSealed: true)
        }
        let shape = own.pointee.shape
        guard shape.isSealed, shape.isPage(count, at: at) else {
            return methods(of: file).pointee.xWrite(inner(of: file), buffer, count, at)
        }
        let desk = own.pointee.desk(of: shape.length)
        desk.copyMemory(from: buffer, byteCount: shape.length)
        PageSeal.put(on: desk, length: shape.length, offset: at)
        return methods(of: file).pointee.xWrite(inner(of: file), desk, count, at)
    }
}

/// The way in.
extension SealedFile {
    private static let damaged = SQLITE_IOERR | 32 << 8  // SQLITE_IOERR_DATA

    static func read(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ buffer: UnsafeMutableRawPointer?, _ count: Int32, _ at: Int64
    ) -> Int32 {
        let code = methods(of: file).pointee.xRead(inner(of: file), buffer, count, at)
        guard code == SQLITE_OK, let buffer else { return code }
        let own = own(file)
        own.pointee.learn(from: buffer, count, at)
        if at == 0, PageShape.mayBePage(count) { own.pointee.mendHead(buffer, count) }
        let shape = own.pointee.shape
        guard shape.isSealed, shape.isPage(count, at: at) else { return code }
        switch PageSeal.state(of: buffer, length: shape.length, offset: at) {
        case .right: break
        case .absent where own.pointee.isCredible(buffer, at):
            PageWatch.note(.unsealed, own.pointee.name, page: at / Int64(shape.length) + 1)
        case .absent, .wrong:
            guard readAgain(file, buffer, count, at) || own.pointee.mend(buffer, at) else { return damaged }
        }
        PageSeal.take(from: buffer, length: shape.length)
        return code
    }

    /// A read can be torn, the file cannot, so a second look decides.
    private static func readAgain(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ buffer: UnsafeMutableRawPointer, _ count: Int32, _ at: Int64
    ) -> Bool {
        methods(of: file).pointee.xRead(inner(of: file), buffer, count, at) == SQLITE_OK
            && PageSeal.state(of: buffer, length: Int(count), offset: at) == .right
    }

    private var name: String { String(cString: path) }

    /// Whether a page has no seal because another program wrote it, and not because its end is gone.
    private func isCredible(_ page: UnsafeMutableRawPointer, _ at: Int64) -> Bool {
        !PageSeal.endsEmpty(page, length: shape.length) || PageWatch.mayBeVisited(name)
            || PageWatch.isKnown(.unsealed, name, page: at / Int64(shape.length) + 1)
    }

    /// Whether the page can be given to whoever asks.
    private func mend(_ page: UnsafeMutableRawPointer, _ at: Int64) -> Bool {
        let number = at / Int64(shape.length) + 1
        if !PageWatch.isKnown(.wrong, name, page: number), PageSeal.mend(page, length: shape.length, offset: at) {
            PageWatch.note(.mended, name, page: number)
            return true
        }
        if PageWatch.isAccepted(name) {
            PageWatch.note(.unsealed, name, page: number)
            return true
        }
        PageWatch.note(.wrong, name, page: number)
        return false
    }

    /// A first page that does not say that it is sealed, or not even that it is SQLite's, may do so for a flipped bit.
    private mutating func mendHead(_ page: UnsafeMutableRawPointer, _ count: Int32) {
        let told = PageShape(head: page)
        if let told, told.isSealed, told.length == Int(count) { return }
        let room = page.load(fromByteOffset: PageShape.room, as: UInt8.self)
        if told?.length == Int(count) {
            // The one byte that says so: an older file has no seal that fits.
            page.storeBytes(of: UInt8(PageSeal.size), toByteOffset: PageShape.room, as: UInt8.self)
            guard PageSeal.state(of: page, length: Int(count), offset: 0) == .right else {
                page.storeBytes(of: room, toByteOffset: PageShape.room, as: UInt8.self)
                return
            }
        } else {
            guard PageSeal.mend(page, length: Int(count), offset: 0) else { return }
        }
        PageWatch.note(.mended, name, page: 1)
        learn(from: page, count, 0)
    }
}
