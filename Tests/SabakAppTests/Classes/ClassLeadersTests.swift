import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct ClassLeadersTests {
    private func leader(of schoolClass: Int64, in school: TestSchool) throws -> Int64? {
        try school.read { connection in
            try connection.first(
                """
                SELECT person_id FROM class_teacher
                WHERE school_id = \(school.store.id) AND class_id = \(schoolClass) AND to_day >= '2026-11-20'
                """
            ) { $0.integer(0) }
        }
    }

    private func form(_ school: TestSchool, from: String = "2026-11-20") -> [(String, String)] {
        [
            ("from", from), ("leader-\(school.class7A)", "\(school.id(.classTeacher))"),
            ("leader-\(school.class8B)", "\(school.id(.otherTeacher))"),
        ]
    }

    @Test func `the deputy names the leaders of all classes at once, and who leads already is left alone`() async throws
    {
        let school = try await TestSchool.make()
        #expect(await school.post("/classes/leaders", form: form(school), as: .clerk).status == 403)
        #expect(await school.post("/classes/leaders", form: form(school), as: .deputy).status == 303)
        #expect(try leader(of: school.class8B, in: school) == school.id(.otherTeacher))
        #expect(try leader(of: school.class7A, in: school) == school.id(.classTeacher))
        let page = await school.get("/classes/\(school.class7A)", as: .deputy)
        #expect(page.text.contains("Бейшебаева Анара Касымовна <small>01.09.2026</small>"))
    }

    @Test func `a class without a choice stays as it is, and a day of another year is refused with what was chosen`()
        async throws
    {
        let school = try await TestSchool.make()
        let empty = [("from", "2026-11-20"), ("leader-\(school.class8B)", "")]
        #expect(await school.post("/classes/leaders", form: empty, as: .deputy).status == 303)
        #expect(try leader(of: school.class8B, in: school) == nil)
        let refused = await school.post("/classes/leaders", form: form(school, from: "2024-09-01"), as: .deputy)
        #expect(refused.status == 422)
        #expect(refused.text.contains("<option value=\"\(school.id(.otherTeacher))\" selected>"))
        #expect(try leader(of: school.class8B, in: school) == nil)
    }

    @Test func `a class that came with a list gets its shift and room here, if the shift has bells`() async throws {
        let school = try await TestSchool.make()
        func wish(_ shift: String, _ room: String) -> [(String, String)] {
            [("from", "2026-11-20"), ("shift-\(school.class8B)", shift), ("room-\(school.class8B)", room)]
        }
        #expect(await school.post("/classes/leaders", form: wish("2", "204"), as: .deputy).status == 303)
        let row = try school.read { connection in
            try connection.first(
                "SELECT shift, room FROM class WHERE school_id = \(school.store.id) AND id = \(school.class8B)"
            ) { "\($0.int(0)) \($0.text(1))" }
        }
        #expect(row == "2 204")
        let noBells = await school.post("/classes/leaders", form: wish("7", "205"), as: .deputy)
        #expect(noBells.status == 422 && noBells.text.contains("У этой смены нет звонков"))
        #expect(noBells.text.contains("<option selected>7</option>") && noBells.text.contains("value=\"205\""))
        let long = await school.post(
            "/classes/leaders", form: wish("1", "кабинет на втором этаже у лестницы"), as: .deputy)
        #expect(long.status == 422 && long.text.contains("value=\"кабинет на втором этаже у лестницы\""))
    }

    @Test func `somebody who does not work here leads no class`() async throws {
        let school = try await TestSchool.make()
        let wish = [("from", "2026-11-20"), ("leader-\(school.class8B)", "\(school.id(.mother))")]
        #expect(await school.post("/classes/leaders", form: wish, as: .deputy).status == 404)
        let foreign = [("from", "2026-11-20"), ("leader-99", "\(school.id(.otherTeacher))")]
        #expect(await school.post("/classes/leaders", form: foreign, as: .deputy).status == 404)
    }

    @Test func `whoever teaches a class most of its hours is proposed, and nothing is named unasked`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/classes/leaders", as: .deputy)
        #expect(page.text.contains("<option value=\"\(school.id(.otherTeacher))\" selected>"))
        #expect(page.text.contains("предложение: ведёт больше половины часов класса"))
        #expect(try leader(of: school.class8B, in: school) == nil)
    }

    @Test func `at exactly half of the hours nobody is proposed`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let subject = try roster.subject(named: "История")
            let hours = try writing.connection.count(
                "SELECT hours FROM page WHERE school_id = \(writing.school) AND id = \(school.geography)")
            let page = try roster.page(
                subject: subject, group: school.class8B, class: school.class8B, year: 2026, hours: hours)
            try roster.addLoad(page: page, teacher: school.id(.substitute), hours: hours, from: "2026-09-01")
        }
        let page = await school.get("/classes/leaders", as: .deputy)
        #expect(!page.text.contains("предложение: ведёт больше половины часов класса"))
    }

    // MARK: Two who have the page open

    /// The form as the page was drawn, with what is chosen anew.
    private func drawn(_ school: TestSchool, _ changes: [String: String]) -> [(String, String)] {
        let (own, other) = (school.class7A, school.class8B)
        let fields = [
            "from": "2026-11-20", "was-leader-\(own)": "\(school.id(.classTeacher))",
            "leader-\(own)": "\(school.id(.classTeacher))", "was-leader-\(other)": "", "leader-\(other)": "",
        ]
        return fields.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @Test func `what a colleague has changed meanwhile stands, where nothing was chosen here`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/classes/leaders", as: .deputy).text
        #expect(page.contains("name=\"was-leader-\(school.class7A)\" value=\"\(school.id(.classTeacher))\""))
        #expect(page.contains("name=\"was-leader-\(school.class8B)\" value=\"\""))
        #expect(page.contains("name=\"was-room-\(school.class8B)\""))
        let theirs = drawn(school, ["leader-\(school.class7A)": "\(school.id(.substitute))"])
        #expect(await school.post("/classes/leaders", form: theirs, as: .deputy).status == 303)
        let mine = drawn(school, ["leader-\(school.class8B)": "\(school.id(.otherTeacher))"])
        #expect(await school.post("/classes/leaders", form: mine, as: .deputy).status == 303)
        #expect(try leader(of: school.class7A, in: school) == school.id(.substitute))
        #expect(try leader(of: school.class8B, in: school) == school.id(.otherTeacher))
    }

    @Test func `where both have chosen, the second sees what stands now and what was chosen, and nothing is written`()
        async throws
    {
        let school = try await TestSchool.make()
        let theirs = drawn(school, ["leader-\(school.class7A)": "\(school.id(.substitute))"])
        #expect(await school.post("/classes/leaders", form: theirs, as: .deputy).status == 303)
        let mine = drawn(
            school,
            [
                "leader-\(school.class7A)": "\(school.id(.otherTeacher))",
                "leader-\(school.class8B)": "\(school.id(.otherTeacher))",
            ])
        let refused = await school.post("/classes/leaders", form: mine, as: .deputy)
        #expect(refused.status == 409 && refused.text.contains("изменено, пока страница была открыта"))
        #expect(refused.text.contains("<option value=\"\(school.id(.otherTeacher))\" selected>"))
        #expect(try leader(of: school.class7A, in: school) == school.id(.substitute))
        #expect(try leader(of: school.class8B, in: school) == nil)
        // The page has been drawn from what stands now: sent again, it is meant.
        let again = ImportDeskWorld.fields(of: refused.text, with: [])
        #expect(await school.post("/classes/leaders", form: again, as: .deputy).status == 303)
        #expect(try leader(of: school.class7A, in: school) == school.id(.otherTeacher))
    }

    @Test func `whoever leads a class and works here no more is not replaced by the first of the list`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE staff SET to_day = '2026-11-01'
                WHERE school_id = \(writing.school) AND person_id = \(school.id(.classTeacher))
                """)
        }
        let page = await school.get("/classes/leaders", as: .deputy).text
        #expect(page.contains("<option value=\"\(school.id(.classTeacher))\" selected>"))
        let sent = ImportDeskWorld.fields(of: page, with: [])
        #expect(await school.post("/classes/leaders", form: sent, as: .deputy).status == 303)
        #expect(try leader(of: school.class7A, in: school) == school.id(.classTeacher))
    }

    @Test func `naming many asks no more than naming one`() async throws {
        let school = try await TestSchool.make(students: 3)
        let classes = try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            return try ["5А", "5Б", "5В", "5Г"].map { try roster.addClass(ClassName($0)!, year: 2026) }
        }
        func naming(_ classes: ArraySlice<Int64>) async -> Int {
            let fields = classes.map { ("leader-\($0)", "\(school.id(.otherTeacher))") }
            return await school.statements {
                _ = await school.post("/classes/leaders", form: [("from", "2026-11-20")] + fields, as: .deputy)
            }
        }
        let one = await naming(classes[..<1])
        #expect(await naming(classes[1...]) == one)
    }
}
