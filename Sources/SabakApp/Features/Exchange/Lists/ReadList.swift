import SchoolRules

/// A list with its people read: all that can be known before the school is asked about them.
struct ReadList: Sendable {
    let reading: ListReading
    /// Empty for lists of lessons.
    let people: [ListedPerson]
    /// Problems of the file, and of the cells of people.
    let problems: ImportProblems

    init(_ reading: ListReading, country: Country, today: Day) {
        self.reading = reading
        var problems = reading.problems
        switch reading.kind {
        case .students, .staff:
            let found = PersonReading(kind: reading.kind, country: country, today: today).people(in: reading)
            people = found.people
            problems.add(found.problems)
        case .load, .timetable, .plan: people = []
        }
        self.problems = problems
    }

    var hasRows: Bool { reading.sheets.contains { $0.rows.contains(where: \.isGood) } }
}
