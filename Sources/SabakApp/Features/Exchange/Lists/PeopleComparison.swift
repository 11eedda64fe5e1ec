import SchoolRules

/// A person the school has, as far as lists are compared with.
struct KnownPerson: Sendable {
    let id: Int64
    var name: PersonName
    var birthDay = ""
    var sex = ""
    var nationalID = ""
    var phone = ""
    var externalID = ""
    /// The class on the day of the comparison; nil for those who are in none.
    var schoolClass: ClassName?
}

/// What a person of the school has decided about a row whose person may be somebody known.
enum ListDecision: Codable, Equatable, Sendable {
    /// The row speaks of this person.
    case same(Int64)
    /// The row speaks of somebody new, however alike.
    case another
}

/// Compares the people of a list with one another and with those the school has. Nobody is merged here: what is alike
/// is told, and a person decides.
struct PeopleComparison: Sendable {
    enum Match: Equatable, Sendable {
        case known(Int64)
        case new
        case several
    }

    private let known: [Int64: KnownPerson]
    private let byName: [String: [Int64]]
    private let byNationalID: [String: Int64]
    private let byExternalID: [String: Int64]
    private let decisions: [RowPlace: ListDecision]

    init(_ people: [KnownPerson], decisions: [RowPlace: ListDecision] = [:]) {
        let sorted = people.sorted { $0.id < $1.id }
        known = Dictionary(sorted.map { ($0.id, $0) }) { first, _ in first }
        byName = Dictionary(grouping: sorted) { Self.key($0.name) }.mapValues { $0.map(\.id) }
        byNationalID = Dictionary(sorted.filter { !$0.nationalID.isEmpty }.map { ($0.nationalID, $0.id) }) { one, _ in
            one
        }
        byExternalID = Dictionary(sorted.filter { !$0.externalID.isEmpty }.map { ($0.externalID, $0.id) }) { one, _ in
            one
        }
        self.decisions = decisions
    }

    var everybody: [KnownPerson] { known.values.sorted { $0.id < $1.id } }

    func person(_ id: Int64) -> KnownPerson? { known[id] }

    /// Surname and given name; a patronymic may be missing or be written in another way.
    static func key(_ name: PersonName) -> String { searchFold(name.list) }

    private func decision(_ person: ListedPerson) -> ListDecision? {
        RowPlace(person.row.place).flatMap { decisions[$0] }
    }

    /// The person of the school a row speaks of: as decided, by external id, by personal number under the same name,
    /// by name and day of birth, or by name alone among those given.
    func match(_ person: ListedPerson, among: Set<Int64>) -> Match {
        switch decision(person) {
        case .same(let id): return .known(id)
        case .another: return .new
        case nil: break
        }
        if !person.externalID.isEmpty, let id = byExternalID[person.externalID] { return .known(id) }
        if let id = byNationalID[person.nationalID], isSameName(person.name, known[id]?.name) { return .known(id) }
        let same = (byName[Self.key(person.name)] ?? []).compactMap { known[$0] }.filter { other in
            (person.nationalID.isEmpty || other.nationalID.isEmpty)
                && (person.externalID.isEmpty || other.externalID.isEmpty)
        }
        if let day = person.birthDay?.description {
            let born = same.filter { $0.birthDay == day }
            if born.count > 1 { return .several }
            if let one = born.first { return .known(one.id) }
        }
        let near = same.filter { other in
            among.contains(other.id) && (other.birthDay.isEmpty || person.birthDay == nil)
                && arePatronymicsAlike(other.name, person.name)
        }
        if near.count > 1 { return .several }
        return near.first.map { .known($0.id) } ?? .new
    }

    private func isSameName(_ one: PersonName, _ other: PersonName?) -> Bool {
        other.map { Self.key(one) == Self.key($0) } ?? false
    }

    private func arePatronymicsAlike(_ one: PersonName, _ other: PersonName) -> Bool {
        one.patronymic.isEmpty || other.patronymic.isEmpty
            || searchFold(one.patronymic) == searchFold(other.patronymic)
    }

    // MARK: Who is alike

    /// Problems of people who may be one: within the list, and against the school.
    func likenesses(of people: [ListedPerson]) -> ImportProblems {
        var problems = ImportProblems()
        within(people, &problems)
        for person in people where decision(person) == nil { against(person, &problems) }
        return problems
    }

    private func within(_ people: [ListedPerson], _ problems: inout ImportProblems) {
        var numbers: [String: ListedPerson] = [:]
        var born: [String: ListedPerson] = [:]
        var days: [String: [ListedPerson]] = [:]
        for person in people {
            if !person.nationalID.isEmpty, let first = numbers.updateValue(person, forKey: person.nationalID),
                !isSameName(person.name, first.name)
            {
                problems.add(.numberTwice(first.name.list, first.row.number), at: person.row.place(.nationalID))
            }
            guard let day = person.birthDay?.description else { continue }
            let key = Self.key(person.name)
            if let first = born.updateValue(person, forKey: key + day) {
                tellDouble(person, first, &problems)
            } else if let near = days[day]?.suffix(40).first(where: { isNear(Self.key($0.name), key) }) {
                problems.add(.lookAlikeRow(near.name.list, near.row.number), at: person.row.place)
            }
            days[day, default: []].append(person)
        }
    }

    /// The same row again is told where rows are written; here, the same person in another class or beside another
    /// number.
    private func tellDouble(_ person: ListedPerson, _ first: ListedPerson, _ problems: inout ImportProblems) {
        let isSameRow =
            person.schoolClass == first.schoolClass && person.nationalID == first.nationalID
            && searchFold(person.name.full) == searchFold(first.name.full)
        guard !isSameRow, decision(person) == nil else { return }
        let haveNumbers = !person.nationalID.isEmpty && !first.nationalID.isEmpty
        let fault: ImportFault =
            haveNumbers && person.nationalID != first.nationalID
            ? .lookAlikeRow(first.name.list, first.row.number) : .doublePerson(first.name.list, first.row.number)
        problems.add(fault, at: person.row.place)
    }

    private func against(_ person: ListedPerson, _ problems: inout ImportProblems) {
        if let id = byNationalID[person.nationalID], let other = known[id], !isSameName(person.name, other.name) {
            problems.add(.numberOfAnother(other.name.list), at: person.row.place(.nationalID))
            return
        }
        guard case .new = match(person, among: []) else { return }
        let alike = (byName[Self.key(person.name)] ?? []).compactMap { known[$0] }.first { other in
            other.birthDay == person.birthDay?.description ?? ""
                || other.schoolClass != nil && other.schoolClass == person.schoolClass && !other.birthDay.isEmpty
                    && person.birthDay != nil
        }
        if let alike, !alike.birthDay.isEmpty || !alike.nationalID.isEmpty {
            problems.add(.lookAlikePerson(alike.name.list, alike.birthDay), at: person.row.place)
        }
    }

    /// One letter more, less or other.
    private func isNear(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one), Array(other))
        guard abs(one.count - other.count) <= 1, one != other, one.count > 4 else { return false }
        let head = zip(one, other).prefix { $0 == $1 }.count
        let tail = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return head + tail >= max(one.count, other.count) - 1
    }
}
