import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct SettingsTests {
    private func codes(_ school: TestSchool) throws -> [AbsenceCode] {
        try school.read { try SchoolFacts.absenceCodes(school: school.store.id, in: $0) }
    }

    @Test func `a school gives a code its own sign, in each language of record`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/settings/codes", form: [("ru-2", "Бл")], as: .deputy).status == 303)
        let ill = try #require(try codes(school).first { $0.id == 2 })
        #expect(ill.label.ru == "Бл" && ill.label.ky == "О" && ill.category == .ill)
    }

    @Test(arguments: ["5", "Н", "", "две буквы"])
    func `a sign that would be taken for something else is refused in words`(sign: String) async throws {
        let school = try await TestSchool.make()
        let answer = await school.post("/settings/codes", form: [("ru-2", sign)], as: .deputy)
        #expect(answer.status == 422)
        #expect(try codes(school).first { $0.id == 2 }?.label.ru == "Б")
    }

    @Test func `a code is added with its category, and removed only while it is unused`() async throws {
        let school = try await TestSchool.make()
        let form = [("category-new", "excused"), ("ky-new", "ЖШ"), ("ru-new", "СП"), ("kk-new", "ЖШ")]
        #expect(await school.post("/settings/codes", form: form, as: .director).status == 303)
        #expect(try codes(school).last?.category == .excused)
        try school.write { writing in
            _ = try writing.connection.run(
                """
                INSERT INTO entry (school_id, lesson_id, student_id, slot, value, changed_at, entered_at, entered_by,
                    version)
                VALUES (\(writing.school), \(school.lesson(school.algebra, "2026-11-19")), \
                \(school.students[0]), 0, '7',
                    1, 1, 1, 1)
                """)
        }
        #expect(await school.post("/settings/codes", form: [("remove-7", "1")], as: .deputy).status == 422)
        #expect(await school.post("/settings/codes", form: [("remove-6", "1")], as: .deputy).status == 303)
        #expect(try codes(school).map(\.id).contains(6) == false)
    }

    @Test func `a new weight leaves the marks that are written as they are`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            _ = try writing.connection.run(
                """
                INSERT INTO entry (school_id, lesson_id, student_id, slot, value, kind_id, weight, changed_at,
                    entered_at, entered_by, version)
                VALUES (\(writing.school), \(school.lesson(school.algebra, "2026-11-19")), \
                \(school.students[0]), 1, '5',
                    8, 300, 1, 1, 1, 1)
                """)
        }
        #expect(await school.post("/settings/kinds", form: [("weight-8", "2,5")], as: .deputy).status == 303)
        #expect(try school.read { try $0.count("SELECT weight FROM kind_of_work WHERE id = 8") } == 250)
        #expect(try school.read { try $0.count("SELECT weight FROM entry WHERE slot = 1") } == 300)
        #expect(await school.post("/settings/kinds", form: [("weight-8", "many")], as: .deputy).status == 422)
    }

    @Test func `deadlines are the school's to set, and a limit is never before its norm`() async throws {
        let school = try await TestSchool.make()
        let kinds = EntryKind.allCases.map(\.rawValue)
        let usual = kinds.flatMap { [("norm-\($0)", "same_day"), ("limit-\($0)", "same_day")] }
        let marks = usual.map { $0.0 == "limit-mark" ? ($0.0, "days") : $0 } + [("limit-value-mark", "3")]
        let form = marks + [("next-day", "calendar")]
        #expect(await school.post("/settings/deadlines", form: form, as: .deputy).status == 303)
        let rules = try school.read { try SchoolFacts.deadlines(school: school.store.id, in: $0) }
        #expect(rules.mark.limit == .days(3) && rules.nextDayIs == .calendar)
        let reversed = usual.map { $0.0 == "norm-mark" ? ($0.0, "weekly") : $0 }
        #expect(await school.post("/settings/deadlines", form: reversed, as: .deputy).status == 422)
    }

    @Test func `the administrator changes the technical part only`() async throws {
        let school = try await TestSchool.make()
        let form = [("language", "ru"), ("record", "ru"), ("unmarked", "1, 2")]
        #expect(await school.post("/settings/school", form: form, as: .administrator).status == 303)
        #expect(try school.read { try $0.first("SELECT language FROM school") { $0.text(0) } } == "ru")
        let unmarked = "SELECT value FROM setting WHERE name = 'grades.unmarked'" as SQL
        #expect(try school.read { try $0.first(unmarked) { $0.text(0) } } == "1")
        #expect(await school.post("/settings/school", form: form, as: .deputy).status == 303)
        #expect(try school.read { try $0.first(unmarked) { $0.text(0) } } == "1,2")
        #expect(await school.post("/settings/codes", form: [], as: .administrator).code == "")
        #expect(await school.post("/settings/codes", form: [], as: .administrator).status == 403)
        #expect(await school.get("/settings", as: .teacher).status == 403)
    }
}
