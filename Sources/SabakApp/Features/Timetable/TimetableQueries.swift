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
            WHERE school_id = \(visit.school.id)
                AND from_day >= \(SchoolCalendar.firstDay(of: visit.year).description)
                AND from_day <= \(SchoolCalendar.lastDay(of: visit.year).description)
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

    /// How many places each version has.
    static func slotCounts(school: Int64, in connection: Connection) throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        try connection.each(
            """
            SELECT version_id, count(*) FROM timetable_slot WHERE school_id = \(school)
            GROUP BY version_id ORDER BY version_id
            """
        ) { counts[$0.integer(0)] = $0.int(1) }
        return counts
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

    /// Makes one step in a draft: every place that is given up goes, every new one comes.
    static func make(
        _ change: SlotChange, of version: Int64, in week: TimetableWeek, ids: Identity, in writing: Writing
    )
        throws
    {
        let gone = Set(change.take)
        let rows = week.values.filter { gone.contains($0.value) }.keys.sorted()
        try writing.connection.run(
            """
            DELETE FROM timetable_slot
            WHERE school_id = \(writing.school) AND version_id = \(version) AND id IN \(list: rows)
            """)
        for slot in change.put {
            // A place in the shift of its page follows the page when the class changes its shift.
            let shift = week.page(slot.page)?.shift == slot.shift ? 0 : slot.shift
            let row = SlotRow(
                id: 0, page: slot.page, weekday: slot.weekday, number: slot.number, shift: shift,
                parity: slot.parity, room: slot.room)
            try add(row, id: ids.next(), to: version, in: writing)
        }
        try writing.audit(
            "timetable.cell", "timetable/\(version)",
            before: change.take.map(TimetableForms.text).joined(separator: ", "),
            after: change.put.map(TimetableForms.text).joined(separator: ", "))
    }

    /// The classes of pages that are taught to a group across classes.
    static func classesAcross(year: Int, school: Int64, in connection: Connection) throws -> [Int64: Set<Int64>] {
        var found: [Int64: Set<Int64>] = [:]
        try connection.each(
            """
            SELECT DISTINCT page.id, class.id
            FROM page
            JOIN enrolment AS member ON member.school_id = page.school_id AND member.group_id = page.group_id
            JOIN enrolment AS pupil ON pupil.school_id = member.school_id AND pupil.student_id = member.student_id
            JOIN class ON class.school_id = pupil.school_id AND class.id = pupil.group_id
            WHERE page.school_id = \(school) AND page.year = \(year) AND page.class_id = 0 AND class.year = \(year)
            ORDER BY page.id, class.id
            """
        ) { found[$0.integer(0), default: []].insert($0.integer(1)) }
        return found
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
