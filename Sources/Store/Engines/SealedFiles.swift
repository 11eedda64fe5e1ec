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
        // What was known of a file of this name was of another.
        if SealedFile.isEmpty(file) { PageWatch.forget(String(cString: path)) }
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
        own.xTruncate = { SealedFile.methods(of: $0).pointee.xTruncate(SealedFile.inner(of: $0), $1) }
        own.xSync = { SealedFile.methods(of: $0).pointee.xSync(SealedFile.inner(of: $0), $1) }
        own.xFileSize = { SealedFile.methods(of: $0).pointee.xFileSize(SealedFile.inner(of: $0), $1) }
        own.xLock = { SealedFile.methods(of: $0).pointee.xLock(SealedFile.inner(of: $0), $1) }
        own.xUnlock = { SealedFile.methods(of: $0).pointee.xUnlock(SealedFile.inner(of: $0), $1) }
        own.xCheckReservedLock = { SealedFile.methods(of: $0).pointee.xCheckReservedLock(SealedFile.inner(of: $0), $1) }
        own.xFileControl = { SealedFile.methods(of: $0).pointee.xFileControl(SealedFile.inner(of: $0), $1, $2) }
        own.xSectorSize = { SealedFile.methods(of: $0).pointee.xSectorSize(SealedFile.inner(of: $0)) }
        own.xDeviceCharacteristics = {
            SealedFile.methods(of: $0).pointee.xDeviceCharacteristics(SealedFile.inner(of: $0))
        }
        own.xShmMap = { SealedFile.methods(of: $0).pointee.xShmMap(SealedFile.inner(of: $0), $1, $2, $3, $4) }
        own.xShmLock = { SealedFile.methods(of: $0).pointee.xShmLock(SealedFile.inner(of: $0), $1, $2, $3) }
        own.xShmBarrier = { SealedFile.methods(of: $0).pointee.xShmBarrier(SealedFile.inner(of: $0)) }
        own.xShmUnmap = { SealedFile.methods(of: $0).pointee.xShmUnmap(SealedFile.inner(of: $0), $1) }
        methods.initialize(to: own)
        return methods
    }()
}
