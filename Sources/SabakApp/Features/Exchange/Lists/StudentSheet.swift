import SchoolRules

/// A list of students, with their classes and parents.
struct StudentSheet {
    private let context: ListSchool
    private let cells: PersonCells
    private(set) var problems = ImportProblems()
    private var mates: [Int64: Set<Int64>] = [:]
    private var classIDs: [ClassName: Int64] = [:]
    private var placed: [Int64: RosterState.Class] = [:]
    private var seen: [String: Int] = [:]
    private var seenPeople: [Int64: Int] = [:]
    private var guardians: GuardianCells
    private var counts = ImportAnswer.Counts()
    private(set) var changes = ListChanges()
    /// Rows about whose person somebody has to decide.
    private(set) var questions: [ListQuestion] = []
    private let file: String
    private let leaving: ListLeaving
    private let groups: GroupFollowing
    private var newFamilies: Set<Int64> = []

    init(_ context: ListSchool, file: String, leaving: ListLeaving = .init()) throws {
        self.context = context
        self.file = file
        self.leaving = leaving
        groups = try GroupFollowing(context)
        cells = PersonCells(context)
        guardians = GuardianCells(context)
        for one in context.classes {
            classIDs[one.name] = one.id
            mates[one.id] = context.memberSet(of: one.id)
            for id in mates[one.id] ?? [] { placed[id] = one }
        }
    }

    mutating func write(_ people: [ListedPerson]) throws -> ImportAnswer.Counts {
        problems.add(cells.comparison.likenesses(of: people))
        let among = { [classIDs, mates] (name: ClassName?) in
            name.flatMap { classIDs[$0] }.flatMap { mates[$0] } ?? []
        }
        changes = cells.comparison.changes(people, among: among)
        let adults = Set(context.state.guardians.keys.map(\.guardian)).union(context.state.staff.keys)
        questions = cells.comparison.questions(people, apart: adults, among: among)
        tellAbsences()
        var used: Set<ClassName> = []
        for (index, person) in people.enumerated() {
            context.advance?(index, people.count)
            guard let name = person.schoolClass else { continue }
            used.insert(name)
            try write(person, in: name)
        }
        changes.noteFamilies(newFamilies, names: context.state.people.mapValues(\.facts.name.list))
        try dischargeLeavers()
        counts.classes = used.count
        counts.guardians = guardians.people.count
        return counts
    }

    /// Nobody leaves a class because a list does not name him: the list may be a part of it.
    private mutating func tellAbsences() {
        for (name, left) in Dictionary(grouping: changes.left, by: \.schoolClass).sorted(by: { $0.key < $1.key }) {
            problems.add(.notInList(name, left.map(\.name)), at: ImportPlace(file: file))
        }
    }

    /// Those who are said to have left; all others of whom the list says nothing stay.
    private func dischargeLeavers() throws {
        for absence in changes.left where leaving.people.contains(absence.person) {
            guard let old = placed[absence.person] else { continue }
            let day = leaving.day ?? context.today
            try context.roster.endEnrolment(
                of: absence.person, in: old.id, to: day.description,
                by: MovementOrder(number: leaving.order, day: leaving.orderDay))
            try groups.leaveAll(absence.person, to: day.description)
        }
    }

    private mutating func write(_ person: ListedPerson, in name: ClassName) throws {
        let row = person.row
        let key = "\(person.name.searchText)|\(person.birthDay?.number ?? 0)|\(name.compact)|\(person.nationalID)"
        if let first = seen.updateValue(row.number, forKey: key + "|" + person.externalID) {
            problems.add(.duplicateRow(first), at: row.place)
            return
        }
        let known: Int64?
        switch cells.match(person, among: classIDs[name].flatMap { mates[$0] } ?? []) {
        case .known(let id): known = id
        case .new: known = nil
        case .several:
            problems.add(.ambiguousPerson(person.name.full), at: row.place)
            return
        }
        if let known, let first = seenPeople.updateValue(row.number, forKey: known) {
            problems.add(.duplicateRow(first), at: row.place)
            return
        }
        let student = try cells.write(person, over: known)
        try enrol(student, name, person.name, row)
        if try guardians.write(person, of: student), known != nil { newFamilies.insert(student) }
        counts.students += 1
        counts.enrolments += 1
    }

