import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct TimetableViewTests {
    @Test func `the week is seen by class, teacher, room, parallel, shift and school, at an address each`() async throws
    {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        for (view, word) in [
            ("class=\(school.class7A)", "История"), ("teacher=\(school.id(.otherTeacher))", "8Б География"),
            ("room=214", "8Б География"), ("grade=7", "История"), ("shift=1", "География"), ("all=1", "География"),
        ] {
            let page = await school.get("/timetable?\(view)", as: .deputy)
            #expect(page.status == 200 && page.text.contains(word), "\(view)")
            let own = await school.get("/timetable?\(view)", as: .student)
            #expect(own.status == (view.hasPrefix("class") ? 200 : 404), "\(view)")
        }
        #expect(await school.get("/timetable?grade=7", as: .teacher).status == 200)
    }

    @Test func `only a draft is a grid to write in, with the hours of the load beside it`() async throws {
        let hand = try await HandMade { [.init(page: $0.school.algebra, weekday: 1, number: 1)] }
        let school = hand.school
        let page = await school.get("/timetable?\(hand.view)&version=\(hand.version)", as: .deputy).text
        #expect(page.contains("role=\"grid\"") && page.contains("timetable.js"))
        #expect(page.contains("1 / 5"))
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let published = await school.get("/timetable?\(hand.view)", as: .deputy).text
        #expect(!published.contains("role=\"grid\"") && !published.contains("timetable.js"))
    }

    @Test func `a teacher in two places forbids publishing until one of the lessons is moved`() async throws {
        let hand = try await HandMade { [.init(page: $0.school.algebra, weekday: 1, number: 1)] }
        let school = hand.school
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            try roster.addLoad(
                page: school.geography, teacher: school.id(.teacher), hours: 0, from: "2026-09-01")
        }
        _ = await hand.place(school.geography, "1-1-1", [("room", "301")])
        let preview = await school.get("/timetable/publish?version=\(hand.version)", as: .deputy).text
        #expect(preview.contains("Учитель в двух местах сразу: 1."))
        #expect(preview.contains("пн, 1: 7А Алгебра. Осмонова: занято, 8Б География"))
        let refused = await school.post(
            "/timetable/publish", form: [("version", "\(hand.version)")], as: .deputy)
        #expect(refused.status == 409)
        // Both classes in one room are one lesson held together.
        _ = await hand.step([
            ("do", "change"), ("lesson", "\(school.geography):every"), ("from", "1-1-1"), ("room", "214"),
        ])
        #expect(
            await school.post("/timetable/publish", form: [("version", "\(hand.version)")], as: .deputy).status == 303)
    }

    @Test func `recorded lessons of days gone by never change, whatever is published over them`() async throws {
        let school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let held = ["2026-11-09", "2026-11-11", "2026-11-20"].map { school.lesson(school.algebra, $0) }
        let rows = { (ids: [Int64]) in
            try school.read { connection in
                try ids.map { id in
                    try connection.first(
                        """
                        SELECT day || ' ' || start_minute || ' ' || number || ' ' || room || ' ' || version FROM lesson
                        WHERE school_id = \(school.store.id) AND id = \(id)
                        """
                    ) { $0.text(0) }
                }
            }
        }
        for lesson in held { try timetable.record(lesson) }
        let before = try rows(held)
        // Algebra goes to the third hour of three days, in another room, from a day gone by.
        let version = try timetable.draft(
            from: "2026-11-09",
            [1, 2, 4].map { .init(page: school.algebra, weekday: $0, number: 3, room: "301") })
        let preview = await school.get("/timetable/publish?version=\(version)", as: .deputy)
        #expect(!preview.text.contains("Перенос записанных уроков"))
        let result = try timetable.publish(version)
        #expect(result.moved == 0 && result.unplaced.isEmpty)
        #expect(try rows(held) == before)
        // Two of the week's three hours are held, so one lesson is added and not three.
        #expect(try timetable.places(school.algebra, from: "2026-11-09", to: "2026-11-15").count == 3)
        #expect(try timetable.publish(version).changesNothing)
        #expect(try rows(held) == before)
    }

    @Test func `the check tells missing hours and windows, by class and teacher`() async throws {
        let hand = try await HandMade { timetable in
            [1, 4].map { .init(page: timetable.school.algebra, weekday: 1, number: $0) }
        }
        let page = await hand.school.get("/timetable/check?version=\(hand.version)", as: .deputy).text
        #expect(page.contains("Алгебра −3") && page.contains("История −5"))
        let row = try #require(
            page.split(separator: "<tr>").first { $0.contains("Осмонова") && $0.contains("teacher=") })
        #expect(row.contains("<td class=\"num\">2</td><td class=\"num\">1</td><td class=\"num\">2</td>"))
        #expect(TimetableCheck.windows([]) == 0)
    }

    @Test func `versions are listed with what they are, and a draft is discarded`() async throws {
        let hand = try await HandMade { $0.usual }
        let school = hand.school
        let timetable = SchoolTimetable(school: school)
        try timetable.publish(from: "2026-09-01", timetable.usual)
        let page = await school.get("/timetable/versions", as: .deputy).text
        #expect(page.contains("Черновик") && page.contains("Действует") && page.contains(">15<"))
        #expect(
            await school.post("/timetable/discard", form: [("version", "\(hand.version)")], as: .deputy).status == 303)
        #expect(!(await school.get("/timetable/versions", as: .deputy).text.contains("Черновик")))
        #expect(await school.get("/timetable/versions", as: .teacher).status == 403)
    }

    @Test func `the number of statements of a week is the same for one lesson and for many`() async throws {
        let few = try await HandMade()
        let many = try await HandMade { $0.usual }
        for view in ["shift=1", "class=\(few.school.class7A)"] {
            func ask(_ hand: HandMade, _ view: String) async {
                _ = await hand.school.get("/timetable?\(view)&version=\(hand.version)", as: .deputy)
            }
            let same = view.hasPrefix("class") ? many.view : view
            await ask(few, view)
            await ask(many, same)
            let counts = [
                await few.school.statements { await ask(few, view) },
                await many.school.statements { await ask(many, same) },
            ]
            #expect(counts[0] == counts[1] && counts[0] <= 12, "\(view): \(counts)")
        }
    }
}
