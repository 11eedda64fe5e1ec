import TestSchool

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// A timetable for the test school, published or drafted by a test.
struct SchoolTimetable {
    struct Slot {
        let page: Int64
        let weekday, number: Int
        var shift = 0
        var parity = SlotParity.every
        var room = "214"
    }

    let school: TestSchool

    /// Algebra and history of 7А and geography of 8Б on every weekday, as the lessons of November stand.
    var usual: [Slot] {
        (1...5).flatMap { day in
            [
                Slot(page: school.algebra, weekday: day, number: 1),
                Slot(page: school.history, weekday: day, number: 2),
                Slot(page: school.geography, weekday: day, number: 1),
            ]
        }
    }

    func daily(_ page: Int64, number: Int, shift: Int = 0) -> [Slot] {
        (1...5).map { Slot(page: page, weekday: $0, number: number, shift: shift) }
    }

    func draft(from day: String, _ slots: [Slot]) throws -> Int64 {
        let version = school.app.ids.next()
        try school.write { writing in
            try writing.connection.run(
                """
                INSERT INTO timetable_version (school_id, id, from_day) VALUES (\(writing.school), \(version), \(day))
                """)
            for slot in slots {
                try writing.connection.run(
                    """
                    INSERT INTO timetable_slot (school_id, version_id, id, page_id, weekday, number, shift, parity,
                        room)
                    VALUES (\(writing.school), \(version), \(school.app.ids.next()), \(slot.page), \(slot.weekday),
                        \(slot.number), \(slot.shift), \(slot.parity.rawValue), \(slot.room))
                    """)
            }
        }
        return version
    }

    @discardableResult
    func publish(from day: String, _ slots: [Slot]) throws -> PublishingResult {
        try publish(try draft(from: day, slots))
    }

    func publish(_ version: Int64) throws -> PublishingResult {
        try school.write { try Publishing.publish(version: version, ids: school.app.ids, in: $0) }
    }

    func refresh(from day: String) throws -> PublishingResult {
        try school.write { try Publishing.refresh(from: Day(day)!, ids: school.app.ids, in: $0) }
    }

    /// Gives a lesson a topic, as a teacher would ahead of time.
    func record(_ lesson: Int64) throws {
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE lesson SET topic = 'Квадраттык теңдеме', is_touched = 1
                WHERE school_id = \(writing.school) AND id = \(lesson)
                """)
        }
    }

    /// Day and start of a lesson: "2026-11-20 08:00"; nothing where there is no such lesson.
    func place(_ lesson: Int64) throws -> String? {
        try school.read { connection in
            try connection.first(
                "SELECT day, start_minute FROM lesson WHERE school_id = \(school.store.id) AND id = \(lesson)"
            ) { "\($0.text(0)) \(ClockTime(minutes: $0.int(1)))" }
        }
    }

    /// The lessons of a page from day to day: "2026-11-20 08:00" each.
    func places(_ page: Int64, from: String, to: String) throws -> [String] {
        try school.read { connection in
            try connection.all(
                """
                SELECT day, start_minute FROM lesson
                WHERE school_id = \(school.store.id) AND page_id = \(page) AND day >= \(from) AND day <= \(to)
                    AND is_cancelled = 0
                ORDER BY day, start_minute
                """
            ) { "\($0.text(0)) \(ClockTime(minutes: $0.int(1)))" }
        }
    }

    func lesson(_ page: Int64, _ day: String) throws -> Int64? {
        try school.read { connection in
            try connection.first(
                """
                SELECT id FROM lesson WHERE school_id = \(school.store.id) AND page_id = \(page) AND day = \(day)
                ORDER BY start_minute
                """
            ) { $0.integer(0) }
        }
    }

    func count(_ sql: SQL) throws -> Int { try school.read { try $0.count(sql) } }

    func audits(_ action: String) throws -> Int {
        try count("SELECT count(*) FROM audit WHERE school_id = \(school.store.id) AND action = \(action)")
    }
}
