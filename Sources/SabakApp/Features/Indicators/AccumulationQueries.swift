import SchoolRules
import Store

/// How many marks and lessons the students of pages have in a period: aggregates, never single marks.
struct AccumulationFacts: Sendable {
    struct Place: Hashable, Sendable {
        let subject, student: Int64
    }

    struct Seat: Hashable, Sendable {
        let page, student: Int64
    }

    struct Page: Sendable {
        let subject: Int64
        /// Hundredths of an hour a week.
        let hours: Int
        /// The subject's code in the catalogue.
        let code: String
        let grade: Int
    }

    let pages: [Int64: Page]
    /// Marks by kind of work, over all pages of the subject.
    let marks: [Place: [Int: Int]]
    let lessons: [Seat: Int]
    let missed: [Seat: Int]
    /// Who is freed from a subject for the period.
    let exempt: Set<Place>
    /// Marks of former schools by kind of work.
    let brought: [Place: [Int: Int]]

    /// Of no pages.
    static let none = AccumulationFacts(
        pages: [:], marks: [:], lessons: [:], missed: [:], exempt: [], brought: [:])

    static func read(
        pages ids: [Int64], from: Day, to: Day, on today: Day, year: Int, school: Int64, in connection: Connection
    ) throws -> AccumulationFacts {
        let last = min(to, today)
        let pages = try pages(year: year, school, connection)
        return AccumulationFacts(
            pages: pages, marks: try marks(ids, from, last, today, pages, school, connection),
            lessons: try lessons(ids, from, last, school, connection),
            missed: try missed(ids, from, last, school, connection),
            exempt: try exempt(ids, from, to, school, connection),
            brought: try brought(ids, from, last, pages, school, connection))
    }

    private static func pages(year: Int, _ school: Int64, _ connection: Connection) throws -> [Int64: Page] {
        let rows = try connection.all(
            """
            SELECT page.id, page.hours, subject.code, subject.id, \(CellQueries.gradeOfPage) FROM page
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(school) AND page.year = \(year) ORDER BY page.id
            """
        ) { row in
            let (subject, hours, code) = (row.integer(3), row.int(1), row.text(2))
            return (row.integer(0), Page(subject: subject, hours: hours, code: code, grade: row.int(4)))
        }
        return Dictionary(rows) { first, _ in first }
    }

    private static func marks(
        _ ids: [Int64], _ from: Day, _ to: Day, _ today: Day, _ pages: [Int64: Page], _ school: Int64,
        _ connection: Connection
    ) throws -> [Place: [Int: Int]] {
        var found: [Place: [Int: Int]] = [:]
        try connection.each(
            """
            SELECT page.subject_id, entry.student_id, entry.kind_id, count(*) FROM page
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
            WHERE page.school_id = \(school) AND page.id IN \(list: ids) AND entry.slot > 0 AND entry.value <> ''
                AND substr(entry.value, 1, 1) <> '•'
            GROUP BY page.subject_id, entry.student_id, entry.kind_id
            ORDER BY page.subject_id, entry.student_id, entry.kind_id
            """
        ) { row in
            let place = Place(subject: row.integer(0), student: row.integer(1))
            found[place, default: [:]][max(row.int(2), 1), default: 0] += row.int(3)
        }
        let debts = try DebtReading(.school, on: today, school: school, in: connection)
        guard debts.rule.turns else { return found }
        for (place, kind) in try turned(ids, from, to, debts, pages, school, connection) {
            found[place, default: [:]][max(kind, 1), default: 0] += 1
        }
        return found
    }

    /// A debt is no mark, until it has turned into one. Debts are few: each is read as every page reads it.
    private static func turned(
        _ ids: [Int64], _ from: Day, _ to: Day, _ debts: DebtReading, _ pages: [Int64: Page], _ school: Int64,
        _ connection: Connection
    ) throws -> [(Place, Int)] {
        try connection.all(
            """
            SELECT lesson.page_id, entry.student_id, entry.kind_id, entry.value, lesson.day FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
            WHERE lesson.school_id = \(school) AND lesson.page_id IN \(list: ids)
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
                AND entry.slot > 0 AND substr(entry.value, 1, 1) = '•'
            ORDER BY lesson.page_id, entry.student_id, lesson.day, lesson.id, entry.slot
            """
        ) { row -> (Place, Int)? in
            guard let page = pages[row.integer(0)], let day = Day(row.text(4)) else { return nil }
            let standing = debts.narrowed(to: page.grade).standing(row.text(3), of: day)
            guard Scale.fivePointWithOne.value(standing) != nil else { return nil }
            return (Place(subject: page.subject, student: row.integer(1)), row.int(2))
        }.compactMap { $0 }
    }

