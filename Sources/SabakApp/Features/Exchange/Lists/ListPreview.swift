import SchoolRules

/// The first rows of a list as they will be understood, for the screen on which columns are matched.
struct ListPreview: Sendable {
    struct Line: Sendable {
        let place: ImportPlace
        /// What each column was understood as; a cell that was not understood is missing.
        let values: [ListColumn: String]
    }
    private(set) var lines: [Line] = []
    /// Problems of the rows shown.
    private(set) var problems = ImportProblems()

    init(_ reading: ListReading, country: Country, today: Day, most: Int = 10) {
        let people = PersonReading(kind: reading.kind, country: country, today: today)
        for row in reading.sheets.flatMap(\.rows).filter(\.isGood).prefix(most) {
            let values =
                switch reading.kind {
                case .students, .staff: people.person(row, &problems).map(Self.values) ?? [:]
                case .load, .timetable, .plan: Self.values(row, &problems)
                }
            lines.append(Line(place: row.place, values: values))
        }
    }

    private static func values(_ person: ListedPerson) -> [ListColumn: String] {
        var values: [ListColumn: String] = [
            .surname: person.name.surname, .given: person.name.given, .patronymic: person.name.patronymic,
            .birthDay: person.birthDay?.description ?? "", .sex: person.sex, .nationalID: person.nationalID,
            .phone: person.phone, .email: person.email, .address: person.address, .position: person.position,
            .schoolClass: person.schoolClass?.compact ?? "", .externalID: person.externalID,
        ]
        for guardian in person.guardians {
            let text = [guardian.name.full, guardian.phone].filter { !$0.isEmpty }.joined(separator: ", ")
            values[guardian.column] = [values[guardian.column], text].compactMap { $0 }.joined(separator: "; ")
        }
        return values.filter { !$0.value.isEmpty }
    }

    private static func values(_ row: ListRow, _ problems: inout ImportProblems) -> [ListColumn: String] {
        var values: [ListColumn: String] = [:]
        for column in row.frame.columns.keys where !row[column].isEmpty {
            let text = row[column]
            let (value, code) = understood(text, column)
            if let value { values[column] = value } else { problems.add(.badValue(code, text), at: row.place(column)) }
        }
        return values
    }

    private static func understood(_ text: String, _ column: ListColumn) -> (String?, String) {
        switch column {
        case .schoolClass, .grade:
            let names = ListValues.several(text).map { ClassCell.read($0)?.compact ?? $0 }
            return (names.joined(separator: ", "), "bad_class")
        case .hours: return (ListValues.hours(text).map(UnderstoodRow.hours), "bad_hours")
        case .weekday: return (ListValues.weekday(text).map(String.init), "bad_weekday")
        case .week: return (ListValues.parity(text)?.rawValue, "bad_week")
        case .from: return (ListValues.day(text)?.description, "bad_date")
        default: return (text, "")
        }
    }
}
