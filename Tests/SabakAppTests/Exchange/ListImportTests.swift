import Sheets
import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

struct ListImportTests {
    private let desk: ExchangeDesk
    private let school: SchoolStore

    init() throws {
        desk = try ExchangeDesk()
        school = try desk.found()
    }

    private static let staff = """
        Аты-жөнү;Кызматы
        Осмонова Гүлнара Таалайевна;Мугалим
        Ким Роза Викторовна;
        Ким Вера Петровна;
        Бакыт уулу Тилек;
        """
    private static let students = """
        №;Фамилия;Имя;Отчество;Пол;Дата рождения;Класс;Мать
        1;Асанова;Айпери;Бакыт кызы;ж;01.03.2015;7А;Асанова Гүлжан 0555 11 22 33
        2;Асанов;Бекзат;;м;02.04.2015;7-А;Асанова Гүлжан 0555112233
        3;Дүйшөнова;Мээрим;;кыз;03.05.2015;7А;
        4;Ким;Нурай;;ж;04.06.2015;7 «Б»;
        """
    private static let load = """
        Класс;Предмет;Группа;Учитель;Часов в неделю
        7А;Алгебра;;Осмонова Г. Т.;3
        7А;Английский язык;1;Ким Р. В.;1,5
        7А;Английский язык;2;Ким В.;1,5
        7А, 7Б;Физкультура;;Бакыт уулу Т.;2
        """

    private func prepare() throws {
        #expect(try desk.bring(Self.staff, .staff, into: school).outcome == .done)
        #expect(try desk.bring(Self.students, .students, into: school).outcome == .done)
        #expect(try desk.bring(Self.load, .load, into: school).outcome == .done)
    }

    private func places(_ answer: ImportAnswer, _ code: String) -> [String] {
        answer.problems.filter { $0.code == code }.map { "\($0.place.row ?? 0) \($0.place.column ?? "")" }
    }

    // MARK: People

    @Test func `students come with their classes, and brothers and sisters share their mother`() throws {
        let answer = try desk.bring(Self.students, .students, into: school)
        #expect(answer.outcome == .done)
        #expect((answer.counts.students, answer.counts.classes, answer.counts.guardians) == (4, 2, 1))
        #expect(try desk.count("SELECT count(*) FROM guardian", school.id) == 2)
        #expect(try desk.texts("SELECT letter FROM class ORDER BY sort_key", school.id) == ["А", "Б"])
        #expect(try desk.texts("SELECT birth_day FROM person WHERE given = 'Айпери'", school.id) == ["2015-03-01"])
    }

