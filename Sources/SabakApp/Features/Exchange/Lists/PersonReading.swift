import SchoolRules
import Sheets

/// A person as one row of a list says, understood.
struct ListedPerson: Sendable {
    let row: ListRow
    var name: PersonName
    var birthDay: Day?
    /// `f`, `m` or empty.
    var sex = ""
    var nationalID = ""
    var phone = ""
    var email = ""
    var address = ""
    var externalID = ""
    var position = ""
    var schoolClass: ClassName?
    var guardians: [Guardian] = []

    struct Guardian: Sendable {
        let column: ListColumn
        let name: PersonName
        let phone: String
        /// `mother`, `father`, `parent`.
        let relation: String
    }
}

/// Reads people from rows of lists of students and staff.
struct PersonReading: Sendable {
    let kind: ListKind
    let country: Country
    let today: Day

    /// The person of a row; nil, with the problem told, where the name cannot be read.
    func person(_ row: ListRow, _ problems: inout ImportProblems) -> ListedPerson? {
        guard let name = name(row, &problems) else { return nil }
        var person = ListedPerson(row: row, name: name)
        person.externalID = row[.externalID]
        person.email = row[.email]
        person.address = row[.address]
        person.position = row[.position]
        person.phone = phone(row, .phone, &problems)
        person.birthDay = birthDay(row, &problems)
        person.sex = sex(row, &problems)
        person.nationalID = nationalID(row, &person, &problems)
        if kind == .students {
            person.schoolClass = schoolClass(row, &problems)
            person.guardians = guardians(row, &problems)
        }
        return person
    }

    /// Everybody in a list, with the problems of their rows.
    func people(in reading: ListReading) -> (people: [ListedPerson], problems: ImportProblems) {
        var problems = ImportProblems()
        let people = reading.sheets.flatMap(\.rows).filter(\.isGood).compactMap { person($0, &problems) }
        return (people, problems)
    }

    // MARK: Names

    private func name(_ row: ListRow, _ problems: inout ImportProblems) -> PersonName? {
        let column: ListColumn = row.has(.surname) ? .surname : row.has(.fullName) ? .fullName : .teacher
        let cell = NameCell(row[column])
        guard !cell.text.isEmpty else {
            problems.add(.missingValue(column.headers[0]), at: row.place(column))
            return nil
        }
        tell(cell, row.place(column), &problems)
        if column == .surname, row.has(.given) { return parted(cell, row, &problems) }
        if let name = cell.person {
            if kind == .students, name.given.contains(".") {
                problems.add(.onlyInitials(name.full), at: row.place(column))
            }
            return name
        }
        problems.add(cell.hasDigits ? .digitsInName(cell.text) : .badName(cell.text), at: row.place(column))
        return nil
    }

    private func parted(_ surname: NameCell, _ row: ListRow, _ problems: inout ImportProblems) -> PersonName? {
        let (given, patronymic) = (NameCell(row[.given]), NameCell(row[.patronymic]))
        // The whole name in the column of the surname, with nothing beside it.
        if given.text.isEmpty, let whole = surname.person { return whole }
        for (cell, column) in [(surname, ListColumn.surname), (given, .given), (patronymic, .patronymic)]
        where cell.hasDigits {
            problems.add(.digitsInName(cell.text), at: row.place(column))
            return nil
        }
        guard !given.text.isEmpty else {
            problems.add(.missingValue(ListColumn.given.headers[0]), at: row.place(.given))
            return nil
        }
        tell(given, row.place(.given), &problems)
        tell(patronymic, row.place(.patronymic), &problems)
        return PersonName(surname: surname.text, given: given.text, patronymic: patronymic.text)
    }

    private func tell(_ cell: NameCell, _ place: ImportPlace, _ problems: inout ImportProblems) {
        for mend in cell.mends {
            switch mend {
            case .letters(let before, let after): problems.add(.mixedLetters(before, after), at: place)
            case .remark(let remark): problems.add(.remarkInName(remark), at: place)
            }
        }
    }

    // MARK: Other cells

    private func birthDay(_ row: ListRow, _ problems: inout ImportProblems) -> Day? {
        let text = row[.birthDay]
        guard !text.isEmpty else { return nil }
        let ages = DateReading.ages[kind]
        let written = DateReading.day(
            row.cell(.birthDay), today: today, ages: ages, startsIn1904: row.frame.startsIn1904)
        guard let written, written.day < today else {
            problems.add(.badDay(text), at: row.place(.birthDay))
            return nil
        }
        if written.isCenturyGuessed {
            problems.add(.centuryGuessed(text, written.day), at: row.place(.birthDay))
        } else if let ages, !ages.contains((today.number - written.day.number) / 365) {
            problems.add(.oddAge(text), at: row.place(.birthDay))
        }
        return written.day
    }

