import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct RegimeYearTests {
    /// The fields of a five-point regime of grade 7, as the form shows them.
    private func form(_ school: TestSchool) async throws -> [(String, String)] {
        let page = await school.get("/settings/regimes/edit?from=7&to=7", as: .deputy).text
        let post = try #require(page.components(separatedBy: "action=\"/settings/regimes\"").last)
        var fields: [(String, String)] = []
        for found in post.matches(of: /<input[^>]*>/) {
            let tag = String(found.0)
            guard let name = tag.firstMatch(of: /name="([^"]*)"/)?.1, name != "_csrf" else { continue }
            if tag.contains("checkbox"), !tag.contains(" checked") { continue }
            fields.append((String(name), String(tag.firstMatch(of: /value="([^"]*)"/)?.1 ?? "")))
        }
        for found in post.matches(of: /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/) {
            let chosen = found.2.firstMatch(of: /value="([^"]*)" selected/)?.1
            let first = found.2.firstMatch(of: /value="([^"]*)"/)?.1
            fields.append((String(found.1), String(chosen ?? first ?? "")))
        }
        return fields
    }

    private func settings(_ school: TestSchool) throws -> AssessmentSettings {
        try school.read { connection in
            try Regimes(school: school.store.id, year: 2026, in: connection)
                .regime(grade: 7, subject: "algebra", scale: "five", on: Day("2026-12-25")!).settings
        }
    }

    private func save(
        _ school: TestSchool, _ changes: [(String, String)], without: Set<String> = [], deed: String = "save"
    ) async throws -> TestAnswer {
        let dropped = without.union(changes.map(\.0))
        let kept = try await form(school).filter { !dropped.contains($0.0) }
        return await school.post("/settings/regimes", form: kept + changes + [("do", deed)], as: .deputy)
    }

    @Test func `a form sent as it is shown changes no rule`() async throws {
        let school = try await TestSchool.make(students: 3)
        #expect(try await save(school, []).status == 303)
        #expect(try settings(school) == .standard(of: .KG))
    }

    @Test func `year, exam and degrees are the school's within what its country allows`() async throws {
        let school = try await TestSchool.make(students: 3)
        let changes = [
            ("year-half", "lastPeriod"), ("year-missed", "blocks"), ("exam", "40"), ("learn-fail", "14"),
            ("learn-missed", ""), ("missed-fails", "1"),
        ]
        let look = try await save(school, changes, deed: "preview").text
        #expect(look.contains("год 50 %, экзамен 50 % → год 60 %, экзамен 40 %"))
        #expect(look.contains("100 / 64 / 36 / 16 / 7 → 100 / 64 / 36 / 14 / —"))
        #expect(try await save(school, changes).status == 303)
        let found = try settings(school)
        #expect(found.year == YearRule(half: .lastPeriod, notAttested: .blocks) && found.exam == .sixtyForty)
        #expect(found.learning.fail == 14 && found.learning.notAttested == nil && found.notAttestedFails)
        let table = await school.get("/settings/regimes", as: .deputy).text
        #expect(table.contains("год 60 %, экзамен 40 %") && table.contains("свои коэффициенты СОУ"))
        let back = [("from", "7"), ("to", "7")]
        #expect(await school.post("/settings/regimes/back", form: back, as: .deputy).status == 303)
        #expect(try settings(school) == .standard(of: .KG))
    }

    @Test(arguments: [("exam", "55"), ("year-half", "down"), ("learn-good", "101"), ("learn-good", "30")])
    func `what the country does not allow, and what cannot be, is refused beside its field`(
        name: String, value: String
    ) async throws {
        let school = try await TestSchool.make(students: 3)
        let answer = try await save(school, [(name, value)])
        #expect(answer.status == 422 && answer.text.contains("class=\"err\""))
        #expect(try settings(school) == .standard(of: .KG))
    }

    @Test func `required works are added, changed and dropped; subjects of other grades stay`() async throws {
        let school = try await TestSchool.make(students: 3)
        let standard = try settings(school).requiredWorks
        let added = [
            ("required-2-least", "2"), ("required-2-kinds", "3"), ("required-2-kinds", "6"),
            ("required-2-subjects", "algebra"), ("controls", "8"),
        ]
        #expect(try await save(school, added).status == 303)
        let found = try settings(school)
        #expect(found.requiredWorks.dropLast() == standard[...] && found.controlKinds == [8, 22, 23])
        #expect(found.requiredWorks.last == RequiredWork(subjects: ["algebra"], kinds: [3, 6], least: 2))
        let dropped = try await save(school, [("required-2-least", "0")])
        #expect(dropped.status == 303)
        #expect(try settings(school).requiredWorks == standard)
        #expect(try await save(school, [("required-2-least", "2")]).status == 422)
    }

    @Test func `a required work without a subject ticked is asked of all subjects, as the form says`() async throws {
        let school = try await TestSchool.make(students: 3)
        let added = [("required-2-least", "2"), ("required-2-kinds", "3"), ("required-2-subjects", "algebra")]
        #expect(try await save(school, added).status == 303)
        #expect(try settings(school).requiredWorks.last == RequiredWork(subjects: ["algebra"], kinds: [3], least: 2))
        #expect(try await save(school, [], without: ["required-2-subjects"]).status == 303)
        #expect(try settings(school).requiredWorks.last == RequiredWork(subjects: [], kinds: [3], least: 2))
    }

    @Test func `Kazakhstan says its rules and asks only what it leaves open`() async throws {
        let school = try await TestSchool.make(students: 3)
        try school.write { writing in
            _ = try writing.connection.run("UPDATE school SET country = 'KZ' WHERE school_id = \(writing.school)")
        }
        let page = await school.get("/settings/regimes/edit?from=7&to=7", as: .deputy).text
        #expect(page.contains("год 70 %, экзамен 30 %") && !page.contains("name=\"exam\""))
        #expect(!page.contains("name=\"year-half\"") && page.contains("name=\"year-missed\""))
    }

    @Test func `the count of a year names the year's rule, and the certificate has a count of its own`() async throws {
        let world = try await FinalsWorld.make()
        let (school, child) = (world.school, world.child)
        try school.write { writing in
            for (period, value) in [("1", "5"), ("2", "4"), ("3", "4"), ("4", "5"), ("year", "5"), ("exam", "3")] {
                _ = try writing.connection.run(
                    """
                    INSERT INTO final_mark (school_id, page_id, period, student_id, value, scale, changed_at,
                        entered_at, entered_by, version)
                    VALUES (\(writing.school), \(school.algebra), \(period), \(child), \(value), 'five',
                        \(writing.instant), \(writing.instant), \(school.id(.teacher)), 1)
                    """)
            }
        }
        let page = await school.get("/pages/\(school.algebra)/counts/\(child)?term=year", as: .teacher).text
        #expect(page.contains("ровно половина: вверх") && page.contains("4,50"))
        #expect(page.contains("год 50 %, экзамен 50 %") && page.contains("4,00"))
        #expect(!page.contains("5 от 4,50"))
    }
}
