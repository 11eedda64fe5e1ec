import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct DataChecksTests {
    private func sign(_ school: TestSchool, _ month: String, as person: TestSchool.Person = .classTeacher) async
        -> TestAnswer
    {
        await school.post(
            "/classes/\(school.class7A)/data/confirm", form: [("month", month), ("checked", "1")], as: person)
    }

    @Test func `the class teacher sees who lacks what, and asks for it from there`() async throws {
        let school = try await TestSchool.make()
        let page = await school.get("/classes/\(school.class7A)/data", as: .classTeacher).text
        #expect(page.contains("5 учеников, данные неполны у 5"))
        #expect(page.contains("/requests/new?student=\(school.students[0])&amp;field=born"))
        #expect(page.contains("законный представитель"))
        let list = await school.get("/classes/\(school.class7A)", as: .classTeacher).text
        #expect(list.contains("/classes/\(school.class7A)/data"))
        #expect(await school.get("/classes/\(school.class8B)/data", as: .classTeacher).status == 404)
        let clerk = await school.get("/classes/\(school.class7A)/data", as: .clerk).text
        #expect(!clerk.contains("/data/confirm"))
    }

    @Test func `a student with everything is not in the list`() async throws {
        let school = try await TestSchool.make()
        let (student, mother) = (school.id(.student), school.id(.mother))
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            for person in [student, mother] {
                var facts = try #require(
                    try RosterWriting.PersonFacts.read(person, school: writing.school, in: writing.connection)
                ).facts
                (facts.birthDay, facts.sex, facts.address) = ("2013-05-12", "f", "Манас 1")
                (facts.nationalID, facts.phone) = ("00000000000000", "+996 000 100 200")
                try roster.changePerson(person, to: facts)
            }
        }
        let gaps = await school.get("/classes/\(school.class7A)/data", as: .classTeacher).text
        #expect(gaps.contains("данные неполны у 4") && !gaps.contains("Асанова Айпери"))
    }

    @Test func `the task of a month closes only by the signature of the class teacher`() async throws {
        let school = try await TestSchool.make()
        let start = await school.get("/my-day", as: .classTeacher).text
        #expect(start.contains("7А: подтвердите данные учеников (сентябрь)"))
        let unticked = await school.post(
            "/classes/\(school.class7A)/data/confirm", form: [("month", "2026-09")], as: .classTeacher)
        #expect(unticked.status == 422)
        for person in [TestSchool.Person.clerk, .deputy, .teacher, .mother] {
            let status = await sign(school, "2026-09", as: person).status
            #expect(status == 403 || status == 404, "\(person)")
        }
        for month in ["2026-09", "2026-10", "2026-11"] { #expect(await sign(school, month).status == 303) }
        #expect(await sign(school, "2026-11").status == 409)
        #expect(await sign(school, "2026-12").status == 404)
        #expect(!(await school.get("/my-day", as: .classTeacher).text.contains("подтвердите данные")))
        school.clock.set("2026-12-01T09:00")
        #expect(await school.get("/my-day", as: .classTeacher).text.contains("(декабрь)"))
    }

    @Test(arguments: [(TestSchool.Person.deputy, true), (.director, true), (.responsible, false)])
    func `the board leads into a class whoever may read its data`(person: TestSchool.Person, mayRead: Bool) async throws
    {
        let school = try await TestSchool.make()
        let board = await school.get("/data-checks", as: person).text
        let address = "/classes/\(school.class7A)/data"
        #expect(board.contains("7А") && board.contains("href=\"\(address)\"") == mayRead)
        #expect(await school.get(address, as: person).status == (mayRead ? 200 : 403))
    }

    @Test func `the deputy sees who has not confirmed`() async throws {
        let school = try await TestSchool.make()
        _ = await sign(school, "2026-11")
        let board = await school.get("/data-checks", as: .deputy).text
        #expect(board.contains("не подтвердили 1 из 2"))
        #expect(board.contains("✓ 20.11.2026") && board.contains("Бейшебаева"))
        #expect(await school.get("/data-checks", as: .teacher).status == 200)
        #expect(!(await school.get("/data-checks", as: .teacher).text.contains("7А")))
        #expect(await school.get("/control", as: .deputy).text.contains("/data-checks"))
    }

    @Test func `the clerk has no way to a mark, wherever it is shown`() async throws {
        let school = try await TestSchool.make()
        let (page, lesson, student) = (
            school.algebra, school.lesson(school.algebra, "2026-11-19"), school.students[0]
        )
        for address in [
            "/pages", "/pages/\(page)", "/pages/\(page)?term=2", "/pages/\(page)/finals",
            "/pages/\(page)/counts/\(student)", "/pages/\(page)/cells/\(lesson)/\(student)", "/lessons/\(lesson)",
            "/lessons/\(lesson)/history", "/classes/\(school.class7A)/finals", "/classes/\(school.class7A)/pages",
            "/diary/\(student)", "/diary/\(student)/marks", "/diary/\(student)/week", "/diary-preview/\(student)",
            "/control", "/control/audit", "/closing", "/indicators", "/absences", "/my-day", "/unlocks",
            "/api/v1/pages/\(page)", "/api/v1/diary/\(student)",
        ] {
            let answer =
                address.hasPrefix("/api/")
                ? await school.api(.get, address, as: .clerk) : await school.get(address, as: .clerk)
            #expect(answer.status == 403 || answer.status == 404, "\(address): \(answer.status)")
        }
        // Rights by which a mark may be read: the clerk has none of them.
        let readers: [Right] = [
            .readPage, .readMarkHistory, .readOwnDiary, .readOtherDiary, .previewDiary, .readClassRanking,
            .readControlReport, .exportJournal, .exportReportCard, .readJournalAudit, .readDaySheet,
        ]
        for right in readers { #expect(!RightsTable.allows(right, roles: [.clerk]), "\(right)") }
    }

    @Test func `the card shows brothers and sisters and the way through the school, the class teacher reads only`()
        async throws
    {
        let school = try await TestSchool.make()
        let card = await school.get("/students/\(school.id(.student))", as: .classTeacher).text
        #expect(card.contains("Асанов Нурсултан") && card.contains("8Б"))
        #expect(!card.contains("href=\"/students/\(school.brother)\""))
        #expect(card.contains("Путь в школе") && card.contains("Прибыл(а)"))
        #expect(!card.contains("/movements/2026/") && !card.contains("/leave"))
        let clerk = await school.get("/students/\(school.id(.student))", as: .clerk).text
        #expect(clerk.contains("href=\"/students/\(school.brother)\"") && clerk.contains("/movements/2026/"))
    }

    @Test func `a full look at a personal number is kept in the log of access`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        _ = await school.get("/students/\(student)?show=id", as: .clerk)
        var seen = 0
        for _ in 0..<200 where seen == 0 {
            await Task.yield()
            seen = try school.read { connection in
                try connection.count(
                    """
                    SELECT count(*) FROM access_log
                    WHERE school_id = \(school.store.id) AND action = 'read.national-id'
                        AND person_id = \(school.id(.clerk)) AND object = \("person/\(student)")
                    """)
            }
        }
        #expect(seen == 1)
    }
}
