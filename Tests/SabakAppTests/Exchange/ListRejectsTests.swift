import Foundation
import Sheets
import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

struct ListRejectsTests {
    private let desk: ExchangeDesk
    private let school: SchoolStore

    init() throws {
        desk = try ExchangeDesk()
        school = try desk.found()
    }

    private func work(_ kind: ListKind, isDryRun: Bool = false) -> ListImport {
        var work = ListImport(kind, school: school, ids: desk.ids, at: ExchangeDesk.now, isDryRun: isDryRun)
        work.skipsBadRows = true
        return work
    }

    private let students = """
        ФИО;Класс;Дата рождения;ПИН
        Асанов Улан;5А;01.03.2015;20103201511111
        Ким Вера;пятый;02.04.2015;
        Усенов Бек;5А;31.02.2015;2,05E+13
        Ли Мин;5Б;04.05.2015;
        """

    @Test func `good rows come in and wrong ones go back with their problems beside them`() throws {
        let path = desk.store.path + "/rejects.xlsx"
        var work = work(.students)
        work.rejectsFile = (path, .ru)
        let answer = try work.run(bytes: Array(students.utf8), named: "list.csv")
        #expect(answer.outcome == .done && answer.counts.students == 2 && answer.rejects?.count == 2)
        #expect(
            answer.problems.filter { $0.severity == .error }.map(\.code) == [
                "bad_class", "bad_date", "scientific_number",
            ])
        #expect(try desk.texts("SELECT given FROM person ORDER BY given", school.id) == ["Мин", "Улан"])
        let rows = try SheetFile.read(path: path)[0].rows
        #expect(rows.map { $0[0] } == ["ФИО", "Ким Вера", "Усенов Бек"])
        #expect(rows[0][4] == "Что исправить" && rows[1][4] == "3: Класс: «пятый» не удалось понять.")
        #expect(rows[2][3] == "2,05E+13" && rows[2][4].contains("Дата рождения") && rows[2][4].contains("ПИН"))
    }

    @Test func `the rows that went back can be mended and brought again`() throws {
        let first = try work(.students).run(bytes: Array(students.utf8), named: "list.csv")
        let book = try #require(first.rejects).document(.ky)
        var sheet = book.sheets[0]
        sheet.rows[0][1] = "5А"
        sheet.rows.removeLast()
        let again = ListImport(.students, school: school, ids: desk.ids, at: ExchangeDesk.now)
        let answer = try again.run(bytes: try XLSXDocument(sheets: [sheet]).bytes(), named: "rejects.xlsx")
        #expect(answer.outcome == .done && answer.counts.students == 1)
        #expect(answer.problems.map(\.code) == ["not_in_list"])
    }

    @Test func `a class that stood above the rows is written into the rows that go back`() throws {
        let list = "ФИО;Пол\n5А;\nАсанов Улан;м\nКим Вера;x\n5Б;\nЛи Мин;ж\n"
        let answer = try work(.students).run(bytes: Array(list.utf8), named: "list.csv")
        #expect(answer.counts.students == 2 && answer.counts.classes == 2)
        let sheet = try #require(answer.rejects?.document(.ru).sheets.first)
        #expect(sheet.header == ["ФИО", "Пол", "Класс", "Что исправить"])
        #expect(sheet.rows.first?.prefix(3).map { $0 } == ["Ким Вера", "x", "5А"])
    }

    @Test func `without leave any error writes nothing, and a list of wrong rows alone is refused`() throws {
        let plain = ListImport(.students, school: school, ids: desk.ids, at: ExchangeDesk.now)
        #expect(try plain.run(bytes: Array(students.utf8), named: "list.csv").outcome == .refused)
        let wrong = "ФИО;Класс\nКим;5А\nЛи;5А\n"
        let answer = try work(.students).run(bytes: Array(wrong.utf8), named: "list.csv")
        #expect(answer.outcome == .refused && answer.rejects?.count == 2)
        #expect(try desk.count("SELECT count(*) FROM person", school.id) == 0)
    }

    @Test func `a dry run with wrong rows counts what would come`() throws {
        let answer = try work(.students, isDryRun: true).run(bytes: Array(students.utf8), named: "list.csv")
        #expect(answer.outcome == .done && answer.counts.students == 2)
        #expect(answer.changes?.added.count == 2)
        #expect(try desk.count("SELECT count(*) FROM person", school.id) == 0)
    }

    @Test func `warnings do not crowd out errors`() {
        var problems = ImportProblems()
        for row in 1...1100 { problems.add(.badPhone("x"), at: ImportPlace(file: "f", row: row)) }
        problems.add(.badName("y"), at: ImportPlace(file: "f", row: 2000))
        var all = ImportProblems()
        all.add(problems)
        #expect(all.list.last?.code == "bad_name" && all.errorRows == [RowPlace(sheet: nil, row: 2000)])
        #expect(all.shown(in: "f").count == ImportProblems.most + 2)
    }

    @Test func `more wrong rows than are shown at once are all left out with their problems`() throws {
        let text = "ФИО;Класс\nАсанов Улан;5А\n" + (0..<1020).map { _ in "Окуучу;5А" }.joined(separator: "\n")
        let answer = try work(.students, isDryRun: true).run(bytes: Array(text.utf8), named: "list.csv")
        #expect(answer.outcome == .done && answer.counts.students == 1 && answer.rejects?.count == 1020)
        let lines = try #require(answer.rejects?.document(.en).sheets[0].rows)
        #expect(lines.allSatisfy { if case .text(let words)? = $0.last { words.contains("ФИО:") } else { false } })
    }

    @Test func `mistakes seen only when others are gone are left out too`() throws {
        _ = try desk.bring("ФИО\nОсмонова Гүлнара\nКим Роза\nКим Вера\n", .staff, into: school)
        _ = try desk.bring("ФИО;Класс\nАсанов Улан;5А\n", .students, into: school)
        let load =
            "Класс;Предмет;Учитель;Часы\n5А;Алгебра;Осмонова;3\n9Ж;Алгебра;Осмонова;3\n"
            + "5А;Химия;Ким;2\n5А;Алгебра;Осмонова;3\n"
        let answer = try work(.load).run(bytes: Array(load.utf8), named: "load.csv")
        #expect(
            answer.problems.filter { $0.severity == .error }.map(\.code) == [
                "unknown_class", "ambiguous_teacher", "duplicate_row",
            ])
        #expect(answer.outcome == .done && answer.counts.pages == 1 && answer.rejects?.count == 3)
    }

    @Test func `a lesson left out does not give its class and day to the next`() throws {
        _ = try desk.bring("ФИО\nОсмонова Гүлнара\n", .staff, into: school)
        _ = try desk.bring("ФИО;Класс\nАсанов Улан;5А\nЛи Мин;5Б\n", .students, into: school)
        _ = try desk.bring(
            "Класс;Предмет;Учитель;Часы\n5А;Алгебра;Осмонова;3\n5Б;Алгебра;Осмонова;3\n", .load, into: school)
        let list = "Класс;День;Урок;Предмет\n5А;пн;1;Алгебра\n5Б;вт;99;Алгебра\n;;2;Алгебра\n"
        let answer = try work(.timetable).run(bytes: Array(list.utf8), named: "t.csv")
        #expect(answer.rejects?.count == 1 && answer.counts.pages == 2)
        let more = list + "пн;;3;Алгебра\n5А;ср;1;Алгебра\n;;x;Алгебра\n"
        let book = try work(.timetable, isDryRun: true).run(bytes: Array(more.utf8), named: "t.csv").rejects
        #expect(book?.document(.ru).sheets[0].rows.last?.prefix(3) == ["5А", "ср", "x"])
        #expect(
            try desk.texts(
                """
                SELECT letter || weekday || number FROM timetable_slot JOIN page ON page.id = page_id
                JOIN class ON class.id = page.class_id ORDER BY 1
                """, school.id) == ["А11", "Б22"])
    }

    // MARK: Decisions and changes

    @Test func `a list that comes again changed says so and drops nobody`() throws {
        _ = try desk.bring(
            students.replacing("пятый", with: "5А").replacing("31.02.2015;2,05E+13", with: ";"), .students, into: school
        )
        let changed = "ФИО;Класс;Дата рождения\nАсанов Улан;5Б;01.03.2015\nЖаңы Бала;5А;\n"
        let answer = try desk.bring(changed, .students, into: school)
        #expect(answer.changes?.added == ["Жаңы Бала"] && answer.changes?.moved.count == 1)
        #expect(answer.changes?.left.map(\.name) == ["Ким Вера", "Усенов Бек", "Ли Мин"])
        #expect(answer.codes == ["student_moved", "not_in_list"])
        #expect(try desk.count("SELECT count(*) FROM enrolment WHERE to_day = '9999-12-31'", school.id) == 5)
    }

    @Test func `a decision says whether a look-alike is the same person`() throws {
        _ = try desk.bring(
            students.replacing("пятый", with: "5А").replacing("31.02.2015;2,05E+13", with: ";"), .students, into: school
        )
        let list = "ФИО;Класс;ПИН\nАсанова Улан;5А;20103201511111\n"
        var work = ListImport(.students, school: school, ids: desk.ids, at: ExchangeDesk.now)
        #expect(try work.run(bytes: Array(list.utf8), named: "x").codes.contains("pin_of_another"))
        let id = try desk.count("SELECT id FROM person WHERE given = 'Улан'", school.id)
        work.decisions = [RowPlace(sheet: nil, row: 2): .same(Int64(id))]
        let answer = try work.run(bytes: Array(list.utf8), named: "x")
        #expect(answer.outcome == .done)
        #expect(try desk.texts("SELECT surname FROM person WHERE given = 'Улан'", school.id) == ["Асанова"])
    }

    @Test func `a thousand pupils with parents come in one go`() throws {
        func letter(_ index: Int) -> String { UnicodeScalar(0x430 + index).map(String.init) ?? "" }
        let rows = (0..<1000).map { index in
            let (one, other) = (letter(index % 30), letter(index / 34))
            let born = "\(index % 28 + 1).\(index % 12 + 1).2012"
            return "Окуучу\(letter(index % 4)) Аты\(one)\(other);\(index % 11 + 1)А;\(born);"
                + "Эне Аты\(one);0555\(100000 + index)"
        }
        let text = "ФИО;Класс;Дата рождения;Мать;Телефон матери\n" + rows.joined(separator: "\n")
        let answer = try desk.bring(text, .students, into: school)
        let errors = Set(answer.problems.filter { $0.severity == .error }.map(\.code))
        #expect(errors.isEmpty)
        #expect(answer.counts.students == 1000 && answer.counts.classes == 11)
    }
}
