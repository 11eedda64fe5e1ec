import SchoolRules
import Web

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
    /// Students of the classes in the list whom the list does not name. They stay where they are.
    public var left: [Absence] = []

    public init() {}

    public var json: JSON {
        [
            "added": .integer(Int64(added.count)), "moved": .integer(Int64(moved.count)),
            "changed": .integer(Int64(changed.count)), "left": .integer(Int64(left.count)),
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
            }
        }
        let classes = Set(people.compactMap(\.schoolClass))
        for old in everybody where !named.contains(old.id) {
            guard let one = old.schoolClass, classes.contains(one) else { continue }
            changes.left.append(.init(person: old.id, name: old.name.list, schoolClass: one.compact))
        }
        return changes
    }

    private static func differences(_ new: ListedPerson, _ old: KnownPerson) -> [ListColumn] {
        var columns: [ListColumn] = []
        if new.name != old.name { columns.append(.fullName) }
        let pairs: [(ListColumn, String, String)] = [
            (.birthDay, new.birthDay?.description ?? "", old.birthDay), (.sex, new.sex, old.sex),
            (.nationalID, new.nationalID, old.nationalID), (.phone, new.phone, old.phone),
        ]
        return columns + pairs.filter { !$0.1.isEmpty && $0.1 != $0.2 }.map(\.0)
    }
}
