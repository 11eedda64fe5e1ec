import CSQLite
import Foundation

/// SQLite's way to its files, with a seal on every page of a database.
///
/// A VFS over the system's own: only the database file itself is looked at; the log beside it has sums of SQLite's, and
/// what goes from there into the file is sealed on its way.
enum SealedFiles {
    static let name = "sabak"

    /// Makes the way known to SQLite; called once.
    static func register() -> Int32 {
        guard let system = sqlite3_vfs_find(nil) else { return SQLITE_ERROR }
        let own = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        own.initialize(to: system.pointee)
        own.pointee.pNext = nil
        own.pointee.pAppData = UnsafeMutableRawPointer(system)
        own.pointee.zName = UnsafePointer(strdup(name))
        own.pointee.szOsFile = Int32(SealedFile.stride) + system.pointee.szOsFile
        own.pointee.xOpen = { way, path, file, flags, flagsOut in
            SealedFiles.open(way, path, file, flags, flagsOut)
        }
        return sqlite3_vfs_register(own, 0)
    }

    private static func open(
        _ way: UnsafeMutablePointer<sqlite3_vfs>?, _ path: UnsafePointer<CChar>?,
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32, _ flagsOut: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let file, let system = way?.pointee.pAppData?.assumingMemoryBound(to: sqlite3_vfs.self),
            let open = system.pointee.xOpen
        else { return SQLITE_CANTOPEN }
        guard flags & SQLITE_OPEN_MAIN_DB != 0, let path else { return open(system, path, file, flags, flagsOut) }
        file.pointee.pMethods = nil
        let code = open(system, path, SealedFile.inner(of: file), flags, flagsOut)
        guard code == SQLITE_OK else { return code }
        SealedFile.begin(in: file, path: path)
        return SQLITE_OK
    }

    /// What SQLite calls for an open database file; all but reading, writing and closing goes straight through.
    ///
    /// `nonisolated(unsafe)`: never changed once it is made.
    nonisolated(unsafe) static let methods: UnsafeMutablePointer<sqlite3_io_methods> = {
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        var own = sqlite3_io_methods()
        // Version 3 would add mapped reading, which goes past the seals.
        own.iVersion = 2
        own.xClose = { SealedFile.close($0) }
        own.xRead = { SealedFile.read($0, $1, $2, $3) }
        own.xWrite = { SealedFile.write($0, $1, $2, $3) }
        own.xTruncate = { SealedFile.methods(of: $0).xTruncate(SealedFile.inner(of: $0), $1) }
        own.xSync = { SealedFile.methods(of: $0).xSync(SealedFile.inner(of: $0), $1) }
        own.xFileSize = { SealedFile.methods(of: $0).xFileSize(SealedFile.inner(of: $0), $1) }
        own.xLock = { SealedFile.methods(of: $0).xLock(SealedFile.inner(of: $0), $1) }
        own.xUnlock = { SealedFile.methods(of: $0).xUnlock(SealedFile.inner(of: $0), $1) }
        own.xCheckReservedLock = { SealedFile.methods(of: $0).xCheckReservedLock(SealedFile.inner(of: $0), $1) }
        own.xFileControl = { SealedFile.methods(of: $0).xFileControl(SealedFile.inner(of: $0), $1, $2) }
        own.xSectorSize = { SealedFile.methods(of: $0).xSectorSize(SealedFile.inner(of: $0)) }
        own.xDeviceCharacteristics = { SealedFile.methods(of: $0).xDeviceCharacteristics(SealedFile.inner(of: $0)) }
        own.xShmMap = { SealedFile.methods(of: $0).xShmMap(SealedFile.inner(of: $0), $1, $2, $3, $4) }
        own.xShmLock = { SealedFile.methods(of: $0).xShmLock(SealedFile.inner(of: $0), $1, $2, $3) }
        own.xShmBarrier = { SealedFile.methods(of: $0).xShmBarrier(SealedFile.inner(of: $0)) }
        own.xShmUnmap = { SealedFile.methods(of: $0).xShmUnmap(SealedFile.inner(of: $0), $1) }
        methods.initialize(to: own)
        return methods
    }()
}

/// An open database file, as it lies in the memory SQLite gives for it: this, then the system's own.
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

    /// SQLite hands in what it was given by ``begin(in:path:)``, never nothing.
    private static func own(_ file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<SealedFile> {
        guard let file else { fatalError("SQLite asked for a file that is not open") }
        return UnsafeMutableRawPointer(file).assumingMemoryBound(to: SealedFile.self)
    }

    static func inner(of file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<sqlite3_file> {
        (UnsafeMutableRawPointer(own(file)) + stride).assumingMemoryBound(to: sqlite3_file.self)
    }

    /// The system's methods for the file; an open file has them.
    static func methods(of file: UnsafeMutablePointer<sqlite3_file>?) -> sqlite3_io_methods {
        inner(of: file).pointee.pMethods.pointee
    }

    static func close(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Int32 {
        own(file).pointee.desk?.deallocate()
        own(file).pointee.desk = nil
        return methods(of: file).xClose(inner(of: file))
    }

    static func read(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ buffer: UnsafeMutableRawPointer?, _ count: Int32, _ at: Int64
    ) -> Int32 {
        let code = methods(of: file).xRead(inner(of: file), buffer, count, at)
        guard code == SQLITE_OK, let buffer else { return code }
        let own = own(file)
        own.pointee.learn(from: buffer, count, at)
        let shape = own.pointee.shape
        guard shape.isSealed, shape.isPage(count, at: at) else { return code }
        if !PageSeal.holds(buffer, length: shape.length, offset: at) {
            PageDoubt.note(String(cString: own.pointee.path), page: at / Int64(shape.length) + 1)
        }
        PageSeal.take(from: buffer, length: shape.length)
        return code
    }

    static func write(
        _ file: UnsafeMutablePointer<sqlite3_file>?, _ buffer: UnsafeRawPointer?, _ count: Int32, _ at: Int64
    ) -> Int32 {
        guard let buffer else { return methods(of: file).xWrite(inner(of: file), buffer, count, at) }
        let own = own(file)
        own.pointee.learn(from: buffer, count, at)
        // Pages of a new file may be written before the first one, which says how they are made; ours are all sealed.
        if own.pointee.shape == .unknown, count >= 512, count & (count - 1) == 0 {
            own.pointee.shape = PageShape(length: Int(count), isSealed: true)
        }
        let shape = own.pointee.shape
        guard shape.isSealed, shape.isPage(count, at: at) else {
            return methods(of: file).xWrite(inner(of: file), buffer, count, at)
        }
        let desk = own.pointee.desk(of: shape.length)
        desk.copyMemory(from: buffer, byteCount: shape.length)
        PageSeal.put(on: desk, length: shape.length, offset: at)
        return methods(of: file).xWrite(inner(of: file), desk, count, at)
    }

    private mutating func learn(from piece: UnsafeRawPointer, _ count: Int32, _ at: Int64) {
        guard at == 0, count >= 100, let told = PageShape(head: piece), told != shape else { return }
        shape = told
    }

    private mutating func desk(of length: Int) -> UnsafeMutableRawPointer {
        if let desk { return desk }
        let made = UnsafeMutableRawPointer.allocate(byteCount: length, alignment: 16)
        desk = made
        return made
    }
}
