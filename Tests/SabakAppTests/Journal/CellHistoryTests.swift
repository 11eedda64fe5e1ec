import TestSchool
import Testing

@testable import SabakApp

@Suite struct CellHistoryTests {
    private func target(_ school: TestSchool, _ student: Int64) -> String {
        "/pages/\(school.algebra)/cells/\(school.lesson(school.algebra, "2026-11-20"))/\(student)"
    }

    @Test func `the history shows the old and the new value, who and when`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        school.clock.set("2026-11-24T09:30")
        _ = await entries.set("4", for: school.students[0])
        school.clock.set("2026-11-25T10:41")
        _ = await entries.set("5", for: school.students[0], version: 1, more: #","comment":"кайра тапшырды""#)
        let page = await school.get(target(school, school.students[0]), as: .deputy).text
        #expect(page.contains("<del>4</del>"))
        #expect(page.contains("<b class=\"mark\">5</b>"))
        #expect(page.contains("«кайра тапшырды»"))
        #expect(page.contains("25 ноября, 10:41 · Осмонова Г. Т."))
        #expect(page.ranges(of: "class=\"tag late\"").count == 1)
        let newest = try #require(page.range(of: "10:41")?.lowerBound)
        #expect(newest < (try #require(page.range(of: "9:30")?.lowerBound)))
    }

    @Test func `the class teacher reads the history, strangers and families do not`() async throws {
        let school = try await TestSchool.make()
        _ = await Entries(school: school).set("4", for: school.students[1])
        let target = target(school, school.students[1])
        for person in [TestSchool.Person.teacher, .classTeacher, .director, .deputy] {
            #expect(await school.get(target, as: person).status == 200, "\(person)")
        }
        #expect(await school.get(target, as: .otherTeacher).status == 404)
        for person in [TestSchool.Person.student, .mother, .administrator, .clerk, .responsible] {
            #expect(await school.get(target, as: person).status == 403, "\(person)")
        }
    }

    @Test func `a cell that is not on the page is not found`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.get(target(school, school.otherChild), as: .teacher).status == 404)
        let foreign = "/pages/\(school.algebra)/cells/\(school.lesson(school.history, "2026-11-20"))"
        #expect(await school.get("\(foreign)/\(school.students[0])", as: .teacher).status == 404)
    }

    @Test func `every change of a cell is one row of the chain, with ids and marks only`() async throws {
        let school = try await TestSchool.make()
        _ = await Entries(school: school).set("н", for: school.students[0], more: #","comment":"үйүндө""#)
        let rows = try school.read {
            try $0.all(
                """
                SELECT action, before, after, actor FROM audit
                WHERE school_id = \(school.store.id) AND object LIKE 'cell/%' ORDER BY seq
                """
            ) { [$0.text(0), $0.text(1), $0.text(2), String($0.integer(3))] }
        }
        #expect(rows == [["cell.set", "", "Ж\u{1F}#1", String(school.id(.teacher))]])
    }
}
