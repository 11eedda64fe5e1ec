import SchoolRules
import Store

/// What final marks are read from, each asked once for a whole page.
enum FinalQueries {
    struct PageFacts: Sendable, Equatable {
        let subject: Int64
        /// The subject's code in the catalogue.
        let code: String
        /// Hundredths.
        let hours: Int
    }

    struct Member: Sendable {
        let id: Int64
        let name: PersonName
        let stays: [Stay]
    }

    /// A mark with the day of its lesson.
    struct MarkRow: Sendable {
        let day: Day
        /// As it stands on the day somebody looks.
        let mark: StoredMark
        /// The day the work is due, where the student owes it.
        var due: Day?
    }

    static func facts(of page: Int64, school: Int64, in connection: Connection) throws -> PageFacts? {
        try connection.fact("facts \(page)") {
            try connection.first(
                """
                SELECT subject.id, subject.code, page.hours FROM page
                JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
                WHERE page.school_id = \(school) AND page.id = \(page)
                """
            ) { PageFacts(subject: $0.integer(0), code: $0.text(1), hours: $0.int(2)) }
        }
    }

    /// What a teacher says of a student in words; empty where nothing is said.
    static func words(
        of student: Int64, on page: Int64, period: String, school: Int64, in connection: Connection
    ) throws -> String {
        try connection.first(
            """
            SELECT content FROM characteristic
            WHERE school_id = \(school) AND page_id = \(page) AND period = \(period) AND student_id = \(student)
            """
        ) { $0.text(0) } ?? ""
    }

    static func terms(year: Int, school: Int64, in connection: Connection) throws -> [FinalTerm] {
        try connection.all(
            """
            SELECT id, number, kind, grade_from, grade_to, from_day, to_day, closed_at, closed_by FROM term
            WHERE school_id = \(school) AND year = \(year) ORDER BY from_day, grade_from, id
            """
        ) { row in
            FinalTerm(
                id: row.integer(0), number: row.int(1), kind: TermKind(rawValue: row.text(2)) ?? .quarter,
                gradeFrom: row.int(3), gradeTo: row.int(4), from: Day(row.text(5)) ?? .forever,
                to: Day(row.text(6)) ?? .forever, closedAt: row.integer(7), closedBy: row.integer(8))
        }
    }

    /// Who is in a group on a day, in the order of the register, with all stays; of these classes only, if named.
    static func members(
        of group: Int64, on day: Day, classes: Set<Int64>?, school: Int64, in connection: Connection
    ) throws -> [Member] {
        let only: SQL =
            classes.map { classes in
                """
                AND enrolment.student_id IN (SELECT pupil.student_id FROM enrolment AS pupil
                    WHERE pupil.school_id = \(school) AND pupil.group_id IN \(list: classes.sorted()))
                """
            } ?? ""
        var members: [Member] = []
        try connection.each(
            """
            SELECT person.id, person.surname, person.given, person.patronymic, enrolment.from_day, enrolment.to_day
            FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(group) \(only)
            ORDER BY person.sort_key, person.id, enrolment.from_day
            """
        ) { row in
            let stay = Stay(from: row.text(4), to: row.text(5))
            let known = members.last?.id == row.integer(0) ? members.removeLast().stays : []
            members.append(
                Member(
                    id: row.integer(0),
                    name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                    stays: known + [stay]))
        }
        return members.filter { member in member.stays.contains { $0.contains(day.description) } }
    }

    /// Marks of these students on these pages, in order of time.
    /// - Parameter pages: with the scale of each.
    static func marks(
        on pages: [Int64: String], students: [Int64], from: Day, to: Day, debts: DebtReading, school: Int64,
        in connection: Connection
    ) throws -> [Int64: [MarkRow]] {
        var marks: [Int64: [MarkRow]] = [:]
        try connection.each(
            """
            SELECT entry.student_id, lesson.page_id, lesson.day, entry.value, entry.kind_id, entry.weight,
                entry.maximum, entry.scale
            FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
            WHERE lesson.school_id = \(school) AND lesson.page_id IN \(list: pages.keys.sorted())
                AND lesson.day BETWEEN \(from.description) AND \(to.description)
                AND entry.student_id IN \(list: students) AND entry.slot > 0 AND entry.value <> ''
            ORDER BY lesson.day, lesson.start_minute, lesson.id, entry.student_id, entry.slot
            """
        ) { row in
            guard let day = Day(row.text(2)) else { return }
            let mark = StoredMark(
                value: debts.standing(row.text(3), of: day), page: pages[row.integer(1)] ?? Scale.none.id,
                own: row.text(7),
                kind: row.int(4), weight: row.int(5), maximum: row.int(6))
            marks[row.integer(0), default: []].append(
                MarkRow(day: day, mark: mark, due: debts.debt(row.text(3), of: day)?.due))
        }
        return marks
    }

