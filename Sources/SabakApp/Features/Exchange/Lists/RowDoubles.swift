import SchoolRules

/// Rows of one list that may speak of one person, found row by row.
struct RowDoubles {
    struct Double {
        let reason: ListQuestion.Reason
        let first: ListedPerson
    }

    private var numbers: [String: ListedPerson] = [:]
    private var born: [String: ListedPerson] = [:]
    private var days: [String: [ListedPerson]] = [:]

    /// The earlier row this one doubles, if there is one.
    mutating func double(of person: ListedPerson) -> Double? {
        let key = PeopleComparison.key(person.name)
        let owner = person.nationalID.isEmpty ? nil : numbers.updateValue(person, forKey: person.nationalID)
        let mate = mate(of: person, key)
        if let owner, PeopleComparison.key(owner.name) != key { return Double(reason: .numberTwice, first: owner) }
        return mate
    }

    private mutating func mate(of person: ListedPerson, _ key: String) -> Double? {
        guard let day = person.birthDay?.description else { return nil }
        defer { days[day, default: []].append(person) }
        if let first = born.updateValue(person, forKey: key + day) {
            return Double(reason: reason(person, first), first: first)
        }
        let near = days[day]?.suffix(40).first { PeopleComparison.isNear(PeopleComparison.key($0.name), key) }
        return near.map { Double(reason: .alikeRow, first: $0) }
    }

    /// The same person in another class, or beside another number, is no mere repetition.
    private func reason(_ person: ListedPerson, _ first: ListedPerson) -> ListQuestion.Reason {
        let isSameRow =
            person.schoolClass == first.schoolClass && person.nationalID == first.nationalID
            && searchFold(person.name.full) == searchFold(first.name.full)
        if isSameRow { return .repeated }
        let haveNumbers = !person.nationalID.isEmpty && !first.nationalID.isEmpty
        return haveNumbers && person.nationalID != first.nationalID ? .alikeRow : .twice
    }
}
