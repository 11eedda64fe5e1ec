import SchoolRules

/// Finds the people of a list in the school and writes what their rows say.
struct PersonCells {
    private let context: ListSchool
    let comparison: PeopleComparison

    init(_ context: ListSchool) {
        self.context = context
        comparison = PeopleComparison(Self.known(context), decisions: context.decisions)
    }

    private static func known(_ context: ListSchool) -> [KnownPerson] {
        var classes: [Int64: ClassName] = [:]
        for one in context.classes {
            for id in context.memberSet(of: one.id) { classes[id] = one.name }
        }
        return context.state.people.values.map { person in
            let facts = person.facts
            return KnownPerson(
                id: person.id, name: facts.name, birthDay: facts.birthDay, sex: facts.sex,
                nationalID: facts.nationalID, phone: facts.phone, email: facts.email, address: facts.address,
                externalID: facts.externalID,
                schoolClass: classes[person.id])
        }
    }

    func match(_ person: ListedPerson, among: Set<Int64>) -> PeopleComparison.Match {
        comparison.match(person, among: among)
    }

    /// Adds the person, or fills in what the row knows; blank cells change nothing.
    func write(_ person: ListedPerson, over known: Int64?) throws -> Int64 {
        guard let known, let old = context.state.people[known]?.facts else {
            return try context.roster.addPerson(person.filling(RosterWriting.PersonFacts(name: person.name)))
        }
        let new = person.filling(old)
        if !new.isSame(as: old) { try context.roster.changePerson(known, to: new) }
        return known
    }
}

extension ListedPerson {
    /// The facts with what the row knows put in.
    fileprivate func filling(_ old: RosterWriting.PersonFacts) -> RosterWriting.PersonFacts {
        var facts = old
        facts.name = name
        if name.patronymic.isEmpty, !old.name.patronymic.isEmpty {
            facts.name = PersonName(surname: name.surname, given: name.given, patronymic: old.name.patronymic)
        }
        if !sex.isEmpty { facts.sex = sex }
        if let birthDay { facts.birthDay = birthDay.description }
        if !nationalID.isEmpty { facts.nationalID = nationalID }
        if !phone.isEmpty { facts.phone = phone }
        if !email.isEmpty { facts.email = email }
        if !address.isEmpty { facts.address = address }
        if !externalID.isEmpty { facts.externalID = externalID }
        return facts
    }
}

extension RosterWriting.PersonFacts {
    func isSame(as other: RosterWriting.PersonFacts) -> Bool {
        name == other.name && sex == other.sex && birthDay == other.birthDay && nationalID == other.nationalID
            && phone == other.phone && email == other.email && address == other.address
            && externalID == other.externalID
    }
}
