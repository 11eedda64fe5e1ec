import SchoolRules
import Store

/// Brings the rows of a school to the picture a file gives, within one transaction. What is as it should be is not
/// touched, so that the same file twice changes nothing.
struct RosterReconciliation {
    let picture: RosterPicture
    let state: RosterState
    let roster: RosterWriting
    let today: Day
    /// The first import into this school: facts hold from the first day of the year. Later ones hold from today.
    let isFirst: Bool
    /// Makes the account of a person whom the file shuts out, if there is none, so that it can be closed.
    let openAccount: (Int64) throws -> Void
    private var ids: [String: Int64] = [:]
    private var classIDs: [ClassName: Int64] = [:]
    private let owned: Set<Int64>
    private var ending: RosterEnding { RosterEnding(writing: roster.writing) }
    private var spans: RosterSpans { RosterSpans(today: today, start: start, owned: owned) }
    private var yesterday: String { today.adding(-1).description }
    private var start: String { (isFirst ? picture.yearFrom : max(today, picture.yearFrom)).description }

    init(
        _ picture: RosterPicture, _ state: RosterState, _ roster: RosterWriting, today: Day, isFirst: Bool,
        openAccount: @escaping (Int64) throws -> Void
    ) {
        self.picture = picture
        self.state = state
        self.roster = roster
        self.today = today
        self.isFirst = isFirst
        self.openAccount = openAccount
        owned = Set(state.byExternalID.values)
    }

    mutating func write(_ part: OneRosterPart = .whole) throws {
        if part == .teaching {
            ids = state.byExternalID
            for one in picture.classes { classIDs[one.name] = known(one)?.id }
        } else {
            try writePeople()
            try writeStaff()
            try writeLinks()
            try writeClasses()
        }
        if part != .people {
            var pages = RosterPages(picture, state, roster, people: ids, classes: classIDs, spans: spans)
            try pages.write()
        }
        if part != .teaching { try endTheGone() }
    }

    // MARK: People

    private mutating func writePeople() throws {
        let strangers = strangersByBirth()
        for (key, person) in picture.people.sorted(by: { $0.key < $1.key }) {
            if let known = state.byExternalID[key] ?? strangers[identity(person.facts)] {
                ids[key] = known
                try update(known, to: person.facts)
            } else {
                ids[key] = try roster.addPerson(person.facts)
            }
            if !person.isEnabled, let id = ids[key], !state.closedAccounts.contains(id) {
                try openAccount(id)
                try ending.closeAccount(of: id, on: today.description)
            }
        }
    }

    /// People entered by hand or from a list, by name and day of birth; only where that is one person.
    private func strangersByBirth() -> [String: Int64] {
        var found: [String: Int64] = [:]
        var double: Set<String> = []
        for person in state.people.values where person.facts.externalID.isEmpty && !person.facts.birthDay.isEmpty {
            let key = identity(person.facts)
            if found.updateValue(person.id, forKey: key) != nil { double.insert(key) }
        }
        return found.filter { !double.contains($0.key) }
    }

    /// A text no two people of a school are likely to share; without a day of birth it matches nobody.
    private func identity(_ facts: RosterWriting.PersonFacts) -> String {
        facts.birthDay.isEmpty ? "" : facts.name.searchText + "|" + facts.birthDay
    }

    /// What the file leaves blank stays as the school has it.
    private func update(_ id: Int64, to file: RosterWriting.PersonFacts) throws {
        guard let old = state.people[id]?.facts else { return }
        var new = old
        new.name = file.name
        new.externalID = file.externalID
        if !file.sex.isEmpty { new.sex = file.sex }
        if !file.birthDay.isEmpty { new.birthDay = file.birthDay }
        if !file.nationalID.isEmpty { new.nationalID = file.nationalID }
        if !file.phone.isEmpty { new.phone = file.phone }
        if !file.email.isEmpty { new.email = file.email }
        if !new.isSame(as: old) { try roster.changePerson(id, to: new) }
    }

    private func writeStaff() throws {
        for (key, person) in picture.people.sorted(by: { $0.key < $1.key }) where person.isStaff {
            guard let id = ids[key] else { continue }
            if let known = state.staff[id] {
                if known.to < today.description {
                    try roster.employ(id, position: known.position, from: start)
                }
            } else {
                try roster.employ(id, position: person.position, from: start)
            }
        }
    }

    private func writeLinks() throws {
        for link in picture.links.sorted(by: { ($0.guardian, $0.student) < ($1.guardian, $1.student) }) {
            guard let guardian = ids[link.guardian], let student = ids[link.student] else { continue }
            let known = state.guardians[.init(guardian: guardian, student: student)]
            if known == nil || (known?.to ?? "") < today.description {
                try roster.addGuardian(
                    guardian, of: student, relation: link.relation, from: start, isConfirmed: true)
            }
        }
    }

