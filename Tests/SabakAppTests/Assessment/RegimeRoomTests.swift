import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct RegimeRoomTests {
    /// The form of a five-point regime of grade 7 with borders from .65 on.
    private static let strict: [(String, String)] =
        [
            ("from", "7"), ("to", "7"), ("model", "five"), ("valid", "2026-08-01"), ("family", "strict"),
            ("weighted", "1"), ("minimum", "refuse"), ("deviation", "1"), ("missed", "50"), ("revised", "1"),
        ]
        + (0..<5).flatMap { [("quarter-\($0)", "5"), ("half-\($0)", "9"), ("control-\($0)", "1")] }

    private func regime(_ school: TestSchool, _ subject: String = "algebra") throws -> Regime {
        try school.read { connection in
            try Regimes(school: school.store.id, year: 2026, in: connection)
                .regime(grade: 7, subject: subject, scale: "five", on: Day("2026-12-25")!)
        }
    }

    private func save(
        _ school: TestSchool, _ changes: [String: String] = [:], subjects: [String] = [], deed: String = "save",
        as person: TestSchool.Person = .deputy
    ) async -> TestAnswer {
        let form = Self.strict.filter { changes[$0.0] == nil } + changes.map { ($0.key, $0.value) }
        return await school.post(
            "/settings/regimes", form: form + subjects.map { ("subjects", $0) } + [("do", deed)], as: person)
    }

    @Test func `the table says at a glance what is the country's`() async throws {
        let school = try await TestSchool.make(students: 3)
        let page = await school.get("/settings/regimes", as: .deputy).text
        #expect(page.contains("из профиля страны") && !page.contains("class=\"tag own\""))
        #expect(await save(school).status == 303)
        let changed = await school.get("/settings/regimes", as: .deputy).text
        #expect(changed.contains("class=\"tag own\"") && changed.contains("5 от 4,65"))
    }

    @Test func `borders, minimum and whom they are for are the deputy's to set`() async throws {
        let school = try await TestSchool.make(students: 3)
        #expect(await save(school, subjects: ["algebra"]).status == 303)
        let algebra = try regime(school)
        #expect(algebra.isOwn && algebra.settings.borders == .strict && algebra.settings.minimum == .refuse)
        #expect(algebra.settings.minimumMarks.first?.quarter == 5)
        #expect(try regime(school, "history").settings.borders == .mathematical)
        #expect(await save(school, as: .administrator).status == 403)
    }

    @Test func `going back gives the country's rules again`() async throws {
        let school = try await TestSchool.make(students: 3)
        _ = await save(school, subjects: ["algebra"])
        let back = [("from", "7"), ("to", "7"), ("subjects", "algebra")]
        #expect(await school.post("/settings/regimes/back", form: back, as: .deputy).status == 303)
        let algebra = try regime(school)
        #expect(!algebra.isOwn && algebra.settings == .standard(of: .KG))
    }

    @Test(arguments: [
        ["family": "own", "border-5": "5,01", "border-4": "3,5", "border-3": "2,5"],
        ["family": "own", "border-5": "4", "border-4": "3,5", "border-3": "2,5"], ["deviation": "-1"],
        ["valid": "2026-11-05"], ["quarter-0": "x"], ["control-0": "6"],
    ])
    func `what cannot be is refused beside its field, and nothing is kept`(change: [String: String]) async throws {
        let school = try await TestSchool.make(students: 3)
        let answer = await save(school, change)
        #expect(answer.status == 422 && answer.text.contains("class=\"err\""))
        #expect(try !regime(school).isOwn)
    }

    @Test func `criteria need parts of a hundred and falling borders`() async throws {
        let school = try await TestSchool.make(students: 3)
        let whole = [
            "model": "criteria", "formative": "25", "section": "25", "term": "50", "sections": "mean",
            "rounding": "none", "halfyear": "1", "border-5": "90", "border-4": "70", "border-3": "50",
        ]
        #expect(await save(school, whole.merging(["term": "40"]) { $1 }).status == 422)
        #expect(await save(school, whole.merging(["border-4": "90"]) { $1 }).status == 422)
        #expect(await save(school, whole).status == 303)
        let criteria = try regime(school).settings.criteria
        #expect(criteria.sections == .mean && criteria.rounding == .none && criteria.borders["4"] == 70)
        #expect(try school.read { try $0.count("SELECT count(*) FROM kind_of_work WHERE id IN (21, 22, 23)") } == 3)
    }

    @Test func `a preview counts pages and proposals, and keeps nothing`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "4", "4", "5", "4", "5"])
        let answer = await save(world.school, deed: "preview")
        #expect(answer.text.contains("страницы журнала: 2"))
        #expect(answer.text.contains("предложение изменится: 1 из 1"))
        #expect(try !regime(world.school).isOwn)
    }

    @Test func `a closed term is not touched`() async throws {
        let world = try await FinalsWorld.make()
        try world.closeTerm()
        #expect(await save(world.school).status == 422)
        let edit = await world.school.get("/settings/regimes/edit?from=7", as: .deputy).text
        let next = try #require(edit.firstMatch(of: /<option value="(20\d\d-\d\d-\d\d)"/)?.1)
        #expect(next > "2027-01-01")
        #expect(await save(world.school, ["valid": String(next)]).status == 303)
        let page = await world.page().text
        #expect(page.contains("5 от 4,50"))
    }

    @Test func `a new scale leaves the marks that are set as they are`() async throws {
        let world = try await FinalsWorld.make(["5", "4", "5"])
        let school = world.school
        #expect(await save(school, ["model": "ten", "family": "mathematical"]).status == 303)
        let target = "/pages/\(school.algebra)"
        let before = await school.get(target, as: .teacher).text
        #expect(before.contains("<i class=\"old\">5</i>") && before.contains("<td class=\"avg\">—<svg"))
        let entries = Entries(school: school)
        #expect(await entries.set("9", for: school.students[0], on: "2026-11-20").average == "9,00")
        let values = try school.read { connection in
            try connection.all(
                "SELECT value, scale FROM entry WHERE school_id = \(school.store.id) ORDER BY value, scale"
            ) { $0.text(0) + $0.text(1) }
        }
        #expect(values == ["4", "5", "5", "9ten"])
    }

    @Test func `a kind that is switched off keeps its marks and takes no new ones`() async throws {
        let school = try await TestSchool.make(students: 3)
        let entries = Entries(school: school)
        let student = school.students[0]
        _ = await entries.set("4", for: student, on: "2026-11-18", more: #","kind":"6""#)
        #expect(await school.post("/settings/kinds", form: [("off-6", "1")], as: .deputy).status == 303)
        #expect(await entries.set("5", for: student, on: "2026-11-19", more: #","kind":"6""#).code == "unknown_kind")
        #expect(await entries.set("5", for: student, on: "2026-11-19").average == "4,33")
        let lesson = await school.get("/lessons/\(school.lesson(school.algebra, "2026-11-19"))", as: .teacher).text
        #expect(!lesson.contains("<option value=\"6\""))
    }

    @Test func `a kind that does not count stays out of every number`() async throws {
        let school = try await TestSchool.make(students: 3)
        let entries = Entries(school: school)
        let student = school.students[0]
        _ = await entries.set("2", for: student, on: "2026-11-18", more: #","kind":"6""#)
        #expect(await school.post("/settings/kinds", form: [("out-6", "1")], as: .deputy).status == 303)
        #expect(await entries.set("5", for: student, on: "2026-11-19").average == "5,00")
        let count = await school.get("/pages/\(school.algebra)/counts/\(student)?term=2", as: .teacher).text
        #expect(count.contains("Не вошли в расчёт: 2"))
    }
}
