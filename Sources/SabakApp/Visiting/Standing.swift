import SchoolRules
import Store

/// What a person is in the school on a day, and whether that still opens the door.
struct Standing: Sendable, Equatable {
    let roles: Set<Role>
    /// Whether the person is on the staff list, dismissed not before tomorrow.
    let isEmployed: Bool

    /// Nobody's role and no place among the staff: the way in is shut, whatever the account says.
    var isOver: Bool { roles.isEmpty && !isEmployed }

    /// From grants, load, classes, substitutions, children and enrolment.
    ///
    /// The day of a dismissal, and the day a student leaves on, shut the way in. A family with another
    /// child at the school keeps its own; one without goes on reading only where the school has set `leavers.read`.
    static func read(of person: Int64, school: Int64, on day: Day, in connection: Connection) throws -> Standing {
        try connection.fact("standing \(person) \(day)") {
            let facts = try Facts.read(of: person, school: school, on: day.description, in: connection)
            // A student has no way into the journal, whatever else the lists say of the person.
            if facts.isStudent { return Standing(roles: [.student], isEmployed: false) }
            var roles: Set<Role> = facts.isDismissed ? [] : facts.workRoles
            if !facts.isDismissed {
                roles.formUnion(
                    try granted(to: person, school: school, on: day.description, in: connection))
            }
            if facts.isParent || facts.isParentOfLeaver && facts.leaversRead { roles.insert(.parent) }
            if roles.isEmpty, facts.hasLeft, facts.leaversRead { roles = [.student] }
            return Standing(roles: roles, isEmployed: facts.isEmployed)
        }
    }

    private static func granted(to person: Int64, school: Int64, on today: String, in connection: Connection) throws
        -> Set<Role>
    {
        Set(
            try connection.all(
                """
                SELECT role FROM role_grant
                WHERE school_id = \(school) AND person_id = \(person) AND from_day <= \(today) AND to_day >= \(today)
                ORDER BY role
                """
            ) { Role(rawValue: $0.text(0)) }.compactMap { $0 })
    }

    private struct Facts {
        var workRoles: Set<Role> = []
        var isParent = false
        var isParentOfLeaver = false
        var isStudent = false
        var hasLeft = false
        var leaversRead = false
        var isEmployed = false
        var isDismissed = false

        static func read(of person: Int64, school: Int64, on today: String, in connection: Connection) throws -> Facts {
            try connection.first(
                """
                SELECT
                    EXISTS (SELECT 1 FROM load WHERE school_id = \(school) AND teacher_id = \(person)
                        AND from_day <= \(today) AND to_day >= \(today)),
                    EXISTS (SELECT 1 FROM class_teacher WHERE school_id = \(school) AND person_id = \(person)
                        AND from_day <= \(today) AND to_day >= \(today)),
                    EXISTS (SELECT 1 FROM substitution WHERE school_id = \(school) AND substitute_id = \(person)
                        AND withdrawn_at = 0),
                    EXISTS (SELECT 1 FROM guardian
                        JOIN enrolment ON enrolment.school_id = guardian.school_id
                            AND enrolment.student_id = guardian.student_id AND enrolment.to_day > \(today)
                        WHERE guardian.school_id = \(school) AND guardian.guardian_id = \(person)
                            AND guardian.to_day >= \(today)),
                    EXISTS (SELECT 1 FROM guardian WHERE school_id = \(school) AND guardian_id = \(person)
                        AND to_day >= \(today)),
                    EXISTS (SELECT 1 FROM enrolment WHERE school_id = \(school) AND student_id = \(person)
                        AND to_day > \(today)),
                    EXISTS (SELECT 1 FROM enrolment WHERE school_id = \(school) AND student_id = \(person)
                        AND to_day <= \(today)),
                    EXISTS (SELECT 1 FROM setting
                        WHERE school_id = \(school) AND name = 'leavers.read' AND value = '1'),
                    EXISTS (SELECT 1 FROM staff WHERE school_id = \(school) AND person_id = \(person)
                        AND to_day > \(today)),
                    EXISTS (SELECT 1 FROM staff WHERE school_id = \(school) AND person_id = \(person)
                        AND to_day <= \(today))
                """
            ) { row in
                var roles: Set<Role> = []
                if row.bool(0) { roles.insert(.subjectTeacher) }
                if row.bool(1) { roles.insert(.classTeacher) }
                if row.bool(2) { roles.insert(.substitute) }
                return Facts(
                    workRoles: roles, isParent: row.bool(3), isParentOfLeaver: row.bool(4), isStudent: row.bool(5),
                    hasLeft: row.bool(6), leaversRead: row.bool(7), isEmployed: row.bool(8), isDismissed: row.bool(9))
            } ?? Facts()
        }
    }
}