    /// Newcomers are few: their marks are read one by one.
    private static func brought(
        _ ids: [Int64], _ from: Day, _ to: Day, _ pages: [Int64: Page], _ school: Int64, _ connection: Connection
    ) throws -> [Place: [Int: Int]] {
        var found: [Place: [Int: Int]] = [:]
        for mark in try TransferredMark.all(on: ids, school: school, in: connection) {
            guard let day = mark.day, from <= day, day <= to, let page = pages[mark.page] else { continue }
            found[Place(subject: page.subject, student: mark.student), default: [:]][mark.kind, default: 0] += 1
        }
        return found
    }

    private static func lessons(
        _ ids: [Int64], _ from: Day, _ to: Day, _ school: Int64, _ connection: Connection
    ) throws -> [Seat: Int] {
        var found: [Seat: Int] = [:]
        try connection.each(
            """
            SELECT lesson.page_id, enrolment.student_id, count(*) FROM lesson
            JOIN enrolment ON enrolment.school_id = lesson.school_id AND enrolment.group_id = lesson.group_id
                AND enrolment.from_day <= lesson.day AND enrolment.to_day >= lesson.day
            WHERE lesson.school_id = \(school) AND lesson.page_id IN \(list: ids) AND lesson.is_cancelled = 0
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
            GROUP BY lesson.page_id, enrolment.student_id ORDER BY lesson.page_id, enrolment.student_id
            """
        ) { found[Seat(page: $0.integer(0), student: $0.integer(1))] = $0.int(2) }
        return found
    }

    private static func missed(
        _ ids: [Int64], _ from: Day, _ to: Day, _ school: Int64, _ connection: Connection
    ) throws -> [Seat: Int] {
        var found: [Seat: Int] = [:]
        try connection.each(
            """
            SELECT lesson.page_id, entry.student_id, count(*) FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id AND entry.slot = 0
                AND entry.value IN \(MissedLessons.values(of: school))
            WHERE lesson.school_id = \(school) AND lesson.page_id IN \(list: ids) AND lesson.is_cancelled = 0
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
            GROUP BY lesson.page_id, entry.student_id ORDER BY lesson.page_id, entry.student_id
            """
        ) { found[Seat(page: $0.integer(0), student: $0.integer(1))] = $0.int(2) }
        return found
    }

    /// Few are exempt: only their subjects are looked at day by day.
    private static func exempt(
        _ ids: [Int64], _ from: Day, _ to: Day, _ school: Int64, _ connection: Connection
    ) throws -> Set<Place> {
        let stays = try Exemption.all(from: from, to: to, school: school, in: connection)
        guard !stays.isEmpty else { return [] }
        var days: [Place: [String]] = [:]
        try connection.each(
            """
            SELECT page.subject_id, enrolment.student_id, lesson.day FROM page
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id AND lesson.is_cancelled = 0
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
            JOIN enrolment ON enrolment.school_id = lesson.school_id AND enrolment.group_id = lesson.group_id
                AND enrolment.from_day <= lesson.day AND enrolment.to_day >= lesson.day
            WHERE page.school_id = \(school) AND page.id IN \(list: ids)
                AND page.subject_id IN \(list: stays.keys.sorted())
                AND enrolment.student_id IN \(list: Set(stays.values.flatMap(\.keys)).sorted())
            ORDER BY page.subject_id, enrolment.student_id, lesson.day
            """
        ) { days[Place(subject: $0.integer(0), student: $0.integer(1)), default: []].append($0.text(2)) }
        return Set(
            days.filter { place, lessons in
                Exemption.holds(lessons, stays[place.subject]?[place.student] ?? [])
            }.keys)
    }
}
