import SchoolRules
import Store

enum TimetableQueries {
    struct Version: Sendable {
        let id: Int64
        let from: Day
        let isPublished: Bool
    }

    struct SlotRow: Sendable {
        let id, page: Int64
        let weekday, number, shift: Int
        let parity: SlotParity
        let room: String
    }

    static func versions(of visit: Visit, in connection: Connection) throws -> [Version] {
        try connection.all(
            """
            SELECT id, from_day, published_at FROM timetable_version
            WHERE school_id = \(visit.school.id) AND from_day >= \("\(visit.year)-08-01")
                AND from_day < \("\(visit.year + 1)-08-01")
            ORDER BY from_day, published_at, id
            """
        ) { Version(id: $0.integer(0), from: Day($0.text(1)) ?? .forever, isPublished: $0.integer(2) > 0) }
    }

    /// A version that is not published yet: only such may be edited.
    static func draft(_ id: Int64, _ school: Int64, in connection: Connection) throws -> Version {
        let found = try connection.first(
            "SELECT id, from_day, published_at FROM timetable_version WHERE school_id = \(school) AND id = \(id)"
        ) { Version(id: $0.integer(0), from: Day($0.text(1)) ?? .forever, isPublished: $0.integer(2) > 0) }
        guard let found else { throw Refusal.notFound }
        guard !found.isPublished else {
            throw Refusal.conflict("version_published", TimetableTexts.alreadyPublished, advice: TimetableTexts.makeNew)
        }
        return found
    }

    static func slots(of version: Int64, school: Int64, in connection: Connection) throws -> [SlotRow] {
        try connection.all(
            """
            SELECT id, page_id, weekday, number, shift, parity, room FROM timetable_slot
            WHERE school_id = \(school) AND version_id = \(version) ORDER BY weekday, number, id
            """
        ) { row in
            SlotRow(
                id: row.integer(0), page: row.integer(1), weekday: row.int(2), number: row.int(3), shift: row.int(4),
                parity: SlotParity(rawValue: row.text(5)) ?? .every, room: row.text(6))
        }
    }

    /// The classes whose timetable a family may read.
    static func ownClasses(of visit: Visit, in connection: Connection) throws -> Set<Int64> {
        let today = visit.today.description
        return Set(
            try connection.all(
                """
                SELECT class.id FROM class
                JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
                WHERE class.school_id = \(visit.school.id) AND class.year = \(visit.year)
                    AND enrolment.to_day >= \(today)
                    AND (enrolment.student_id = \(visit.person.id) OR enrolment.student_id IN (
                        SELECT guardian.student_id FROM guardian
                        WHERE guardian.school_id = \(visit.school.id) AND guardian.guardian_id = \(visit.person.id)
                            AND guardian.to_day >= \(today) AND guardian.confirmed_at > 0))
                ORDER BY class.id
                """
            ) { $0.integer(0) })
    }

    static func add(version: Int64, from: Day, copying copied: Int64, ids: Identity, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO timetable_version (school_id, id, from_day)
            VALUES (\(writing.school), \(version), \(from.description))
            """)
        for slot in try slots(of: copied, school: writing.school, in: writing.connection) {
            try add(slot, id: ids.next(), to: version, in: writing)
        }
        try writing.audit("timetable.draft", "timetable/\(version)", before: "\(copied)", after: "\(from)")
    }

    private static func add(_ slot: SlotRow, id: Int64, to version: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO timetable_slot (school_id, version_id, id, page_id, weekday, number, shift, parity, room)
            VALUES (\(writing.school), \(version), \(id), \(slot.page), \(slot.weekday), \(slot.number),
                \(slot.shift), \(slot.parity.rawValue), \(slot.room))
            """)
    }

    /// Replaces what the pages of a class have at one place of the week.
    static func set(_ cell: TimetableForms.Cell, among pages: [Int64], ids: Identity, in writing: Writing) throws {
        let place = cell.place
        let before = try slots(of: cell.version, school: writing.school, in: writing.connection).filter {
            pages.contains($0.page) && $0.weekday == place.weekday && $0.number == place.number
                && ($0.shift == place.shift || $0.shift == 0)
        }
        try writing.connection.run(
            """
            DELETE FROM timetable_slot
            WHERE school_id = \(writing.school) AND version_id = \(cell.version) AND id IN \(list: before.map(\.id))
            """)
        let entries = cell.entries.filter { pages.contains($0.page) }
        guard entries.count == cell.entries.count else { throw Refusal.notFound }
        for entry in entries {
            let slot = SlotRow(
                id: 0, page: entry.page, weekday: place.weekday, number: place.number, shift: place.shift,
                parity: entry.parity, room: entry.room)
            try add(slot, id: ids.next(), to: cell.version, in: writing)
        }
        try writing.audit(
            "timetable.cell", "timetable/\(cell.version)",
            before: before.map { "\($0.page) \($0.parity.rawValue) \($0.room)" }.joined(separator: ", "),
            after: "\(place.address): "
                + entries.map { "\($0.page) \($0.parity.rawValue) \($0.room)" }.joined(separator: ", "))
    }

    static func set(firstDay: Day, of version: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE timetable_version SET from_day = \(firstDay.description)
            WHERE school_id = \(writing.school) AND id = \(version)
            """)
        try writing.audit("timetable.date", "timetable/\(version)", after: "\(firstDay)")
    }

    static func discard(_ version: Int64, in writing: Writing) throws {
        try writing.connection.run(
            "DELETE FROM timetable_slot WHERE school_id = \(writing.school) AND version_id = \(version)")
        try writing.connection.run(
            "DELETE FROM timetable_version WHERE school_id = \(writing.school) AND id = \(version)")
        try writing.audit("timetable.discard", "timetable/\(version)")
    }
}
