import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct DirectoryTests {
    private let aibek = [
        ("surname", "Токтогулов"), ("given", "Айбек"), ("patronymic", ""), ("born", "2013-05-12"),
        ("from", "2026-11-23"), ("order", "45-о"),
    ]

    private func enrolments(of student: Int64, in school: TestSchool) throws -> [String] {
        try school.read { connection in
            try connection.all(
                """
                SELECT group_id, from_day, to_day FROM enrolment
                WHERE school_id = \(school.store.id) AND student_id = \(student) ORDER BY from_day, group_id
                """
            ) { "\($0.integer(0)) \($0.text(1))/\($0.text(2))" }
        }
    }

    private func added(_ answer: TestAnswer) throws -> Int64 {
        let location = try #require(answer.headers[.location])
        return try #require(Int64(location.split(separator: "/").last?.prefix { $0.isNumber } ?? ""))
    }

    @Test func `the clerk enters a student with an order, who is in the class from that day`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.post("/students", form: aibek + [("class", "\(school.class7A)")], as: .clerk)
        #expect(answer.status == 303)
        let id = try added(answer)
        #expect(try enrolments(of: id, in: school) == ["\(school.class7A) 2026-11-23/9999-12-31"])
        let card = await school.get("/students/\(id)", as: .clerk)
        #expect(card.text.contains("Токтогулов Айбек"))
        #expect(card.text.contains("45-о"))
    }

    @Test func `a student of the same name and birth date is shown before a second card is made`() async throws {
        let school = try await TestSchool.make()
        let form = aibek + [("class", "\(school.class7A)")]
        _ = await school.post("/students", form: form, as: .clerk)
        let again = await school.post("/students", form: form, as: .clerk)
        #expect(again.status == 422)
        #expect(again.text.contains("Такой человек уже есть в списках"))
        #expect(again.text.contains("value=\"Токтогулов\""))
        let meant = await school.post("/students", form: form + [("same", "new")], as: .clerk)
        #expect(meant.status == 303)
    }

    @Test func `wrong fields come back as typed, each with its words`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.post(
            "/students", form: [("surname", "Эсенов"), ("given", ""), ("born", "2031-01-01"), ("from", "завтра")],
            as: .clerk)
        #expect(answer.status == 422)
        #expect(answer.text.contains("value=\"Эсенов\""))
        #expect(answer.text.contains("id=\"given-err\""))
        #expect(answer.text.contains("id=\"born-err\""))
        #expect(answer.text.contains("id=\"class-err\""))
    }

    @Test func `search finds a name typed without the letters a keyboard lacks`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/students?q=%D0%B4%D1%83%D0%B9%D1%88%D0%BE%D0%BD%D0%BE%D0%B2%D0%B0", as: .clerk)
        #expect(page.text.contains("Дүйшөнова Мээрим"))
        #expect(!page.text.contains("Абдразаков"))
    }

    @Test func `a student who changes class leaves one list and its subgroups and enters the other`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        let group = try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            let group = try roster.addGroup(kind: "subgroup", name: "1", year: 2026, class: school.class7A)
            try roster.enrol(student, in: group, from: "2026-09-01")
            return group
        }
        let answer = await school.post(
            "/students/\(student)/class",
            form: [("class", "\(school.class8B)"), ("from", "2026-11-23"), ("order", "46-о")], as: .clerk)
        #expect(answer.status == 303)
        #expect(
            try Set(enrolments(of: student, in: school)) == [
                "\(school.class7A) 2026-09-01/2026-11-22", "\(group) 2026-09-01/2026-11-22",
                "\(school.class8B) 2026-11-23/9999-12-31",
            ])
    }

    @Test func `a leaver stays in the lists before the day and is gone after it`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        let answer = await school.post(
            "/students/\(student)/leave",
            form: [("day", "2026-11-20"), ("reason", "town"), ("place", "Ош, № 3 мектеп")], as: .clerk)
        #expect(answer.status == 303)
        #expect(try enrolments(of: student, in: school) == ["\(school.class7A) 2026-09-01/2026-11-20"])
        #expect(await school.get("/absences?class=\(school.class7A)", as: .deputy).text.contains("Абдразаков"))
        let next = await school.get("/absences?class=\(school.class7A)&day=2026-11-23", as: .deputy)
        #expect(!next.text.contains("Абдразаков"))
        school.clock.set("2026-11-23T09:00")
        #expect(!(await school.get("/students", as: .clerk).text.contains("Абдразаков")))
        #expect(await school.get("/students?state=left", as: .clerk).text.contains("Ош, № 3 мектеп"))
    }

    @Test func `the number of the identity card is masked until asked for, and asking is logged`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        let form = [("surname", "Абдразаков"), ("given", "Азамат"), ("nationalID", "20305201300123"), ("version", "1")]
        #expect(await school.post("/students/\(student)", form: form, as: .clerk).status == 303)
        #expect(!(await school.get("/students/\(student)", as: .classTeacher).text.contains("20305201300123")))
        #expect(await school.get("/students/\(student)?show=id", as: .classTeacher).text.contains("20305201300123"))
    }

    @Test func `a card changed meanwhile is not written over`() async throws {
        let school = try await TestSchool.make()
        let form = [("surname", "Абдразаков"), ("given", "Азамат"), ("version", "1")]
        let address = "/students/\(school.students[0])"
        #expect(await school.post(address, form: form, as: .clerk).status == 303)
        #expect(await school.post(address, form: form, as: .clerk).status == 409)
    }

    @Test func `a link made by the clerk opens the diary only after the class teacher's word`() async throws {
        let school = try await TestSchool.make()
        let child = school.students[0]
        let form = [
            ("surname", "Абдразакова"), ("given", "Айнура"), ("relation", "mother"), ("phone", "+996 000 100 200"),
        ]
        #expect(await school.post("/students/\(child)/guardians", form: form, as: .clerk).status == 303)
        let open = try school.read { connection in
            try connection.count(
                """
                SELECT count(*) FROM guardian
                WHERE school_id = \(school.store.id) AND student_id = \(child) AND confirmed_at = 0
                """)
        }
        #expect(open == 1)
        #expect(await school.get("/students/\(child)", as: .clerk).text.contains("ждёт подтверждения"))
    }

    @Test func `the father of two is one person, not two of the same name`() async throws {
        let school = try await TestSchool.make()
        let form = [("surname", "Садыков"), ("given", "Болот"), ("patronymic", "Усенович"), ("relation", "father")]
        let address = "/students/\(school.students[0])/guardians"
        let asked = await school.post(address, form: form, as: .clerk)
        #expect(asked.status == 422)
        #expect(asked.text.contains("value=\"\(school.id(.otherFather))\""))
        let linked = await school.post(
            address, form: form + [("same", "\(school.id(.otherFather))")], as: .clerk)
        #expect(linked.status == 303)
    }

    @Test func `a student is nobody's representative`() async throws {
        let school = try await TestSchool.make()
        let answer = await school.post(
            "/students/\(school.students[0])/guardians",
            form: [("same", "\(school.students[1])"), ("relation", "guardian")], as: .clerk)
        #expect(answer.status == 404)
    }

    @Test func `a class teacher reads the cards of the own class and of no other`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.get("/students/\(school.students[0])", as: .classTeacher).status == 200)
        #expect(await school.get("/students/\(school.otherChild)", as: .classTeacher).status == 404)
        #expect(await school.get("/students/\(school.students[0])", as: .administrator).status == 403)
        #expect(!(await school.get("/students", as: .classTeacher).text.contains("Садыкова Алина")))
    }
}
