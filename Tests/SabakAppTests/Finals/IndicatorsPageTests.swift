import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct IndicatorsPageTests {
    /// Three students of 7А with 5, 4 (where the rule gave 5) and н/а in algebra.
    private func world() async throws -> (FinalsWorld, String) {
        let world = try await FinalsWorld.make([])
        let school = world.school
        let finals = [("5", "5"), ("4", "5"), ("notAttested", "")]
        try school.write { writing in
            for (student, (value, expected)) in zip(school.students, finals) {
                _ = try writing.connection.run(
                    """
                    INSERT INTO final_mark (school_id, page_id, period, student_id, value, scale, expected, changed_at,
                        entered_at, entered_by, version)
                    VALUES (\(writing.school), \(school.algebra), '2', \(student), \(value), 'five', \(expected),
                        \(writing.instant), \(writing.instant), \(school.id(.teacher)), 1)
                    """)
            }
        }
        let term = try school.read {
            try $0.first(
                "SELECT id FROM term WHERE school_id = \(school.store.id) AND number = 2 AND kind = 'quarter'"
            ) { $0.integer(0) }
        }
        let id = try #require(term)
        return (world, "\(id)")
    }

    @Test func `a page's numbers are as a hand counts them`() async throws {
        let (world, term) = try await world()
        let page = await world.school.get("/indicators?by=page&period=\(term)", as: .deputy)
        #expect(page.status == 200)
        // Two of three make progress and have a four or better; (100 + 64 + 7) / 3; (5 + 4) / 2; one of two as the
        // rule.
        #expect(page.text.contains(">66,7 %</a>"))
        #expect(page.text.contains(">57,0 %</a>"))
        #expect(page.text.contains(">4,50</a>"))
        #expect(page.text.contains(">50,0 %</a>"))
    }

    @Test(arguments: ["page", "class", "parallel", "teacher", "school"])
    func `every number opens to its students`(by: String) async throws {
        let (world, term) = try await world()
        let school = world.school
        let line = ["page": "\(school.algebra)", "class": "\(school.class7A)", "parallel": "7"][by]
        let id = line ?? (by == "teacher" ? "\(school.id(.teacher))" : "school")
        let address = "/indicators?by=\(by)&period=\(term)&line=\(id)&show="
        // Of history, and of geography in 8Б, nobody has a mark yet.
        let without = ["page": 0, "teacher": 0, "class": 3, "parallel": 3, "school": 5][by] ?? 0
        let expected: [IndicatorWish.Number: Int] = [
            .counted: 3, .progress: 2, .quality: 2, .learning: 3, .average: 2, .notAttested: 1, .open: without,
            .same: 1, .raised: 0, .lowered: 1,
        ]
        for number in IndicatorWish.Number.allCases {
            let page = await school.get(address + number.rawValue, as: .director).text
            #expect(page.contains("line=\(id)&amp;show=\(number.rawValue)#opened"), "\(number)")
            let opened = try #require(page.components(separatedBy: "id=\"opened\"").dropFirst().first)
            #expect(opened.contains(": \(expected[number] ?? -1)</h2>"), "\(number)")
            #expect(
                opened.components(separatedBy: "<li>").dropFirst().filter { $0.contains(" · ") }.count
                    == (expected[number] ?? -1), "\(number)")
        }
        #expect(await school.get(address + "lowered", as: .director).text.contains("Асанова Айпери"))
    }

    /// Gives a page's subject in grade 7 a regime that takes н/а for a fail.
    private func makeFail(_ page: Int64, _ school: TestSchool) throws {
        try school.write { writing in
            let found = try FinderQueries.page(page, school: writing.school, in: writing.connection)
            let code = try #require(found).subjectCode
            let day = try #require(Day("2026-08-01"))
            let usual = try Regimes(school: writing.school, year: 2026, in: writing.connection)
                .regime(grade: 7, subject: code, scale: "five", on: day)
            var settings = usual.settings
            settings.notAttestedFails = true
            try RegimeQueries.keep(
                Regime(
                    id: 0, country: usual.country, grades: 7...7, subjects: [code], schoolYear: 2026, validFrom: day,
                    way: usual.way, scale: usual.scale, finalScale: usual.finalScale, settings: settings, isOwn: true),
                ids: school.app.ids, in: writing)
        }
    }

    @Test func `н/а of algebra makes nobody fail for what history says`() async throws {
        let (world, _) = try await world()
        let school = world.school
        let address = "/classes/\(school.class7A)/finals?term=2"
        try makeFail(school.history, school)
        let sheet = await school.get(address, as: .classTeacher).text
        #expect(sheet.contains("не аттестован: 1") && !sheet.contains("неуспевающий: 1"))
        try makeFail(school.algebra, school)
        let other = await school.get(address, as: .classTeacher).text
        #expect(other.contains("неуспевающий: 1") && !other.contains("не аттестован: 1"))
    }

    @Test func `a class teacher sees the own class, a teacher the own pages, a family nothing`() async throws {
        let (world, term) = try await world()
        let address = "/indicators?by=page&period=\(term)"
        let leader = await world.school.get(address, as: .classTeacher)
        #expect(leader.text.contains("7А · Алгебра") && !leader.text.contains("География"))
        let other = await world.school.get(address, as: .otherTeacher)
        #expect(other.text.contains("География") && !other.text.contains("Алгебра"))
        #expect(await world.school.get(address, as: .mother).status == 403)
    }
}
