import SchoolRules
import Store
import Web

/// A journal page in a list.
struct ListedPage: Sendable, Equatable {
    let id: Int64
    let subject: Names
    let classID: Int64
    let className: ClassName?
    /// The name of a subgroup; empty for a whole class.
    let groupName: String
    /// When the page was last changed; 0 for never.
    let changed: Int64
    /// Whether the visitor may write all of it, or lessons of it.
    let mayWrite: Bool
    var teachers: [PersonName] = []

    /// "7-А · Алгебра", "7-А · Англис тили, 1-топ".
    func title(_ language: Language) -> String {
        pageTitle(subject: subject, className: className, groupName: groupName, language)
    }

    /// What a group is called within its class.
    func within(_ language: Language) -> String {
        groupName.isEmpty ? subject[language] : "\(subject[language]), \(groupName)"
    }
}

/// "7-А · Алгебра", "7-А · Англис тили, 1-топ", or for a group across classes "Спорт тобу · Дене тарбия".
func pageTitle(subject: Names, className: ClassName?, groupName: String, _ language: Language) -> String {
    guard let className else { return [groupName, subject[language]].filter { !$0.isEmpty }.joined(separator: " · ") }
    let group = groupName.isEmpty ? "" : ", " + groupName
    return "\(className.display(language)) · \(subject[language])\(group)"
}

/// Which pages there are for a visitor.
enum PageList {
    /// The pages of the year the visitor may read, in order of class and subject, with their teachers of today.
    static func read(for visit: Visit, in connection: Connection) throws -> [ListedPage] {
        var pages = try pages(for: visit, in: connection)
        let teachers = try teachers(of: pages.map(\.id), for: visit, in: connection)
        for index in pages.indices { pages[index].teachers = teachers[pages[index].id] ?? [] }
        return pages
    }

    /// The same without teachers, for a menu: of one class only, or of those the visitor may write.
    static func pages(for visit: Visit, in connection: Connection) throws -> [ListedPage] {
        let only: SQL = visit.mayInSchool(.readPage) ? "" : "AND page.id IN (\(own(visit)))"
        return try list(visit, only, changed: "page.changed", in: connection)
    }

    /// The pages to go on to from one: the visitor's own, or those of the same class. When they were changed is not
    /// said.
    static func beside(_ page: FoundPage, for visit: Visit, in connection: Connection) throws -> [ListedPage] {
        let only: SQL =
            switch page.writable {
            case .everything: "AND page.id IN (\(taught(visit)))"
            case .lessons, .nothing:
                page.lessons == nil
                    ? "AND page.class_id = \(page.classID)" : "AND page.id IN (\(substituted(visit)))"
            }
        return try connection.fact("beside \(page.id) \(visit.person.id) \(visit.today)") {
            try list(visit, only, changed: "0", in: connection)
        }
    }

    private static func list(_ visit: Visit, _ only: SQL, changed: SQL, in connection: Connection) throws
        -> [ListedPage]
    {
        try connection.all(
            """
            SELECT page.id, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en, page.class_id,
                coalesce(class.grade, 0), coalesce(class.letter, ''), study_group.name, \(changed),
                page.id IN (\(taught(visit))) OR page.id IN (\(substituted(visit)))
            FROM page
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(visit.school.id) AND page.year = \(visit.year) \(only)
            ORDER BY coalesce(class.sort_key, ''), class.id, subject.position, subject.id, study_group.name, page.id
            """
        ) { row in
            let hasClass = row.int(6) > 0 || !row.text(7).isEmpty
            return ListedPage(
                id: row.integer(0), subject: Names(ky: row.text(1), ru: row.text(2), kk: row.text(3), en: row.text(4)),
                classID: row.integer(5),
                className: hasClass ? ClassName(grade: row.int(6), letter: row.text(7)) : nil,
                groupName: row.text(8), changed: row.integer(9), mayWrite: row.bool(10))
        }
    }

    private static func taught(_ visit: Visit) -> SQL {
        let today = visit.today.description
        return """
            SELECT load.page_id FROM load
            WHERE load.school_id = \(visit.school.id) AND load.teacher_id = \(visit.person.id)
                AND load.from_day <= \(today) AND load.to_day >= \(today)
            """
    }

    /// The right of a substitute ends by itself a week after the lesson.
    private static func substituted(_ visit: Visit) -> SQL {
        """
        SELECT lesson.page_id FROM substitution
        JOIN lesson ON lesson.school_id = substitution.school_id AND lesson.id = substitution.lesson_id
        WHERE substitution.school_id = \(visit.school.id) AND substitution.substitute_id = \(visit.person.id)
            AND substitution.withdrawn_at = 0 AND lesson.day >= \(visit.today.adding(-7).description)
        """
    }

    /// Pages taught, substituted, of the classes led, and of groups with students of these.
    private static func own(_ visit: Visit) -> SQL {
        let (school, today) = (visit.school.id, visit.today.description)
        let led: SQL = """
            SELECT class_teacher.class_id FROM class_teacher
            WHERE class_teacher.school_id = \(school) AND class_teacher.person_id = \(visit.person.id)
                AND class_teacher.from_day <= \(today) AND class_teacher.to_day >= \(today)
            """
        return """
            \(taught(visit)) UNION \(substituted(visit))
            UNION SELECT mine.id FROM page AS mine WHERE mine.school_id = \(school) AND mine.class_id IN (\(led))
            UNION SELECT across.id FROM enrolment AS pupil
                JOIN enrolment AS member ON member.school_id = pupil.school_id
                    AND member.student_id = pupil.student_id
                JOIN page AS across ON across.school_id = member.school_id AND across.group_id = member.group_id
                WHERE pupil.school_id = \(school) AND pupil.group_id IN (\(led)) AND across.class_id = 0
            """
    }

    private static func teachers(of pages: [Int64], for visit: Visit, in connection: Connection) throws
        -> [Int64: [PersonName]]
    {
        var teachers: [Int64: [PersonName]] = [:]
        let today = visit.today.description
        let only: SQL = visit.mayInSchool(.readPage) ? "" : "AND load.page_id IN \(list: pages)"
        try connection.each(
            """
            SELECT load.page_id, person.surname, person.given, person.patronymic FROM load
            JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE load.school_id = \(visit.school.id) AND load.from_day <= \(today) AND load.to_day >= \(today) \(only)
            ORDER BY load.page_id, person.sort_key, person.id
            """
        ) { row in
            teachers[row.integer(0), default: []].append(
                PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)))
        }
        return teachers
    }
}
