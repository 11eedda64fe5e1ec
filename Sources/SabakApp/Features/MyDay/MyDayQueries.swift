import SchoolRules
import Store
import Web

/// A lesson of somebody's day.
struct MyLesson: Sendable {
    let row: LessonRow
    let className: ClassName?
    let group: String
    let subject: Names
    /// Whether the page is the person's own on the day of the lesson; else it is a substitution.
    let isOwn: Bool
    let mayWrite: Bool

    func place(_ language: Language) -> String { LessonWords.place(className, group: group, language) }
}

/// The questions of a teacher's day. Their number does not grow with the lessons.
enum MyDayQueries {
    /// The lessons of a person from one day to another: by load, and by substitution.
    static func lessons(of visit: Visit, from: Day, to: Day, in connection: Connection) throws -> [MyLesson] {
        let (school, me) = (visit.school.id, visit.person.id)
        let (first, last) = (from.description, to.description)
        return try connection.all(
            """
            \(select(visit))
            WHERE lesson.school_id = \(school) AND lesson.id IN (
                SELECT taught.id FROM load
                JOIN lesson AS taught ON taught.school_id = load.school_id AND taught.page_id = load.page_id
                    AND taught.day >= load.from_day AND taught.day <= load.to_day
                WHERE load.school_id = \(school) AND load.teacher_id = \(me) AND taught.day >= \(first)
                    AND taught.day <= \(last)
                UNION SELECT stood.lesson_id FROM substitution AS stood
                JOIN lesson AS other ON other.school_id = stood.school_id AND other.id = stood.lesson_id
                WHERE stood.school_id = \(school) AND stood.substitute_id = \(me) AND stood.withdrawn_at = 0
                    AND other.day >= \(first) AND other.day <= \(last))
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """, lesson)
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
        let (school, me, today) = (visit.school.id, visit.person.id, visit.today.description)
        let september = "\(visit.year)-09-01"
        let earliest = visit.today.adding(-7).description
        return try connection.all(
            """
            \(select(visit))
            WHERE lesson.school_id = \(school) AND lesson.is_cancelled = 0 AND lesson.id IN (
                SELECT taught.id FROM load
                JOIN lesson AS taught ON taught.school_id = load.school_id AND taught.page_id = load.page_id
                    AND taught.day >= load.from_day AND taught.day <= load.to_day
                WHERE load.school_id = \(school) AND load.teacher_id = \(me) AND load.to_day >= \(today)
                    AND taught.day >= \(september) AND taught.day < \(day.description)
                    AND (taught.topic = '' OR taught.roll_at = 0 OR (taught.homework = '' AND taught.no_homework = 0))
                    AND NOT EXISTS (SELECT 1 FROM substitution AS stood
                        WHERE stood.school_id = taught.school_id AND stood.lesson_id = taught.id
                            AND stood.substitute_id <> \(me) AND stood.withdrawn_at = 0 AND taught.day >= \(earliest))
                UNION SELECT stood.lesson_id FROM substitution AS stood
                JOIN lesson AS other ON other.school_id = stood.school_id AND other.id = stood.lesson_id
                WHERE stood.school_id = \(school) AND stood.substitute_id = \(me) AND stood.withdrawn_at = 0
                    AND other.day >= \(earliest) AND other.day < \(day.description)
                    AND (other.topic = '' OR other.roll_at = 0 OR (other.homework = '' AND other.no_homework = 0)))
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """, lesson)
    }

    private static func select(_ visit: Visit) -> SQL {
        let today = visit.today.description
        let earliest = visit.today.adding(-7).description
        return """
            SELECT \(LessonRow.columns), coalesce(class.grade, 0), coalesce(class.letter, ''), study_group.name,
                subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
                EXISTS (SELECT 1 FROM load AS own WHERE own.school_id = lesson.school_id
                    AND own.page_id = lesson.page_id AND own.teacher_id = \(visit.person.id)
                    AND own.from_day <= lesson.day AND own.to_day >= lesson.day),
                EXISTS (SELECT 1 FROM load AS now WHERE now.school_id = lesson.school_id
                    AND now.page_id = lesson.page_id AND now.teacher_id = \(visit.person.id)
                    AND now.from_day <= \(today) AND now.to_day >= \(today))
                OR (substitution.substitute_id = \(visit.person.id) AND lesson.day >= \(earliest))
            FROM \(LessonRow.tables)
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            """
    }

    private static func lesson(_ row: Row) -> MyLesson {
        let next = LessonRow.columnCount
        let grade = row.int(next)
        return MyLesson(
            row: LessonRow(row), className: grade == 0 ? nil : ClassName(grade: grade, letter: row.text(next + 1)),
            group: row.text(next + 2),
            subject: Names(
                ky: row.text(next + 3), ru: row.text(next + 4), kk: row.text(next + 5), en: row.text(next + 6)),
            isOwn: row.bool(next + 7), mayWrite: row.bool(next + 8))
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
