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
            form: [
                ("person", "\(person)"), ("role", role), ("from", "2026-11-20"), ("order", "7-к"),
                ("orderDay", "2026-11-19"),
            ], as: giver)
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
        for right in Right.allCases {
            #expect(shown(right, on: page.text) == expected(right), "\(right.row)")
        }
    }

    private func shown(_ right: Right, on page: String) -> [String] {
        let row = page.components(separatedBy: "<tr>").first { $0.contains("<small>\(right.row)</small>") } ?? ""
        return row.components(separatedBy: "<td>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    private func expected(_ right: Right) -> [String] {
        Role.allCases.filter { $0 != .operator && $0 != .anonymous }.map { role in
            let grant = RightsTable.scope(of: right, for: role)
            let signs = [grant.needsSecondStep ? " !" : "", grant.isLimited ? " *" : "", grant.isExtended ? " +" : ""]
            return grant.isGiven ? RightsTexts.scope(grant.scope).ru + signs.joined() : "—"
        }
    }

    @Test func `what is refused of a role comes back as it was typed, with the problem beside the field`() async throws
    {
        let school = try await TestSchool.make()
        let teacher = school.id(.teacher)
        #expect(await give("clerk", to: teacher, in: school).status == 303)
        let again = await give("clerk", to: teacher, in: school)
        #expect(again.status == 409)
        #expect(again.text.contains("id=\"role-err\""))
        #expect(again.text.contains("value=\"7-к\""))
        #expect(again.text.contains("<option value=\"\(teacher)\" selected>"))
        let grant = try school.read { connection in
            try connection.first(
                "SELECT id FROM role_grant WHERE school_id = \(school.store.id) AND person_id = \(teacher)"
            ) { $0.integer(0) } ?? 0
        }
        let withdrawal = await school.post("/roles/\(grant)/withdraw", form: [("order", "10-к")], as: .director)
        #expect(withdrawal.status == 422)
        #expect(withdrawal.text.contains("id=\"w\(grant)-orderDay-err\""))
        #expect(withdrawal.text.contains("value=\"10-к\""))
    }

    @Test func `a teacher whose child is at the school changes between the two roles of one account`() async throws {
        let school = try await TestSchool.make()
        let (teacher, child) = (school.id(.otherTeacher), school.students[0])
        try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids).addGuardian(
                teacher, of: child, relation: "father", from: "2026-09-01", isConfirmed: true)
            try AccountOpening(store: school.app.store).open(person: teacher, login: "otherteacher", in: writing)
            try DutyQueries.accept(by: teacher, in: .ru, in: writing)
        }
        #expect(await school.get("/my-day", as: .otherTeacher).text.contains("<button name=\"role\" value=\"parent\""))
        #expect(await school.get("/start?role=parent", as: .otherTeacher).status == 405)
        #expect(await school.post("/start", form: [("role", "parent")], as: .otherTeacher).status == 303)
        #expect(await school.get("/", as: .otherTeacher).headers[.location] == "/diary")
        #expect(await school.get("/diary/\(child)", as: .otherTeacher).status == 200)
        #expect(await school.post("/start", form: [("role", "subjectTeacher")], as: .otherTeacher).status == 303)
        #expect(await school.get("/", as: .otherTeacher).headers[.location] == "/my-day")
        #expect(await school.post("/start", form: [("role", "director")], as: .otherTeacher).status == 303)
        #expect(await school.get("/", as: .otherTeacher).headers[.location] == "/my-day")
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
        let ended = await school.post(
            "/roles/\(grant)/withdraw", form: [("order", "8-к"), ("orderDay", "2026-11-20")], as: .director)
        #expect(ended.status == 303)
        #expect(await school.get("/accounts", as: .otherTeacher).status == 403)
        let history = await school.get("/roles", as: .director).text
        #expect(history.contains("7-к, 19.11.2026"))
        #expect(history.contains("снята: 8-к, 20.11.2026"))
        let kept = try school.read { connection in
            try connection.count(
                """
                SELECT count(*) FROM audit
                WHERE school_id = \(school.store.id) AND action = 'right.withdraw' AND reason = '8-к 2026-11-20'
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
        let order = [("order", "9-к"), ("orderDay", "2026-11-20")]
        #expect(await school.post("/roles/\(own)/withdraw", form: order, as: .director).status == 403)
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
