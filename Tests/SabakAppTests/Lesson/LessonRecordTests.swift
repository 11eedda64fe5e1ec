import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// The record of a lesson as programs write it.
struct LessonRecord {
    let school: TestSchool
    var person = TestSchool.Person.teacher
    var day = "2026-11-20"

    var lesson: Int64 { school.lesson(school.algebra, day) }

    /// - Parameter fields: JSON fields without braces.
    func put(_ fields: String, version: Int? = 0) async -> TestAnswer {
        let end = version.map { "\"version\":\($0)" }
        let body = "{" + [fields, end].compactMap { $0?.isEmpty == true ? nil : $0 }.joined(separator: ",") + "}"
        return await school.api(.put, "/api/v1/lessons/\(lesson)", json: body, as: person)
    }

    func stored() throws -> LessonRow {
        try #require(try school.read { try LessonRow.one(lesson, school: school.store.id, in: $0) })
    }
}

@Suite struct LessonRecordTests {
    @Test func `a topic entered on the day of the lesson is in time`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        record.school.clock.set("2026-11-20T23:59")
        let answer = await record.put(#""topic":"Квадрат суммы""#)
        #expect(answer.status == 200)
        #expect(answer.json["topic"] as? String == "Квадрат суммы")
        #expect(answer.json["late"] as? Bool == false)
        #expect(answer.json["state"] as? String == "incomplete")
        #expect(answer.json["version"] as? Int == 1)
    }

    @Test(arguments: [("2026-11-23T12:00", false), ("2026-11-23T12:01", true)])
    func `with noon of the next working day as the limit a topic is late at 12 01`(at: String, isLate: Bool)
        async throws
    {
        let record = LessonRecord(school: try await TestSchool.make())
        try record.school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE deadline_rule SET norm = 'same_day', outer_limit = 'next_day 12:00'
                WHERE school_id = \(writing.school) AND entry_kind = 'lesson'
                """)
        }
        record.school.clock.set(at)
        let answer = await record.put(#""topic":"Квадрат суммы""#)
        #expect(answer.json["late"] as? Bool == isLate)
    }

    @Test func `a late correction of a topic entered in time is not late`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        _ = await record.put(#""topic":"Квадрат суммы""#)
        record.school.clock.set("2026-11-25T10:00")
        let answer = await record.put(#""topic":"Квадрат разности""#, version: 1)
        #expect(answer.json["topic"] as? String == "Квадрат разности")
        #expect(answer.json["late"] as? Bool == false)
    }

    @Test func `a late first entry stays late whatever is corrected later`() async throws {
        let record = LessonRecord(school: try await TestSchool.make(), day: "2026-11-17")
        _ = await record.put(#""topic":"Квадрат суммы""#)
        let answer = await record.put(#""topic":"""#, version: 1)
        #expect(answer.json["late"] as? Bool == true)
    }

    @Test func `topic, confirmed roll and no homework make a lesson complete, with nobody absent`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        let answer = await record.put(#""topic":"Квадрат суммы","rollConfirmed":true,"noHomework":true"#)
        #expect(answer.json["state"] as? String == "complete")
        #expect(answer.json["rollConfirmed"] as? Bool == true)
        let cells = try record.school.read { try $0.count("SELECT count(*) FROM entry") }
        #expect(cells == 0)
    }

