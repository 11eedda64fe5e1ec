import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// The form of a lesson as a browser without scripts sends it.
struct LessonForm {
    let school: TestSchool
    var person = TestSchool.Person.teacher
    var page: Int64?
    var day = "2026-11-20"

    var lesson: Int64 { school.lesson(page ?? school.algebra, day) }
    var address: String { "/lessons/\(lesson)" }

    func open() async -> TestAnswer { await school.get(address, as: person) }

    func send(_ fields: [(String, String)], version: Int = 0) async -> TestAnswer {
        await school.post(address, form: [("version", String(version))] + fields, as: person)
    }

    /// One student's line of the roll.
    func line(
        _ student: Int64, absence: String = "", asked: String = "", mark: String = "", was: String = "",
        version: Int = 0
    ) -> [(String, String)] {
        [
            ("version-\(student)", String(version)), ("was-\(student)", was), ("asked-\(student)", asked),
            ("absence-\(student)", absence), ("mark-\(student)", mark),
        ]
    }

    func stored() throws -> LessonRow {
        try #require(try school.read { try LessonRow.one(lesson, school: school.store.id, in: $0) })
    }

    func cell(_ student: Int64) throws -> String {
        let codes = try school.read { try SchoolFacts.absenceCodes(school: school.store.id, in: $0) }
        let cells = try school.read {
            try CellQueries.cells(lessons: [lesson], students: [student], school: school.store.id, in: $0)
        }
        return cells.values.first?.display(.ky, codes: codes) ?? ""
    }
}

