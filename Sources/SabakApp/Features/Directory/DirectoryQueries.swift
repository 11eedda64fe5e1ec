import SchoolRules
import Store

/// Whose cards the visitor may read (A29): of the school, or of the own class.
struct CardReach: Sendable {
    var isSchool = false
    var classes: Set<Int64> = []

    static func read(_ visit: Visit, in connection: Connection) throws -> CardReach {
        if visit.mayInSchool(.readStudentCard) { return CardReach(isSchool: true) }
        return CardReach(classes: visit.may(.readStudentCard, over: .class) ? try visit.classesLed(in: connection) : [])
    }

    func covers(_ classID: Int64) -> Bool { isSchool || classes.contains(classID) }
}

/// People whom two cards ask about alike.
enum DirectoryQueries {
    /// Somebody of the same name, to be told apart before a card is made twice.
    struct Namesake: Sendable {
        let id: Int64
        let name: PersonName
        let birthDay, phone: String
        let className: ClassName?
        let isStaff, isGuardian: Bool
    }

    /// People with this name, or this phone; a different birth date tells people apart by itself.
    static func namesakes(of form: PersonForm, _ visit: Visit, in connection: Connection) throws -> [Namesake] {
        let (name, phone, born) = (form.facts.name.searchText, form.facts.phone, form.facts.birthDay)
        guard !name.isEmpty else { return [] }
        let today = visit.today.description
        return try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic, person.birth_day, person.phone,
                coalesce(class.grade, -1), coalesce(class.letter, ''),
                EXISTS (SELECT 1 FROM staff WHERE staff.school_id = person.school_id AND staff.person_id = person.id),
                EXISTS (SELECT 1 FROM guardian WHERE guardian.school_id = person.school_id
                    AND guardian.guardian_id = person.id)
            FROM person
            LEFT JOIN enrolment ON enrolment.school_id = person.school_id AND enrolment.student_id = person.id
                AND enrolment.from_day <= \(today) AND enrolment.to_day >= \(today)
                AND enrolment.group_id IN (SELECT id FROM class WHERE class.school_id = \(visit.school.id))
            LEFT JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WHERE person.school_id = \(visit.school.id)
                AND (person.search = \(name) OR \(phone) <> '' AND person.phone = \(phone))
                AND (person.birth_day = '' OR \(born) = '' OR person.birth_day = \(born))
            ORDER BY person.sort_key, person.id LIMIT 10
            """
        ) { row in
            Namesake(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                birthDay: row.text(4), phone: row.text(5),
                className: row.int(6) < 0 ? nil : ClassName(grade: row.int(6), letter: row.text(7)),
                isStaff: row.bool(8), isGuardian: row.bool(9))
        }
    }
}
