import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct ClosingPageTests {
    /// The second quarter, and what of the school is not part of a test: history, geography and the unmarked children.
    private func term(_ world: FinalsWorld) throws -> Int64 {
        let id = try world.school.read {
            try $0.first(
                """
                SELECT id FROM term WHERE school_id = \(world.school.store.id) AND number = 2 AND kind = 'quarter'
                """
            ) { $0.integer(0) }
        }
        return try #require(id)
    }

    /// Gives everybody of a page a four, as if a teacher had.
    private func fill(_ page: Int64, _ students: [Int64], _ world: FinalsWorld) throws {
        try world.school.write { writing in
            for student in students {
                _ = try writing.connection.run(
                    """
                    INSERT INTO final_mark (school_id, page_id, period, student_id, value, scale, expected, changed_at,
                        entered_at, entered_by, version)
                    VALUES (\(writing.school), \(page), '2', \(student), '4', 'five', '4', \(writing.instant),
                        \(writing.instant), \(world.school.id(.teacher)), 1)
                    """)
            }
        }
    }

    private func fillAll(_ world: FinalsWorld) throws {
        let school = world.school
        try fill(school.algebra, school.students, world)
        try fill(school.history, school.students, world)
        try fill(school.geography, [school.brother, school.otherChild], world)
    }

    private func sign(_ world: FinalsWorld, as person: TestSchool.Person = .deputy) async throws -> TestAnswer {
        let term = try term(world)
        return await world.school.post("/closing/sign", form: [("period", "\(term)")], as: person)
    }

    @Test func `a term with a mark missing does not close, and says whose it is`() async throws {
        let world = try await FinalsWorld.make()
        let term = try term(world)
        let page = await world.school.get("/closing?period=\(term)", as: .deputy)
        #expect(page.text.contains("Осмонова Гүлнара Таалайевна: 3"))
        let answer = try await sign(world)
        #expect(answer.status == 409)
        #expect(answer.text.contains(ClosingTexts.incomplete.ru))
    }

    @Test func `the deputy signs, the first signature stays, and the marks are frozen`() async throws {
        let world = try await FinalsWorld.make()
        try fillAll(world)
        #expect(try await sign(world).status == 303)
        world.school.clock.set("2026-11-21T10:00")
        #expect(try await sign(world, as: .director).status == 303)
        let rows = try world.school.read {
            try $0.count("SELECT count(*) FROM closing WHERE school_id = \(world.school.store.id)")
        }
        #expect(rows == 1)
        #expect(await world.post("5", reason: "проект", version: 1).status == 422)
        let cell = await Entries(school: world.school).set("5", for: world.child, on: "2026-11-12")
        #expect(cell.code == "term_closed")
    }

    @Test func `only the director opens a closed term again, and says why`() async throws {
        let world = try await FinalsWorld.make()
        try fillAll(world)
        _ = try await sign(world)
        let period = "\(try term(world))"
        let why = [("period", period), ("reason", "ошибка в приказе")]
        #expect(await world.school.post("/closing/reopen", form: why, as: .deputy).status == 409)
        let silent = [("period", period), ("reason", "")]
        #expect(await world.school.post("/closing/reopen", form: silent, as: .director).status == 422)
        #expect(await world.school.post("/closing/reopen", form: why, as: .director).status == 303)
        let page = await world.school.get("/closing?period=\(period)", as: .deputy)
        #expect(page.text.contains("ошибка в приказе"))
        #expect(await world.post("5", reason: "проект", version: 1).status == 303)
    }

    @Test func `the year is the director's to sign`() async throws {
        let world = try await FinalsWorld.make()
        let answer = await world.school.post("/closing/sign", form: [("period", "year")], as: .deputy)
        #expect(answer.status == 409)
        #expect(answer.text.contains(ClosingTexts.notSigner.ru))
    }

    @Test func `the summary sheet shows marks, who lacks one, and is for those who lead`() async throws {
        let world = try await FinalsWorld.make()
        try fill(world.school.history, world.school.students, world)
        let address = "/classes/\(world.school.class7A)/finals?term=2"
        let page = await world.school.get(address, as: .classTeacher)
        #expect(page.status == 200)
        #expect(page.text.contains("/pages/\(world.school.history)/counts/\(world.child)?term=2"))
        #expect(page.text.contains("Осмонова Гүлнара Таалайевна: 3"))
        #expect(await world.school.get(address, as: .deputy).status == 200)
        #expect(await world.school.get(address, as: .otherTeacher).status == 404)
        #expect(await world.school.get(address, as: .mother).status == 403)
    }
}

@Suite struct UnlockTests {
    private func ask(_ world: FinalsWorld, kind: String = "final", reason: String = "ошибка учителя") async
        -> TestAnswer
    {
        await world.school.post(
            "/pages/\(world.school.algebra)/unlock", form: [("kind", kind), ("reason", reason)], as: .teacher)
    }

