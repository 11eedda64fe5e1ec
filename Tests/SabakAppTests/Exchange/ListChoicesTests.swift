import Sheets
import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

/// What people say of a list beside its columns, and what groups do when students come later.
struct ListChoicesTests {
    private let desk: ExchangeDesk
    private let school: SchoolStore

    init() throws {
        desk = try ExchangeDesk()
        school = try desk.found()
    }

    // MARK: Grade and letter apart

    @Test(arguments: [
        "ФИО;Параллель;Литера\nАсанов Улан;5;А\n", "ФИО;Класс;Литера\nАсанов Улан;5;а\n",
        "ФИО;Параллель;Буква класса\nАсанов Улан;V;А\n", "Аты-жөні;Параллель;Литері\nАсанов Улан;5;A\n",
        "ФИО;Класс;Литера\nАсанов Улан;5А;\n", "ФИО;Класс;Литера\nАсанов Улан;5А;А\n", "ФИО;Grade\nАсанов Улан;5А\n",
    ]) func `grade and letter in columns of their own are one class`(list: String) throws {
        #expect(try desk.bring(list, .students, into: school).outcome == .done, "\(list)")
        let classes = try desk.texts(
            "SELECT grade || letter FROM class WHERE school_id = \(school.id)", school.id)
        #expect(classes == ["5А"], "\(list)")
    }

    @Test func `a load list may have them apart too`() throws {
        _ = try desk.bring("ФИО\nОсмонова Гүлнара\n", .staff, into: school)
        _ = try desk.bring("ФИО;Класс\nАсанов Улан;5А\n", .students, into: school)
        let load = "Параллель;Литера;Предмет;Учитель;Часы\n5;А;Математика;Осмонова Г.;5\n"
        #expect(try desk.bring(load, .load, into: school).outcome == .done)
    }

    // MARK: Groups that mean whole classes

    private let across = "Класс;Предмет;Учитель;Часы\n5А, 5Б;Физкультура;Осмонова Г.;2\n"

    private func members(of name: String) throws -> [String] {
        try desk.texts(
            """
            SELECT person.given FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            JOIN study_group ON study_group.school_id = enrolment.school_id AND study_group.id = enrolment.group_id
            WHERE enrolment.school_id = \(school.id) AND study_group.name = \(name)
                AND enrolment.to_day > '2026-11-20'
            ORDER BY person.given
            """, school.id)
    }

