import SchoolRules
import Store
import Web

/// What is missing in the data of a student.
enum DataGap: String, CaseIterable, Sendable {
    case born, sex, address, nationalID
    /// No confirmed legal representative.
    case guardian
    /// No telephone of any representative.
    case phone
    /// Nobody of the family has a way in.
    case account
    /// Nobody of the family has chosen a language.
    case language

    /// What a class teacher may ask the clerk to change; nil where somebody else has to act.
    var field: ChangeField? {
        switch self {
        case .born: .born
        case .address: .address
        case .nationalID: .nationalID
        case .phone: .phone
        case .sex, .guardian: .words
        case .account, .language: nil
        }
    }
}

/// A student with what is missing.
struct StudentGaps: Sendable {
    let id, classID: Int64
    let name: PersonName
    let gaps: [DataGap]
}

enum DataGaps {
    private struct Family {
        var isConfirmed = false
        var hasPhone = false
        var hasAccount = false
        var hasLanguage = false
    }

    /// The students of these classes of today by the order of the register, those without gaps too.
    static func read(classes: [Int64], _ visit: Visit, in connection: Connection) throws -> [StudentGaps] {
        let today = visit.today.description
        let families = try families(classes: classes, visit, in: connection)
        return try connection.all(
            """
            SELECT person.id, enrolment.group_id, person.surname, person.given, person.patronymic, person.birth_day,
                person.sex, person.address, person.national_id, coalesce(account.language, '-')
            FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            LEFT JOIN account ON account.school_id = person.school_id AND account.person_id = person.id
            WHERE enrolment.school_id = \(visit.school.id) AND enrolment.group_id IN \(list: classes)
                AND enrolment.from_day <= \(today) AND enrolment.to_day >= \(today)
            ORDER BY person.sort_key, person.id
            """
        ) { row in
            var family = families[row.integer(0)] ?? Family()
            if row.text(9) != "-" { family.hasAccount = true }
            if row.text(9).count > 1 { family.hasLanguage = true }
            let missing: [(DataGap, Bool)] = [
                (.born, row.text(5).isEmpty), (.sex, row.text(6).isEmpty), (.address, row.text(7).isEmpty),
                (.nationalID, row.text(8).isEmpty), (.guardian, !family.isConfirmed),
                (.phone, family.isConfirmed && !family.hasPhone), (.account, !family.hasAccount),
                (.language, family.hasAccount && !family.hasLanguage),
            ]
            return StudentGaps(
                id: row.integer(0), classID: row.integer(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                gaps: missing.filter(\.1).map(\.0))
        }
    }

    private static func families(classes: [Int64], _ visit: Visit, in connection: Connection) throws -> [Int64: Family]
    {
        let today = visit.today.description
        var found: [Int64: Family] = [:]
        try connection.each(
            """
            SELECT guardian.student_id, person.phone, coalesce(account.language, '-')
            FROM enrolment
            JOIN guardian ON guardian.school_id = enrolment.school_id AND guardian.student_id = enrolment.student_id
            JOIN person ON person.school_id = guardian.school_id AND person.id = guardian.guardian_id
            LEFT JOIN account ON account.school_id = person.school_id AND account.person_id = person.id
            WHERE enrolment.school_id = \(visit.school.id) AND enrolment.group_id IN \(list: classes)
                AND enrolment.from_day <= \(today) AND enrolment.to_day >= \(today)
                AND guardian.to_day >= \(today) AND guardian.confirmed_at > 0
            """
        ) { row in
            var family = found[row.integer(0)] ?? Family()
            family.isConfirmed = true
            if !row.text(1).isEmpty { family.hasPhone = true }
            if row.text(2) != "-" { family.hasAccount = true }
            if row.text(2).count > 1 { family.hasLanguage = true }
            found[row.integer(0)] = family
        }
        return found
    }
}

/// The monthly confirmation of the class teachers.
struct DataCheck: Sendable {
    let classID: Int64
    /// `YYYY-MM`.
    let month: String
    let gaps: Int
    let confirmedAt, confirmedBy: Int64
    let name: PersonName

    static func month(of day: Day) -> String { String(day.description.prefix(7)) }

    /// The months of this school year in which a confirmation is due so far, since the school is here.
    static func months(_ visit: Visit, in connection: Connection) throws -> [String] {
        let created = try connection.first(
            "SELECT created_at FROM school WHERE school_id = \(visit.school.id)"
        ) { $0.integer(0) }
        let first = month(of: visit.school.time.moment(created ?? 0).day)
        return months(year: visit.year, until: visit.today).filter { $0 >= first }
    }

    private static func months(year: Int, until today: Day) -> [String] {
        let all =
            (9...12).map { Day(year: year, month: $0, day: 1) } + (1...5).map { Day(year: year + 1, month: $0, day: 1) }
        return all.compactMap { $0 }.filter { $0 <= today }.map(month)
    }

    /// - Parameter classes: of these alone.
    static func all(year: Int, of classes: [Int64]? = nil, school: Int64, in connection: Connection) throws
        -> [DataCheck]
    {
        let (first, last) = ("\(year)-08", "\(year + 1)-07")
        let only: SQL = classes.map { "AND data_check.class_id IN \(list: $0)" } ?? ""
        return try connection.all(
            """
            SELECT data_check.class_id, data_check.month, data_check.gaps, data_check.confirmed_at,
                data_check.confirmed_by, person.surname, person.given, person.patronymic
            FROM data_check
            JOIN person ON person.school_id = data_check.school_id AND person.id = data_check.confirmed_by
            WHERE data_check.school_id = \(school) AND data_check.month >= \(first) AND data_check.month <= \(last)
                \(only)
            ORDER BY data_check.class_id, data_check.month
            """
        ) { row in
            DataCheck(
                classID: row.integer(0), month: row.text(1), gaps: row.int(2), confirmedAt: row.integer(3),
                confirmedBy: row.integer(4),
                name: PersonName(stored: row.text(5), given: row.text(6), patronymic: row.text(7)))
        }
    }
}
