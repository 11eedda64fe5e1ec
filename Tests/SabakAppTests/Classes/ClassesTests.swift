import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct ClassesTests {
    @Test func `the class teacher lands in the own class and sees its list with contacts`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.get("/classes", as: .classTeacher)
        #expect(answer.headers[.location] == "/classes/\(school.class7A)")
        let page = await school.get("/classes/\(school.class7A)", as: .classTeacher)
        #expect(page.text.contains("Асанова Гүлжан"))
        #expect(await school.get("/classes/\(school.class8B)", as: .classTeacher).status == 404)
    }

    @Test func `a subject teacher sees number and name only, and no other class`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/classes/\(school.class7A)", as: .teacher)
        #expect(page.status == 200)
        #expect(page.text.contains("Асанова Айпери Бакыт кызы"))
        #expect(!page.text.contains("Асанова Гүлжан"))
        #expect(!page.text.contains("/students/"))
        #expect(await school.get("/classes/\(school.class8B)", as: .teacher).status == 404)
    }

    @Test func `clerk and administrator see lists, but no pages of the journal`() async throws {
        let school = try await TestSchool.make()
        for person in [TestSchool.Person.clerk, .administrator] {
            #expect(await school.get("/classes/\(school.class7A)", as: person).status == 200)
            #expect(await school.get("/classes/\(school.class7A)/pages", as: person).status == 403)
            #expect(await school.get("/pages/\(school.algebra)", as: person).status == 403)
        }
        #expect(!(await school.get("/classes/\(school.class7A)", as: .administrator).text.contains("Асанова Гүлжан")))
    }

    @Test func `the pages of a class name who keeps them and the last entry`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/classes/\(school.class7A)/pages", as: .classTeacher)
        #expect(page.text.contains("href=\"/pages/\(school.algebra)\""))
        #expect(page.text.contains("Осмонова Гүлнара Таалайевна"))
        #expect(!page.text.contains("href=\"/pages/\(school.geography)\""))
    }

    @Test func `what is refused of a class, its teacher or its groups comes back as it was typed`() async throws {
        let school = try await TestSchool.make()
        let twice = await school.post("/classes", form: [("name", "7 а"), ("room", "12"), ("shift", "2")], as: .deputy)
        #expect(twice.status == 422)
        #expect(twice.text.contains("id=\"name-err\"") && twice.text.contains("value=\"7 а\""))
        #expect(twice.text.contains("value=\"12\"") && twice.text.contains("<option value=\"2\" selected>"))
        let leader = await school.post(
            "/classes/\(school.class7A)/leader",
            form: [("person", "\(school.id(.otherTeacher))"), ("from", "2019-01-01")], as: .deputy)
        #expect(leader.status == 422)
        #expect(leader.text.contains("id=\"leader-from-err\"") && leader.text.contains("value=\"2019-01-01\""))
        #expect(leader.text.contains("<option value=\"\(school.id(.otherTeacher))\" selected>"))
        let groups = await school.post(
            "/classes/\(school.class7A)/subgroups/new", form: [("title", ""), ("count", "3")], as: .classTeacher)
        #expect(groups.status == 422)
        #expect(groups.text.contains("id=\"title-err\"") && groups.text.contains("<option value=\"3\" selected>"))
    }

    @Test func `a proposed link waits for the class teacher and opens nothing before`() async throws {
        let school = try await TestSchool.make()
        let child = school.students[0]
        try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids).addGuardian(
                school.id(.otherFather), of: child, relation: "father", from: "2026-11-20", isConfirmed: false)
        }
        #expect(await school.get("/diary/\(child)", as: .otherFather).status == 404)
        #expect(await school.get("/classes/\(school.class7A)", as: .classTeacher).text.contains("Ждут подтверждения"))
        let form = [("guardian", "\(school.id(.otherFather))"), ("student", "\(child)"), ("do", "confirm")]
        let address = "/classes/\(school.class7A)/guardians"
        #expect(await school.post(address, form: form, as: .clerk).status == 403)
        #expect(await school.post(address, form: form, as: .classTeacher).status == 303)
        let isConfirmed = try school.read { connection in
            try connection.count(
                """
                SELECT count(*) FROM guardian
                WHERE school_id = \(school.store.id) AND student_id = \(child) AND confirmed_at > 0
                    AND confirmed_by = \(school.id(.classTeacher))
                """)
        }
        #expect(isConfirmed == 1)
    }

    @Test func `a class has one leader at a time, named by the deputy, and keeps who led it before`() async throws {
        let school = try await TestSchool.make()
        let form = [("person", "\(school.id(.otherTeacher))"), ("from", "2026-11-20")]
        let address = "/classes/\(school.class7A)/leader"
        #expect(await school.post(address, form: form, as: .clerk).status == 403)
        #expect(await school.post(address, form: form, as: .deputy).status == 303)
        #expect(await school.get("/classes/\(school.class7A)/accounts", as: .otherTeacher).status == 200)
        #expect(await school.get("/classes/\(school.class7A)/accounts", as: .classTeacher).status == 403)
        let page = await school.get("/classes/\(school.class7A)", as: .deputy)
        #expect(page.text.contains("Бейшебаева Анара Касымовна <small>01.09.2026 – 19.11.2026</small>"))
    }

    @Test func `a class is added once`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/classes", form: [("name", "5-А"), ("shift", "2")], as: .deputy).status == 303)
        #expect(await school.post("/classes", form: [("name", "5 а")], as: .deputy).status == 422)
        #expect(await school.post("/classes", form: [("name", "ааа")], as: .deputy).status == 422)
    }

    @Test func `the list of a class leaves the school only with a trace`() async throws {
        let school = try await TestSchool.make()
        let address = "/classes/\(school.class7A)/list.xlsx"
        #expect(await school.get(address, as: .teacher).status == 403)
        let file = await school.get(address, as: .clerk)
        #expect(file.status == 200)
        #expect(file.headers[.contentDisposition]?.contains("attachment") == true)
        #expect(file.text.hasPrefix("PK"))
        try await eventually {
            try school.read { connection in
                try connection.count(
                    """
                    SELECT count(*) FROM access_log
                    WHERE school_id = \(school.store.id) AND action = 'export'
                        AND object = \("class/\(school.class7A)")
                    """)
            } == 1
        }
    }

    /// The log is written beside the answer; gives it the time of other tasks, not of a clock.
    private func eventually(_ claim: () throws -> Bool) async throws {
        for _ in 0..<10_000 {
            if try claim() { return }
            await Task.yield()
        }
        #expect(try claim())
    }
}
