import TestSchool
import Testing

@testable import SabakApp

@Suite struct CharacteristicTests {
    private func post(
        _ world: FinalsWorld, _ text: String, version: Int = 0, as person: TestSchool.Person = .teacher
    ) async -> TestAnswer {
        await world.school.post(
            "/pages/\(world.school.algebra)/words",
            form: [("term", "2"), ("text-\(world.child)", text), ("version-\(world.child)", "\(version)")], as: person)
    }

    @Test func `a teacher's words on a student reach the family with the count`() async throws {
        let world = try await FinalsWorld.make(["5"])
        #expect(await post(world, "Решает  нестандартные\nзадачи <b>").status == 303)
        let target = "/counts/\(world.school.algebra)?term=2"
        let family = await world.school.get("/diary/\(world.child)\(target)", as: .mother).text
        #expect(family.contains("Решает нестандартные\nзадачи &lt;b&gt;"))
        #expect(await world.school.get("/diary/\(world.child)\(target)", as: .otherFather).status == 404)
        let deputy = await world.school.get("/pages/\(world.school.algebra)/words?term=2", as: .deputy).text
        #expect(deputy.contains("Решает") && !deputy.contains("<textarea"))
    }

    @Test func `too long a text, a stale one and a closed term are refused, and nothing typed is lost`() async throws {
        let world = try await FinalsWorld.make(["5"])
        let long = await post(world, String(repeating: "ө", count: 601))
        #expect(long.status == 422 && long.text.contains("өөөө"))
        #expect(await post(world, "Биринчи").status == 303)
        let stale = await post(world, "Экинчи")
        #expect(stale.status == 422 && stale.text.contains("Экинчи") && stale.text.contains("Биринчи"))
        #expect(await post(world, "Экинчи", version: 1).status == 303)
        try world.closeTerm()
        #expect(await post(world, "Үчүнчү", version: 2).status == 409)
        #expect(await post(world, "Бөтөн", as: .otherTeacher).status == 404)
    }

    @Test func `results by works name who is below the threshold`() async throws {
        let world = try await FinalsWorld.make(["5", "2"])
        let page = await world.school.get("/pages/\(world.school.algebra)/results?term=2", as: .teacher).text
        #expect(page.contains(">100 %<") && page.contains(">0 %<") && page.contains("(2)</td>"))
        #expect(await world.school.get("/pages/\(world.school.algebra)/results?term=2", as: .mother).status == 403)
    }
}
