import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct AbsenceSheetTests {
    private func markAbsent(_ student: Int64, at lesson: Int64, in school: TestSchool) throws {
        try school.write { writing in
            try writing.connection.run(
                "UPDATE lesson SET roll_at = 1 WHERE school_id = \(writing.school) AND id = \(lesson)")
            try writing.connection.run(
                """
                INSERT INTO entry (school_id, lesson_id, student_id, slot, value, changed_at, entered_at, entered_by,
                    version)
                VALUES (\(writing.school), \(lesson), \(student), 0, '1', 1, 1, 1, 1)
                """)
        }
    }

    private func row(of name: String, in text: String) -> Substring {
        text.split(separator: "<tr").first { $0.contains(name) } ?? ""
    }

    @Test func `the day sheet counts by list, present and absent, and says where the roll is open`() async throws {
        let school = try await TestSchool.make()
        try markAbsent(school.students[0], at: school.lesson(school.algebra, "2026-11-20"), in: school)
        let page = await school.get("/absences", as: .deputy)
        #expect(page.status == 200)
        let own = row(of: ">7А</a>", in: page.text)
        #expect(own.contains("<td class=\"num\">5</td><td class=\"num\">4</td><td class=\"num\">1</td>"))
        #expect(own.contains("Абдразаков Азамат"))
        #expect(row(of: ">8Б</a>", in: page.text).contains("Перекличка не отмечена"))
    }

    @Test func `a reason of absence moves the student to its category and leaves the roll as it was`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-20")
        try markAbsent(school.students[0], at: lesson, in: school)
        let answer = await school.post(
            "/absences/reasons",
            form: [
                ("student", "\(school.students[0])"), ("day", "2026-11-20"), ("category", "ill"),
                ("words", "грипп"),
            ], as: .classTeacher)
        #expect(answer.status == 303)
        let (value, version) = try school.read { connection in
            try connection.first(
                """
                SELECT value, version FROM entry
                WHERE school_id = \(school.store.id) AND lesson_id = \(lesson)
                    AND student_id = \(school.students[0]) AND slot = 0
                """
            ) { ($0.text(0), $0.integer(1)) } ?? ("", 0)
        }
        #expect(value == "1" && version == 1)
        #expect(row(of: ">7А</a>", in: await school.get("/absences", as: .deputy).text).contains("class=\"ill\""))
    }

    @Test func `the words of a reason are for those who may read them`() async throws {
        let school = try await TestSchool.make()
        _ = await school.post(
            "/absences/reasons",
            form: [
                ("student", "\(school.students[0])"), ("day", "2026-11-20"), ("category", "ill"),
                ("words", "пневмония"),
            ], as: .classTeacher)
        let address = "/absences?class=\(school.class7A)"
        #expect(await school.get(address, as: .deputy).text.contains("пневмония"))
        #expect(await school.get(address, as: .classTeacher).text.contains("пневмония"))
        let responsible = await school.get(address, as: .responsible)
        #expect(responsible.status == 200)
        #expect(!responsible.text.contains("пневмония"))
    }

    @Test func `nobody sets a reason for a student of another class`() async throws {
        let school = try await TestSchool.make()
        let form = [("student", "\(school.otherChild)"), ("day", "2026-11-20"), ("category", "ill")]
        #expect(await school.post("/absences/reasons", form: form, as: .classTeacher).status == 404)
        #expect(await school.post("/absences/reasons", form: form, as: .deputy).status == 403)
        #expect(await school.get("/absences?class=\(school.class8B)", as: .classTeacher).status == 404)
    }

    @Test func `the class teacher announces an absence, and wrong days come back as they were typed`() async throws {
        let school = try await TestSchool.make()
        let student = "\(school.students[2])"
        let wrong = await school.post(
            "/absences/notices",
            form: [("student", student), ("from", "2026-11-25"), ("to", "2026-11-20"), ("words", "конкурс")],
            as: .classTeacher)
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("value=\"конкурс\""))
        let right = await school.post(
            "/absences/notices",
            form: [
                ("student", student), ("from", "2026-11-23"), ("to", "2026-11-24"), ("category", "excused"),
                ("words", "конкурс"),
            ], as: .classTeacher)
        #expect(right.status == 303)
        let page = await school.get("/absences?day=2026-11-24", as: .classTeacher)
        #expect(row(of: "Бакыт уулу Тилек", in: page.text).contains("конкурс"))
    }
}
