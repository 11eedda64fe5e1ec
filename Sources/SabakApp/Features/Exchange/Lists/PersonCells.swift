import SchoolRules

/// Reads what a row says of a person and finds that person in the school.
struct PersonCells {
    private let context: ListSchool
    private let byName: [String: [Int64]]
    private let byNationalID: [String: Int64]

    init(_ context: ListSchool) {
        self.context = context
        let people = context.state.people.values.sorted { $0.id < $1.id }
        byName = Dictionary(grouping: people) { $0.facts.name.searchText }.mapValues { $0.map(\.id) }
        byNationalID = Dictionary(
            people.filter { !$0.facts.nationalID.isEmpty }.map { ($0.facts.nationalID, $0.id) }
        ) { first, _ in first }
    }

    /// The person of a row; nil, with the problem told, where the name cannot be read.
    func facts(_ row: ListRow, _ problems: inout ImportProblems) -> RosterWriting.PersonFacts? {
        guard let name = name(row, &problems) else { return nil }
        var facts = RosterWriting.PersonFacts(name: name)
        facts.externalID = row[.externalID]
        facts.phone = row[.phone]
        facts.email = row[.email]
        facts.address = row[.address]
        if !row[.birthDay].isEmpty {
            if let day = ListValues.day(row[.birthDay]), day < context.today {
                facts.birthDay = day.description
            } else {
                problems.add(.badDay(row[.birthDay]), at: row.place(.birthDay))
            }
        }
        if !row[.sex].isEmpty {
            if let sex = ListValues.sex(row[.sex]) {
                facts.sex = sex
            } else {
                problems.add(.badValue("bad_sex", row[.sex]), at: row.place(.sex))
            }
        }
        facts.nationalID = nationalID(row, &problems)
        return facts
    }

    private func name(_ row: ListRow, _ problems: inout ImportProblems) -> PersonName? {
        let column: ListColumn = row.has(.surname) ? .surname : row.has(.fullName) ? .fullName : .teacher
        let text = row[column]
        guard !text.isEmpty else {
            problems.add(.missingValue(column.headers[0]), at: row.place(column))
            return nil
        }
        if column == .surname, row.has(.given) {
            if row[.given].isEmpty {
                problems.add(.missingValue(ListColumn.given.headers[0]), at: row.place(.given))
                return nil
            }
            return PersonName(surname: text, given: row[.given], patronymic: row[.patronymic])
        }
        if let name = PersonName(text) { return name }
        problems.add(.badName(text), at: row.place(column))
        return nil
    }

    private func nationalID(_ row: ListRow, _ problems: inout ImportProblems) -> String {
        let cell = row.cell(.nationalID)
        guard !row[.nationalID].isEmpty else { return "" }
        if let number = ListValues.nationalID(cell.text),
            !Self.hasLostDigits(cell.stored, number)
        {
            return number
        }
        let fault: ImportFault = cell.isScientific ? .scientificNumber(cell.stored) : .badValue("bad_pin", cell.text)
        problems.add(fault, at: row.place(.nationalID))
        return ""
    }

    /// A number stored as 2.05E+13 has lost digits; one stored as 2.0512200912345E13 has not.
    private static func hasLostDigits(_ stored: String, _ digits: String) -> Bool {
        guard let exponent = stored.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return false }
        return stored[..<exponent].filter(\.isNumber).count < digits.reversed().drop { $0 == "0" }.count
    }

    enum Match {
        case known(Int64)
        case new
        case several
    }

    /// The person of the school a row speaks of: by external id, by personal number, by name and day of birth, or by
    /// name alone among those given.
    func find(_ facts: RosterWriting.PersonFacts, among: Set<Int64>) -> Match {
        if !facts.externalID.isEmpty, let id = context.state.byExternalID[facts.externalID] { return .known(id) }
        if !facts.nationalID.isEmpty, let known = byNationalID[facts.nationalID] { return .known(known) }
        let same = (byName[facts.name.searchText] ?? []).compactMap { context.state.people[$0] }.filter { known in
            (facts.nationalID.isEmpty || known.facts.nationalID.isEmpty)
                && (facts.externalID.isEmpty || known.facts.externalID.isEmpty)
        }
        if !facts.birthDay.isEmpty {
            let born = same.filter { $0.facts.birthDay == facts.birthDay }
            if born.count > 1 { return .several }
            if let one = born.first { return .known(one.id) }
        }
        let near = same.filter { among.contains($0.id) && ($0.facts.birthDay.isEmpty || facts.birthDay.isEmpty) }
        if near.count > 1 { return .several }
        return near.first.map { .known($0.id) } ?? .new
    }

    /// Adds the person, or fills in what the row knows; blank cells change nothing.
    func write(_ facts: RosterWriting.PersonFacts, over known: Int64?) throws -> Int64 {
        guard let known, let old = context.state.people[known]?.facts else {
            return try context.roster.addPerson(facts)
        }
        var new = old
        new.name = facts.name
        if !facts.sex.isEmpty { new.sex = facts.sex }
        if !facts.birthDay.isEmpty { new.birthDay = facts.birthDay }
        if !facts.nationalID.isEmpty { new.nationalID = facts.nationalID }
        if !facts.phone.isEmpty { new.phone = facts.phone }
        if !facts.email.isEmpty { new.email = facts.email }
        if !facts.address.isEmpty { new.address = facts.address }
        if !facts.externalID.isEmpty { new.externalID = facts.externalID }
        if !new.isSame(as: old) { try context.roster.changePerson(known, to: new) }
        return known
    }
}

extension RosterWriting.PersonFacts {
    func isSame(as other: RosterWriting.PersonFacts) -> Bool {
        name == other.name && sex == other.sex && birthDay == other.birthDay && nationalID == other.nationalID
            && phone == other.phone && email == other.email && address == other.address
            && externalID == other.externalID
    }
}
