import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// Classes that part or join on the way into the next year, and the year put in order before it begins.
@Suite struct NextYearMovesTests: NextYearSteps {
    private func count(_ school: TestSchool, _ question: SQL) throws -> Int {
        try school.read { try $0.count(question) }
    }

    @Test func `a class is divided: those who are sent go into the new class, with the same lessons proposed`()
        async throws
    {
        let school = try await TestSchool.make()
        #expect(await prepare(school).status == 303)
        let ways = school.students.suffix(2).map { ("way-\($0)", "new") }
        let address = "/next-year/classes/\(school.class7A)"
        let refused = await school.post(address, form: [("version", "1"), ("letter", "!")] + ways, as: .administrator)
        #expect(refused.status == 422)
        #expect(refused.text.contains("value=\"!\"") && refused.text.contains("value=\"new\" selected"))
        let kept = await school.post(address, form: [("version", "1"), ("letter", "в")] + ways, as: .administrator)
        #expect(kept.status == 303)
        #expect(await school.get(address, as: .director).text.contains("переходит в 8В"))
        #expect(await confirm(school, version: 2) == 303)
        #expect(try newClasses(school) == ["8А": 3, "8В": 2, "9Б": 2])
        let pages: SQL = """
            SELECT count(*) FROM page
            JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
            WHERE page.school_id = \(school.store.id) AND class.letter = 'В'
                AND load.teacher_id = \(school.id(.teacher))
                AND load.from_day = '2027-08-01'
            """
        #expect(try count(school, pages) == 1)
    }

