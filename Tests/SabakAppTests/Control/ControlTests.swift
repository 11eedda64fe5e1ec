import Store
import TestEngines
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct ControlTests {
    /// Writes all that makes a lesson complete.
    private func record(_ lesson: Int64, in school: TestSchool, late: Bool = false) throws {
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE lesson SET topic = 'Теңдемелер', roll_at = \(writing.instant), no_homework = 1,
                    topic_late = \(late)
                WHERE school_id = \(writing.school) AND id = \(lesson)
                """)
        }
    }

    private func recordAll(in school: TestSchool, except kept: Set<Int64> = []) throws {
        for lesson in school.lessons.values.flatMap(\.values) where !kept.contains(lesson) {
            try record(lesson, in: school)
        }
    }

    // PostgreSQL's planner goes by how many rows there are, and in a test there are few.
    @Test(.enabled(if: TestEngine.ofPages == .sqlite))
    func `what is not recorded and what was late is found without looking through all lessons`() async throws {
        let school = try await TestSchool.make(students: 3)
        let first = try #require(Day("2026-09-01"))
        let now = try #require(Moment("2026-11-20T09:00"))
        let late = ControlQueries.lateQuestions(of: school.store.id, since: first, until: now)
        let tally = ControlQueries.tallyQuestion(of: school.store.id, since: first, until: now, wholeToo: false)
        let plans = try school.read { connection in
            try [tally, late.lessons, late.marks].map { try connection.plan(of: $0) }
        }
        for (plan, index) in zip(plans, ["lesson_open", "lesson_late", "entry_late"]) {
            #expect(plan.contains { $0.contains("INDEX \(index)") }, "\(plan)")
            #expect(!plan.contains { $0.contains("SCAN lesson") || $0.contains("SCAN entry") })
        }
    }

    @Test func `a lesson not recorded yesterday stands in the deputy's list with its age and leaves it when recorded`()
        async throws
    {
        let school = try await TestSchool.make()
        let yesterday = school.lesson(school.algebra, "2026-11-19")
        try recordAll(in: school, except: [yesterday])
        let before = await school.get("/control", as: .deputy)
        #expect(before.status == 200)
        #expect(before.text.contains("<b>1 день</b>"))
        #expect(before.text.contains("Осмонова Гүлнара Таалайевна"))
        #expect(before.text.contains("ничего нет"))
        try record(yesterday, in: school)
        let after = await school.get("/control", as: .deputy)
        #expect(!after.text.contains("Осмонова Гүлнара Таалайевна"))
        #expect(after.text.contains("Все прошедшие уроки записаны полностью."))
    }

    @Test func `a lesson of which only the homework is missing says so`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-18")
        try recordAll(in: school)
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE lesson SET no_homework = 0 WHERE school_id = \(writing.school) AND id = \(lesson)")
        }
        let page = await school.get("/control?class=\(school.class7A)", as: .director)
        #expect(page.text.contains("<td class=\"num\">1</td><td>домашнее задание</td>"))
        #expect(page.text.contains("href=\"/lessons/\(lesson)\""))
        #expect(page.text.contains("<b>2 дня</b>"))
    }

    @Test func `a cancelled lesson and a lesson that has not begun are no debts`() async throws {
        let school = try await TestSchool.make()
        let cancelled = school.lesson(school.algebra, "2026-11-19")
        try recordAll(in: school, except: [cancelled, school.lesson(school.algebra, "2026-11-23")])
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE lesson SET is_cancelled = 1 WHERE school_id = \(writing.school) AND id = \(cancelled)")
        }
        let page = await school.get("/control", as: .deputy)
        #expect(page.text.contains("Все прошедшие уроки записаны полностью."))
    }

    @Test func `a lesson of today counts from the minute it begins`() async throws {
        let school = try await TestSchool.make()
        let history = school.lesson(school.history, "2026-11-20")
        try recordAll(in: school, except: [history])
        school.clock.set("2026-11-20T08:54")
        #expect(await school.get("/control", as: .deputy).text.contains("Все прошедшие уроки записаны"))
        school.clock.set("2026-11-20T08:55")
        #expect(await school.get("/control", as: .deputy).text.contains("<b>сегодня</b>"))
    }

    @Test func `what a substitute owes is asked of the substitute`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-19")
        try recordAll(in: school, except: [lesson])
        try school.substitute(.substitute, for: lesson)
        let page = await school.get("/control", as: .deputy)
        #expect(page.text.contains("Токтосунова Назгүл Жаныбековна"))
        #expect(!page.text.contains("Осмонова Гүлнара Таалайевна"))
    }

    @Test func `a class teacher sees the own class and the own pages, a teacher only the own pages`() async throws {
        let school = try await TestSchool.make()
        let own = await school.get("/control", as: .classTeacher)
        #expect(own.text.contains("Осмонова Гүлнара Таалайевна"))
        #expect(!own.text.contains("Жумабаев Улан Тилекович"))
        let teacher = await school.get("/control", as: .otherTeacher)
        #expect(teacher.text.contains("Жумабаев Улан Тилекович"))
        #expect(!teacher.text.contains("Осмонова Гүлнара Таалайевна"))
        #expect(!teacher.text.contains("class=\"map\""))
    }

    @Test func `what was entered late is listed by page`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.get("/control?view=late", as: .deputy).text.contains("Записей с опозданием нет."))
        try record(school.lesson(school.algebra, "2026-11-17"), in: school, late: true)
        let page = await school.get("/control?view=late", as: .deputy)
        #expect(page.text.contains("17.11.2026"))
        #expect(page.text.contains("тема 1"))
    }

    @Test func `the number of questions does not grow with the number of debts`() async throws {
        let school = try await TestSchool.make()
        _ = await school.get("/control", as: .deputy)
        let many = await school.statements { _ = await school.get("/control", as: .deputy) }
        try recordAll(in: school)
        _ = await school.get("/control", as: .deputy)
        let none = await school.statements { _ = await school.get("/control", as: .deputy) }
        #expect(many == none)
        #expect(many <= 5)
    }

    @Test func `a lesson's change is told by the parts that came and went`() {
        let parts = LessonTrace.changes(
            from: "topic=0 homework=1 roll=0 version=1", to: "topic=1 homework=0 roll=0 version=2")
        #expect(parts == [.init(name: "topic", isThere: true), .init(name: "homework", isThere: false)])
        #expect(LessonTrace.changes(from: "", to: "5/4") == nil)
    }

    @Test func `reading the history of changes is written into the history`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/control/audit", as: .director)
        #expect(page.status == 200)
        let (action, actor) = try school.read { connection in
            try connection.first(
                "SELECT action, actor FROM audit WHERE school_id = \(school.store.id) ORDER BY seq DESC LIMIT 1"
            ) { ($0.text(0), $0.integer(1)) } ?? ("", 0)
        }
        #expect(action == "audit.read")
        #expect(actor == school.id(.director))
        #expect(await school.get("/control/audit", as: .classTeacher).status == 403)
    }
}
