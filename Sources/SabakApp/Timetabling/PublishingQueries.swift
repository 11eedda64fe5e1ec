import SchoolRules
import Store

/// Reading what publishing needs and writing what it decided.
enum PublishingQueries {
    /// Whether a timetable of the year is published.
    static func hasTimetable(of year: Int, school: Int64, in connection: Connection) throws -> Bool {
        try connection.count(
            """
            SELECT count(*) FROM timetable_version WHERE school_id = \(school) AND published_at > 0
                AND from_day >= \(SchoolCalendar.firstDay(of: year).description)
                AND from_day <= \(SchoolCalendar.lastDay(of: year).description)
            """) > 0
    }

    struct Vacated {
        let page: Int64
        let day: Day
        let start: Int
    }

    static func firstDay(of version: Int64, school: Int64, in connection: Connection) throws -> Day? {
        try connection.first(
            "SELECT from_day FROM timetable_version WHERE school_id = \(school) AND id = \(version)"
        ) { Day($0.text(0)) } ?? nil
    }

    /// The school's day at the moment of writing.
    static func today(_ writing: Writing) throws -> Day {
        try LocalTime.of(writing.school, in: writing.connection).moment(writing.instant).day
    }

    /// The published versions of a year and a draft; of two from the same day the later one counts.
    static func versions(year: Int, draft: Int64?, school: Int64, in connection: Connection) throws
        -> [TimetableVersion]
    {
        let known = try connection.all(
            """
            SELECT id, from_day FROM timetable_version
            WHERE school_id = \(school) AND from_day >= \(SchoolCalendar.firstDay(of: year).description)
                AND from_day <= \(SchoolCalendar.lastDay(of: year).description)
                AND (published_at > 0 OR id = \(draft ?? 0))
            ORDER BY CASE WHEN id = \(draft ?? 0) THEN 1 ELSE 0 END, published_at, id
            """
        ) { ($0.integer(0), Day($0.text(1)) ?? .forever) }
        let latest = Dictionary(known.map { ($0.1, $0.0) }) { _, last in last }
        var slots: [Int64: [Slot]] = [:]
        try connection.each(
            """
            SELECT version_id, page_id, weekday, number, shift, parity, room FROM timetable_slot
            WHERE school_id = \(school) AND version_id IN \(list: latest.values.sorted()) ORDER BY version_id, id
            """
        ) { row in
            let slot = Slot(
                page: row.integer(1), weekday: row.int(2), number: row.int(3), shift: row.int(4),
                parity: SlotParity(rawValue: row.text(5)) ?? .every, room: row.text(6))
            slots[row.integer(0), default: []].append(slot)
        }
        return latest.map { TimetableVersion(from: $0.key, slots: slots[$0.value] ?? []) }
    }

    /// The pages of a year. A page begins with its first load and lasts as long as its group has members.
    static func pages(year: Int, school: Int64, in connection: Connection) throws -> [Int64: PublishedPage] {
        let across = try gradesAcross(year: year, school: school, in: connection)
        var pages: [Int64: PublishedPage] = [:]
        try connection.each(
            """
            SELECT page.id, page.group_id, study_group.kind, coalesce(class.grade, -1), coalesce(class.shift, 1),
                coalesce((SELECT min(load.from_day) FROM load WHERE load.school_id = page.school_id
                    AND load.page_id = page.id), '0001-01-01'),
                CASE WHEN study_group.kind = 'class' THEN '9999-12-31' ELSE
                    coalesce((SELECT max(enrolment.to_day) FROM enrolment
                        WHERE enrolment.school_id = page.school_id AND enrolment.group_id = page.group_id),
                        '9999-12-31') END
            FROM page
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(school) AND page.year = \(year)
            ORDER BY page.id
            """
        ) { row in
            let id = row.integer(0)
            let (grade, shift) = row.int(3) >= 0 ? (row.int(3), row.int(4)) : across[row.integer(1)] ?? (0, 1)
            pages[id] = PublishedPage(
                group: row.integer(1),
                timetable: TimetablePage(
                    id: id, grade: grade, shift: shift, from: Day(row.text(5)) ?? Day(number: 0),
                    to: Day(row.text(6)) ?? .forever))
        }
        return pages
    }

