import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct DiaryAccessTests {
    static let places = ["", "/week", "/marks", "/absence"]

    @Test(arguments: places)
    func `another family's child is answered like an id that does not exist, and the attempt is logged`(
        place: String
    ) async throws {
        let world = try await DiaryWorld.make()
        let strange = await world.page(place, as: .otherFather)
        let unknown = await world.school.get("/diary/12345\(place)", as: .otherFather)
        #expect(strange.status == 404 && unknown.status == 404)
        #expect(strange.text == unknown.text.replacing("/diary/12345", with: "/diary/\(world.child)"))
        let object = "diary/\(world.child)"
        #expect(
            try await world.eventually {
                try world.count(
                    """
                    SELECT count(*) FROM access_log
                    WHERE school_id = \(world.school.store.id) AND object = \(object) AND outcome = 'refused'
                        AND person_id = \(world.school.id(.otherFather))
                    """) == 1
            })
    }

    @Test func `a program gets the same not found for a stranger's child as for nobody's`() async throws {
        let world = try await DiaryWorld.make()
        let strange = await world.week(as: .otherFather)
        let unknown = await world.school.api(.get, "/api/v1/diary/12345", as: .otherFather)
        #expect(strange.status == 404 && strange.text == unknown.text)
    }

    @Test func `a student reads the own diary and no other`() async throws {
        let world = try await DiaryWorld.make()
        let other = try #require(world.school.students.first { $0 != world.child })
        #expect(await world.page(as: .student).status == 200)
        #expect(await world.school.get("/diary", as: .student).headers[.location] == "/diary/\(world.child)")
        #expect(await world.school.get("/diary/\(other)", as: .student).status == 404)
        #expect(await world.school.api(.get, "/api/v1/diary/\(other)", as: .student).status == 404)
    }

    @Test(arguments: [TestSchool.Person.teacher, .classTeacher, .deputy, .director, .administrator, .clerk])
    func `staff have no way into the diary of a family`(person: TestSchool.Person) async throws {
        let world = try await DiaryWorld.make()
        #expect(await world.page(as: person).status == 403)
        #expect(await world.week(as: person).status == 403)
    }

    @Test func `a parent of two goes from one child to the other, and comes back to the one looked at last`()
        async throws
    {
        let world = try await DiaryWorld.make()
        let page = await world.page()
        #expect(page.text.contains(#"<a href="/diary/\#(world.school.brother)"><span class="face""#))
        #expect(page.headers[.setCookie]?.hasPrefix("child=\(world.child);") == true)
        let brother = await world.school.get("/diary/\(world.school.brother)/marks", as: .mother)
        #expect(brother.text.contains("География") && !brother.text.contains("Алгебра"))
        let last: HTTPFields = [.cookie: "child=\(world.child)"]
        let start = await world.school.api(.get, "/diary/marks", as: .mother, headers: last)
        #expect(start.headers[.location] == "/diary/\(world.child)/marks")
    }

    @Test func `a family keeps reading after the child has left, where the school lets it`() async throws {
        let world = try await DiaryWorld.make()
        _ = await Entries(school: world.school).set("5", for: world.child, on: "2026-11-10")
        try world.school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE enrolment SET to_day = '2026-11-13'
                WHERE school_id = \(writing.school) AND student_id = \(world.child)
                """)
            _ = try writing.connection.run(
                "UPDATE setting SET value = '1' WHERE school_id = \(writing.school) AND name = 'leavers.read'")
        }
        #expect(await world.page().status == 200)
        #expect(await world.page("/marks").text.contains(#"<b class="mark">5</b>"#))
        #expect(await world.lessons(on: world.today).isEmpty)
        #expect(await world.page(as: .student).status == 200)
    }

    @Test func `the preview shows the same day to deputy and class teacher, and the look is logged`() async throws {
        let world = try await DiaryWorld.make()
        let address = "/diary-preview/\(world.child)"
        for person in [TestSchool.Person.deputy, .director, .classTeacher] {
            let page = await world.school.get(address, as: person)
            #expect(page.status == 200 && page.text.contains("Алгебра"), "\(person)")
            #expect(!page.text.contains("/done"), "\(person)")
        }
        #expect(await world.school.get(address, as: .teacher).status == 403)
        let brother = "/diary-preview/\(world.school.brother)"
        #expect(await world.school.get(brother, as: .classTeacher).status == 404)
        #expect(
            try await world.eventually {
                try world.count(
                    """
                    SELECT count(*) FROM access_log
                    WHERE school_id = \(world.school.store.id) AND action = 'preview' AND outcome = 'done'
                    """) == 3
            })
    }
}
