import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp

@Suite struct JournalPageTests {
    private func page(_ school: TestSchool, as person: TestSchool.Person = .teacher, term: String = "") async -> String
    {
        await school.get("/pages/\(school.algebra)\(term)", as: person).text
    }

    /// The row of a student, from its start to its end.
    private func row(_ student: Int64, in page: String) throws -> Substring {
        let start = try #require(page.range(of: "<tr data-s=\"\(student)\""))
        let end = try #require(page[start.lowerBound...].range(of: "</tr>"))
        return page[start.lowerBound..<end.lowerBound]
    }

    @Test func `a page has a column a lesson, a row a student, and a way into every lesson`() async throws {
        let school = try await TestSchool.make()
        let page = await page(school)
        #expect(page.contains("<main id=\"main\" class=\"journal\">"))
        #expect(page.ranges(of: "<tr data-s=").count == 5)
        for lesson in try #require(school.lessons[school.algebra]).filter({ $0.key >= "2026-11-09" }).values {
            #expect(page.contains("<a href=\"/lessons/\(lesson)\""))
        }
        #expect(page.contains("<th scope=\"row\">Абдразаков Азамат</th>"))
        #expect(!page.contains(" style=") && !page.contains("<script>") && !page.contains(" onclick"))
    }

    @Test func `cells carry version, lateness, comment and weight`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        let student = school.students[0]
        _ = await entries.set("3", for: student, on: "2026-11-19", more: #","kind":"8""#)
        _ = await entries.set("О 4", for: student)
        _ = await entries.set("О 4", for: student, version: 1, more: #","comment":"<i>тырышты</i>""#)
        let row = try row(student, in: await page(school))
        #expect(row.contains("<td data-v=\"1\" data-wt=\"3\"><i class=\"m3\">3</i></td>"))
        #expect(
            row.contains(
                "<td class=\"note\" data-v=\"2\" title=\"&lt;i&gt;тырышты&lt;/i&gt;\"><i class=\"ill\">О</i> 4</td>"))
        #expect(row.contains("<td class=\"avg\">3,25<svg"))
        #expect(row.contains("<rect width=\"42\" height=\"4\"/>"))
    }

    @Test func `an emptied cell keeps its version and shows nothing`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        _ = await entries.set("5", for: school.students[0])
        _ = await entries.set("", for: school.students[0], version: 1)
        #expect(try row(school.students[0], in: await page(school)).contains("<td data-v=\"2\"></td>"))
    }

    @Test func `columns say what is due, what is coming, and what is held by a substitute`() async throws {
        let school = try await TestSchool.make(students: 3)
        try school.substitute(.substitute, for: school.lesson(school.algebra, "2026-11-18"))
        let page = await page(school)
        let head = { (day: String) in "data-l=\"\(school.lesson(school.algebra, day))\" data-w class=\"" }
        #expect(page.contains(head("2026-11-18") + "due subst\""))
        #expect(page.contains(head("2026-11-20") + "due today\""))
        #expect(
            page.contains(
                "data-l=\"\(school.lesson(school.algebra, "2026-11-23"))\" data-w data-in=\"4260\" class=\"next\""))
        #expect(page.contains("<th colspan=\"15\" scope=\"colgroup\">ноябрь</th>"))
    }

    @Test func `a page without a lesson or a student asks for no script of the grid`() async throws {
        let school = try await TestSchool.make(students: 3)
        let summer = await page(school, term: "?term=4")
        #expect(!summer.contains("id=\"grid\"") && summer.contains("/app.js") && !summer.contains("/journal.js"))
        #expect(await page(school).contains("/journal.js"))
    }

    @Test func `whoever may only read sees the same page without a writable column`() async throws {
        let school = try await TestSchool.make(students: 3)
        for person in [TestSchool.Person.classTeacher, .deputy, .director, .responsible] {
            let page = await page(school, as: person)
            #expect(page.ranges(of: "<tr data-s=").count == 3)
            #expect(!page.contains(" data-w ") && !page.contains(" data-w>"), "\(person)")
        }
        #expect(await page(school).contains(" data-w"))
    }

    @Test func `one who has left is struck through, with the day and where to`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[2]
        try change(
            school,
            "UPDATE enrolment SET to_day = '2026-11-13' WHERE school_id = \(school.store.id)"
                + " AND student_id = \(student)")
        try change(
            school,
            "INSERT INTO enrolment (school_id, group_id, student_id, from_day) VALUES"
                + " (\(school.store.id), \(school.class8B), \(student), '2026-11-14')")
        let row = try row(student, in: await page(school))
        #expect(row.contains(" class=\"left\""))
        #expect(row.contains("<td class=\"gone\" colspan=\"10\"><span>Выбыл(а) 13 ноября → 8Б</span></td>"))
    }

    @Test func `one who came later has no cells before`() async throws {
        let school = try await TestSchool.make()
        try change(
            school,
            "UPDATE enrolment SET from_day = '2026-11-11' WHERE school_id = \(school.store.id)"
                + " AND student_id = \(school.students[2])")
        let row = try row(school.students[2], in: await page(school))
        #expect(row.ranges(of: "<td class=\"out\"></td>").count == 2)
    }

    @Test func `a student with an individual plan is not on the page of the class meanwhile`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[2]
        let (group, own) = (school.app.ids.next(), school.app.ids.next())
        try change(
            school,
            """
            INSERT INTO study_group (school_id, id, year, class_id, kind)
                VALUES (\(school.store.id), \(group), 2026, \(school.class7A), 'individual');
            INSERT INTO page (school_id, id, year, subject_id, group_id, class_id, scale, record_language)
                SELECT school_id, \(own), year, subject_id, \(group), class_id, scale, record_language
                FROM page WHERE school_id = \(school.store.id) AND id = \(school.algebra);
            INSERT INTO enrolment (school_id, group_id, student_id, from_day)
                VALUES (\(school.store.id), \(group), \(student), '2026-11-16');
            """)
        let row = try row(student, in: await page(school))
        #expect(row.ranges(of: "<td class=\"out\"></td>").count == 10)
        #expect(await Entries(school: school).set("5", for: student).code == "not_enrolled")
        #expect(await Entries(school: school).set("5", for: student, on: "2026-11-13").status == "saved")
    }

    @Test func `the average counts the marks of other pages of the subject`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[1]
        let (group, other, lesson) = (school.app.ids.next(), school.app.ids.next(), school.app.ids.next())
        try change(
            school,
            """
            INSERT INTO study_group (school_id, id, year, class_id, kind, name)
                VALUES (\(school.store.id), \(group), 2026, \(school.class8B), 'subgroup', '1-топ');
            INSERT INTO page (school_id, id, year, subject_id, group_id, class_id, scale, record_language)
                SELECT school_id, \(other), year, subject_id, \(group), class_id, scale, record_language
                FROM page WHERE school_id = \(school.store.id) AND id = \(school.algebra);
            INSERT INTO enrolment (school_id, group_id, student_id, from_day, to_day)
                VALUES (\(school.store.id), \(group), \(student), '2026-09-01', '2026-11-10');
            INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute, end_minute)
                VALUES (\(school.store.id), \(lesson), \(other), \(group), '2026-11-10', 1, 1, 480, 525);
            INSERT INTO entry (school_id, lesson_id, student_id, slot, value, kind_id, weight, changed_at, entered_at,
                entered_by, version)
                VALUES (\(school.store.id), \(lesson), \(student), 1, '3', 3, 200, 1, 1, 1, 1);
            """)
        #expect(await Entries(school: school).set("5", for: student).average == "3,67")
        let row = try row(student, in: await page(school))
        #expect(row.contains(" data-base=\"6/2\""))
        #expect(row.contains("<td class=\"avg\">3,67<svg"))
    }

    @Test func `an unchanged page is not sent again, a changed one is`() async throws {
        let school = try await TestSchool.make(students: 3)
        let target = "/pages/\(school.algebra)"
        let first = await school.get(target, as: .teacher)
        let tag = try #require(first.headers[.eTag])
        let headers: HTTPFields = [.ifNoneMatch: tag]
        #expect(await school.get(target, as: .teacher, headers: headers).status == 304)
        #expect(await school.get(target, as: .deputy, headers: headers).status == 200)
        _ = await Entries(school: school).set("5", for: school.students[0])
        #expect(await school.get(target, as: .teacher, headers: headers).status == 200)
    }

    @Test func `a lesson that begins changes the page`() async throws {
        let school = try await TestSchool.make(students: 3)
        school.clock.set("2026-11-23T07:59")
        let tag = try #require(await school.get("/pages/\(school.algebra)", as: .teacher).headers[.eTag])
        school.clock.set("2026-11-23T08:00")
        let headers: HTTPFields = [.ifNoneMatch: tag]
        #expect(await school.get("/pages/\(school.algebra)", as: .teacher, headers: headers).status == 200)
    }

    @Test func `a page asks as much for thirty students as for five`() async throws {
        let few = try await TestSchool.make(students: 5)
        let many = try await TestSchool.make(students: 30)
        let ask = { (school: TestSchool) in
            await school.statements { _ = await school.get("/pages/\(school.algebra)", as: .teacher) }
        }
        let count = await ask(few)
        #expect(count > 5 && count < 40)
        #expect(await ask(many) == count)
    }

    @Test func `families reach no page of the journal`() async throws {
        let school = try await TestSchool.make(students: 3)
        for person in [TestSchool.Person.student, .mother, .otherFather] {
            #expect(await school.get("/pages/\(school.algebra)", as: person).status == 403)
        }
        #expect(await school.get("/pages/\(school.algebra)", as: .otherTeacher).status == 404)
    }

    @Test func `the list shows a teacher the own pages and a deputy every class`() async throws {
        let school = try await TestSchool.make(students: 3)
        let own = await school.get("/pages", as: .teacher).text
        #expect(own.contains("<a href=\"/pages/\(school.algebra)\">7А · Алгебра</a>"))
        #expect(!own.contains("/pages/\(school.history)\""))
        let all = await school.get("/pages", as: .deputy).text
        #expect(all.contains("<h2>7А</h2>") && all.contains("<h2>8Б</h2>"))
        let one = await school.get("/pages?class=\(school.class8B)", as: .deputy).text
        #expect(!one.contains("<h2>7А</h2>") && one.contains("<h2>8Б</h2>"))
    }
}
