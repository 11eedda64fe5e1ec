import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct ScheduleTests {
    @Test func `a cancelled day is no debt of its teachers and keeps its records`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        try timetable.record(school.lesson(school.algebra, "2026-11-19"))
        let answer = await school.post(
            "/schedule/days",
            form: [
                ("from", "2026-11-18"), ("to", "2026-11-19"), ("class", "\(school.class7A)"), ("do", "cancel"),
                ("reason", "quarantine"),
            ], as: .deputy)
        #expect(answer.status == 303)
        #expect(try timetable.count("SELECT count(*) FROM lesson WHERE is_cancelled = 1") == 4)
        #expect(try timetable.count("SELECT count(*) FROM lesson_change WHERE reason = 'quarantine'") == 4)
        #expect(try timetable.audits("lesson.cancel") == 4)
        #expect(!(await school.get("/my-day", as: .teacher).text.contains("19 ноября")))
        #expect(try timetable.count("SELECT count(*) FROM lesson WHERE topic <> ''") == 1)
        #expect(await school.get("/schedule?day=2026-11-18", as: .deputy).text.contains("отменён · Карантин"))
    }

    @Test func `a cancellation needs a reason and can be taken back`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        let lesson = school.lesson(school.algebra, "2026-11-23")
        let form = [("day", "2026-11-23"), ("lesson", "\(lesson)"), ("do", "cancel")]
        let refused = await school.post("/schedule/lessons", form: form, as: .deputy)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Укажите причину"))
        _ = await school.post("/schedule/lessons", form: form + [("own", "Каток залит")], as: .deputy)
        #expect(try timetable.count("SELECT is_cancelled FROM lesson WHERE id = \(lesson)") == 1)
        #expect(try timetable.count("SELECT count(*) FROM audit WHERE reason = 'Каток залит'") == 0)
        #expect(try timetable.count("SELECT count(*) FROM audit_text WHERE content = 'Каток залит'") == 1)
        _ = await school.post("/schedule/lessons/\(lesson)", form: [("do", "restore")], as: .deputy)
        #expect(try timetable.count("SELECT is_cancelled FROM lesson WHERE id = \(lesson)") == 0)
    }

    @Test func `a moved lesson keeps its id and shows both days`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        let lesson = school.lesson(school.algebra, "2026-11-23")
        let answer = await school.post(
            "/schedule/lessons/\(lesson)/move",
            form: [("day", "2026-11-24"), ("number", "4"), ("shift", "1"), ("reason", "otherDay")], as: .deputy)
        #expect(answer.status == 303)
        #expect(try timetable.place(lesson) == "2026-11-24 10:50")
        #expect(await school.get("/schedule?day=2026-11-24", as: .deputy).text.contains("перенесён с 23 ноября"))
    }

    @Test func `somebody who is busy at that time is named before a lesson is moved there`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        let lesson = school.lesson(school.algebra, "2026-11-23")
        let form = [("day", "2026-11-24"), ("number", "2"), ("shift", "1"), ("reason", "otherDay")]
        let warned = await school.post("/schedule/lessons/\(lesson)/move", form: form, as: .deputy)
        #expect(warned.status == 422)
        #expect(warned.text.contains("В это время заняты: 7А История."))
        #expect(try timetable.place(lesson) == "2026-11-23 08:00")
        let sure = await school.post("/schedule/lessons/\(lesson)/move", form: form + [("anyway", "1")], as: .deputy)
        #expect(sure.status == 303)
        let taken = await school.post(
            "/schedule/lessons/\(lesson)/move",
            form: [("day", "2026-11-24"), ("number", "1"), ("shift", "1"), ("reason", "otherDay"), ("anyway", "1")],
            as: .deputy)
        #expect(taken.status == 422)
    }

    @Test func `an added lesson stands outside the timetable and its teacher may write it`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.post(
            "/schedule/add",
            form: [
                ("page", "\(school.algebra)"), ("day", "2026-11-21"), ("number", "2"), ("reason", "extra"),
            ], as: .deputy)
        #expect(answer.status == 303)
        let day = await school.api(.get, "/api/v1/my-day?date=2026-11-21", as: .teacher)
        #expect(day.items.count == 1)
        #expect(day.items.first?["start"] as? String == "2026-11-21T08:55:00+06:00")
    }

    @Test func `only the deputy changes the day, other staff read it, families have the diary`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-23")
        for person in [TestSchool.Person.teacher, .director, .administrator, .classTeacher] {
            #expect(await school.get("/schedule", as: person).status == 200)
            #expect(
                await school.post("/schedule/lessons/\(lesson)", form: [("do", "cancel")], as: person).status == 403)
            #expect(await school.get("/schedule/lessons/\(lesson)", as: person).status == 403)
        }
        #expect(await school.get("/schedule", as: .student).status == 403)
        #expect(await school.get("/schedule", as: .mother).status == 403)
    }

    @Test func `lessons of a closed term are not cancelled`() async throws {
        let school = try await TestSchool.make()
        try school.write { _ = try $0.connection.run("UPDATE term SET closed_at = 1 WHERE to_day = '2026-12-30'") }
        let answer = await school.post(
            "/schedule/lessons/\(school.lesson(school.algebra, "2026-11-23"))",
            form: [("do", "cancel"), ("reason", "event")], as: .deputy)
        #expect(answer.status == 409)
        #expect(answer.text.contains("Этот период закрыт"))
    }
}
