import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct RightsTests {
    private func give(_ role: String, to person: Int64, in school: TestSchool, as giver: TestSchool.Person = .director)
        async -> TestAnswer
    {
        await school.post(
            "/roles",
            form: [("person", "\(person)"), ("role", role), ("from", "2026-11-20"), ("order", "7-к")], as: giver)
    }

    @Test func `every right of the table has a name`() {
        #expect(RightNames.names.count == Right.allCases.count)
        #expect(RightNames.name(.readPage).ru == "Читать страницу журнала")
        #expect(RightNames.name(.manageFamilyAccounts).ru == "Выдавать коды семьям")
        #expect(RightNames.name(.readDaySheet).ru == "Читать посещаемость дня")
    }

    @Test func `the table shows the rights that the server enforces`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/rights", as: .clerk)
        #expect(page.status == 200)
        let row = page.text.split(separator: "<tr>").first { $0.contains("<small>A51</small>") } ?? ""
        let expected = Role.allCases.filter { $0 != .operator && $0 != .anonymous }
            .map { RightsTable.scope(of: .manageFamilyAccounts, for: $0).isGiven }
        let shown = row.components(separatedBy: "<td>").dropFirst().map { !$0.hasPrefix("—") }
        #expect(shown == expected)
    }

    @Test func `a role is in force at once and gone at once, and its history stays`() async throws {
        let school = try await TestSchool.make()
        let teacher = school.id(.otherTeacher)
        #expect(await school.get("/accounts", as: .otherTeacher).status == 403)
        #expect(await give("responsible", to: teacher, in: school).status == 303)
        #expect(await school.get("/accounts", as: .otherTeacher).status == 200)
        let grant = try school.read { connection in
            try connection.first(
                """
                SELECT id FROM role_grant
                WHERE school_id = \(school.store.id) AND person_id = \(teacher) AND role = 'responsible'
                """
            ) { $0.integer(0) } ?? 0
        }
        let ended = await school.post("/roles/\(grant)/withdraw", form: [("order", "8-к")], as: .director)
        #expect(ended.status == 303)
        #expect(await school.get("/accounts", as: .otherTeacher).status == 403)
        #expect(await school.get("/roles", as: .director).text.contains("7-к"))
        let kept = try school.read { connection in
            try connection.count(
                """
                SELECT count(*) FROM audit
                WHERE school_id = \(school.store.id) AND action = 'right.withdraw' AND reason = '8-к'
                """)
        }
        #expect(kept == 1)
    }

    @Test func `nobody gives or withdraws a role of one's own`() async throws {
        let school = try await TestSchool.make()
        #expect(await give("administrator", to: school.id(.director), in: school).status == 403)
        let own = try school.read { connection in
            try connection.first(
                "SELECT id FROM role_grant WHERE school_id = \(school.store.id) AND person_id = \(school.id(.director))"
            ) { $0.integer(0) } ?? 0
        }
        #expect(await school.post("/roles/\(own)/withdraw", as: .director).status == 403)
        #expect(await school.get("/roles", as: .director).status == 200)
    }

    @Test func `a student, a parent and an unknown person get no role of staff`() async throws {
        let school = try await TestSchool.make()
        #expect(await give("clerk", to: school.id(.student), in: school).status == 422)
        #expect(await give("clerk", to: school.id(.mother), in: school).status == 404)
        #expect(await give("clerk", to: 12, in: school).status == 404)
    }

    @Test func `only the director gives roles, and only with an order`() async throws {
        let school = try await TestSchool.make()
        #expect(await give("clerk", to: school.id(.teacher), in: school, as: .deputy).status == 403)
        #expect(await give("clerk", to: school.id(.teacher), in: school, as: .administrator).status == 403)
        let answer = await school.post(
            "/roles", form: [("person", "\(school.id(.teacher))"), ("role", "clerk"), ("from", "2026-11-20")],
            as: .director)
        #expect(answer.status == 422)
        #expect(answer.text.contains("id=\"order-err\""))
        #expect(await give("clerk", to: school.id(.teacher), in: school).status == 303)
        #expect(await give("clerk", to: school.id(.teacher), in: school).status == 409)
    }
}
