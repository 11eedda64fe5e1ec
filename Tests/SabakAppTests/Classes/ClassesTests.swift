import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct ClassesTests {
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

    @Test func `the class teacher lands in the own class and sees its list with contacts`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.get("/classes", as: .classTeacher)
        #expect(answer.headers[.location] == "/classes/\(school.class7A)")
        let page = await school.get("/classes/\(school.class7A)", as: .classTeacher)
        #expect(page.text.contains("Асанова Гүлжан"))
        #expect(await school.get("/classes/\(school.class8B)", as: .classTeacher).status == 404)
    }

    @Test func `a subject teacher sees number and name only, and no other class`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/classes/\(school.class7A)", as: .teacher)
        #expect(page.status == 200)
        #expect(page.text.contains("Асанова Айпери Бакыт кызы"))
        #expect(!page.text.contains("Асанова Гүлжан"))
        #expect(!page.text.contains("/students/"))
        #expect(await school.get("/classes/\(school.class8B)", as: .teacher).status == 404)
    }

    @Test func `clerk and administrator see lists, but no pages of the journal`() async throws {
        let school = try await TestSchool.make()
        for person in [TestSchool.Person.clerk, .administrator] {
            #expect(await school.get("/classes/\(school.class7A)", as: person).status == 200)
            #expect(await school.get("/classes/\(school.class7A)/pages", as: person).status == 403)
            #expect(await school.get("/pages/\(school.algebra)", as: person).status == 403)
        }
        #expect(!(await school.get("/classes/\(school.class7A)", as: .administrator).text.contains("Асанова Гүлжан")))
    }

    @Test func `the pages of a class name who keeps them and the last entry`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/classes/\(school.class7A)/pages", as: .classTeacher)
        #expect(page.text.contains("href=\"/pages/\(school.algebra)\""))
        #expect(page.text.contains("Осмонова Гүлнара Таалайевна"))
        #expect(!page.text.contains("href=\"/pages/\(school.geography)\""))
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

    @Test func `what is refused of a class, its teacher or its groups comes back as it was typed`() async throws {
        let school = try await TestSchool.make()
        let twice = await school.post("/classes", form: [("name", "7 а"), ("room", "12"), ("shift", "2")], as: .deputy)
        #expect(twice.status == 422)
        #expect(twice.text.contains("id=\"name-err\"") && twice.text.contains("value=\"7 а\""))
        #expect(twice.text.contains("value=\"12\"") && twice.text.contains("<option value=\"2\" selected>"))
        let leader = await school.post(
            "/classes/\(school.class7A)/leader",
            form: [("person", "\(school.id(.otherTeacher))"), ("from", "2019-01-01")], as: .deputy)
        #expect(leader.status == 422)
        #expect(leader.text.contains("id=\"leader-from-err\"") && leader.text.contains("value=\"2019-01-01\""))
        #expect(leader.text.contains("<option value=\"\(school.id(.otherTeacher))\" selected>"))
        let groups = await school.post(
            "/classes/\(school.class7A)/subgroups/new", form: [("title", ""), ("count", "3")], as: .classTeacher)
        #expect(groups.status == 422)
        #expect(groups.text.contains("id=\"title-err\"") && groups.text.contains("<option value=\"3\" selected>"))
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

    @Test func `a proposed link waits for the class teacher and opens nothing before`() async throws {
        let school = try await TestSchool.make()
        let child = school.students[0]
        try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids).addGuardian(
                school.id(.otherFather), of: child, relation: "father", from: "2026-11-20", isConfirmed: false)
        }
        #expect(await school.get("/diary/\(child)", as: .otherFather).status == 404)
        #expect(await school.get("/classes/\(school.class7A)", as: .classTeacher).text.contains("Ждут подтверждения"))
        let form = [("guardian", "\(school.id(.otherFather))"), ("student", "\(child)"), ("do", "confirm")]
        let address = "/classes/\(school.class7A)/guardians"
        #expect(await school.post(address, form: form, as: .clerk).status == 403)
        #expect(await school.post(address, form: form, as: .classTeacher).status == 303)
        let isConfirmed = try school.read { connection in
            try connection.count(
                """
                SELECT count(*) FROM guardian
                WHERE school_id = \(school.store.id) AND student_id = \(child) AND confirmed_at > 0
                    AND confirmed_by = \(school.id(.classTeacher))
                """)
        }
        #expect(isConfirmed == 1)
    }

    @Test func `a class has one leader at a time, named by the deputy, and keeps who led it before`() async throws {
        let school = try await TestSchool.make()
        let form = [("person", "\(school.id(.otherTeacher))"), ("from", "2026-11-20")]
        let address = "/classes/\(school.class7A)/leader"
        #expect(await school.post(address, form: form, as: .clerk).status == 403)
        #expect(await school.post(address, form: form, as: .deputy).status == 303)
        #expect(await school.get("/classes/\(school.class7A)/accounts", as: .otherTeacher).status == 200)
        #expect(await school.get("/classes/\(school.class7A)/accounts", as: .classTeacher).status == 403)
        let page = await school.get("/classes/\(school.class7A)", as: .deputy)
        #expect(page.text.contains("Бейшебаева Анара Касымовна <small>01.09.2026 – 19.11.2026</small>"))
    }

    @Test func `a class is added once`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/classes", form: [("name", "5-А"), ("shift", "2")], as: .deputy).status == 303)
        #expect(await school.post("/classes", form: [("name", "5 а")], as: .deputy).status == 422)
        #expect(await school.post("/classes", form: [("name", "ааа")], as: .deputy).status == 422)
    }

    @Test func `the list of a class leaves the school only with a trace`() async throws {
        let school = try await TestSchool.make()
        let address = "/classes/\(school.class7A)/list.xlsx"
        #expect(await school.get(address, as: .teacher).status == 403)
        let file = await school.get(address, as: .clerk)
        #expect(file.status == 200)
        #expect(file.headers[.contentDisposition]?.contains("attachment") == true)
        #expect(file.text.hasPrefix("PK"))
        try await eventually {
            try school.read { connection in
                try connection.count(
                    """
                    SELECT count(*) FROM access_log
                    WHERE school_id = \(school.store.id) AND action = 'export'
                        AND object = \("class/\(school.class7A)")
                    """)
            } == 1
        }
    }

    /// The log is written beside the answer; gives it the time of other tasks, not of a clock.
    private func eventually(_ claim: () throws -> Bool) async throws {
        for _ in 0..<10_000 {
            if try claim() { return }
            await Task.yield()
        }
        #expect(try claim())
    }
}
