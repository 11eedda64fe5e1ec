import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct ReadinessTests {
    private func list(_ school: TestSchool, as person: TestSchool.Person = .deputy) async -> String {
        await school.get("/readiness", as: person).text
    }

    /// The line of the list that names a section.
    private func line(_ name: SetupLine, in page: String) throws -> String {
        let lines = page.split(separator: "<li class=").map(String.init)
        return try #require(lines.first { $0.contains(name.name.ru) })
    }

    @Test func `every line says how much of it is there`() async throws {
        let school = try await TestSchool.make()
        let page = await list(school)
        #expect(try line(.terms, in: page).contains("100 %"))
        // 7А has a class teacher, 8Б has none.
        let leaders = try line(.leaders, in: page)
        #expect(leaders.contains("50 %") && leaders.contains("без руководителя: 1 класс"))
        // Parents of Айпери, of her brother and of another child; six of seven students besides.
        let guardians = try line(.guardians, in: page)
        #expect(guardians.contains("без родителей: 4 ученика") && guardians.contains("42 %"))
        #expect(try line(.plans, in: page).contains("планов нет"))
        // The lessons of 8Б and 7А until 27 November have rooms.
        #expect(try line(.rooms, in: page).contains("100 %"))
    }

    @Test func `a line that is not done is red after the fifth of September`() async throws {
        let school = try await TestSchool.make()
        school.clock.set("2026-09-05T12:00")
        #expect(try !line(.plans, in: await list(school)).contains("st due"))
        school.clock.set("2026-09-06T08:00")
        #expect(try line(.plans, in: await list(school)).contains("st due"))
    }

    @Test func `a section without which no lesson can be recorded is marked until there is something of it`()
        async throws
    {
        let school = try await TestSchool.make()
        #expect(try line(.timetable, in: await list(school)).contains("без этого урок не начать"))
        try publish(school)
        let line = try line(.timetable, in: await list(school))
        #expect(!line.contains("без этого урок не начать"))
        #expect(line.contains("6 %"))
    }

    private func publish(_ school: TestSchool) throws {
        try school.write { writing in
            let version = school.app.ids.next()
            try writing.connection.run(
                """
                INSERT INTO timetable_version (school_id, id, from_day, published_at)
                VALUES (\(writing.school), \(version), '2026-11-02', \(writing.instant))
                """)
            try writing.connection.run(
                """
                INSERT INTO timetable_slot (school_id, version_id, id, page_id, weekday, number, shift)
                VALUES (\(writing.school), \(version), 1, \(school.algebra), 1, 1, 1)
                """)
        }
    }

    @Test func `the clerk and the administrator see the lines that are theirs`() async throws {
        let school = try await TestSchool.make()
        let clerk = await list(school, as: .clerk)
        #expect(clerk.contains(SetupLine.students.name.ru) && !clerk.contains(SetupLine.load.name.ru + "</a>"))
        let administrator = await list(school, as: .administrator)
        #expect(administrator.contains(SetupLine.access.name.ru))
        #expect(!administrator.contains(SetupLine.plans.name.ru + "</a>"))
        #expect(await school.get("/readiness", as: .teacher).status == 404)
    }

    @Test func `from a line one comes to its place and finds the way back there`() async throws {
        let school = try await TestSchool.make()
        let go = await school.get("/readiness/go?line=load", as: .deputy)
        #expect(go.headers[.location] == "/load")
        #expect(go.headers[.setCookie]?.hasPrefix("setup=1") == true)
        let cookie = "__Host-sabak=" + school.token(.deputy) + "; setup=1"
        let there = await school.ask(.get, "/load", as: nil, headers: [.cookie: cookie])
        #expect(there.text.contains("class=\"trail\""))
        #expect(await school.get("/load", as: .deputy).text.contains("class=\"trail\"") == false)
        #expect(await school.get("/readiness/go?line=roles", as: .deputy).status == 404)
    }

    @Test func `whoever cannot do a line comes to what is missing in it, by name`() async throws {
        let school = try await TestSchool.make()
        let places: [(TestSchool.Person, String, String)] = [
            (.deputy, "leaders", "/classes/leaders"), (.director, "leaders", "/completeness/noLeader"),
            (.administrator, "access", "/accounts"), (.director, "access", "/completeness/noAccount"),
            (.director, "students", "/students"), (.responsible, "students", "/classes"),
        ]
        for (person, line, address) in places {
            let go = await school.get("/readiness/go?line=\(line)", as: person)
            #expect(go.headers[.location] == address, "\(person) \(line)")
            #expect(await school.get(address, as: person).status == 200, "\(person) \(line)")
        }
        let cookie = "__Host-sabak=" + school.token(.director) + "; setup=1"
        let gap = await school.ask(.get, "/completeness/noLeader", as: nil, headers: [.cookie: cookie])
        #expect(gap.text.contains("class=\"trail\""))
    }

    @Test func `the director says which of two deputies answers for a line`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids)
                .grant(.deputy, to: school.id(.substitute), from: "2026-09-01")
        }
        #expect(try line(.load, in: await list(school)).contains("Жээнбекова Б. С., Токтосунова Н. Ж."))
        let form = [("line", "load"), ("person", "\(school.id(.substitute))")]
        #expect(await school.post("/readiness/duty", form: form, as: .deputy).status == 403)
        #expect(await school.post("/readiness/duty", form: form, as: .director).status == 303)
        let named = try line(.load, in: await list(school))
        #expect(named.contains("Токтосунова Н. Ж.") && !named.contains("Жээнбекова"))
        let stranger = [("line", "load"), ("person", "\(school.id(.teacher))")]
        #expect(await school.post("/readiness/duty", form: stranger, as: .director).status == 404)
    }

    @Test func `the start page speaks of set-up only while the year has no lessons`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.get("/control", as: .deputy).text.contains("banner") == false)
        try school.travel(to: "2027-08-20T09:00")
        #expect(await school.get("/control", as: .deputy).text.contains("banner"))
        #expect(await school.get("/students", as: .clerk).text.contains("banner"))
        #expect(await school.get("/accounts", as: .administrator).text.contains("banner"))
    }

    @Test func `the list is a handful of questions however large the school is`() async throws {
        let school = try await TestSchool.make(students: 40)
        let count = await school.statements { _ = await list(school) }
        #expect(count < 20, "\(count) statements")
    }
}
