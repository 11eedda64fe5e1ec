import SchoolRules
import Store
import Web

/// A lesson of somebody's day.
struct MyLesson: Sendable {
    let row: LessonRow
    let spot: PageSpot
    /// Whether the page is the person's own on the day of the lesson; else it is a substitution.
    let isOwn: Bool
    let mayWrite: Bool

    var className: ClassName? { spot.className }
    var group: String { spot.group }
    var subject: Names { spot.subject }

    func place(_ language: Language) -> String { LessonWords.place(className, group: group, language) }
}

/// The questions of a teacher's day. Their number does not grow with the lessons.
enum MyDayQueries {
    /// The lessons of a person from one day to another: by load, and by substitution.
    static func lessons(of visit: Visit, from: Day, to: Day, in connection: Connection) throws -> [MyLesson] {
        let work = try MyWork(of: visit, in: connection)
        let (first, last) = (from.description, to.description)
        let only: SQL = "lesson.day >= \(first) AND lesson.day <= \(last)"
        let rows = try rows(
            work.pages(from: from, to: to), only, and: work.stood { from <= $0 && $0 <= to }, visit.school.id,
            in: connection)
        return try work.named(rows.filter { work.taught($0) || work.stoodIn[$0.id] != nil }, in: connection)
    }

    /// The lessons of some pages as far as `only` says, and others by their ids, in order.
    private static func rows(
        _ pages: [Int64], _ only: SQL, and ids: [Int64], _ school: Int64, in connection: Connection
    ) throws -> [LessonRow] {
        let others: SQL = ids.isEmpty ? "" : "OR lesson.id IN \(list: ids)"
        return try connection.all(
            """
            SELECT \(LessonRow.columns) FROM \(LessonRow.tables)
            WHERE lesson.school_id = \(school)
                AND (lesson.page_id IN \(list: DiaryWeekQueries.padded(pages)) AND \(only) \(others))
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """, LessonRow.init)
    }

    /// How many cells and final marks were changed under somebody's name.
    static func changes(
        by person: Int64, from first: Int64, before last: Int64, school: Int64, in connection: Connection
    ) throws -> Int {
        try connection.count(
            """
            SELECT count(*) FROM audit
            WHERE school_id = \(school) AND actor = \(person) AND at >= \(first) AND at < \(last)
                AND action IN ('cell.set', 'final.set')
            """)
    }

    /// What the person still has to record from the days before, the oldest first.
    ///
    /// A lesson that somebody else took is owed by that person as long as the right to write it lasts.
    static func debts(of visit: Visit, before day: Day, in connection: Connection) throws -> [MyLesson] {
        let work = try MyWork(of: visit, in: connection)
        let september = "\(visit.year)-09-01"
        // The condition is that of the index `lesson_owed`, word by word.
        let open: SQL = """
            lesson.day >= \(september) AND lesson.day < \(day.description) AND lesson.is_cancelled = 0
            AND (lesson.topic = '' OR lesson.roll_at = 0 OR lesson.homework = '' AND lesson.no_homework = 0)
            """
        let rows = try rows(
            work.pages(from: visit.today, to: .forever), open,
            and: work.stood { work.earliest <= $0 && $0 < day }, visit.school.id, in: connection)
        let owed = rows.filter { row in
            if work.stoodIn[row.id] != nil { return !row.isCancelled && !row.missing.isEmpty }
            let isTaken = row.substituteID != 0 && row.substituteID != visit.person.id && row.day >= work.earliest
            return work.taught(row) && !isTaken
        }
        return try work.named(owed, in: connection)
    }

    /// Why lessons were cancelled, moved or added, the last reason of each.
    static func reasons(of lessons: [Int64], school: Int64, in connection: Connection) throws -> [Int64: String] {
        guard !lessons.isEmpty else { return [:] }
        let rows = try connection.all(
            """
            SELECT lesson_id, reason FROM lesson_change
            WHERE school_id = \(school) AND lesson_id IN \(list: lessons) ORDER BY at, id
            """
        ) { ($0.integer(0), $0.text(1)) }
        return Dictionary(rows, uniquingKeysWith: { _, last in last })
    }

    /// Whose lessons these are: the teachers of the pages on a day.
    static func teachers(of pages: [Int64], on day: Day, school: Int64, in connection: Connection) throws
        -> [Int64: [PersonName]]
    {
        try connection.fact("teachers \(day) \(pages)") {
            guard !pages.isEmpty else { return [:] }
            var teachers: [Int64: [PersonName]] = [:]
            try connection.each(
                """
                SELECT load.page_id, person.surname, person.given, person.patronymic
                FROM load JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
                WHERE load.school_id = \(school) AND load.page_id IN \(list: pages)
                    AND load.from_day <= \(day.description) AND load.to_day >= \(day.description)
                ORDER BY load.page_id, person.sort_key, person.id
                """
            ) { row in
                teachers[row.integer(0), default: []].append(
                    PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)))
            }
            return teachers
        }
    }
}
