import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

@Suite struct NextYearTests {
    /// The form as the page offers it, with changes.
    private func form(_ school: TestSchool, version: Int = 0, _ changes: [String: String] = [:]) -> [(String, String)] {
        var fields = ["version": "\(version)", "leaving": "2027-05-28"]
        for (id, letter) in [(school.class7A, "А"), (school.class8B, "Б")] {
            fields["deed-\(id)"] = "up"
            fields["letter-\(id)"] = letter
            fields["keeps-\(id)"] = "1"
        }
        return fields.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func prepare(_ school: TestSchool, version: Int = 0, _ changes: [String: String] = [:]) async {
        let answer = await school.post("/next-year", form: form(school, version: version, changes), as: .administrator)
        #expect(answer.status == 303)
    }

    private func confirm(_ school: TestSchool, version: Int = 1) async -> Int {
        await school.post("/next-year/confirm", form: [("version", "\(version)")], as: .director).status
    }

    /// Every row of a table as text, in the order of its key.
    private func rows(_ school: TestSchool, _ columns: Int, _ statement: SQL) throws -> [String] {
        try school.read { connection in
            try connection.all(statement) { row in (0..<columns).map { row.text($0) }.joined(separator: "|") }
        }
    }

    private func names(_ school: TestSchool, year: Int) throws -> [String] {
        try school.read { connection in
            try connection.all(
                """
                SELECT grade, letter FROM class WHERE school_id = \(school.store.id) AND year = \(year)
                ORDER BY sort_key
                """
            ) { "\($0.int(0))\($0.text(1))" }
        }
    }

    @Test func `the administrator prepares and the director confirms: neither does it alone`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.post("/next-year", form: form(school), as: .director).status == 403)
        await prepare(school)
        #expect(await school.post("/next-year/confirm", form: [("version", "1")], as: .administrator).status == 403)
        #expect(await school.post("/next-year/confirm", form: [("version", "1")], as: .deputy).status == 403)
        #expect(try names(school, year: 2027).isEmpty)
        #expect(await confirm(school) == 303)
        #expect(try names(school, year: 2027) == ["8А", "9Б"])
        #expect(await confirm(school) == 404)
    }

    @Test func `one person in both roles cannot confirm what they prepared`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids)
                .grant(.administrator, to: school.id(.director), from: "2026-09-01")
        }
        let answer = await school.post("/next-year", form: form(school), as: .director)
        #expect(answer.status == 303)
        #expect(await confirm(school) == 403)
        await prepare(school, version: 1)
        #expect(await confirm(school, version: 2) == 303)
    }

    @Test func `the director confirms what was seen, not what was changed meanwhile`() async throws {
        let school = try await TestSchool.make()
        await prepare(school)
        await prepare(school, version: 1, ["deed-\(school.class8B)": "stop"])
        #expect(await confirm(school, version: 1) == 409)
        #expect(try names(school, year: 2027).isEmpty)
        #expect(await confirm(school, version: 2) == 303)
        #expect(try names(school, year: 2027) == ["8А"])
    }

    @Test func `what is prepared can be withdrawn, and nothing has happened`() async throws {
        let school = try await TestSchool.make()
        await prepare(school)
        let back = await school.post("/next-year/withdraw", form: [("version", "1")], as: .administrator)
        #expect(back.status == 303)
        #expect(await confirm(school) == 404)
        #expect(try names(school, year: 2027).isEmpty)
    }

    @Test func `nothing dated within the old year changes`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-19")
        try school.write { writing in
            try writing.connection.run(
                """
                INSERT INTO entry (school_id, lesson_id, student_id, slot, value, changed_at, entered_at, entered_by,
                    version)
                VALUES (\(writing.school), \(lesson), \(school.students[0]), 1, '5', 1, 1, \(school.id(.teacher)), 1)
                """)
            try writing.connection.run(
                """
                INSERT INTO final_mark (school_id, page_id, period, student_id, value, scale, changed_at, entered_at,
                    entered_by, version)
                VALUES (\(writing.school), \(school.algebra), '1', \(school.students[0]), '5', 'five', 1, 1,
                    \(school.id(.teacher)), 1)
                """)
        }
        let id = school.store.id
        let old: [(Int, SQL)] = [
            (
                5,
                "SELECT lesson_id, student_id, slot, value, version FROM entry WHERE school_id = \(id) ORDER BY 1"
            ),
            (6, "SELECT id, page_id, day, number, room, version FROM lesson WHERE school_id = \(id) ORDER BY id"),
            (
                5,
                "SELECT page_id, student_id, period, value, version FROM final_mark WHERE school_id = \(id) ORDER BY 1"
            ),
            (
                7,
                """
                SELECT id, subject_id, group_id, class_id, hours, scale, changed FROM page
                WHERE school_id = \(id) AND year = 2026 ORDER BY id
                """
            ),
            (5, "SELECT id, grade, letter, shift, room FROM class WHERE school_id = \(id) AND year = 2026 ORDER BY id"),
            (4, "SELECT id, number, from_day, to_day FROM term WHERE school_id = \(id) AND year = 2026 ORDER BY id"),
            (
                4,
                """
                SELECT id, kind, from_day, to_day FROM day_off
                WHERE school_id = \(id) AND to_day < '2027-08-01' ORDER BY id
                """
            ),
            (
                3,
                """
                SELECT group_id, student_id, from_day FROM enrolment
                WHERE school_id = \(id) AND from_day <= '2027-05-28' AND to_day >= '2027-05-28'
                ORDER BY group_id, student_id
                """
            ),
            (
                3,
                """
                SELECT page_id, teacher_id, hours FROM load
                WHERE school_id = \(id) AND from_day <= '2027-05-28' AND to_day >= '2027-05-28' ORDER BY page_id
                """
            ),
        ]
        let before = try old.map { try rows(school, $0.0, $0.1) }
        #expect(before.allSatisfy { !$0.isEmpty })
        await prepare(school, ["deed-\(school.class8B)": "leave"])
        #expect(await confirm(school) == 303)
        #expect(try old.map { try rows(school, $0.0, $0.1) } == before)
        let page = await school.get("/pages/\(school.algebra)", as: .teacher)
        #expect(page.status == 200)
    }

    @Test func `students go up, one stays in the grade, leavers leave on their day`() async throws {
        let school = try await TestSchool.make()
        await prepare(school, ["letter-\(school.class7A)": "В"])
        // Nobody comes up to grade 7, so whoever stays there waits for the clerk.
        let stay = [("version", "1"), ("way-\(school.students[0])", "0")]
        #expect(await school.post("/next-year/classes/\(school.class7A)", form: stay, as: .administrator).status == 303)
        let shown = await school.get("/next-year", as: .director).text
        #expect(shown.contains("<b>1</b> остаются на второй год"))
        await prepare(school, version: 2, ["letter-\(school.class7A)": "В", "deed-\(school.class8B)": "leave"])
        #expect(await confirm(school, version: 3) == 303)
        let new = try rows(
            school, 4,
            """
            SELECT class.grade, class.letter, enrolment.student_id, enrolment.from_day FROM class
            JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
            WHERE class.school_id = \(school.store.id) AND class.year = 2027 ORDER BY enrolment.student_id
            """)
        #expect(new.count == 4)
        #expect(new.allSatisfy { $0.hasPrefix("8|В|") && $0.contains("2027-08-01") })
        #expect(!new.contains { $0.contains("\(school.students[0])") })
        let left = try rows(
            school, 3,
            """
            SELECT student_id, to_day, reason FROM enrolment
            WHERE school_id = \(school.store.id) AND group_id = \(school.class8B) ORDER BY student_id
            """)
        #expect(left.allSatisfy { $0.contains("|2027-05-28|мектепти бүтүрдү") })
        let book = try rows(
            school, 3,
            """
            SELECT kind, day, reason FROM movement
            WHERE school_id = \(school.store.id) AND day > '2027-01-01' AND withdrawn_at = 0 ORDER BY kind, day
            """)
        #expect(
            book == Array(repeating: "leave|2027-05-28|finished", count: 2)
                + Array(repeating: "promote|2027-08-01|", count: 4))
        try school.travel(to: "2027-09-01T09:00")
        let gap = await school.get("/completeness/noClass", as: .deputy).text
        #expect(gap.contains("Абдразаков") && !gap.contains("Асанов Нурсултан"))
    }

    @Test func `a student who stays joins the class that comes up to the grade`() async throws {
        let school = try await TestSchool.make()
        await prepare(school)
        let stay = [("version", "1"), ("way-\(school.brother)", "\(school.class7A)")]
        #expect(await school.post("/next-year/classes/\(school.class8B)", form: stay, as: .administrator).status == 303)
        #expect(await confirm(school, version: 2) == 303)
        let found = try rows(
            school, 2,
            """
            SELECT class.grade, class.letter FROM class
            JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
            WHERE class.school_id = \(school.store.id) AND class.year = 2027
                AND enrolment.student_id = \(school.brother) ORDER BY class.id
            """)
        #expect(found.map { $0.prefix(3) } == ["8|А"])
    }

    @Test func `teachers, leaders and subgroups go up as a proposal that the deputy checks`() async throws {
        let school = try await TestSchool.make()
        let group = try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let group = try roster.addGroup(kind: "subgroup", name: "1", year: 2026, class: school.class7A)
            for student in school.students.prefix(2) { try roster.enrol(student, in: group, from: "2026-09-01") }
            let page = try roster.page(
                subject: try roster.subject(named: "Английский язык"), group: group, class: school.class7A, year: 2026,
                hours: 300)
            try roster.addLoad(page: page, teacher: school.id(.otherTeacher), hours: 300, from: "2026-09-01")
            return group
        }
        await prepare(school, ["keeps-\(school.class8B)": ""])
        #expect(await confirm(school) == 303)
        try school.travel(to: "2027-08-25T09:00")
        let load = await school.get("/next-year/load", as: .deputy).text
        #expect(load.matches(of: /name="page"/).count == 3)
        #expect(load.contains("Осмонова Г. Т.") && load.contains("8А"))
        #expect(await school.get("/readiness", as: .deputy).text.contains("проверить: 3 страницы"))
        let members = try school.read { connection in
            try connection.count(
                """
                SELECT count(*) FROM enrolment
                JOIN study_group ON study_group.school_id = enrolment.school_id AND study_group.id = enrolment.group_id
                WHERE enrolment.school_id = \(school.store.id) AND study_group.year = 2027
                    AND study_group.kind = 'subgroup' AND study_group.id <> \(group)
                """)
        }
        #expect(members == 2)
        #expect(await school.get("/classes", as: .classTeacher).headers[.location]?.hasPrefix("/classes/") == true)
        let pages = load.matches(of: /name="page" value="([0-9]+)"/).map { ("page", String($0.1)) }
        #expect(await school.post("/next-year/load", form: pages, as: .deputy).status == 303)
        #expect(await school.get("/next-year/load", as: .deputy).text.contains("Всё проверено"))
        #expect(await school.get("/next-year/load", as: .administrator).status == 403)
    }

    @Test func `the new year has terms, breaks and rules of its own`() async throws {
        let school = try await TestSchool.make()
        await prepare(school)
        #expect(await confirm(school) == 303)
        let terms = try rows(
            school, 2,
            "SELECT number, from_day FROM term WHERE school_id = \(school.store.id) AND year = 2027 ORDER BY from_day")
        #expect(terms.count == 6)
        let regimes = try rows(
            school, 1, "SELECT id FROM regime WHERE school_id = \(school.store.id) AND year = 2027 ORDER BY id")
        #expect(!regimes.isEmpty)
        try school.travel(to: "2027-09-01T09:00")
        #expect(await school.get("/year", as: .deputy).text.contains("2027-09-01"))
    }

    @Test func `two classes cannot become one name, and what was typed stays`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            _ = try RosterWriting(writing: writing, ids: school.app.ids).addClass(ClassName("8А")!, year: 2027)
        }
        let answer = await school.post("/next-year", form: form(school), as: .administrator)
        #expect(answer.status == 422)
        #expect(answer.text.contains("Такой класс уже есть"))
        await prepare(school, ["letter-\(school.class7A)": "1"])
        #expect(await confirm(school) == 303)
        #expect(try names(school, year: 2027).sorted() == ["81", "8А", "9Б"])
    }

    @Test func `the last grade leaves and the fourth does not take its teacher along unless somebody says so`() {
        #expect(YearPlan.usual(for: ClassName("11А")!, lastGrade: 11) == (.leave, false))
        #expect(YearPlan.usual(for: ClassName("4А")!, lastGrade: 11) == (.up, false))
        #expect(YearPlan.usual(for: ClassName("7А")!, lastGrade: 11) == (.up, true))
    }
}
