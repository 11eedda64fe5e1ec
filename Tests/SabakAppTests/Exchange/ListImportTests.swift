import Sheets
import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

/// Lists of people and classes, in from sheets and out again.
struct ListImportTests {
    private let lists: ListsOfSchool
    private var school: SchoolStore { lists.school }

    init() throws { lists = try ListsOfSchool() }

    @Test func `students come with their classes, and brothers and sisters share their mother`() throws {
        let answer = try lists.desk.bring(ListsOfSchool.students, .students, into: school)
        #expect(answer.outcome == .done)
        #expect((answer.counts.students, answer.counts.classes, answer.counts.guardians) == (4, 2, 1))
        #expect(try lists.desk.count("SELECT count(*) FROM guardian", school.id) == 2)
        #expect(try lists.desk.texts("SELECT letter FROM class ORDER BY sort_key", school.id) == ["А", "Б"])
        #expect(
            try lists.desk.texts("SELECT birth_day FROM person WHERE given = 'Айпери'", school.id) == ["2015-03-01"])
    }

    @Test func `the same list again doubles nobody`() throws {
        for _ in 1...2 {
            #expect(try lists.desk.bring(ListsOfSchool.students, .students, into: school).outcome == .done)
        }
        #expect(try lists.desk.count("SELECT count(*) FROM person", school.id) == 5)
        #expect(try lists.desk.count("SELECT count(*) FROM enrolment", school.id) == 4)
    }

    @Test func `a student listed in another class is moved, which is told`() throws {
        _ = try lists.desk.bring(ListsOfSchool.students, .students, into: school)
        let moved = ListsOfSchool.students.replacing("03.05.2015;7А", with: "03.05.2015;7Б")
        #expect(lists.places(try lists.desk.bring(moved, .students, into: school), "student_moved") == ["4 Класс"])
        let days = try lists.desk.texts(
            """
            SELECT from_day || ' ' || to_day FROM enrolment JOIN person ON id = student_id
            WHERE given = 'Мээрим' ORDER BY 1
            """, school.id)
        #expect(days == ["2026-09-01 2026-11-19", "2026-11-20 9999-12-31"])
    }

    @Test func `each sheet of a workbook may be a class`() throws {
        let header = ["Аты-жөнү", "Туулган күнү"]
        let workbook = XLSXDocument(sheets: [
            XLSXSheet(name: "5А", header: header, rows: [["Асанова Айпери", .date(year: 2015, month: 3, day: 1)]]),
            XLSXSheet(name: "5Б", title: ["5-Б классы"], header: header, rows: [["Бакыт уулу Тилек", "2.4.2015"]]),
        ])
        let work = ListImport(.students, school: school, ids: lists.desk.ids, at: ExchangeDesk.now)
        let answer = try work.run(bytes: try workbook.bytes(), named: "list.xlsx")
        #expect(answer.problems.isEmpty)
        #expect((answer.counts.students, answer.counts.classes) == (2, 2))
        #expect(
            try lists.desk.texts("SELECT birth_day FROM person ORDER BY birth_day", school.id) == [
                "2015-03-01", "2015-04-02",
            ])
    }

    @Test func `a wrong row is told by row and column, and nothing is written`() throws {
        let answer = try lists.desk.bring(
            """
            Фамилия;Имя;Класс;Пол;Дата рождения;ПИН;Мать
            Асанов;;5А;;;;
            Асанов;Улан;пятый;x;31.02.2015;2,05E+13;Гүл
            Асанов;Улан;5А;м;1.3.2015;123;
            Ким;Нурай;5А;;4.6.2015;;
            Ким;Нурай;5А;;4.6.2015;;
            """, .students, into: school)
        #expect(answer.outcome == .refused)
        #expect(lists.places(answer, "missing_value") == ["2 Имя"])
        #expect(lists.places(answer, "bad_class") == ["3 Класс"])
        #expect(lists.places(answer, "bad_pin") == ["4 ПИН"])
        #expect(lists.places(answer, "duplicate_row") == ["6 "])
        #expect(try lists.desk.count("SELECT count(*) FROM person", school.id) == 0)
    }

    @Test func `a number whose digits are lost is refused, never stored`() throws {
        let answer = try lists.desk.bring(
            "ФИО;Класс;ПИН\nАсанов Улан;5А;2,05122E+13\n", .students, into: school)
        #expect(lists.places(answer, "scientific_number") == ["2 ПИН"])
        #expect(answer.outcome == .refused)
    }

    @Test func `a missing column is named with the headers that were looked for`() throws {
        let answer = try lists.desk.bring("ФИО;Возраст\nАсанов Улан;11\n", .students, into: school)
        #expect(answer.codes == ["missing_column", "unknown_column"])
        #expect(answer.problems.contains { $0.text[.ky].contains("Сынып") })
    }

    @Test func `the headers that were looked for begin with what the page calls the column, each in quotes`() throws {
        let answer = try lists.desk.bring("Атасы;Классы\nАсанов Улан;5А\n", .students, into: school)
        let text = try #require(answer.problems.first { $0.code == "missing_column" }).text
        #expect(text[.ky].hasPrefix("«Аты-жөнү» тилкеси табылган жок. Изделди: «Аты-жөнү», «ФИО», «Ф.И.О.», "))
        #expect(text[.ru].contains("Столбец «ФИО» не найден") && text[.ru].contains("«Фамилия, имя»"))
    }

    @Test func `letters that were lost before are refused with advice`() throws {
        let answer = try lists.desk.bring("Аты-ж?н?;Класс\nД?йш?нова М??рим;5А\n", .students, into: school)
        #expect(answer.codes == ["lost_letters"])
    }

    @Test func `a staff list employs people and gives nobody a role`() throws {
        for _ in 1...2 { #expect(try lists.desk.bring(ListsOfSchool.staff, .staff, into: school).counts.staff == 4) }
        #expect(try lists.desk.count("SELECT count(*) FROM staff", school.id) == 4)
        #expect(try lists.desk.count("SELECT count(*) FROM role_grant", school.id) == 0)
    }

    @Test func `a dry run writes nothing`() throws {
        #expect(try lists.desk.bring(ListsOfSchool.staff, .staff, into: school, isDryRun: true).counts.staff == 4)
        #expect(try lists.desk.count("SELECT count(*) FROM person", school.id) == 0)
    }

    @Test func `the lists go out as a sheet a class and are safe to open`() throws {
        let list = ListsOfSchool.students.replacing("Асанов;Бекзат", with: "=Асанов;Бекзат")
        _ = try lists.desk.bring(list, .students, into: school)
        let file = lists.desk.store.path + "/lists.xlsx"
        let counts = try ClassLists.write(of: school, to: file, at: ExchangeDesk.now)
        #expect((counts.classes, counts.students) == (2, 4))
        let sheets = try SheetFile.read(path: file)
        #expect(sheets.map(\.name) == ["7А", "7Б"])
        let cells = sheets[0].rows.flatMap(\.cells)
        #expect(cells.contains { $0.text == "=Асанов" && $0.kind == .text })
        #expect(cells.contains { $0.text == "2015-03-01" && $0.kind == .date })
        #expect(cells.contains { $0.text == "+996 555 112 233" })
    }
}