    /// Grade and shift of groups without a class of their own: those of the members' classes, the lowest of them.
    static func gradesAcross(year: Int, school: Int64, in connection: Connection) throws
        -> [Int64: (grade: Int, shift: Int)]
    {
        var found: [Int64: (Int, Int)] = [:]
        try connection.each(
            """
            SELECT study_group.id, class.grade, class.shift
            FROM study_group
            JOIN enrolment AS member ON member.school_id = study_group.school_id
                AND member.group_id = study_group.id
            JOIN enrolment AS pupil ON pupil.school_id = member.school_id AND pupil.student_id = member.student_id
            JOIN class ON class.school_id = pupil.school_id AND class.id = pupil.group_id
            WHERE study_group.school_id = \(school) AND study_group.year = \(year) AND study_group.class_id = 0
                AND class.year = \(year)
            GROUP BY study_group.id, class.grade, class.shift
            ORDER BY study_group.id, class.grade DESC, class.shift DESC
            """
        ) { found[$0.integer(0)] = ($0.int(1), $0.int(2)) }
        return found
    }

    static func rows(from: Day, year: Int, school: Int64, in connection: Connection) throws -> [PublishedRow] {
        try connection.all(
            """
            SELECT lesson.id, lesson.page_id, lesson.day, lesson.number, lesson.start_minute, lesson.end_minute,
                lesson.room, lesson.is_cancelled, lesson.origin,
                lesson.is_touched = 1
                    OR EXISTS (SELECT 1 FROM entry WHERE entry.school_id = lesson.school_id
                        AND entry.lesson_id = lesson.id)
                    OR EXISTS (SELECT 1 FROM substitution WHERE substitution.school_id = lesson.school_id
                        AND substitution.lesson_id = lesson.id AND substitution.withdrawn_at = 0)
                    OR EXISTS (SELECT 1 FROM own_homework WHERE own_homework.school_id = lesson.school_id
                        AND own_homework.lesson_id = lesson.id)
                    OR EXISTS (SELECT 1 FROM remark WHERE remark.school_id = lesson.school_id
                        AND remark.lesson_id = lesson.id),
                coalesce((SELECT lesson_change.kind FROM lesson_change
                    WHERE lesson_change.school_id = lesson.school_id AND lesson_change.lesson_id = lesson.id
                    ORDER BY lesson_change.id DESC LIMIT 1), ''),
                EXISTS (SELECT 1 FROM substitution WHERE substitution.school_id = lesson.school_id
                    AND substitution.lesson_id = lesson.id)
            FROM lesson
            WHERE lesson.school_id = \(school) AND lesson.day >= \(from.description)
                AND lesson.day <= \(SchoolCalendar.lastDay(of: year).description)
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """
        ) { row in
            PublishedRow(
                id: row.integer(0), page: row.integer(1), day: Day(row.text(2)) ?? .forever, number: row.int(3),
                start: ClockTime(minutes: row.int(4)), end: ClockTime(minutes: row.int(5)), room: row.text(6),
                isTouched: row.bool(9), isCancelled: row.bool(7), wasMovedByHand: row.text(8) != "timetable",
                lastChange: row.text(10), hasHistory: !row.text(10).isEmpty || row.bool(11))
        }
    }

    /// The hours of the timetable from which lessons were moved away by hand: the first place of each. A lesson that
    /// had no place in the timetable any more has left nothing behind.
    static func vacated(from: Day, school: Int64, in connection: Connection) throws -> [Vacated] {
        var seen: Set<Int64> = []
        var places: [Vacated] = []
        try connection.each(
            """
            SELECT lesson.id, lesson.page_id, lesson_change.kind, lesson_change.from_day, lesson_change.from_start
            FROM lesson_change
            JOIN lesson ON lesson.school_id = lesson_change.school_id AND lesson.id = lesson_change.lesson_id
            WHERE lesson_change.school_id = \(school) AND lesson.origin = 'moved'
                AND (lesson_change.kind = 'unplaced'
                    OR lesson_change.kind = 'moved' AND lesson_change.reason NOT IN ('timetable', 'calendar'))
            ORDER BY lesson_change.id
            """
        ) { row in
            guard seen.insert(row.integer(0)).inserted, row.text(2) == "moved", let day = Day(row.text(3)), day >= from
            else { return }
            places.append(Vacated(page: row.integer(1), day: day, start: row.int(4)))
        }
        return places
    }

    static func markPublished(_ version: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE timetable_version SET published_at = \(writing.instant), published_by = \(writing.author.person)
            WHERE school_id = \(writing.school) AND id = \(version)
            """)
    }
}
