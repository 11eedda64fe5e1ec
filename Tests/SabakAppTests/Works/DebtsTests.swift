import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct DebtsTests {
    private func stored(_ school: TestSchool, _ student: Int64) throws -> String? {
        try school.read {
            try $0.first(
                """
                SELECT value FROM entry WHERE school_id = \(school.store.id) AND student_id = \(student) AND slot = 1
                ORDER BY lesson_id DESC
                """
            ) { $0.text(0) }
        }
    }

    private func turn(_ school: TestSchool, into value: String) async {
        let form = [("criteria", "off"), ("loadLimits", "off"), ("debtDays", "7"), ("debtTurns", value)]
        #expect(await school.post("/works/rules", form: form, as: .deputy).status == 303)
    }

    @Test func `a debt is kept with its day, shown to the family, and cleared by a mark`() async throws {
        let school = try await TestSchool.make()
        let child = school.id(.student)
        let result = await Entries(school: school).set("*5.12", for: child)
        #expect(result.status == "saved" && result.value == "•" && result.average == "—")
        #expect(try stored(school, child) == "•2026-12-05")
        let diary = await school.get("/diary/\(child)", as: .mother).text
        #expect(diary.contains("Долги") && diary.contains("сдать до 5 декабря"))
        let list = await school.get("/works/debts", as: .teacher).text
        #expect(list.contains("Асанова Айпери") && list.contains("5 декабря"))
        #expect(await school.get("/works/debts", as: .classTeacher).text.contains("Асанова Айпери"))
        #expect(!(await school.get("/works/debts", as: .otherTeacher).text.contains("Асанова Айпери")))
        #expect(await Entries(school: school).set("4", for: child, version: 1).value == "4")
        #expect(!(await school.get("/works/debts", as: .teacher).text.contains("Асанова Айпери")))
        #expect(!(await school.get("/diary/\(child)", as: .mother).text.contains("сдать до")))
    }

    @Test func `a debt without a day is due after the usual days, and typed again it keeps its day`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        _ = await Entries(school: school).set("•", for: student)
        #expect(try stored(school, student) == "•2026-11-27")
        _ = await Entries(school: school).set("*5.12", for: student, version: 1)
        _ = await Entries(school: school).set("н •", for: student, version: 2)
        #expect(try stored(school, student) == "•2026-12-05")
    }

    @Test func `a debt due before its lesson is refused`() async throws {
        let school = try await TestSchool.make()
        let result = await Entries(school: school).set("*19.11.2026", for: school.students[0])
        #expect(result.status == "refused" && result.code == "debt_before_lesson")
    }

    @Test func `a debt turns by its day and today, and nothing that is kept changes`() async throws {
        let school = try await TestSchool.make()
        let child = school.id(.student)
        await turn(school, into: "2")
        _ = await Entries(school: school).set("5", for: child, on: "2026-11-19")
        _ = await Entries(school: school).set("*", for: child)
        let average = { await school.get("/pages/\(school.algebra)/counts/\(child)?term=2", as: .teacher).text }
        #expect(await average().contains("5,00"))
        school.clock.set("2026-11-28T09:00")
        #expect(await average().contains("3,50"))
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).text.contains("3,50"))
        #expect(await school.get("/diary/\(child)/marks", as: .mother).text.contains("3,50"))
        #expect(await school.get("/works/debts", as: .teacher).text.contains("считается «2»"))
        #expect(try stored(school, child) == "•2026-11-27")
        await turn(school, into: "")
        #expect(await average().contains("5,00"))
    }

    @Test func `a debt turned into н/а shows the sign of the journal's language and no number`() async throws {
        let school = try await TestSchool.make()
        let child = school.id(.student)
        await turn(school, into: "notAttested")
        _ = await Entries(school: school).set("*", for: child)
        school.clock.set("2026-11-30T09:00")
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).text.contains(">а/э</td>"))
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher).text.contains("—"))
    }

    @Test func `the chain proves debts like marks`() async throws {
        let school = try await TestSchool.make()
        _ = await Entries(school: school).set("н *5.12", for: school.students[0])
        let proof = try AuditProof.verify(school.store.id, in: school.app.store)
        #expect(proof.isSound)
    }

    @Test func `a mark of a substitute carries a sign, the name and the reason`() async throws {
        let school = try await TestSchool.make()
        try school.substitute(.substitute, for: school.lesson(school.algebra, "2026-11-20"))
        let entries = Entries(school: school, person: .substitute)
        #expect(await entries.set("4", for: school.students[0]).status == "saved")
        let page = await school.get("/pages/\(school.algebra)", as: .teacher).text
        #expect(page.contains("data-by=\"Токтосунова Н. Ж., замещение: ooruu\""))
        #expect(await Entries(school: school).set("5", for: school.students[0], version: 1).status == "saved")
        #expect(!(await school.get("/pages/\(school.algebra)", as: .teacher).text.contains("data-by")))
    }
}
