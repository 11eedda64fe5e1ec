import SchoolRules

/// A list of the staff. It gives nobody a role: roles are granted by order.
struct StaffSheet {
    private let context: ListSchool
    private(set) var problems = ImportProblems()
    private var seen: [Int64: Int] = [:]

    init(_ context: ListSchool) { self.context = context }

    mutating func write(_ sheets: [ListSheet]) throws -> ImportAnswer.Counts {
        var counts = ImportAnswer.Counts()
        let colleagues = Set(context.state.staff.keys)
        let cells = PersonCells(context)
        var names: [String: Int] = [:]
        for row in sheets.flatMap(\.rows) where !row.isBlank {
            guard let facts = cells.facts(row, &problems) else { continue }
            let key = "\(facts.name.searchText)|\(facts.birthDay)|\(facts.nationalID)|\(facts.externalID)"
            if let first = names.updateValue(row.number, forKey: key) {
                problems.add(.duplicateRow(first), at: row.place)
                continue
            }
            let known: Int64?
            switch cells.find(facts, among: colleagues) {
            case .known(let id): known = id
            case .new: known = nil
            case .several:
                problems.add(.ambiguousPerson(facts.name.full), at: row.place)
                continue
            }
            if let known, let first = seen.updateValue(row.number, forKey: known) {
                problems.add(.duplicateRow(first), at: row.place)
                continue
            }
            try employ(try cells.write(facts, over: known), position: row[.position])
            counts.staff += 1
        }
        return counts
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
