import Sheets
import Store
import TestSchool
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules

@Suite struct ImportingTests {
    private let students = """
        Список учащихся;;;;
        №;Фамилия;Имя;Класс;Мать
        1;Ырысбекова;Нурай;9А;Ырысбекова Асель 0555112233
        2;Ырысбеков;Эрбол;9А;Ырысбекова Асель 0555112233
        3;Ким;Вера;9Б;
        """
    private let load = """
        Класс;Предмет;Учитель;Часов в неделю
        7А;Физика;Осмонова Г. Т.;2
        8Б;Физика;Жумабаев У. Т.;2
        """

    private func world() async throws -> ImportDeskWorld { ImportDeskWorld(school: try await TestSchool.make()) }

    private func enrolled(_ world: ImportDeskWorld, _ schoolClass: String) throws -> Int {
        let name = try #require(ClassName(schoolClass))
        return try world.count(
            """
            SELECT count(*) FROM enrolment
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WHERE enrolment.school_id = \(world.school.store.id) AND class.grade = \(name.grade)
                AND class.letter = \(name.letter) AND enrolment.to_day > '2026-11-20'
            """)
    }

    // MARK: Who may bring what

    @Test(arguments: [
        (TestSchool.Person.clerk, ["students", "staff", "people"]),
        (.deputy, ["load", "timetable", "asc", "fet", "teaching"]),
        (.teacher, ["plan"]), (.otherTeacher, ["plan"]), (.director, []), (.administrator, []),
    ]) func `each brings what the matrix of rights gives`(person: TestSchool.Person, kinds: [String]) async throws {
        let school = try await TestSchool.make(students: 3)
        for kind in ImportKind.allCases {
            let expected = kinds.contains(kind.rawValue) ? 200 : 403
            let form = await school.get("/imports/new/\(kind.rawValue)", as: person)
            #expect(form.status == expected, "\(person) \(kind)")
            let sent = await school.upload("/imports/new/\(kind.rawValue)", [("a.csv", [])], as: person)
            #expect(sent.status == (expected == 200 ? 422 : 403), "\(person) \(kind)")
        }
    }

    @Test(arguments: [
        ([UInt8]([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]), "Это не таблица."),
        ([], "Файл пуст."),
    ]) func `a file that is no list is refused with what to do next`(bytes: [UInt8], why: String) async throws {
        let school = try await TestSchool.make(students: 3)
        let answer = await school.upload("/imports/new/students", [("тизме.xlsx", bytes)], as: .clerk)
        #expect(answer.status == 422 && answer.text.contains(why))
        #expect(answer.text.contains("сохраните как .xlsx и загрузите снова"))
    }

    @Test func `a first timetable is proposed from today, a later one from the next Monday`() async throws {
        let school = try await TestSchool.make()
        let first = await school.get("/imports/new/timetable", as: .deputy)
        #expect(first.text.contains("value=\"2026-11-20\""))
        _ = try school.write { writing in
            try writing.connection.run(
                """
                INSERT INTO timetable_version (school_id, id, from_day, published_at)
                VALUES (\(writing.school), 1, '2026-09-01', \(writing.instant))
                """)
        }
        let later = await school.get("/imports/new/timetable", as: .deputy)
        #expect(later.text.contains("value=\"2026-11-23\""))
    }

    @Test func `a list is not found by those who may not bring its kind, nor in another school`() async throws {
        let world = try await world()
        let address = try await world.upload(.students, students, as: .clerk)
        #expect(await world.school.get(address, as: .clerk).status == 200)
        #expect(await world.school.get(address, as: .deputy).status == 404)
        #expect(await world.school.get(address, as: .teacher).status == 404)
        #expect(await world.school.post(address + "/remove", as: .deputy).status == 404)
        let other = try await TestSchool.make(students: 3)
        #expect(await other.get(address, as: .clerk).status == 404)
        #expect(await other.get(address + "/rejects", as: .clerk).status == 404)
    }

    @Test func `a plan that a teacher brings is seen by that teacher only`() async throws {
        let world = try await world()
        let address = try await world.upload(.plan, "Предмет;Параллель;Тема\nАлгебра;7;Дроби\n", as: .teacher)
        #expect(await world.school.get(address, as: .teacher).status == 200)
        #expect(await world.school.get(address, as: .otherTeacher).status == 404)
    }

