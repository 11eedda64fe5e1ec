import SchoolRules
import Store
import Web

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
    /// Whether everything is tried on a copy that is thrown away; the lessons of the school are not in it.
    let isTrial: Bool
    /// The school year lists are for: that of today, or the newest the school has terms for.
    let year: Int
    let yearFrom: Day
    private(set) var subjects: [(id: Int64, name: Text, code: String, keys: Set<String>)] = []
    var school: Int64 { writing.school }
    var connection: Connection { writing.connection }

    init(
        writing: Writing, ids: Identity, decisions: [RowPlace: ListDecision] = [:], isTrial: Bool = false,
        advance: ListAdvance? = nil
    ) throws {
        self.advance = advance
        self.decisions = decisions
        self.isTrial = isTrial
        self.writing = writing
        self.ids = ids
        let (connection, school) = (writing.connection, writing.school)
        (country, today) = try Self.place(of: school, at: writing.instant, in: connection)
        roster = RosterWriting(writing: writing, ids: ids, alphabet: country.profile.alphabet)
        state = try RosterState(connection, school: school)
        let present = SchoolCalendar.schoolYear(containing: today)
        let years = try connection.all(
            "SELECT year, min(from_day) FROM term WHERE school_id = \(school) GROUP BY year ORDER BY year DESC"
        ) { ($0.int(0), Day($0.text(1))) }
        let chosen = years.first { $0.0 == present } ?? years.first
        year = chosen?.0 ?? present
        yearFrom = chosen?.1 ?? Day(year: year, month: 9, day: 1) ?? today
        subjects = try connection.all(
            """
            SELECT id, name_ky, name_ru, name_kk, name_en, search, code FROM subject
            WHERE school_id = \(school) ORDER BY position, id
            """
        ) { row in
            let names = row.text(5).split(separator: "|").map(String.init)
            let text = Text(ky: row.text(1), ru: row.text(2), kk: row.text(3), en: row.text(4))
            return (row.integer(0), text, row.text(6), Set(names.filter { !$0.isEmpty }))
        }
    }

    /// The country of a school, and the day it is there.
    static func place(
        of school: Int64, at instant: Int64, in connection: Connection
    ) throws -> (country: Country, today: Day) {
        let facts = try connection.first(
            "SELECT time_zone, country FROM school WHERE school_id = \(school)"
        ) { ($0.text(0), Country(rawValue: $0.text(1))) }
        return (facts?.1 ?? .KG, LocalTime(zone: facts?.0 ?? "UTC").moment(instant).day)
    }

    /// What happens in the lessons of a school, and what its people do with the program: no list asks about it, and it
    /// is most of what a school holds.
    static let notAskedAbout: Set<String> = [
        "absence_notice", "access_log", "activation_code", "audit", "audit_text", "change_request", "characteristic",
        "correction", "data_check", "diary_visit", "entry", "exemption", "final_mark", "homework_done", "idempotency",
        "lesson", "lesson_change", "list_import", "list_import_file", "outbox", "own_homework", "planned_work",
        "remark", "session", "substitution", "transferred_mark", "unlock", "unlock_approval",
    ]

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
        subjects.append((id, Text(ky: name, ru: name, kk: name, en: name), "", [searchFold(name)]))
        return id
    }

    func subjectText(_ id: Int64) -> Text? { subjects.first { $0.id == id }?.name }

    func subjectName(_ id: Int64) -> String { subjectText(id)?.ru ?? "" }

    /// People of a class or group from today on.
    func memberSet(of group: Int64) -> Set<Int64> {
        Set((state.members[group] ?? []).filter { $0.to >= today.description }.map(\.person))
    }

    /// The same in order of their names.
    func members(of group: Int64) -> [Int64] {
        let alphabet = roster.alphabet
        return memberSet(of: group).map { id in (id, state.people[id]?.facts.name.sortKey(alphabet) ?? "") }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
    }
}
