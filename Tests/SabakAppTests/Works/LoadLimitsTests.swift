import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct LoadLimitsTests {
    private func look(_ school: TestSchool, _ load: String) async {
        let form = [("criteria", "off"), ("loadLimits", load), ("debtDays", "7"), ("debtTurns", "")]
        #expect(await school.post("/works/rules", form: form, as: .deputy).status == 303)
    }

    private func homework(_ school: TestSchool, minutes: Int, on day: String = "2026-11-20") async throws -> TestAnswer
    {
        let lesson = school.lesson(school.algebra, day)
        let version = try school.read { connection in
            try connection.count(
                "SELECT version FROM lesson WHERE school_id = \(school.store.id) AND id = \(lesson)")
        }
        let body = #"{"homework":"§ 12","homeworkMinutes":\#(minutes),"version":\#(version)}"#
        return await school.api(.put, "/api/v1/lessons/\(lesson)", json: body, as: .teacher)
    }

    @Test func `a work too near another says so wherever it is listed, and nowhere when load is not looked at`()
        async throws
    {
        let school = try await TestSchool.make()
        let planning = WorksTests.Planning(school: school)
        await look(school, "warn")
        #expect(await planning.plan("2026-11-25").status == 303)
        #expect(await planning.plan("2026-11-27").status == 303)
        let warning = "меньше двух с половиной недель"
        let lesson = "/lessons/\(school.lesson(school.algebra, "2026-11-25"))"
        for (address, person) in [
            ("/works?week=2026-W48", TestSchool.Person.deputy), ("/works?week=2026-W48", .classTeacher),
            ("/works?week=2026-W48", .teacher), (planning.page, .teacher), (lesson, .teacher),
        ] {
            #expect(await school.get(address, as: person).text.contains(warning), "\(address) \(person)")
        }
        await look(school, "off")
        #expect(!(await school.get("/works?week=2026-W48", as: .deputy).text.contains(warning)))
        #expect(!(await school.get(lesson, as: .teacher).text.contains(warning)))
    }

    @Test func `homework that takes longer than the day of the grade has is kept and warned of`() async throws {
        let school = try await TestSchool.make()
        let page = "/lessons/\(school.lesson(school.algebra, "2026-11-20"))"
        #expect(!(await school.get(page, as: .teacher).text.contains("name=\"minutes\"")))
        await look(school, "warn")
        let answer = try await homework(school, minutes: 160)
        #expect(answer.status == 200 && answer.json["homeworkMinutes"] as? Int == 160)
        let text = await school.get(page, as: .teacher).text
        #expect(text.contains("классу задано 160 мин, можно 150") && text.contains("value=\"160\""))
        #expect(try await homework(school, minutes: 150).status == 200)
        #expect(!(await school.get(page, as: .teacher).text.contains("классу задано")))
        #expect(try await homework(school, minutes: 601).status == 422)
        #expect(try await homework(school, minutes: -1).status == 422)
    }
}
