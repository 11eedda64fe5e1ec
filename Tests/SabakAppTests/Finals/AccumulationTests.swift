import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct AccumulationTests {
    /// Three students of 7А in the algebra of five weekdays, 16 to 20 November; earlier lessons are cancelled, later
    /// ones are still to come:
    /// the first has 5, 4 and a debt, the second one 3 and one absence, the third nothing.
    private func world() async throws -> (school: TestSchool, term: String) {
        let school = try await TestSchool.make(students: 3)
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE lesson SET is_cancelled = 1
                WHERE school_id = \(writing.school) AND day < '2026-11-16'
                """)
        }
        let entries = Entries(school: school)
        for (student, text, day) in [
            (0, "5", "2026-11-16"), (0, "4", "2026-11-17"), (0, "*", "2026-11-18"), (1, "3", "2026-11-16"),
            (1, "н", "2026-11-17"),
        ] {
            #expect(await entries.set(text, for: school.students[student], on: day).status == "saved")
        }
        let term = try school.read {
            try $0.first(
                "SELECT id FROM term WHERE school_id = \(school.store.id) AND number = 2 AND kind = 'quarter'"
            ) { $0.integer(0) }
        }
        return (school, "\(try #require(term))")
    }

    @Test func `the three forms of accumulation are as a hand counts them`() async throws {
        let (school, term) = try await world()
        let page = await school.get("/indicators?view=marks&by=page&period=\(term)", as: .deputy).text
        let row = try #require(page.range(of: "7А · Алгебра").map { page[$0.lowerBound...].prefix(1600) })
        // 3 marks ÷ 3 students; 3 marks ÷ (5 + 4 + 5) lessons attended; nobody has the minimum of seven.
        #expect(row.contains(">1,00</td>"))
        #expect(row.contains(">21,4 %</td>"))
        #expect(row.contains("0,0 % <small>0/3</small>"))
        #expect(row.contains("100,0 % <small>3/3</small>"))
        #expect(row.contains("33,3 % <small>1/3</small>"))
    }

    @Test(arguments: ["page", "class", "parallel", "teacher", "school"])
    func `each number opens to its students`(by: String) async throws {
        let (school, term) = try await world()
        let known = ["page": "\(school.algebra)", "class": "\(school.class7A)", "parallel": "7"][by]
        let line = known ?? (by == "teacher" ? "\(school.id(.teacher))" : "school")
        let page = await school.get(
            "/indicators?view=marks&by=\(by)&period=\(term)&line=\(line)&show=one", as: .director
        ).text
        #expect(page.contains("Асанова Айпери · "))
    }

    @Test func `the sheet of a page shows the same, and marks by kind`() async throws {
        let (school, _) = try await world()
        let sheet = await school.get("/pages/\(school.algebra)/finals?term=2", as: .teacher).text
        #expect(sheet.contains("Накопляемость") && sheet.contains("21,4 %") && sheet.contains("33,3 %"))
        #expect(sheet.contains("<b>•</b>") && sheet.contains("<b>5</b>"))
        let controls = await school.get("/pages/\(school.algebra)/finals?term=2&kind=8", as: .teacher).text
        #expect(!controls.contains("<b>5</b>"))
    }

    @Test func `what the rule gives follows the marks after the decision`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5", "5", "5", "5"])
        #expect(await world.post("5").status == 303)
        let expected = {
            try world.school.read {
                try $0.first(
                    "SELECT expected FROM final_mark WHERE school_id = \(world.school.store.id)"
                ) { $0.text(0) }
            }
        }
        #expect(try expected() == "5")
        for (number, day) in ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"].enumerated() {
            let cell = await Entries(school: world.school).set("2", for: world.child, on: day, version: 1)
            #expect(cell.status == "saved", "\(number)")
        }
        #expect(try expected() == "3")
    }

    @Test func `the morning line opens the list of the changes behind it`() async throws {
        let school = try await TestSchool.make()
        _ = await Entries(school: school).set("5", for: school.id(.student))
        school.clock.set("2026-11-21T08:00")
        let day = await school.get("/my-day", as: .teacher).text
        #expect(day.contains("href=\"/my-day/changes\""))
        let list = await school.get("/my-day/changes", as: .teacher).text
        #expect(list.contains("Асанова Айпери") && list.contains("<b class=\"mark\">5</b>"))
        #expect(!(await school.get("/my-day/changes", as: .classTeacher).text.contains("Асанова Айпери")))
    }

    @Test func `written work without a mark or a day of checking is said when its days are over`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE lesson SET kind_id = 8
                WHERE school_id = \(writing.school) AND id = \(school.lesson(school.algebra, "2026-11-09"))
                """)
        }
        #expect(await school.get("/my-day", as: .teacher).text.contains("Не проверены в срок"))
        #expect(await school.get("/control?view=unchecked", as: .deputy).text.contains("16.11.2026"))
        #expect(!(await school.get("/control?view=unchecked", as: .otherTeacher).text.contains("16.11.2026")))
        _ = await Entries(school: school).set("4", for: school.students[0], on: "2026-11-09")
        #expect(!(await school.get("/my-day", as: .teacher).text.contains("Не проверены в срок")))
    }
}
