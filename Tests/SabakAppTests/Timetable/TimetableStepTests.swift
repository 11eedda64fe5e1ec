import HTTPTypes
import TestSchool
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// A draft that a deputy makes by hand, step by step.
struct HandMade {
    let school: TestSchool
    let version: Int64
    var view: String

    init(_ slots: (SchoolTimetable) -> [SchoolTimetable.Slot] = { _ in [] }) async throws {
        school = try await TestSchool.make()
        let timetable = SchoolTimetable(school: school)
        version = try timetable.draft(from: "2026-11-23", slots(timetable))
        view = "class=\(school.class7A)"
    }

    /// Sends a step as the script of the page does.
    func step(_ fields: [(String, String)], as person: TestSchool.Person = .deputy) async -> TestAnswer {
        let body = Form(fields: fields.map { (name: $0.0, value: $0.1) }).encoded
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .accept: "application/json"]
        headers[.csrf] = school.csrf(person)
        return await school.ask(
            .post, "/timetable/steps?\(view)&version=\(version)", as: person, headers: headers, body: body)
    }

    func place(_ page: Int64, _ to: String, _ more: [(String, String)] = []) async -> TestAnswer {
        await step([("do", "place"), ("lesson", "\(page):every"), ("to", to)] + more)
    }

    func move(_ page: Int64, from: String, to: String) async -> TestAnswer {
        await step([("do", "move"), ("lesson", "\(page):every"), ("from", from), ("to", to)])
    }

    func again(take: [String] = [], put: [String] = []) async -> TestAnswer {
        await step([("do", "again")] + take.map { ("take", $0) } + put.map { ("put", $0) })
    }

    /// What the draft has: `algebra 1-2-1 214`.
    var slots: [String] {
        get throws {
            let names = [school.algebra: "algebra", school.history: "history", school.geography: "geography"]
            return try school.read { connection in
                try TimetableQueries.slots(of: version, school: school.store.id, in: connection).map {
                    let week = $0.parity == .every ? "" : " \($0.parity.rawValue)"
                    return "\(names[$0.page] ?? "other") \($0.weekday)-\($0.number)\(week) \($0.room)"
                }.sorted()
            }
        }
    }
}

extension TestAnswer {
    var take: [String] { json["take"] as? [String] ?? [] }
    var put: [String] { json["put"] as? [String] ?? [] }
    var told: [String] { json["told"] as? [String] ?? [] }
}

