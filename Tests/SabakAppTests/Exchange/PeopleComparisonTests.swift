import Sheets
import Testing

@testable import SabakApp
@testable import SchoolRules

struct PeopleComparisonTests {
    private func people(_ text: String) throws -> [ListedPerson] {
        let reading = try read("ФИО;Класс;Дата рождения;ПИН;Телефон\n" + text, .students)
        let day = Day(year: 2026, month: 11, day: 20)!
        return PersonReading(kind: .students, country: .KG, today: day).people(in: reading).people
    }

    private func codes(_ text: String, _ known: [KnownPerson] = [], _ decisions: [RowPlace: ListDecision] = [:]) throws
        -> [String]
    {
        let found = PeopleComparison(known, decisions: decisions).likenesses(of: try people(text))
        return found.list.map { "\($0.code) \($0.place.row ?? 0)" }
    }

    private func known(_ id: Int64, _ name: String, _ born: String, _ pin: String = "", _ in: String = "5А")
        -> KnownPerson
    {
        KnownPerson(
            id: id, name: PersonName(name)!, birthDay: born, nationalID: pin, schoolClass: ClassName(`in`))
    }

    @Test func `one name and birthday in two classes are for decision, Latin letters or not`() throws {
        #expect(try codes("Асан Улан;5А;01.03.2015;;\nAcaн Улан;5Б;01.03.2015;;\n") == ["double_person 3"])
        let place = RowPlace(sheet: nil, row: 3)
        #expect(
            try codes("Асан Улан;5А;01.03.2015;;\nАсан Улан;5Б;01.03.2015;;\n", [], [place: .another]) == [])
        #expect(
            try codes("Асан Улан;5А;01.03.2015;20103201511111;\nАсан Улан;5Б;01.03.2015;20103201522222;\n")
                == ["look_alike 3"])
    }

    @Test func `namesakes of other days are nobody's business, one letter apart is told`() throws {
        #expect(try codes("Асан Улан;5А;01.03.2015;;\nАсан Улан;5Б;02.03.2015;;\n") == [])
        #expect(try codes("Асанов Улан;5А;01.03.2015;;\nАсаков Улан;5А;01.03.2015;;\n") == ["look_alike 3"])
        #expect(try codes("Асанова Айгүл;5А;01.03.2015;;\nАсанова Айнур;5А;01.03.2015;;\n") == [])
    }

    @Test func `a personal number with another name is for decision`() throws {
        #expect(
            try codes("Асан Улан;5А;;20103201511111;\nКим Вера;5А;;20103201511111;\n") == ["pin_twice 3"])
        let school = [known(7, "Усенов Бек", "2015-03-01", "20103201511111")]
        #expect(try codes("Асан Улан;5А;;20103201511111;\n", school) == ["pin_of_another 2"])
        let same = PeopleComparison(school, decisions: [RowPlace(sheet: nil, row: 2): .same(7)])
        let person = try #require(try people("Асан Улан;5А;;20103201511111;\n").first)
        #expect(same.match(person, among: []) == .known(7))
        #expect(same.likenesses(of: [person]).list.isEmpty)
    }

    @Test func `a person with another birthday in the same class is told and not merged`() throws {
        let school = [known(7, "Асан Улан", "2015-01-03")]
        let person = try #require(try people("Асан Улан;5А;01.03.2015;;\n").first)
        #expect(PeopleComparison(school).match(person, among: [7]) == .new)
        #expect(try codes("Асан Улан;5А;01.03.2015;;\n", school) == ["look_alike 2"])
        #expect(try codes("Асан Улан;5Б;01.03.2015;;\n", school) == [])
    }

    @Test func `a missing patronymic or another way to write it is the same person`() throws {
        let school = [known(7, "Асан Улан Бакытович", "2015-03-01")]
        for name in ["Асан Улан", "Асан Улан Бакыт уулу", "Acaн Улан Бакытович"] {
            let person = try #require(try people("\(name);5Б;01.03.2015;;\n").first)
            #expect(PeopleComparison(school).match(person, among: []) == .known(7))
        }
    }

    @Test func `a changed list says who is added, moved, changed and no longer named`() throws {
        var first = known(1, "Асан Улан", "2015-03-01")
        first.phone = "+996 555 112 233"
        let school = [
            first, known(2, "Ким Вера", "2015-04-02"), known(3, "Усенов Бек", ""), known(4, "Ли Мин", "", "", "9А"),
        ]
        let list = try people(
            "Асан Улан;5А;01.03.2015;;0700112233\nКим Вера;5Б;02.04.2015;;\nЖаңы Бала;5А;;;\n")
        let changes = PeopleComparison(school).changes(list) { _ in [1, 3] }
        #expect(changes.added == ["Жаңы Бала"])
        #expect(changes.moved == [.init(person: 2, name: "Ким Вера", from: "5А", to: "5Б")])
        #expect(changes.changed == [.init(person: 1, name: "Асан Улан", columns: ["phone"])])
        #expect(changes.left == [.init(person: 3, name: "Усенов Бек", schoolClass: "5А")])
    }
}
