import SchoolRules

/// Finds whom a scheduled class is for: a whole class, a part of one, or students of several.
struct OneRosterAudience {
    private let names: [Set<String>: ClassName]
    private let classOf: [String: ClassName]

    init(classes: [RosterPicture.Class]) {
        var names: [Set<String>: ClassName] = [:]
        var classOf: [String: ClassName] = [:]
        for one in classes {
            names[Set(one.members.map(\.person))] = one.name
            for member in one.members { classOf[member.person] = one.name }
        }
        self.names = names
        self.classOf = classOf
    }

    func audience(
        of scheduled: OneRosterSet.Class, _ members: [RosterPicture.Member], subjects: [String]
    ) -> RosterPicture.Audience {
        let students = Set(members.map(\.person))
        if !students.isEmpty, let name = names[students] { return .whole(name) }
        let classes = Set(students.compactMap { classOf[$0] })
        let isWhole = students.allSatisfy { classOf[$0] != nil }
        guard classes.count == 1, isWhole, let name = classes.first else {
            return .across(name: scheduled.title)
        }
        return .part(of: name, name: SubjectTitle.rest(of: scheduled.title, without: subjects, class: name))
    }
}

/// Derives classes where a set has none of the type homeroom.
///
/// The class of a student is the one named most often by the titles or codes of the student's scheduled classes
/// (`5А Математика`); where none names a class, it is the grade without a letter.
struct OneRosterHomerooms {
    let set: OneRosterSet
    let scheduled: [OneRosterSet.Class]
    let rows: [String: [OneRosterSet.Enrolment]]

    func classes(_ people: [String: RosterPicture.Person]) -> (classes: [RosterPicture.Class], unplaced: Int) {
        let votes = votes()
        var members: [ClassName: [RosterPicture.Member]] = [:]
        var unplaced = 0
        for (id, person) in people.sorted(by: { $0.key < $1.key }) where person.isStudent {
            let named = votes[id]?.max { ($0.value, $1.key.compact) < ($1.value, $0.key.compact) }?.key
            let grade = set.users[id]?.grades.lazy.compactMap(OneRosterGrade.number).first
            if let name = named ?? grade.map({ ClassName(grade: $0, letter: "") }) {
                members[name, default: []].append(.init(person: id))
            } else {
                unplaced += 1
            }
        }
        let classes = members.map { RosterPicture.Class(id: "", name: $0.key, room: "", members: $0.value) }
        return (classes.sorted { ($0.name.grade, $0.name.letter) < ($1.name.grade, $1.name.letter) }, unplaced)
    }

    private func votes() -> [String: [ClassName: Int]] {
        var votes: [String: [ClassName: Int]] = [:]
        for one in scheduled {
            let grade = one.grades.lazy.compactMap(OneRosterGrade.number).first
            let name = ClassNameReading.found(in: one.title) ?? ClassNameReading.found(in: one.code)
            guard let name, grade == nil || one.grades.count > 1 || grade == name.grade else { continue }
            for row in rows[one.id] ?? [] where row.role == "student" {
                votes[row.user, default: [:]][name, default: 0] += 1
            }
        }
        return votes
    }
}