    @Test func `a form without the session's own token is refused`() async throws {
        let school = try await TestSchool.make(students: 3)
        let body = Array("--mark\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nwrong\r\n--mark--\r\n".utf8)
        let answer = await school.ask(
            .post, "/imports/new/students", as: .clerk,
            headers: [.contentType: "multipart/form-data; boundary=mark"], body: body)
        #expect(answer.status == 403)
    }

    // MARK: Step by step

    @Test func `nothing is written before the clerk agrees, then all of it is`() async throws {
        let world = try await world()
        let address = try await world.upload(.students, students, as: .clerk)
        let columns = await world.school.get(address, as: .clerk)
        #expect(columns.text.contains("Ырысбекова Асель") && columns.text.contains("Так это будет понято"))
        try await world.check(address, as: .clerk)
        let preview = await world.school.get(address, as: .clerk)
        #expect(preview.text.contains("Добавятся: 3") && preview.text.contains("Пока ничего не записано"))
        #expect(try enrolled(world, "9А") == 0)
        try await world.write(address, as: .clerk)
        #expect(try world.state(address) == "done")
        #expect(try (enrolled(world, "9А"), enrolled(world, "9Б")) == (2, 1))
        #expect(await world.school.get(address, as: .clerk).text.contains("Добавлено: 3"))
        #expect(await world.school.get("/students?q=Ырысбек", as: .clerk).text.contains("Ырысбекова Нурай"))
    }

    @Test func `the file is removed as soon as the list is in`() async throws {
        let world = try await world()
        let address = try await world.upload(.students, students, as: .clerk)
        let files: SQL = "SELECT count(*) FROM list_import_file WHERE school_id = \(world.school.store.id)"
        #expect(try world.count(files) == 1)
        try await world.check(address, as: .clerk)
        try await world.write(address, as: .clerk)
        #expect(try world.count(files) == 0)
    }

    @Test func `a column that was guessed wrongly is changed, and the school remembers it`() async throws {
        let world = try await world()
        let list = "Кто;Куда;Откуда\nЫрысбекова Нурай;9А;Ош\n"
        let first = try await world.upload(.students, list, as: .clerk)
        try await world.check(first, [("header-0", "1")], as: .clerk)
        try await world.check(first, [("column-0-0", "fullName"), ("column-0-2", "address")], as: .clerk)
        try await world.write(first, as: .clerk)
        #expect(try world.state(first) == "done")
        let addresses: SQL = "SELECT count(*) FROM person WHERE school_id = \(world.school.store.id) AND address = 'Ош'"
        #expect(try world.count(addresses) == 1)
        let second = try await world.upload(.students, list.replacing("Нурай", with: "Жылдыз"), as: .clerk)
        let page = await world.school.get(second, as: .clerk)
        #expect(page.text.contains("<option value=\"address\" selected>"))
    }

    @Test func `the row of the header may be said, and a sheet left unread`() async throws {
        let world = try await world()
        let header: [SheetValue] = ["Ученик", "Класс"]
        let book = XLSXDocument(sheets: [
            XLSXSheet(name: "Лист1", header: ["Ученик", "Класс"], rows: [["Ырысбекова Нурай", "9А"]]),
            XLSXSheet(name: "Черновик", header: ["Ученик", "Класс"], rows: [header, ["Усенов Бек", "9В"]]),
        ])
        let address = try await world.upload(.students, try book.bytes(), named: "list.xlsx", as: .clerk)
        let page = await world.school.get(address, as: .clerk)
        #expect(page.text.contains("Черновик"))
        let kept = ImportDeskWorld.fields(of: page.text, with: []).filter { $0.0 != "read-1" }
        _ = await world.school.post(address + "/columns", form: kept + [("do", "check")], as: .clerk)
        await world.school.app.imports.rest()
        try await world.write(address, as: .clerk)
        #expect(try (enrolled(world, "9А"), enrolled(world, "9В")) == (1, 0))
    }

    @Test func `a header row that is typed anew is shown before the list is checked`() async throws {
        let world = try await world()
        let address = try await world.upload(.students, students, as: .clerk)
        let page = await world.school.get(address, as: .clerk)
        let form = ImportDeskWorld.fields(of: page.text, with: [("header-0", "3")])
        _ = await world.school.post(address + "/columns", form: form + [("do", "check")], as: .clerk)
        #expect(try world.state(address) == "uploaded")
        #expect(await world.school.get(address, as: .clerk).text.contains("<b>Ырысбекова</b>"))
    }

