import SchoolRules
import Store

/// Proof that the records are what was written: the chain by itself, the cells against the chain, the file's pages
/// against their seals.
public enum AuditProof {
    /// Asks the engine whether its file is whole, walks a school's chain, holds it against its anchors, every cell
    /// against its last row of the chain, and every page of the file against its seal.
    public static func verify(_ school: Int64, in store: Store) throws -> AuditVerification {
        do {
            return try walk(school, in: store)
        } catch let fault as StoreError where fault.kind == .damaged {
            return AuditVerification(damage: fault.description)
        }
    }

    private static func walk(_ school: Int64, in store: Store) throws -> AuditVerification {
        let anchors = try store.anchors(of: school).heads()
        let opened = try store.school(school)
        return try opened.read { connection in
            if let damage = try connection.damage() {
                return AuditVerification(damage: opened.doubt ?? damage)
            }
            var found = try AuditVerification.of(connection, school: school, anchors: anchors)
            if found.isSound, let bad = try firstCellUnlikeChain(connection, school: school) { found.firstBad = bad }
            return found
        }
    }

    /// The last row of the chain about a cell whose marks or code are not what that row says.
    private static func firstCellUnlikeChain(_ connection: Connection, school: Int64) throws -> (
        seq: Int64, why: String
    )? {
        let cells = try standingCells(connection, school: school)
        var last: [String: (seq: Int64, value: String)] = [:]
        try connection.each(
            """
            SELECT object, seq, after FROM audit
            WHERE school_id = \(school) AND object >= 'cell/' AND object < 'cell0' ORDER BY object, seq
            """
        ) { last[$0.text(0)] = ($0.integer(1), CellTrace.proof(of: $0.text(2))) }
        let unlike = last.filter { (cells[$0.key] ?? "") != $0.value.value }.min { $0.value.seq < $1.value.seq }
        if let unlike { return (unlike.value.seq, "\(unlike.key) is not what this row wrote") }
        let unknown = cells.first { !$0.value.isEmpty && last[$0.key] == nil }
        return unknown.map { (0, "\($0.key) was never written by the program") }
    }

    private static func standingCells(_ connection: Connection, school: Int64) throws -> [String: String] {
        var entries: [String: CellEntry] = [:]
        try connection.each(
            """
            SELECT lesson_id, student_id, slot, value, minutes FROM entry
            WHERE school_id = \(school) ORDER BY lesson_id, student_id, slot
            """
        ) { row in
            let key = "cell/\(row.integer(0))/\(row.integer(1))"
            let before = entries[key] ?? CellEntry()
            if row.text(3).isEmpty {
                entries[key] = before
            } else if row.int(2) == 0 {
                let minutes = row.int(4) > 0 ? row.int(4) : nil
                let absence = CellAbsence(codeID: row.int(3), category: .unknown, minutes: minutes)
                entries[key] = CellEntry(marks: before.marks, absence: absence)
            } else {
                entries[key] = CellEntry(marks: before.marks + [row.text(3)], absence: before.absence)
            }
        }
        return entries.mapValues(CellTrace.proof)
    }
}
