import SchoolRules

/// Finds a teacher by what lists write: a full name, `Осмонова Г. Т.`, a surname, a sign-in name, or the id of
/// another program.
struct TeacherNames {
    private let staff: [(id: Int64, name: PersonName)]
    private let logins: [String: Int64]
    private let others: [String: Int64]

    enum Match {
        case found(Int64)
        case unknown
        case several([String])
    }

    init(_ context: ListSchool) throws {
        let present = context.state.staff.filter { $0.value.to >= context.today.description }.keys.sorted()
        staff = present.compactMap { id in context.state.people[id].map { (id, $0.facts.name) } }
        let accounts = try context.connection.all(
            "SELECT login, person_id FROM account WHERE school_id = \(context.school) ORDER BY person_id"
        ) { ($0.text(0), $0.integer(1)) }
        let employed = Set(present)
        logins = Dictionary(accounts.filter { employed.contains($0.1) }) { first, _ in first }
        others = context.state.byExternalID.filter { employed.contains($0.value) }
    }

    func name(of id: Int64) -> PersonName? { staff.first { $0.id == id }?.name }

    func find(_ text: String) -> Match {
        if let id = others[text] ?? logins[LoginName.fold(text)] { return .found(id) }
        let key = searchFold(text)
        for test in [isFull, isSurnameAndGiven, isShort, isSurname] {
            let found = staff.filter { test($0.name, text, key) }
            if found.count == 1 { return .found(found[0].id) }
            if found.count > 1 { return .several(found.map(\.name.full)) }
        }
        return .unknown
    }

    private func isFull(_ name: PersonName, _ text: String, _ key: String) -> Bool { name.searchText == key }

    private func isSurnameAndGiven(_ name: PersonName, _ text: String, _ key: String) -> Bool {
        searchFold(name.list) == key
    }

    /// A surname, then the first letters of one or two names: `Бакыт уулу Т.`, `Ким Р.В.`
    private func isShort(_ name: PersonName, _ text: String, _ key: String) -> Bool {
        let surname = searchFold(name.surname)
        let parted = searchFold(String(text.map { $0 == "." ? " " : $0 }))
        guard parted.hasPrefix(surname + " ") else { return false }
        let letters = parted.dropFirst(surname.count + 1).split(separator: " ")
        guard (1...2).contains(letters.count), letters.allSatisfy({ $0.count == 1 }) else { return false }
        let own = [name.given, name.patronymic].map { searchFold($0).prefix(1) }
        return zip(letters, own).allSatisfy { $0 == $1 || $1.isEmpty }
    }

    private func isSurname(_ name: PersonName, _ text: String, _ key: String) -> Bool {
        searchFold(name.surname) == key
    }
}
