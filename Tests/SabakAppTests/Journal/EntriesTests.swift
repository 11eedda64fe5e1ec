import Foundation
import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp

/// Asks for cells to be written, as the grid and programs do.
struct Entries {
    let school: TestSchool
    var person = TestSchool.Person.teacher
    var page: Int64?

    static func entry(
        _ lesson: Int64, _ student: Int64, _ set: String, version: Int = 0, more: String = ""
    ) -> String {
        #"{"lesson":"\#(lesson)","student":"\#(student)","set":"\#(set)","version":\#(version)\#(more)}"#
    }

    func send(_ entries: [String], key: String = UUID().uuidString) async -> TestAnswer {
        await school.api(
            .post, "/api/v1/pages/\(page ?? school.algebra)/entries",
            json: #"{"entries":[\#(entries.joined(separator: ","))]}"#, as: person,
            headers: [.idempotencyKey: key, .acceptLanguage: "en"])
    }

    func results(_ entries: [String]) async -> [Result] {
        let rows = await send(entries).json["results"] as? [[String: Any]] ?? []
        return rows.map(Result.init)
    }

    /// Sets one cell of the lesson of a day.
    func set(_ set: String, for student: Int64, on day: String = "2026-11-20", version: Int = 0, more: String = "")
        async -> Result
    {
        let lesson = school.lesson(page ?? school.algebra, day)
        let results = await results([Self.entry(lesson, student, set, version: version, more: more)])
        return results.first ?? Result([:])
    }

    struct Result: Equatable {
        let status, value, code, message, average, by, comment: String
        let version: Int
        let isLate: Bool

        init(_ row: [String: Any]) {
            status = row["status"] as? String ?? ""
            value = row["value"] as? String ?? ""
            code = row["code"] as? String ?? ""
            message = row["message"] as? String ?? ""
            average = row["average"] as? String ?? ""
            by = row["by"] as? String ?? ""
            comment = row["comment"] as? String ?? ""
            version = row["version"] as? Int ?? -1
            isLate = row["late"] as? Bool ?? false
        }
    }
}

@Suite struct EntriesTests {
    @Test func `a mark is saved with version 1 and shown with its kind and weight`() async throws {
        let school = try await TestSchool.make()
        let result = await Entries(school: school).set("5", for: school.students[0])
        #expect(result.status == "saved")
        #expect(result.value == "5")
        #expect(result.version == 1)
        #expect(result.average == "5,00")
        let page = await school.api(.get, "/api/v1/pages/\(school.algebra)", as: .teacher)
        let cells = try #require(page.json["cells"] as? [[String: Any]])
        let mark = try #require((cells.first?["marks"] as? [[String: Any]])?.first)
        #expect(cells.count == 1)
        #expect(cells[0]["value"] as? String == "5")
        #expect(mark["kind"] as? String == "lesson-answer")
        #expect(mark["kindName"] as? String == "Ответ на уроке")
        #expect(mark["weight"] as? Int == 1)
    }

    @Test(arguments: [
        ("5/4", "5/4"), ("н", "Ж"), ("H", "Ж"), ("О 4", "О 4"), ("кеч 8", "кеч 8'"), (" 4 ", "4"), ("с/с", "С/С"),
    ])
    func `what a teacher types is read by the language of the journal`(typed: String, shown: String) async throws {
        let school = try await TestSchool.make(students: 3)
        #expect(await Entries(school: school).set(typed, for: school.students[0]).value == shown)
    }

    @Test(arguments: [
        ("6", "not_on_scale", "6 is not on the scale: 5 4 3 2"), ("5/4/3", "too_many_marks", ""),
        ("чт", "unknown_text", ""), ("5 4", "marks_need_slash", ""),
    ])
    func `what cannot be read is refused and says what may be typed`(
        typed: String, code: String, words: String
    ) async throws {
        let school = try await TestSchool.make(students: 3)
        let lesson = school.lesson(school.algebra, "2026-11-20")
        let entry = Entries.entry(lesson, school.students[0], typed)
        let results = await Entries(school: school).results([entry])
        let result = try #require(results.first)
        #expect(result.status == "refused")
        #expect(result.code == code)
        #expect(!result.message.isEmpty)
        #expect(result.version == 0)
        if !words.isEmpty {
            let refusal = CellTexts.words(.notOnScale(typed), scale: .fivePoint, codes: [], language: .ky)
            #expect(refusal.en == words)
        }
    }

