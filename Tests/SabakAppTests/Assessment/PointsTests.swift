import Foundation
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

/// Algebra of 7А in Kazakhstan, second quarter.
struct PointsWorld {
    let school: TestSchool
    var child: Int64 { school.id(.student) }

    static func make(hours: Int = 500) async throws -> PointsWorld {
        let world = PointsWorld(school: try await TestSchool.make(students: 3, country: .KZ))
        try world.run("UPDATE page SET hours = \(hours) WHERE school_id = \(world.school.store.id)")
        return world
    }

    func run(_ statement: String) throws {
        try school.write { writing in _ = try writing.connection.script(statement) }
    }

    /// Makes the lesson of a day a work for a section (22) or for the term (23).
    func work(_ kind: Int, on day: String, maximum: Int = 0) throws {
        let lesson = school.lesson(school.algebra, day)
        try run(
            """
            UPDATE lesson SET kind_id = \(kind), maximum = \(maximum)
            WHERE school_id = \(school.store.id) AND id = \(lesson)
            """
        )
    }

    func set(_ mark: String, on day: String, version: Int = 0) async -> Entries.Result {
        await Entries(school: school).set(mark, for: child, on: day, version: version)
    }

    /// ФО 8 and 8, СОр 14 of 20, СОч 18 of 25: 20 + 17.5 + 36.
    func example() async throws {
        try work(22, on: "2026-11-17", maximum: 20)
        try work(23, on: "2026-11-18")
        for (day, mark) in [("2026-11-16", "8"), ("2026-11-19", "8"), ("2026-11-17", "14"), ("2026-11-18", "18")] {
            guard await set(mark, on: day).status == "saved" else { throw Refusal.notFound }
        }
    }
}

@Suite struct PointsTests {
    @Test func `points of a quarter make the per cent of the order's own example`() async throws {
        let world = try await PointsWorld.make()
        try await world.example()
        #expect(await world.set("8", on: "2026-11-13").average == "73,5\u{A0}%")
        let journal = await world.school.get("/pages/\(world.school.algebra)", as: .teacher).text
        #expect(journal.contains("<td class=\"avg\">73,5\u{A0}%<svg"))
        #expect(journal.contains(" data-max=\"25\"") && journal.contains("<em>СОч/25</em>"))
        let finals = await world.school.get("/pages/\(world.school.algebra)/finals?term=2", as: .teacher).text
        #expect(finals.contains(">73,5\u{A0}%</a>"))
    }

    @Test func `the count opens the per cent part by part`() async throws {
        let world = try await PointsWorld.make()
        try await world.example()
        let page = await world.school.get(
            "/pages/\(world.school.algebra)/counts/\(world.child)?term=2", as: .teacher
        ).text
        #expect(page.contains("СОч: 18 из 25, × 50 %") && page.contains(">36</td>"))
        #expect(page.contains("СОр: 14 из 20 баллов всех работ, × 25 %") && page.contains(">17,5</td>"))
        #expect(page.contains("ФО: среднее 8 из 10, × 25 %") && page.contains(">20</td>"))
        #expect(page.contains("<b>73,5\u{A0}%</b>"))
    }

    @Test(arguments: ["26", "25/20", "10/5", "100"])
    func `points beyond the maximum are refused in words, and nothing is written`(typed: String) async throws {
        let world = try await PointsWorld.make()
        try world.work(23, on: "2026-11-18")
        let result = await world.set(typed, on: "2026-11-18")
        #expect(result.status == "refused" && result.message.contains("25"))
        #expect(try world.school.read { try $0.count("SELECT count(*) FROM entry") } == 0)
    }

    @Test func `points may be typed with their maximum, and an absence beside them`() async throws {
        let world = try await PointsWorld.make()
        try world.work(23, on: "2026-11-18")
        #expect(await world.set("18/25", on: "2026-11-18").value == "18")
        #expect(await world.set("н", on: "2026-11-18", version: 1).value != "18")
        #expect(await world.set("0", on: "2026-11-18", version: 2).value == "0")
    }

