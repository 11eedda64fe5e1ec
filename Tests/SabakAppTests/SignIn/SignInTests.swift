import TestSchool
import Testing

@Suite struct SignInTests {
    @Test func `whoever is not signed in is sent to the door and comes back to the same page`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.get("/account?note=ended")
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == "/sign-in?next=%2Faccount%3Fnote%3Dended")
    }

    @Test func `an unknown address is not found, a wrong method names the allowed ones`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.get("/nothing", as: .teacher).status == 404)
        let answer = await school.api(.delete, "/api/v1/sign-in")
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "POST")
    }

    @Test func `a form without the session's own token changes nothing`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.ask(
            .post, "/account/sessions", as: .teacher, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: "csrf=guess")
        #expect(answer.status == 403)
    }

    @Test func `a wrong password is refused with the same words for a known and an unknown name`() async throws {
        let school = try await TestSchool.make()
        let known = await school.api(.post, "/api/v1/sign-in", json: #"{"login":"teacher","password":"wrong-pass"}"#)
        let unknown = await school.api(.post, "/api/v1/sign-in", json: #"{"login":"nobody","password":"wrong-pass"}"#)
        #expect(known.status == 401)
        #expect(known.text == unknown.text)
    }

    @Test func `after eight failures a name has to wait, other names do not`() async throws {
        let school = try await TestSchool.make()
        for _ in 0..<8 {
            _ = await school.api(.post, "/api/v1/sign-in", json: #"{"login":"teacher","password":"wrong-pass"}"#)
        }
        let ninth = await school.api(.post, "/api/v1/sign-in", json: #"{"login":"Teacher","password":"wrong-pass"}"#)
        #expect(ninth.status == 429)
        let other = await school.api(.post, "/api/v1/sign-in", json: #"{"login":"deputy","password":"wrong-pass"}"#)
        #expect(other.status == 401)
    }

    @Test func `bad JSON is 400, a missing field 422 with its pointer, another media type 415`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.api(.post, "/api/v1/sign-in", json: "{").status == 400)
        let missing = await school.api(.post, "/api/v1/sign-in", json: #"{"login":"teacher"}"#)
        #expect(missing.status == 422)
        #expect(missing.text.contains("/password"))
        let text = await school.api(
            .post, "/api/v1/sign-in", json: "x", headers: [.contentType: "text/plain"])
        #expect(text.status == 415)
    }
}