    /// How many lessons of these pages each student missed.
    static func missed(
        on pages: [Int64], students: [Int64], from: Day, to: Day, school: Int64, in connection: Connection
    ) throws -> [Int64: Int] {
        var missed: [Int64: Int] = [:]
        try connection.each(
            """
            SELECT entry.student_id, count(*) FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id AND entry.slot = 0
                AND entry.value IN \(MissedLessons.values(of: school))
            WHERE lesson.school_id = \(school) AND lesson.page_id IN \(list: pages) AND lesson.is_cancelled = 0
                AND lesson.day BETWEEN \(from.description) AND \(to.description)
                AND entry.student_id IN \(list: students)
            GROUP BY entry.student_id ORDER BY entry.student_id
            """
        ) { missed[$0.integer(0)] = $0.int(1) }
        return missed
    }

    /// The days of lessons of these pages that were not cancelled.
    static func lessonDays(
        of pages: [Int64], from: Day, to: Day, school: Int64, in connection: Connection
    ) throws -> [Int64: [String]] {
        var days: [Int64: [String]] = [:]
        try connection.each(
            """
            SELECT page_id, day FROM lesson
            WHERE school_id = \(school) AND page_id IN \(list: pages) AND is_cancelled = 0
                AND day BETWEEN \(from.description) AND \(to.description)
            ORDER BY page_id, day
            """
        ) { days[$0.integer(0), default: []].append($0.text(1)) }
        return days
    }

    /// What stands for these students on these pages, by page, student and period.
    static func standing(
        on pages: [Int64], students: [Int64], school: Int64, in connection: Connection
    ) throws -> [Int64: [Int64: [FinalKey: StandingFinal]]] {
        var found: [Int64: [Int64: [FinalKey: StandingFinal]]] = [:]
        try connection.each(
            """
            SELECT page_id, student_id, period, value, scale, proposed, expected, reason, previous, changed_at,
                entered_by, version
            FROM final_mark
            WHERE school_id = \(school) AND page_id IN \(list: pages) AND student_id IN \(list: students)
            ORDER BY page_id, period, student_id
            """
        ) { row in
            guard let key = FinalKey(row.text(2)) else { return }
            found[row.integer(0), default: [:]][row.integer(1), default: [:]][key] = StandingFinal(row, from: 3)
        }
        return found
    }

    /// Final marks of terms and the year before, in a subject: the last grades look back over two years.
    static func earlier(
        subject: Int64, before year: Int, students: [Int64], school: Int64, in connection: Connection
    ) throws -> [Int64: [FinalMark]] {
        var found: [Int64: [FinalMark]] = [:]
        try connection.each(
            """
            SELECT final_mark.student_id, final_mark.value, final_mark.scale FROM final_mark
            JOIN page ON page.school_id = final_mark.school_id AND page.id = final_mark.page_id
            WHERE final_mark.school_id = \(school) AND final_mark.student_id IN \(list: students)
                AND page.subject_id = \(subject) AND page.year = \(year - 1) AND final_mark.value <> ''
                AND final_mark.period NOT IN ('exam', 'final')
            ORDER BY final_mark.student_id, final_mark.period
            """
        ) { row in
            guard let mark = FinalMark(row.text(1), scale: SchoolFacts.scale(row.text(2))) else { return }
            found[row.integer(0), default: []].append(mark)
        }
        return found
    }

    /// Writes a final mark, if it still has the version it was decided on.
    static func keep(
        _ final: StandingFinal, _ key: FinalKey, page: Int64, student: Int64, over version: Int64, in writing: Writing
    ) throws -> Bool {
        try writing.connection.first(
            """
            INSERT INTO final_mark (school_id, page_id, period, student_id, value, scale, proposed, expected, reason,
                previous, changed_at, entered_at, entered_by, version)
            VALUES (\(writing.school), \(page), \(key.stored), \(student), \(final.value), \(final.scale),
                \(final.proposed), \(final.expected), \(final.reason), \(final.previous), \(final.changedAt),
                \(writing.instant), \(final.by), \(final.version))
            ON CONFLICT (school_id, page_id, period, student_id) DO UPDATE SET value = excluded.value,
                scale = excluded.scale, proposed = excluded.proposed, expected = excluded.expected,
                reason = excluded.reason, previous = excluded.previous, changed_at = excluded.changed_at,
                entered_by = excluded.entered_by, version = excluded.version
            WHERE final_mark.version = \(version)
            RETURNING version
            """
        ) { $0.integer(0) } != nil
    }
}

extension StandingFinal {
    /// From value, scale, proposed, expected, reason, previous, changed_at, entered_by and version.
    init(_ row: Row, from first: Int) {
        self.init(
            value: row.text(first), scale: row.text(first + 1), proposed: row.text(first + 2),
            expected: row.text(first + 3), reason: row.text(first + 4), previous: row.text(first + 5),
            changedAt: row.integer(first + 6), by: row.integer(first + 7), version: row.integer(first + 8))
    }
}
