import SchoolRules
import Store

/// What is known of a member of staff, as far as the visitor may see it.
struct StaffCard: Sendable {
    let id: Int64
    let facts: RosterWriting.PersonFacts
    let version: Int
    let position: String
    /// nil: the person is on no staff list.
    let from, to: Day?
    let isGuardian: Bool
    let grants: [StaffQueries.GrantRow]
    let load: [StaffQueries.LoadRow]
    let mayWrite, mayReadLoad: Bool

    /// - Throws: ``Refusal/notFound`` also for a colleague's card that is not the visitor's to read.
    static func read(_ visit: Visit, of id: Int64, in connection: Connection) throws -> StaffCard {
        let school = visit.school.id
        guard visit.mayInSchool(.readStaffCard) || id == visit.person.id,
            let (facts, version) = try RosterWriting.PersonFacts.read(id, school: school, in: connection)
        else { throw Refusal.notFound }
        let employed = try connection.first(
            "SELECT position, from_day, to_day FROM staff WHERE school_id = \(school) AND person_id = \(id)"
        ) { ($0.text(0), Day($0.text(1)), Day($0.text(2))) }
        let grants = try StaffQueries.grants(of: id, school: school, in: connection)
        guard employed != nil || !grants.isEmpty || id == visit.person.id else { throw Refusal.notFound }
        let isGuardian =
            try connection.count(
                """
                SELECT count(*) FROM guardian
                WHERE school_id = \(school) AND guardian_id = \(id) AND to_day >= \(visit.today.description)
                """) > 0
        return StaffCard(
            id: id, facts: facts, version: version, position: employed?.0 ?? "", from: employed?.1, to: employed?.2,
            isGuardian: isGuardian, grants: grants, load: try StaffQueries.load(of: id, visit, in: connection),
            mayWrite: visit.mayInSchool(.writeStaffCard),
            mayReadLoad: visit.mayInSchool(.readLoad) || id == visit.person.id)
    }
}
