import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct WorksTests {
    /// Plans works of algebra in 7А as the form of the page does.
    struct Planning {
        let school: TestSchool
        var person = TestSchool.Person.teacher
        var page: String { "/pages/\(school.algebra)/works" }

        func plan(_ day: String, kind: Int = 8, title: String = "Квадраттык теңдемелер", lesson: Int64? = nil) async
            -> TestAnswer
        {
            let lesson = lesson ?? school.lesson(school.algebra, day)
            return await school.post(
                page, form: [("lesson", "\(lesson)"), ("kind", "\(kind)"), ("title", title)], as: person)
        }

        /// Id, version and lesson of the one planned work.
        func only() throws -> (id: Int64, version: Int64, lesson: Int64) {
            let found = try school.read {
                try $0.first(
                    """
                    SELECT id, version, lesson_id FROM planned_work
                    WHERE school_id = \(school.store.id) AND withdrawn_at = 0
                    """
                ) { ($0.integer(0), $0.integer(1), $0.integer(2)) }
            }
            return try #require(found)
        }
    }

    @Test func `a planned work shows to the teacher, the class teacher, the deputy and the family`() async throws {
        let planning = Planning(school: try await TestSchool.make())
        let school = planning.school
        let answer = await planning.plan("2026-11-25")
        #expect(answer.status == 303)
        #expect(await school.get(planning.page, as: .teacher).text.contains("Квадраттык теңдемелер"))
        for person in [TestSchool.Person.teacher, .classTeacher, .deputy] {
            let calendar = await school.get("/works?week=2026-W48", as: person).text
            #expect(calendar.contains("Квадраттык теңдемелер"), "\(person)")
        }
        #expect(!(await school.get("/works?week=2026-W48", as: .otherTeacher).text.contains("Квадраттык")))
        let diary = await school.get("/diary/\(school.id(.student))", as: .mother).text
        #expect(diary.contains("Предстоящие контрольные") && diary.contains("Квадраттык теңдемелер"))
        let works = await school.get("/diary/\(school.id(.student))/works", as: .mother).text
        #expect(works.contains("25 ноября, среда") && works.contains("контрольная работа"))
        #expect(!(await school.get("/diary/\(school.brother)/works", as: .mother).text.contains("Квадраттык")))
        #expect(await school.get("/diary/\(school.otherChild)/works", as: .mother).status == 404)
    }

    @Test func `the lesson of a work has its kind, so that marks have it`() async throws {
        let planning = Planning(school: try await TestSchool.make())
        let school = planning.school
        _ = await planning.plan("2026-11-23")
        school.clock.set("2026-11-23T08:50")
        _ = await Entries(school: school).set("5", for: school.students[0], on: "2026-11-23")
        let page = await school.api(.get, "/api/v1/pages/\(school.algebra)", as: .teacher)
        let cells = try #require(page.json["cells"] as? [[String: Any]])
        let mark = try #require((cells.first?["marks"] as? [[String: Any]])?.first)
        #expect(mark["kindName"] as? String == "Контрольная работа")
    }

    @Test(arguments: [
        ("2026-11-20", 8, "Т", "Этот урок уже начался"), ("2026-11-25", 8, "  ", "Напишите тему работы"),
        ("2026-11-25", 1, "Т", "Выберите вид работы"), ("2026-11-25", 99, "Т", "Выберите вид работы"),
    ])
    func `what cannot be planned is refused, and what was typed stays`(
        day: String, kind: Int, title: String, words: String
    ) async throws {
        let planning = Planning(school: try await TestSchool.make())
        let answer = await planning.plan(day, kind: kind, title: title)
        #expect(answer.status == 422)
        #expect(answer.text.contains(words))
        if kind == 8, title == "Т" { #expect(answer.text.contains("value=\"Т\"")) }
    }

    @Test func `one lesson has one work`() async throws {
        let planning = Planning(school: try await TestSchool.make())
        _ = await planning.plan("2026-11-25")
        #expect(await planning.plan("2026-11-25").status == 422)
    }

    @Test func `a work goes along with its lesson, and stands without a place when the lesson is off`() async throws {
        let planning = Planning(school: try await TestSchool.make())
        let school = planning.school
        _ = await planning.plan("2026-11-25")
        let lesson = school.lesson(school.algebra, "2026-11-25")
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE lesson SET day = '2026-11-28' WHERE school_id = \(writing.school) AND id = \(lesson)")
        }
        let moved = await school.get(planning.page, as: .teacher).text
        #expect(moved.contains("28 ноября") && moved.contains("перенесена с уроком"))
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE lesson SET is_cancelled = 1 WHERE school_id = \(writing.school) AND id = \(lesson)")
        }
        #expect(await school.get("/works", as: .teacher).text.contains("Без места"))
        #expect(!(await school.get("/diary/\(school.id(.student))/works", as: .mother).text.contains("Квадраттык")))
        let work = try planning.only()
        let again = await school.post(
            "\(planning.page)/\(work.id)",
            form: [
                ("lesson", "\(school.lesson(school.algebra, "2026-11-26"))"), ("kind", "8"), ("title", "Теңдемелер"),
                ("version", "\(work.version)"),
            ], as: .teacher)
        #expect(again.status == 303)
        #expect(try planning.only().lesson == school.lesson(school.algebra, "2026-11-26"))
        #expect(!(await school.get("/works", as: .teacher).text.contains("Без места")))
    }

    @Test func `a work that is taken back leaves an ordinary lesson`() async throws {
        let planning = Planning(school: try await TestSchool.make())
        let school = planning.school
        _ = await planning.plan("2026-11-25")
        let work = try planning.only()
        #expect(await school.post("\(planning.page)/\(work.id)/withdraw", as: .teacher).status == 303)
        #expect(!(await school.get("/works?week=2026-W48", as: .deputy).text.contains("Квадраттык")))
        let kind = try school.read {
            try $0.count("SELECT kind_id FROM lesson WHERE school_id = \(school.store.id) AND id = \(work.lesson)")
        }
        #expect(kind == 0)
    }

    @Test func `a stale form changes nothing`() async throws {
        let planning = Planning(school: try await TestSchool.make())
        _ = await planning.plan("2026-11-25")
        let work = try planning.only()
        let form = [("lesson", "\(work.lesson)"), ("kind", "8"), ("title", "Башка"), ("version", "7")]
        #expect(await planning.school.post("\(planning.page)/\(work.id)", form: form, as: .teacher).status == 409)
    }

    @Test(arguments: [TestSchool.Person.classTeacher, .deputy, .director, .otherTeacher])
    func `only the teacher of the page plans`(person: TestSchool.Person) async throws {
        var planning = Planning(school: try await TestSchool.make())
        planning.person = person
        #expect([403, 404].contains(await planning.plan("2026-11-25").status))
    }

    @Test func `in Kazakhstan a work for the term is refused on the day of one for a section`() async throws {
        let planning = Planning(school: try await TestSchool.make(students: 3, country: .KZ))
        #expect(await planning.plan("2026-11-25", kind: 22).status == 303)
        let history = planning.school.lesson(planning.school.history, "2026-11-25")
        let other = await planning.school.post(
            "/pages/\(planning.school.history)/works",
            form: [("lesson", "\(history)"), ("kind", "23"), ("title", "Т")], as: .classTeacher)
        #expect(other.status == 303)
        #expect(await planning.plan("2026-11-26", kind: 22).status == 303)
        #expect(await planning.plan("2026-11-27", kind: 22).status == 303)
        let fourth = await planning.plan("2026-11-24", kind: 22)
        #expect(fourth.status == 422 && fourth.text.contains("Больше трёх СОр"))
        let term = await planning.plan("2026-11-24", kind: 23)
        #expect(term.status == 303)
    }

    @Test func `in Russia a work on the first lesson is planned with a warning`() async throws {
        let planning = Planning(school: try await TestSchool.make(students: 3, country: .RU))
        let answer = await planning.plan("2026-11-25")
        #expect(answer.status == 303)
        let next = try #require(answer.headers[.location])
        let page = await planning.school.get(next, as: .teacher).text
        #expect(page.contains("Обратите внимание") && page.contains("первом или последнем уроке"))
    }

    @Test func `the rules are the deputy's, and what is wrong in them is said`() async throws {
        let school = try await TestSchool.make()
        let good = [
            ("criteria", "off"), ("loadLimits", "refuse"), ("debtDays", "10"), ("debtTurns", "2"), ("check-8", "5"),
        ]
        #expect(await school.post("/works/rules", form: good, as: .deputy).status == 303)
        #expect(await school.get("/works/rules", as: .deputy).text.contains("value=\"10\""))
        #expect(await school.post("/works/rules", form: good, as: .administrator).status == 403)
        #expect(await school.post("/works/rules", form: good, as: .teacher).status == 403)
        let bad = await school.post("/works/rules", form: [("debtDays", "0")], as: .director)
        #expect(bad.status == 422 && bad.text.contains("от 1 до 60"))
        let planning = Planning(school: school)
        #expect(await planning.plan("2026-11-25").status == 422)
    }
}
