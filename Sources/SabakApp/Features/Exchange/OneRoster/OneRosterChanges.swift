import SchoolRules

/// What a OneRoster set would change of the people of a school.
struct OneRosterChanges {
    let picture: RosterPicture
    let state: RosterState
    let today: Day

    var changes: ListChanges {
        var changes = ListChanges()
        let (old, new) = (presentClasses, newClasses)
        let names = Dictionary(grouping: state.people.values.filter { $0.facts.externalID.isEmpty }) {
            Self.key($0.facts)
        }
        for (key, person) in picture.people.sorted(by: {
            ($0.value.facts.name.list, $0.key) < ($1.value.facts.name.list, $1.key)
        })
        where picture.isActive(key) {
            let strangers = person.facts.birthDay.isEmpty ? [] : names[Self.key(person.facts)] ?? []
            guard let id = state.byExternalID[key] ?? (strangers.count == 1 ? strangers[0].id : nil),
                let known = state.people[id]?.facts
            else {
                changes.added.append(person.facts.name.list)
                continue
            }
            let columns = Self.differences(person.facts, known)
            let (from, to) = (old[id], new[key])
            if let from, let to, from != to {
                changes.moved.append(
                    .init(person: id, name: person.facts.name.list, from: from.compact, to: to.compact))
            }
            if !columns.isEmpty {
                changes.changed.append(
                    .init(person: id, name: person.facts.name.list, columns: columns.map(\.rawValue)))
            } else if from == to || to == nil {
                changes.unchanged += 1
            }
        }
        changes.left = gone(old)
        return changes
    }

    private static func key(_ facts: RosterWriting.PersonFacts) -> String {
        facts.name.searchText + "|" + facts.birthDay
    }

    /// What the file leaves blank stays as the school has it.
    private static func differences(
        _ new: RosterWriting.PersonFacts, _ old: RosterWriting.PersonFacts
    ) -> [ListColumn] {
        let pairs: [(ListColumn, String, String)] = [
            (.fullName, new.name.full, old.name.full), (.birthDay, new.birthDay, old.birthDay),
            (.sex, new.sex, old.sex), (.nationalID, new.nationalID, old.nationalID), (.phone, new.phone, old.phone),
            (.email, new.email, old.email),
        ]
        return pairs.filter { !$0.1.isEmpty && $0.1 != $0.2 }.map(\.0)
    }

    private var presentClasses: [Int64: ClassName] {
        var classes: [Int64: ClassName] = [:]
        for one in state.classes where one.year == picture.year {
            for span in state.members[one.id] ?? [] where span.to >= today.description {
                classes[span.person] = one.name
            }
        }
        return classes
    }

    private var newClasses: [String: ClassName] {
        var classes: [String: ClassName] = [:]
        for one in picture.classes {
            for member in one.members where member.to.map({ $0 >= today }) ?? true { classes[member.person] = one.name }
        }
        return classes
    }

    /// Those of the set who are in the school and whom it does not name any more.
    private func gone(_ classes: [Int64: ClassName]) -> [ListChanges.Absence] {
        let (learning, guarding) = (state.learning(on: today.description), state.guarding(on: today.description))
        return state.byExternalID.filter { key, id in
            !picture.isActive(key)
                && state.isActive(id, on: today.description, learning: learning, guarding: guarding)
        }.compactMap { _, id in
            state.people[id].map {
                ListChanges.Absence(person: id, name: $0.facts.name.list, schoolClass: classes[id]?.compact ?? "")
            }
        }.sorted { ($0.name, $0.person) < ($1.name, $1.person) }
    }
}