    // MARK: Classes

    private mutating func writeClasses() throws {
        try freeNames()
        for one in picture.classes {
            let id: Int64
            if let found = known(one) {
                id = found.id
                try update(found, to: one)
            } else {
                id = try roster.addClass(one.name, year: picture.year, room: one.room, externalID: one.id)
            }
            classIDs[one.name] = id
            for change in spans.changes(from: state.members[id] ?? [], to: one.members, ids: ids) {
                try change.apply(toGroup: id, roster)
            }
            try lead(id, by: one.teacher.flatMap { ids[$0] })
        }
    }

    private func known(_ one: RosterPicture.Class) -> RosterState.Class? {
        let own = state.classes.filter { $0.year == picture.year }
        return own.first { !one.id.isEmpty && $0.externalID == one.id } ?? own.first { $0.name == one.name }
    }

    /// Two classes may have exchanged their names: those that get another give up the old one first.
    private func freeNames() throws {
        let writing = roster.writing
        for one in picture.classes {
            guard let old = known(one), old.name != one.name else { continue }
            try writing.connection.run(
                "UPDATE class SET letter = \("~\(old.id)") WHERE school_id = \(writing.school) AND id = \(old.id)")
        }
    }

    private func update(_ old: RosterState.Class, to new: RosterPicture.Class) throws {
        let isSame =
            old.name == new.name && (old.externalID == new.id || new.id.isEmpty)
            && (new.room.isEmpty || old.room == new.room)
        guard !isSame else { return }
        let writing = roster.writing
        let room = new.room.isEmpty ? old.room : new.room
        let externalID = new.id.isEmpty ? old.externalID : new.id
        try writing.connection.run(
            """
            UPDATE class SET grade = \(new.name.grade), letter = \(new.name.letter),
                sort_key = \(new.name.sortKey(roster.alphabet)), room = \(room), external_id = \(externalID)
            WHERE school_id = \(writing.school) AND id = \(old.id)
            """)
        try writing.audit("class.change", "class/\(old.id)", before: old.name.compact, after: new.name.compact)
    }

    private func lead(_ classID: Int64, by teacher: Int64?) throws {
        let present = (state.leaders[classID] ?? []).filter { $0.to >= today.description }
        guard let teacher, !present.contains(where: { $0.person == teacher }) else { return }
        for leader in present { try ending.endLeading(of: classID, by: leader.person, to: yesterday) }
        try roster.lead(class: classID, by: teacher, from: present.isEmpty && isFirst ? start : laterStart)
    }

    private var laterStart: String { max(today, picture.yearFrom).description }

    // MARK: What is gone

    private func endTheGone() throws {
        let present = Set(picture.people.keys.compactMap { ids[$0] })
        let own = state.people.values.filter { !$0.facts.externalID.isEmpty }.sorted { $0.id < $1.id }
        try endParts(own)
        let kept = Set(classIDs.values)
        for one in state.classes where !one.externalID.isEmpty && !kept.contains(one.id) {
            for change in spans.changes(from: state.members[one.id] ?? [], to: [], ids: ids) {
                try change.apply(toGroup: one.id, roster)
            }
        }
        for person in own where !present.contains(person.id) {
            try ending.closeAccount(ofLeaver: person.id, in: state, on: today.description)
        }
    }

    private func isOwned(_ link: RosterState.Link) -> Bool {
        owned.contains(link.guardian) && owned.contains(link.student)
    }

    private func endParts(_ own: [RosterState.Person]) throws {
        for person in own where picture.people[person.facts.externalID]?.isStaff != true {
            guard let known = state.staff[person.id], known.to >= today.description else { continue }
            try ending.endEmployment(of: person.id, to: yesterday)
            for (classID, leaders) in state.leaders.sorted(by: { $0.key < $1.key }) {
                for leader in leaders where leader.person == person.id && leader.to >= today.description {
                    try ending.endLeading(of: classID, by: person.id, to: yesterday)
                }
            }
        }
        let wanted = Set(
            picture.links.compactMap { link in
                ids[link.guardian].flatMap { guardian in
                    ids[link.student].map { RosterState.Link(guardian: guardian, student: $0) }
                }
            })
        // A leaver's family keeps its link: whether it may go on reading is a setting of the school.
        for (link, known) in state.guardians where known.to >= today.description && isOwned(link) {
            let guardianIsGone = !picture.isActive(state.people[link.guardian]?.facts.externalID ?? "")
            let studentIsGone = !picture.isActive(state.people[link.student]?.facts.externalID ?? "")
            if !wanted.contains(link), guardianIsGone || !studentIsGone {
                try ending.endGuardian(link.guardian, of: link.student, to: yesterday)
            }
        }
    }
}
