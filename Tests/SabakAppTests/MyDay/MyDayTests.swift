import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct MyDayTests {
    @Test func `the day lists the own lessons with what is missing and what to do`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/my-day", as: .teacher)
        #expect(page.status == 200)
        #expect(page.text.contains("Пятница, 20 ноября"))
        #expect(page.text.contains("1 урок: 1 не записан"))
        #expect(page.text.contains("/lessons/\(school.lesson(school.algebra, "2026-11-20"))"))
        #expect(!page.text.contains("/lessons/\(school.lesson(school.history, "2026-11-20"))"))
        #expect(page.text.contains("закончился 15 минут назад"))
    }

    @Test func `a recorded lesson is complete, with the time it was recorded`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        _ = await record.put(#""topic":"Квадрат суммы","rollConfirmed":true,"noHomework":true"#)
        let page = await record.school.get("/my-day", as: .teacher).text
        #expect(page.contains("1 урок: 1 полностью"))
        #expect(page.contains("записано: 9:00"))
    }

    @Test func `debts stand oldest first with their age, today's lesson is none`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/my-day", as: .teacher).text
        #expect(page.contains(#"<span class="n">14</span>"#))
        let oldest = try #require(page.range(of: "18 дней"))
        let youngest = try #require(page.range(of: "1 день"))
        #expect(oldest.lowerBound < youngest.lowerBound)
        #expect(page.contains("вчера, 19 ноября"))
    }

    @Test func `a lesson recorded in part stays a debt and says what it lacks`() async throws {
        let record = LessonRecord(school: try await TestSchool.make(), day: "2026-11-19")
        _ = await record.put(#""topic":"Квадрат суммы","homework":"§ 5""#)
        #expect(await record.school.get("/my-day", as: .teacher).text.contains("Посещаемость не подтверждена"))
        _ = await record.put(#""rollConfirmed":true"#, version: 1)
        #expect(!(await record.school.get("/my-day", as: .teacher).text.contains("вчера, 19 ноября")))
    }

    @Test func `a substitution is the substitute's work and no longer the teacher's debt`() async throws {
        let school = try await TestSchool.make()
        try school.substitute(.substitute, for: school.lesson(school.algebra, "2026-11-19"))
        let yesterday = await school.get("/my-day?date=2026-11-19", as: .substitute).text
        #expect(yesterday.contains("Вместо: Осмонова Г. Т."))
        #expect(yesterday.contains("вчера, 19 ноября"))
        let teacher = await school.get("/my-day?date=2026-11-19", as: .teacher).text
        #expect(teacher.contains("Замещает: Токтосунова Н. Ж."))
        #expect(teacher.contains(#"<span class="n">13</span>"#))
    }

    @Test func `a cancelled lesson is no debt and says why`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-20")
        let change = school.app.ids.next()
        try school.write { writing in
            try writing.connection.run(
                "UPDATE lesson SET is_cancelled = 1 WHERE school_id = \(writing.school) AND id = \(lesson)")
            _ = try writing.connection.run(
                """
                INSERT INTO lesson_change (school_id, id, lesson_id, kind, reason, at, by_person)
                VALUES (\(writing.school), \(change), \(lesson), 'cancelled', 'карантин', 1, 1)
                """)
        }
        let page = await school.get("/my-day", as: .teacher).text
        #expect(page.contains("Отменён: карантин"))
        #expect(page.contains("1 урок: 1 отменён"))
    }

    @Test func `absent students of the day's classes are named`() async throws {
        let school = try await TestSchool.make()
        let form = LessonForm(school: school)
        _ = await form.send(form.line(school.students[3], absence: "Ж"))
        let page = await school.get("/my-day", as: .classTeacher).text
        #expect(page.contains("Дүйшөнова Мээрим — <i class=\"unknown\">Ж</i> 1-й урок"))
        #expect(!(await school.get("/my-day", as: .otherTeacher).text.contains("Дүйшөнова")))
    }

    @Test func `programs get the lessons with page, class and subject`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.api(.get, "/api/v1/my-day?date=2026-11-23", as: .teacher)
        let item = try #require(answer.items.first)
        #expect(answer.items.count == 1)
        #expect(item["page"] as? String == String(school.algebra))
        #expect(item["class"] as? String == "7А")
        #expect(item["subject"] as? String == "Алгебра")
        #expect(item["state"] as? String == "planned")
        #expect(item["start"] as? String == "2026-11-23T08:00:00+06:00")
        #expect(item["mayWrite"] as? Bool == true)
    }

    @Test(arguments: ["2026-13-01", "tomorrow", "2026-11-20T09:00", ""])
    func `a day that is none is refused`(date: String) async throws {
        let school = try await TestSchool.make()
        #expect(await school.api(.get, "/api/v1/my-day?date=\(date)", as: .teacher).status == 422)
    }

    @Test(arguments: ["0001-01-01", "9999-12-31"])
    func `a day without lessons, however far, is an empty list`(date: String) async throws {
        let school = try await TestSchool.make()
        let answer = await school.api(.get, "/api/v1/my-day?date=\(date)", as: .teacher)
        #expect(answer.status == 200)
        #expect(answer.items.isEmpty)
        #expect(await school.get("/my-day?date=\(date)", as: .teacher).status == 200)
    }

    @Test(arguments: [TestSchool.Person.student, .mother, .clerk, .administrator])
    func `who records no lessons has no day of lessons`(person: TestSchool.Person) async throws {
        let school = try await TestSchool.make()
        #expect(await school.get("/my-day", as: person).status == 403)
        #expect(await school.api(.get, "/api/v1/my-day", as: person).status == 403)
    }

    @Test func `the number of questions does not grow with debts and lessons`() async throws {
        let school = try await TestSchool.make()
        _ = await school.get("/my-day", as: .teacher)
        let many = await school.statements { _ = await school.get("/my-day", as: .teacher) }
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE lesson SET topic = 'Т', roll_at = 1, no_homework = 1 WHERE school_id = \(writing.school)")
        }
        let few = await school.statements { _ = await school.get("/my-day", as: .teacher) }
        #expect(many - few <= 2)
        #expect(many <= 10)
    }
}
