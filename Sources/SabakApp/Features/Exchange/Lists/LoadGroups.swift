import SchoolRules

/// The groups a load list names. A group of a class is one for all its subjects; a new one gets its students in order
/// of the list, which is told.
struct LoadGroups {
    struct Place: Hashable {
        let classID: Int64
        let subject: Int64
    }
    private struct Name: Hashable {
        let classID: Int64
        let name: String
    }

    private let context: ListSchool
    private var known: [Name: Int64] = [:]

    init(_ context: ListSchool) {
        self.context = context
    }

    mutating func group(
        of classes: [RosterState.Class], named name: String, beside others: [String], _ problems: inout ImportProblems,
        at row: ListRow
    ) throws -> Int64 {
        if classes.count == 1, name.isEmpty { return classes[0].id }
        let classID = classes.count == 1 ? classes[0].id : 0
        let title = name.isEmpty ? classes.map(\.name.compact).joined(separator: ", ") : name
        let key = Name(classID: classID, name: searchFold(title))
        if let id = try known[key] ?? find(title, classID) {
            known[key] = id
            return id
        }
        let id = try context.roster.addGroup(
            kind: classID == 0 ? "across" : "subgroup", name: title, year: context.year, class: classID)
        known[key] = id
        for student in students(of: classes, named: title, beside: others) {
            try context.roster.enrol(student, in: id, from: context.yearFrom.description)
        }
        if classID != 0 {
            problems.add(.groupDivided(classes[0].name.compact), at: row.place(.group))
        }
        return id
    }

    private func find(_ title: String, _ classID: Int64) throws -> Int64? {
        let key = searchFold(title)
        return try context.connection.all(
            """
            SELECT id, name FROM study_group
            WHERE school_id = \(context.school) AND year = \(context.year) AND class_id = \(classID)
                AND kind IN ('subgroup', 'across')
            ORDER BY id
            """
        ) { ($0.integer(0), $0.text(1)) }.first { searchFold($0.1) == key }?.0
    }

    /// All students of several classes, or the share of one class: the first of two groups gets the first half.
    private func students(of classes: [RosterState.Class], named title: String, beside others: [String]) -> [Int64] {
        let all = classes.flatMap { context.members(of: $0.id) }
        guard classes.count == 1 else { return all }
        var names: [String] = []
        for name in others where !names.contains(searchFold(name)) { names.append(searchFold(name)) }
        guard let index = names.firstIndex(of: searchFold(title)), names.count > 1 else { return all }
        return Array(all[(all.count * index / names.count)..<(all.count * (index + 1) / names.count)])
    }
}