    @Test func `formative points stay on their scale of ten`() async throws {
        let world = try await PointsWorld.make()
        #expect(await world.set("10", on: "2026-11-18").status == "saved")
        #expect(await world.set("11", on: "2026-11-19").code == "not_on_scale")
        #expect(await world.set("9/8", on: "2026-11-19").value == "9/8")
    }

    @Test func `the maximum of a work is the lesson's to change, not below what stands`() async throws {
        let world = try await PointsWorld.make()
        try world.work(22, on: "2026-11-17", maximum: 20)
        _ = await world.set("14", on: "2026-11-17")
        let lesson = world.school.lesson(world.school.algebra, "2026-11-17")
        let form = { (maximum: String) in
            [("version", "0"), ("kind", "22"), ("topic", "БЖБ 1"), ("maximum", maximum), ("do", "save")]
        }
        let low = await world.school.post("/lessons/\(lesson)", form: form("12"), as: .teacher)
        #expect(low.status == 422 && low.text.contains("14"))
        #expect(await world.school.post("/lessons/\(lesson)", form: form("0"), as: .teacher).status == 422)
        #expect(await world.school.post("/lessons/\(lesson)", form: form("16"), as: .teacher).status == 303)
        #expect(try world.school.read { try $0.count("SELECT maximum FROM entry WHERE slot = 1") } == 16)
    }

    @Test func `kind, maximum and points of one form belong together`() async throws {
        let world = try await PointsWorld.make()
        let lesson = world.school.lesson(world.school.algebra, "2026-11-17")
        let answer = await world.school.post(
            "/lessons/\(lesson)",
            form: [
                ("version", "0"), ("kind", "22"), ("topic", "БЖБ 1"), ("maximum", "20"), ("do", "save"),
                ("version-\(world.child)", "0"), ("was-\(world.child)", ""), ("mark-\(world.child)", "17"),
            ], as: .teacher)
        #expect(answer.status == 303)
        #expect(try world.school.read { try $0.count("SELECT maximum FROM entry WHERE value = '17'") } == 20)
    }

    @Test func `the family sees points with their maximum`() async throws {
        let world = try await PointsWorld.make()
        try await world.example()
        let marks = await world.school.get("/diary/\(world.child)/marks", as: .mother).text
        #expect(marks.contains("18/25") && marks.contains("73,5\u{A0}%"))
        let day = await world.school.get("/diary/\(world.child)?day=2026-11-18", as: .mother).text
        #expect(day.contains("<b class=\"mark\">18/25</b>"))
    }

    @Test func `at one hour a week the second quarter's number takes the first one in`() async throws {
        let world = try await PointsWorld.make(hours: 100)
        let first = world.school.app.ids.next()
        try world.run(
            """
            INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute, end_minute)
                VALUES (\(world.school.store.id), \(first), \(world.school.algebra), \(world.school.class7A),
                    '2026-09-14', 1, 1, 480, 525);
            INSERT INTO entry (school_id, lesson_id, student_id, slot, value, kind_id, weight, changed_at, entered_at,
                entered_by, version)
                VALUES (\(world.school.store.id), \(first), \(world.child), 1, '6', 21, 100, 1, 1, 1, 1);
            """)
        #expect(await world.set("8", on: "2026-11-18").average == "70\u{A0}%")
        let target = "/pages/\(world.school.algebra)"
        #expect(await world.school.get(target, as: .teacher).text.contains("<td class=\"avg\">70\u{A0}%<svg"))
        #expect(await world.school.get(target + "/finals?term=2", as: .teacher).text.contains(">70\u{A0}%</a>"))
        #expect(await world.school.get("/diary/\(world.child)/marks", as: .mother).text.contains("70\u{A0}%"))
        #expect(await world.school.get(target + "/finals?term=1", as: .teacher).text.contains(">60\u{A0}%</a>"))
    }
}
