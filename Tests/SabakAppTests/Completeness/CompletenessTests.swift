import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct CompletenessTests {
    private func counts(_ school: TestSchool) async throws -> [Gap: Int] {
        let page = await school.get("/completeness", as: .responsible).text
        var found: [Gap: Int] = [:]
        for match in page.matches(of: /completeness\/([a-zA-Z]+)"><b class="count">([0-9]+)/) {
            found[try #require(Gap(rawValue: String(match.1)))] = Int(match.2)
        }
        return found
    }

    @Test func `every gap is a number, and a number opens to as many lines`() async throws {
        let school = try await TestSchool.make()
        let counts = try await counts(school)
        // Four of seven students have no parents; nobody has a birth date; 8Б has no class teacher.
        #expect(counts[.noFamily] == 4)
        #expect(counts[.noBirthDay] == 7)
        #expect(counts[.noLeader] == 1)
        #expect(counts[.noPlan] == 3)
        // The sessions of the cast were opened without a password.
        #expect(counts[.neverIn] == 3)
        #expect(counts[.staffNeverIn] == 9)
        #expect(counts[.noTeacher] == nil && counts[.noRoom] == nil && counts[.noClass] == nil)
        for (gap, count) in counts {
            let list = await school.get("/completeness/\(gap.rawValue)", as: .responsible).text
            #expect(list.matches(of: /<tr><td class="num">/).count == count, "\(gap)")
        }
    }

    @Test func `a student whose class has ended without an order is in no class, one who has left is not missed`()
        async throws
    {
        let school = try await TestSchool.make()
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            try roster.endEnrolment(of: school.students[0], in: school.class7A, to: "2026-11-18")
            var order = MovementOrder()
            order.note = "көчүп кетти"
            try roster.endEnrolment(of: school.students[2], in: school.class7A, to: "2026-11-18", by: order)
        }
        let list = await school.get("/completeness/noClass", as: .responsible).text
        #expect(list.contains("Абдразаков"))
        #expect(!list.contains("Бакыт уулу Тилек"))
    }

    @Test func `a page without a teacher and a lesson without a room lead to where they are mended`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            try roster.endLoad(page: school.history, teacher: school.id(.classTeacher), to: "2026-11-19")
            try writing.connection.run(
                "UPDATE lesson SET room = '' WHERE school_id = \(writing.school) AND page_id = \(school.geography)")
        }
        let pages = await school.get("/completeness/noTeacher", as: .deputy).text
        #expect(pages.contains("href=\"/load/pages/\(school.history)\""))
        let counts = try await counts(school)
        #expect(counts[.noTeacher] == 1)
        // From today, 20 November, to the 27th: six days with lessons.
        #expect(counts[.noRoom] == 6)
    }

    @Test func `a long list comes in pages`() async throws {
        let school = try await TestSchool.make(students: 60)
        let first = await school.get("/completeness/noBirthDay", as: .clerk).text
        #expect(first.matches(of: /<tr><td class="num">/).count == 50)
        let second = await school.get("/completeness/noBirthDay?page=2", as: .clerk).text
        #expect(second.matches(of: /<tr><td class="num">/).count == 12)
        #expect(second.contains(">51</td>"))
    }

    @Test func `a teacher has no list of what is missing in the school`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.get("/completeness", as: .teacher).status == 404)
        #expect(await school.get("/completeness/noFamily", as: .classTeacher).status == 404)
        #expect(await school.get("/completeness/nothing", as: .responsible).status == 404)
    }

    @Test func `who was at a training is kept by those who train`() async throws {
        let school = try await TestSchool.make()
        let added = await school.post(
            "/trainings", form: [("day", "2026-11-18"), ("topic", "Роли и журнал")], as: .responsible)
        let address = try #require(added.headers[.location])
        let people = [("person", "\(school.id(.teacher))"), ("person", "\(school.id(.mother))")]
        #expect(await school.post(address, form: people, as: .responsible).status == 303)
        let list = await school.get("/trainings", as: .director).text
        #expect(list.contains("Роли и журнал"))
        // The mother is not on the staff.
        #expect(list.contains("<td class=\"num\">1</td>"))
        #expect(await school.get("/trainings", as: .teacher).status == 404)
        #expect(await school.post("/trainings", form: [("topic", "")], as: .responsible).status == 422)
        #expect(await school.post(address + "/remove", as: .responsible).status == 303)
        #expect(await school.get(address, as: .responsible).status == 404)
    }
}
