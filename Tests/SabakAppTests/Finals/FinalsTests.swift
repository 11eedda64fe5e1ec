import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct FinalsTests {
    @Test func `the sheet proposes by the average and shows marks against the minimum`() async throws {
        let world = try await FinalsWorld.make()
        let page = await world.page()
        #expect(page.status == 200)
        #expect(page.text.contains("4,71"))
        #expect(page.text.contains("7/7"))
        #expect(page.text.contains("5 от 4,50 · 4 от 3,50 · 3 от 2,50"))
        let sheet = await world.school.api(.get, "/api/v1\(world.sheet)", as: .teacher)
        let line = (sheet.json["students"] as? [[String: Any]])?.first { $0["id"] as? String == "\(world.child)" }
        #expect(line?["average"] as? String == "33/7")
        #expect(line?["proposal"] as? String == "5")
    }

    @Test func `equal ones are set in one action, and nobody without marks gets one`() async throws {
        let world = try await FinalsWorld.make()
        let answer = await world.school.post(
            "/pages/\(world.school.algebra)/finals", form: [("term", "2"), ("do", "accept")], as: .teacher)
        #expect(answer.status == 303)
        #expect(try world.stands() == "5")
        let count = try world.school.read {
            try $0.count("SELECT count(*) FROM final_mark WHERE school_id = \(world.school.store.id)")
        }
        #expect(count == 1)
    }

    @Test func `a difference needs a reason, and what is too far is refused`() async throws {
        let world = try await FinalsWorld.make()
        let bare = await world.post("4")
        #expect(bare.status == 422)
        #expect(bare.text.contains(FinalWords.reasonMissing.ru))
        #expect(try world.stands() == nil)
        #expect(await world.post("3", reason: "не сдал проект").status == 422)
        #expect(await world.post("4", reason: "не сдал проект").status == 303)
        #expect(try world.stands() == "4")
    }

    @Test func `a code is read in any language and stored without one`() async throws {
        let world = try await FinalsWorld.make([])
        #expect(await world.post("н/а").status == 303)
        #expect(try world.stands() == "notAttested")
        #expect(await world.page().text.contains(#"value="а/э""#))
    }

    @Test func `a stale version is a conflict and changes nothing`() async throws {
        let world = try await FinalsWorld.make()
        _ = await world.api([world.entry("5")])
        let stale = await world.api([world.entry("4", reason: "проект")])
        let result = (stale.json["results"] as? [[String: Any]])?.first
        #expect(result?["status"] as? String == "conflict")
        #expect(result?["value"] as? String == "5")
        #expect(try world.stands() == "5")
        let fresh = await world.api([world.entry("4", version: 1, reason: "проект")])
        #expect((fresh.json["results"] as? [[String: Any]])?.first?["version"] as? Int == 2)
    }

    @Test func `the same request again is answered again and writes nothing`() async throws {
        let world = try await FinalsWorld.make()
        let first = await world.api([world.entry("5")], key: "once")
        let again = await world.api([world.entry("5")], key: "once")
        #expect(first.text == again.text)
        let rows = try world.school.read {
            try $0.count(
                "SELECT count(*) FROM audit WHERE school_id = \(world.school.store.id) AND action = 'final.set'")
        }
        #expect(rows == 1)
    }

    @Test func `a closed term is frozen`() async throws {
        let world = try await FinalsWorld.make()
        try world.closeTerm()
        let answer = await world.post("5")
        #expect(answer.status == 422)
        #expect(answer.text.contains("Период закрыт"))
        #expect(try world.stands() == nil)
    }

    @Test func `nobody but the page's teacher sets final marks, and strangers do not find the sheet`() async throws {
        let world = try await FinalsWorld.make()
        #expect(await world.post("5", as: .deputy).status == 403)
        #expect(await world.post("5", as: .classTeacher).status == 403)
        #expect(await world.post("5", as: .otherTeacher).status == 404)
        #expect(await world.page(.otherTeacher).status == 404)
        #expect(await world.page(.deputy).status == 200)
        #expect(!(await world.page(.deputy).text.contains("name=\"set-")))
        #expect(await world.page(.mother).status == 403)
    }

    @Test func `a substitute sees the lesson and not the sheet`() async throws {
        let world = try await FinalsWorld.make()
        try world.school.substitute(.substitute, for: world.school.lesson(world.school.algebra, "2026-11-20"))
        #expect(await world.page(.substitute).status == 404)
    }

    @Test func `the year follows its quarters and goes to the certificate`() async throws {
        let world = try await FinalsWorld.make()
        for (quarter, mark) in [("1", "5"), ("2", "4"), ("3", "4"), ("4", "5")] {
            try world.school.write { writing in
                _ = try writing.connection.run(
                    """
                    INSERT INTO final_mark (school_id, page_id, period, student_id, value, scale, changed_at,
                        entered_at, entered_by, version)
                    VALUES (\(writing.school), \(world.school.algebra), \(quarter), \(world.child), \(mark), 'five',
                        \(writing.instant), \(writing.instant), \(world.school.id(.teacher)), 1)
                    """)
            }
        }
        let page = await world.school.get("/pages/\(world.school.algebra)/finals?term=year", as: .teacher)
        #expect(page.text.contains("name=\"set-year-\(world.child)\""))
        #expect(await world.post("5", key: "year", term: "year").status == 303)
        #expect(try world.stands("year") == "5")
        #expect(await world.post("5", key: "final", term: "year").status == 303)
        #expect(try world.stands("final") == "5")
    }

    @Test func `the family sees the final mark, old and new where it was changed, and its count`() async throws {
        let world = try await FinalsWorld.make()
        _ = await world.post("5")
        _ = await world.post("4", reason: "не сдал проект", version: 1)
        let marks = await world.school.get("/diary/\(world.child)/marks?term=2", as: .mother)
        #expect(marks.text.contains("Итоговые отметки"))
        #expect(marks.text.contains("<del>5</del>"))
        let count = await world.school.get(
            "/diary/\(world.child)/counts/\(world.school.algebra)?term=2", as: .mother)
        #expect(count.status == 200)
        #expect(count.text.contains("4,71"))
        #expect(count.text.contains("порядок оценивания, действует с 01.08.2026"))
    }
}

