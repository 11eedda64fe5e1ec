import SchoolRules
import Store

/// The newest published version of the timetable, and the way of a list to become the next one.
struct PublishedWeek {
    let from: String
    let slots: [Slot]

    static func newest(_ context: ListSchool) throws -> PublishedWeek? {
        let version = try context.connection.first(
            """
            SELECT id, from_day FROM timetable_version
            WHERE school_id = \(context.school) AND published_at > 0 ORDER BY from_day DESC, published_at DESC, id DESC
            LIMIT 1
            """
        ) { ($0.integer(0), $0.text(1)) }
        guard let version else { return nil }
        let slots = try context.connection.all(
            """
            SELECT page_id, weekday, number, shift, parity, room FROM timetable_slot
            WHERE school_id = \(context.school) AND version_id = \(version.0) ORDER BY id
            """
        ) { row in
            Slot(
                page: row.integer(0), weekday: row.int(1), number: row.int(2), shift: row.int(3),
                parity: SlotParity(rawValue: row.text(4)) ?? .every, room: row.text(5))
        }
        return PublishedWeek(from: version.1, slots: slots)
    }

    /// Whether a list says the same, so that it needs no version of its own.
    func isSame(as list: [Slot], from day: Day?) -> Bool {
        guard day.map({ $0.description == from }) ?? true else { return false }
        return Set(slots) == Set(list) && slots.count == list.count
    }

    /// - Parameter day: the first day; without it as ``TimetableVersion/firstDay(on:yearFrom:isFirst:)`` says.
    static func publish(_ slots: [Slot], from day: Day?, _ context: ListSchool) throws {
        let writing = context.writing
        let version = context.ids.next()
        let first = try day ?? firstDay(context)
        try writing.connection.run(
            """
            INSERT INTO timetable_version (school_id, id, from_day)
            VALUES (\(writing.school), \(version), \(first.description))
            """)
        for slot in slots {
            try writing.connection.run(
                """
                INSERT INTO timetable_slot (school_id, version_id, id, page_id, weekday, number, shift, parity, room)
                VALUES (\(writing.school), \(version), \(context.ids.next()), \(slot.page), \(slot.weekday),
                    \(slot.number), \(slot.shift), \(slot.parity.rawValue), \(slot.room))
                """)
        }
        try writing.audit("timetable.draft", "timetable/\(version)", after: "\(first) \(slots.count)")
        _ = try Publishing.publish(version: version, ids: context.ids, in: writing)
    }

    private static func firstDay(_ context: ListSchool) throws -> Day {
        let known = try PublishingQueries.hasTimetable(
            of: context.year, school: context.school, in: context.connection)
        return TimetableVersion.firstDay(on: context.today, yearFrom: context.yearFrom, isFirst: !known)
    }
}
