import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct StaffTests {
    @Test func `a dismissed teacher loses the way in on the day, what was written stays, the load is to hand over`()
        async throws
    {
        let school = try await TestSchool.make()
        let teacher = school.id(.teacher)
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).status == 200)
        let answer = await school.post(
            "/staff/\(teacher)/dismiss", form: [("day", "2026-11-20"), ("order", "12-к")], as: .clerk)
        #expect(answer.status == 303)
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).status == 303)
        let card = await school.get("/staff/\(teacher)", as: .clerk)
        #expect(card.text.contains("Нужно передать нагрузку: 1 страница, 5 ч в неделю."))
        let ended = try school.read { connection in
            try connection.first(
                "SELECT to_day FROM load WHERE school_id = \(school.store.id) AND teacher_id = \(teacher)"
            ) { $0.text(0) }
        }
        #expect(ended == "2026-11-20")
    }

    @Test func `a dismissal ahead of its day leaves the teacher at work until then`() async throws {
        let school = try await TestSchool.make()
        _ = await school.post(
            "/staff/\(school.id(.teacher))/dismiss", form: [("day", "2026-11-25")], as: .clerk)
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).status == 200)
        school.clock.set("2026-11-26T08:00")
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).status == 303)
    }

    @Test func `the clerk adds a colleague, and a known parent of the same name may be meant`() async throws {
        let school = try await TestSchool.make()
        let fresh = await school.post(
            "/staff", form: [("surname", "Ибраимов"), ("given", "Санжар"), ("from", "2026-11-20")], as: .clerk)
        #expect(fresh.status == 303)
        let form = [
            ("surname", "Садыков"), ("given", "Болот"), ("patronymic", "Усенович"), ("from", "2026-11-20"),
            ("position", "лаборант"),
        ]
        #expect(await school.post("/staff", form: form, as: .clerk).status == 422)
        let father = school.id(.otherFather)
        #expect(await school.post("/staff", form: form + [("same", "\(father)")], as: .clerk).status == 303)
        #expect(await school.get("/staff/\(father)", as: .director).text.contains("лаборант"))
    }

    @Test func `a teacher reads the own card only, and only the clerk writes`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.get("/staff", as: .teacher).headers[.location] == "/staff/\(school.id(.teacher))")
        #expect(await school.get("/staff/\(school.id(.teacher))", as: .teacher).status == 200)
        #expect(await school.get("/staff/\(school.id(.deputy))", as: .teacher).status == 404)
        #expect(await school.post("/staff/\(school.id(.teacher))/dismiss", as: .director).status == 403)
    }
}
