import Foundation

/// A backup unpacked beside the data, being made ready.
final class Unpacked {
    let folder: String
    private let file: String
    /// Whether it takes the place of everything.
    private(set) var isWhole = true

    init(folder: String, file: String) {
        self.folder = folder
        self.file = file
    }

    /// Unpacks the schools asked for and holds each against its own chain, anchors and manifest.
    /// - Returns: the manifest, with those schools alone.
    func unpack(key: BackupKey?, only school: Int64?) throws -> BackupManifest {
        Backup.discard([folder])
        try Backup.makeFolder(folder)
        let found = try BackupReader(path: file, key: key).unpack(into: folder) { name in
            guard let school else { return true }
            return name == BackupManifest.directory || name == BackupManifest.data(of: school)
                || name == BackupManifest.anchors(of: school)
        }
        guard found.schema <= Schema.school.steps.count else {
            throw StoreError.newerSchema(found: found.schema, known: Schema.school.steps.count)
        }
        let chosen = found.schools.filter { school == nil || $0.id == school }
        if let school, chosen.isEmpty { throw BackupRefusal.unknownSchool(school) }
        isWhole = found.isWhole && school == nil
        for one in chosen { try demandAsPacked(one) }
        return BackupManifest(
            madeAt: found.madeAt, isWhole: isWhole, schema: found.schema, files: found.files, schools: chosen)
    }

    private func demandAsPacked(_ school: BackupManifest.School) throws {
        let entry = SchoolEntry(id: school.id, name: school.name, country: school.country, createdAt: 0)
        let file = "\(folder)/\(BackupManifest.data(of: school.id))"
        let heads = try anchors(of: school.id).heads()
        guard try Soundness(school: entry, file: file).describe(anchors: heads) == school else {
            throw StoreError.tampered(self.file)
        }
    }

    /// Makes the directory that comes in: the live one, in which the restored schools stand as in the backup.
    func joinDirectory(of path: String) throws {
        let packed = "\(folder)/packed-\(BackupManifest.directory)"
        let joined = "\(folder)/\(BackupManifest.directory)"
        try FileManager.default.moveItem(atPath: joined, toPath: packed)
        let source = try Connection(path: packed, readOnly: true)
        defer { source.close() }
        let target = try Self.copy(of: "\(path)/\(BackupManifest.directory)", to: joined)
        defer { target.close() }
        try target.run("BEGIN IMMEDIATE")
        for id in try source.all("SELECT school_id FROM school_file ORDER BY school_id", { $0.integer(0) })
        where FileManager.default.fileExists(atPath: "\(folder)/\(BackupManifest.data(of: id))") {
            try SchoolEntry.retire(id, from: target)
            do {
                try SchoolEntry.read(id, in: source)?.write(in: target)
            } catch let error as StoreError where error.isDuplicate {
                throw StoreError.unfit("a sign-in name of school \(id) belongs to another school here")
            }
        }
        try target.run("COMMIT")
        try target.settle()
    }

    private static func copy(of live: String, to path: String) throws -> Connection {
        if FileManager.default.fileExists(atPath: live) {
            let directory = try Connection(path: live, readOnly: false)
            defer { directory.close() }
            try directory.run("VACUUM INTO \(path)")
        }
        let copy = try Connection(path: path, readOnly: false)
        try Schema.directory.bringUpToDate(copy)
        return copy
    }

    /// Writes into each school's chain and anchors who restored it and why, and how far it had come.
    func explain(
        over path: String, manifest: BackupManifest, who: String, why: String, at instant: Int64
    ) throws -> [Backup.Restored] {
        let beside = try BackupAnchors(of: file).read()
        let store = try Store(path: folder)
        return try manifest.schools.map { school in
            let live = Anchors(path: "\(path)/\(BackupManifest.anchors(of: school.id))")
            try takeOver(live, if: school)
            let anchors = store.anchors(of: school.id)
            if let head = beside[school.id], head.seq > (try anchors.heads().last?.seq ?? 0) {
                try anchors.keep(head, at: instant)
            }
            let known = max(try anchors.heads().last?.seq ?? 0, try live.heads().last?.seq ?? 0)
            try anchors.explainRestore(to: school.seq, at: instant, who: who, why: why)
            let opened = try store.school(school.id)
            try opened.writeNow(by: .command("restore"), at: instant) { writing in
                try writing.audit(
                    "school.restore", "school/\(school.id)", before: "\(max(known, school.seq))",
                    after: "\(school.seq)", reason: why, text: who)
            }
            try anchors.keep(try opened.read { try AuditHead.read($0, school: school.id) }, at: instant)
            return Backup.Restored(
                school: school.id, name: school.name, seq: school.seq, lost: max(0, known - school.seq))
        }
    }

    /// Anchors are only ever added to, so the live ones go on, unless they bind another chain than the restored one.
    private func takeOver(_ live: Anchors, if school: BackupManifest.School) throws {
        guard FileManager.default.fileExists(atPath: live.path) else { return }
        let binding = try live.heads().filter { $0.seq <= school.seq }
        let connection = try Connection(path: "\(folder)/\(BackupManifest.data(of: school.id))", readOnly: true)
        defer { connection.close() }
        guard try AuditVerification.of(connection, school: school.id, anchors: binding).isSound else { return }
        let target = anchors(of: school.id).path
        Backup.discard([target])
        try FileManager.default.createDirectory(
            at: URL(fileURLWithPath: target).deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: live.path, toPath: target)
    }

    private func anchors(of school: Int64) -> Anchors {
        Anchors(path: "\(folder)/\(BackupManifest.anchors(of: school))")
    }
}
