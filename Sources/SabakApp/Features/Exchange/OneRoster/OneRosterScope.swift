import SchoolRules
import Web

/// Which school of a set is meant, and who belongs to it.
struct OneRosterScope {
    let set: OneRosterSet
    let school: OneRosterSet.Org
    /// The school and its departments.
    let orgs: Set<String>

    /// The school that was asked for, the one imported before, or the only one there is.
    static func choose(
        _ set: OneRosterSet, org: String?, known: OneRosterKnown?, _ problems: inout ImportProblems
    ) -> OneRosterScope? {
        let place = ImportPlace(file: "orgs.csv")
        let schools = set.orgs.values.filter { $0.type == "school" }.sorted { $0.id < $1.id }
        if let wanted = org ?? known?.frame.school {
            let isOther = known.map { $0.frame.school != wanted } ?? false
            guard !isOther, let school = schools.first(where: { $0.id == wanted }) else {
                problems.add(.unknownSchool(wanted), at: place)
                return nil
            }
            return OneRosterScope(set, school)
        }
        guard let school = schools.first else {
            problems.add(.noSchool, at: place)
            return nil
        }
        guard schools.count == 1 else {
            problems.add(.severalSchools(schools.prefix(20).map { "\($0.id) (\($0.name))" }), at: place)
            return nil
        }
        return OneRosterScope(set, school)
    }

    private init(_ set: OneRosterSet, _ school: OneRosterSet.Org) {
        self.set = set
        self.school = school
        var orgs: Set<String> = [school.id]
        var size = 0
        while size != orgs.count {
            size = orgs.count
            orgs.formUnion(
                set.orgs.values.filter { $0.type == "department" && orgs.contains($0.parent) }.map(\.id))
        }
        self.orgs = orgs
    }

    /// The people of the school with what they are in it, and who answers for whom.
    func people(classes: Set<String>, in language: Language, _ problems: inout ImportProblems) -> (
        people: [String: RosterPicture.Person], links: Set<RosterPicture.Link>
    ) {
        var parts = ownParts(classes)
        let links = links(parts, &problems)
        for link in links { parts[link.guardian, default: []].insert(.guardian) }
        var people: [String: RosterPicture.Person] = [:]
        for (id, own) in parts where !own.isEmpty {
            guard let user = set.users[id] else { continue }
            people[id] = person(user, own, language)
        }
        let leftOut = set.users.count - people.count
        if leftOut > 0 { problems.add(.otherOrg(leftOut), at: ImportPlace(file: "users.csv")) }
        return (people, links)
    }

    private func ownParts(_ classes: Set<String>) -> [String: Set<OneRosterSet.Role.Part>] {
        var learning: Set<String> = []
        var working: Set<String> = []
        for row in set.enrolments where classes.contains(row.classID) {
            if row.role == "student" { learning.insert(row.user) } else { working.insert(row.user) }
        }
        return set.users.mapValues { user in
            var parts = Set(user.roles.filter { orgs.contains($0.org) }.map(\.part))
            let all = Set(user.roles.map(\.part))
            if all.contains(.student), learning.contains(user.id) { parts.insert(.student) }
            if all.contains(.staff), working.contains(user.id) { parts.insert(.staff) }
            return parts
        }
    }

    /// Links count whichever side names the other. Staff become guardians only if the student's own row names them and
    /// the format had no room for a second role: an aide is named as an agent too, and must not read a diary for that.
    private func links(
        _ parts: [String: Set<OneRosterSet.Role.Part>], _ problems: inout ImportProblems
    ) -> Set<RosterPicture.Link> {
        var links: Set<RosterPicture.Link> = []
        for user in set.users.values.sorted(by: { $0.row < $1.row }) {
            let isStudent = parts[user.id]?.contains(.student) == true
            for id in user.agents {
                guard let agent = set.users[id] else { continue }
                let (adult, child) = isStudent ? (agent, user) : (user, agent)
                guard parts[child.id]?.contains(.student) == true, parts[adult.id]?.contains(.student) != true else {
                    continue
                }
                if let word = adult.roles.first(where: { $0.part == .guardian })?.word {
                    links.insert(.init(guardian: adult.id, student: child.id, relation: word))
                } else if isStudent, set.version == .v11,
                    adult.roles.contains(where: { ["teacher", "administrator"].contains($0.word) })
                {
                    links.insert(.init(guardian: adult.id, student: child.id, relation: "parent"))
                    problems.add(
                        .staffAsGuardian(adult.id),
                        at: ImportPlace(file: "users.csv", row: line(user.row), column: "agentSourcedIds"))
                }
            }
        }
        return links
    }

    private func person(
        _ user: OneRosterSet.User, _ parts: Set<OneRosterSet.Role.Part>, _ language: Language
    ) -> RosterPicture.Person {
        var facts = RosterWriting.PersonFacts(name: user.name)
        facts.externalID = user.id
        facts.phone = user.phone
        facts.email = user.email
        facts.sex = set.demographics[user.id]?.sex ?? ""
        facts.birthDay = set.demographics[user.id]?.birthDay ?? ""
        let isNational = [12, 14].contains(user.identifier.utf8.count) && user.identifier.utf8.allSatisfy(isDigit)
        facts.nationalID = isNational ? user.identifier : ""
        let staff = user.roles.filter { $0.part == .staff }
        let word = (staff.first { orgs.contains($0.org) } ?? staff.first)?.word ?? ""
        return RosterPicture.Person(
            facts: facts, isEnabled: user.isEnabled, isStudent: parts.contains(.student),
            isStaff: parts.contains(.staff), isGuardian: parts.contains(.guardian),
            position: ExchangeTexts.position(word)[language])
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private func line(_ row: Int) -> Int? { row == 0 ? nil : row }
}
