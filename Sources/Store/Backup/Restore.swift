import Foundation

extension Backup {
    /// What a restore has done to a school.
    public struct Restored: Sendable, Equatable {
        public let school: Int64
        public let name: String
        /// The last row of the chain that the backup holds.
        public let seq: Int64
        /// How many later rows the anchors know of that are not in the backup.
        public let lost: Int64
    }

    /// Puts a backup, or one school of it, in the place of what a data directory has; what was there is kept in
    /// `before-restore-…`. A backup of one school leaves the other schools of the directory as they are.
    ///
    /// Everything is unpacked beside the data, read, held against its chain, given the record of who restored and why,
    /// and only then moved in. The directory of sign-in names goes out first and comes in last: if the machine stops
    /// meanwhile there is no directory, no server starts, and the restore is run again.
    /// - Throws: ``StoreError/tampered(_:)`` if a byte differs from what was backed up, ``BackupRefusal`` if the file
    ///   cannot be read, ``StoreError/locked(_:)`` while any other program works in the directory. Nothing is changed
    ///   then.
    public static func restore(
        from file: String, to path: String, key: BackupKey? = nil, only school: Int64? = nil, who: String, why: String,
        at instant: Int64
    ) throws -> [Restored] {
        guard FileManager.default.fileExists(atPath: file) else { throw StoreError.missing(file) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let lock = try DirectoryLock(path: path + "/data.lock", mode: .alone)
        defer { lock.share() }
        let fresh = Unpacked(folder: path + "/restoring", file: file)
        defer { discard([fresh.folder]) }
        let manifest = try fresh.unpack(key: key, only: school)
        if !fresh.isWhole { try fresh.joinDirectory(of: path) }
        let restored = try fresh.explain(over: path, manifest: manifest, who: who, why: why, at: instant)
        let names = fresh.isWhole ? Exchange.everything : Exchange.names(of: restored.map(\.school))
        try Exchange(fresh: fresh.folder, live: path, old: "\(path)/before-restore-\(instant)").run(names)
        return restored
    }

    /// Brings the schools of a backup into a store that does not have them, such as an empty PostgreSQL database; or
    /// into a PostgreSQL database in the place of those it has.
    ///
    /// What is replaced goes in one transaction, which ends only when the new rows were held against the backup and
    /// their chain against its anchors; before it begins, all that goes is copied into `before-restore-…`.
    /// - Parameter replacing: whether schools that are there may be replaced. Then no server may be at work.
    /// - Throws: ``BackupRefusal/schoolIsThere(_:)`` if one of them is there and may not be, and as the other restore
    ///   does. The store is then as it was.
    public static func restore(
        from file: String, into store: Store, key: BackupKey? = nil, only school: Int64? = nil,
        replacing: Bool = false, who: String, why: String, at instant: Int64
    ) throws -> [Restored] {
        guard FileManager.default.fileExists(atPath: file) else { throw StoreError.missing(file) }
        let turn = try DirectoryLock(path: store.path + "/backup.lock", mode: .alone)
        defer { withExtendedLifetime(turn) {} }
        let fresh = Unpacked(folder: store.path + "/restoring", file: file)
        defer { discard([fresh.folder]) }
        let manifest = try fresh.unpack(key: key, only: school)
        let known = Set(try store.schoolList().map(\.id))
        let there = manifest.schools.first { known.contains($0.id) }
        if let there, !replacing { throw BackupRefusal.schoolIsThere(there.id) }
        let restored = try fresh.explain(over: store.path, manifest: manifest, who: who, why: why, at: instant)
        let source = try Store(path: fresh.folder)
        if there == nil {
            try Moving(from: source, to: store, at: instant).run(restored.map(\.school))
        } else {
            try Replacing(from: source, to: store, at: instant).run(restored.map(\.school))
        }
        try store.describeToPlanner()
        return restored
    }
}

/// The way into a store: all schools or none.
private struct Moving {
    let source, target: Store
    let instant: Int64

    init(from source: Store, to target: Store, at instant: Int64) {
        self.source = source
        self.target = target
        self.instant = instant
    }

    func run(_ schools: [Int64]) throws {
        var done: [Int64] = []
        do {
            for school in schools {
                try setAnchorsAside(of: school)
                done.append(school)
                _ = try Migration.copy(school: school, from: source, to: target, at: instant)
            }
        } catch {
            for school in done { try bringBack(school) }
            throw error
        }
    }

    /// The anchors that come along hold the old lines too, with the record that explains them.
    private func setAnchorsAside(of school: Int64) throws {
        let path = target.anchors(of: school).path
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.moveItem(atPath: path, toPath: aside(path))
    }

    private func bringBack(_ school: Int64) throws {
        if try target.schoolList().contains(where: { $0.id == school }) { try target.discard(school: school) }
        let path = target.anchors(of: school).path
        Backup.discard([path])
        guard FileManager.default.fileExists(atPath: aside(path)) else { return }
        try FileManager.default.moveItem(atPath: aside(path), toPath: path)
    }

    private func aside(_ path: String) -> String { "\(path).before-restore-\(instant)" }
}

/// Moves names from one folder to another and back again if one of them does not go.
private struct Exchange {
    let fresh, live, old: String

    private static func withJournals(_ file: String) -> [String] { [file, file + "-wal", file + "-shm"] }

    static let everything = withJournals(BackupManifest.directory) + ["schools", "anchors"]

    static func names(of schools: [Int64]) -> [String] {
        withJournals(BackupManifest.directory)
            + schools.flatMap { withJournals(BackupManifest.data(of: $0)) + [BackupManifest.anchors(of: $0)] }
    }

    func run(_ names: [String]) throws {
        var done: [(from: String, to: String)] = []
        let isOurs = !FileManager.default.fileExists(atPath: old)
        do {
            try move(names, from: live, to: old, done: &done)
            try move(names.reversed(), from: fresh, to: live, done: &done)
            try Backup.waitForDisk(folderOf: live + "/schools")
        } catch {
            for (from, to) in done.reversed() { try FileManager.default.moveItem(atPath: to, toPath: from) }
            // Everything is back in its place, so that only empty folders are left.
            if isOurs { Backup.discard([old]) }
            throw error
        }
    }

    private func move(
        _ names: [String], from: String, to: String, done: inout [(from: String, to: String)]
    ) throws {
        for name in names where FileManager.default.fileExists(atPath: "\(from)/\(name)") {
            let target = URL(fileURLWithPath: "\(to)/\(name)")
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: "\(from)/\(name)", toPath: target.path)
            done.append(("\(from)/\(name)", target.path))
        }
    }
}
