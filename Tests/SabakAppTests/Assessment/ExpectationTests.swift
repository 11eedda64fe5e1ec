import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// What final marks are held against, when the year around them changes.
@Suite struct ExpectationTests {
    private func removeTerm(_ world: FinalsWorld) throws {
        let term = try world.term()
        try world.school.write { writing in
            _ = try writing.connection.run(
                "DELETE FROM term WHERE school_id = \(writing.school) AND id = \(term)")
        }
    }

    private func kinds(_ world: FinalsWorld) async -> Int {
        await world.school.post(
            "/settings/kinds", form: [("out-8", "1"), ("valid", "2026-08-01")], as: .deputy
        ).status
    }

    @Test func `a rule changes although a final mark stands for a term that its grade has no longer`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        #expect(await world.post("5").status == 303)
        try removeTerm(world)
        #expect(await kinds(world) == 303)
        #expect(try world.stands() == "5")
    }

    @Test func `new days of a term are looked at in finals that stand`() async throws {
        let world = try await FinalsWorld.make(["2", "2", "2", "5", "5", "5", "5"])
        #expect(await world.post("4").status == 303)
        #expect(try world.expected(on: "2026-11-20") == "4")
        let days = [("from-\(try world.term())", "2026-11-17")]
        #expect(await world.school.post("/year/terms", form: days, as: .deputy).status == 303)
        #expect(try world.expected(on: "2026-11-20") == "5")
    }

    @Test func `a term that is added finds the finals that stand for it`() async throws {
        let world = try await FinalsWorld.make(["2", "2", "2", "5", "5", "5", "5"])
        #expect(await world.post("4").status == 303)
        try removeTerm(world)
        let form = [
            ("kind", "quarter"), ("number", "2"), ("grades", "1–9"), ("from", "2026-11-17"), ("to", "2026-12-30"),
        ]
        #expect(await world.school.post("/year/terms/add", form: form, as: .deputy).status == 303)
        #expect(try world.expected(on: "2026-11-20") == "5")
    }

    @Test func `in a term opened again a debt turns by its day`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        let school = world.school
        let rules = [("criteria", "off"), ("loadLimits", "off"), ("debtDays", "7"), ("debtTurns", "2")]
        #expect(await school.post("/works/rules", form: rules, as: .deputy).status == 303)
        _ = await Entries(school: school).set("*22.11", for: world.child, version: 1)
        try world.closeTerm()
        try school.write { writing in
            // As a correction under the signature leaves it: the debt does not turn any more.
            _ = try writing.connection.run(
                """
                INSERT INTO final_mark (school_id, page_id, period, student_id, value, scale, expected, changed_at,
                    entered_at, entered_by, version)
                VALUES (\(writing.school), \(school.algebra), '2', \(world.child), '5', 'five', '5',
                    \(writing.instant), \(writing.instant), \(school.id(.teacher)), 1)
                """)
        }
        school.clock.set("2026-11-24T09:00")
        #expect(try world.expected(on: "2026-11-24") == "5")
        let form = [("period", "\(try world.term())"), ("reason", "забыли работу")]
        #expect(await school.post("/closing/reopen", form: form, as: .director).status == 303)
        #expect(try world.expected(on: "2026-11-24") == "4")
    }

    /// How many statements it costs to look at the finals of open terms.
    private func cost(_ world: FinalsWorld, _ place: RegimePlace = .everywhere) throws -> Int {
        try world.school.write { writing in
            let before = writing.connection.statementCount
            try FinalExpectation.refreshOpen(place, year: 2026, on: Day("2026-11-20")!, in: writing)
            return writing.connection.statementCount - before
        }
    }

    @Test func `a change of rules asks nothing about signed terms, other grades and other subjects`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        let nothing = try cost(world)
        #expect(await world.post("5").status == 303)
        let algebra = try world.school.read {
            try $0.first(
                """
                SELECT subject.code FROM page JOIN subject ON subject.school_id = page.school_id
                    AND subject.id = page.subject_id
                WHERE page.school_id = \(world.school.store.id) AND page.id = \(world.school.algebra)
                """
            ) { $0.text(0) }
        }
        let code = try #require(algebra)
        #expect(try cost(world, RegimePlace(grades: 7...7, subjects: [code])) > nothing)
        #expect(try cost(world, RegimePlace(grades: 8...9, subjects: [])) == nothing)
        #expect(try cost(world, RegimePlace(grades: 7...7, subjects: ["history"])) == nothing)
        try world.closeTerm()
        #expect(try cost(world) == nothing)
    }
}
