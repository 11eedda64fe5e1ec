import SchoolRules
import Store
import Web

/// A list somebody brings.
struct BroughtList: Sendable {
    let id: Int64
    let kind: ImportKind
    let state: ImportState
    /// Whose turn it is; who holds an older claim changes nothing any more.
    let claim: Int64
    let name: String
    let person: Int64
    let personName: PersonName?
    let at: Int64
    let changedAt: Int64
    /// The language of whoever set it going.
    let language: Language
    var wish = ImportWish()
    var report: ImportReport?
}

enum ImportingQueries {
    /// So long a list that was not brought in, and the rows that went back, are kept.
    static let keptFor: Int64 = 30 * 86_400_000
    /// So many unfinished lists a person may have.
    static let mostOpen = 20

    // MARK: Reading

    /// The lists of the kinds the visitor may bring, the newest first; of plans the own ones.
    static func lists(_ visit: Visit, in connection: Connection) throws -> [BroughtList] {
        try connection.all(
            """
            \(columns(of: visit.school.id, full: false)) AND \(visible(to: visit))
            ORDER BY list_import.at DESC, list_import.id DESC LIMIT 50
            """
        ) {
            try list($0)
        }
    }

    /// - Throws: ``Refusal/notFound`` for a list that is not the visitor's to see.
    static func list(_ id: Int64, _ visit: Visit, in connection: Connection) throws -> BroughtList {
        let found = try connection.first(
            "\(columns(of: visit.school.id, full: true)) AND list_import.id = \(id) AND \(visible(to: visit))"
        ) { try list($0) }
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// The day proposed for a timetable.
    static func firstDay(_ visit: Visit, in connection: Connection) throws -> Day {
        let begins = try connection.first(
            "SELECT min(from_day) FROM term WHERE school_id = \(visit.school.id) AND year = \(visit.year)"
        ) { Day($0.text(0)) }
        let isFirst = try !PublishingQueries.hasTimetable(of: visit.year, school: visit.school.id, in: connection)
        return TimetableVersion.firstDay(
            on: visit.today, yearFrom: (begins ?? nil) ?? visit.today, isFirst: isFirst)
    }

    private static func columns(of school: Int64, full: Bool) -> SQL {
        let large: SQL = full ? "wish, report" : "'', ''"
        return """
            SELECT list_import.id, kind, state, claim, name, by_person, at, changed_at, language,
                coalesce(person.surname, ''), coalesce(person.given, ''), coalesce(person.patronymic, ''), \(large)
            FROM list_import
            LEFT JOIN person ON person.school_id = list_import.school_id AND person.id = list_import.by_person
            WHERE list_import.school_id = \(school)
            """
    }

    private static func visible(to visit: Visit) -> SQL {
        let shared = ImportKind.all(of: visit).filter { $0 != .plan }.map(\.rawValue)
        return """
            (kind IN \(list: shared) OR kind = 'plan' AND by_person = \(visit.person.id))
            """
    }

    private static func list(_ row: Row) throws -> BroughtList {
        let name = PersonName(stored: row.text(9), given: row.text(10), patronymic: row.text(11))
        let report = row.text(13)
        return BroughtList(
            id: row.integer(0), kind: ImportKind(rawValue: row.text(1)) ?? .students,
            state: ImportState(rawValue: row.text(2)) ?? .failed, claim: row.integer(3), name: row.text(4),
            person: row.integer(5), personName: row.text(9).isEmpty ? nil : name, at: row.integer(6),
            changedAt: row.integer(7), language: Language(rawValue: row.text(8)) ?? .ru,
            wish: try ImportWish(json: row.text(12)), report: report.isEmpty ? nil : try ImportReport(json: report))
    }

    static func files(of id: Int64, purpose: String, school: Int64, in connection: Connection) throws
        -> [UploadedFiles.File]
    {
        try connection.all(
            """
            SELECT name, content FROM list_import_file
            WHERE school_id = \(school) AND import_id = \(id) AND purpose = \(purpose) ORDER BY number
            """
        ) { UploadedFiles.File(name: $0.text(0), bytes: $0.bytes(1)) }
    }

    static func hasRejects(_ id: Int64, school: Int64, in connection: Connection) throws -> Bool {
        try connection.count(
            """
            SELECT count(*) FROM list_import_file
            WHERE school_id = \(school) AND import_id = \(id) AND purpose = 'rejects'
            """) > 0
    }

    // MARK: Mappings

    private static let mappingsName = "import.mappings"

    /// What the school has confirmed of the columns of its lists.
    static func mappings(school: Int64, in connection: Connection) throws -> ListMappings {
        let kept = try SchoolFacts.setting(mappingsName, school: school, in: connection)
        return kept.map(ListMappings.init(json:)) ?? ListMappings()
    }

    static func keep(_ mappings: ListMappings, in writing: Writing) throws {
        let known = try Self.mappings(school: writing.school, in: writing.connection)
        let all = mappings.named.over(known)
        guard all != known else { return }
        try writing.connection.run(
            """
            INSERT INTO setting (school_id, name, value) VALUES (\(writing.school), \(mappingsName), \(try all.json))
            ON CONFLICT (school_id, name) DO UPDATE SET value = excluded.value
            """)
        try writing.audit("setting.change", "setting/\(mappingsName)", after: "\(all.kept.count)")
    }

    // MARK: Writing

    static func openCount(of person: Int64, school: Int64, in connection: Connection) throws -> Int {
        try connection.count(
            """
            SELECT count(*) FROM list_import
            WHERE school_id = \(school) AND by_person = \(person) AND state <> 'done'
            """)
    }

    static func add(
        _ files: UploadedFiles, _ wish: ImportWish, language: Language, ids: Identity, in writing: Writing
    ) throws -> Int64 {
        let id = ids.next()
        let name = files.files.map(\.name).joined(separator: ", ")
        try writing.connection.run(
            """
            INSERT INTO list_import (school_id, id, kind, state, name, by_person, at, changed_at, language, wish)
            VALUES (\(writing.school), \(id), \(files.kind.rawValue), 'uploaded', \(name), \(writing.author.person),
                \(writing.instant), \(writing.instant), \(language.rawValue), \(try wish.json))
            """)
        for (number, file) in files.files.enumerated() {
            try add(file, purpose: "source", number: number + 1, to: id, in: writing)
        }
        try writing.audit("list.upload", "list/\(id)", after: files.kind.rawValue)
        return id
    }

    static func add(
        _ file: UploadedFiles.File, purpose: String, number: Int, to id: Int64, in writing: Writing
    ) throws {
        try writing.connection.run(
            """
            INSERT INTO list_import_file (school_id, import_id, number, purpose, name, content)
            VALUES (\(writing.school), \(id), \(number), \(purpose), \(file.name), \(file.bytes))
            """)
    }

    /// Keeps a wish of a list that is neither under way nor done.
    /// - Throws: ``Refusal/changedMeanwhile`` for a list that has gone on meanwhile.
    static func keep(_ wish: ImportWish, of list: BroughtList, state: ImportState, in writing: Writing) throws {
        let changed = try writing.connection.run(
            """
            UPDATE list_import SET wish = \(try wish.json), state = \(state.rawValue), changed_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND id = \(list.id) AND claim = \(list.claim)
                AND state IN ('uploaded', 'ready', 'failed')
            """)
        guard changed == 1 else { throw Refusal.changedMeanwhile }
    }

    /// Takes the next turn for a list.
    /// - Returns: the claim under which the work is done.
    /// - Throws: ``Refusal/changedMeanwhile`` where somebody else was faster.
    static func claim(
        _ list: BroughtList, for state: ImportState, language: Language, in writing: Writing
    ) throws -> Int64 {
        let changed = try writing.connection.run(
            """
            UPDATE list_import SET state = \(state.rawValue), claim = claim + 1, changed_at = \(writing.instant),
                language = \(language.rawValue)
            WHERE school_id = \(writing.school) AND id = \(list.id) AND claim = \(list.claim)
                AND state IN ('uploaded', 'ready', 'failed')
            """)
        guard changed == 1 else { throw Refusal.changedMeanwhile }
        return list.claim + 1
    }

    /// Somebody else has the list now: the work under this claim comes to nothing.
    struct ClaimLost: Error {}

    /// Ends a turn.
    /// - Throws: ``ClaimLost`` for a turn that was taken away.
    static func end(
        _ id: Int64, claim: Int64, as state: ImportState, _ report: ImportReport?, in writing: Writing
    ) throws {
        let changed = try writing.connection.run(
            """
            UPDATE list_import SET state = \(state.rawValue), changed_at = \(writing.instant),
                report = \(try report?.json ?? "")
            WHERE school_id = \(writing.school) AND id = \(id) AND claim = \(claim)
                AND state IN ('checking', 'running')
            """)
        guard changed == 1 else { throw ClaimLost() }
    }

    static func removeFiles(of id: Int64, in writing: Writing) throws {
        try writing.connection.run(
            "DELETE FROM list_import_file WHERE school_id = \(writing.school) AND import_id = \(id)")
    }

    static func remove(_ id: Int64, in writing: Writing) throws {
        try removeFiles(of: id, in: writing)
        try writing.connection.run("DELETE FROM list_import WHERE school_id = \(writing.school) AND id = \(id)")
        try writing.audit("list.remove", "list/\(id)")
    }
}