    private func unlock(_ world: FinalsWorld) throws -> Int64 {
        let id = try world.school.read {
            try $0.first("SELECT id FROM unlock WHERE school_id = \(world.school.store.id)") { $0.integer(0) }
        }
        return try #require(id)
    }

    private func agree(_ world: FinalsWorld, _ person: TestSchool.Person, hours: String = "24") async throws
        -> TestAnswer
    {
        let id = try unlock(world)
        return await world.school.post("/unlocks/\(id)/approve", form: [("hours", hours)], as: person)
    }

    private func closed() async throws -> FinalsWorld {
        let world = try await FinalsWorld.make()
        _ = await world.post("5")
        try world.closeTerm()
        return world
    }

    @Test func `a final mark after closing needs deputy and director, and everybody is told`() async throws {
        let world = try await closed()
        #expect(await ask(world).status == 303)
        #expect(try await agree(world, .deputy).status == 303)
        #expect(await world.post("4", version: 1).status == 422, "one of two is not enough")
        #expect(try await agree(world, .director).status == 303)
        #expect(await world.post("4", version: 1).status == 303)
        #expect(try world.stands() == "4")
        let places: [(String, TestSchool.Person)] = [
            (world.sheet, .teacher), ("/classes/\(world.school.class7A)/finals?term=2", .classTeacher),
            ("/unlocks", .deputy), ("/diary/\(world.child)/marks?term=2", .mother),
            ("/diary/\(world.child)/marks?term=2", .student),
        ]
        for (address, person) in places {
            let page = await world.school.get(address, as: person)
            #expect(page.text.contains("ошибка учителя"), "\(person)")
            #expect(page.text.contains("<del>5</del>"), "\(person)")
        }
    }

    @Test func `current marks open by the deputy alone, for the hours given and no longer`() async throws {
        let world = try await closed()
        _ = await ask(world, kind: "current")
        #expect(try await agree(world, .deputy, hours: "49").status == 422)
        #expect(try await agree(world, .deputy, hours: "1").status == 303)
        #expect(await world.post("4", reason: "проект", version: 1).status == 422, "finals stay frozen")
        let entries = Entries(school: world.school)
        #expect(await entries.set("4", for: world.child, on: "2026-11-20", version: 1).status == "saved")
        world.school.clock.set("2026-11-20T10:01")
        #expect(await entries.set("5", for: world.child, on: "2026-11-20", version: 2).code == "term_closed")
        let diary = await world.school.get("/diary/\(world.child)/marks?term=2", as: .mother)
        #expect(diary.text.contains("ошибка учителя"))
    }

    @Test func `nobody unlocks for himself, without a reason, or another's page`() async throws {
        let world = try await closed()
        #expect(await ask(world, reason: "  ").status == 422)
        let other = await world.school.post(
            "/pages/\(world.school.algebra)/unlock", form: [("kind", "final"), ("reason", "надо")], as: .otherTeacher)
        #expect(other.status == 404)
        try world.school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE load SET teacher_id = \(world.school.id(.deputy))
                WHERE school_id = \(writing.school) AND page_id = \(world.school.algebra)
                """)
            _ = try writing.connection.run(
                """
                INSERT INTO unlock (school_id, id, page_id, teacher_id, is_final, reason, at)
                VALUES (\(writing.school), 77, \(world.school.algebra), \(world.school.id(.deputy)), 0, 'надо',
                    \(writing.instant))
                """)
        }
        let own = await world.school.post("/unlocks/77/approve", form: [("hours", "1")], as: .deputy)
        #expect(own.status == 422)
        #expect(own.text.contains(UnlocksTexts.ownPage.ru))
    }

    @Test func `a country without review lets no final mark be asked for`() async throws {
        let world = try await closed()
        try world.school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE regime SET settings = '{"finalsMayBeRevised":false}' WHERE school_id = \(writing.school)
                """)
        }
        let answer = await ask(world)
        #expect(answer.status == 422)
        #expect(answer.text.contains(UnlocksTexts.noReview.ru))
    }

    @Test func `a refused wish opens nothing and says why`() async throws {
        let world = try await closed()
        _ = await ask(world, kind: "current")
        let id = try unlock(world)
        let answer = await world.school.post("/unlocks/\(id)/refuse", form: [("reason", "нет оснований")], as: .deputy)
        #expect(answer.status == 303)
        #expect(await world.school.get("/unlocks", as: .teacher).text.contains("нет оснований"))
        #expect(try await agree(world, .deputy).status == 409)
    }

    @Test func `the morning tells how much was changed under one's name`() async throws {
        let world = try await FinalsWorld.make(["5", "4"])
        world.school.clock.set("2026-11-21T08:00")
        let page = await world.school.get("/my-day", as: .teacher)
        #expect(page.text.contains("Изменений под вашим именем вчера: 2"))
    }
}