    @Test func `a class joins another of its grade, and its students are there`() async throws {
        let school = try await TestSchool.make()
        let other = try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let other = try roster.addClass(ClassName("7В")!, year: 2026)
            for name in ["Исаев Бек", "Исаева Нур"] {
                let student = try roster.addPerson(.init(name: PersonName(name)!))
                try roster.enrol(student, in: other, from: "2026-09-01")
            }
            return other
        }
        let nobody = await prepare(school, ["deed-\(other)": "join-\(school.class8B)", "letter-\(other)": "В"])
        #expect(nobody.status == 422 && nobody.text.contains("Тот класс не переходит"))
        let joins = ["deed-\(other)": "join-\(school.class7A)", "letter-\(other)": "В"]
        #expect(await prepare(school, joins).status == 303)
        #expect(await school.get("/next-year", as: .director).text.contains("вливается в 7А"))
        #expect(await confirm(school, version: 1) == 303)
        #expect(try newClasses(school) == ["8А": 7, "9Б": 2])
    }

    @Test func `a student goes up into the parallel class`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            _ = try roster.addClass(ClassName("7В")!, year: 2026)
        }
        let other = try count(
            school, "SELECT id FROM class WHERE school_id = \(school.store.id) AND grade = 7 AND letter = 'В'")
        #expect(await prepare(school, ["deed-\(other)": "up", "letter-\(other)": "В"]).status == 303)
        let form = [("version", "1"), ("way-\(school.students[1])", "to-В")]
        #expect(
            await school.post("/next-year/classes/\(school.class7A)", form: form, as: .administrator).status == 303)
        #expect(await confirm(school, version: 2) == 303)
        #expect(try newClasses(school) == ["8А": 4, "8В": 1, "9Б": 2])
    }

    @Test func `a group of whole classes is named for what they become, with those who went along`() async throws {
        let school = try await TestSchool.make()
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let group = try roster.addGroup(kind: "across", name: "7А, 8Б", year: 2026, class: 0)
            for student in school.students + [school.brother] {
                try roster.enrol(student, in: group, from: "2026-09-01")
            }
        }
        #expect(await prepare(school).status == 303)
        let form = [("version", "1"), ("way-\(school.students[0])", "0")]
        #expect(
            await school.post("/next-year/classes/\(school.class7A)", form: form, as: .administrator).status == 303)
        #expect(await confirm(school, version: 2) == 303)
        let members: SQL = """
            SELECT count(*) FROM study_group
            JOIN enrolment ON enrolment.school_id = study_group.school_id AND enrolment.group_id = study_group.id
            WHERE study_group.school_id = \(school.store.id) AND study_group.year = 2027
                AND study_group.name = '8А, 9Б'
            """
        #expect(try count(school, members) == 5)
    }

    @Test func `the deputy looks at the load of the next year and changes it before it begins`() async throws {
        let school = try await TestSchool.make()
        #expect(await prepare(school).status == 303)
        #expect(!(await school.get("/load", as: .deputy).text.contains("?year=2027")))
        #expect(await confirm(school, version: 1) == 303)
        #expect(await school.get("/load", as: .deputy).text.contains("/load?year=2027"))
        #expect(!(await school.get("/load?year=2027", as: .director).text.contains("8А")))
        let list = await school.get("/load?year=2027", as: .deputy).text
        #expect(list.contains("8А") && list.contains("01.08") && !list.contains("<b>7А</b>"))
        let page = try count(
            school,
            """
            SELECT page.id FROM page JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(school.store.id) AND page.year = 2027 AND class.grade = 8 ORDER BY page.id
            """)
        let shown = await school.get("/load/pages/\(page)", as: .deputy).text
        #expect(shown.contains("value=\"2027-08-01\""))
        let hours = await school.post("/load/pages/\(page)/hours", form: [("hours", "4")], as: .deputy)
        #expect(hours.status == 303)
        let give = await school.post(
            "/load/pages/\(page)/teacher",
            form: [
                ("teacher", "\(school.id(.otherTeacher))"), ("old", "\(school.id(.teacher))"), ("from", "2027-08-01"),
            ], as: .deputy)
        #expect(give.status == 303)
        #expect(
            try count(
                school,
                """
                SELECT count(*) FROM load WHERE school_id = \(school.store.id) AND page_id = \(page)
                    AND teacher_id = \(school.id(.otherTeacher)) AND hours = 400 AND from_day = '2027-08-01'
                """) == 1)
        let early = await school.post(
            "/load/pages/\(page)/teacher",
            form: [("teacher", "\(school.id(.substitute))"), ("old", "0"), ("from", "2026-12-01")], as: .deputy)
        #expect(early.status == 422)
        #expect(await school.get("/load/pages/\(school.algebra)", as: .deputy).text.contains("value=\"2026-11-20\""))
    }

    @Test func `the deputy divides a class of the next year before it begins`() async throws {
        let school = try await TestSchool.make()
        #expect(await prepare(school).status == 303)
        #expect(await confirm(school, version: 1) == 303)
        let classes = await school.get("/classes?year=2027", as: .deputy).text
        #expect(classes.contains("8А"))
        let new = try count(
            school, "SELECT id FROM class WHERE school_id = \(school.store.id) AND year = 2027 AND grade = 8")
        let made = await school.post(
            "/classes/\(new)/subgroups/new", form: [("title", "Англ."), ("count", "2")], as: .deputy)
        #expect(made.status == 303)
        let page = await school.get("/classes/\(new)/subgroups", as: .deputy).text
        #expect(page.contains("value=\"2027-0") && page.contains("Абдразаков"))
        let group = try count(
            school,
            """
            SELECT id FROM study_group WHERE school_id = \(school.store.id) AND class_id = \(new)
                AND kind = 'subgroup' ORDER BY name
            """)
        let divided = await school.post(
            "/classes/\(new)/subgroups",
            form: [("split", "\(group)"), ("from", "2027-09-01"), ("group-\(school.students[0])", "\(group)")],
            as: .deputy)
        #expect(divided.status == 303)
        #expect(
            try count(
                school,
                """
                SELECT count(*) FROM enrolment WHERE school_id = \(school.store.id) AND group_id = \(group)
                    AND from_day = '2027-09-01'
                """) == 1)
    }

    @Test func `a teacher's plan of the same subject and grade is on the page of the new year, as a copy`() async throws
    {
        let school = try await TestSchool.make()
        let plan = try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let lower = try roster.addClass(ClassName("6В")!, year: 2026)
            let subject = try roster.subject(named: "Алгебра")
            let page = try roster.page(subject: subject, group: lower, class: lower, year: 2026, hours: 300)
            try roster.addLoad(page: page, teacher: school.id(.teacher), hours: 300, from: "2026-09-01")
            return try PlanWriting.write(
                title: "Алгебра, 7", subject: subject, grade: 7, author: school.id(.teacher),
                rows: [
                    PlanRow(number: 1, section: "", topic: "Дроби", hours: 100, kind: 0, homework: "", note: "")
                ], pages: [school.algebra], ids: school.app.ids, in: writing)
        }
        let lower = try count(
            school, "SELECT id FROM class WHERE school_id = \(school.store.id) AND grade = 6 AND letter = 'В'")
        #expect(
            await prepare(school, ["deed-\(lower)": "up", "letter-\(lower)": "В", "keeps-\(lower)": "1"]).status == 303)
        #expect(await confirm(school, version: 1) == 303)
        let taken: SQL = """
            SELECT count(*) FROM page_plan
            JOIN plan ON plan.school_id = page_plan.school_id AND plan.id = page_plan.plan_id
            JOIN plan_row ON plan_row.school_id = plan.school_id AND plan_row.plan_id = plan.id
            JOIN page ON page.school_id = page_plan.school_id AND page.id = page_plan.page_id
            WHERE page_plan.school_id = \(school.store.id) AND page.year = 2027 AND plan.id <> \(plan)
                AND plan.title = 'Алгебра, 7 · 2027/28' AND plan.grade = 7 AND plan_row.topic = 'Дроби'
            """
        #expect(try count(school, taken) == 1)
        let old: SQL = """
            SELECT count(*) FROM page_plan WHERE school_id = \(school.store.id) AND page_id = \(school.algebra)
                AND plan_id = \(plan)
            """
        #expect(try count(school, old) == 1)
        #expect(await school.get("/next-year/load", as: .deputy).text.contains("<span class=\"tag\">план</span>"))
    }

    @Test func `two teachers of one plan have a copy each`() async throws {
        let school = try await TestSchool.make()
        let (first, second) = (school.id(.teacher), school.id(.substitute))
        let lower = try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let subject = try roster.subject(named: "Алгебра")
            var pages: [Int64] = []
            var classes: [Int64] = []
            for (name, teacher) in [("7В", second), ("6В", first), ("6Г", second)] {
                classes.append(try roster.addClass(ClassName(name)!, year: 2026))
                let own = classes[classes.count - 1]
                pages.append(try roster.page(subject: subject, group: own, class: own, year: 2026, hours: 300))
                try roster.addLoad(page: pages[pages.count - 1], teacher: teacher, hours: 300, from: "2026-09-01")
            }
            let rows = [PlanRow(number: 1, section: "", topic: "Дроби", hours: 100, kind: 0, homework: "", note: "")]
            _ = try PlanWriting.write(
                title: "Алгебра, 7", subject: subject, grade: 7, author: first, rows: rows,
                pages: [school.algebra, pages[0]], ids: school.app.ids, in: writing)
            return classes.dropFirst().map { $0 }
        }
        let deeds = [
            "deed-\(lower[0])": "up", "letter-\(lower[0])": "В", "keeps-\(lower[0])": "1",
            "deed-\(lower[1])": "up", "letter-\(lower[1])": "Г", "keeps-\(lower[1])": "1",
        ]
        #expect(await prepare(school, deeds).status == 303)
        #expect(await confirm(school, version: 1) == 303)
        let authors = try school.read { connection in
            try connection.all(
                """
                SELECT DISTINCT plan.author_id FROM page_plan
                JOIN plan ON plan.school_id = page_plan.school_id AND plan.id = page_plan.plan_id
                JOIN page ON page.school_id = page_plan.school_id AND page.id = page_plan.page_id
                JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
                    AND load.teacher_id = plan.author_id
                WHERE page_plan.school_id = \(school.store.id) AND page.year = 2027 AND plan.grade = 7
                ORDER BY plan.author_id
                """
            ) { $0.integer(0) }
        }
        #expect(authors == [first, second].sorted())
    }
}
