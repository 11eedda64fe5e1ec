import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct SubstitutionTests {
    private func form(_ school: TestSchool, _ person: TestSchool.Person, _ lesson: Int64) -> [(String, String)] {
        [
            ("day", "2026-11-20"), ("teacher", "\(school.id(.teacher))"),
            ("substitute-\(lesson)", "\(school.id(person))"), ("reason", "illness"), ("order", "№ 41"),
        ]
    }

    @Test func `the substitute writes that lesson and no other`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-20")
        let other = school.lesson(school.algebra, "2026-11-19")
        let body = #"{"topic":"Кайталоо","version":0}"#
        #expect(await school.api(.put, "/api/v1/lessons/\(lesson)", json: body, as: .substitute).status == 403)
        #expect(await school.post("/substitutions", form: form(school, .substitute, lesson), as: .deputy).status == 303)
        #expect(await school.api(.put, "/api/v1/lessons/\(lesson)", json: body, as: .substitute).status == 200)
        #expect(await school.api(.put, "/api/v1/lessons/\(other)", json: body, as: .substitute).status == 404)
        #expect(await school.get("/substitutions", as: .deputy).text.contains("№ 41"))
    }

    @Test func `a withdrawn substitution gives no right any more`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-20")
        _ = await school.post("/substitutions", form: form(school, .otherTeacher, lesson), as: .deputy)
        // Geography is held at the same time, so that its teacher is not free.
        #expect(try SchoolTimetable(school: school).count("SELECT count(*) FROM substitution") == 0)
        _ = await school.post("/substitutions", form: form(school, .classTeacher, lesson), as: .deputy)
        let id = try school.read { try $0.first("SELECT id FROM substitution") { $0.integer(0) } }
        let withdraw = [("lesson", "\(lesson)"), ("id", "\(try #require(id))")]
        #expect(await school.post("/substitutions/withdraw", form: withdraw, as: .deputy).status == 303)
        let body = #"{"topic":"Кайталоо","version":0}"#
        #expect(await school.api(.put, "/api/v1/lessons/\(lesson)", json: body, as: .classTeacher).status == 403)
    }

    @Test func `teachers of the subject are offered first, those who are busy not at all`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get(
            "/substitutions?day=2026-11-20&teacher=\(school.id(.teacher))", as: .deputy
        ).text
        #expect(page.contains("Токтосунова Назгүл Жаныбековна</option>"))
        #expect(!page.contains("Жумабаев Улан Тилекович</option>"))
        #expect(await school.get("/substitutions", as: .teacher).status == 403)
    }

    @Test func `naming another substitute replaces the first`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-20")
        for person in [TestSchool.Person.substitute, .classTeacher] {
            _ = await school.post("/substitutions", form: form(school, person, lesson), as: .deputy)
        }
        let valid = try school.read { connection in
            try connection.all("SELECT substitute_id FROM substitution WHERE withdrawn_at = 0") { $0.integer(0) }
        }
        #expect(valid == [school.id(.classTeacher)])
    }
}