    @Test func `a stale version is a conflict that shows what stands there and who wrote it`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        _ = await entries.set("5", for: school.students[0])
        let result = await entries.set("4", for: school.students[0], version: 0)
        #expect(result.status == "conflict")
        #expect(result.value == "5")
        #expect(result.version == 1)
        #expect(result.by == "Осмонова Г. Т.")
    }

    @Test func `a withdrawn mark keeps its version, so that a stale write cannot raise it from the dead`() async throws
    {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        _ = await entries.set("5", for: school.students[0])
        #expect(await entries.set("", for: school.students[0], version: 1).version == 2)
        #expect(await entries.set("5", for: school.students[0], version: 0).status == "conflict")
        #expect(await entries.set("5", for: school.students[0], version: 1).status == "conflict")
        let again = await entries.set("4", for: school.students[0], version: 2)
        #expect(again.status == "saved")
        #expect(again.version == 3)
    }

    @Test func `setting what stands there already is saved and leaves no history`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        _ = await entries.set("5/4", for: school.students[0])
        let before = try rows(of: "audit", in: school)
        let result = await entries.set("5/4", for: school.students[0], version: 1)
        #expect(result.status == "saved")
        #expect(result.version == 1)
        #expect(try rows(of: "audit", in: school) == before)
    }

    @Test func `of two marks the first that changes stays the first, in the answer and in the chain`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        _ = await entries.set("3/4", for: school.students[0])
        #expect(await entries.set("5/4", for: school.students[0], version: 1).value == "5/4")
        #expect(try AuditProof.verify(school.store.id, in: school.app.store).firstBad == nil)
    }

    @Test func `two entries for one cell are applied one after the other`() async throws {
        let school = try await TestSchool.make()
        let (lesson, student) = (school.lesson(school.algebra, "2026-11-20"), school.students[0])
        let results = await Entries(school: school).results([
            Entries.entry(lesson, student, "3"), Entries.entry(lesson, student, "4", version: 1),
            Entries.entry(lesson, student, "5"),
        ])
        #expect(results.map(\.status) == ["saved", "saved", "conflict"])
        #expect(results.map(\.version) == [1, 2, 2])
    }

    @Test func `one bad entry stops no other, and results come in the order asked`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-20")
        let results = await Entries(school: school).results([
            Entries.entry(1, school.students[0], "5"), Entries.entry(lesson, 1, "5"),
            Entries.entry(lesson, school.otherChild, "5"), Entries.entry(lesson, school.students[1], "4"),
        ])
        #expect(results.map(\.code) == ["unknown_lesson", "unknown_student", "unknown_student", ""])
        #expect(results.last?.status == "saved")
    }

    @Test func `a mark set after noon of the next working day is kept and shown as late`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        school.clock.set("2026-11-23T12:00")
        #expect(await !entries.set("5", for: school.students[0]).isLate)
        school.clock.set("2026-11-23T12:01")
        let late = await entries.set("4", for: school.students[1])
        #expect(late.status == "saved")
        #expect(late.isLate)
    }

    @Test func `a later correction of a mark entered in time is history, not lateness`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        _ = await entries.set("3", for: school.students[0])
        school.clock.set("2026-11-26T10:00")
        let result = await entries.set("5", for: school.students[0], version: 1)
        #expect(result.status == "saved")
        #expect(!result.isLate)
        let kept = try school.read { connection in
            try connection.all(
                "SELECT previous, entered_at FROM entry WHERE school_id = \(school.store.id) ORDER BY slot"
            ) { ($0.text(0), $0.integer(1)) }
        }
        #expect(kept.first?.0 == "3")
        #expect(kept.first?.1 == school.clock.instant("2026-11-20T09:00"))
    }

    @Test func `an absence is late after the day of the lesson`() async throws {
        let school = try await TestSchool.make()
        school.clock.set("2026-11-21T08:00")
        #expect(await Entries(school: school).set("н", for: school.students[0]).isLate)
    }

    @Test func `nothing is entered for a lesson that has not begun`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        #expect(await entries.set("н", for: school.students[0], on: "2026-11-23").code == "not_begun")
        #expect(await entries.set("5", for: school.students[0], on: "2026-11-23").code == "not_begun")
        school.clock.set("2026-11-23T08:00")
        #expect(await entries.set("5", for: school.students[0], on: "2026-11-23").status == "saved")
    }

    @Test func `a student who was not on the list that day gets no mark`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[2]
        try change(
            school,
            "UPDATE enrolment SET to_day = '2026-11-18' WHERE school_id = \(school.store.id)"
                + " AND student_id = \(student)")
        let entries = Entries(school: school)
        #expect(await entries.set("5", for: student, on: "2026-11-18").status == "saved")
        #expect(await entries.set("5", for: student, on: "2026-11-19").code == "not_enrolled")
    }

    @Test func `a cancelled lesson and a closed term take no marks`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        let lesson = school.lesson(school.algebra, "2026-11-19")
        try change(school, "UPDATE lesson SET is_cancelled = 1 WHERE school_id = \(school.store.id) AND id = \(lesson)")
        #expect(await entries.set("5", for: school.students[0], on: "2026-11-19").code == "lesson_cancelled")
        try change(school, "UPDATE term SET closed_at = 1 WHERE school_id = \(school.store.id)")
        #expect(await entries.set("5", for: school.students[0]).code == "term_closed")
    }

    @Test func `a mark for somebody absent is kept with a warning`() async throws {
        let school = try await TestSchool.make()
        let result = await Entries(school: school).set("О 4", for: school.students[0])
        #expect(result.status == "saved")
        #expect(result.code == "marked_while_absent")
        #expect(!result.message.isEmpty)
    }

    @Test func `a comment is kept with its mark and goes with it`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        let student = school.students[0]
        _ = await entries.set("4", for: student)
        let said = await entries.set("4", for: student, version: 1, more: #","comment":" Жакшы \n ойлондуң ""#)
        #expect(said.comment == "Жакшы ойлондуң")
        #expect(said.version == 2)
        #expect(await entries.set("5", for: student, version: 2).comment == "Жакшы ойлондуң")
        #expect(await entries.set("", for: student, version: 3).comment == "")
        #expect(await entries.set("", for: student, version: 4, more: #","comment":"x""#).code == "nothing_to_comment")
    }

    @Test func `the average weighs marks by the kind of work`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        _ = await entries.set("3", for: school.students[0], on: "2026-11-19", more: #","kind":"8""#)
        #expect(await entries.set("5", for: school.students[0]).average == "3,50")
        #expect(await entries.set("5", for: school.students[1], more: #","kind":"99""#).code == "unknown_kind")
    }

    private func rows(of table: String, in school: TestSchool) throws -> Int {
        try school.read { try $0.count("SELECT count(*) FROM audit WHERE school_id = \(school.store.id)") }
    }
}

/// Runs a statement that a test needs.
func change(_ school: TestSchool, _ statement: String) throws {
    try school.write { try $0.connection.script(statement) }
}