    private func sex(_ row: ListRow, _ problems: inout ImportProblems) -> String {
        guard !row[.sex].isEmpty else { return "" }
        if let sex = ListValues.sex(row[.sex]) { return sex }
        problems.add(.badValue("bad_sex", row[.sex]), at: row.place(.sex))
        return ""
    }

    private func phone(_ row: ListRow, _ column: ListColumn, _ problems: inout ImportProblems) -> String {
        let cell = row.cell(column)
        if cell.isScientific, Self.hasLostDigits(cell) {
            problems.add(.scientificNumber(cell.stored), at: row.place(column))
            return ""
        }
        return phone(row[column], row.place(column), &problems)
    }

    /// The first telephone of a text in its international form; as it stands, with a warning, where it is none.
    private func phone(_ text: String, _ place: ImportPlace, _ problems: inout ImportProblems) -> String {
        let parts = text.split { ",;/\n".contains($0) }.map { $0.trimmedSpaces }.filter { !$0.isEmpty }
        guard let first = parts.first else { return "" }
        if parts.count > 1 { problems.add(.secondPhone(parts.dropFirst().joined(separator: ", ")), at: place) }
        if let number = PhoneNumber(first, in: country) { return number.text }
        problems.add(.badPhone(first), at: place)
        return first.contains(where: \.isNumber) ? first : ""
    }

    private func nationalID(
        _ row: ListRow, _ person: inout ListedPerson, _ problems: inout ImportProblems
    ) -> String {
        let cell = row.cell(.nationalID)
        guard !row[.nationalID].isEmpty else { return "" }
        let place = row.place(.nationalID)
        if cell.isScientific, Self.hasLostDigits(cell) {
            problems.add(.scientificNumber(cell.stored), at: place)
            return ""
        }
        let text = Self.bare(row[.nationalID])
        if let whole = NationalNumber(withoutZeros: text, in: country) {
            problems.add(.zerosRestored(text, whole.digits), at: place)
            return whole.digits
        }
        guard let number = NationalNumber(text) else {
            problems.add(
                cell.isScientific ? .scientificNumber(cell.stored) : .badValue("bad_pin", cell.text), at: place)
            return ""
        }
        if let doubt = number.doubt(birthDay: person.birthDay, sex: person.sex) {
            problems.add(.doubtfulNumber(number.digits, doubt), at: place)
        }
        return number.digits
    }

    /// Without the apostrophe that keeps a number text, and without the `.0` other programs append.
    private static func bare(_ text: String) -> String {
        let text = text.hasPrefix("'") ? String(text.dropFirst()) : text
        return text.hasSuffix(".0") || text.hasSuffix(",0") ? String(text.dropLast(2)) : text
    }

    /// A number stored as 2.05E+13 has lost digits; one stored as 2.0512200912345E13 has not.
    private static func hasLostDigits(_ cell: Sheets.SheetCell) -> Bool {
        guard let exponent = cell.stored.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return false }
        let digits = cell.text.filter(\.isNumber)
        guard cell.kind == .number else { return true }
        return cell.stored[..<exponent].filter(\.isNumber).count < digits.reversed().drop { $0 == "0" }.count
            || digits.hasSuffix("000000")
    }

    // MARK: Class and parents

    private func schoolClass(_ row: ListRow, _ problems: inout ImportProblems) -> ClassName? {
        if let inherited = row.inheritsClass { return inherited }
        let text = row[.schoolClass]
        if text.isEmpty {
            problems.add(.missingValue(ListColumn.schoolClass.headers[0]), at: row.place(.schoolClass))
        } else if row.cell(.schoolClass).kind == .date {
            problems.add(.classBecameDate(text), at: row.place(.schoolClass))
        } else if let name = ClassCell.read(text) {
            return name
        } else {
            problems.add(.badValue("bad_class", text), at: row.place(.schoolClass))
        }
        return nil
    }

    private func guardians(_ row: ListRow, _ problems: inout ImportProblems) -> [ListedPerson.Guardian] {
        let kinds: [(ListColumn, ListColumn, String)] = [
            (.mother, .motherPhone, "mother"), (.father, .fatherPhone, "father"), (.guardian, .guardianPhone, "parent"),
        ]
        var found: [ListedPerson.Guardian] = []
        for (column, phoneColumn, relation) in kinds {
            let phone = phone(row, phoneColumn, &problems)
            // Several parents in one cell, each perhaps with a telephone.
            let parts = row[column].split { ";\n".contains($0) }.map { $0.trimmedSpaces }.filter { !$0.isEmpty }
            for (index, part) in parts.enumerated() {
                let (text, tail) = ListValues.nameAndPhone(part)
                let cell = NameCell(text)
                tell(cell, row.place(column), &problems)
                guard let name = cell.person else {
                    problems.add(.badName(text), at: row.place(column))
                    continue
                }
                let own = index == 0 && !phone.isEmpty ? phone : self.phone(tail, row.place(column), &problems)
                found.append(.init(column: column, name: name, phone: own, relation: relation))
            }
        }
        return found
    }
}
