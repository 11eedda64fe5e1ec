import Foundation

/// The way of schools into a database server that has them already: all are replaced, or none.
///
/// The rows go in one transaction. The anchors are files and follow when it has ended: if the machine stops in between,
/// a chain ends before its anchor, which the start of a server tells, and the restore is run again.
struct Replacing {
    private let source, target: Store
    private let kept: String

    init(from source: Store, to target: Store, at instant: Int64) {
        self.source = source
        self.target = target
        kept = "\(target.path)/before-restore-\(instant)"
    }

    /// - Throws: ``StoreError/locked(_:)`` while a server works with the database or the data directory.
    func run(_ schools: [Int64]) throws {
        guard let server = target.engine as? PostgresStore else {
            throw StoreError.unfit("a data directory is restored as a whole, without --database")
        }
        try server.demandNobodyElse()
        try target.alone(with: schools) {
            try keep(schools)
            try replace(schools, on: server)
            for id in schools { try takeAnchors(of: id) }
            try Backup.waitForDisk(folderOf: target.anchors(of: 0).path)
        }
    }

    /// What was kept is of no use while it all stands; it stays where nobody knows whether it does.
    private func replace(_ schools: [Int64], on server: PostgresStore) throws {
        do {
            let entries = try schools.compactMap { id in try source.engine.read { try SchoolEntry.read(id, in: $0) } }
            try server.replace(entries) { entry, connection in
                try source.school(entry.id).read { from in
                    _ = try Migration.fill(
                        connection, school: entry.id, from: from, anchors: source.anchors(of: entry.id).heads())
                }
            }
        } catch {
            if case StoreError.outcomeUnknown = error { throw error }
            Backup.discard([kept])
            throw error
        }
    }

    /// A data directory with all that will be replaced, which every command opens.
    private func keep(_ schools: [Int64]) throws {
        guard !FileManager.default.fileExists(atPath: kept) else { throw StoreError.locked(kept) }
        do {
            try copy(schools)
        } catch {
            Backup.discard([kept])
            throw error
        }
    }

    private func copy(_ schools: [Int64]) throws {
        for folder in [kept, kept + "/schools", kept + "/anchors"] { try Backup.makeFolder(folder) }
        try target.copyDirectory(to: "\(kept)/directory.sqlite")
        let known = Set(try target.schoolList().map(\.id))
        for id in schools where known.contains(id) {
            try target.school(id).copy(to: "\(kept)/schools/\(id).sqlite")
            try Anchors(path: "\(kept)/anchors/\(id).anchors").take(target.anchors(of: id))
        }
    }

    private func takeAnchors(of school: Int64) throws {
        let anchors = target.anchors(of: school)
        let fresh = Anchors(path: anchors.path + ".fresh")
        Backup.discard([fresh.path])
        try fresh.take(source.anchors(of: school))
        guard rename(fresh.path, anchors.path) == 0 else { throw StoreError.missing(anchors.path) }
        Backup.discard([anchors.newest])
    }
}
