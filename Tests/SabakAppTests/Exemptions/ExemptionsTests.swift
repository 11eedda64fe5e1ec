import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct ExemptionsTests {
    private func algebra(_ school: TestSchool) throws -> Int64 {
        let found = try school.read {
            try $0.first(
                "SELECT subject_id FROM page WHERE school_id = \(school.store.id) AND id = \(school.algebra)"
            ) { $0.integer(0) }
        }
        return try #require(found)
    }

    private func exempt(
        _ school: TestSchool, from: String = "2026-11-02", to: String = "", as person: TestSchool.Person = .classTeacher
    ) async throws -> TestAnswer {
        await school.post(
            "/classes/\(school.class7A)/exemptions",
            form: [
                ("student", "\(school.id(.student))"), ("subject", "\(try algebra(school))"), ("from", from),
                ("to", to),
                ("basis", "Справка № 12"),
            ], as: person)
    }

    @Test(arguments: [
        (TestSchool.Person.classTeacher, 303), (.clerk, 303), (.deputy, 403), (.teacher, 403), (.mother, 403),
    ])
    func `the class teacher and the clerk enter an exemption`(person: TestSchool.Person, status: Int) async throws {
        let school = try await TestSchool.make()
        let answer = try await exempt(school, as: person)
        // A teacher who leads no class has the right of nobody's class: it is not found.
        #expect(answer.status == status || (person == .teacher && answer.status == 404))
    }

    @Test func `an exemption shows in the journal, is proposed for the term and settles it`() async throws {
        let world = try await FinalsWorld.make(["5", "4"])
        let school = world.school
        #expect(try await exempt(school).status == 303)
        #expect(await school.get("/classes/\(school.class7A)/exemptions", as: .deputy).text.contains("Справка № 12"))
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).text.contains("data-free=\"бош\""))
        let sheet = await world.page().text
        #expect(sheet.contains(">бош </td>"))
        let accepted = await school.post(
            "/pages/\(school.algebra)/finals", form: [("term", "2"), ("do", "accept")], as: .teacher)
        #expect(accepted.status == 303)
        #expect(try world.stands() == "exempt")
    }

    @Test func `who is freed from a few lessons only is not exempt for the term`() async throws {
        let world = try await FinalsWorld.make(["5", "4"])
        #expect(try await exempt(world.school, from: "2026-11-20").status == 303)
        #expect(!(await world.page().text.contains("<td>бош </td>")))
    }

    @Test func `what does not fit is refused, and a withdrawn exemption is gone`() async throws {
        let school = try await TestSchool.make()
        let bad = try await exempt(school, from: "2026-11-20", to: "2026-11-02")
        #expect(bad.status == 422 && bad.text.contains("Конец не раньше начала"))
        _ = try await exempt(school)
        let id = try school.read {
            try $0.first("SELECT id FROM exemption WHERE school_id = \(school.store.id)") { $0.integer(0) }
        }
        let address = "/classes/\(school.class7A)/exemptions/\(try #require(id))/withdraw"
        #expect(await school.post(address, as: .deputy).status == 403)
        #expect(await school.post(address, as: .clerk).status == 303)
        #expect(!(await school.get("/pages/\(school.algebra)", as: .teacher).text.contains("data-free")))
    }

    @Test func `another class's exemptions are not found`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.get("/classes/\(school.class8B)/exemptions", as: .classTeacher).status == 404)
    }
}

@Suite struct TransfersTests {
    private func bring(
        _ school: TestSchool, _ values: String, period: String = "", day: String = "2026-11-10",
        as person: TestSchool.Person = .teacher
    ) async -> TestAnswer {
        await school.post(
            "/pages/\(school.algebra)/transferred",
            form: [
                ("student", "\(school.id(.student))"), ("period", period), ("day", day), ("kind", "8"),
                ("values", values), ("source", "№ 61 мектеп"),
            ], as: person)
    }

    @Test func `marks a newcomer brings count, and the count names the former school`() async throws {
        let world = try await FinalsWorld.make(["3"])
        #expect(await bring(world.school, "5 5").status == 303)
        let count = await world.school.get("/pages/\(world.school.algebra)/counts/\(world.child)?term=2", as: .teacher)
        // (5×3 + 5×3 + 3×1) ÷ 7
        #expect(count.text.contains("4,71") && count.text.contains("↘ № 61 мектеп"))
        let family = await world.school.get("/diary/\(world.child)/counts/\(world.school.algebra)?term=2", as: .mother)
        #expect(family.text.contains("↘ № 61 мектеп"))
    }

    @Test func `the mark of a term that was brought enters the year`() async throws {
        let world = try await FinalsWorld.make([])
        #expect(await bring(world.school, "4", period: "1").status == 303)
        let year = await world.school.get("/pages/\(world.school.algebra)/finals?term=year", as: .teacher).text
        #expect(year.contains("<td class=\"num\" data-l=\"1-я четверть\">4</td>"))
    }

    @Test(arguments: [("6", "", "2026-11-10"), ("", "", "2026-11-10"), ("5", "", "2026-12-10"), ("5 4", "1", "")])
    func `what is no mark or no day is refused`(values: String, period: String, day: String) async throws {
        let school = try await TestSchool.make()
        #expect(await bring(school, values, period: period, day: day).status == 422)
    }

    @Test func `only the teacher of the page enters them, and takes them back`() async throws {
        let world = try await FinalsWorld.make(["3"])
        let school = world.school
        for person in [TestSchool.Person.classTeacher, .deputy, .otherTeacher] {
            #expect([403, 404].contains(await bring(school, "5", as: person).status), "\(person)")
        }
        _ = await bring(school, "5")
        let id = try school.read {
            try $0.first("SELECT id FROM transferred_mark WHERE school_id = \(school.store.id)") { $0.integer(0) }
        }
        let address = "/pages/\(school.algebra)/transferred/\(try #require(id))/withdraw"
        #expect(await school.post(address, as: .teacher).status == 303)
        #expect(await school.post(address, as: .teacher).status == 404)
        let count = await school.get("/pages/\(school.algebra)/counts/\(world.child)?term=2", as: .teacher).text
        #expect(count.contains("3,00"))
    }
}
