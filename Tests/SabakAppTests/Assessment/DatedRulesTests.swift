import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct DatedRulesTests {
    private func turn(_ school: TestSchool, into value: String) async {
        let form = [("criteria", "off"), ("loadLimits", "off"), ("debtDays", "7"), ("debtTurns", value)]
        #expect(await school.post("/works/rules", form: form, as: .deputy).status == 303)
    }

    @Test func `a debt that turns by its day alone changes what the final mark is held against`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        await turn(world.school, into: "2")
        #expect(await Entries(school: world.school).set("5 *22.11", for: world.child, version: 1).status != "saved")
        #expect(await Entries(school: world.school).set("*22.11", for: world.child, version: 1).status == "saved")
        #expect(await world.post("5", reason: "жакшы иштеди").status == 303)
        #expect(try world.expected(on: "2026-11-20") == "5")
        #expect(try world.expected(on: "2026-11-22") == "5")
        // (5 + 5 + 5 + 2) / 4 = 4.25.
        #expect(try world.expected(on: "2026-11-23") == "4")
        world.school.clock.set("2026-11-24T09:00")
        #expect(await world.page().text.contains("4,25"))
    }

    @Test func `a new rule for debts is looked at in finals that stand`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        _ = await Entries(school: world.school).set("*22.11", for: world.child, version: 1)
        #expect(await world.post("5", reason: "жакшы иштеди").status == 303)
        #expect(try world.expected(on: "2026-11-23") == "5")
        await turn(world.school, into: "2")
        #expect(try world.expected(on: "2026-11-23") == "4")
        await turn(world.school, into: "")
        #expect(try world.expected(on: "2026-11-23") == "5")
    }

    @Test func `a debt in a signed term stays as it was on the day of the signature, everywhere`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        let (school, child) = (world.school, world.child)
        await turn(school, into: "2")
        _ = await Entries(school: school).set("*22.11", for: child, version: 1)
        #expect(await world.post("5", reason: "жакшы иштеди").status == 303)
        try world.closeTerm()
        school.clock.set("2026-11-24T09:00")
        #expect(try world.expected(on: "2026-11-24") == "5")
        let count = await school.get("/pages/\(school.algebra)/counts/\(child)?term=2", as: .teacher).text
        #expect(count.contains("5,00") && !count.contains("4,25"))
        #expect(!(await school.get("/pages/\(school.algebra)?term=2", as: .teacher).text.contains("4,25")))
        #expect(!(await school.get("/diary/\(child)/marks", as: .mother).text.contains("4,25")))
        #expect(!(await school.get("/works/debts", as: .teacher).text.contains("считается «2»")))
        // Three marks of three students: the debt is none.
        #expect(try await accumulation(world).contains(">1,00</td>"))
    }

    private func accumulation(_ world: FinalsWorld) async throws -> Substring {
        let address = "/indicators?view=marks&by=page&period=\(try world.term())"
        let page = await world.school.get(address, as: .deputy).text
        return try #require(page.range(of: "7А · Алгебра").map { page[$0.lowerBound...].prefix(1600) })
    }

    @Test func `a rule for debts that changes after the signature leaves the signed term as it was`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        let (school, child) = (world.school, world.child)
        await turn(school, into: "2")
        _ = await Entries(school: school).set("*21.11", for: child, version: 1)
        #expect(await world.post("4", reason: "работа не сдана").status == 303)
        school.clock.set("2026-11-24T09:00")
        try world.closeTerm()
        await turn(school, into: "")
        #expect(await school.get("/works/rules", as: .deputy).text.contains("<option value=\"\" selected"))
        #expect(try world.expected(on: "2026-11-24") == "4")
        #expect(await number(world) == "4,25")
        #expect(await school.get("/pages/\(school.algebra)?term=2", as: .teacher).text.contains("4,25"))
        #expect(await school.get("/diary/\(child)/marks", as: .mother).text.contains("4,25"))
        #expect(await school.get("/works/debts", as: .teacher).text.contains("считается «2»"))
        // Three marks and a debt that has become one, of three students.
        #expect(try await accumulation(world).contains(">1,33</td>"))
    }

    @Test func `a rule for debts begins on a day of the list, and never in a signed term`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        try world.closeTerm()
        let form = [
            ("criteria", "off"), ("loadLimits", "off"), ("debtDays", "7"), ("debtTurns", "2"),
            ("debtFrom", "2026-11-09"),
        ]
        let answer = await world.school.post("/works/rules", form: form, as: .deputy)
        #expect(answer.status == 422 && answer.text.contains(RegimeTexts.badStart.ru))
    }

    private func number(_ world: FinalsWorld, _ person: TestSchool.Person = .teacher) async -> String {
        let address = "/pages/\(world.school.algebra)/counts/\(world.child)?term=2"
        let page = await world.school.get(address, as: person).text
        return page.firstMatch(of: /<td class="num"><b>([0-9,]+)<\/b>/).map { String($0.1) } ?? ""
    }

    private func kinds(_ world: FinalsWorld, out: Bool, from day: String) async -> Int {
        await world.school.post(
            "/settings/kinds", form: (out ? [("out-8", "1")] : []) + [("valid", day)], as: .deputy
        ).status
    }

    @Test func `whether a kind counts changes for open terms and never for a signed one`() async throws {
        let world = try await FinalsWorld.make(["5", "5"])
        let school = world.school
        let two = Entries.entry(
            school.lesson(school.algebra, "2026-11-18"), world.child, "2", more: #","kind":"8""#)
        #expect(await Entries(school: school).send([two]).status == 200)
        // Two fives of weight 1 and a two of weight 3: (10 + 6) / 5.
        #expect(await number(world) == "3,20")
        #expect(await kinds(world, out: true, from: "2026-08-01") == 303)
        #expect(await number(world) == "5,00")
        #expect(await kinds(world, out: false, from: "2026-08-01") == 303)
        try world.closeTerm()
        #expect(await kinds(world, out: true, from: "2026-08-01") == 422)
        let page = await school.get("/settings/kinds", as: .deputy).text
        let next = try #require(page.firstMatch(of: /<option value="(20\d\d-\d\d-\d\d)"/)?.1)
        #expect(await kinds(world, out: true, from: String(next)) == 303)
        #expect(await number(world) == "3,20")
        #expect(await school.get("/settings/kinds", as: .deputy).text.contains("с \(Day(String(next))!.short)"))
    }
}
