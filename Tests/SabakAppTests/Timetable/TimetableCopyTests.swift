import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct TimetableCopyTests {
    @Test func `copying a day twice is copying it once`() async throws {
        let hand = try await HandMade { timetable in
            [
                .init(page: timetable.school.algebra, weekday: 1, number: 1),
                .init(page: timetable.school.history, weekday: 1, number: 3, room: "301"),
                .init(page: timetable.school.algebra, weekday: 2, number: 3),
            ]
        }
        let copy = [("do", "copy-day"), ("class", "\(hand.school.class7A)"), ("from", "1"), ("to", "2")]
        let first = await hand.step(copy)
        #expect(first.put.count == 1 && first.take.isEmpty)
        // The third hour is taken by algebra, which stays.
        #expect(first.told == ["вт, 3: История — место занято"])
        let once = try hand.slots
        #expect(await hand.step(copy).put.isEmpty)
        #expect(try hand.slots == once)
    }

    @Test func `a day is copied within the hours of the load`() async throws {
        let hand = try await HandMade { timetable in
            (1...5).map { .init(page: timetable.school.algebra, weekday: $0, number: 1) }
        }
        let answer = await hand.step([
            ("do", "copy-day"), ("class", "\(hand.school.class7A)"), ("from", "1"), ("to", "6"),
        ])
        #expect(answer.put.isEmpty && answer.told == ["сб, 1: Алгебра — часы нагрузки кончились"])
    }

    @Test func `a parallel class takes the week with its own teachers, and is told what finds no place`() async throws {
        var hand = try await HandMade { timetable in
            [
                .init(page: timetable.school.algebra, weekday: 1, number: 1),
                .init(page: timetable.school.history, weekday: 1, number: 2),
            ]
        }
        let school = hand.school
        let (twin, algebra) = try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let twin = try roster.addClass(ClassName("7Б")!, year: 2026, language: "ky", room: "215")
            let algebra = try roster.page(
                subject: try roster.subject(named: "Алгебра"), group: twin, class: twin, year: 2026, hours: 500)
            try roster.addLoad(page: algebra, teacher: school.id(.substitute), hours: 500, from: "2026-09-01")
            // History is taught by the same teacher, who is in 7А then.
            let history = try roster.page(
                subject: try roster.subject(named: "Тарых"), group: twin, class: twin, year: 2026, hours: 500)
            try roster.addLoad(page: history, teacher: school.id(.classTeacher), hours: 500, from: "2026-09-01")
            return (twin, algebra)
        }
        hand.view = "class=\(twin)"
        let copy = [("do", "copy-class"), ("class", "\(twin)"), ("from", "\(school.class7A)")]
        let answer = await hand.step(copy)
        #expect(answer.put == ["\(algebra):1-1-1:every:215"])
        #expect(answer.told == ["пн, 2: История — учитель занят"])
        #expect(await hand.step(copy).put.isEmpty)
        let none = await hand.step([("do", "copy-class"), ("class", "\(twin)"), ("from", "\(school.class8B)")])
        #expect(none.put.isEmpty)
    }

    @Test func `a new draft is a copy of the whole version, which stays as it was`() async throws {
        let hand = try await HandMade { $0.usual }
        let school = hand.school
        let before = try hand.slots
        let answer = await school.post(
            "/timetable/versions", form: [("from", "2026-12-07"), ("copy", "\(hand.version)")], as: .deputy)
        let copied = try #require(answer.headers[.location]?.split(separator: "=").last.flatMap { Int64($0) })
        let count = try school.read { try TimetableQueries.slotCounts(school: school.store.id, in: $0) }
        #expect(count[copied] == before.count && count[hand.version] == before.count)
        #expect(try hand.slots == before)
    }
}