    // MARK: Wrong rows, decisions, leavers

    @Test func `wrong rows stop a list unless the clerk says to leave them out; then they go back`() async throws {
        let world = try await world()
        let list = "ФИО;Класс;Дата рождения\nЫрысбекова Нурай;9А;01.03.2011\nКим Вера;девять;02.04.2011\n"
        let address = try await world.upload(.students, list, as: .clerk)
        try await world.check(address, as: .clerk)
        try await world.write(address, as: .clerk)
        #expect(try world.state(address) == "ready")
        #expect(try enrolled(world, "9А") == 0)
        try await world.write(address, [("skip", "1")], as: .clerk)
        #expect(try world.state(address) == "done")
        #expect(try enrolled(world, "9А") == 1)
        let file = await world.school.get(address + "/rejects", as: .clerk)
        let rows = try SheetFile.read(file.bytes)[0].rows
        #expect(rows.map { $0[0] } == ["ФИО", "Ким Вера"] && rows[1][3].contains("«девять»"))
    }

    @Test func `the same problem of three hundred rows is one line`() async throws {
        let world = try await world()
        let letters = Array("абвгдежзиклмнопрстуф").map(String.init)
        let rows = (0..<300).map { "Аль\(letters[$0 / 20])ша\(letters[$0 % 20]) Нур;9А;123" }.joined(separator: "\n")
        let address = try await world.upload(.students, "ФИО;Класс;Телефон\nКим Вера;9А;\n" + rows, as: .clerk)
        try await world.check(address, as: .clerk)
        let page = await world.school.get(address, as: .clerk)
        #expect(page.text.components(of: "не полный номер телефона") == 1)
        #expect(page.text.contains("строки 3–302"))
    }

    @Test func `a person who may be somebody known is decided about, never merged in silence`() async throws {
        let world = try await world()
        _ = try await world.bring(
            .students, Array("ФИО;Класс;ПИН\nЫрысбекова Нурай;9А;10103201112345\n".utf8), as: .clerk)
        let renamed = "ФИО;Класс;ПИН\nЫрысбекова Нурайым;9А;10103201112345\n"
        let address = try await world.upload(.students, renamed, as: .clerk)
        try await world.check(address, as: .clerk)
        let page = await world.school.get(address, as: .clerk)
        #expect(page.text.contains("В школе этот ПИН у другого имени") && page.text.contains("Ырысбекова Нурай"))
        let same = try #require(page.text.firstMatch(of: /value="(same-[0-9]+)"/)).1
        try await world.write(address, [("answer-0", String(same))], as: .clerk)
        #expect(try world.state(address) == "done" && enrolled(world, "9А") == 1)
        let school = world.school.store.id
        #expect(try world.count("SELECT count(*) FROM person WHERE school_id = \(school) AND given = 'Нурайым'") == 1)
    }

    @Test func `the same list again shows who moves, and nobody leaves unasked`() async throws {
        let world = try await world()
        _ = try await world.bring(.students, Array(students.utf8), as: .clerk)
        let later = "Фамилия;Имя;Класс\nЫрысбекова;Нурай;9Б\nКим;Вера;9Б\nБаатыров;Нурлан;9А\n"
        let address = try await world.upload(.students, later, as: .clerk)
        try await world.check(address, as: .clerk)
        let page = await world.school.get(address, as: .clerk).text
        #expect(page.contains("Нет в списке: 2") && page.contains("Добавятся: 2") && page.contains("Без изменений: 1"))
        let same = try #require(page.firstMatch(of: /value="(same-[0-9]+)"/)).1
        try await world.write(address, [("answer-0", String(same))], as: .clerk)
        #expect(try (enrolled(world, "9А"), enrolled(world, "9Б")) == (2, 2))
    }

    @Test func `whoever is marked as having left leaves on that day`() async throws {
        let world = try await world()
        _ = try await world.bring(.students, Array(students.utf8), as: .clerk)
        let address = try await world.upload(.students, "Фамилия;Имя;Класс\nЫрысбекова;Нурай;9А\n", as: .clerk)
        try await world.check(address, as: .clerk)
        let page = await world.school.get(address, as: .clerk).text
        let leaver = try #require(page.firstMatch(of: /name="leave" value="([0-9]+)"/)).1
        try await world.write(address, [("leave", String(leaver)), ("last-day", "2026-11-20")], as: .clerk)
        #expect(try enrolled(world, "9А") == 1)
    }
}

extension String {
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
