import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

/// Load, timetable and plans from sheets.
struct TeachingImportTests {
    private let lists: ListsOfSchool
    private var school: SchoolStore { lists.school }

    init() throws { lists = try ListsOfSchool() }

    @Test func `the load makes pages, groups and rights from the first day of the year`() throws {
        try lists.bringAll()
        let load = try lists.desk.texts(
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
        let sizes = try lists.desk.texts(
            """
            SELECT study_group.name || ' ' || count(*) FROM study_group JOIN enrolment ON group_id = study_group.id
            WHERE kind <> 'class' GROUP BY study_group.id, study_group.name ORDER BY study_group.id
            """, school.id)
        #expect(sizes == ["1 1", "2 2", "7А, 7Б 4"])
    }

    @Test func `another teacher in the load takes the page over from today`() throws {
        try lists.bringAll()
        let changed = ListsOfSchool.load.replacing("Осмонова Г. Т.", with: "Ким В. П.")
        #expect(lists.places(try lists.desk.bring(changed, .load, into: school), "load_ended") == ["2 Учитель"])
        let load = try lists.desk.texts(
            """
            SELECT person.given || ' ' || load.from_day || ' ' || load.to_day FROM load
            JOIN person ON person.id = load.teacher_id JOIN page ON page.id = load.page_id
            WHERE page.hours = 300 ORDER BY load.from_day
            """, school.id)
        #expect(load == ["Гүлнара 2026-09-01 2026-11-19", "Вера 2026-11-20 9999-12-31"])
        #expect(try lists.desk.count("SELECT count(*) FROM page", school.id) == 4)
    }

    @Test func `a teacher who may be two is asked about with both names`() throws {
        try lists.bringAll()
        let answer = try lists.desk.bring(
            "Класс;Предмет;Учитель;Часы\n7А;Химия;Ким;2\n7А;Химия;Нетова;2\n9Ж;Химия;Ким В.;x\n", .load, into: school)
        #expect(lists.places(answer, "ambiguous_teacher") == ["2 Учитель"])
        #expect(answer.problems.first?.text[.ru].contains("Ким Вера Петровна") == true)
        #expect(lists.places(answer, "unknown_teacher") == ["3 Учитель"])
        #expect(lists.places(answer, "unknown_class") == ["4 Класс"])
        #expect(lists.places(answer, "bad_hours") == ["4 Часы"])
    }

    private static let timetable = """
        Класс;День;Урок;Предмет;Группа;Кабинет;Неделя
        7А;Дүйшөмбү;1;Алгебра;;214;
        7А;пн;2;Английский язык;1-топ;;
        7А;пн;2;Английский язык;2;;
        7А;вт;1;Физ-ра;;зал;А
        7Б;вт;1;Физ-ра;;зал;А
        """

    @Test func `a timetable is published and becomes lessons`() throws {
        try lists.bringAll()
        let answer = try lists.desk.bring(Self.timetable, .timetable, into: school)
        #expect(answer.outcome == .done)
        #expect(answer.problems.isEmpty)
        #expect(answer.counts.pages == 4)
        #expect(
            try lists.desk.texts("SELECT from_day FROM timetable_version WHERE published_at > 0", school.id) == [
                "2026-11-20"
            ], "the first timetable begins today: what was taught before is not made up as lessons nobody recorded")
        #expect(try lists.desk.count("SELECT count(*) FROM lesson WHERE day < '2026-11-20'", school.id) == 0)
        #expect(try lists.desk.count("SELECT count(*) FROM timetable_slot", school.id) == 4)
        let monday = try lists.desk.texts(
            "SELECT room FROM lesson WHERE day = '2026-11-23' ORDER BY start_minute, room", school.id)
        #expect(monday == ["214", "", ""])
    }

    @Test func `the same timetable again makes no new version, a changed one begins next Monday`() throws {
        try lists.bringAll()
        let lines = Self.timetable.split(separator: "\n").enumerated().map { index, line in
            line + [";Действует с", ";01.09.2026"].dropFirst(index).prefix(1).joined()
        }
        let dated = lines.joined(separator: "\n")
        for _ in 1...2 { _ = try lists.desk.bring(dated, .timetable, into: school) }
        #expect(try lists.desk.count("SELECT count(*) FROM timetable_version", school.id) == 1)
        _ = try lists.desk.bring(Self.timetable.replacing(";214;", with: ";215;"), .timetable, into: school)
        #expect(try lists.desk.texts("SELECT max(from_day) FROM timetable_version", school.id) == ["2026-11-23"])
        #expect(
            try lists.desk.texts("SELECT DISTINCT room FROM lesson WHERE day = '2026-11-16' AND room <> ''", school.id)
                == [
                    "214"
                ])
    }

    @Test func `a lesson that no page stands for is an error in its row`() throws {
        try lists.bringAll()
        let answer = try lists.desk.bring(
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
        #expect(lists.places(answer, "unknown_page") == ["2 Предмет"])
        #expect(lists.places(answer, "bad_weekday") == ["3 День"])
        #expect(lists.places(answer, "bad_lesson") == ["4 Урок"])
        #expect(lists.places(answer, "duplicate_row") == ["6 "])
        #expect(lists.places(answer, "all_groups") == ["7 Предмет"])
        #expect(try lists.desk.count("SELECT count(*) FROM timetable_version", school.id) == 0)
    }

    @Test func `a plan is attached to every page of its subject and grade`() throws {
        try lists.bringAll()
        let plan = """
            Предмет: Алгебра;;;;
            Класс: 7;;;;
            №;Бөлүм;Тема;Саат;Иштин түрү
            1;Туюнтмалар;Сандык туюнтмалар;1;
            2;;Теңдемелер;2;Контрольная работа
            """
        for _ in 1...2 {
            let answer = try lists.desk.bring(plan, .plan, into: school)
            #expect(answer.outcome == .done)
            #expect(answer.counts.pages == 1)
        }
        let rows = try lists.desk.texts(
            "SELECT section || ' ' || topic || ' ' || hours FROM plan_row ORDER BY number", school.id)
        #expect(rows == ["Туюнтмалар Сандык туюнтмалар 100", "Туюнтмалар Теңдемелер 200"])
        #expect(try lists.desk.count("SELECT count(*) FROM page_plan", school.id) == 1)
    }

    @Test func `a plan without subject and grade is refused`() throws {
        let answer = try lists.desk.bring("Тема;Часы\nУравнения;1\n", .plan, into: school)
        #expect(answer.codes == ["plan_without_subject"])
    }

    @Test func `a school of another program takes load and timetable from sheets`() throws {
        let imported = try lists.desk.bring(RosterSet("1.2"))
        let other = try lists.desk.store.school(imported.school ?? 0)
        let load = """
            Класс;Группа;Предмет;Учитель;Часы
            5А;;Математика;Осмонова;5
            5Б;;Математика;Жумабаев У.;5
            5А;1;Английский язык;Осмонова Г. Т.;2
            5А;2;Английский язык;Жумабаев;2
            """
        #expect(try lists.desk.bring(load, .load, into: other).problems.isEmpty)
        #expect(try lists.desk.count("SELECT count(*) FROM page", other.id) == 5)
        let timetable = "Класс;День;Урок;Предмет;Группа\n5А;пн;1;Математика;\n5А;пн;2;English;1\n5А;пн;2;English;2\n"
        #expect(try lists.desk.bring(timetable, .timetable, into: other).problems.isEmpty)
        #expect(try lists.desk.count("SELECT count(*) FROM lesson WHERE day = '2026-11-23'", other.id) == 3)
    }
}
