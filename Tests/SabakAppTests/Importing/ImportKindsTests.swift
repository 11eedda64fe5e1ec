import Sheets
import Store
import TestSchool
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules

/// What a deputy and a teacher bring, files that are none, and what happens when the program ends meanwhile.
@Suite struct ImportKindsTests {
    private func world() async throws -> ImportDeskWorld { ImportDeskWorld(school: try await TestSchool.make()) }

    private let load = "Класс;Предмет;Учитель;Часов в неделю\n7А;Физика;Осмонова Г. Т.;2\n8Б;Физика;Жумабаев У. Т.;2\n"

    private func archive(_ set: RosterSet) -> [UInt8] {
        TestArchive.zip(set.files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }

    // MARK: Deputy and teacher

    @Test func `the deputy brings the load, and the pages are there`() async throws {
        let world = try await world()
        let address = try await world.bring(.load, Array(load.utf8), as: .deputy)
        #expect(try world.state(address) == "done")
        let school = world.school.store.id
        #expect(try world.count("SELECT count(*) FROM load WHERE school_id = \(school) AND hours = 200") == 2)
    }

    @Test func `a timetable without dates holds from the day that was typed`() async throws {
        let world = try await world()
        let list = "Класс;День;Урок;Предмет\n7А;пн;3;Алгебра\n8Б;вт;2;География\n"
        let address = try await world.bring(.timetable, Array(list.utf8), as: .deputy)
        #expect(try world.state(address) == "done")
        let school = world.school.store.id
        let versions: SQL = """
            SELECT count(*) FROM timetable_version WHERE school_id = \(school) AND from_day = '2026-11-30'
                AND published_at > 0
            """
        #expect(try world.count(versions) == 1)
    }

    @Test func `a timetable without a day of this year is not taken, and what was typed stays`() async throws {
        let school = try await TestSchool.make(students: 3)
        let answer = await school.upload(
            "/imports/new/asc", [("a.xml", Array("<timetable/>".utf8))], form: [("first-day", "2031-01-01")],
            as: .deputy)
        #expect(answer.status == 422 && answer.text.contains("2031-01-01"))
        #expect(answer.text.contains("Укажите день этого учебного года"))
    }

    @Test func `an aSc file is checked at once and becomes a version`() async throws {
        let world = try await world()
        let text = """
            <timetable><periods><period period="1"/><period period="2"/></periods>
            <teachers><teacher id="t" name="Осмонова Гүлнара Таалайевна"/></teachers>
            <subjects><subject id="s" name="Алгебра"/></subjects>
            <classes><class id="c" name="7А"/></classes>
            <groups><group id="g" classid="c" entireclass="1" name="Весь класс"/></groups>
            <lessons><lesson id="l" subjectid="s" classids="c" groupids="g" teacherids="t" periodsperweek="1.0"/>
            </lessons>
            <cards><card lessonid="l" period="1" days="10000"/></cards></timetable>
            """
        let address = try await world.upload(.asc, Array(text.utf8), named: "school.xml", as: .deputy)
        #expect(try world.state(address) == "ready")
        #expect(await world.school.get(address, as: .deputy).text.contains("1 место в сетке"))
        try await world.write(address, as: .deputy)
        #expect(try world.state(address) == "done")
    }

    @Test func `a teacher brings a plan for what the teacher teaches, and for nothing else`() async throws {
        let world = try await world()
        let own = "Предмет;Параллель;Тема;Часы\nАлгебра;7;Дроби;2\nАлгебра;7;Проценты;1\n"
        let address = try await world.bring(.plan, Array(own.utf8), as: .teacher)
        #expect(try world.state(address) == "done")
        #expect(await world.school.get("/plans", as: .teacher).text.contains("Алгебра, 7"))
        let foreign = "Предмет;Параллель;Тема\nГеография;8;Карта\n"
        let other = try await world.upload(.plan, foreign, as: .teacher)
        try await world.check(other, as: .teacher)
        #expect(await world.school.get(other, as: .teacher).text.contains("вы не ведёте этот предмет"))
    }

    @Test func `a OneRoster set comes in two parts, people by the clerk and then the load by the deputy`() async throws
    {
        let world = try await world()
        let school = world.school.store.id
        let zip = archive(RosterSet("1.1"))
        let early = try await world.upload(.teaching, zip, named: "set.zip", as: .deputy)
        #expect(await world.school.get(early, as: .deputy).text.contains("Сначала людей загружает делопроизводитель"))
        let people = try await world.bring(.people, zip, named: "set.zip", as: .clerk)
        #expect(try world.state(people) == "done")
        #expect(try world.count("SELECT count(*) FROM person WHERE school_id = \(school) AND external_id <> ''") == 10)
        #expect(try world.count("SELECT count(*) FROM page WHERE school_id = \(school) AND external_id <> ''") == 0)
        let teaching = try await world.bring(.teaching, zip, named: "set.zip", as: .deputy)
        #expect(try world.state(teaching) == "done")
        #expect(try world.count("SELECT count(*) FROM page WHERE school_id = \(school) AND external_id <> ''") == 5)
        let given: SQL = """
            SELECT count(*) FROM load
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id AND page.external_id <> ''
            WHERE load.school_id = \(school) AND load.from_day = '2026-09-01'
            """
        #expect(try world.count(given) == 5)
    }

    @Test func `people whom a OneRoster set does not name leave only when the clerk says so`() async throws {
        let world = try await world()
        let school = world.school.store.id
        var set = RosterSet("1.1")
        _ = try await world.bring(.people, archive(set), named: "set.zip", as: .clerk)
        for name in ["users.csv", "enrollments.csv", "demographics.csv"] {
            let lines = set.files[name, default: ""].split(separator: "\n").filter { !$0.contains("ST6") }
            set.files[name] = lines.joined(separator: "\n")
        }
        let address = try await world.upload(.people, archive(set), named: "set.zip", as: .clerk)
        let page = await world.school.get(address, as: .clerk).text
        #expect(page.contains("Если они выбыли") && page.contains("Набор их не называет"))
        #expect(page.matches(of: /<li><a href="\/students\/[0-9]+">/).count == 1)
        let open: SQL = """
            SELECT count(*) FROM enrolment JOIN person ON person.school_id = enrolment.school_id
                AND person.id = enrolment.student_id AND person.external_id = 'ST6'
            WHERE enrolment.school_id = \(school) AND enrolment.to_day > '2026-11-20'
            """
        #expect(try world.count(open) == 1)
        try await world.write(address, [("agree", "1")], as: .clerk)
        #expect(try world.state(address) == "done" && world.count(open) == 0)
    }

    // MARK: Files that are none

    @Test func `an archive with one list in it is taken for the list`() async throws {
        let world = try await world()
        let zip = TestArchive.zip([("Списки/9А.csv", Array("ФИО;Класс\nЫрысбекова Нурай;9А\n".utf8))])
        let address = try await world.bring(.students, zip, named: "9А.zip", as: .clerk)
        #expect(try world.state(address) == "done")
    }

    @Test func `files that are no lists are refused in the reader's language, never with a fault`() async throws {
        let school = try await TestSchool.make(students: 3)
        let bomb = TestArchive.zip([("a.csv", [UInt8](repeating: 0x41, count: 40 << 20))])
        let entities = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><timetable>&b;</timetable>"
        let files: [(ImportKind, [UInt8], TestSchool.Person)] = [
            (.students, [], .clerk), (.students, Array("PK\u{3}\u{4}rest".utf8), .clerk),
            (.students, [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600), .clerk),
            (.students, Array("<html><table></table></html>".utf8), .clerk), (.students, bomb, .clerk),
            (.students, TestArchive.zip([("../../a.csv", [65])]), .clerk),
            (.students, TestArchive.zip([("a.csv", [65]), ("b.csv", [65])]), .clerk),
        ]
        for (kind, bytes, person) in files {
            let answer = await school.upload("/imports/new/\(kind.rawValue)", [("a.xlsx", bytes)], as: person)
            #expect(answer.status == 422 && answer.text.contains("id=\"file-err\""), "\(bytes.count)")
        }
        let world = ImportDeskWorld(school: school)
        for text in [entities, "<timetable", "<fet/>"] {
            let answer = await school.upload(
                "/imports/new/asc", [("a.xml", Array(text.utf8))], form: [("first-day", "2026-11-30")], as: .deputy)
            #expect(answer.status == 303, "\(text)")
            await school.app.imports.rest()
            let address = try #require(answer.headers[.location])
            #expect(try world.state(address) == "ready")
            #expect(await school.get(address, as: .deputy).text.contains("say bad"))
        }
    }

    @Test func `a file above the limit is told with its size`() async throws {
        let school = try await TestSchool.make(students: 3)
        let answer = await school.upload(
            "/imports/new/students", [("a.csv", [UInt8](repeating: 65, count: 9 << 20))], as: .clerk)
        #expect(answer.status == 422 && answer.text.contains("Файл занимает 9 МБ"))
    }

    @Test func `a body that is no form with files is refused`() async throws {
        let school = try await TestSchool.make(students: 3)
        let answer = await school.post("/imports/new/students", form: [("file", "x")], as: .clerk)
        #expect(answer.status == 422)
    }

    @Test func `lists with mistakes in their letters and numbers are told about on the first page`() async throws {
        let world = try await world()
        let list = "ФИО;Класс\n??????? ?????;5А\n???? ????;5А\n????? ???;5А\n"
        let address = try await world.upload(.students, list, as: .clerk)
        let page = await world.school.get(address, as: .clerk).text
        #expect(page.contains("Буквы потеряны"), "\(page)")
    }

    // MARK: Broken off

    @Test func `a list that was under way when the program ended is broken off, and may be begun again`() async throws {
        let world = try await world()
        let school = world.school.store
        let address = try await world.upload(.load, load, as: .deputy)
        try await world.check(address, as: .deputy)
        try world.school.write { writing in
            _ = try writing.connection.run(
                "UPDATE list_import SET state = 'running', claim = claim + 1 WHERE school_id = \(writing.school)")
        }
        try ImportSweeping.breakOff(in: school, at: world.school.clock.now())
        #expect(try world.state(address) == "failed")
        #expect(await world.school.get(address, as: .deputy).text.contains("ничего не записано"))
        _ = await world.school.post(address + "/check", as: .deputy)
        await world.school.app.imports.rest()
        try await world.write(address, as: .deputy)
        #expect(try world.state(address) == "done")
        #expect(try world.count("SELECT count(*) FROM load WHERE school_id = \(school.id) AND hours = 200") == 2)
    }

    @Test func `work whose turn was taken away writes nothing`() async throws {
        let world = try await world()
        let school = world.school
        let address = try await world.upload(.load, load, as: .deputy)
        try await world.check(address, as: .deputy)
        let id = try #require(Int64(address.split(separator: "/").last ?? ""))
        try school.write { writing in
            _ = try writing.connection.run(
                "UPDATE list_import SET state = 'running', claim = 99 WHERE school_id = \(writing.school)")
        }
        let list = BroughtList(
            id: id, kind: .load, state: .running, claim: 98, name: "list.csv", person: school.id(.deputy),
            personName: nil, at: 0, changedAt: 0, language: .ru)
        let work = ImportWork(
            list: list, claim: 98, store: school.store, wholeStore: school.app.store,
            ids: school.app.ids,
            author: Author(person: school.id(.deputy), session: "test"), clock: school.clock.clock, log: { _ in })
        work.run { _, _ in }
        #expect(try world.state(address) == "running")
        #expect(try world.count("SELECT count(*) FROM load WHERE school_id = \(school.store.id) AND hours = 200") == 0)
    }

    @Test func `what nobody has touched for a month is removed with its files`() async throws {
        let world = try await world()
        let address = try await world.upload(.load, load, as: .deputy)
        let now = world.school.clock.now()
        try ImportSweeping.sweep(world.school.store, at: now + 29 * 86_400_000)
        #expect(try world.state(address) == "uploaded")
        try ImportSweeping.sweep(world.school.store, at: now + 31 * 86_400_000)
        #expect(try world.state(address) == "")
        let school = world.school.store.id
        #expect(try world.count("SELECT count(*) FROM list_import_file WHERE school_id = \(school)") == 0)
    }

    @Test func `a list removed before it is in leaves nothing behind`() async throws {
        let world = try await world()
        let address = try await world.upload(.load, load, as: .deputy)
        #expect(await world.school.post(address + "/remove", as: .deputy).status == 303)
        #expect(await world.school.get(address, as: .deputy).status == 404)
    }
}
