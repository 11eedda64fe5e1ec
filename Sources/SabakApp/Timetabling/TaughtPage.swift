import SchoolRules
import Store
import Web

/// A page of the load list: whom, what, by whom on a day, how many hours a week.
struct TaughtPage: Sendable {
    struct Teacher: Sendable {
        let id: Int64
        let name: PersonName
        let from, to: Day
        /// Hundredths of an hour a week.
        let hours: Int
    }

    let id, classID, group, subjectID: Int64
    let className: ClassName?
    let kind, groupName: String
    let subject: Names
    /// Hundredths of an hour a week.
    let hours: Int
    var grade, shift: Int
    let room: String
    /// Everybody who teaches the page on the day asked about.
    var teachers: [Teacher] = []

    /// "7-А", or the name of a group across classes.
    func whom(_ language: Language) -> String { className?.display(language) ?? groupName }

    /// "7-А Алгебра", "7-А Английский язык · 1".
    func title(_ language: Language) -> String {
        let part = className == nil || groupName.isEmpty ? "" : " · \(groupName)"
        return "\(whom(language)) \(subject[language])\(part)"
    }

    /// "Алгебра", "Английский язык · 1": where the class is plain.
    func subjectTitle(_ language: Language) -> String {
        className == nil || groupName.isEmpty ? subject[language] : "\(subject[language]) · \(groupName)"
    }

    /// "Осмонова Г. Т., Ким Р. В.", or a dash.
    var teacherNames: String { teachers.isEmpty ? "—" : teachers.map(\.name.short).joined(separator: ", ") }
}

/// The pages of a year with their teachers.
enum TaughtPages {
    /// In order of class, subject and group.
    static func all(year: Int, on day: Day, school: Int64, in connection: Connection) throws -> [TaughtPage] {
        let teachers = try teachers(year: year, on: day, school: school, in: connection)
        let across = try PublishingQueries.gradesAcross(year: year, school: school, in: connection)
        var pages = try connection.all(
            """
            SELECT page.id, page.class_id, page.group_id, page.subject_id, coalesce(class.grade, -1),
                coalesce(class.letter, ''), study_group.kind, study_group.name, subject.name_ky, subject.name_ru,
                subject.name_kk, subject.name_en, page.hours, coalesce(class.shift, 1), coalesce(class.room, '')
            FROM page
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(school) AND page.year = \(year)
            ORDER BY coalesce(class.sort_key, 'zz'), subject.position, subject.id, study_group.name, page.id
            """
        ) { row in
            let hasClass = row.int(4) >= 0
            return TaughtPage(
                id: row.integer(0), classID: row.integer(1), group: row.integer(2), subjectID: row.integer(3),
                className: hasClass ? ClassName(grade: row.int(4), letter: row.text(5)) : nil, kind: row.text(6),
                groupName: row.text(7),
                subject: Names(ky: row.text(8), ru: row.text(9), kk: row.text(10), en: row.text(11)),
                hours: row.int(12), grade: max(0, row.int(4)), shift: row.int(13), room: row.text(14),
                teachers: teachers[row.integer(0)] ?? [])
        }
        for place in pages.indices where pages[place].className == nil {
            guard let lowest = across[pages[place].group] else { continue }
            (pages[place].grade, pages[place].shift) = lowest
        }
        return pages
    }

    /// The pages of a class: its own and those of groups across classes with its students.
    static func ids(ofClass classID: Int64, year: Int, school: Int64, in connection: Connection) throws -> [Int64] {
        try connection.all(
            """
            SELECT page.id FROM page
            WHERE page.school_id = \(school) AND page.year = \(year)
                AND (page.class_id = \(classID) OR page.class_id = 0 AND EXISTS (
                    SELECT 1 FROM enrolment AS member
                    JOIN enrolment AS pupil ON pupil.school_id = member.school_id
                        AND pupil.student_id = member.student_id
                    WHERE member.school_id = page.school_id AND member.group_id = page.group_id
                        AND pupil.group_id = \(classID)))
            ORDER BY page.id
            """
        ) { $0.integer(0) }
    }

    private static func teachers(year: Int, on day: Day, school: Int64, in connection: Connection) throws
        -> [Int64: [TaughtPage.Teacher]]
    {
        var found: [Int64: [TaughtPage.Teacher]] = [:]
        try connection.each(
            """
            SELECT load.page_id, person.id, person.surname, person.given, person.patronymic, load.from_day,
                load.to_day, load.hours
            FROM load
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
            JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE load.school_id = \(school) AND page.year = \(year) AND load.from_day <= \(day.description)
                AND load.to_day >= \(day.description)
            ORDER BY load.page_id, person.sort_key, person.id
            """
        ) { row in
            let teacher = TaughtPage.Teacher(
                id: row.integer(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                from: Day(row.text(5)) ?? .forever, to: Day(row.text(6)) ?? .forever, hours: row.int(7))
            found[row.integer(0), default: []].append(teacher)
        }
        return found
    }
}

/// A class in a list to choose from.
struct ListedClass: Sendable {
    let id: Int64
    let name: ClassName
    let shift: Int

    static func all(year: Int, school: Int64, in connection: Connection) throws -> [ListedClass] {
        try connection.all(
            """
            SELECT id, grade, letter, shift FROM class WHERE school_id = \(school) AND year = \(year)
            ORDER BY sort_key, id
            """
        ) { ListedClass(id: $0.integer(0), name: ClassName(grade: $0.int(1), letter: $0.text(2)), shift: $0.int(3)) }
    }
}

/// A member of staff in a list to choose from.
struct ListedTeacher: Sendable {
    let id: Int64
    let name: PersonName

    /// Everybody employed on a day, in order of the alphabet.
    static func all(on day: Day, school: Int64, in connection: Connection) throws -> [ListedTeacher] {
        try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic
            FROM staff
            JOIN person ON person.school_id = staff.school_id AND person.id = staff.person_id
            WHERE staff.school_id = \(school) AND staff.from_day <= \(day.description)
                AND staff.to_day >= \(day.description)
            ORDER BY person.sort_key, person.id
            """
        ) {
            ListedTeacher(
                id: $0.integer(0), name: PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3)))
        }
    }
}
