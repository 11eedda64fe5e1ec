import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct TimetableTests {
    private func location(_ answer: TestAnswer) -> String { answer.headers[.location] ?? "" }

    @Test func `a teacher sees the own week, a student only the own class`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let own = await school.get("/timetable", as: .teacher)
        #expect(own.text.contains("7А Алгебра") && !own.text.contains("География"))
        #expect(await school.get("/timetable?class=\(school.class7A)", as: .student).status == 200)
        #expect(await school.get("/timetable?class=\(school.class8B)", as: .student).status == 404)
        #expect(await school.get("/timetable?class=\(school.class8B)", as: .mother).status == 200)
        #expect(await school.get("/timetable?class=\(school.class7A)", as: .otherFather).status == 404)
        #expect(await school.get("/timetable?teacher=\(school.id(.teacher))", as: .student).status == 404)
    }

    @Test func `the deputy drafts, fills a cell, sees what changes and publishes`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let current = try school.read { try $0.first("SELECT id FROM timetable_version") { $0.integer(0) } }
        let draft = await school.post(
            "/timetable/versions", form: [("from", "2026-11-23"), ("copy", "\(current!)")], as: .deputy)
        let version = try #require(location(draft).split(separator: "=").last)
        #expect(await school.get("/timetable?version=\(version)", as: .teacher).text.contains("Черновик") == false)
        let cell = [
            ("version", "\(version)"), ("class", "\(school.class7A)"), ("cell", "1-1-1"),
            ("page-1", "\(school.history)"),
            ("week-1", "every"), ("room-1", "301"),
        ]
        #expect(await school.post("/timetable/cell", form: cell, as: .deputy).status == 303)
        let board = await school.get("/timetable?version=\(version)&class=\(school.class7A)&cell=1-1-1", as: .deputy)
            .text
        #expect(board.contains("Больше, чем в нагрузке: История 1."))
        #expect(board.contains("Не расставлены часы: Алгебра 1."))
        let preview = await school.get("/timetable/publish?version=\(version)", as: .deputy)
        #expect(preview.status == 200)
        #expect(preview.text.contains("Добавится"))
        #expect(await school.post("/timetable/publish", form: [("version", "\(version)")], as: .deputy).status == 303)
        #expect(try timetable.places(school.algebra, from: "2026-11-23", to: "2026-11-24") == ["2026-11-24 08:00"])
        #expect(try timetable.places(school.history, from: "2026-11-23", to: "2026-11-23").count == 2)
        #expect(await school.post("/timetable/cell", form: cell, as: .deputy).status == 409)
    }

    @Test func `a teacher or room needed twice at once is shown as a clash`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        let version = try timetable.draft(
            from: "2026-11-23",
            [
                .init(page: school.algebra, weekday: 1, number: 1, room: "214"),
                .init(page: school.geography, weekday: 1, number: 1, room: "214"),
                .init(page: school.history, weekday: 1, number: 1, room: "301"),
            ])
        let page = await school.get("/timetable?version=\(version)&class=\(school.class7A)", as: .deputy).text
        #expect(page.contains("class=\"spot clash\""))
        #expect(page.contains("! 214: занято, 8Б"))
        #expect(page.contains("! Ученики заняты: 7А История"))
    }

    @Test func `lessons of A and B weeks do not clash`() {
        func slot(_ id: Int64, _ parity: SlotParity) -> PlacedSlot {
            PlacedSlot(
                id: id, page: id, group: 1, weekday: 1, parity: parity, room: "1", start: ClockTime(minutes: 480),
                end: ClockTime(minutes: 525), teachers: [5])
        }
        #expect(Clash.all(in: [slot(1, .odd), slot(2, .even)], sharing: []).isEmpty)
        #expect(Clash.all(in: [slot(1, .odd), slot(2, .every)], sharing: []).count == 6)
    }

    @Test func `two subgroups side by side clash only over a common student`() {
        func slot(_ id: Int64) -> PlacedSlot {
            PlacedSlot(
                id: id, page: id, group: id, weekday: 1, parity: .every, room: "", start: ClockTime(minutes: 480),
                end: ClockTime(minutes: 525), teachers: [id])
        }
        #expect(Clash.all(in: [slot(1), slot(2)], sharing: []).isEmpty)
        #expect(Clash.all(in: [slot(1), slot(2)], sharing: [GroupPair(2, 1)]).count == 2)
    }

    @Test func `only the deputy changes the timetable`() async throws {
        let school = try await TestSchool.make()
        for person in [TestSchool.Person.teacher, .director, .classTeacher, .clerk, .student] {
            for address in ["/timetable/publish", "/timetable/versions", "/timetable/cell", "/timetable/discard"] {
                #expect(await school.post(address, form: [("version", "1")], as: person).status == 403)
            }
        }
    }

    @Test func `a version cannot begin in a closed term`() async throws {
        let school = try await TestSchool.make()
        let version = try SchoolTimetable(school: school).draft(from: "2026-10-26", [])
        try school.write { _ = try $0.connection.run("UPDATE term SET closed_at = 1 WHERE to_day = '2026-10-30'") }
        let answer = await school.post("/timetable/publish", form: [("version", "\(version)")], as: .deputy)
        #expect(answer.status == 409)
        #expect(try SchoolTimetable(school: school).count("SELECT count(*) FROM lesson") == 60)
    }
}
