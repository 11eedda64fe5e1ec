import SchoolRules
import Store

/// The accounts of the students and parents of a class, as its class teacher sees them.
struct FamilyAccounts: Sendable {
    struct Line: Sendable {
        let holder: AccountQueries.Holder
        /// The child; the same person in a student's own line.
        let student: Int64
        let studentName: PersonName
        let login: String
        let state: AccountQueries.State
        let isParent, isStaff, isOldEnough, isConfirmed: Bool

        /// A parent who works at the school signs in with the account of staff, whose codes are not the class
        /// teacher's to issue.
        var mayHaveCode: Bool { !isStaff && isOldEnough && isConfirmed }
    }

    let classID: Int64
    let name: ClassName
    /// From this grade students have accounts of their own.
    let firstGrade: Int
    let lines: [Line]

    /// - Throws: ``Refusal/notFound`` for a class the visitor does not lead.
    static func read(_ visit: Visit, ofClass id: Int64, in connection: Connection) throws -> FamilyAccounts {
        let found = try visit.classToRead(id, by: .manageFamilyAccounts, in: connection)
        let setting = try SchoolFacts.setting("student_accounts.from_grade", school: visit.school.id, in: connection)
        let firstGrade = setting.flatMap { Int($0) } ?? 5
        return FamilyAccounts(
            classID: id, name: found.name, firstGrade: firstGrade,
            lines: try lines(visit, of: id, isOldEnough: found.name.grade >= firstGrade, in: connection))
    }

    private static func lines(_ visit: Visit, of id: Int64, isOldEnough: Bool, in connection: Connection) throws
        -> [Line]
    {
        let (school, today) = (visit.school.id, visit.today.description)
        return try connection.all(
            """
            SELECT holder.id, holder.surname, holder.given, holder.patronymic, pupil.id, pupil.surname, pupil.given,
                pupil.patronymic, coalesce(account.login, ''), coalesce(account.password, ''),
                coalesce(account.closed_at, 0), family.is_parent, family.confirmed_at,
                EXISTS (SELECT 1 FROM staff WHERE staff.school_id = holder.school_id AND staff.person_id = holder.id
                    AND staff.to_day >= \(today))
                OR EXISTS (SELECT 1 FROM role_grant WHERE role_grant.school_id = holder.school_id
                    AND role_grant.person_id = holder.id AND role_grant.to_day >= \(today))
                OR EXISTS (SELECT 1 FROM load WHERE load.school_id = holder.school_id
                    AND load.teacher_id = holder.id AND load.to_day >= \(today))
            FROM (
                SELECT student_id AS holder_id, student_id, 0 AS is_parent, 1 AS confirmed_at FROM enrolment
                WHERE school_id = \(school) AND group_id = \(id) AND from_day <= \(today) AND to_day > \(today)
                UNION ALL
                SELECT guardian.guardian_id, guardian.student_id, 1, guardian.confirmed_at FROM enrolment
                JOIN guardian ON guardian.school_id = enrolment.school_id
                    AND guardian.student_id = enrolment.student_id AND guardian.to_day >= \(today)
                WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(id)
                    AND enrolment.from_day <= \(today) AND enrolment.to_day > \(today)
            ) AS family
            JOIN person AS holder ON holder.school_id = \(school) AND holder.id = family.holder_id
            JOIN person AS pupil ON pupil.school_id = \(school) AND pupil.id = family.student_id
            LEFT JOIN account ON account.school_id = \(school) AND account.person_id = holder.id
            ORDER BY pupil.sort_key, pupil.id, family.is_parent, holder.sort_key, holder.id
            """
        ) { row in
            let student = PersonName(stored: row.text(5), given: row.text(6), patronymic: row.text(7))
            let isParent = row.bool(11)
            return Line(
                holder: AccountQueries.Holder(
                    id: row.integer(0),
                    name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                    note: isParent ? student.list : ""),
                student: row.integer(4), studentName: student, login: row.text(8),
                state: AccountQueries.state(password: row.text(9), closedAt: row.integer(10)), isParent: isParent,
                isStaff: row.bool(13), isOldEnough: isParent || isOldEnough, isConfirmed: row.integer(12) > 0)
        }
    }
}
