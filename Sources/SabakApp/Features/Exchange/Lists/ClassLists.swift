import SchoolRules
import Sheets
import Store
import Web

/// The lists of all classes as a workbook, a sheet a class.
public enum ClassLists {
    private struct Student {
        let classID: Int64
        let id: Int64
        let name: PersonName
        let birthDay: Day?
        let sex: String
    }

    /// The file could not be written.
    public struct NotWritten: Error {
        public let reason: String
    }

    /// Writes the lists of a school as they are on the day of the instant, and notes who took them out.
    /// - Returns: how many classes and students there are.
    public static func write(
        of school: SchoolStore, to path: String, at instant: Int64
    ) throws -> (classes: Int, students: Int) {
        let (sheets, students) = try school.read { try Self.sheets($0, school.id, instant) }
        do {
            try XLSXDocument(sheets: sheets).write(to: path)
        } catch {
            throw NotWritten(reason: error.message)
        }
        try school.writeNow(by: .command("export list"), at: instant) { writing in
            try writing.audit("roster.export", "school/\(writing.school)", after: "\(students)")
        }
        return (sheets.count, students)
    }

    private static func sheets(
        _ connection: Connection, _ school: Int64, _ instant: Int64
    ) throws -> (sheets: [XLSXSheet], students: Int) {
        let facts = try connection.first(
            "SELECT name, language, time_zone FROM school WHERE school_id = \(school)"
        ) { ($0.text(0), $0.text(1), $0.text(2)) }
        let language = Language(rawValue: facts?.1 ?? "") ?? .ru
        let today = LocalTime(zone: facts?.2 ?? "UTC").moment(instant).day
        let students = try students(connection, school, today)
        let guardians = try guardians(connection, school, today)
        let byClass = Dictionary(grouping: students, by: \.classID)
        let classes = try connection.all(
            """
            SELECT id, grade, letter FROM class
            WHERE school_id = \(school) AND year = \(SchoolCalendar.schoolYear(containing: today))
            ORDER BY sort_key, id
            """
        ) { ($0.integer(0), ClassName(grade: $0.int(1), letter: $0.text(2))) }
        let interface = InterfaceLanguage(rawValue: language.rawValue) ?? .ru
        let printed = ExchangeTexts.printed(
            "\(twoDigits(today.day)).\(twoDigits(today.month)).\(today.year)")[language]
        let sheets = classes.map { id, name in
            XLSXSheet(
                name: name.compact, title: [facts?.0 ?? "", name.titled(interface) + ", " + printed],
                header: header(language),
                rows: rows(byClass[id] ?? [], guardians, language), isLandscape: true)
        }
        return (sheets.isEmpty ? [XLSXSheet(name: "—", header: header(language), rows: [])] : sheets, students.count)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static func students(_ connection: Connection, _ school: Int64, _ today: Day) throws -> [Student] {
        try connection.all(
            """
            SELECT enrolment.group_id, person.id, person.surname, person.given, person.patronymic, person.birth_day,
                person.sex
            FROM enrolment
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(school) AND enrolment.from_day <= \(today.description)
                AND enrolment.to_day >= \(today.description)
            ORDER BY person.sort_key, person.id
            """
        ) { row in
            Student(
                classID: row.integer(0), id: row.integer(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                birthDay: Day(row.text(5)), sex: row.text(6))
        }
    }

    private static func guardians(
        _ connection: Connection, _ school: Int64, _ today: Day
    ) throws -> [Int64: [(name: String, phone: String)]] {
        var found: [Int64: [(name: String, phone: String)]] = [:]
        try connection.each(
            """
            SELECT guardian.student_id, person.surname, person.given, person.patronymic, person.phone
            FROM guardian
            JOIN person ON person.school_id = guardian.school_id AND person.id = guardian.guardian_id
            WHERE guardian.school_id = \(school) AND guardian.to_day >= \(today.description)
            ORDER BY guardian.student_id, person.sort_key, person.id
            """
        ) { row in
            let name = PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)).full
            found[row.integer(0), default: []].append((name, row.text(4)))
        }
        return found
    }

    private static func header(_ language: Language) -> [String] {
        [
            ExchangeTexts.number, ExchangeTexts.surname, ExchangeTexts.given, ExchangeTexts.patronymic,
            ExchangeTexts.birthDay, ExchangeTexts.sex, ExchangeTexts.guardians, ExchangeTexts.phones,
        ].map { $0[language] }
    }

    /// Names and telephones go in as text, so that none of them is ever taken for a formula.
    private static func rows(
        _ students: [Student], _ guardians: [Int64: [(name: String, phone: String)]], _ language: Language
    ) -> [[SheetValue]] {
        students.enumerated().map { index, student in
            let adults = guardians[student.id] ?? []
            let phones = adults.map(\.phone).filter { !$0.isEmpty }
            let sex = ["f": ExchangeTexts.female, "m": ExchangeTexts.male][student.sex]?[language] ?? ""
            let born = student.birthDay.map { SheetValue.date(year: $0.year, month: $0.month, day: $0.day) } ?? .empty
            return [
                .integer(index + 1), .text(student.name.surname), .text(student.name.given),
                .text(student.name.patronymic), born, .text(sex),
                .text(adults.map(\.name).joined(separator: "; ")), .text(phones.joined(separator: "; ")),
            ]
        }
    }
}
