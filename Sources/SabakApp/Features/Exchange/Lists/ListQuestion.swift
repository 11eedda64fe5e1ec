import SchoolRules

/// A row whose person may be somebody else's double: a person of the school decides.
struct ListQuestion: Codable, Equatable, Sendable {
    enum Reason: String, Codable, Sendable {
        /// Several people of the school fit.
        case several
        /// The personal number belongs to another name in the school.
        case numberOfAnother
        /// Somebody of the school has the same name and nearly the same facts.
        case alike
        /// Another row says the same.
        case repeated
        /// Another row has the same name and day of birth.
        case twice
        /// Another row has the same personal number.
        case numberTwice
        /// Another row has nearly the same name and the same day of birth.
        case alikeRow
    }
    struct Candidate: Codable, Equatable, Sendable {
        let person: Int64
        let name, birthDay, schoolClass: String
    }

    let place: RowPlace
    let reason: Reason
    let name, birthDay, schoolClass: String
    /// People of the school the row may speak of.
    var candidates: [Candidate] = []
    /// The other row, where the doubt is within the list.
    var otherRow: Int?

    /// Whether the list cannot be brought before it is answered.
    var isPressing: Bool { ![.alike, .alikeRow].contains(reason) }

    /// Whether the row may be somebody of his own, however alike.
    var mayBeAnother: Bool { ![.repeated, .numberTwice].contains(reason) }
}

extension PeopleComparison {
    /// Every row about which somebody has to decide, whatever was decided before.
    /// - Parameters:
    ///   - apart: people whom no row means, however alike: the adults, for a list of students.
    ///   - among: those in a class, for rows that give a name only.
    func questions(
        _ people: [ListedPerson], apart: Set<Int64> = [], among: (ClassName?) -> Set<Int64>
    ) -> [ListQuestion] {
        let plain = undecided
        var asked: [ListQuestion] = []
        var rows = RowDoubles()
        for person in people {
            let double = rows.double(of: person)
            guard let place = RowPlace(person.row.place),
                let (reason, others) = plain.doubt(person, apart, among(person.schoolClass))
                    ?? double.map({ ($0.reason, []) })
            else { continue }
            var question = ListQuestion(
                place: place, reason: reason, name: person.name.full, birthDay: person.birthDay?.description ?? "",
                schoolClass: person.schoolClass?.compact ?? "")
            question.candidates = others.map { other in
                .init(
                    person: other.id, name: other.name.full, birthDay: other.birthDay,
                    schoolClass: other.schoolClass?.compact ?? "")
            }
            question.otherRow = others.isEmpty ? double?.first.row.number : nil
            asked.append(question)
        }
        return asked
    }

    private func doubt(
        _ person: ListedPerson, _ apart: Set<Int64>, _ among: Set<Int64>
    ) -> (ListQuestion.Reason, [KnownPerson])? {
        switch match(person, among: among) {
        case .known: return nil
        case .several: return (.several, alike(person))
        case .new:
            if let other = holder(of: person.nationalID), Self.key(other.name) != Self.key(person.name) {
                return (.numberOfAnother, [other])
            }
            let alike = mayBe(person).filter { !apart.contains($0.id) }
            return alike.isEmpty ? nil : (.alike, alike)
        }
    }
}
