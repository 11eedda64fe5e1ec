import SchoolRules

/// A list of the staff. It gives nobody a role: roles are granted by order.
struct StaffSheet {
    private let context: ListSchool
    private(set) var problems = ImportProblems()
    private(set) var changes = ListChanges()
    /// Rows about whose person somebody has to decide.
    private(set) var questions: [ListQuestion] = []
    private var seen: [Int64: Int] = [:]

    init(_ context: ListSchool) { self.context = context }

    mutating func write(_ people: [ListedPerson]) throws -> ImportAnswer.Counts {
        var counts = ImportAnswer.Counts()
        let colleagues = Set(context.state.staff.keys)
        let cells = PersonCells(context)
        problems.add(cells.comparison.likenesses(of: people))
        changes = cells.comparison.changes(people) { _ in colleagues }
        questions = cells.comparison.questions(people) { _ in colleagues }
        var names: [String: Int] = [:]
        for (index, person) in people.enumerated() {
            context.advance?(index, people.count)
            let key = "\(person.name.searchText)|\(person.birthDay?.number ?? 0)|\(person.nationalID)"
            if let first = names.updateValue(person.row.number, forKey: key + "|" + person.externalID) {
                problems.add(.duplicateRow(first), at: person.row.place)
                continue
            }
            let known: Int64?
            switch cells.match(person, among: colleagues) {
            case .known(let id): known = id
            case .new: known = nil
            case .several:
                problems.add(.ambiguousPerson(person.name.full), at: person.row.place)
                continue
            }
            if let known, let first = seen.updateValue(person.row.number, forKey: known) {
                problems.add(.duplicateRow(first), at: person.row.place)
                continue
            }
            try employ(try cells.write(person, over: known), position: person.position)
            counts.staff += 1
        }
        tellAbsences()
        return counts
    }

    /// Those in work whom the list does not name. Nobody is dismissed by a list: the load has to be handed over first.
    private mutating func tellAbsences() {
        let present = context.state.staff.filter { $0.value.to >= context.today.description && seen[$0.key] == nil }
        changes.left = present.keys.compactMap { id in
            context.state.people[id].map { (id, $0.facts.name, $0.facts.name.sortKey(context.roster.alphabet)) }
        }.sorted { ($0.2, $0.0) < ($1.2, $1.0) }.map { .init(person: $0.0, name: $0.1.list, schoolClass: "") }
    }

    private func employ(_ person: Int64, position: String) throws {
        let old = context.state.staff[person]
        let isPresent = old.map { $0.to >= context.today.description } ?? false
        if isPresent, position.isEmpty || old?.position == position { return }
        let from = isPresent ? old?.from ?? context.yearFrom.description : context.yearFrom.description
        try context.roster.employ(
            person, position: position.isEmpty ? old?.position ?? "" : position, from: from)
    }
}
