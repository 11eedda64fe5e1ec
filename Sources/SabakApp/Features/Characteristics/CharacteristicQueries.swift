import SchoolRules
import Store

enum CharacteristicQueries {
    struct Standing: Sendable {
        let text: String
        let version: Int64
    }

    static func texts(
        on page: Int64, period: String, school: Int64, in connection: Connection
    ) throws -> [Int64: Standing] {
        var texts: [Int64: Standing] = [:]
        try connection.each(
            """
            SELECT student_id, content, version FROM characteristic
            WHERE school_id = \(school) AND page_id = \(page) AND period = \(period) ORDER BY student_id
            """
        ) { texts[$0.integer(0)] = Standing(text: $0.text(1), version: $0.integer(2)) }
        return texts
    }

    /// Writes a text, if what stands still has the version it was written over.
    /// - Returns: whether it stands now.
    static func keep(
        _ wish: CharacteristicWish, page: Int64, period: String, in writing: Writing
    ) throws -> Bool {
        let before = try texts(on: page, period: period, school: writing.school, in: writing.connection)[wish.student]
        guard wish.text != before?.text ?? "" else { return true }
        guard wish.version == before?.version ?? 0 else { return false }
        try writing.connection.run(
            """
            INSERT INTO characteristic (school_id, page_id, period, student_id, content, at, by_person, version)
            VALUES (\(writing.school), \(page), \(period), \(wish.student), \(wish.text), \(writing.instant),
                \(writing.author.person), \(wish.version + 1))
            ON CONFLICT (school_id, page_id, period, student_id) DO UPDATE SET content = excluded.content,
                at = excluded.at, by_person = excluded.by_person, version = excluded.version
            """)
        try writing.audit(
            "characteristic.set", "characteristic/\(page)/\(period)/\(wish.student)",
            before: before?.text.isEmpty ?? true ? "0" : "1", after: wish.text.isEmpty ? "0" : "1", text: wish.text)
        return true
    }
}
