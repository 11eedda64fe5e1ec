import Foundation
import Store
import TestSchool
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules

/// From the slip to the first page: codes, passwords, the duty.
@Suite struct FirstSignInTests {
    private struct Slip {
        let login, code: String
    }

    private func slip(in school: TestSchool, for person: TestSchool.Person = .teacher) async throws -> Slip {
        let page = await school.post("/accounts/\(school.id(person))/code", as: .administrator)
        let login = try #require(page.text.firstMatch(of: /<dd><b>([^<]+)<\/b>/)?.1)
        let code = try #require(page.text.firstMatch(of: /<b class="code">([^<]+)</)?.1)
        return Slip(login: String(login), code: String(code))
    }

    private func activate(
        _ slip: Slip, _ school: TestSchool, code: String? = nil, password: String = "four quiet words",
        duty: String? = "ru"
    ) async -> TestAnswer {
        let form = [("login", slip.login), ("code", code ?? slip.code), ("password", password)]
        return await school.post("/activate", form: form + (duty.map { [("duty", $0)] } ?? []))
    }

    private func acceptances(of person: Int64, in school: TestSchool) throws -> [String] {
        try school.read { connection in
            try connection.all(
                """
                SELECT wording, language FROM duty_acceptance
                WHERE school_id = \(school.store.id) AND person_id = \(person) ORDER BY wording
                """
            ) { "\($0.integer(0)) \($0.text(1))" }
        }
    }

    @Test func `a code has ten characters, none of which looks like another`() {
        var seen: Set<String> = []
        var letters: Set<Character> = []
        for _ in 0..<4_000 {
            let code = OneTimeCode.make()
            #expect(code.count == 10)
            seen.insert(code)
            letters.formUnion(code)
        }
        #expect(seen.count == 4_000)
        #expect(letters == Set("ABCDEFGHJKMNPQRSTUVWXYZ23456789"))
        #expect(letters.isDisjoint(with: "0OIl1"))
    }

    @Test func `a new slip kills the code of the one before`() async throws {
        let school = try await TestSchool.make()
        let first = try await slip(in: school)
        let second = try await slip(in: school)
        #expect(await activate(first, school).status == 422)
        #expect(await activate(second, school).status == 303)
    }

    @Test func `a code lives fourteen days`() async throws {
        let school = try await TestSchool.make()
        let slip = try await slip(in: school)
        school.clock.set("2026-12-04T09:01")
        #expect(await activate(slip, school).status == 422)
        school.clock.set("2026-12-04T08:59")
        #expect(await activate(slip, school).status == 303)
    }

    @Test func `whoever guesses codes has to wait, however the name is typed, and the form keeps what was typed`()
        async throws
    {
        let school = try await TestSchool.make()
        let slip = try await slip(in: school)
        for attempt in 0..<8 {
            let typed = Slip(login: attempt % 2 == 0 ? slip.login.uppercased() : slip.login, code: slip.code)
            let answer = await activate(typed, school, code: "AAAAABBBBB")
            #expect(answer.status == 422)
            #expect(answer.text.contains("value=\"AAAAABBBBB\""))
        }
        let ninth = await activate(Slip(login: "teасher", code: slip.code), school)
        #expect(ninth.status == 429)
        #expect(ninth.text.contains("value=\"\(slip.code)\""))
    }

    @Test func `the rules for a password are told before, and a plain one leaves the code in force`() async throws {
        let school = try await TestSchool.make()
        let slip = try await slip(in: school)
        #expect(await school.get("/activate?login=teacher").text.contains(SignInTexts.passwordHint.ru))
        for password in ["short", "aaaaaaaaaaa", "teacher1"] {
            let answer = await activate(slip, school, password: password)
            #expect(answer.status == 422, "\(password)")
            #expect(answer.text.contains("aria-invalid=\"true\""))
        }
        #expect(await activate(slip, school).status == 303)
    }

