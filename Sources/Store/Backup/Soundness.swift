import Foundation

/// Whether the file of a school holds together: its pages, its references, its audit chain.
struct Soundness {
    let school: SchoolEntry
    let file: String

    /// Up to this size SQLite looks through everything (a second for some hundred megabytes), above it leaves out
    /// whether each index holds exactly its table, which a fresh copy has by the way it is made.
    private static let largestLookedThrough = 1 << 29

    /// Describes the school for the manifest.
    /// - Throws: ``BackupRefusal/unsound(school:why:)``, naming the first thing that is not as it should be.
    func describe(anchors: [AuditHead]) throws -> BackupManifest.School {
        do {
            let connection = try Connection(path: file, readOnly: true)
            defer { connection.close() }
            try demandPages(connection)
            let chain = try AuditVerification.of(connection, school: school.id, anchors: anchors)
            if let bad = chain.firstBad { throw refusal("audit row \(bad.seq): \(bad.why)") }
            return BackupManifest.School(
                id: school.id, name: school.name, country: school.country, seq: chain.head.seq,
                hash: Digest.hex(chain.head.hash), headAt: try Self.time(of: chain.head, school.id, in: connection),
                rows: try Self.rows(of: school.id, in: connection))
        } catch let error as StoreError {
            throw refusal("\(error)")
        }
    }

    /// When a row of the chain was written; 0 if there is no such row.
    static func time(of head: AuditHead, _ school: Int64, in connection: Connection) throws -> Int64 {
        try connection.first("SELECT at FROM audit WHERE school_id = \(school) AND seq = \(head.seq)") {
            $0.integer(0)
        } ?? 0
    }

    /// Rows by table.
    static func rows(of school: Int64, in connection: Connection) throws -> [String: Int] {
        var rows: [String: Int] = [:]
        for table in try connection.tables() where table.isOfSchool {
            rows[table.name] = try connection.count(
                SQL(text: "SELECT count(*) FROM \"\(table.name)\" WHERE school_id = $1", values: [.integer(school)]))
        }
        return rows
    }

    private func demandPages(_ connection: Connection) throws {
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
        let found = try connection.first(
            size > Self.largestLookedThrough ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)"
        ) { $0.text(0) }
        guard found == "ok" else { throw refusal(found ?? "no answer") }
        if let orphan = try connection.first("PRAGMA foreign_key_check", { $0.text(0) }) {
            throw refusal("a row of \(orphan) points to nothing")
        }
    }

    private func refusal(_ why: String) -> BackupRefusal { .unsound(school: school.id, why: why) }
}
