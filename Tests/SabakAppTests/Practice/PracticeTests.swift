import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct PracticeTests {
    /// A person's browser with its cookies.
    final class Browser {
        let school: TestSchool
        var cookies: [String: String]
        var csrf: String

        init(_ school: TestSchool, _ person: TestSchool.Person) {
            self.school = school
            cookies = ["__Host-sabak": school.token(person)]
            csrf = school.csrf(person)
        }

        func ask(_ method: HTTPRequest.Method, _ target: String, _ form: String = "") async -> TestAnswer {
            let cookie = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            let answer = await school.ask(
                method, target, as: nil,
                headers: [.cookie: cookie, .contentType: "application/x-www-form-urlencoded"],
                body: "csrf=\(csrf)" + (form.isEmpty ? "" : "&" + form))
            for field in answer.headers[values: .setCookie] {
                let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
                cookies[pair[0]] = pair.count == 2 ? pair[1] : nil
            }
            if let found = answer.text.firstMatch(of: /name="csrf" value="([a-z0-9]+)"/) { csrf = String(found.1) }
            return answer
        }

        /// Goes into the practice class and opens its first journal page.
        func enter() async throws -> TestAnswer {
            #expect(await ask(.post, "/practice/enter").status == 303)
            let list = await ask(.get, "/pages")
            let page = try #require(list.text.firstMatch(of: /href="(\/pages\/[0-9]+)"/))
            return await ask(.get, String(page.1))
        }
    }

    /// How many rows each table of the school has.
    private func counts(_ school: TestSchool) throws -> [String: Int] {
        try school.read { connection in
            var found: [String: Int] = [:]
            for table in try connection.tables() where table.isOfSchool {
                found[table.name] = try connection.count(
                    SQL(
                        text: "SELECT count(*) FROM \(table.name) WHERE school_id = $1",
                        values: [.integer(school.store.id)]))
            }
            return found
        }
    }

    @Test func `a teacher practises on an own page with invented students and two weeks of lessons`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/practice", as: .responsible).headers[.location] == "/practice?note=made")
        let browser = Browser(school, .teacher)
        let page = try await browser.enter()
        #expect(page.text.contains("practice-strip"))
        #expect(page.text.matches(of: /<tr data-s=/).count == 24)
        #expect(page.text.matches(of: /<th[^>]* data-l=/).count >= 5)
        #expect(!page.text.contains("Асанова"))
        #expect(await browser.ask(.get, "/pages/\(school.algebra)").status == 404)
        #expect(await browser.ask(.post, "/practice/leave").headers[.location] == "/")
        #expect(await browser.ask(.get, "/pages/\(school.algebra)").status == 200)
    }

    @Test func `nothing of the practice class is in the school: every count is the same with it and without it`()
        async throws
    {
        let school = try await TestSchool.make()
        let pages = [
            "/control?view=all", "/completeness", "/readiness", "/classes", "/absences", "/students", "/staff",
        ]
        func shown() async -> [String] {
            var texts: [String] = []
            for page in pages { texts.append(await school.get(page, as: .deputy).text) }
            return texts
        }
        let (before, shownBefore) = (try counts(school), await shown())
        #expect(await school.post("/practice", as: .deputy).status == 303)
        let browser = Browser(school, .teacher)
        let lessons = try await browser.enter().text
        let lesson = try #require(lessons.firstMatch(of: /data-l="([0-9]+)"/)).1
        #expect(await browser.ask(.get, "/lessons/\(lesson)").status == 200)
        var after = try counts(school)
        let own = ["audit", "audit_head", "setting", "access_log", "audit_text"]
        for table in own { after[table] = before[table] }
        #expect(after == before)
        #expect(await shown() == shownBefore)
        let chain = try school.read { connection in
            try connection.all("SELECT action FROM audit WHERE school_id = \(school.store.id) ORDER BY seq") {
                $0.text(0)
            }
        }
        #expect(chain.last == "practice.make")
    }

    @Test func `whoever trains makes and removes it in one act, and those inside come home`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/practice", as: .teacher).status == 404)
        #expect(await school.post("/practice", as: .clerk).status == 403)
        #expect(await school.post("/practice/enter", as: .teacher).status == 404)
        #expect(await school.post("/practice", as: .director).status == 303)
        #expect(try school.app.store.schoolList().count == 2)
        // A second one is not made.
        #expect(await school.post("/practice", as: .deputy).status == 303)
        #expect(try school.app.store.schoolList().count == 2)
        let browser = Browser(school, .otherTeacher)
        _ = try await browser.enter()
        #expect(await school.post("/practice/remove", as: .teacher).status == 404)
        #expect(await school.post("/practice/remove", as: .responsible).status == 303)
        #expect(try school.app.store.schoolList().count == 1)
        #expect(await browser.ask(.get, "/my-day").headers[.location] == "/")
        #expect(await browser.ask(.get, "/pages/\(school.geography)").status == 200)
        #expect(await school.get("/practice", as: .teacher).text.contains("Учебного класса сейчас нет"))
    }

    @Test func `whoever trains sees the pages of all who practise`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/practice", as: .responsible).status == 303)
        let teacher = Browser(school, .teacher)
        _ = try await teacher.enter()
        let trainer = Browser(school, .deputy)
        _ = try await trainer.enter()
        let list = await trainer.ask(.get, "/pages").text
        #expect(list.contains("Осмонова"))
        #expect(await trainer.ask(.post, "/practice/remove").status == 404)
    }

    @Test func `nobody signs in to the practice class by its door`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/practice", as: .responsible).status == 303)
        _ = try await Browser(school, .teacher).enter()
        #expect(try school.app.store.person(signingInAs: "practice.\(school.id(.teacher))") == nil)
        let practice = try #require(try school.app.store.schoolList().last)
        let store = try school.app.store.school(practice.id)
        let families = try store.read {
            try $0.count("SELECT count(*) FROM guardian WHERE school_id = \(practice.id)")
        }
        #expect(families == 0)
    }
}
