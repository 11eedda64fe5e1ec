import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct LoadLimitsTests {
    private func look(_ school: TestSchool, _ load: String) async {
        let form = [("criteria", "off"), ("loadLimits", load), ("debtDays", "7"), ("debtTurns", "")]
        #expect(await school.post("/works/rules", form: form, as: .deputy).status == 303)
    }

    private func homework(
        _ school: TestSchool, minutes: Int, of lesson: Int64? = nil, as person: TestSchool.Person = .teacher
    ) async throws -> TestAnswer {
        let lesson = lesson ?? school.lesson(school.algebra, "2026-11-20")
        let version = try school.read { connection in
            try connection.count(
                "SELECT version FROM lesson WHERE school_id = \(school.store.id) AND id = \(lesson)")
        }
        let body = #"{"homework":"§ 12","homeworkMinutes":\#(minutes),"version":\#(version)}"#
        return await school.api(.put, "/api/v1/lessons/\(lesson)", json: body, as: person)
    }

    /// The lesson of a page on 25 November, held on the 23rd after that day's own.
    private func double(_ school: TestSchool) throws -> Int64 {
        let lesson = school.lesson(school.algebra, "2026-11-25")
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE lesson SET day = '2026-11-23', number = 7, start_minute = 780, end_minute = 825
                WHERE school_id = \(writing.school) AND id = \(lesson)
                """)
        }
        return lesson
    }

    private func said(_ school: TestSchool, _ lesson: Int64, as person: TestSchool.Person = .teacher) async -> String {
        let text = await school.get("/lessons/\(lesson)", as: person).text
        return text.firstMatch(of: /классу задано (\d+) мин, можно 150/).map { String($0.1) } ?? ""
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

    @Test func `a work of the term before is near enough to be said`() async throws {
        let school = try await TestSchool.make()
        await look(school, "warn")
        let (before, after) = ("2026-11-03", "2026-11-10")
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE lesson SET kind_id = 8, day = CASE WHEN day = \(before) THEN '2026-10-28' ELSE day END
                WHERE school_id = \(writing.school) AND page_id = \(school.algebra) AND day IN (\(before), \(after))
                """)
        }
        let lesson = "/lessons/\(school.lesson(school.algebra, after))"
        #expect(await school.get(lesson, as: .teacher).text.contains("меньше двух с половиной недель"))
        #expect(await school.get("/works?week=2026-W46", as: .deputy).text.contains("меньше двух с половиной недель"))
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

    @Test func `what both lessons of a double one give is due on the next day of the subject`() async throws {
        let school = try await TestSchool.make()
        await look(school, "warn")
        let (first, second) = (school.lesson(school.algebra, "2026-11-23"), try double(school))
        #expect(try await homework(school, minutes: 100, of: first).status == 200)
        #expect(await said(school, first) == "")
        #expect(try await homework(school, minutes: 60, of: second).status == 200)
        #expect(await said(school, first) == "160")
        #expect(await said(school, second) == "160")
    }

    @Test func `the minutes of all subjects of a day count, and of two groups those of the longer`() async throws {
        let school = try await TestSchool.make()
        await look(school, "warn")
        let algebra = school.lesson(school.algebra, "2026-11-23")
        let history = school.lesson(school.history, "2026-11-23")
        #expect(try await homework(school, minutes: 100, of: algebra).status == 200)
        #expect(try await homework(school, minutes: 70, of: history, as: .classTeacher).status == 200)
        #expect(await said(school, algebra) == "170")
        try school.write { writing in
            // As if history were the other group's algebra.
            _ = try writing.connection.run(
                """
                UPDATE page SET group_id = \(school.class8B), subject_id = (SELECT same.subject_id FROM page AS same
                    WHERE same.school_id = \(writing.school) AND same.id = \(school.algebra))
                WHERE school_id = \(writing.school) AND id = \(school.history)
                """)
        }
        #expect(await said(school, algebra) == "")
        #expect(try await homework(school, minutes: 155, of: history, as: .classTeacher).status == 200)
        #expect(await said(school, algebra) == "155")
    }
}
