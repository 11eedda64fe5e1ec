import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct LoadTests {
    @Test func `load gives rights at the next request and takes them at its end`() async throws {
        let school = try await TestSchool.make()
        let page = "/api/v1/pages/\(school.algebra)"
        #expect(await school.api(.get, page, as: .otherTeacher).status == 404)
        let give = await school.post(
            "/load/pages/\(school.algebra)/teacher",
            form: [("old", "0"), ("teacher", "\(school.id(.otherTeacher))"), ("from", "2026-11-20")], as: .deputy)
        #expect(give.status == 303)
        #expect(await school.api(.get, page, as: .otherTeacher).status == 200)
        let end = await school.post(
            "/load/pages/\(school.algebra)/end",
            form: [("old", "\(school.id(.otherTeacher))"), ("to", "2026-11-20")], as: .deputy)
        #expect(end.status == 303)
        school.clock.set("2026-11-21T09:00")
        #expect(await school.api(.get, page, as: .otherTeacher).status == 404)
    }

    @Test func `a page changes hands on a day: the old row ends the day before`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.post(
            "/load/pages/\(school.algebra)/teacher",
            form: [
                ("old", "\(school.id(.teacher))"), ("teacher", "\(school.id(.otherTeacher))"), ("from", "2026-11-23"),
            ], as: .deputy)
        #expect(answer.status == 303)
        let rows = try school.read { connection in
            try connection.all(
                "SELECT teacher_id, from_day, to_day FROM load WHERE page_id = \(school.algebra) ORDER BY from_day"
            ) { "\($0.integer(0)) \($0.text(1)) \($0.text(2))" }
        }
        #expect(
            rows == [
                "\(school.id(.teacher)) 2026-09-01 2026-11-22", "\(school.id(.otherTeacher)) 2026-11-23 9999-12-31",
            ])
    }

    @Test func `two teachers share a page, but none has it twice`() async throws {
        let school = try await TestSchool.make()
        let form = [("old", "0"), ("teacher", "\(school.id(.substitute))"), ("from", "2026-11-20")]
        #expect(await school.post("/load/pages/\(school.algebra)/teacher", form: form, as: .deputy).status == 303)
        let again = await school.post("/load/pages/\(school.algebra)/teacher", form: form, as: .deputy)
        #expect(again.status == 422)
        #expect(again.text.contains("такая нагрузка уже есть"))
        #expect(await school.api(.get, "/api/v1/pages/\(school.algebra)", as: .substitute).status == 200)
        #expect(await school.api(.get, "/api/v1/pages/\(school.algebra)", as: .teacher).status == 200)
    }

    @Test func `half an hour a week is an hour of the load like any other`() async throws {
        let school = try await TestSchool.make()
        let subject = try school.read {
            try $0.first("SELECT id FROM subject WHERE name_ru = 'Музыка'") { $0.integer(0) }
        }
        let form = [
            ("class", "\(school.class7A)"), ("subject", "\(try #require(subject))"), ("group", "class"),
            ("teacher", "\(school.id(.substitute))"), ("hours", "0,5"), ("from", "2026-11-20"),
        ]
        #expect(await school.post("/load", form: form, as: .deputy).status == 303)
        let hours = try school.read { try $0.count("SELECT hours FROM page WHERE subject_id = \(subject!)") }
        #expect(hours == 50)
        let list = await school.get("/load?class=\(school.class7A)", as: .deputy).text
        #expect(list.contains("0,5"))
        let bad = form.map { $0.0 == "hours" ? ("hours", "0,5x") : $0 }
        #expect(await school.post("/load", form: bad, as: .deputy).status == 422)
    }

    @Test func `an individual curriculum is a page with a group of one`() async throws {
        let school = try await TestSchool.make()
        let subject = try school.read { try $0.first("SELECT id FROM subject ORDER BY position") { $0.integer(0) } }
        let form = [
            ("class", "\(school.class7A)"), ("subject", "\(subject!)"), ("group", "student-\(school.students[0])"),
            ("teacher", "\(school.id(.substitute))"), ("hours", "1"), ("from", "2026-11-20"),
        ]
        #expect(await school.post("/load", form: form, as: .deputy).status == 303)
        let members = try school.read { connection in
            try connection.all(
                """
                SELECT enrolment.student_id FROM page
                JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
                JOIN enrolment ON enrolment.school_id = page.school_id AND enrolment.group_id = page.group_id
                WHERE page.subject_id = \(subject!) AND study_group.kind = 'individual' ORDER BY enrolment.student_id
                """
            ) { $0.integer(0) }
        }
        #expect(members == [school.students[0]])
    }

    @Test func `a teacher sees the own load, a clerk none, and nobody but the deputy writes it`() async throws {
        let school = try await TestSchool.make()
        let own = await school.get("/load", as: .teacher)
        #expect(own.text.contains("Алгебра") && !own.text.contains("География"))
        let led = await school.get("/load", as: .classTeacher)
        #expect(led.text.contains("Алгебра") && led.text.contains("История") && !led.text.contains("География"))
        #expect(await school.get("/load", as: .clerk).status == 403)
        for person in [TestSchool.Person.teacher, .director, .administrator, .student, .mother] {
            #expect(await school.get("/load/pages/\(school.algebra)", as: person).status == 403)
            #expect(await school.post("/load", form: [], as: person).status == 403)
        }
    }
}