@Suite struct LessonPageTests {
    @Test func `the teacher sees everybody as present and both buttons`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let answer = await form.open()
        #expect(answer.status == 200)
        #expect(answer.text.contains("Дүйшөнова Мээрим"))
        #expect(answer.text.contains(#"<output data-count="present">5</output>"#))
        #expect(answer.text.contains(#"value="confirm""#))
    }

    @Test func `topic, homework and roll are saved by one form and the lesson is complete`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let answer = await form.send([("topic", "Квадрат суммы"), ("homework", "§ 5"), ("do", "confirm")])
        #expect(answer.status == 303)
        #expect(answer.headers[.location] == form.address + "?note=confirmed")
        #expect(try form.stored().missing.isEmpty)
    }

    @Test func `marks and absences typed in the form stand in the journal`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let students = form.school.students
        let lines = form.line(students[0], mark: "5") + form.line(students[2], absence: "О")
        _ = await form.send(lines + [("second-\(students[0])", "4"), ("do", "save")])
        #expect(try form.cell(students[0]) == "5/4")
        #expect(try form.cell(students[2]) == "О")
    }

    @Test func `a mark of somebody absent is kept, with a word beside the name`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let student = form.school.students[0]
        let answer = await form.send(form.line(student, absence: "О", mark: "4"))
        #expect(answer.status == 303)
        #expect(try form.cell(student) == "О 4")
        #expect(await form.open().text.contains("Отсутствует, но оценка есть"))
    }

    @Test func `minutes of lateness are kept with the code`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let student = form.school.students[0]
        _ = await form.send(form.line(student, absence: "кеч") + [("minutes-\(student)", "8"), ("do", "save")])
        #expect(try form.cell(student) == "кеч 8'")
    }

    @Test func `a mark that is none keeps what was typed beside the student, all else is saved`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let students = form.school.students
        let lines = form.line(students[0], mark: "9") + form.line(students[1], mark: "4")
        let answer = await form.send([("topic", "Квадрат суммы"), ("do", "confirm")] + lines)
        #expect(answer.status == 422)
        #expect(answer.text.contains(#"name="mark-\#(students[0])" value="9""#))
        #expect(answer.text.contains(#"id="e\#(students[0])""#))
        #expect(try form.cell(students[1]) == "4")
        #expect(try form.stored().topic == "Квадрат суммы")
        #expect(try form.stored().isRollConfirmed == false)
    }

    @Test func `a cell changed meanwhile shows both values and is overwritten only knowingly`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let student = form.school.students[0]
        _ = await form.send(form.line(student, mark: "5"))
        let answer = await form.send(form.line(student, mark: "4"))
        #expect(answer.status == 409)
        #expect(answer.text.contains(#"name="mark-\#(student)" value="4""#))
        #expect(answer.text.contains(#"name="was-\#(student)" value="5""#))
        #expect(try form.cell(student) == "5")
        _ = await form.send(form.line(student, mark: "4", was: "5", version: 1))
        #expect(try form.cell(student) == "4")
    }

    @Test func `a line nobody touched does not collide with a mark set meanwhile`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let student = form.school.students[0]
        _ = await form.send(form.line(student, mark: "5"))
        let answer = await form.send([("topic", "Квадрат суммы")] + form.line(student))
        #expect(answer.status == 303)
        #expect(try form.cell(student) == "5")
    }

    @Test func `a stale version redraws the form with what was typed and what is stored`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        _ = await form.send([("topic", "Квадрат суммы")])
        let answer = await form.send([("topic", "Куб суммы")] + form.line(form.school.students[0], mark: "5"))
        #expect(answer.status == 409)
        #expect(answer.text.contains(">Куб суммы</textarea>"))
        #expect(answer.text.contains("<b>Квадрат суммы</b>"))
        #expect(answer.text.contains(#"value="5" maxlength"#))
        #expect(answer.text.contains(#"name="version" value="1""#))
        #expect(try form.cell(form.school.students[0]) == "")
    }

    @Test func `homework typed with the box for none is refused beside the box`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let answer = await form.send([("homework", "§ 5"), ("noHomework", "1")])
        #expect(answer.status == 422)
        #expect(answer.text.contains("noHomework-err"))
        #expect(answer.text.contains(">§ 5</textarea>"))
    }

    @Test func `homework of one student and a remark are kept and taken back`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let student = form.school.students[1]
        _ = await form.send([
            ("own-student-1", "\(student)"), ("own-text-1", "№ 221"), ("remark-student-1", "\(student)"),
            ("remark-text-1", "Жакшы иштеди"),
        ])
        let page = await form.open().text
        #expect(page.contains("№ 221") && page.contains("Жакшы иштеди"))
        _ = await form.send([], version: 1)
        #expect(try form.school.read { try $0.count("SELECT count(*) FROM own_homework") } == 0)
        #expect(try form.school.read { try $0.count("SELECT count(*) FROM remark") } == 0)
    }

    @Test func `homework cannot be given to a student of another class`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        let answer = await form.send([("own-student-1", "\(form.school.otherChild)"), ("own-text-1", "№ 221")])
        #expect(answer.status == 422)
        #expect(try form.school.read { try $0.count("SELECT count(*) FROM own_homework") } == 0)
    }

    @Test func `a coming lesson takes topic and homework, its roll waits`() async throws {
        let form = LessonForm(school: try await TestSchool.make(), day: "2026-11-23")
        let page = await form.open().text
        #expect(page.contains("<fieldset disabled class=\"bare\"><ol class=\"roll\""))
        #expect(!page.contains(#"value="confirm""#))
        _ = await form.send(
            [("topic", "Степени"), ("homework", "§ 6")] + form.line(form.school.students[0], mark: "5"))
        #expect(try form.stored().topic == "Степени")
        #expect(try form.cell(form.school.students[0]) == "")
    }

    @Test(arguments: [TestSchool.Person.teacher, .classTeacher, .deputy, .director, .responsible])
    func `the way back from a lesson leads where the visitor may go`(person: TestSchool.Person) async throws {
        let form = LessonForm(school: try await TestSchool.make(), person: person)
        let page = await form.open().text
        let back = try #require(page.firstMatch(of: /class="back" href="([^"]+)"/)).1
        #expect(await form.school.get(String(back), as: person).status == 200, "\(back)")
    }

    @Test(arguments: [TestSchool.Person.classTeacher, .deputy, .director])
    func `class teacher, deputy and director read the lesson and have no button to save`(person: TestSchool.Person)
        async throws
    {
        let form = LessonForm(school: try await TestSchool.make(), person: person)
        let answer = await form.open()
        #expect(answer.status == 200)
        #expect(answer.text.contains("<fieldset disabled class=\"bare\">"))
        #expect(!answer.text.contains("class=\"foot\""))
        #expect(await form.send([("topic", "Т")]).status == 403)
    }

    @Test func `the substitute sees that only this lesson is to be written`() async throws {
        let school = try await TestSchool.make()
        let form = LessonForm(school: school, person: .substitute)
        try school.substitute(.substitute, for: form.lesson)
        #expect(await form.open().text.contains("Вы можете записать только этот урок"))
        #expect(await form.send([("topic", "Замена"), ("do", "confirm")]).status == 303)
        #expect(await LessonForm(school: school, person: .substitute, day: "2026-11-19").open().status == 404)
    }

    @Test func `a stranger's lesson is not found, as one that does not exist`() async throws {
        let form = LessonForm(school: try await TestSchool.make(), person: .otherTeacher)
        let stranger = await form.open()
        let unknown = await form.school.get("/lessons/12345", as: .otherTeacher)
        #expect(stranger.status == 404)
        #expect(unknown.status == 404)
    }

    @Test func `the number of questions does not grow with the class`() async throws {
        var counts: [Int] = []
        for size in [5, 30] {
            let form = LessonForm(school: try await TestSchool.make(students: size))
            _ = await form.open()
            counts.append(await form.school.statements { _ = await form.open() })
        }
        #expect(counts[0] == counts[1])
    }

    @Test func `the history of a lesson shows old and new, who and when`() async throws {
        let form = LessonForm(school: try await TestSchool.make())
        _ = await form.send([("topic", "Квадрат суммы")])
        _ = await form.send([("topic", "Куб суммы"), ("do", "confirm")], version: 1)
        let page = await form.school.get(form.address + "/history", as: .deputy)
        #expect(page.status == 200)
        #expect(page.text.contains("Квадрат суммы → <b>Куб суммы</b>"))
        #expect(page.text.contains("Осмонова Г. Т."))
        #expect(await form.school.get(form.address + "/history", as: .otherTeacher).status == 404)
    }
}
