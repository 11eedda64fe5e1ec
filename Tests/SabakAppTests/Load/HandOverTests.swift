import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

/// Who leaves the school: the way in, what was written, and the load.
@Suite struct HandOverTests {
    private func dismiss(_ person: TestSchool.Person, on day: String, in school: TestSchool) async -> TestAnswer {
        await school.post(
            "/staff/\(school.id(person))/dismiss", form: [("day", day), ("order", "12-к")], as: .clerk)
    }

    private func load(of page: Int64, in school: TestSchool) throws -> [String] {
        try school.read { connection in
            try connection.all(
                """
                SELECT teacher_id, from_day, to_day, hours FROM load
                WHERE school_id = \(school.store.id) AND page_id = \(page) ORDER BY from_day
                """
            ) { "\($0.integer(0)) \($0.text(1))/\($0.text(2)) \($0.int(3))" }
        }
    }

    @Test func `a dismissal to come shuts the way in on its day`() async throws {
        let school = try await TestSchool.make()
        #expect(await dismiss(.teacher, on: "2026-11-25", in: school).status == 303)
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).status == 200)
        school.clock.set("2026-11-24T23:59")
        #expect(await school.get("/account", as: .teacher).status == 200)
        school.clock.set("2026-11-25T00:01")
        #expect(await school.get("/account", as: .teacher).headers[.location]?.hasPrefix("/sign-in") == true)
        #expect(await school.post("/accounts/\(school.id(.teacher))/code", as: .administrator).status == 422)
        #expect(await school.get("/accounts", as: .administrator).text.contains("работал(а) по 25.11.2026"))
    }

    @Test func `a dismissed teacher with a child at the school keeps the family's way in`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids).addGuardian(
                school.id(.teacher), of: school.students[0], relation: "mother", from: "2026-09-01", isConfirmed: true)
        }
        #expect(await dismiss(.teacher, on: "2026-11-25", in: school).status == 303)
        school.clock.set("2026-11-25T08:00")
        #expect(await school.get("/diary/\(school.students[0])", as: .teacher).status == 200)
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).status == 403)
    }

    @Test func `the deputy sees the load that has lost its teacher and gives all of it to another`() async throws {
        let school = try await TestSchool.make()
        #expect(!(await school.get("/load", as: .deputy).text.contains("/load/handover")))
        #expect(await dismiss(.teacher, on: "2026-11-23", in: school).status == 303)
        #expect(await school.get("/load", as: .deputy).text.contains("Без учителя после увольнения: 1 страница."))
        let page = await school.get("/load/handover", as: .deputy)
        #expect(page.text.contains("увольнение 23.11.2026"))
        #expect(page.text.contains("name=\"to-\(school.algebra)\""))
        let form = [
            ("teacher", "\(school.id(.teacher))"), ("from", "2026-11-23"), ("all", "\(school.id(.substitute))"),
        ]
        #expect(await school.post("/load/handover", form: form, as: .clerk).status == 403)
        #expect(await school.post("/load/handover", form: form, as: .deputy).status == 303)
        #expect(
            try load(of: school.algebra, in: school) == [
                "\(school.id(.teacher)) 2026-09-01/2026-11-22 500",
                "\(school.id(.substitute)) 2026-11-23/9999-12-31 500",
            ])
        #expect(await school.get("/load/handover", as: .deputy).text.contains(LoadTexts.nothingToHandOver.ru))
        #expect(!(await school.get("/staff/\(school.id(.teacher))", as: .deputy).text.contains("/load/handover")))
    }

    @Test
    func `pages go to different teachers, from a later day too, and a choice for a page goes before that for all`()
        async throws
    {
        let school = try await TestSchool.make()
        try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids).addLoad(
                page: school.geography, teacher: school.id(.teacher), hours: 200, from: "2026-09-01")
            try RosterWriting(writing: writing, ids: school.app.ids).endLoad(
                page: school.geography, teacher: school.id(.otherTeacher), to: "2026-11-01")
        }
        #expect(await dismiss(.teacher, on: "2026-11-23", in: school).status == 303)
        let form = [
            ("teacher", "\(school.id(.teacher))"), ("from", "2026-11-30"), ("all", "\(school.id(.substitute))"),
            ("to-\(school.geography)", "\(school.id(.otherTeacher))"),
        ]
        #expect(await school.post("/load/handover", form: form, as: .deputy).status == 303)
        #expect(
            try load(of: school.algebra, in: school) == [
                "\(school.id(.teacher)) 2026-09-01/2026-11-23 500",
                "\(school.id(.substitute)) 2026-11-30/9999-12-31 500",
            ])
        #expect(
            try load(of: school.geography, in: school).last
                == "\(school.id(.otherTeacher)) 2026-11-30/9999-12-31 200")
    }

    @Test func `nothing is given without a teacher, a day of the year and somebody who stays`() async throws {
        let school = try await TestSchool.make()
        #expect(await dismiss(.teacher, on: "2026-11-23", in: school).status == 303)
        let leaving = ("teacher", "\(school.id(.teacher))")
        let wishes: [([(String, String)], String)] = [
            ([("from", "2026-11-23")], "t\(school.id(.teacher))-all-err"),
            ([("from", "2019-11-23"), ("all", "\(school.id(.substitute))")], "t\(school.id(.teacher))-from-err"),
            ([("from", "2026-11-23"), ("to-\(school.algebra)", "\(school.id(.teacher))")], "to-\(school.algebra)-err"),
        ]
        for (form, problem) in wishes {
            let answer = await school.post("/load/handover", form: [leaving] + form, as: .deputy)
            #expect(answer.status == 422)
            #expect(answer.text.contains("id=\"\(problem)\""), "\(problem)")
        }
        #expect(try load(of: school.algebra, in: school).count == 1)
    }

    @Test func `a leaver and a family without another child lose the way in on the day, a family with one keeps it`()
        async throws
    {
        let school = try await TestSchool.make()
        let child = school.id(.student)
        for (person, reason) in [(child, "town"), (school.otherChild, "abroad")] {
            let form = [("day", "2026-11-25"), ("reason", reason), ("order", "3-о")]
            #expect(await school.post("/students/\(person)/leave", form: form, as: .clerk).status == 303)
        }
        #expect(await school.get("/diary/\(child)", as: .student).status == 200)
        #expect(await school.get("/diary/\(school.otherChild)", as: .otherFather).status == 200)
        school.clock.set("2026-11-25T08:00")
        #expect(await school.get("/diary/\(child)", as: .student).status == 303)
        #expect(await school.get("/diary/\(school.otherChild)", as: .otherFather).status == 303)
        #expect(await school.get("/diary/\(school.brother)", as: .mother).status == 200)
        #expect(await school.get("/diary/\(child)", as: .mother).status == 404)
        #expect(!(await school.get("/diary/\(school.brother)", as: .mother).text.contains("/diary/\(child)")))
        let codes = await school.get("/classes/\(school.class7A)/accounts", as: .classTeacher).text
        #expect(!codes.contains("Асанова Айпери"))
    }

    @Test func `where the school lets families go on reading they do`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE setting SET value = '1' WHERE school_id = \(writing.school) AND name = 'leavers.read'")
        }
        let form = [("day", "2026-11-20"), ("reason", "town"), ("order", "3-о")]
        #expect(await school.post("/students/\(school.otherChild)/leave", form: form, as: .clerk).status == 303)
        #expect(await school.get("/diary/\(school.otherChild)", as: .otherFather).status == 200)
    }
}
