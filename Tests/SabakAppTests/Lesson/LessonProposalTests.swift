import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct LessonProposalTests {
    private func announce(_ category: String, for student: Int64, by person: TestSchool.Person, in school: TestSchool)
        throws
    {
        let id = school.app.ids.next()
        try school.write { writing in
            _ = try writing.connection.run(
                """
                INSERT INTO absence_notice (school_id, id, student_id, from_day, to_day, category, content, at,
                    by_person)
                VALUES (\(writing.school), \(id), \(student), '2026-11-20', '2026-11-20', \(category), 'температура',
                    \(writing.instant), \(school.id(person)))
                """)
        }
    }

    @Test func `who was absent in algebra is proposed as absent in history, and kept only when confirmed`() async throws
    {
        let school = try await TestSchool.make()
        let student = school.students[0]
        let algebra = LessonForm(school: school)
        _ = await algebra.send(algebra.line(student, absence: "Ж") + [("do", "confirm")])
        let history = LessonForm(school: school, person: .classTeacher, page: school.history)
        let page = await history.open().text
        #expect(page.contains(#"name="asked-\#(student)" value="Ж""#))
        #expect(page.contains("на 1-м уроке"))
        let line = history.line(student, absence: "Ж", asked: "Ж")
        _ = await history.send(line + [("do", "save")])
        #expect(try history.cell(student) == "")
        _ = await history.send(line + [("do", "confirm")])
        #expect(try history.cell(student) == "Ж")
        #expect(try history.stored().isRollConfirmed)
    }

    @Test func `a parent's announcement is proposed with the reason and without the parent's words`() async throws {
        let school = try await TestSchool.make()
        try announce("ill", for: school.id(.student), by: .mother, in: school)
        let page = await LessonForm(school: school).open().text
        #expect(page.contains(#"name="asked-\#(school.id(.student))" value="О""#))
        #expect(page.contains("Родители: болеет"))
        #expect(!page.contains("температура"))
        #expect(page.contains(#"<output data-count="asked">1</output>"#))
    }

    @Test func `the class teacher's announcement is proposed as such`() async throws {
        let school = try await TestSchool.make()
        try announce("excused", for: school.students[0], by: .classTeacher, in: school)
        #expect(await LessonForm(school: school).open().text.contains("Классный руководитель:"))
    }

    @Test func `a confirmed roll proposes nobody any more`() async throws {
        let school = try await TestSchool.make()
        let form = LessonForm(school: school)
        _ = await form.send([("do", "confirm")])
        try announce("ill", for: school.id(.student), by: .mother, in: school)
        #expect(!(await form.open().text.contains("class=\"asked\"")))
    }

    @Test func `the plan proposes the next topic, and taking it moves the plan on`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            _ = try PlanWriting.write(
                title: "Алгебра, 7", subject: try Self.algebra(school, writing), grade: 7,
                author: school.id(.teacher), rows: (1...40).map { PlanRow(number: $0, topic: "Тема \($0)") },
                pages: [school.algebra], ids: school.app.ids, in: writing)
        }
        let first = LessonForm(school: school, day: "2026-11-02")
        #expect(await first.open().text.contains(">Тема 1</textarea>"))
        _ = await first.send([("topic", "Тема 3"), ("noHomework", "1"), ("do", "confirm")])
        #expect(try first.stored().planRow == 3)
        let second = await LessonForm(school: school, day: "2026-11-03").open().text
        #expect(second.contains(">Тема 4</textarea>"))
        #expect(second.contains("по плану, № 4"))
    }

    static func algebra(_ school: TestSchool, _ writing: Writing) throws -> Int64 {
        Int64(try writing.connection.count("SELECT subject_id FROM page WHERE id = \(school.algebra)"))
    }

    @Test func `topic and homework go to the parallel class where it has none of its own`() async throws {
        let school = try await TestSchool.make()
        let target = try Self.addParallel(to: school)
        let form = LessonForm(school: school)
        #expect(await form.open().text.contains(#"name="copy" value="\#(target)""#))
        let answer = await form.send([("topic", "Квадрат суммы"), ("homework", "§ 5"), ("copy", "\(target)")])
        #expect(answer.headers[.location] == form.address + "?note=copied&to=\(target)")
        let copied = try #require(
            try school.read { try LessonRow.one(target, school: school.store.id, in: $0) })
        #expect(copied.topic == "Квадрат суммы" && copied.homework == "§ 5")
        let again = await form.send([("topic", "Куб суммы"), ("homework", "§ 5"), ("copy", "\(target)")], version: 1)
        #expect(again.headers[.location] == form.address + "?note=notcopied&to=\(target)")
    }

    @Test func `nothing is copied to a lesson the teacher does not teach`() async throws {
        let school = try await TestSchool.make()
        let form = LessonForm(school: school)
        let foreign = school.lesson(school.geography, "2026-11-20")
        #expect(await form.send([("topic", "Т"), ("copy", "\(foreign)")]).status == 404)
        #expect(try form.stored().topic == "")
    }

    /// A class 7Б with algebra by the same teacher, and its lesson on the next Monday.
    private static func addParallel(to school: TestSchool) throws -> Int64 {
        let lesson = school.app.ids.next()
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let parallel = try roster.addClass(ClassName("7Б")!, year: 2026, language: "ky")
            let page = try roster.page(
                subject: try algebra(school, writing), group: parallel, class: parallel, year: 2026, hours: 500)
            try roster.addLoad(page: page, teacher: school.id(.teacher), hours: 500, from: "2026-09-01")
            try writing.connection.run(
                """
                INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute, end_minute)
                VALUES (\(writing.school), \(lesson), \(page), \(parallel), '2026-11-23', 3, 1, 590, 635)
                """)
        }
        return lesson
    }
}
