import HTTPTypes
import TestEngines
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct DiaryAPITests {
    @Test func `the week of a diary has the agreed shape`() async throws {
        let world = try await DiaryWorld.make()
        let week = await world.week("?week=2026-W47")
        #expect(week.status == 200)
        let student = try #require(week.json["student"] as? [String: Any])
        #expect(student["id"] as? String == "\(world.child)")
        #expect(student["name"] as? String == "Асанова Айпери Бакыт кызы")
        #expect(student["class"] as? String == "7А")
        #expect(week.json["week"] as? String == "2026-W47")
        let days = try #require(week.json["days"] as? [[String: Any]])
        #expect(days.map { $0["date"] as? String }.first == "2026-11-16")
        let lesson = try #require((days[4]["lessons"] as? [[String: Any]])?.first)
        let fields: Set = [
            "id", "number", "start", "end", "subject", "teacher", "substitute", "topic", "material", "homework",
            "marks", "absence", "state",
        ]
        #expect(Set(lesson.keys) == fields)
        #expect(lesson["id"] as? String == "\(world.lesson())")
        #expect(lesson["start"] as? String == "2026-11-20T08:00:00+06:00")
        #expect(lesson["end"] as? String == "2026-11-20T08:45:00+06:00")
        #expect(lesson["subject"] as? String == "Алгебра")
        #expect(lesson["state"] as? String == "due")
    }

    @Test(arguments: ["0001-W01", "2025-W53"])
    func `a week that no calendar has is not found`(week: String) async throws {
        let world = try await DiaryWorld.make()
        #expect(await world.week("?week=\(week)").status == 404)
    }

    @Test(arguments: ["2026-W54", "2026-11", "1-W1", "2026-W00", ""])
    func `a week that does not exist is refused`(week: String) async throws {
        let world = try await DiaryWorld.make()
        let answer = await world.week("?week=\(week)")
        #expect(answer.status == 422 && answer.code == "wrong_week")
    }

    @Test func `without a week the present one is answered`() async throws {
        let world = try await DiaryWorld.make()
        #expect(await world.week().json["week"] as? String == "2026-W47")
    }

    @Test func `a person learns who they are and which children they have`() async throws {
        let world = try await DiaryWorld.make()
        let me = await world.school.api(.get, "/api/v1/me", as: .mother).json
        #expect((me["person"] as? [String: Any])?["id"] as? String == "\(world.school.id(.mother))")
        #expect(me["roles"] as? [String] == ["parent"])
        let children = await world.school.api(.get, "/api/v1/children", as: .mother).items
        #expect(Set(children.compactMap { $0["id"] as? String }) == ["\(world.child)", "\(world.school.brother)"])
        #expect(children.contains { $0["class"] as? String == "8Б" })
        let teacher = await world.school.api(.get, "/api/v1/me", as: .teacher).json
        #expect((teacher["children"] as? [Any])?.isEmpty == true)
    }

    @Test(arguments: ["/diary/", "/api/v1/diary/"])
    func `an unchanged diary is answered 304, and anew after a new mark`(path: String) async throws {
        let world = try await DiaryWorld.make()
        let address = path + "\(world.child)"
        _ = await world.page()
        #expect(try await world.visitIsNoted())
        let tag = try #require(await world.school.get(address, as: .mother).headers[.eTag])
        for _ in 0..<3 {
            let again = await world.school.get(address, as: .mother, headers: [.ifNoneMatch: tag])
            #expect(again.status == 304 && again.text.isEmpty)
        }
        #expect(await world.school.get(address, as: .student, headers: [.ifNoneMatch: "W/\"x\""]).status == 200)
        _ = await Entries(school: world.school).set("5", for: world.child)
        let fresh = await world.school.get(address, as: .mother, headers: [.ifNoneMatch: tag])
        #expect(fresh.status == 200 && fresh.text.contains("5"))
        #expect(fresh.headers[.eTag] != tag)
    }

    @Test func `a kept answer never outlives a change, whichever connection saw it`() async throws {
        let world = try await DiaryWorld.make()
        for number in 0..<30 {
            async let one = world.week()
            async let two = world.week(as: .student)
            _ = await (one, two)
            try world.set("topic", to: "Тема \(number).", on: world.lesson())
            async let three = world.week()
            async let four = world.week(as: .student)
            for answer in await [three, four] { #expect(answer.text.contains("Тема \(number).")) }
        }
    }

    @Test func `the number of questions does not grow with the class or the lessons`() async throws {
        var counts: [[Int]] = []
        for students in [3, 60] {
            let world = try await DiaryWorld.make(students: students)
            let first = await world.school.statements { _ = await world.week() }
            let again = await world.school.statements { _ = await world.week() }
            _ = await world.page()
            #expect(try await world.visitIsNoted())
            // The connection to which facts are told is given back by then.
            try world.school.write { $0.touchesOnly([]) }
            let page = await world.school.statements { _ = await world.page("?day=2026-11-19") }
            counts.append([first, again, page])
        }
        #expect(counts[0][1] == counts[1][1])
        #expect(counts[0][0] == counts[1][0])
        #expect(counts[0][2] == counts[1][2])
        #expect(counts[0][1] <= 5 && counts[0][0] <= 24 && counts[0][2] <= 15, "\(counts)")
    }

    // PostgreSQL's planner goes by how many rows there are, and in a test there are few.
    @Test(.enabled(if: TestEngine.ofPages == .sqlite)) func `the lessons of a week are found by index`() async throws {
        let world = try await DiaryWorld.make()
        let plan = try world.school.read { connection in
            try connection.plan(
                of: """
                    SELECT lesson.id FROM lesson
                    JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
                    LEFT JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
                        AND entry.student_id = \(world.child)
                    WHERE lesson.school_id = \(world.school.store.id)
                        AND lesson.group_id IN \(list: [world.school.class7A])
                        AND lesson.day >= '2026-11-16' AND lesson.day <= '2026-11-22'
                    """)
        }
        #expect(plan.contains { $0.contains("lesson_of_group") })
        #expect(!plan.contains { $0.contains("SCAN lesson") || $0.contains("SCAN entry") })
    }
}