    @Test func `a group of two classes made before there were students takes those who come`() throws {
        _ = try desk.bring("ФИО\nОсмонова Гүлнара\n", .staff, into: school)
        try school.writeNow(by: .command("test"), at: ExchangeDesk.now) { writing in
            let roster = try RosterWriting(writing: writing, ids: desk.ids)
            for name in ["5А", "5Б"] { _ = try roster.addClass(try #require(ClassName(name)), year: 2026) }
        }
        #expect(try desk.bring(across, .load, into: school).outcome == .done)
        #expect(try members(of: "5А, 5Б") == [])
        _ = try desk.bring("ФИО;Класс\nАсанов Улан;5А\nКим Вера;5Б\nЛи Мин;5В\n", .students, into: school)
        #expect(try members(of: "5А, 5Б") == ["Вера", "Улан"])
    }

    @Test func `who joins such a class later joins the group, who leaves it leaves the group`() throws {
        _ = try desk.bring("ФИО\nОсмонова Гүлнара\n", .staff, into: school)
        let first = "ФИО;Класс;Дата рождения\nАсанов Улан;5А;01.03.2015\nКим Вера;5Б;02.03.2015\n"
        _ = try desk.bring(first + "Ли Мин;5В;03.03.2015\n", .students, into: school)
        _ = try desk.bring(across, .load, into: school)
        #expect(try members(of: "5А, 5Б") == ["Вера", "Улан"])
        let later = "Асанов Улан;5В;01.03.2015\nЛи Мин;5А;03.03.2015\nУсенов Бек;5Б;04.03.2015\n"
        _ = try desk.bring("ФИО;Класс;Дата рождения\n" + later, .students, into: school)
        #expect(try members(of: "5А, 5Б") == ["Бек", "Вера", "Мин"])
    }

    @Test func `a group that somebody of the class is not in means a part and takes nobody`() throws {
        _ = try desk.bring("ФИО\nОсмонова Гүлнара\n", .staff, into: school)
        _ = try desk.bring("ФИО;Класс\nАсанов Улан;5А\nКим Вера;5Б\n", .students, into: school)
        _ = try desk.bring(across, .load, into: school)
        try school.writeNow(by: .command("test"), at: ExchangeDesk.now) { writing in
            _ = try writing.connection.run(
                """
                DELETE FROM enrolment WHERE school_id = \(writing.school) AND student_id IN (SELECT id FROM person
                    WHERE school_id = \(writing.school) AND given = 'Улан') AND group_id IN (SELECT id
                    FROM study_group WHERE school_id = \(writing.school) AND kind = 'across')
                """)
        }
        _ = try desk.bring("ФИО;Класс\nУсенов Бек;5А\nЭрматов Нур;5Б\n", .students, into: school)
        #expect(try members(of: "5А, 5Б") == ["Вера", "Нур"])
    }

    // MARK: Questions, leavers, changes

    private func work(_ kind: ListKind = .students, isDryRun: Bool = false) -> ListImport {
        ListImport(kind, school: school, ids: desk.ids, at: ExchangeDesk.now, isDryRun: isDryRun)
    }

    private func bring(_ work: ListImport, _ text: String) throws -> ImportAnswer {
        try work.run(bytes: Array(text.utf8), named: "list.csv")
    }

    @Test func `every doubt about a person is a question, and answering it clears the way`() throws {
        let first = "ФИО;Класс;Дата рождения;ПИН\nАсанов Улан;5А;01.03.2015;20103201511111\nКим Вера;5А;02.03.2015;\n"
        _ = try desk.bring(first, .students, into: school)
        let list = """
            ФИО;Класс;Дата рождения;ПИН
            Асанов Уланбек;5А;01.03.2015;20103201511111
            Ким Вера;5Б;05.03.2015;
            Ли Мин;5Б;06.03.2015;
            Ли Мин;5В;06.03.2015;
            Усенов Бек;5Б;07.03.2015;
            """
        var trial = work(isDryRun: true)
        trial.skipsBadRows = true
        let asked = try bring(trial, list).questions
        #expect(asked.map(\.reason) == [.numberOfAnother, .twice] && asked.map(\.place.row) == [2, 5])
        var real = work()
        real.decisions = [asked[0].place: .same(asked[0].candidates[0].person), asked[1].place: .another]
        let answer = try bring(real, list)
        #expect(answer.outcome == .done && answer.counts.students == 5, "\(answer.codes)")
        #expect(try desk.count("SELECT count(*) FROM person WHERE school_id = \(school.id)", school.id) == 6)
    }

    @Test func `a row may be left out, and does not come back with the wrong ones`() throws {
        var work = work()
        work.skipsBadRows = true
        work.leftOut = [RowPlace(sheet: nil, row: 3)]
        let answer = try bring(work, "ФИО;Класс\nАсанов Улан;5А\nКим Вера;5А\nЛи;5А\n")
        #expect(answer.counts.students == 1 && answer.rejects?.count == 1)
    }

    @Test func `nobody leaves while rows are wrong, since the missing ones may be among them`() throws {
        _ = try desk.bring("ФИО;Класс\nАсанов Улан;5А\nКим Вера;5А\n", .students, into: school)
        let person = try school.read {
            try $0.first("SELECT id FROM person WHERE school_id = \(school.id) AND given = 'Вера'") { $0.integer(0) }
        }
        var work = work()
        work.leaving = ListLeaving(people: [try #require(person)], lastDay: "2026-11-19")
        work.skipsBadRows = true
        let open: SQL = "SELECT count(*) FROM enrolment WHERE school_id = \(school.id) AND to_day > '2026-11-20'"
        _ = try bring(work, "ФИО;Класс\nАсанов Улан;5А\nКим Вера;шестой\n")
        #expect(try desk.count(open, school.id) == 2)
        _ = try bring(work, "ФИО;Класс\nАсанов Улан;5А\n")
        #expect(try desk.count(open, school.id) == 1)
    }

    @Test func `another telephone of a mother is a change, a patronymic the list does not give is none`() throws {
        let first = "ФИО;Класс;Мать\nАсанов Улан Бакытович;5А;Асанова Гүл 0555112233\nКим Вера;5А;\n"
        _ = try desk.bring(first, .students, into: school)
        let again = "ФИО;Класс;Мать\nАсанов Улан;5А;Асанова Гүл 0555112299\nКим Вера;5А;\n"
        let changes = try #require(try desk.bring(again, .students, into: school).changes)
        #expect(changes.changed.map(\.columns) == [["guardian"]] && changes.unchanged == 1 && changes.added.isEmpty)
    }

    @Test func `staff whom a list does not name are told and stay`() throws {
        _ = try desk.bring("ФИО\nАсанов Улан\nКим Вера\n", .staff, into: school)
        let answer = try desk.bring("ФИО\nКим Вера\n", .staff, into: school)
        #expect(answer.changes?.left.map(\.name) == ["Асанов Улан"])
        let present: SQL = "SELECT count(*) FROM staff WHERE school_id = \(school.id) AND to_day > '2026-11-20'"
        #expect(try desk.count(present, school.id) == 2)
    }
}
