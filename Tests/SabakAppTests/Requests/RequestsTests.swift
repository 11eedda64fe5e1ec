import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct RequestsTests {
    private func report(
        _ school: TestSchool, _ form: [(String, String)], as person: TestSchool.Person = .mother
    ) async -> TestAnswer {
        await school.post("/diary/\(school.id(.student))/changes", form: form, as: person)
    }

    private func requests(_ school: TestSchool) throws -> [ChangeRequest] {
        try school.read { connection in
            try [ChangeRequest.State.sent, .passed].flatMap {
                try ChangeRequest.find(
                    .inState($0, classes: nil), school: school.store.id, on: Day("2026-11-20")!, in: connection)
            }
        }
    }

    private func phone(of person: Int64, in school: TestSchool) throws -> String {
        try school.read { connection in
            try RosterWriting.PersonFacts.read(person, school: school.store.id, in: connection)?.facts.phone ?? ""
        }
    }

    private func newPhone(_ school: TestSchool) -> [(String, String)] {
        [
            ("person", "\(school.id(.mother))"), ("field", "phone"), ("value", "+996 000 777 111"),
            ("words", "жаңы номер"),
        ]
    }

    @Test func `a new phone goes from the parent over the class teacher to the clerk, and changes only then`()
        async throws
    {
        let school = try await TestSchool.make()
        let mother = school.id(.mother)
        #expect(await report(school, newPhone(school)).status == 303)
        #expect(await school.get("/my-day", as: .classTeacher).text.contains("href=\"/requests\""))
        #expect(!(await school.get("/students", as: .clerk).text.contains("ждут решения")))
        let request = try #require(try requests(school).first)
        #expect(await school.post("/requests/\(request.id)/accept", form: [("now", "")], as: .clerk).status == 409)
        #expect(await school.post("/requests/\(request.id)/pass", as: .classTeacher).status == 303)
        #expect(try phone(of: mother, in: school) == "")
        #expect(await school.get("/students", as: .clerk).text.contains("ждут решения: 1 сообщение"))
        let diary = await school.get("/diary/\(school.id(.student))/changes", as: .mother).text
        #expect(diary.contains("у делопроизводителя"))
        let accepted = await school.post("/requests/\(request.id)/accept", form: [("now", "")], as: .clerk)
        #expect(accepted.status == 303)
        #expect(try phone(of: mother, in: school) == "+996 000 777 111")
        let card = await school.get("/students/\(school.id(.student))", as: .clerk).text
        #expect(card.contains("+996 000 777 111"))
        #expect(await school.get("/diary/\(school.id(.student))/changes", as: .mother).text.contains("принято"))
        let audit = try school.read { connection in
            try connection.all(
                """
                SELECT action FROM audit
                WHERE school_id = \(school.store.id) AND action LIKE 'request.%' ORDER BY seq
                """
            ) { $0.text(0) }
        }
        #expect(audit == ["request.send", "request.pass", "request.accept"])
    }

    @Test func `the class teacher sends back with a reason, which the parent reads`() async throws {
        let school = try await TestSchool.make()
        _ = await report(school, newPhone(school))
        let request = try #require(try requests(school).first)
        let address = "/requests/\(request.id)/return"
        #expect(await school.post(address, as: .classTeacher).status == 422)
        let form = [("answer", "Уточните номер")]
        #expect(await school.post(address, form: form, as: .classTeacher).status == 303)
        let diary = await school.get("/diary/\(school.id(.student))/changes", as: .mother).text
        #expect(diary.contains("Уточните номер") && diary.contains("возвращено"))
        #expect(await school.post("/requests/\(request.id)/pass", as: .classTeacher).status == 409)
    }

    @Test func `the clerk refuses with a reason and nothing changes`() async throws {
        let school = try await TestSchool.make()
        _ = await report(school, newPhone(school))
        let request = try #require(try requests(school).first)
        _ = await school.post("/requests/\(request.id)/pass", as: .classTeacher)
        let refused = await school.post(
            "/requests/\(request.id)/reject", form: [("answer", "нет документа")], as: .clerk)
        #expect(refused.status == 303)
        #expect(try phone(of: school.id(.mother), in: school) == "")
        #expect(
            await school.get("/diary/\(school.id(.student))/changes", as: .mother).text.contains("нет документа"))
    }

    @Test func `a card that has changed meanwhile is shown old, now and new, and taken only as seen`() async throws {
        let school = try await TestSchool.make()
        let mother = school.id(.mother)
        _ = await report(school, newPhone(school))
        let request = try #require(try requests(school).first)
        _ = await school.post("/requests/\(request.id)/pass", as: .classTeacher)
        try school.write { writing in
            let known = try #require(
                try RosterWriting.PersonFacts.read(mother, school: writing.school, in: writing.connection))
            var facts = known.facts
            facts.phone = "+996 000 555 222"
            try RosterWriting(writing: writing, ids: school.app.ids).changePerson(mother, to: facts)
        }
        let page = await school.get("/requests", as: .clerk).text
        #expect(page.contains("сейчас: +996 000 555 222") && page.contains("+996 000 777 111"))
        let address = "/requests/\(request.id)/accept"
        #expect(await school.post(address, form: [("now", "")], as: .clerk).status == 409)
        #expect(await school.post(address, form: [("now", "+996 000 555 222")], as: .clerk).status == 303)
        #expect(try phone(of: mother, in: school) == "+996 000 777 111")
    }

    @Test func `the class teacher starts one for the own class, and the deputy may accept it`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        let form = [("student", "\(student)"), ("field", "born"), ("value", "12.05.2013")]
        #expect(await school.get("/requests/new?student=\(student)&field=born", as: .classTeacher).status == 200)
        #expect(await school.post("/requests", form: form, as: .classTeacher).status == 303)
        let request = try #require(try requests(school).first)
        #expect(request.state == .passed && request.newValue == "2013-05-12")
        #expect(await school.post("/requests/\(request.id)/accept", form: [("now", "")], as: .deputy).status == 303)
        #expect(await school.get("/students/\(student)", as: .clerk).text.contains("12.05.2013"))
        let other = [("student", "\(school.otherChild)"), ("field", "born"), ("value", "12.05.2013")]
        #expect(await school.post("/requests", form: other, as: .classTeacher).status == 404)
        #expect(await school.get("/requests/new?student=\(school.otherChild)", as: .classTeacher).status == 404)
    }

    @Test func `wrong values come back as typed, what the school has already is said`() async throws {
        let school = try await TestSchool.make()
        let wrong = await report(school, [("field", "phone"), ("value", "без номера")])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"без номера\"") && wrong.text.contains("value-err"))
        let same = await report(school, [("field", "surname"), ("value", "Асанова")])
        #expect(same.status == 422 && same.text.contains("В школе записано именно так"))
        let empty = await report(school, [("field", "words"), ("words", "")])
        #expect(empty.status == 422 && empty.text.contains("words-err"))
    }

    @Test func `nobody reports about a stranger's child or speaks for another adult`() async throws {
        let school = try await TestSchool.make()
        #expect(await report(school, newPhone(school), as: .otherFather).status == 404)
        #expect(await report(school, newPhone(school), as: .student).status == 403)
        let father = [
            ("person", "\(school.id(.otherFather))"), ("field", "phone"), ("value", "+996 000 111 111"),
        ]
        #expect(await report(school, father).status == 303)
        let request = try #require(try requests(school).first)
        #expect(request.person == school.id(.student))
        #expect(await school.post("/requests/\(request.id)/pass", as: .otherTeacher).status == 403)
        #expect(await school.post("/requests/\(request.id)/pass", as: .mother).status == 404)
        #expect(await school.post("/requests/\(request.id)/accept", as: .classTeacher).status == 403)
        let taken = "/diary/\(school.id(.student))/changes/\(request.id)/withdraw"
        #expect(await school.post(taken, as: .otherFather).status == 404)
        #expect(await school.post(taken, as: .mother).status == 303)
        #expect(try requests(school).isEmpty)
    }

    @Test func `a personal number on its way is seen whole by the clerk alone`() async throws {
        let school = try await TestSchool.make()
        _ = await report(school, [("field", "nationalID"), ("value", "20305201300123")])
        #expect(!(await school.get("/requests", as: .classTeacher).text.contains("20305201300123")))
        #expect(await school.get("/requests", as: .clerk).text.contains("20305201300123"))
    }
}