@Suite struct TimetableStepTests {
    @Test func `a lesson is placed in its usual room, moved, given a room and taken out, each step saved at once`()
        async throws
    {
        let hand = try await HandMade()
        let school = hand.school
        let placed = await hand.place(school.algebra, "2-1-1")
        #expect(placed.status == 200 && placed.json["said"] as? String == "7А Алгебра: вт, 1")
        #expect(try hand.slots == ["algebra 2-1 214"])
        #expect(await hand.move(school.algebra, from: "2-1-1", to: "3-4-1").status == 200)
        let lesson = ("lesson", "\(school.algebra):every")
        #expect(
            await hand.step([("do", "change"), lesson, ("from", "3-4-1"), ("week", "odd"), ("room", "301")]).status
                == 200)
        #expect(try hand.slots == ["algebra 3-4 odd 301"])
        let gone = await hand.step([("do", "remove"), ("lesson", "\(school.algebra):odd"), ("from", "3-4-1")])
        #expect(gone.status == 200)
        #expect(try hand.slots.isEmpty)
        #expect(try SchoolTimetable(school: school).audits("timetable.cell") == 4)
    }

    @Test func `every step is undone by turning round what it told, back to the same draft`() async throws {
        let hand = try await HandMade { $0.usual }
        let school = hand.school
        let before = try hand.slots
        var answers: [TestAnswer] = []
        answers.append(await hand.move(school.algebra, from: "1-1-1", to: "1-2-1"))
        answers.append(await hand.place(school.algebra, "4-5-1", [("double", "on")]))
        answers.append(await hand.move(school.algebra, from: "4-6-1", to: "5-2-1"))
        answers.append(
            await hand.step([("do", "remove"), ("lesson", "\(school.history):every"), ("from", "3-2-1")]))
        answers.append(
            await hand.step([("do", "copy-day"), ("class", "\(school.class7A)"), ("from", "1"), ("to", "3")]))
        #expect(answers.allSatisfy { $0.status == 200 })
        #expect(try hand.slots != before)
        for answer in answers.reversed() {
            #expect(await hand.again(take: answer.put, put: answer.take).status == 200)
        }
        #expect(try hand.slots == before)
    }

    @Test func `lessons of the same students change places, and one from the list puts the other back on it`()
        async throws
    {
        let hand = try await HandMade { [.init(page: $0.school.algebra, weekday: 1, number: 1)] }
        let school = hand.school
        let over = await hand.place(school.history, "1-1-1", [("room", "301")])
        #expect(over.told == ["Вернулось в список: 7А Алгебра"])
        #expect(try hand.slots == ["history 1-1 301"])
        _ = await hand.place(school.algebra, "1-2-1", [("room", "214")])
        #expect(await hand.move(school.algebra, from: "1-2-1", to: "1-1-1").status == 200)
        #expect(try hand.slots == ["algebra 1-1 214", "history 1-2 301"])
    }

    @Test func `a step that is sent twice is made once`() async throws {
        let hand = try await HandMade { $0.usual }
        let school = hand.school
        for _ in 0..<2 { #expect(await hand.move(school.algebra, from: "1-1-1", to: "1-5-1").status == 200) }
        for _ in 0..<2 { #expect(await hand.place(school.history, "2-6-1").status == 200) }
        #expect(try hand.slots.filter { $0.hasPrefix("history 2-6") }.count == 1)
        #expect(try SchoolTimetable(school: school).audits("timetable.cell") == 2)
    }

    @Test func `what somebody else has moved meanwhile is not moved again, and the words say so`() async throws {
        let hand = try await HandMade { $0.usual }
        let school = hand.school
        _ = await hand.move(school.algebra, from: "1-1-1", to: "1-5-1")
        let late = await hand.move(school.algebra, from: "1-1-1", to: "1-6-1")
        #expect(late.status == 409 && late.code == "draft_changed")
        #expect(try hand.slots.contains("algebra 1-5 214"))
        let undone = await hand.again(take: ["\(school.algebra):1-1-1:every:214"], put: [])
        #expect(undone.status == 200 && undone.put.isEmpty)
    }

    @Test func `refusals are told as data, and nobody but the deputy makes a step`() async throws {
        let hand = try await HandMade { $0.usual }
        let school = hand.school
        #expect(await hand.step([("do", "dance")]).code == "unknown_step")
        #expect(await hand.place(1, "1-1-1").status == 404)
        let long = await hand.place(school.algebra, "1-4-1", [("room", String(repeating: "х", count: 21))])
        #expect(long.status == 422)
        #expect(
            await hand.step([("do", "place"), ("lesson", "\(school.algebra):every"), ("to", "1-4-1")], as: .teacher)
                .status == 403)
        _ = try SchoolTimetable(school: school).publish(hand.version)
        #expect(await hand.place(school.algebra, "1-4-1").code == "version_published")
    }

    @Test func `the picture of places says which are free, which change places and which clash, and why`() async throws
    {
        let hand = try await HandMade { timetable in
            [
                .init(page: timetable.school.history, weekday: 1, number: 2, room: "301"),
                .init(page: timetable.school.geography, weekday: 1, number: 3, room: "214"),
            ]
        }
        let school = hand.school
        let address =
            "/timetable/possible?\(hand.view)&version=\(hand.version)&lesson=\(school.algebra):every&in=214"
        var answer = await school.get(address, as: .deputy)
        let statements = await school.statements { answer = await school.get(address, as: .deputy) }
        let cells = try #require(answer.json["cells"] as? [String: [String: String]])
        #expect(cells["1-1-1"]?["state"] == "free")
        #expect(cells["1-2-1"] == ["state": "swap", "why": "Ученики заняты: 7А История"])
        #expect(cells["1-3-1"] == ["state": "clash", "why": "214: занято, 8Б"])
        #expect(cells.values.allSatisfy { $0["state"] != "clash" || $0["why"]?.isEmpty == false })
        #expect(statements <= 16)
        let rooms = await school.get(
            "/timetable/rooms?\(hand.view)&version=\(hand.version)&lesson=\(school.algebra):every&from=1-3-1",
            as: .deputy)
        #expect(rooms.items.map { $0["room"] as? String } == ["301", "214"])
        #expect(rooms.items.last?["said"] as? String == "8Б География")
    }

    @Test func `without the script a copied day is a form, and the page tells what found no place`() async throws {
        let hand = try await HandMade { timetable in
            (1...5).map { .init(page: timetable.school.algebra, weekday: $0, number: 1) }
                + [.init(page: timetable.school.history, weekday: 1, number: 2)]
        }
        let school = hand.school
        let page = await school.post(
            "/timetable/steps?\(hand.view)&version=\(hand.version)",
            form: [("do", "copy-day"), ("class", "\(school.class7A)"), ("from", "1"), ("to", "2")], as: .deputy)
        #expect(page.status == 200 && page.text.contains("Скопировано уроков: 1."))
        #expect(try hand.slots.contains("history 2-2 214"))
        #expect(
            await school.post(
                "/timetable/steps?\(hand.view)&version=\(hand.version)",
                form: [("do", "copy-day"), ("class", "\(school.class7A)"), ("from", "1"), ("to", "1")], as: .deputy
            ).status == 422)
    }
}
