import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct YearSetupTests {
    private func term(_ school: TestSchool, ending day: String) throws -> Int64 {
        try school.read { connection in
            try #require(
                try connection.first("SELECT id FROM term WHERE to_day = \(day) AND grade_from = 1") { $0.integer(0) })
        }
    }

    @Test func `the deputy moves the winter break and the lessons follow`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let id = try term(school, ending: "2026-12-30")
        let answer = await school.post("/year/terms", form: [("to-\(id)", "2026-12-25")], as: .deputy)
        #expect(answer.status == 303)
        #expect(try timetable.places(school.algebra, from: "2026-12-26", to: "2027-01-10").isEmpty)
        #expect(try timetable.audits("term.change") == 1)
        let page = await school.get("/year?done=0.9.0.0", as: .deputy)
        #expect(page.text.contains("убрано: 9"))
    }

    @Test func `terms that overlap or end before they begin are refused in words, with what was typed`() async throws {
        let school = try await TestSchool.make()
        let second = try term(school, ending: "2026-12-30")
        let overlap = await school.post("/year/terms", form: [("from-\(second)", "2026-10-20")], as: .deputy)
        #expect(overlap.status == 422)
        #expect(overlap.text.contains("2-я четверть начинается раньше, чем кончается 1-я четверть."))
        #expect(overlap.text.contains("2026-10-20"))
        let reversed = await school.post("/year/terms", form: [("to-\(second)", "2026-11-01")], as: .deputy)
        #expect(reversed.status == 422)
        #expect(reversed.text.contains("Конец раньше начала."))
    }

    @Test func `a closed term is not the deputy's to reopen`() async throws {
        let school = try await TestSchool.make()
        let first = try term(school, ending: "2026-10-30")
        try school.write { _ = try $0.connection.run("UPDATE term SET closed_at = 1 WHERE id = \(first)") }
        let answer = await school.post("/year/terms", form: [("to-\(first)", "2026-11-05")], as: .deputy)
        #expect(answer.status == 422)
        #expect(answer.text.contains("решает директор"))
        let day = await school.post(
            "/year/days", form: [("kind", "extraDayOff"), ("from", "2026-10-05"), ("name", "Карантин")], as: .deputy)
        #expect(day.status == 422)
    }

    @Test func `a day off takes its lessons away and gives them back when it is removed`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let answer = await school.post(
            "/year/days",
            form: [
                ("id", "0"), ("kind", "extraDayOff"), ("from", "2026-11-25"), ("grades", "7"), ("name", "Карантин"),
            ],
            as: .deputy)
        #expect(answer.status == 303)
        #expect(try timetable.places(school.algebra, from: "2026-11-25", to: "2026-11-25").isEmpty)
        #expect(try timetable.places(school.geography, from: "2026-11-25", to: "2026-11-25").count == 1)
        let id = try school.read { try $0.first("SELECT id FROM day_off WHERE name_ru = 'Карантин'") { $0.integer(0) } }
        _ = await school.post("/year/days/remove", form: [("id", "\(id!)")], as: .deputy)
        #expect(try timetable.places(school.algebra, from: "2026-11-25", to: "2026-11-25").count == 1)
    }

    @Test func `bells change from a day on, earlier lessons keep their time`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let form = [
            ("set", "1.0.normal.0.12"), ("valid", "2026-11-23"), ("start-1", "08:30"), ("end-1", "09:15"),
            ("start-2", "09:25"), ("end-2", "10:10"),
        ]
        #expect(await school.post("/year/bells", form: form, as: .deputy).status == 303)
        #expect(
            try timetable.places(school.algebra, from: "2026-11-20", to: "2026-11-23") == [
                "2026-11-20 08:00", "2026-11-23 08:30",
            ])
        let overlap = [
            ("set", "1.0.normal.0.12"), ("valid", "2026-11-23"), ("start-1", "08:30"), ("end-1", "09:15"),
            ("start-2", "09:00"), ("end-2", "10:10"),
        ]
        let refused = await school.post("/year/bells", form: overlap, as: .deputy)
        #expect(refused.status == 422)
        #expect(refused.text.contains("2-й урок начинается раньше, чем кончается 1-й."))
    }

    @Test func `a six-day week is one box to tick`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        let saturday = SchoolTimetable.Slot(page: school.algebra, weekday: 6, number: 1)
        try timetable.publish(from: "2026-11-23", [saturday])
        #expect(try timetable.places(school.algebra, from: "2026-11-28", to: "2026-11-28").isEmpty)
        let days = (1...6).map { ("day", "\($0)") }
        #expect(await school.post("/year/week", form: days + [("count", "calendarWeeks")], as: .deputy).status == 303)
        #expect(try timetable.places(school.algebra, from: "2026-11-28", to: "2026-11-28").count == 1)
        #expect(await school.post("/year/week", form: [], as: .deputy).status == 422)
    }

    @Test(arguments: ["/year", "/year/days", "/year/bells", "/year/week"])
    func `the director reads the school year, a teacher has no way in`(address: String) async throws {
        let school = try await TestSchool.make()
        let director = await school.get(address, as: .director)
        #expect(director.status == 200)
        #expect(director.text.contains("<fieldset disabled") || address == "/year/days")
        #expect(await school.get(address, as: .teacher).status == 403)
        #expect(await school.post("/year/week", form: [("day", "1")], as: .director).status == 403)
    }

    @Test func `every page of the year is there in four languages`() async throws {
        let school = try await TestSchool.make()
        for language in ["ky", "ru", "kk", "en"] {
            try school.write { _ = try $0.connection.run("UPDATE account SET language = \(language)") }
            for address in ["/year", "/year/days", "/year/bells", "/year/week"] {
                let page = await school.get(address, as: .deputy)
                #expect(page.status == 200)
                #expect(page.text.contains("<html lang=\"\(language)\">"))
            }
        }
    }
}
