import SchoolRules
import Store

/// Written work that was not checked within its days: no day of checking, and no mark.
struct UncheckedWork: Sendable {
    let lesson, page, classID: Int64
    let className: ClassName?
    let groupName: String
    let subject: Names
    let day: Day
    let kind: Int
    /// The last day for checking.
    private(set) var due = Day.forever
    private(set) var teachers: [Teacher] = []

    struct Teacher: Sendable {
        let id: Int64
        let name: PersonName
    }

    /// What is past its day, the oldest first; of one person's pages, or of the school.
    static func all(by person: Int64?, since first: Day, on today: Day, school: Int64, in connection: Connection)
        throws -> [UncheckedWork]
    {
        let written = SchoolFacts.writtenKinds.sorted().map { Int64($0) }
        let only: SQL =
            person.map { id in
                """
                AND lesson.page_id IN (SELECT own.page_id FROM load AS own
                    WHERE own.school_id = \(school) AND own.teacher_id = \(id)
                        AND own.from_day <= \(today.description) AND own.to_day >= \(today.description))
                """
            } ?? ""
        // The first conditions are those of the index `lesson_unchecked`, word by word.
        let lessons = try connection.all(
            """
            SELECT lesson.id, lesson.page_id, page.class_id, coalesce(class.grade, -1), coalesce(class.letter, ''),
                study_group.name, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en, lesson.day,
                lesson.kind_id
            FROM lesson
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE lesson.school_id = \(school) AND lesson.day >= \(first.description)
                AND lesson.day < \(today.description) AND lesson.is_cancelled = 0
                AND lesson.checked_on = '' AND lesson.kind_id > 1 AND lesson.kind_id IN \(list: written)
                AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.school_id = lesson.school_id
                    AND entry.lesson_id = lesson.id AND entry.slot > 0 AND entry.value <> ''
                    AND substr(entry.value, 1, 1) <> '•')
                \(only)
            ORDER BY lesson.day, lesson.start_minute, lesson.id LIMIT 500
            """, UncheckedWork.init)
        let late = try settled(lessons, school: school, in: connection).filter { $0.due < today }
        return try named(late, on: today, school: school, in: connection)
    }

    /// With the last day for checking. Mostly nothing waits, and then nothing is asked about days.
    private static func settled(_ works: [UncheckedWork], school: Int64, in connection: Connection) throws
        -> [UncheckedWork]
    {
        guard !works.isEmpty else { return [] }
        let days = try CheckingDays(school: school, in: connection).days
        let usual = try SchoolFacts.deadlines(school: school, in: connection).writtenMark.limit.wholeDays
        return works.map { work in
            var work = work
            work.due = work.day.adding(days[work.kind] ?? usual)
            return work
        }
    }

    private static func named(
        _ works: [UncheckedWork], on today: Day, school: Int64, in connection: Connection
    ) throws -> [UncheckedWork] {
        guard !works.isEmpty else { return [] }
        var teachers: [Int64: [Teacher]] = [:]
        try connection.each(
            """
            SELECT load.page_id, person.id, person.surname, person.given, person.patronymic FROM load
            JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE load.school_id = \(school) AND load.page_id IN \(list: Set(works.map(\.page)).sorted())
                AND load.from_day <= \(today.description) AND load.to_day >= \(today.description)
            ORDER BY load.page_id, person.sort_key, person.id
            """
        ) { row in
            let name = PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4))
            teachers[row.integer(0), default: []].append(Teacher(id: row.integer(1), name: name))
        }
        return works.map { work in
            var work = work
            work.teachers = teachers[work.page] ?? []
            return work
        }
    }

    private init(_ row: Row) {
        lesson = row.integer(0)
        page = row.integer(1)
        classID = row.integer(2)
        className = row.int(3) < 0 ? nil : ClassName(grade: row.int(3), letter: row.text(4))
        groupName = row.text(5)
        subject = Names(ky: row.text(6), ru: row.text(7), kk: row.text(8), en: row.text(9))
        day = Day(row.text(10)) ?? .forever
        kind = row.int(11)
    }
}

extension Limit {
    /// The calendar days it gives, as far as days are counted.
    fileprivate var wholeDays: Int {
        switch self {
        case .sameDay: 0
        case .nextDay: 1
        case .days(let days): days
        case .weekly: 7
        }
    }
}