@Suite struct CountPageTests {
    private func address(_ world: FinalsWorld, _ more: String = "") -> String {
        "/pages/\(world.school.algebra)/counts/\(world.child)?term=2\(more)"
    }

    @Test func `every line of the count is shown with its share`() async throws {
        let world = try await FinalsWorld.make(["5", "4"])
        let page = await world.school.get(address(world), as: .teacher)
        #expect(page.text.contains("5 × 1 ÷ 2"))
        #expect(page.text.contains("4 × 1 ÷ 2"))
        #expect(page.text.contains("4,50"))
    }

    @Test func `what if counts and saves nothing`() async throws {
        let world = try await FinalsWorld.make(["4", "4"])
        let before = try world.school.read {
            try $0.count("SELECT count(*) FROM entry WHERE school_id = \(world.school.store.id)")
        }
        let page = await world.school.get(address(world, "&m1=5&k1=8"), as: .teacher)
        #expect(page.text.contains("4,60"))
        let after = try world.school.read {
            try $0.count("SELECT count(*) FROM entry WHERE school_id = \(world.school.store.id)")
        }
        #expect(before == after)
    }

    @Test func `the ways to a better mark are named`() async throws {
        let world = try await FinalsWorld.make(["4", "4"])
        let page = await world.school.get(address(world), as: .teacher)
        #expect(page.text.contains("Чтобы вышло 5"))
        #expect(page.text.contains("1 × «5», контрольная работа"))
    }

    @Test func `a family opens the count of the own child and of nobody else`() async throws {
        let world = try await FinalsWorld.make()
        let other = try #require(world.school.students.first { $0 != world.child })
        let algebra = world.school.algebra
        #expect(await world.school.get("/diary/\(other)/counts/\(algebra)?term=2", as: .mother).status == 404)
        #expect(await world.school.get("/diary/\(world.child)/counts/\(algebra)", as: .otherFather).status == 404)
        let strange = "/diary/\(world.child)/counts/\(world.school.geography)?term=2"
        #expect(await world.school.get(strange, as: .mother).status == 404)
        #expect(await world.school.get(address(world), as: .mother).status == 403)
    }
}
