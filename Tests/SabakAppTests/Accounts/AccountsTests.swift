import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct AccountsTests {
    /// The login and the code of the first slip.
    private func slip(_ text: String) throws -> (login: String, code: String) {
        let login = try #require(text.firstMatch(of: /<dd><b>([^<]+)<\/b>/)?.1)
        let code = try #require(text.firstMatch(of: /<b class="code">([^<]+)</)?.1)
        return (String(login), String(code))
    }

    @Test func `a code signs in once, with a password the person chooses, and dies at its first use`() async throws {
        let school = try await TestSchool.make()
        let page = await school.post("/accounts/\(school.id(.teacher))/code", as: .administrator)
        #expect(page.status == 200)
        let (login, code) = try slip(page.text)
        let body = #"{"login":"\#(login)","code":"\#(code)","password":"four quiet words"}"#
        #expect(await school.api(.post, "/api/v1/activate", json: body).status == 200)
        #expect(await school.api(.post, "/api/v1/activate", json: body).status == 422)
    }

    @Test func `no code and no password is kept in a form that can be read back`() async throws {
        let school = try await TestSchool.make()
        let page = await school.post("/accounts/\(school.id(.teacher))/code", as: .administrator)
        let code = try slip(page.text).code.filter { $0 != " " }
        let kept = try school.read { connection in
            try connection.first(
                """
                SELECT code_hash FROM activation_code
                WHERE school_id = \(school.store.id) ORDER BY issued_at DESC LIMIT 1
                """
            ) { String(decoding: $0.bytes(0), as: UTF8.self) }
        }
        #expect(kept?.hasPrefix("$argon2id$") == true)
        #expect(kept?.contains(code) == false)
        #expect(!(await school.get("/accounts", as: .administrator).text.contains(code)))
    }

    @Test func `the class teacher issues codes for the own class only`() async throws {
        let school = try await TestSchool.make()
        let own = "/classes/\(school.class7A)/accounts"
        let page = await school.post(own, form: [("person", "\(school.id(.mother))")], as: .classTeacher)
        #expect(page.status == 200)
        #expect(try slip(page.text).login == "mother")
        let other = "/classes/\(school.class8B)/accounts"
        #expect(await school.post(other, form: [("all", "new")], as: .classTeacher).status == 404)
        #expect(await school.post(own, form: [("all", "new")], as: .administrator).status == 403)
        let stranger = await school.post(own, form: [("person", "\(school.otherChild)")], as: .classTeacher)
        #expect(stranger.status == 303)
    }

    @Test func `a whole class gets one slip a person, in the language chosen`() async throws {
        let school = try await TestSchool.make()
        let page = await school.post(
            "/classes/\(school.class7A)/accounts", form: [("all", "everybody"), ("language", "ky")], as: .classTeacher)
        #expect(page.text.components(separatedBy: "class=\"whom\"").count - 1 == 6)
        #expect(page.text.contains("Бир жолку код"))
        #expect(page.text.contains("04.12.2026"))
    }

    @Test func `students below the grade the school has set get no account of their own`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            _ = try writing.connection.run(
                """
                INSERT INTO setting (school_id, name, value)
                VALUES (\(writing.school), 'student_accounts.from_grade', '8')
                """)
        }
        let page = await school.post(
            "/classes/\(school.class7A)/accounts", form: [("all", "everybody")], as: .classTeacher)
        #expect(page.text.components(separatedBy: "class=\"whom\"").count - 1 == 1)
    }

    @Test func `a parent who works at the school gets no code from a class teacher`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids).addGuardian(
                school.id(.director), of: school.students[0], relation: "mother", from: "2026-09-01", isConfirmed: true)
        }
        let answer = await school.post(
            "/classes/\(school.class7A)/accounts", form: [("person", "\(school.id(.director))")], as: .classTeacher)
        #expect(answer.status == 303)
        #expect(answer.headers[.location]?.hasSuffix("note=nobody") == true)
    }

    @Test func `the administrator has no say over the accounts of families`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/accounts/\(school.id(.mother))/code", as: .administrator).status == 404)
        #expect(await school.post("/accounts/\(school.id(.student))/close", as: .administrator).status == 404)
    }

    @Test func `closing an account ends its sessions at once, and it can be opened again`() async throws {
        let school = try await TestSchool.make()
        let teacher = school.id(.teacher)
        #expect(await school.post("/accounts/\(teacher)/close", as: .administrator).status == 303)
        #expect(await school.get("/account", as: .teacher).status == 303)
        #expect(await school.get("/accounts?state=closed", as: .administrator).text.contains("Осмонова"))
        #expect(await school.post("/accounts/\(teacher)/open", as: .administrator).status == 303)
        #expect(!(await school.get("/accounts?state=closed", as: .administrator).text.contains("Осмонова")))
        #expect(await school.post("/accounts/\(school.id(.administrator))/close", as: .administrator).status == 403)
    }

    @Test func `a class teacher ends sessions of the own families, never of colleagues`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/accounts/\(school.id(.mother))/sessions", as: .classTeacher).status == 303)
        #expect(await school.get("/account", as: .mother).status == 303)
        #expect(await school.post("/accounts/\(school.id(.teacher))/sessions", as: .classTeacher).status == 404)
        #expect(await school.post("/accounts/\(school.id(.otherFather))/sessions", as: .classTeacher).status == 404)
    }
}
