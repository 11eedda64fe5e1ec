import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct PublishingTests {
    @Test func `a timetable makes the lessons of the year, and what stands already keeps its id`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        let result = try timetable.publish(from: "2026-09-01", timetable.usual)
        // The first week of November lies in the autumn break.
        #expect(result.kept == 45 && result.removed == 15)
        #expect(result.moved == 0 && result.unplaced.isEmpty)
        #expect(try timetable.place(school.lesson(school.algebra, "2026-11-20")) == "2026-11-20 08:00")
        #expect(
            try timetable.places(school.algebra, from: "2026-09-01", to: "2026-09-02") == [
                "2026-09-01 08:00", "2026-09-02 08:00",
            ])
        #expect(try timetable.places(school.algebra, from: "2026-12-31", to: "2027-01-10").isEmpty)
        #expect(try timetable.audits("timetable.publish") == 1)
    }

    @Test func `publishing twice changes nothing`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let version = try timetable.draft(from: "2026-11-23", timetable.usual)
        _ = try timetable.publish(version)
        let again = try timetable.publish(version)
        #expect(again.changesNothing)
        #expect(try timetable.refresh(from: "2026-11-23").changesNothing)
    }

    @Test func `a new version deletes only untouched lessons, the touched move to the next free slot`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let touched = school.lesson(school.algebra, "2026-11-24")
        let untouched = school.lesson(school.algebra, "2026-11-25")
        let before = school.lesson(school.algebra, "2026-11-20")
        try timetable.record(touched)
        let result = try timetable.publish(from: "2026-11-23", timetable.daily(school.algebra, number: 3))
        #expect(result.moved == 1 && result.unplaced.isEmpty)
        #expect(try timetable.place(touched) == "2026-11-24 09:50")
        #expect(try timetable.place(untouched) == nil)
        #expect(try timetable.place(before) == "2026-11-20 08:00")
        #expect(try timetable.places(school.algebra, from: "2026-11-24", to: "2026-11-24").count == 1)
        #expect(try timetable.audits("lesson.move") == 1)
    }

    @Test func `a touched lesson without a slot goes to the deputy's list once, until it finds one`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let touched = school.lesson(school.algebra, "2026-11-24")
        try timetable.record(touched)
        let without = try timetable.draft(from: "2026-11-23", timetable.daily(school.history, number: 2))
        #expect(try timetable.publish(without).unplaced == [touched])
        #expect(try timetable.publish(without).unplaced == [touched])
        #expect(try timetable.count("SELECT count(*) FROM lesson_change WHERE kind = 'unplaced'") == 1)
        #expect(await school.get("/schedule/unplaced", as: .deputy).text.contains("/schedule/lessons/\(touched)"))
        try timetable.publish(from: "2026-11-23", timetable.usual)
        #expect(try timetable.place(touched) == "2026-11-24 08:00")
        #expect(!(await school.get("/schedule/unplaced", as: .deputy).text.contains("/schedule/lessons/\(touched)")))
    }

    @Test func `terms moved ahead of time re-date the lessons, and recorded ones keep their id`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let planned = try #require(try timetable.lesson(school.algebra, "2026-12-28"))
        try timetable.record(planned)
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE term SET to_day = '2026-12-25' WHERE school_id = \(writing.school) AND to_day = '2026-12-30'
                """)
        }
        let result = try timetable.refresh(from: "2026-12-26")
        #expect(result.moved == 1)
        #expect(try timetable.place(planned) == "2027-01-11 08:00")
        #expect(try timetable.places(school.algebra, from: "2026-12-26", to: "2027-01-10").isEmpty)
    }

    @Test func `a day of the past is opened or closed, its lessons are never given other times`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        try timetable.publish(from: "2026-09-01", timetable.usual)
        try timetable.record(school.lesson(school.algebra, "2026-11-16"))
        try school.write { writing in
            try writing.connection.run("UPDATE bell SET start_minute = start_minute + 5, end_minute = end_minute + 5")
            try writing.connection.run(
                """
                INSERT INTO day_off (school_id, id, kind, from_day, to_day) VALUES (\(writing.school), 1,
                    'extraDayOff', '2026-11-16', '2026-11-16')
                """)
        }
        _ = try timetable.refresh(from: "2026-11-16")
        #expect(try timetable.place(school.lesson(school.algebra, "2026-11-16")) == "2026-11-16 08:00")
        #expect(try timetable.place(school.lesson(school.history, "2026-11-16")) == nil)
        #expect(try timetable.place(school.lesson(school.algebra, "2026-11-17")) == "2026-11-17 08:00")
        #expect(try timetable.places(school.algebra, from: "2026-11-23", to: "2026-11-23") == ["2026-11-23 08:05"])
    }

    @Test func `lessons of the second shift begin at its bells`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        try school.write { writing in
            _ = try writing.connection.run("UPDATE class SET shift = 2 WHERE id = \(school.class8B)")
        }
        try timetable.publish(from: "2026-11-23", timetable.usual)
        #expect(try timetable.places(school.geography, from: "2026-11-23", to: "2026-11-23") == ["2026-11-23 13:30"])
        #expect(try timetable.places(school.algebra, from: "2026-11-23", to: "2026-11-23") == ["2026-11-23 08:00"])
    }

    @Test func `A and B weeks alternate from the week of 1 September`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        let odd = SchoolTimetable.Slot(page: school.algebra, weekday: 3, number: 1, parity: .odd)
        let even = SchoolTimetable.Slot(page: school.history, weekday: 3, number: 1, parity: .even)
        try timetable.publish(from: "2026-09-01", [odd, even])
        #expect(
            try timetable.places(school.algebra, from: "2026-09-01", to: "2026-09-20") == [
                "2026-09-02 08:00", "2026-09-16 08:00",
            ])
        #expect(try timetable.places(school.history, from: "2026-09-01", to: "2026-09-20") == ["2026-09-09 08:00"])
    }

    @Test func `a lesson moved by hand does not come back to its old hour`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let lesson = school.lesson(school.algebra, "2026-11-24")
        try school.write { writing in
            let place = LessonChanging.Place(day: Day("2026-11-28")!, number: 1, shift: 1, start: 480, end: 525)
            try LessonChanging(writing: writing, ids: school.app.ids, reason: "otherDay").move(lesson, to: place)
        }
        #expect(try timetable.refresh(from: "2026-11-23").changesNothing)
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE bell SET start_minute = start_minute + 5, end_minute = end_minute + 5")
        }
        _ = try timetable.refresh(from: "2026-11-23")
        #expect(try timetable.places(school.algebra, from: "2026-11-24", to: "2026-11-24").isEmpty)
        #expect(try timetable.place(lesson) == "2026-11-28 08:00")
    }

    @Test func `a cancelled lesson stays cancelled when the bells change`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        let school = timetable.school
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let lesson = school.lesson(school.algebra, "2026-11-24")
        try school.write { writing in
            _ = try LessonChanging(writing: writing, ids: school.app.ids, reason: "quarantine").cancel([lesson])
            _ = try writing.connection.run(
                "UPDATE bell SET start_minute = start_minute + 5, end_minute = end_minute + 5")
        }
        _ = try timetable.refresh(from: "2026-11-23")
        #expect(try timetable.place(lesson) == "2026-11-24 08:05")
        #expect(try timetable.places(school.algebra, from: "2026-11-24", to: "2026-11-24").isEmpty)
    }

    @Test func `without a published timetable a change of the calendar leaves the lessons alone`() async throws {
        let timetable = SchoolTimetable(school: try await TestSchool.make())
        #expect(try timetable.refresh(from: "2026-11-01").changesNothing)
        #expect(try timetable.count("SELECT count(*) FROM lesson") == 60)
    }
}
