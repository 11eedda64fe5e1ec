import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// The next year put in order while this one goes on: class teachers and load that has lost its teacher.
@Suite struct AheadTests {
    /// 8А of the next year, with algebra that the teacher is to keep.
    private func world() async throws -> (school: TestSchool, new: Int64, page: Int64) {
        let school = try await TestSchool.make()
        let (new, page) = try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let new = try roster.addClass(ClassName("8А")!, year: 2027)
            let subject = try roster.subject(named: "Алгебра")
            let page = try roster.page(subject: subject, group: new, class: new, year: 2027, hours: 500)
            try roster.addLoad(page: page, teacher: school.id(.teacher), hours: 500, from: "2027-08-01")
            return (new, page)
        }
        return (school, new, page)
    }

    private func leaders(of schoolClass: Int64, in school: TestSchool) throws -> [String] {
        try school.read { connection in
            try connection.all(
                """
                SELECT person_id, from_day, to_day FROM class_teacher
                WHERE school_id = \(school.store.id) AND class_id = \(schoolClass) ORDER BY from_day
                """
            ) { "\($0.integer(0)) \($0.text(1))/\($0.text(2))" }
        }
    }

    @Test func `class teachers of the next year are named from its first day, and today's stay`() async throws {
        let (school, new, _) = try await world()
        let today = try leaders(of: school.class7A, in: school)
        #expect(await school.get("/classes", as: .deputy).text.contains("href=\"/classes/leaders\""))
        let classes = await school.get("/classes?year=2027", as: .deputy).text
        #expect(classes.contains("href=\"/classes/leaders?year=2027\""))
        let page = await school.get("/classes/leaders?year=2027", as: .deputy).text
        #expect(page.contains("leader-\(new)") && !page.contains("leader-\(school.class7A)"))
        #expect(page.contains("name=\"year\" value=\"2027\"") && page.contains("value=\"2027-08-01\""))
        #expect(page.contains("href=\"/classes?year=2027\""))
        func wish(from: String) -> [(String, String)] {
            [("year", "2027"), ("from", from), ("leader-\(new)", "\(school.id(.classTeacher))")]
        }
        #expect(await school.post("/classes/leaders", form: wish(from: "2026-11-20"), as: .deputy).status == 422)
        let named = await school.post("/classes/leaders", form: wish(from: "2027-08-01"), as: .deputy)
        #expect(named.headers[.location] == "/classes?note=named&year=2027")
        #expect(
            try leaders(of: new, in: school) == ["\(school.id(.classTeacher)) 2027-08-01/9999-12-31"])
        #expect(try leaders(of: school.class7A, in: school) == today)
    }

    @Test func `the set-up list leads to the year that it counts`() async throws {
        let (school, _, _) = try await world()
        for (line, address) in [("leaders", "/classes/leaders"), ("classes", "/classes"), ("load", "/load")] {
            let now = await school.get("/readiness/go?line=\(line)", as: .deputy)
            #expect(now.headers[.location] == address)
        }
        try school.travel(to: "2027-06-15T09:00")
        for (line, address) in [("leaders", "/classes/leaders"), ("classes", "/classes"), ("load", "/load")] {
            let ahead = await school.get("/readiness/go?line=\(line)", as: .deputy)
            #expect(ahead.headers[.location] == address + "?year=2027")
        }
        #expect(await school.get("/readiness/go?line=terms", as: .deputy).headers[.location] == "/year")
    }

    @Test func `load of the next year that has lost its teacher is handed over before it begins`() async throws {
        let (school, _, page) = try await world()
        let gone = await school.post(
            "/staff/\(school.id(.teacher))/dismiss", form: [("day", "2027-08-20"), ("order", "12-к")], as: .clerk)
        #expect(gone.status == 303)
        #expect(await school.get("/load?year=2027", as: .deputy).text.contains("href=\"/load/handover?year=2027\""))
        let form = await school.get("/load/handover?year=2027", as: .deputy).text
        #expect(form.contains("name=\"to-\(page)\"") && form.contains("name=\"year\" value=\"2027\""))
        #expect(form.contains("href=\"/load?year=2027\""))
        let given = await school.post(
            "/load/handover",
            form: [
                ("year", "2027"), ("teacher", "\(school.id(.teacher))"), ("from", "2027-08-21"),
                ("all", "\(school.id(.substitute))"),
            ], as: .deputy)
        #expect(given.headers[.location]?.hasSuffix("&year=2027") == true)
        let kept: SQL = """
            SELECT count(*) FROM load WHERE school_id = \(school.store.id) AND page_id = \(page)
                AND teacher_id = \(school.id(.substitute)) AND from_day = '2027-08-21'
            """
        #expect(try school.read { try $0.count(kept) } == 1)
    }
}
