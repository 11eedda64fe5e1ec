import Foundation

/// A drill: a backup is restored into a scratch folder, as if the data were lost, and held against the living data.
public struct BackupDrill: Sendable, Equatable {
    /// What was found for a school.
    public struct School: Sendable, Equatable {
        public let id: Int64
        public let name: String
        /// Where the chain ends in the backup and in the living data, and when that last row was written.
        public let seq, liveSeq: Int64
        public let headAt, liveHeadAt: Int64
        public let rows, liveRows: Int
        /// What is not as it should be, in words; empty if all is well.
        public let problems: [String]

        /// How many rows of the chain would be lost with the living data.
        public var behind: Int64 { max(0, liveSeq - seq) }
    }

    public let file: String
    public let madeAt: Int64
    public let schools: [School]
    /// Schools of the installation that the backup does not hold.
    public let missing: [Int64]

    public var isSound: Bool { missing.isEmpty && schools.allSatisfy(\.problems.isEmpty) }

    /// The report, a line a school.
    public func lines(at now: Int64) -> [String] {
        let absent = missing.map { "\($0): not in the backup" }
        return schools.map { school in
            let age = max(0, now - school.headAt) / 60_000
            let found = school.problems.isEmpty ? "as it should be" : school.problems.joined(separator: "; ")
            return """
                \(school.id) \(school.name): \(school.rows) rows in the backup, \(school.liveRows) living; its last \
                change is \(age) min old, \(school.behind) later ones are not in it; \(found)
                """
        } + absent
    }

    /// Restores a backup into a folder of the data directory, compares, and removes the folder again.
    ///
    /// The restored chain must be the beginning of the living one, which is walked too; where both end alike, the
    /// entries and people must be as many.
    /// - Throws: as ``Backup/restore(from:to:key:only:who:why:at:)`` does.
    public static func run(of file: String, key: BackupKey? = nil, against live: Store, at instant: Int64) throws
        -> BackupDrill
    {
        let turn = try DirectoryLock(path: live.path + "/backup.lock", mode: .alone)
        defer { withExtendedLifetime(turn) {} }
        let scratch = live.path + "/drill"
        Backup.discard([scratch])
        defer { Backup.discard([scratch]) }
        try Backup.makeFolder(scratch)
        let restored = try Backup.restore(
            from: file, to: scratch, key: key, who: "drill", why: "drill", at: instant)
        let manifest = try Backup.check(file, key: key)
        let copy = try Store(path: scratch)
        let known = try live.schoolList().map(\.id)
        let schools = try manifest.schools.map { school in
            try compare(school, restoredTo: restored.first { $0.school == school.id }?.seq, in: copy, with: live)
        }
        return BackupDrill(
            file: file, madeAt: manifest.madeAt, schools: schools,
            missing: manifest.isWhole ? known.filter { id in !schools.contains { $0.id == id } } : [])
    }

    private static func compare(
        _ school: BackupManifest.School, restoredTo seq: Int64?, in copy: Store, with live: Store
    ) throws -> School {
        let restored = try copy.school(school.id).read { connection in
            try Soundness.rows(of: school.id, in: connection)
        }
        var problems: [String] = []
        if seq != school.seq || restored["audit"] != Int(school.seq) + 1 {
            problems.append("the restored chain does not end where the manifest says")
        }
        guard try live.schoolList().contains(where: { $0.id == school.id }) else {
            return School(
                id: school.id, name: school.name, seq: school.seq, liveSeq: 0, headAt: school.headAt, liveHeadAt: 0,
                rows: total(school.rows), liveRows: 0, problems: problems + ["the living data do not have this school"])
        }
        let anchors = try live.anchors(of: school.id).heads() + [school.head]
        return try live.school(school.id).read { connection in
            let chain = try AuditVerification.of(connection, school: school.id, anchors: anchors)
            let rows = try Soundness.rows(of: school.id, in: connection)
            problems += differences(of: chain, rows, from: school)
            return School(
                id: school.id, name: school.name, seq: school.seq, liveSeq: chain.head.seq, headAt: school.headAt,
                liveHeadAt: try Soundness.time(of: chain.head, school.id, in: connection), rows: total(school.rows),
                liveRows: total(rows), problems: problems)
        }
    }

    private static func differences(
        of live: AuditVerification, _ rows: [String: Int], from school: BackupManifest.School
    ) -> [String] {
        if let bad = live.firstBad { return ["living audit row \(bad.seq): \(bad.why)"] }
        guard live.head == school.head else { return [] }
        return ["entry", "lesson", "person"].filter { rows[$0] != school.rows[$0] }.map {
            "\($0): \(school.rows[$0] ?? 0) rows in the backup, \(rows[$0] ?? 0) living, at the same end of the chain"
        }
    }

    private static func total(_ rows: [String: Int]) -> Int { rows.values.reduce(0, +) }
}