    @Test func `the same list again doubles nobody`() throws {
        for _ in 1...2 { #expect(try desk.bring(Self.students, .students, into: school).outcome == .done) }
        #expect(try desk.count("SELECT count(*) FROM person", school.id) == 5)
        #expect(try desk.count("SELECT count(*) FROM enrolment", school.id) == 4)
    }

    @Test func `a student listed in another class is moved, which is told`() throws {
        _ = try desk.bring(Self.students, .students, into: school)
        let moved = Self.students.replacing("03.05.2015;7А", with: "03.05.2015;7Б")
        #expect(places(try desk.bring(moved, .students, into: school), "student_moved") == ["4 Класс"])
        let days = try desk.texts(
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
        let work = ListImport(.students, school: school, ids: desk.ids, at: ExchangeDesk.now)
        let answer = try work.run(bytes: try workbook.bytes(), named: "list.xlsx")
        #expect(answer.problems.isEmpty)
        #expect((answer.counts.students, answer.counts.classes) == (2, 2))
        #expect(
            try desk.texts("SELECT birth_day FROM person ORDER BY birth_day", school.id) == [
                "2015-03-01", "2015-04-02",
            ])
    }

    @Test func `a wrong row is told by row and column, and nothing is written`() throws {
        let answer = try desk.bring(
            """
            Фамилия;Имя;Класс;Пол;Дата рождения;ПИН;Мать
            Асанов;;5А;;;;
            Асанов;Улан;пятый;x;31.02.2015;2,05E+13;Гүл
            Асанов;Улан;5А;м;1.3.2015;123;
            Ким;Нурай;5А;;4.6.2015;;
            Ким;Нурай;5А;;4.6.2015;;
            """, .students, into: school)
        #expect(answer.outcome == .refused)
        #expect(places(answer, "missing_value") == ["2 Имя"])
        #expect(places(answer, "bad_class") == ["3 Класс"])
        #expect(places(answer, "bad_pin") == ["4 ПИН"])
        #expect(places(answer, "duplicate_row") == ["6 "])
        #expect(try desk.count("SELECT count(*) FROM person", school.id) == 0)
    }

    @Test func `a number whose digits are lost is refused, never stored`() throws {
        let answer = try desk.bring(
            "ФИО;Класс;ПИН\nАсанов Улан;5А;2,05122E+13\n", .students, into: school)
        #expect(places(answer, "scientific_number") == ["2 ПИН"])
        #expect(answer.outcome == .refused)
    }

    @Test func `a missing column is named with the headers that were looked for`() throws {
        let answer = try desk.bring("ФИО;Возраст\nАсанов Улан;11\n", .students, into: school)
        #expect(answer.codes == ["missing_column", "unknown_column"])
        #expect(answer.problems.contains { $0.text[.ky].contains("Сынып") })
    }

    @Test func `letters that were lost before are refused with advice`() throws {
        let answer = try desk.bring("Аты-ж?н?;Класс\nД?йш?нова М??рим;5А\n", .students, into: school)
        #expect(answer.codes == ["lost_letters"])
    }

    @Test func `a staff list employs people and gives nobody a role`() throws {
        for _ in 1...2 { #expect(try desk.bring(Self.staff, .staff, into: school).counts.staff == 4) }
        #expect(try desk.count("SELECT count(*) FROM staff", school.id) == 4)
        #expect(try desk.count("SELECT count(*) FROM role_grant", school.id) == 0)
    }

    @Test func `a dry run writes nothing`() throws {
        #expect(try desk.bring(Self.staff, .staff, into: school, isDryRun: true).counts.staff == 4)
        #expect(try desk.count("SELECT count(*) FROM person", school.id) == 0)
    }

    // MARK: Load

    @Test func `the load makes pages, groups and rights from the first day of the year`() throws {
        try prepare()
        let load = try desk.texts(
            """
            SELECT study_group.kind || ' ' || person.given || ' ' || load.hours || ' ' || load.from_day FROM load
            JOIN page ON page.id = load.page_id JOIN study_group ON study_group.id = page.group_id
            JOIN person ON person.id = load.teacher_id ORDER BY load.page_id
            """, school.id)
        #expect(
            load == [
                "class Гүлнара 300 2026-09-01", "subgroup Роза 150 2026-09-01", "subgroup Вера 150 2026-09-01",
                "across Тилек 200 2026-09-01",
            ])
        let sizes = try desk.texts(
            """
            SELECT study_group.name || ' ' || count(*) FROM study_group JOIN enrolment ON group_id = study_group.id
            WHERE kind <> 'class' GROUP BY study_group.id, study_group.name ORDER BY study_group.id
            """, school.id)
        #expect(sizes == ["1 1", "2 2", "7А, 7Б 4"])
    }

    @Test func `another teacher in the load takes the page over from today`() throws {
        try prepare()
        let changed = Self.load.replacing("Осмонова Г. Т.", with: "Ким В. П.")
        #expect(places(try desk.bring(changed, .load, into: school), "load_ended") == ["2 Учитель"])
        let load = try desk.texts(
            """
            SELECT person.given || ' ' || load.from_day || ' ' || load.to_day FROM load
            JOIN person ON person.id = load.teacher_id JOIN page ON page.id = load.page_id
            WHERE page.hours = 300 ORDER BY load.from_day
            """, school.id)
        #expect(load == ["Гүлнара 2026-09-01 2026-11-19", "Вера 2026-11-20 9999-12-31"])
        #expect(try desk.count("SELECT count(*) FROM page", school.id) == 4)
    }

    @Test func `a teacher who may be two is asked about with both names`() throws {
        try prepare()
        let answer = try desk.bring(
            "Класс;Предмет;Учитель;Часы\n7А;Химия;Ким;2\n7А;Химия;Нетова;2\n9Ж;Химия;Ким В.;x\n", .load, into: school)
        #expect(places(answer, "ambiguous_teacher") == ["2 Учитель"])
        #expect(answer.problems.first?.text[.ru].contains("Ким Вера Петровна") == true)
        #expect(places(answer, "unknown_teacher") == ["3 Учитель"])
        #expect(places(answer, "unknown_class") == ["4 Класс"])
        #expect(places(answer, "bad_hours") == ["4 Часы"])
    }

    // MARK: Timetable and plan

    private static let timetable = """
        Класс;День;Урок;Предмет;Группа;Кабинет;Неделя
        7А;Дүйшөмбү;1;Алгебра;;214;
        7А;пн;2;Английский язык;1-топ;;
        7А;пн;2;Английский язык;2;;
        7А;вт;1;Физ-ра;;зал;А
        7Б;вт;1;Физ-ра;;зал;А
        """

    @Test func `a timetable is published and becomes lessons`() throws {
        try prepare()
        let answer = try desk.bring(Self.timetable, .timetable, into: school)
        #expect(answer.outcome == .done)
        #expect(answer.problems.isEmpty)
        #expect(answer.counts.pages == 4)
        #expect(
            try desk.texts("SELECT from_day FROM timetable_version WHERE published_at > 0", school.id) == ["2026-09-01"]
        )
        #expect(try desk.count("SELECT count(*) FROM timetable_slot", school.id) == 4)
        let monday = try desk.texts(
            "SELECT room FROM lesson WHERE day = '2026-11-23' ORDER BY start_minute, room", school.id)
        #expect(monday == ["214", "", ""])
    }

