import SchoolRules
import Store
import Web

/// Work that a student owes.
struct OpenDebt: Sendable {
    let student, page, lesson, classID: Int64
    let name: PersonName
    let className: ClassName?
    let groupName: String
    let subject: Names
    let record: RecordLanguage
    let day: Day
    let kind: Int
    let topic: String
    let debt: Debt
    /// The day on which it is looked at: of a closed term that of the signature.
    private let seen: Day

    /// "7-А", or the name of a group across classes.
    func place(_ language: Language) -> String { className?.display(language) ?? groupName }

    /// What the sign of the cell stands for, where that is no debt any more.
    var turned: String? {
        if case .turned(let value) = debt.state(on: seen) { DebtSign.shown(value, record) } else { nil }
    }

    enum Scope: Sendable {
        case school
        case student(Int64)
        /// Of the own load, and of the students of the classes led.
        case person(Int64, led: Set<Int64>, on: Day)
    }

    /// What is owed in a school year, the earliest due first.
    static func all(_ scope: Scope, year: Int, on today: Day, school: Int64, in connection: Connection) throws
        -> [OpenDebt]
    {
        let debts = try DebtReading(.school, on: today, school: school, in: connection)
        let found = try connection.all(
            """
            SELECT entry.student_id, lesson.page_id, lesson.id, person.surname, person.given, person.patronymic,
                coalesce(class.grade, -1), coalesce(class.letter, ''), study_group.name, subject.name_ky,
                subject.name_ru, subject.name_kk, subject.name_en, page.record_language, lesson.day, entry.kind_id,
                coalesce(planned_work.title, lesson.topic), entry.value, page.class_id
            FROM entry
            JOIN lesson ON lesson.school_id = entry.school_id AND lesson.id = entry.lesson_id
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            JOIN person ON person.school_id = entry.school_id AND person.id = entry.student_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            LEFT JOIN planned_work ON planned_work.school_id = lesson.school_id
                AND planned_work.lesson_id = lesson.id AND planned_work.withdrawn_at = 0
            WHERE entry.school_id = \(school) AND substr(entry.value, 1, 1) = '•' AND page.year = \(year)
                \(only(scope, school))
            ORDER BY substr(entry.value, 2), person.sort_key, lesson.day, lesson.id
            """
        ) { row in
            let day = Day(row.text(14)) ?? .forever
            return debts.debt(row.text(17), of: day).map { OpenDebt(row, day, $0, debts) }
        }
        return found.compactMap { $0 }
    }

    private static func only(_ scope: Scope, _ school: Int64) -> SQL {
        switch scope {
        case .school: ""
        case .student(let student): "AND entry.student_id = \(student)"
        case .person(let person, let led, let day):
            """
            AND (lesson.page_id IN (SELECT load.page_id FROM load
                    WHERE load.school_id = \(school) AND load.teacher_id = \(person)
                        AND load.from_day <= \(day.description) AND load.to_day >= \(day.description))
                OR entry.student_id IN (SELECT pupil.student_id FROM enrolment AS pupil
                    WHERE pupil.school_id = \(school) AND pupil.group_id IN \(list: led.sorted())
                        AND pupil.to_day >= \(day.description)))
            """
        }
    }

    private init(_ row: Row, _ day: Day, _ debt: Debt, _ debts: DebtReading) {
        student = row.integer(0)
        page = row.integer(1)
        lesson = row.integer(2)
        name = PersonName(stored: row.text(3), given: row.text(4), patronymic: row.text(5))
        className = row.int(6) < 0 ? nil : ClassName(grade: row.int(6), letter: row.text(7))
        groupName = row.text(8)
        subject = Names(ky: row.text(9), ru: row.text(10), kk: row.text(11), en: row.text(12))
        record = RecordLanguage(rawValue: row.text(13)) ?? .ru
        self.day = day
        kind = row.int(15)
        topic = row.text(16)
        classID = row.integer(18)
        self.debt = debt
        seen = debts.day(of: day, grade: className?.grade)
    }
}
