import SchoolRules
import Web

/// Students who are said to have left, and their last day; without one that of the import.
struct ListLeaving: Codable, Equatable, Sendable {
    var people: Set<Int64> = []
    var lastDay = ""
    /// The number and the date of the order; empty where there is none yet.
    var order = ""
    var orderDay = ""
    var day: Day? { Day(lastDay) }
}

/// What a list would change in a school.
public struct ListChanges: Sendable, Equatable {
    public struct Move: Sendable, Equatable {
        public let person: Int64
        public let name: String
        public let from, to: String
    }
    public struct Change: Sendable, Equatable {
        public let person: Int64
        public let name: String
        /// Names of columns: `phone`, `birthDay`.
        public let columns: [String]
    }
    public struct Absence: Sendable, Equatable {
        public let person: Int64
        public let name: String
        public let schoolClass: String
    }

    public var added: [String] = []
    public var moved: [Move] = []
    public var changed: [Change] = []
    /// How many are as the list says already.
    public var unchanged = 0
    /// Students of the classes in the list whom the list does not name. They stay where they are.
    public var left: [Absence] = []

    public init() {}

    /// Counts students with another parent or another telephone of one among the changed.
    mutating func noteFamilies(_ students: Set<Int64>, names: [Int64: String]) {
        let moved = Set(self.moved.map(\.person))
        for student in students.sorted() {
            if let index = changed.firstIndex(where: { $0.person == student }) {
                changed[index] = Change(
                    person: student, name: changed[index].name,
                    columns: changed[index].columns + [ListColumn.guardian.rawValue])
            } else {
                changed.append(
                    Change(person: student, name: names[student] ?? "", columns: [ListColumn.guardian.rawValue]))
                if !moved.contains(student) { unchanged -= 1 }
            }
        }
    }

    public var json: JSON {
        [
            "added": .integer(Int64(added.count)), "moved": .integer(Int64(moved.count)),
            "changed": .integer(Int64(changed.count)), "left": .integer(Int64(left.count)),
            "unchanged": .integer(Int64(unchanged)),
        ]
    }
}

extension PeopleComparison {
    /// What would be added, moved, changed, and who is no longer in the list.
    /// - Parameter members: those in a class, for rows that give a name only.
    func changes(_ people: [ListedPerson], among members: (ClassName?) -> Set<Int64>) -> ListChanges {
        var changes = ListChanges()
        var named: Set<Int64> = []
        for person in people {
            guard case .known(let id) = match(person, among: members(person.schoolClass)), let old = self.person(id)
            else {
                changes.added.append(person.name.list)
                continue
            }
            named.insert(id)
            if let from = old.schoolClass, let to = person.schoolClass, from != to {
                changes.moved.append(.init(person: id, name: person.name.list, from: from.compact, to: to.compact))
            }
            let columns = Self.differences(person, old)
            if !columns.isEmpty {
                changes.changed.append(.init(person: id, name: person.name.list, columns: columns.map(\.rawValue)))
            } else if old.schoolClass == person.schoolClass || person.schoolClass == nil {
                changes.unchanged += 1
            }
        }
        let classes = Set(people.compactMap(\.schoolClass))
        for old in everybody where !named.contains(old.id) {
            guard let one = old.schoolClass, classes.contains(one) else { continue }
            changes.left.append(.init(person: old.id, name: old.name.list, schoolClass: one.compact))
        }
        return changes
    }

    /// A patronymic the list does not give stays as it is.
    private static func isOther(_ new: PersonName, _ old: PersonName) -> Bool {
        new.patronymic.isEmpty ? new.surname != old.surname || new.given != old.given : new != old
    }

    private static func differences(_ new: ListedPerson, _ old: KnownPerson) -> [ListColumn] {
        var columns: [ListColumn] = []
        if isOther(new.name, old.name) { columns.append(.fullName) }
        let pairs: [(ListColumn, String, String)] = [
            (.birthDay, new.birthDay?.description ?? "", old.birthDay), (.sex, new.sex, old.sex),
            (.nationalID, new.nationalID, old.nationalID), (.phone, new.phone, old.phone),
            (.email, new.email, old.email), (.address, new.address, old.address),
        ]
        return columns + pairs.filter { !$0.1.isEmpty && $0.1 != $0.2 }.map(\.0)
    }
}
