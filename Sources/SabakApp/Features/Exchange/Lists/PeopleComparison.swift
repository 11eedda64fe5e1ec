import SchoolRules

/// A person the school has, as far as lists are compared with.
struct KnownPerson: Sendable {
    let id: Int64
    var name: PersonName
    var birthDay = ""
    var sex = ""
    var nationalID = ""
    var phone = ""
    var email = ""
    var address = ""
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

    /// The same without what was decided.
    var undecided: PeopleComparison { PeopleComparison(Array(known.values)) }

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
        var rows = RowDoubles()
        for person in people {
            guard let double = rows.double(of: person) else { continue }
            let (name, row) = (double.first.name.list, double.first.row.number)
            switch double.reason {
            case .numberTwice: problems.add(.numberTwice(name, row), at: person.row.place(.nationalID))
            case .twice where decision(person) == nil: problems.add(.doublePerson(name, row), at: person.row.place)
            case .alikeRow where decision(person) == nil: problems.add(.lookAlikeRow(name, row), at: person.row.place)
            // The same row again is told where rows are written.
            case .repeated, .twice, .alikeRow, .several, .numberOfAnother, .alike: break
            }
        }
    }

    private func against(_ person: ListedPerson, _ problems: inout ImportProblems) {
        if let other = holder(of: person.nationalID), !isSameName(person.name, other.name) {
            problems.add(.numberOfAnother(other.name.list), at: person.row.place(.nationalID))
            return
        }
        guard case .new = match(person, among: []) else { return }
        if let alike = doubtful(person).first {
            problems.add(.lookAlikePerson(alike.name.list, alike.birthDay), at: person.row.place)
        }
    }

    /// Who has this personal number.
    func holder(of number: String) -> KnownPerson? { byNationalID[number].flatMap { known[$0] } }

    /// Everybody of the same surname and given name.
    func alike(_ person: ListedPerson) -> [KnownPerson] {
        (byName[Self.key(person.name)] ?? []).compactMap { known[$0] }
    }

    /// Those of the same name who may be the person or another: born on the same day, or in the same class.
    func doubtful(_ person: ListedPerson) -> [KnownPerson] {
        alike(person).filter { other in
            let isBornThen = other.birthDay == person.birthDay?.description ?? ""
            let isMate =
                other.schoolClass != nil && other.schoolClass == person.schoolClass && !other.birthDay.isEmpty
                && person.birthDay != nil
            return (isBornThen || isMate) && (!other.birthDay.isEmpty || !other.nationalID.isEmpty)
        }
    }

    /// Everybody of the same name whom nothing that is known tells apart, in whatever class.
    func mayBe(_ person: ListedPerson) -> [KnownPerson] {
        let doubtful = Set(doubtful(person).map(\.id))
        return alike(person).filter { other in
            let isOpen = other.birthDay.isEmpty || person.birthDay == nil
            let haveNumbers = !other.nationalID.isEmpty && !person.nationalID.isEmpty
            return doubtful.contains(other.id)
                || isOpen && !haveNumbers && arePatronymicsAlike(other.name, person.name)
        }
    }

    /// One letter more, less or other.
    static func isNear(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one), Array(other))
        guard abs(one.count - other.count) <= 1, one != other, one.count > 4 else { return false }
        let head = zip(one, other).prefix { $0 == $1 }.count
        let tail = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return head + tail >= max(one.count, other.count) - 1
    }
}
