import Store

/// Puts lists in order that nobody works on any more.
enum ImportSweeping {
    /// Marks what was under way when the program ended as broken off. A list is brought in one transaction with its
    /// mark of being done, so nothing of one that is still under way was written.
    static func breakOff(in school: SchoolStore, at instant: Int64) throws {
        let count = try school.read { connection in
            try connection.count(
                """
                SELECT count(*) FROM list_import
                WHERE school_id = \(school.id) AND state IN ('checking', 'running')
                """)
        }
        guard count > 0 else { return }
        try school.writeNow(by: .command("serve"), at: instant) { writing in
            _ = try writing.connection.run(
                """
                UPDATE list_import SET state = 'failed', claim = claim + 1, changed_at = \(instant)
                WHERE school_id = \(writing.school) AND state IN ('checking', 'running')
                """)
            try writing.audit("list.breakOff", "school/\(writing.school)", after: "\(count)")
        }
    }

    /// Removes lists that nobody has touched for weeks: they hold personal data.
    static func sweep(_ school: SchoolStore, at instant: Int64) throws {
        let eldest = instant - ImportingQueries.keptFor
        let old = try school.read { connection in
            try connection.all(
                """
                SELECT id FROM list_import WHERE school_id = \(school.id) AND changed_at < \(eldest)
                    AND state NOT IN ('checking', 'running')
                ORDER BY id
                """
            ) { $0.integer(0) }
        }
        guard !old.isEmpty else { return }
        try school.writeNow(by: .command("serve"), at: instant) { writing in
            for id in old { try ImportingQueries.remove(id, in: writing) }
        }
    }
}
