import Foundation
import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp

@Suite struct EntriesAccessTests {
    @Test func `the same request is done once and answered the same again`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        let entry = Entries.entry(school.lesson(school.algebra, "2026-11-20"), school.students[0], "5")
        let first = await entries.send([entry], key: "a")
        let second = await entries.send([entry], key: "a")
        #expect(first.status == 200)
        #expect(second.status == 200)
        #expect(first.text == second.text)
        let changes = try school.read {
            try $0.count("SELECT count(*) FROM audit WHERE school_id = \(school.store.id) AND action = 'cell.set'")
        }
        #expect(changes == 1)
    }

    @Test func `another request under the same key is refused`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        let lesson = school.lesson(school.algebra, "2026-11-20")
        _ = await entries.send([Entries.entry(lesson, school.students[0], "5")], key: "a")
        let other = await entries.send([Entries.entry(lesson, school.students[0], "4")], key: "a")
        #expect(other.status == 422)
        #expect(other.code == "idempotency_key_reused")
    }

    @Test func `a key is forgotten after 30 days`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        let lesson = school.lesson(school.algebra, "2026-11-20")
        _ = await entries.send([Entries.entry(lesson, school.students[0], "5")], key: "a")
        school.clock.set("2026-12-21T09:00")
        let other = await entries.send([Entries.entry(lesson, school.students[0], "4", version: 1)], key: "a")
        #expect(other.status == 200)
    }

    @Test func `a request without a key, or with a bad one, is refused`() async throws {
        let school = try await TestSchool.make()
        let target = "/api/v1/pages/\(school.algebra)/entries"
        let without = await school.api(.post, target, json: #"{"entries":[]}"#, as: .teacher)
        #expect(without.status == 400)
        #expect(without.code == "idempotency_key_missing")
        #expect(await Entries(school: school).send([], key: String(repeating: "k", count: 201)).status == 400)
        #expect(await Entries(school: school).send([], key: "k").status == 200)
    }

    @Test func `a body that does not fit names the field`() async throws {
        let school = try await TestSchool.make()
        let entries = Entries(school: school)
        let missing = await entries.send([#"{"lesson":"1","student":"2"}"#])
        #expect(missing.status == 422)
        #expect(missing.text.contains(#""pointer":"/entries/0/set""#))
        let wrong = await entries.send([#"{"lesson":1,"student":"2","set":"5"}"#])
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("/entries/0/lesson"))
        let many = await entries.send(Array(repeating: Entries.entry(1, 2, "5"), count: 201))
        #expect(many.status == 422)
    }

    @Test func `a missing version is 0`() async throws {
        let school = try await TestSchool.make()
        let lesson = school.lesson(school.algebra, "2026-11-20")
        let entry = #"{"lesson":"\#(lesson)","student":"\#(school.students[0])","set":"5"}"#
        #expect(await Entries(school: school).results([entry]).first?.version == 1)
        #expect(await Entries(school: school).results([entry]).first?.status == "conflict")
    }

    @Test func `a substitute writes the lesson that was given, and reads no other`() async throws {
        let school = try await TestSchool.make()
        try school.substitute(.substitute, for: school.lesson(school.algebra, "2026-11-20"))
        let entries = Entries(school: school, person: .substitute)
        #expect(await entries.set("5", for: school.students[0]).status == "saved")
        #expect(await entries.set("5", for: school.students[0], on: "2026-11-19").code == "read_only")
        let page = await school.api(.get, "/api/v1/pages/\(school.algebra)", as: .substitute)
        #expect((page.json["lessons"] as? [Any])?.count == 1)
    }

    @Test func `the class teacher reads the pages of the class and writes none but the own`() async throws {
        let school = try await TestSchool.make()
        #expect(await school.api(.get, "/api/v1/pages/\(school.algebra)", as: .classTeacher).status == 200)
        let entry = Entries.entry(school.lesson(school.algebra, "2026-11-20"), school.students[0], "5")
        let refused = await Entries(school: school, person: .classTeacher).send([entry])
        #expect(refused.status == 403)
        #expect(refused.code == "read_only")
        let own = Entries(school: school, person: .classTeacher, page: school.history)
        #expect(await own.set("5", for: school.students[0]).status == "saved")
    }

    @Test(arguments: [TestSchool.Person.director, .deputy, .administrator, .clerk, .responsible, .student, .mother])
    func `nobody but a teacher of the page sets a mark`(person: TestSchool.Person) async throws {
        let school = try await TestSchool.make(students: 3)
        let entry = Entries.entry(school.lesson(school.algebra, "2026-11-20"), school.students[0], "5")
        #expect(await Entries(school: school, person: person).send([entry]).status == 403)
    }

    @Test func `a page of a stranger looks like one that does not exist`() async throws {
        let school = try await TestSchool.make(students: 3)
        let strange = await school.api(.get, "/api/v1/pages/\(school.algebra)", as: .otherTeacher)
        let unknown = await school.api(.get, "/api/v1/pages/12345", as: .otherTeacher)
        #expect(strange.status == 404)
        #expect(strange.text == unknown.text)
        let entry = Entries.entry(school.lesson(school.algebra, "2026-11-20"), school.students[0], "5")
        #expect(await Entries(school: school, person: .otherTeacher).send([entry]).status == 404)
    }

    @Test func `the list of pages holds what one may read and says what one may write`() async throws {
        let school = try await TestSchool.make(students: 3)
        let teacher = await school.api(.get, "/api/v1/pages", as: .teacher)
        #expect(teacher.items.compactMap { $0["id"] as? String } == ["\(school.algebra)"])
        #expect(teacher.items[0]["class"] as? String == "7А")
        #expect(teacher.items[0]["teachers"] as? [String] == ["Осмонова Гүлнара Таалайевна"])
        let leader = await school.api(.get, "/api/v1/pages", as: .classTeacher)
        let writable = leader.items.map { $0["mayWrite"] as? Bool ?? false }
        #expect(leader.items.count == 2)
        #expect(writable.count { $0 } == 1)
        #expect(await school.api(.get, "/api/v1/pages", as: .deputy).items.count == 3)
        #expect(await school.api(.get, "/api/v1/pages", as: .student).status == 403)
    }

    @Test func `a term that the grade does not have is refused`() async throws {
        let school = try await TestSchool.make(students: 3)
        #expect(await school.api(.get, "/api/v1/pages/\(school.algebra)?term=1", as: .teacher).status == 200)
        #expect(await school.api(.get, "/api/v1/pages/\(school.algebra)?term=9", as: .teacher).status == 404)
        #expect(await school.api(.get, "/api/v1/pages/\(school.algebra)?term=x", as: .teacher).status == 422)
    }
}