    private mutating func enrol(
        _ student: Int64, _ name: ClassName, _ person: PersonName, _ row: ListRow
    ) throws {
        let isOld = classIDs[name] != nil
        let classID = try classIDs[name] ?? context.roster.addClass(name, year: context.year)
        classIDs[name] = classID
        guard placed[student]?.id != classID else { return }
        let hadMembers = isOld && !(context.state.members[classID] ?? []).isEmpty
        var from = hadMembers || placed[student] != nil ? max(context.today, context.yearFrom) : context.yearFrom
        if !row[.from].isEmpty {
            guard let day = ListValues.day(row[.from]) else {
                problems.add(.badDay(row[.from]), at: row.place(.from))
                return
            }
            from = day
        }
        if let old = placed[student] {
            problems.add(
                .studentMoved(person.list, from: old.name.compact, to: name.compact), at: row.place(.schoolClass))
            try context.roster.endEnrolment(of: student, in: old.id, to: from.adding(-1).description)
            try groups.leave(student, old.id, to: from.adding(-1).description)
        }
        try context.roster.enrol(student, in: classID, from: from.description)
        try groups.join(student, classID, from: from.description)
    }
}

/// The parents named in a row of students.
struct GuardianCells {
    private let context: ListSchool
    /// Everybody met so far, by name and telephone, so that brothers and sisters share their parents.
    private var met: [String: Int64] = [:]
    private(set) var people: Set<Int64> = []
    private let known: [Int64: [Int64]]

    init(_ context: ListSchool) {
        self.context = context
        known = Dictionary(grouping: context.state.guardians.keys, by: \.student)
            .mapValues { $0.map(\.guardian).sorted() }
        for link in context.state.guardians.keys {
            if let facts = context.state.people[link.guardian]?.facts, !facts.phone.isEmpty {
                met[key(facts.name, facts.phone)] = link.guardian
            }
        }
    }

    /// - Returns: whether a link or a telephone is new.
    mutating func write(_ person: ListedPerson, of student: Int64) throws -> Bool {
        var isNew = false
        for guardian in person.guardians {
            isNew = try write(guardian.name, phone: guardian.phone, guardian.relation, of: student) || isNew
        }
        return isNew
    }

    private mutating func write(
        _ name: PersonName, phone: String, _ relation: String, of student: Int64
    ) throws -> Bool {
        var isNew = false
        let linked = known[student]?.first {
            context.state.people[$0]?.facts.name.searchText == name.searchText
        }
        let id = try linked ?? (phone.isEmpty ? nil : met[key(name, phone)]) ?? add(name, phone, relation)
        if !phone.isEmpty { met[key(name, phone)] = id }
        people.insert(id)
        if let old = context.state.people[id]?.facts, !phone.isEmpty, old.phone != phone {
            var facts = old
            facts.phone = phone
            try context.roster.changePerson(id, to: facts)
            isNew = true
        }
        let link = context.state.guardians[.init(guardian: id, student: student)]
        if link.map({ $0.to < context.today.description }) ?? true {
            try context.roster.addGuardian(
                id, of: student, relation: relation, from: context.yearFrom.description, isConfirmed: true)
            isNew = true
        }
        return isNew
    }

    private func add(_ name: PersonName, _ phone: String, _ relation: String) throws -> Int64 {
        var facts = RosterWriting.PersonFacts(name: name)
        facts.phone = phone
        facts.sex = ["mother": "f", "father": "m"][relation] ?? ""
        return try context.roster.addPerson(facts)
    }

    private func key(_ name: PersonName, _ phone: String) -> String {
        name.searchText + "|" + ListValues.phoneKey(phone)
    }
}
