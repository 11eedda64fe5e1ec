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
    let due: Day
    let teachers: [Teacher]

    struct Teacher: Sendable {
        let id: Int64
        let name: PersonName
    }

    /// What is past its day, the oldest first; of one person's pages, or of the school.
    static func all(by person: Int64?, since first: Day, on today: Day, school: Int64, in connection: Connection)
        throws -> [UncheckedWork]
    {
        let written = try SchoolFacts.kindsOfWork(school: school, in: connection).filter(\.isWritten).map(\.id)
        let days = try CheckingDays(school: school, in: connection).days
        let usual = try SchoolFacts.deadlines(school: school, in: connection).writtenMark.limit.wholeDays
        let least = ([usual] + days.values).min() ?? usual
        let only: SQL =
            person.map { id in
                """
                AND lesson.page_id IN (SELECT own.page_id FROM load AS own
                    WHERE own.school_id = \(school) AND own.teacher_id = \(id)
                        AND own.from_day <= \(today.description) AND own.to_day >= \(today.description))
                """
            } ?? ""
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
                AND lesson.day < \(today.adding(-least).description) AND lesson.is_cancelled = 0
                AND lesson.checked_on = '' AND lesson.kind_id IN \(list: written.map { Int64($0) })
                AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.school_id = lesson.school_id
                    AND entry.lesson_id = lesson.id AND entry.slot > 0 AND entry.value <> ''
                    AND substr(entry.value, 1, 1) <> '•')
                \(only)
            ORDER BY lesson.day, lesson.start_minute, lesson.id LIMIT 500
            """
        ) { row in UncheckedWork(row, days: days, usual: usual) }
        .filter { $0.due < today }
        return try named(lessons, on: today, school: school, in: connection)
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
        return works.map { UncheckedWork($0, teachers: teachers[$0.page] ?? []) }
    }

    private init(_ row: Row, days: [Int: Int], usual: Int) {
        lesson = row.integer(0)
        page = row.integer(1)
        classID = row.integer(2)
        className = row.int(3) < 0 ? nil : ClassName(grade: row.int(3), letter: row.text(4))
        groupName = row.text(5)
        subject = Names(ky: row.text(6), ru: row.text(7), kk: row.text(8), en: row.text(9))
        let day = Day(row.text(10)) ?? .forever
        let kind = row.int(11)
        self.day = day
        self.kind = kind
        due = day.adding(days[kind] ?? usual)
        teachers = []
    }

    private init(_ work: UncheckedWork, teachers: [Teacher]) {
        lesson = work.lesson
        page = work.page
        classID = work.classID
        className = work.className
        groupName = work.groupName
        subject = work.subject
        day = work.day
        kind = work.kind
        due = work.due
        self.teachers = teachers
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
