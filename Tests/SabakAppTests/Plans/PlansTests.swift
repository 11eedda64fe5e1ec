import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct PlansTests {
    private func subject(_ school: TestSchool) throws -> Int64 {
        Int64(try school.read { try $0.count("SELECT subject_id FROM page WHERE id = \(school.algebra)") })
    }

    /// Types a plan as the teacher of algebra and gives its address.
    private func make(_ school: TestSchool, topics: String = "Тема 1\nТема 2\nТема 3", attach: Bool = true) async throws
        -> String
    {
        let answer = await school.post(
            "/plans",
            form: [
                ("title", "Алгебра, 7-класс"), ("subject", "\(try subject(school))-7"), ("topics", topics),
                ("attach", attach ? "1" : ""),
            ], as: .teacher)
        #expect(answer.status == 303)
        return String((answer.headers[.location] ?? "").prefix { $0 != "?" })
    }

    private func rows(_ address: String, _ school: TestSchool) throws -> [PlanRow] {
        let id = try #require(Int64(address.dropFirst("/plans/".count)))
        return try school.read { try PlansQueries.rows(of: id, school: school.store.id, in: $0) }
    }

    /// The fields of the table as the page draws them, with changes by hand.
    private func table(_ rows: [PlanRow], version: Int = 1) -> [(String, String)] {
        [("version", String(version)), ("title", "Алгебра, 7-класс")]
            + rows.flatMap { row in
                [
                    ("was-\(row.number)", "\(row.number)"), ("number-\(row.number)", "\(row.number)"),
                    ("topic-\(row.number)", row.topic), ("hours-\(row.number)", "1"),
                ]
            }
    }

    @Test func `a plan is typed one topic a line, with hours, homework and sections`() async throws {
        let school = try await TestSchool.make()
        let address = try await make(
            school, topics: "# Многочлены\nОдночлен\nМногочлен | 2 | § 5\n3\tПовторение\t0,5\n\n")
        let rows = try rows(address, school)
        #expect(rows.map(\.topic) == ["Одночлен", "Многочлен", "Повторение"])
        #expect(rows.map(\.hours) == [100, 200, 50])
        #expect(rows.map(\.section) == ["Многочлены", "Многочлены", "Многочлены"])
        #expect(rows[1].homework == "§ 5")
    }

    @Test func `hours that are no number keep what was typed and name the line`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.post(
            "/plans",
            form: [("title", "П"), ("subject", "\(try subject(school))-7"), ("topics", "Тема 1\nТема 2 | много")],
            as: .teacher)
        #expect(answer.status == 422)
        #expect(answer.text.contains("Строка 2"))
        #expect(answer.text.contains("Тема 2 | много"))
    }

    @Test func `a plan made with the box attaches to the own pages without one`() async throws {
        let school = try await TestSchool.make()
        _ = try await make(school)
        #expect(await LessonForm(school: school, day: "2026-11-02").open().text.contains(">Тема 1</textarea>"))
    }

    @Test func `a plan attached later finds the lessons already held by their topics`() async throws {
        let school = try await TestSchool.make()
        let held = LessonRecord(school: school, day: "2026-11-02")
        _ = await held.put(#""topic":"Тема 2""#)
        let address = try await make(school, attach: false)
        _ = await school.post(address + "/pages", form: [("page", "\(school.algebra)")], as: .teacher)
        #expect(try held.stored().planRow == 2)
        #expect(await LessonForm(school: school, day: "2026-11-03").open().text.contains(">Тема 3</textarea>"))
    }

    @Test func `a row removed leaves the lesson its topic, rows moved take their lessons along`() async throws {
        let school = try await TestSchool.make()
        let address = try await make(school)
        let (first, third) = (
            LessonRecord(school: school, day: "2026-11-02"), LessonRecord(school: school, day: "2026-11-04")
        )
        _ = await first.put(#""topic":"Тема 1""#)
        _ = await third.put(#""topic":"Тема 3""#)
        var fields = table(try rows(address, school))
        fields.removeAll { $0.0 == "topic-1" }
        let answer = await school.post(address, form: fields, as: .teacher)
        #expect(answer.status == 303)
        #expect(try rows(address, school).map(\.topic) == ["Тема 2", "Тема 3"])
        #expect(try first.stored().topic == "Тема 1" && first.stored().planRow == 0)
        #expect(try third.stored().planRow == 2)
    }

    @Test func `a plan changed meanwhile is not overwritten and keeps what was typed`() async throws {
        let school = try await TestSchool.make()
        let address = try await make(school)
        let fields = table(try rows(address, school))
        _ = await school.post(address, form: fields, as: .teacher)
        let answer = await school.post(address, form: fields + [("topics", "Ещё одна")], as: .teacher)
        #expect(answer.status == 409)
        #expect(answer.text.contains("Ещё одна"))
        #expect(try rows(address, school).count == 3)
    }

    @Test func `deputy and class teacher read the plan, a stranger does not find it`() async throws {
        let school = try await TestSchool.make()
        let address = try await make(school)
        for person in [TestSchool.Person.deputy, .director, .classTeacher] {
            let page = await school.get(address, as: person)
            #expect(page.status == 200)
            #expect(page.text.contains("Тема 2"))
            #expect(!page.text.contains("name=\"topic-2\""))
        }
        #expect(await school.get(address, as: .otherTeacher).status == 404)
        #expect(await school.post(address, form: table([]), as: .classTeacher).status == 403)
        #expect(await school.get("/plans", as: .student).status == 403)
    }

    @Test func `a copy is one's own, under a title of its own`() async throws {
        let school = try await TestSchool.make()
        let address = try await make(school)
        let answer = await school.post(address + "/copy", as: .teacher)
        let copy = String((answer.headers[.location] ?? "").prefix { $0 != "?" })
        #expect(copy != address)
        #expect(try rows(copy, school).map(\.topic) == rows(address, school).map(\.topic))
        #expect(await school.get(copy, as: .teacher).text.contains("Алгебра, 7-класс (2)"))
    }

    @Test func `nobody attaches a plan to a page of somebody else`() async throws {
        let school = try await TestSchool.make()
        let address = try await make(school, attach: false)
        _ = await school.post(address + "/pages", form: [("page", "\(school.geography)")], as: .teacher)
        #expect(try school.read { try $0.count("SELECT count(*) FROM page_plan") } == 0)
    }

    @Test func `a plan removed leaves the lessons their topics`() async throws {
        let school = try await TestSchool.make()
        let address = try await make(school)
        let held = LessonRecord(school: school, day: "2026-11-02")
        _ = await held.put(#""topic":"Тема 1""#)
        #expect(await school.post(address + "/remove", as: .teacher).status == 303)
        #expect(await school.get(address, as: .teacher).status == 404)
        #expect(try held.stored().topic == "Тема 1" && held.stored().planRow == 0)
    }
}
