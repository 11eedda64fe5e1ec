import HTTPTypes
import Store
import TestSchool

@testable import SabakApp
@testable import SchoolRules

/// The diary of Айпери as her family opens it, and rows of the school that it shows.
struct DiaryWorld {
    let school: TestSchool
    var child: Int64 { school.id(.student) }
    let today = "2026-11-20"

    static func make(students: Int = 5) async throws -> DiaryWorld {
        DiaryWorld(school: try await TestSchool.make(students: students))
    }

    func page(_ place: String = "", as person: TestSchool.Person = .mother) async -> TestAnswer {
        await school.get("/diary/\(child)\(place)", as: person)
    }

    func week(_ query: String = "", as person: TestSchool.Person = .mother) async -> TestAnswer {
        await school.api(.get, "/api/v1/diary/\(child)\(query)", as: person)
    }

    /// The lessons of a day as programs see them.
    func lessons(on day: String, as person: TestSchool.Person = .mother) async -> [[String: Any]] {
        let days = await week(as: person).json["days"] as? [[String: Any]] ?? []
        return days.first { $0["date"] as? String == day }?["lessons"] as? [[String: Any]] ?? []
    }

    func lesson(_ page: Int64? = nil, _ day: String? = nil) -> Int64 {
        school.lesson(page ?? school.algebra, day ?? today)
    }

    func set(_ column: String, to value: String, on lesson: Int64) throws {
        let statement: SQL =
            switch column {
            case "topic": "UPDATE lesson SET topic = \(value) WHERE school_id = \(school.store.id) AND id = \(lesson)"
            case "homework":
                "UPDATE lesson SET homework = \(value) WHERE school_id = \(school.store.id) AND id = \(lesson)"
            default: "UPDATE lesson SET origin = \(value) WHERE school_id = \(school.store.id) AND id = \(lesson)"
            }
        try school.write { _ = try $0.connection.run(statement) }
    }

    func giveOwnHomework(_ text: String, to student: Int64, at lesson: Int64) throws {
        try school.write { writing in
            _ = try writing.connection.run(
                """
                INSERT INTO own_homework (school_id, lesson_id, student_id, content, at, by_person)
                VALUES (\(writing.school), \(lesson), \(student), \(text), \(writing.instant), \(school.id(.teacher)))
                """)
        }
    }

    func cancel(_ lesson: Int64, because reason: String) throws {
        let id = school.app.ids.next()
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE lesson SET is_cancelled = 1 WHERE school_id = \(writing.school) AND id = \(lesson)")
            _ = try writing.connection.run(
                """
                INSERT INTO lesson_change (school_id, id, lesson_id, kind, reason, at, by_person)
                VALUES (\(writing.school), \(id), \(lesson), 'cancelled', \(reason), \(writing.instant),
                    \(school.id(.deputy)))
                """)
        }
    }

    /// Waits for what is written after the answer.
    func eventually(_ isSo: () throws -> Bool) async rethrows -> Bool {
        for _ in 0..<20_000 {
            if try isSo() { return true }
            await Task.yield()
        }
        return false
    }

    /// Waits until the visit is kept as opened now.
    func visitIsNoted() async throws -> Bool {
        let now = Int(school.clock.now())
        return try await eventually {
            try count("SELECT max(opened_at) FROM diary_visit WHERE school_id = \(school.store.id)") == now
        }
    }

    func count(_ question: SQL) throws -> Int { try school.read { try $0.count(question) } }
}
