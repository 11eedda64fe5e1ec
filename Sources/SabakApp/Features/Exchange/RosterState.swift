import SchoolRules
import Store

/// What the school has now, as far as an import may change it. A handful of questions, whatever the size of the school.
struct RosterState {
    struct Person {
        let id: Int64
        var facts: RosterWriting.PersonFacts
    }
    struct Span: Equatable {
        var person: Int64
        var from: String
        var to: String
        var hours = 0
    }
    struct Class {
        let id: Int64
        let externalID: String
        let name: ClassName
        let year: Int
        var room: String
    }
    struct Page {
        let id: Int64
        let externalID: String
        let subject: Int64
        var group: Int64
        let classID: Int64
        let year: Int
        var groupKind: String
    }
    struct Employment {
        var position: String
        var from: String
        var to: String
    }
    struct Link: Hashable {
        var guardian: Int64
        var student: Int64
    }

    private(set) var people: [Int64: Person] = [:]
    private(set) var byExternalID: [String: Int64] = [:]
    private(set) var staff: [Int64: Employment] = [:]
    private(set) var guardians: [Link: (relation: String, to: String)] = [:]
    private(set) var classes: [Class] = []
    private(set) var pages: [Page] = []
    private(set) var members: [Int64: [Span]] = [:]
    private(set) var load: [Int64: [Span]] = [:]
    private(set) var leaders: [Int64: [Span]] = [:]
    private(set) var closedAccounts: Set<Int64> = []

    init(_ connection: Connection, school: Int64) throws {
        try readPeople(connection, school)
        try readParts(connection, school)
        try readTeaching(connection, school)
        try readSpans(connection, school)
    }

    /// Whether a person is one of the school on a day: enrolled, employed or answering for a child.
    func isActive(_ person: Int64, on day: String, learning: Set<Int64>, guarding: Set<Int64>) -> Bool {
        learning.contains(person) || guarding.contains(person) || staff[person].map { $0.to >= day } ?? false
    }

    func learning(on day: String) -> Set<Int64> {
        Set(members.values.joined().filter { $0.to >= day }.map(\.person))
    }

    func guarding(on day: String) -> Set<Int64> {
        Set(guardians.filter { $0.value.to >= day }.map(\.key.guardian))
    }

    private mutating func readPeople(_ connection: Connection, _ school: Int64) throws {
        try connection.each(
            """
            SELECT id, surname, given, patronymic, sex, birth_day, national_id, phone, email, address, external_id
            FROM person WHERE school_id = \(school) ORDER BY id
            """
        ) { row in
            var facts = RosterWriting.PersonFacts(
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)))
            facts.sex = row.text(4)
            facts.birthDay = row.text(5)
            facts.nationalID = row.text(6)
            facts.phone = row.text(7)
            facts.email = row.text(8)
            facts.address = row.text(9)
            facts.externalID = row.text(10)
            people[row.integer(0)] = Person(id: row.integer(0), facts: facts)
            if !facts.externalID.isEmpty { byExternalID[facts.externalID] = row.integer(0) }
        }
    }

    private mutating func readParts(_ connection: Connection, _ school: Int64) throws {
        try connection.each(
            """
            SELECT person_id, position, from_day, to_day FROM staff WHERE school_id = \(school) ORDER BY person_id
            """
        ) { staff[$0.integer(0)] = Employment(position: $0.text(1), from: $0.text(2), to: $0.text(3)) }
        try connection.each(
            """
            SELECT guardian_id, student_id, relation, to_day FROM guardian WHERE school_id = \(school)
            ORDER BY guardian_id, student_id
            """
        ) { guardians[Link(guardian: $0.integer(0), student: $0.integer(1))] = ($0.text(2), $0.text(3)) }
        try connection.each(
            """
            SELECT person_id FROM account WHERE school_id = \(school) AND closed_at > 0 ORDER BY person_id
            """
        ) { closedAccounts.insert($0.integer(0)) }
    }

    private mutating func readTeaching(_ connection: Connection, _ school: Int64) throws {
        classes = try connection.all(
            """
            SELECT id, external_id, grade, letter, year, room FROM class WHERE school_id = \(school)
            ORDER BY year, sort_key, id
            """
        ) {
            Class(
                id: $0.integer(0), externalID: $0.text(1), name: ClassName(grade: $0.int(2), letter: $0.text(3)),
                year: $0.int(4), room: $0.text(5))
        }
        pages = try connection.all(
            """
            SELECT page.id, page.external_id, page.subject_id, page.group_id, page.class_id, page.year,
                study_group.kind
            FROM page JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            WHERE page.school_id = \(school) ORDER BY page.id
            """
        ) {
            Page(
                id: $0.integer(0), externalID: $0.text(1), subject: $0.integer(2), group: $0.integer(3),
                classID: $0.integer(4), year: $0.int(5), groupKind: $0.text(6))
        }
    }

    private mutating func readSpans(_ connection: Connection, _ school: Int64) throws {
        try connection.each(
            """
            SELECT group_id, student_id, from_day, to_day FROM enrolment WHERE school_id = \(school)
            ORDER BY group_id, student_id, from_day
            """
        ) { row in
            members[row.integer(0), default: []].append(
                Span(person: row.integer(1), from: row.text(2), to: row.text(3)))
        }
        try connection.each(
            """
            SELECT page_id, teacher_id, from_day, to_day, hours FROM load WHERE school_id = \(school)
            ORDER BY page_id, teacher_id, from_day
            """
        ) { row in
            load[row.integer(0), default: []].append(
                Span(person: row.integer(1), from: row.text(2), to: row.text(3), hours: row.int(4)))
        }
        try connection.each(
            """
            SELECT class_id, person_id, from_day, to_day FROM class_teacher WHERE school_id = \(school)
            ORDER BY class_id, from_day, person_id
            """
        ) { row in
            leaders[row.integer(0), default: []].append(
                Span(person: row.integer(1), from: row.text(2), to: row.text(3)))
        }
    }
}
