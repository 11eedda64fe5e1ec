import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

/// The lists that a small school keeps in its own sheets, and the desk that brings them in.
struct ListsOfSchool {
    let desk: ExchangeDesk
    let school: SchoolStore

    init() throws {
        desk = try ExchangeDesk()
        school = try desk.found()
    }

    static let staff = """
        Аты-жөнү;Кызматы
        Осмонова Гүлнара Таалайевна;Мугалим
        Ким Роза Викторовна;
        Ким Вера Петровна;
        Бакыт уулу Тилек;
        """
    static let students = """
        №;Фамилия;Имя;Отчество;Пол;Дата рождения;Класс;Мать
        1;Асанова;Айпери;Бакыт кызы;ж;01.03.2015;7А;Асанова Гүлжан 0555 11 22 33
        2;Асанов;Бекзат;;м;02.04.2015;7-А;Асанова Гүлжан 0555112233
        3;Дүйшөнова;Мээрим;;кыз;03.05.2015;7А;
        4;Ким;Нурай;;ж;04.06.2015;7 «Б»;
        """
    static let load = """
        Класс;Предмет;Группа;Учитель;Часов в неделю
        7А;Алгебра;;Осмонова Г. Т.;3
        7А;Английский язык;1;Ким Р. В.;1,5
        7А;Английский язык;2;Ким В.;1,5
        7А, 7Б;Физкультура;;Бакыт уулу Т.;2
        """

    /// Brings staff, students and load, in this order.
    func bringAll() throws {
        #expect(try desk.bring(Self.staff, .staff, into: school).outcome == .done)
        #expect(try desk.bring(Self.students, .students, into: school).outcome == .done)
        #expect(try desk.bring(Self.load, .load, into: school).outcome == .done)
    }

    func places(_ answer: ImportAnswer, _ code: String) -> [String] {
        answer.problems.filter { $0.code == code }.map { "\($0.place.row ?? 0) \($0.place.column ?? "")" }
    }
}