    @Test func `the activation page takes the name from the address of the slip and shows the duty`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/activate?login=teacher")
        #expect(page.text.contains("value=\"teacher\""))
        #expect(page.text.contains(SignInTexts.dutyText[0].ru))
    }

    @Test func `who activates has accepted the duty, with its date, and comes to the first page`() async throws {
        let school = try await TestSchool.make()
        let answer = await activate(try await slip(in: school), school, duty: "ky")
        #expect(answer.headers[.location] == "/")
        #expect(try acceptances(of: school.id(.teacher), in: school) == ["1 ky"])
        let account = await school.get("/account", as: .deputy)
        #expect(account.text.contains("/duty?next=%2Faccount"))
        #expect(await school.post("/duty", form: [("next", "/account")], as: .deputy).headers[.location] == "/account")
        #expect(await school.get("/account", as: .deputy).text.contains("Принято 20.11.2026"))
    }

    @Test func `whoever has not accepted the duty is shown it at the next sign-in, once`() async throws {
        let school = try await TestSchool.make()
        let slip = try await slip(in: school)
        let first = await activate(slip, school, duty: nil)
        #expect(first.headers[.location] == "/duty?next=%2F")
        #expect(try acceptances(of: school.id(.teacher), in: school).isEmpty)
        let form = [("login", slip.login), ("password", "four quiet words"), ("next", "/pages")]
        #expect(await school.post("/sign-in", form: form).headers[.location] == "/duty?next=%2Fpages")
        try school.write { try DutyQueries.accept(by: school.id(.teacher), in: .ru, in: $0) }
        #expect(await school.post("/sign-in", form: form).headers[.location] == "/pages")
    }

    @Test func `a name is taken with look-alikes at the door, and gives no further tries`() async throws {
        let school = try await TestSchool.make()
        let slip = try await slip(in: school)
        #expect(await activate(slip, school).status == 303)
        for typed in ["TEACHER", "teаcher", " teacher "] {
            let form = [("login", typed), ("password", "four quiet words")]
            #expect(await school.post("/sign-in", form: form).status == 303, "\(typed)")
        }
    }

    @Test func `a closed account says so to whoever knows the password, and nothing to anybody else`() async throws {
        let school = try await TestSchool.make()
        let slip = try await slip(in: school)
        #expect(await activate(slip, school).status == 303)
        _ = await school.post("/accounts/\(school.id(.teacher))/close", as: .administrator)
        let known = await school.post("/sign-in", form: [("login", slip.login), ("password", "four quiet words")])
        #expect(known.text.contains(SignInTexts.closed.ru))
        let guessed = await school.post("/sign-in", form: [("login", slip.login), ("password", "five quiet words")])
        #expect(guessed.text.contains(SignInTexts.wrong.ru))
        let nobody = await school.post("/sign-in", form: [("login", "nobody"), ("password", "five quiet words")])
        #expect(nobody.text.contains(SignInTexts.wrong.ru))
    }

    @Test(arguments: ["ky", "ru", "kk", "en"])
    func `the door names whom to ask for a new password`(language: String) async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/sign-in", headers: [.acceptLanguage: language])
        let language = try #require(Language(rawValue: language))
        #expect(page.text.contains(SignInTexts.forgotten[language].replacing("'", with: "&#39;")))
    }

    @Test func `a password is changed with the old one, problems stand beside their field`() async throws {
        let school = try await TestSchool.make()
        #expect(await activate(try await slip(in: school), school).status == 303)
        // Activation has ended the sessions that were open before.
        #expect(await school.get("/account", as: .teacher).status == 303)
        let token = await school.api(
            .post, "/api/v1/sign-in", json: #"{"login":"teacher","password":"four quiet words"}"#)
        #expect(token.status == 200)
        let wrong = await school.post("/account/password", form: [("old", "x"), ("new", "y")], as: .deputy)
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("id=\"old-err\""))
    }
}