    @Test func `the same timetable again makes no new version, a changed one begins next Monday`() throws {
        try prepare()
        for _ in 1...2 { _ = try desk.bring(Self.timetable, .timetable, into: school) }
        #expect(try desk.count("SELECT count(*) FROM timetable_version", school.id) == 1)
        _ = try desk.bring(Self.timetable.replacing(";214;", with: ";215;"), .timetable, into: school)
        #expect(try desk.texts("SELECT max(from_day) FROM timetable_version", school.id) == ["2026-11-23"])
        #expect(
            try desk.texts("SELECT DISTINCT room FROM lesson WHERE day = '2026-11-16' AND room <> ''", school.id) == [
                "214"
            ])
    }

    @Test func `a lesson that no page stands for is an error in its row`() throws {
        try prepare()
        let answer = try desk.bring(
            """
            Класс;День;Урок;Предмет
            7А;среда;1;Биология
            7А;хх;1;Алгебра
            7А;ср;99;Алгебра
            7А;чт;1;Алгебра
            7А;чт;1;Алгебра
            7А;чт;2;Английский язык
            """, .timetable, into: school)
        #expect(answer.outcome == .refused)
        #expect(places(answer, "unknown_page") == ["2 Предмет"])
        #expect(places(answer, "bad_weekday") == ["3 День"])
        #expect(places(answer, "bad_lesson") == ["4 Урок"])
        #expect(places(answer, "duplicate_row") == ["6 "])
        #expect(places(answer, "all_groups") == ["7 Предмет"])
        #expect(try desk.count("SELECT count(*) FROM timetable_version", school.id) == 0)
    }

    @Test func `a plan is attached to every page of its subject and grade`() throws {
        try prepare()
        let plan = """
            Предмет: Алгебра;;;;
            Класс: 7;;;;
            №;Бөлүм;Тема;Саат;Иштин түрү
            1;Туюнтмалар;Сандык туюнтмалар;1;
            2;;Теңдемелер;2;Контрольная работа
            """
        for _ in 1...2 {
            let answer = try desk.bring(plan, .plan, into: school)
            #expect(answer.outcome == .done)
            #expect(answer.counts.pages == 1)
        }
        let rows = try desk.texts(
            "SELECT section || ' ' || topic || ' ' || hours FROM plan_row ORDER BY number", school.id)
        #expect(rows == ["Туюнтмалар Сандык туюнтмалар 100", "Туюнтмалар Теңдемелер 200"])
        #expect(try desk.count("SELECT count(*) FROM page_plan", school.id) == 1)
    }

    @Test func `a plan without subject and grade is refused`() throws {
        let answer = try desk.bring("Тема;Часы\nУравнения;1\n", .plan, into: school)
        #expect(answer.codes == ["plan_without_subject"])
    }

    // MARK: Out again

    @Test func `the lists go out as a sheet a class and are safe to open`() throws {
        let list = Self.students.replacing("Асанов;Бекзат", with: "=Асанов;Бекзат")
        _ = try desk.bring(list, .students, into: school)
        let file = desk.store.path + "/lists.xlsx"
        let counts = try ClassLists.write(of: school, to: file, at: ExchangeDesk.now)
        #expect((counts.classes, counts.students) == (2, 4))
        let sheets = try SheetFile.read(path: file)
        #expect(sheets.map(\.name) == ["7А", "7Б"])
        let cells = sheets[0].rows.flatMap(\.cells)
        #expect(cells.contains { $0.text == "=Асанов" && $0.kind == .text })
        #expect(cells.contains { $0.text == "2015-03-01" && $0.kind == .date })
        #expect(cells.contains { $0.text == "+996 555 112 233" })
    }

    @Test func `a school of another program takes load and timetable from sheets`() throws {
        let imported = try desk.bring(RosterSet("1.2"))
        let other = try desk.store.school(imported.school ?? 0)
        let load = """
            Класс;Группа;Предмет;Учитель;Часы
            5А;;Математика;Осмонова;5
            5Б;;Математика;Жумабаев У.;5
            5А;1;Английский язык;Осмонова Г. Т.;2
            5А;2;Английский язык;Жумабаев;2
            """
        #expect(try desk.bring(load, .load, into: other).problems.isEmpty)
        #expect(try desk.count("SELECT count(*) FROM page", other.id) == 5)
        let timetable = "Класс;День;Урок;Предмет;Группа\n5А;пн;1;Математика;\n5А;пн;2;English;1\n5А;пн;2;English;2\n"
        #expect(try desk.bring(timetable, .timetable, into: other).problems.isEmpty)
        #expect(try desk.count("SELECT count(*) FROM lesson WHERE day = '2026-11-23'", other.id) == 3)
    }
}
