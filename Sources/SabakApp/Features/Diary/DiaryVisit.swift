import Store

/// When a person opened the diary of a child: marks after the opening before this visit are new.
struct DiaryVisit: Sendable {
    /// A visit lasts half an hour after its last opening; what came before it has been seen.
    static let length: Int64 = 30 * 60_000
    private static let noteEvery: Int64 = 10 * 60_000

    let seenUntil: Int64
    let openedAt: Int64

    /// Before the first visit, a week counts as new.
    static func firstSince(_ now: Int64) -> Int64 { now - 7 * 86_400_000 }

    static func find(_ visit: Visit, student: Int64, in connection: Connection) throws -> DiaryVisit? {
        try connection.first(
            """
            SELECT seen_until, opened_at FROM diary_visit
            WHERE school_id = \(visit.school.id) AND person_id = \(visit.person.id) AND student_id = \(student)
            """
        ) { DiaryVisit(seenUntil: $0.integer(0), openedAt: $0.integer(1)) }
    }

    /// The visit as it is to be kept now; nil while the row that is there will do.
    static func next(after last: DiaryVisit?, at now: Int64) -> DiaryVisit? {
        guard let last else { return DiaryVisit(seenUntil: firstSince(now), openedAt: now) }
        if now - last.openedAt > length { return DiaryVisit(seenUntil: last.openedAt, openedAt: now) }
        return now - last.openedAt > noteEvery ? DiaryVisit(seenUntil: last.seenUntil, openedAt: now) : nil
    }

    /// Keeps the visit once the answer is on its way; of two openings at once the first counts.
    func note(for visit: Visit, student: Int64) {
        let (store, author, now, noteEvery) = (visit.store, visit.author, visit.now, Self.noteEvery)
        Task {
            try await store.write(by: author, at: now) { writing in
                try writing.connection.run(
                    """
                    INSERT INTO diary_visit (school_id, person_id, student_id, seen_until, opened_at)
                    VALUES (\(writing.school), \(author.person), \(student), \(seenUntil), \(openedAt))
                    ON CONFLICT (school_id, person_id, student_id) DO UPDATE
                    SET seen_until = excluded.seen_until, opened_at = excluded.opened_at
                    WHERE diary_visit.opened_at < \(now - noteEvery)
                    """)
                writing.touchesOnly([.person(author.person)])
            }
        }
    }
}
