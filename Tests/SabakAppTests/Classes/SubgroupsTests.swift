import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

/// A class divided into subgroups, and those who go from one to the other.
@Suite struct SubgroupsTests {
    /// Two subgroups of 7А with a page of their own subject; the first student is in the first since September.
    private func makeSubgroups(in school: TestSchool) throws -> (one: Int64, other: Int64) {
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let subject = try roster.subject(named: "Английский язык")
            let groups = try ["1-топ", "2-топ"].map { name in
                let group = try roster.addGroup(kind: "subgroup", name: name, year: 2026, class: school.class7A)
                _ = try roster.page(
                    subject: subject, group: group, class: school.class7A, year: 2026, hours: 300)
                return group
            }
            try roster.enrol(school.students[0], in: groups[0], from: "2026-09-01")
            return (groups[0], groups[1])
        }
    }

    private func memberships(of group: Int64, in school: TestSchool) throws -> [String] {
        try school.read { connection in
            try connection.all(
                """
                SELECT student_id, from_day, to_day FROM enrolment
                WHERE school_id = \(school.store.id) AND group_id = \(group) ORDER BY student_id, from_day
                """
            ) { "\($0.integer(0)) \($0.text(1))/\($0.text(2))" }
        }
    }

    @Test func `a move between subgroups closes one membership, opens the other and leaves the marks`() async throws {
        let school = try await TestSchool.make()
        let (one, other) = try makeSubgroups(in: school)
        let lesson = school.lesson(school.algebra, "2026-11-19")
        try school.write { writing in
            _ = try writing.connection.run(
                """
                INSERT INTO entry (school_id, lesson_id, student_id, slot, value, changed_at, entered_at, entered_by,
                    version)
                VALUES (\(writing.school), \(lesson), \(school.students[0]), 1, '5', 1, 1, 1, 1)
                """)
        }
        let answer = await school.post(
            "/classes/\(school.class7A)/subgroups",
            form: [
                ("split", "\(one)"), ("from", "2026-11-23"), ("group-\(school.students[0])", "\(other)"),
                ("group-\(school.students[1])", "\(one)"),
            ], as: .classTeacher)
        #expect(answer.status == 303)
        #expect(
            try memberships(of: one, in: school) == [
                "\(school.students[0]) 2026-09-01/2026-11-22", "\(school.students[1]) 2026-11-23/9999-12-31",
            ])
        #expect(try memberships(of: other, in: school) == ["\(school.students[0]) 2026-11-23/9999-12-31"])
        let mark = try school.read { connection in
            try connection.first(
                """
                SELECT value FROM entry
                WHERE school_id = \(school.store.id) AND lesson_id = \(lesson)
                    AND student_id = \(school.students[0]) AND slot = 1
                """
            ) { $0.text(0) }
        }
        #expect(mark == "5")
    }

    @Test func `a move between subgroups in term 2 leaves the lists and the marks of term 1 as they were`() async throws
    {
        let school = try await TestSchool.make()
        let (one, other) = try makeSubgroups(in: school)
        let student = school.students[0]
        try school.write { writing in
            for group in [one, other] {
                let page = try writing.connection.first(
                    "SELECT id FROM page WHERE school_id = \(writing.school) AND group_id = \(group)"
                ) { $0.integer(0) }
                for (number, day) in ["2026-10-06", "2026-11-24"].enumerated() {
                    let lesson = school.app.ids.next()
                    _ = try writing.connection.run(
                        """
                        INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute,
                            end_minute, room)
                        VALUES (\(writing.school), \(lesson), \(page ?? 0), \(group), \(day), 3, 1, 600, 645, '')
                        """)
                    guard group == one, number == 0 else { continue }
                    _ = try writing.connection.run(
                        """
                        INSERT INTO entry (school_id, lesson_id, student_id, slot, value, changed_at, entered_at,
                            entered_by, version)
                        VALUES (\(writing.school), \(lesson), \(student), 1, '4', 1, 1, 1, 1)
                        """)
                }
            }
        }
        let form = [("split", "\(one)"), ("from", "2026-11-09"), ("group-\(student)", "\(other)")]
        #expect(await school.post("/classes/\(school.class7A)/subgroups", form: form, as: .classTeacher).status == 303)
        #expect(try memberships(of: one, in: school) == ["\(student) 2026-09-01/2026-11-08"])
        #expect(try memberships(of: other, in: school) == ["\(student) 2026-11-09/9999-12-31"])
        let page = try school.read { connection in
            try connection.first(
                "SELECT id FROM page WHERE school_id = \(school.store.id) AND group_id = \(one)"
            ) { $0.integer(0) } ?? 0
        }
        let first = await school.get("/pages/\(page)?term=1", as: .deputy).text
        #expect(first.contains("Абдразаков"))
        #expect(first.contains(">4<"))
    }

    @Test func `a division takes over how the class is divided for another subject`() async throws {
        let school = try await TestSchool.make()
        let (one, _) = try makeSubgroups(in: school)
        let added = await school.post(
            "/classes/\(school.class7A)/subgroups/new", form: [("title", "Информатика"), ("count", "2")],
            as: .classTeacher)
        #expect(added.status == 303)
        let address = try #require(added.headers[.location])
        let page = await school.get("\(address)&fill=\(one)", as: .classTeacher)
        let row = page.text.components(separatedBy: "<tr>").first { $0.contains("group-\(school.students[0])") } ?? ""
        #expect(row.firstMatch(of: /value="[0-9]+"[^>]*checked/) != nil)
    }

    @Test func `groups to which nobody belongs are told to the class teacher, the school and the teacher`() async throws
    {
        let school = try await TestSchool.make()
        let (one, _) = try makeSubgroups(in: school)
        let own = "/classes/\(school.class7A)"
        #expect(await school.get(own, as: .classTeacher).text.contains("не поделён") == false)
        #expect(await school.get("/completeness/noPupils", as: .deputy).text.contains("Английский язык · 2-топ"))
        #expect(await school.get("/readiness", as: .deputy).text.contains("без учеников: 1 страница"))
        _ = try school.write { writing in
            try writing.connection.run(
                "DELETE FROM enrolment WHERE school_id = \(writing.school) AND group_id = \(one)")
        }
        let page = await school.get(own, as: .classTeacher)
        #expect(page.text.contains("Класс не поделён на группы: Английский язык."))
        #expect(page.text.contains("href=\"\(own)/subgroups\""))
        #expect(await school.get("/readiness", as: .deputy).text.contains("классы не поделены на группы"))
        #expect(page.text.contains("Семьи без доступа к дневнику: "))
        let deputy = await school.get(own, as: .deputy)
        #expect(!deputy.text.contains("не поделён") && !deputy.text.contains("Семьи без доступа"))
    }

    @Test func `saving a division again changes nothing`() async throws {
        let school = try await TestSchool.make()
        let (one, _) = try makeSubgroups(in: school)
        let form = [("split", "\(one)"), ("from", "2026-11-23"), ("group-\(school.students[0])", "\(one)")]
        _ = await school.post("/classes/\(school.class7A)/subgroups", form: form, as: .deputy)
        #expect(try memberships(of: one, in: school) == ["\(school.students[0]) 2026-09-01/9999-12-31"])
    }

    @Test func `filling by turns proposes one student for each group in turn`() async throws {
        let school = try await TestSchool.make()
        let (one, other) = try makeSubgroups(in: school)
        let page = await school.get("/classes/\(school.class7A)/subgroups?split=\(one)&fill=turns", as: .deputy)
        #expect(page.text.contains("<output data-total=\"\(one)\">3</output>"))
        #expect(page.text.contains("<output data-total=\"\(other)\">2</output>"))
        #expect(try memberships(of: other, in: school).isEmpty)
    }

    @Test func `a day of another year is refused, and what was chosen stays`() async throws {
        let school = try await TestSchool.make()
        let (one, other) = try makeSubgroups(in: school)
        let answer = await school.post(
            "/classes/\(school.class7A)/subgroups",
            form: [("split", "\(one)"), ("from", "2019-01-01"), ("group-\(school.students[0])", "\(other)")],
            as: .deputy)
        #expect(answer.status == 422)
        #expect(answer.text.contains("<output data-total=\"\(other)\">1</output>"))
        #expect(try memberships(of: other, in: school).isEmpty)
    }
}
