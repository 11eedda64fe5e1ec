import Store
import Web

@testable import SabakApp
@testable import SchoolRules

/// The rows of the test school.
struct TestRoster {
    var people: [TestSchool.Person: Int64] = [:]
    var students: [Int64] = []
    var brother: Int64 = 0
    var otherChild: Int64 = 0
    var class7A: Int64 = 0
    var class8B: Int64 = 0
    var algebra: Int64 = 0
    var history: Int64 = 0
    var geography: Int64 = 0
    var lessons: [Int64: [String: Int64]] = [:]

    static let names: [TestSchool.Person: String] = [
        .director: "Абдыкадырова Бурул Сагыновна", .deputy: "Жээнбекова Бермет Сатаровна",
        .administrator: "Усенов Замир Эркинович", .responsible: "Маматова Динара Бакытовна",
        .clerk: "Ким Роза Викторовна", .teacher: "Осмонова Гүлнара Таалайевна",
        .classTeacher: "Бейшебаева Анара Касымовна", .otherTeacher: "Жумабаев Улан Тилекович",
        .substitute: "Токтосунова Назгүл Жаныбековна", .mother: "Асанова Гүлжан Муратовна",
        .otherFather: "Садыков Болот Усенович",
    ]

    static let studentNames = [
        "Абдразаков Азамат", "Асанова Айпери Бакыт кызы", "Бакыт уулу Тилек", "Дүйшөнова Мээрим", "Өмүрбекова Жылдыз",
    ]

    static func write(students count: Int, ids: Identity, in writing: Writing) throws -> TestRoster {
        let roster = try RosterWriting(writing: writing, ids: ids)
        var made = TestRoster()
        let from = "2026-09-01"
        for person in TestSchool.Person.allCases {
            guard let name = names[person] else { continue }
            let id = try roster.addPerson(.init(name: PersonName(name)!))
            made.people[person] = id
            if ![.mother, .otherFather].contains(person) { try roster.employ(id, position: "", from: from) }
        }
        for (person, role) in [
            (TestSchool.Person.director, Role.director), (.deputy, .deputy), (.administrator, .administrator),
            (.responsible, .responsible), (.clerk, .clerk),
        ] {
            try roster.grant(role, to: made.people[person]!, from: from)
        }
        made.class7A = try roster.addClass(ClassName("7А")!, year: 2026, language: "ky", room: "214")
        made.class8B = try roster.addClass(ClassName("8Б")!, year: 2026, language: "ky")
        try roster.lead(class: made.class7A, by: made.people[.classTeacher]!, from: from)
        try writeStudents(count, roster, &made)
        try writePages(roster, &made)
        try writeLessons(ids, &made, in: writing)
        return made
    }

    private static func writeStudents(_ count: Int, _ roster: RosterWriting, _ made: inout TestRoster) throws {
        for number in 0..<count {
            let name =
                number < studentNames.count
                ? PersonName(studentNames[number])! : PersonName(surname: "Эсенов\(number)", given: "Улан")
            let id = try roster.addPerson(.init(name: name))
            try roster.enrol(id, in: made.class7A, from: "2026-09-01")
            made.students.append(id)
        }
        made.people[.student] = made.students[1]
        made.brother = try roster.addPerson(.init(name: PersonName("Асанов Нурсултан Бакыт уулу")!))
        made.otherChild = try roster.addPerson(.init(name: PersonName("Садыкова Алина Болотовна")!))
        for child in [made.brother, made.otherChild] {
            try roster.enrol(child, in: made.class8B, from: "2026-09-01")
        }
        for (guardian, child) in [
            (TestSchool.Person.mother, made.students[1]), (.mother, made.brother), (.otherFather, made.otherChild),
        ] {
            try roster.addGuardian(
                made.people[guardian]!, of: child, relation: "parent", from: "2026-09-01", isConfirmed: true)
        }
    }

    private static func writePages(_ roster: RosterWriting, _ made: inout TestRoster) throws {
        func page(_ subject: String, _ classID: Int64, _ teacher: TestSchool.Person) throws -> Int64 {
            let page = try roster.page(
                subject: try roster.subject(named: subject), group: classID, class: classID, year: 2026, hours: 500)
            try roster.addLoad(page: page, teacher: made.people[teacher]!, hours: 500, from: "2026-09-01")
            return page
        }
        made.algebra = try page("Алгебра", made.class7A, .teacher)
        made.history = try page("Тарых", made.class7A, .classTeacher)
        made.geography = try page("География", made.class8B, .otherTeacher)
    }

    private static func writeLessons(_ ids: Identity, _ made: inout TestRoster, in writing: Writing) throws {
        let plan = [
            (made.algebra, made.class7A, 1, 480), (made.history, made.class7A, 2, 535),
            (made.geography, made.class8B, 1, 480),
        ]
        let first = Day("2026-11-02")!
        for day in (0...25).map({ first.adding($0) }) where day.weekday <= 5 {
            for (page, group, number, start) in plan {
                let id = ids.next()
                try writing.connection.run(
                    """
                    INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute, end_minute,
                        room)
                    VALUES (\(writing.school), \(id), \(page), \(group), \(day.description), \(number), 1, \(start),
                        \(start + 45), '214')
                    """)
                made.lessons[page, default: [:]][day.description] = id
            }
        }
    }

    static func openSessions(for people: [TestSchool.Person: Int64], in writing: Writing) throws
        -> [TestSchool.Person: (String, String)]
    {
        var sessions: [TestSchool.Person: (String, String)] = [:]
        for (person, id) in people.sorted(by: { $0.value < $1.value }) {
            let token = SessionToken.make(school: writing.school)
            let csrf = Tokens.make(24)
            try writing.connection.run(
                """
                INSERT INTO account (school_id, person_id, login, language, created_at)
                VALUES (\(writing.school), \(id), \(person.rawValue.lowercased()), 'ru', \(writing.instant))
                """)
            try writing.connection.run(
                """
                INSERT INTO session (school_id, token_hash, person_id, created_at, seen_at, expires_at, idle_minutes,
                    csrf)
                VALUES (\(writing.school), \(SessionToken.hash(token)), \(id), \(writing.instant), \(writing.instant),
                    \(writing.instant + 90 * 86_400_000), 129600, \(csrf))
                """)
            sessions[person] = (token, csrf)
        }
        return sessions
    }
}
