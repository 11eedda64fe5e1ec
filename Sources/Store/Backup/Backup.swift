import Foundation

/// A backup: one file that holds schools, their directory and their anchors, each with its digest, sealed if asked for.
///
/// It is made while people work, of either engine: a school in it is always a SQLite file.
public enum Backup {
    /// How far the work is.
    public struct Progress: Sendable, Equatable, CustomStringConvertible {
        public var schoolsDone = 0
        public var schools = 0
        /// Bytes written so far.
        public var bytes = 0

        public init() {}

        public var description: String { "\(schoolsDone) of \(schools) schools, \(bytes >> 20) MiB" }

        /// Whether there is more to say than before: another school, or 64 MiB more.
        public func isWorthSaying(after other: Progress) -> Bool {
            schoolsDone != other.schoolsDone || bytes >> 26 != other.bytes >> 26
        }
    }

    /// A backup that is whole, on the disk and read back.
    public struct Made: Sendable, Equatable {
        public let file: String
        public let manifest: BackupManifest
        public let bytes: Int
    }

    /// Writes a backup of an installation, or of one of its schools.
    ///
    /// Each school is copied, and the copy is opened and held against its audit chain and its anchors before it goes
    /// in. The finished file is read back from its first byte to its last; only then it gets its name.
    /// - Parameters:
    ///   - key: seals the file; without one everybody who has the file can read it.
    ///   - school: this school alone.
    ///   - report: hears how far the work is; what it throws ends the work.
    /// - Throws: ``StoreError/locked(_:)`` if the file exists (a backup never overwrites another) or another backup is
    ///   being made, ``BackupRefusal/unsound(school:why:)`` if a copy does not hold together. Nothing is left behind.
    public static func make(
        of store: Store, to file: String, key: BackupKey? = nil, only school: Int64? = nil, at instant: Int64,
        report: @escaping (Progress) throws -> Void = { _ in }
    ) throws -> Made {
        try make(of: store, to: file, key: key, work: .usual, only: school, at: instant, report: report)
    }

    static func make(
        of store: Store, to file: String, key: BackupKey?, work: BackupKey.Work, only school: Int64? = nil,
        at instant: Int64, report: @escaping (Progress) throws -> Void = { _ in }
    ) throws -> Made {
        guard !FileManager.default.fileExists(atPath: file) else { throw StoreError.locked(file) }
        let turn = try DirectoryLock(path: store.path + "/backup.lock", mode: .alone)
        defer { withExtendedLifetime(turn) {} }
        let unfinished = file + ".unfinished"
        let copies = store.path + "/backup-copies"
        discard([unfinished, copies])
        defer { discard([copies, unfinished]) }
        try makeFolder(copies)
        let writer = try BackupWriter(path: unfinished, key: key, work: work)
        var packing = Packing(store: store, copies: copies, writer: writer, report: report)
        let manifest = try packing.pack(only: school, at: instant)
        guard try BackupReader(path: unfinished, key: key).unpack(into: nil) == manifest else {
            throw StoreError.tampered(unfinished)
        }
        let beside = BackupAnchors(of: file)
        discard([beside.path])
        try beside.write(Dictionary(uniqueKeysWithValues: manifest.schools.map { ($0.id, $0.head) }))
        try FileManager.default.moveItem(atPath: unfinished, toPath: file)
        try waitForDisk(folderOf: file)
        return Made(file: file, manifest: manifest, bytes: writer.written)
    }

    /// Reads a backup from its first byte to its last, writing nothing.
    /// - Throws: ``StoreError/tampered(_:)`` if a byte is not as it was written, ``BackupRefusal`` if it cannot be
    ///   read.
    public static func check(_ file: String, key: BackupKey? = nil) throws -> BackupManifest {
        try BackupReader(path: file, key: key).unpack(into: nil)
    }

    /// A folder nobody else may look into.
    static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Waits until a name that was given or taken in this folder has reached the disk.
    static func waitForDisk(folderOf path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreError.missing(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreError.missing(folder) }
    }

    static func discard(_ paths: [String]) {
        for path in paths where FileManager.default.fileExists(atPath: path) {
            // Only scratch of our own: what cannot be removed now is removed by the next run.
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}

/// The work of packing schools, one copy at a time.
private struct Packing {
    let store: Store
    let copies: String
    let writer: BackupWriter
    let report: (Backup.Progress) throws -> Void
    var progress = Backup.Progress()

    init(
        store: Store, copies: String, writer: BackupWriter, report: @escaping (Backup.Progress) throws -> Void
    ) {
        self.store = store
        self.copies = copies
        self.writer = writer
        self.report = report
    }

    mutating func pack(only school: Int64?, at instant: Int64) throws -> BackupManifest {
        let directory = copies + "/directory.sqlite"
        try store.copyDirectory(to: directory)
        let entries = try keepEntries(of: school, in: directory)
        progress.schools = entries.count
        try add(BackupManifest.directory, from: directory)
        var schools: [BackupManifest.School] = []
        for entry in entries {
            schools.append(try pack(entry))
            progress.schoolsDone += 1
            try report(progress)
        }
        let manifest = BackupManifest(
            madeAt: instant, isWhole: school == nil, schema: Schema.school.steps.count, files: writer.files,
            schools: schools)
        try writer.finish(manifest)
        return manifest
    }

    /// The schools of the copied directory; of one school alone, the others are taken out of the copy.
    private func keepEntries(of school: Int64?, in directory: String) throws -> [SchoolEntry] {
        let copy = try Connection(path: directory, readOnly: false)
        defer { copy.close() }
        let ids = try copy.all("SELECT school_id FROM school_file ORDER BY created_at, school_id") { $0.integer(0) }
        for other in ids where school != nil && other != school { try SchoolEntry.remove(other, from: copy) }
        if let school { try copy.run("DELETE FROM sign_in_name WHERE school_id <> \(school)") }
        // A name that was taken out still stands in the free pages of the file.
        if school != nil { try copy.script("VACUUM") }
        let entries = try ids.compactMap { try SchoolEntry.read($0, in: copy) }
        if let school, entries.isEmpty { throw StoreError.missing("school \(school)") }
        try copy.settle()
        return entries
    }

    private mutating func pack(_ entry: SchoolEntry) throws -> BackupManifest.School {
        let copy = "\(copies)/\(entry.id).sqlite"
        // Before the copy, so that the copy's chain reaches every anchor that goes with it.
        let anchors = store.anchors(of: entry.id)
        let lines = FileManager.default.contents(atPath: anchors.path).map { [UInt8]($0) } ?? []
        let heads = try anchors.heads()
        let opened = try store.school(entry.id)
        do {
            try opened.copy(to: copy)
        } catch let fault as StoreError where fault.kind == .damaged {
            throw BackupRefusal.unsound(school: entry.id, why: opened.doubt ?? "\(fault)")
        }
        if let doubt = opened.doubt { throw BackupRefusal.unsound(school: entry.id, why: doubt) }
        let school = try Soundness(school: entry, file: copy).describe(anchors: heads)
        try add(BackupManifest.data(of: entry.id), from: copy)
        if !lines.isEmpty { try writer.add(BackupManifest.anchors(of: entry.id), content: lines) }
        try FileManager.default.removeItem(atPath: copy)
        return school
    }

    private mutating func add(_ name: String, from path: String) throws {
        var progress = progress
        try writer.add(name, from: path) { bytes in
            progress.bytes = bytes
            try report(progress)
        }
        self.progress = progress
    }
}
