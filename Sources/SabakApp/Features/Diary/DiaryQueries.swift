import SchoolRules
import Store
import Web

/// A child of the visitor, for switching between them.
struct DiaryChild: Sendable, Equatable {
    let id: Int64
    let name: PersonName
    let className: ClassName
    /// How many marks are new since the visitor was here last.
    var news = 0
}

/// A mark that was set, changed or withdrawn since the visitor was here last.
struct NewMark: Sendable {
    let subject: String
    let day: Day
    let mark: DiaryMark
}

/// The term a day lies in, as far as the diary names it.
struct DiaryTerm: Sendable, Equatable {
    let number: Int
    let kind: TermKind
    let from, to: Day

    func week(of day: Day) -> Int { day.monday.days(since: from.monday) / 7 + 1 }
}

/// The questions of the diary that are not about lessons.
enum DiaryQueries {
    /// The children of a parent, in the order of names.
    static func children(of visit: Visit, in connection: Connection) throws -> [DiaryChild] {
        try connection.fact("children \(visit.person.id) \(visit.today)") {
            let (school, today) = (visit.school.id, visit.today.description)
            return try connection.all(
                """
                SELECT person.id, person.surname, person.given, person.patronymic, class.grade, class.letter
                FROM guardian
                JOIN person ON person.school_id = guardian.school_id AND person.id = guardian.student_id
                JOIN class ON class.school_id = guardian.school_id AND class.id = (SELECT enrolment.group_id
                    FROM enrolment
                    JOIN class AS home ON home.school_id = enrolment.school_id AND home.id = enrolment.group_id
                    WHERE enrolment.school_id = guardian.school_id AND enrolment.student_id = guardian.student_id
                    ORDER BY CASE WHEN enrolment.from_day <= \(today) THEN 0 ELSE 1 END, enrolment.from_day DESC
                    LIMIT 1)
                WHERE guardian.school_id = \(school) AND guardian.guardian_id = \(visit.person.id)
                    AND guardian.to_day >= \(today) AND guardian.confirmed_at > 0
                    AND \(FinderQueries.isRead("guardian.student_id", school: school, on: visit.today))
                ORDER BY person.sort_key, person.id
                """
            ) { row in
                DiaryChild(
                    id: row.integer(0),
                    name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                    className: ClassName(grade: row.int(4), letter: row.text(5)))
            }
        }
    }

    /// The same with what is new of each, where there is more than one to choose from.
    static func childrenWithNews(of visit: Visit, in connection: Connection) throws -> [DiaryChild] {
        var children = try children(of: visit, in: connection)
        guard children.count > 1 else { return children }
        var news: [Int64: Int] = [:]
        try connection.each(
            """
            SELECT guardian.student_id, (SELECT count(*) FROM entry
                WHERE entry.school_id = guardian.school_id AND entry.student_id = guardian.student_id
                    AND entry.slot > 0 AND entry.value <> ''
                    AND entry.changed_at > CASE
                        WHEN diary_visit.opened_at IS NULL THEN \(DiaryVisit.firstSince(visit.now))
                        WHEN diary_visit.opened_at < \(visit.now - DiaryVisit.length) THEN diary_visit.opened_at
                        ELSE diary_visit.seen_until END)
            FROM guardian
            LEFT JOIN diary_visit ON diary_visit.school_id = guardian.school_id
                AND diary_visit.person_id = guardian.guardian_id AND diary_visit.student_id = guardian.student_id
            WHERE guardian.school_id = \(visit.school.id) AND guardian.guardian_id = \(visit.person.id)
                AND guardian.student_id IN \(list: children.map(\.id))
            ORDER BY guardian.student_id
            """
        ) { news[$0.integer(0)] = $0.int(1) }
        for place in children.indices { children[place].news = news[children[place].id] ?? 0 }
        return children
    }

    /// Marks of all subjects that have changed since an instant, the latest first.
    static func newMarks(
        of student: Int64, since instant: Int64, for visit: Visit, in connection: Connection
    ) throws -> [NewMark] {
        let debts = try DebtReading(
            .student(student), on: visit.today, school: visit.school.id, in: connection)
        return try connection.all(
            """
            SELECT \(visit.language.subjectName), lesson.day, entry.value, entry.kind_id, entry.weight, entry.comment,
                entry.previous, page.record_language, entry.maximum
            FROM entry
            JOIN lesson ON lesson.school_id = entry.school_id AND lesson.id = entry.lesson_id
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE entry.school_id = \(visit.school.id) AND entry.student_id = \(student)
                AND entry.changed_at > \(instant) AND entry.slot > 0 AND (entry.value <> '' OR entry.previous <> '')
            ORDER BY entry.changed_at DESC, lesson.day DESC, lesson.start_minute DESC, entry.lesson_id, entry.slot
            LIMIT 30
            """
        ) { row in
            let day = Day(row.text(1)) ?? .forever
            return NewMark(
                subject: row.text(0), day: day,
                mark: DiaryMark(
                    stored: row.text(2), of: day, kind: row.int(3), weight: row.int(4), comment: row.text(5),
                    previous: row.text(6), maximum: row.int(8), debts, RecordLanguage(rawValue: row.text(7)) ?? .ru))
        }
    }

    static func term(on day: Day, grade: Int, school: Int64, in connection: Connection) throws -> DiaryTerm? {
        try connection.fact("term \(day) \(grade)") {
            try connection.first(
                """
                SELECT number, kind, from_day, to_day FROM term
                WHERE school_id = \(school) AND from_day <= \(day.description) AND to_day >= \(day.description)
                    AND grade_from <= \(grade) AND grade_to >= \(grade)
                ORDER BY from_day DESC, id
                """, DiaryTerm.init)
        }
    }

    static func terms(year: Int, grade: Int, school: Int64, in connection: Connection) throws -> [DiaryTerm] {
        try connection.fact("terms \(year) \(grade)") {
            try connection.all(
                """
                SELECT number, kind, from_day, to_day FROM term
                WHERE school_id = \(school) AND year = \(year) AND grade_from <= \(grade) AND grade_to >= \(grade)
                ORDER BY from_day, id
                """, DiaryTerm.init)
        }
    }

    /// Why there are no lessons on the days of a week, by day.
    static func daysOff(
        from: Day, to: Day, grade: Int, for visit: Visit, in connection: Connection
    ) throws -> [Day: String] {
        try connection.fact("days off \(from) \(to) \(grade) \(visit.language)") {
            var names: [Day: String] = [:]
            try connection.each(
                """
                SELECT from_day, to_day, name_ky, name_ru, name_kk, name_en FROM day_off
                WHERE school_id = \(visit.school.id) AND to_day >= \(from.description) AND from_day <= \(to.description)
                    AND grade_from <= \(grade) AND grade_to >= \(grade)
                    AND kind IN ('holiday', 'vacation', 'extraDayOff')
                ORDER BY from_day, id
                """
            ) { row in
                let name = Names(ky: row.text(2), ru: row.text(3), kk: row.text(4), en: row.text(5))
                guard let first = Day(row.text(0)), let last = Day(row.text(1)) else { return }
                for day in max(first, from)...min(last, to) { names[day] = name[visit.language] }
            }
            return names
        }
    }
}

extension DiaryTerm {
    fileprivate init(_ row: Row) {
        number = row.int(0)
        kind = TermKind(rawValue: row.text(1)) ?? .quarter
        from = Day(row.text(2)) ?? .forever
        to = Day(row.text(3)) ?? .forever
    }
}
