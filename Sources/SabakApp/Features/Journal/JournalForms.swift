import Web

/// What programs and the grid send: cells to be written.
enum JournalForms {
    static let most = 200
    static let longestComment = 500

    private struct Body: Decodable {
        let entries: [Entry]
    }

    private struct Entry: Decodable {
        let lesson, student: WireID
        let set: String
        let version: Int64?
        let comment: String?
        let kind: WireID?
    }

    /// - Throws: 415, 400 or 422 naming the field that does not fit.
    static func wishes(_ asked: Asked) throws -> [CellWish] {
        let entries = try JSONBody.decode(Body.self, from: asked).entries
        guard entries.count <= most else {
            throw Refusal.invalid("too_many_entries", FormTexts.tooMany, at: "/entries")
        }
        return try entries.enumerated().map { number, entry in
            let version = entry.version ?? 0
            guard version >= 0 else {
                throw Refusal.invalid("wrong_value", FormTexts.version, at: "/entries/\(number)/version")
            }
            let comment = entry.comment.map(tidy)
            guard (comment?.count ?? 0) <= longestComment else {
                throw Refusal.invalid("too_long", FormTexts.comment, at: "/entries/\(number)/comment")
            }
            return CellWish(
                lesson: entry.lesson.id, student: entry.student.id, set: entry.set, version: version,
                comment: comment, kind: entry.kind.map { Int(clamping: $0.id) })
        }
    }

    /// Without control characters, and without spaces around it.
    private static func tidy(_ text: String) -> String {
        let kept = text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) }
        return String(kept).split(separator: " ").joined(separator: " ")
    }
}

private enum FormTexts {
    static let tooMany = Text(
        ky: "Бир жолу эң көп \(JournalForms.most) уяча", ru: "За один раз не больше \(JournalForms.most) клеток",
        kk: "Бір ретте ең көбі \(JournalForms.most) ұяшық", en: "At most \(JournalForms.most) cells at a time")
    static let version = Text(
        ky: "Версия терс болбойт", ru: "Версия не бывает отрицательной", kk: "Нұсқа теріс болмайды",
        en: "A version is never negative")
    static let comment = Text(
        ky: "Комментарий эң көп \(JournalForms.longestComment) белги",
        ru: "Комментарий не длиннее \(JournalForms.longestComment) знаков",
        kk: "Түсініктеме ең көбі \(JournalForms.longestComment) таңба",
        en: "A comment has at most \(JournalForms.longestComment) characters")
}
