import HTTPTypes
import TestEngines
import TestSchool
import Testing
import Web

@testable import SabakApp

/// What the pages of a family show after a change of something else.
@Suite struct KeptDiaryTests {
    @Test(.enabled(if: TestEngine.ofPages == .sqlite))
    func `a mark of another student leaves a drawn diary, and one of the child is in it at once`() async throws {
        let school = try await TestSchool.make(students: 3)
        let child = school.id(.student)
        let other = try #require(school.students.first { $0 != child })
        let ask = { await school.statements { _ = await school.get("/diary/\(child)/week", as: .mother) } }
        _ = await ask()
        let kept = await ask()
        let entries = Entries(school: school)
        _ = await entries.set("5", for: other)
        #expect(await ask() == kept)
        _ = await entries.set("3", for: child)
        #expect(await ask() > kept)
        #expect(await school.get("/diary/\(child)/week", as: .mother).text.contains(">3<"))
    }

    @Test func `the mark of the other child is told in the diary of the first`() async throws {
        let school = try await TestSchool.make(students: 3)
        let child = school.id(.student)
        let before = await school.get("/diary/\(child)", as: .mother).text
        #expect(await school.get("/diary/\(child)", as: .mother).text == before)
        let entries = Entries(school: school, person: .otherTeacher, page: school.geography)
        #expect(await entries.set("4", for: school.brother).status == "saved")
        #expect(await school.get("/diary/\(child)", as: .mother).text != before)
    }

    @Test func `a recorded lesson is in the diary at once`() async throws {
        let school = try await TestSchool.make(students: 3)
        let child = school.id(.student)
        _ = await school.get("/diary/\(child)/week", as: .mother)
        let lesson = school.lesson(school.algebra, "2026-11-20")
        let body = """
            {"topic":"Квадраттык теңдеме","homework":"§ 12","version":0}
            """
        let saved = await school.api(.put, "/api/v1/lessons/\(lesson)", json: body, as: .teacher)
        #expect(saved.status == 200)
        #expect(await school.get("/diary/\(child)/week", as: .mother).text.contains("§ 12"))
    }
}
