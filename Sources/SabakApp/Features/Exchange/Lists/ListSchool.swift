import SchoolRules
import Store

/// Is told how many rows of how many are done.
typealias ListAdvance = @Sendable (_ done: Int, _ of: Int) -> Void

/// What every list needs to know of the school.
struct ListSchool {
    let writing: Writing
    let ids: Identity
    let roster: RosterWriting
    let state: RosterState
    let today: Day
    let country: Country
    /// What was decided about rows whose person may be somebody known.
    let decisions: [RowPlace: ListDecision]
    /// Told of every row that is written.
    let advance: ListAdvance?
    /// The school year lists are for: that of today, or the newest the school has terms for.
    let year: Int
    let yearFrom: Day
    private(set) var subjects: [(id: Int64, name: String, code: String, keys: Set<String>)] = []
    var school: Int64 { writing.school }
    var connection: Connection { writing.connection }

    init(
        writing: Writing, ids: Identity, decisions: [RowPlace: ListDecision] = [:], advance: ListAdvance? = nil
    ) throws {
        self.advance = advance
        self.decisions = decisions
        self.writing = writing
        self.ids = ids
        roster = try RosterWriting(writing: writing, ids: ids)
        state = try RosterState(writing.connection, school: writing.school)
        let (connection, school) = (writing.connection, writing.school)
        let facts = try connection.first(
            "SELECT time_zone, country FROM school WHERE school_id = \(school)"
        ) { ($0.text(0), Country(rawValue: $0.text(1))) }
        today = LocalTime(zone: facts?.0 ?? "UTC").moment(writing.instant).day
        country = facts?.1 ?? .KG
        let present = SchoolCalendar.schoolYear(containing: today)
        let years = try connection.all(
            "SELECT year, min(from_day) FROM term WHERE school_id = \(school) GROUP BY year ORDER BY year DESC"
        ) { ($0.int(0), Day($0.text(1))) }
        let chosen = years.first { $0.0 == present } ?? years.first
        year = chosen?.0 ?? present
        yearFrom = chosen?.1 ?? Day(year: year, month: 9, day: 1) ?? today
        subjects = try connection.all(
            """
            SELECT id, name_ru, search, code FROM subject WHERE school_id = \(school) ORDER BY position, id
            """
        ) { row in
            let names = row.text(2).split(separator: "|").map(String.init)
            return (row.integer(0), row.text(1), row.text(3), Set(names.filter { !$0.isEmpty }))
        }
    }

    var classes: [RosterState.Class] { state.classes.filter { $0.year == year } }

    func schoolClass(_ text: String) -> RosterState.Class? {
        if let name = ClassCell.read(text), let named = classes.first(where: { $0.name == name }) { return named }
        return classes.first { !$0.externalID.isEmpty && $0.externalID == text }
    }

    /// The subject of a name in any language, an everyday name or a code of the catalogue.
    func subject(_ name: String) -> Int64? {
        let key = searchFold(name)
        if let known = subjects.first(where: { $0.keys.contains(key) }) { return known.id }
        let code = SubjectSynonyms.code(of: name) ?? name
        return subjects.first { !$0.code.isEmpty && $0.code == code }?.id
    }

    mutating func addSubject(_ name: String) throws -> Int64 {
        let id = try roster.addSubject(code: "", names: Names(ky: name, ru: name, kk: name, en: name))
        subjects.append((id, name, "", [searchFold(name)]))
        return id
    }

    func subjectName(_ id: Int64) -> String { subjects.first { $0.id == id }?.name ?? "" }

    /// People of a class or group on a day, in order of their names.
    func members(of group: Int64) -> [Int64] {
        let open = (state.members[group] ?? []).filter { $0.to >= today.description }
        let alphabet = roster.alphabet
        return Array(Set(open.map(\.person))).map { id in
            (id, state.people[id]?.facts.name.sortKey(alphabet) ?? "")
        }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }
}
