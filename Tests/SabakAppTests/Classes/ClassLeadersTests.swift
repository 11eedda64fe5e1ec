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
        #expect(await school.post("/classes/leaders", form: wish("7", "204"), as: .deputy).status == 404)
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
}