    @Test(arguments: [
        #""topic":"Т","rollConfirmed":true"#, #""topic":"Т","noHomework":true"#,
        #""rollConfirmed":true,"homework":"§ 5""#,
    ])
    func `without one of the three parts a lesson is not complete`(fields: String) async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        #expect(await record.put(fields).json["state"] as? String == "incomplete")
    }

    @Test func `fields that are not named stay as they are`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        _ = await record.put(#""topic":"Квадрат суммы","material":"Таблица","homework":"§ 5""#)
        let answer = await record.put(#""rollConfirmed":true"#, version: 1)
        #expect(answer.json["topic"] as? String == "Квадрат суммы")
        #expect(answer.json["material"] as? String == "Таблица")
        #expect(answer.json["homework"] as? String == "§ 5")
    }

    @Test func `homework and no homework exclude each other`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        #expect(await record.put(#""homework":"§ 5","noHomework":true"#).status == 422)
        _ = await record.put(#""noHomework":true"#)
        let set = await record.put(#""homework":"§ 5""#, version: 1)
        #expect(set.json["noHomework"] as? Bool == false)
        let none = await record.put(#""noHomework":true"#, version: 2)
        #expect(none.json["homework"] as? String == "")
    }

    @Test func `a stale version changes nothing and is a conflict`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        _ = await record.put(#""topic":"Квадрат суммы""#)
        let answer = await record.put(#""topic":"Другая""#)
        #expect(answer.status == 409)
        #expect(answer.code == "changed_meanwhile")
        #expect(try record.stored().topic == "Квадрат суммы")
    }

    @Test func `a request without a version, with a wrong type or too long a topic is not taken`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        #expect(await record.put(#""topic":"Т""#, version: nil).status == 422)
        #expect(await record.put(#""topic":5"#).status == 422)
        #expect(await record.put("\"topic\":\"\(String(repeating: "т", count: 501))\"").status == 422)
        #expect(try record.stored().version == 0)
    }

    @Test func `homework in advance is planned and never late, and the lesson is not held`() async throws {
        let record = LessonRecord(school: try await TestSchool.make(), day: "2026-11-26")
        let answer = await record.put(#""topic":"Степени","homework":"§ 6""#)
        #expect(answer.json["state"] as? String == "planned")
        #expect(answer.json["late"] as? Bool == false)
    }

    @Test func `the roll of a lesson that has not begun cannot be confirmed`() async throws {
        let record = LessonRecord(school: try await TestSchool.make(), day: "2026-11-23")
        let answer = await record.put(#""rollConfirmed":true"#)
        #expect(answer.status == 422)
        #expect(answer.code == "not_begun")
        record.school.clock.set("2026-11-23T08:00")
        #expect(await record.put(#""rollConfirmed":true"#).status == 200)
    }

    @Test func `a roll taken back and confirmed again keeps the time of the first`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        _ = await record.put(#""rollConfirmed":true"#)
        let first = try record.stored().rollAt
        _ = await record.put(#""rollConfirmed":false"#, version: 1)
        #expect(try record.stored().isRollConfirmed == false)
        record.school.clock.set("2026-11-27T10:00")
        _ = await record.put(#""rollConfirmed":true"#, version: 2)
        #expect(try record.stored().rollAt == first)
        #expect(try record.stored().isLate == false)
    }

    @Test func `nothing is written in a closed term`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        try record.school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE term SET closed_at = 1 WHERE school_id = \(writing.school) AND from_day <= '2026-11-20'
                    AND to_day >= '2026-11-20'
                """)
        }
        let answer = await record.put(#""topic":"Т""#)
        #expect(answer.status == 409)
        #expect(answer.code == "term_closed")
    }

    @Test func `a cancelled lesson takes no record`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        try record.school.write { writing in
            _ = try writing.connection.run(
                "UPDATE lesson SET is_cancelled = 1 WHERE school_id = \(writing.school) AND id = \(record.lesson)")
        }
        #expect(await record.put(#""topic":"Т""#).code == "lesson_cancelled")
    }

    @Test func `control work needs a topic of its own before the roll is confirmed`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        try record.school.write { writing in
            _ = try writing.connection.run(
                "UPDATE lesson SET kind_id = 8 WHERE school_id = \(writing.school) AND id = \(record.lesson)")
        }
        #expect(await record.put(#""rollConfirmed":true"#).code == "work_topic_missing")
        #expect(await record.put(#""topic":"Контрольная № 2","rollConfirmed":true"#).status == 200)
    }

    @Test func `a substitute writes the lesson named and no other`() async throws {
        let school = try await TestSchool.make()
        try school.substitute(.substitute, for: school.lesson(school.algebra, "2026-11-20"))
        #expect(await LessonRecord(school: school, person: .substitute).put(#""topic":"Т""#).status == 200)
        let other = LessonRecord(school: school, person: .substitute, day: "2026-11-19")
        #expect(await other.put(#""topic":"Т""#).status == 404)
    }

    @Test(arguments: [
        (TestSchool.Person.classTeacher, 403, "read_only"), (.otherTeacher, 404, "not_found"),
        (.deputy, 403, "forbidden"), (.student, 403, "forbidden"), (.mother, 403, "forbidden"),
    ])
    func `whoever does not teach the page does not write its lessons`(
        person: TestSchool.Person, status: Int, code: String
    ) async throws {
        let record = LessonRecord(school: try await TestSchool.make(), person: person)
        let answer = await record.put(#""topic":"Т""#)
        #expect(answer.status == status)
        #expect(answer.code == code)
        #expect(try record.stored().topic == "")
    }

    @Test func `every change stands in the audit chain, its text only as a digest`() async throws {
        let record = LessonRecord(school: try await TestSchool.make())
        _ = await record.put(#""topic":"Квадрат суммы","rollConfirmed":true"#)
        let rows = try record.school.read { connection in
            try connection.all(
                """
                SELECT audit.action, audit.before, audit.after, audit_text.content FROM audit
                JOIN audit_text ON audit_text.seq = audit.seq
                WHERE audit.object = \("lesson/\(record.lesson)") ORDER BY audit.seq
                """
            ) { [$0.text(0), $0.text(1), $0.text(2), $0.text(3)] }
        }
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(row[0] == "lesson.record")
        #expect(row[1].contains("topic=0") && row[2].contains("topic=1") && row[2].contains("roll=1"))
        #expect(!row[2].contains("Квадрат"))
        #expect(row[3].contains("Квадрат суммы"))
    }
}
