import Sheets
import Testing

@testable import SabakApp
@testable import SchoolRules

struct ListGuessTests {
    @Test(arguments: [
        ("Дата рождения учащегося (дд.мм.гггг)", ListKind.students, ListColumn.birthDay),
        ("Сот. тел. мамы (WhatsApp)", .students, .motherPhone), ("Контактный телефон отца", .students, .fatherPhone),
        ("Ата-энесинин тел. номери", .students, .guardianPhone), ("ФИО матери (полностью)", .students, .mother),
        ("ФИО родителя или законного представителя", .students, .guardian),
        ("Фамилия, Имя, Отчество", .students, .fullName),
        ("Список учащихся", .students, .fullName), ("Атасынын аты", .students, .patronymic),
        ("ЖСН (ИИН)", .students, .nationalID), ("Туған күні, айы, жылы", .students, .birthDay),
        ("Сыныбы, литері", .students, .schoolClass), ("Ф.И.О. педагога", .load, .teacher),
        ("Кол-во час. в нед.", .load, .hours), ("Наименование темы", .plan, .topic), ("Телефон", .students, .phone),
        ("Пол ребёнка", .students, .sex), ("Домашний адрес, прописка", .students, .address),
    ])
    func `a header that is no known phrase is understood by its words`(
        header: String, kind: ListKind, column: ListColumn
    ) {
        #expect((ListColumn.named(header, in: kind) ?? HeaderWords.column(header, in: kind)) == column)
    }

    @Test(arguments: [
        "Возраст", "Национальность", "Место рождения", "Классный руководитель", "Семейное положение", "2026",
    ])
    func `a header of something else is left alone`(header: String) {
        #expect(ListColumn.named(header, in: .students) == nil)
        #expect(
            HeaderWords.column(header, in: .students) == nil,
            "\(String(describing: HeaderWords.column(header, in: .students)))")
    }

    @Test func `a guess carries how sure it is`() throws {
        let reading = try read(
            "№;ФИО ученика;Класс;Сот. тел. мамы;;Хобби\n1;Асанов Улан;5А;0555112233;ж;лепка\n", .students)
        let guesses = reading.sheets[0].guesses
        #expect(guesses.map(\.column) == [.ordinal, .fullName, .schoolClass, .motherPhone, .sex, nil])
        #expect(guesses.map(\.certainty) == [.header, .header, .header, .words, .contents, .none])
    }

    @Test func `a list without any header is read by its contents, which is told`() throws {
        let reading = try read(
            "Асанов Улан;5А;01.03.2015;0555112233\nКим Вера;5А;02.04.2015;0700445566\n", .students)
        #expect(reading.sheets[0].guesses.map(\.column) == [.fullName, .schoolClass, .birthDay, .phone])
        #expect(reading.problems.list.map(\.code) == Array(repeating: "guessed_column", count: 4))
        #expect(reading.sheets[0].rows.count == 2 && reading.sheets[0].headerRow == nil)
    }

    @Test func `separate names are known by their endings`() throws {
        let reading = try read(
            "Асанова;Айпери;Бакытовна;5А\nКимов;Олег;Львович;5А\nАсан;Уулкан;Бакыт кызы;5Б\n", .students)
        #expect(reading.sheets[0].guesses.map(\.column) == [.surname, .given, .patronymic, .schoolClass])
    }

    @Test func `a telephone right of a parent is the parent's`() throws {
        let reading = try read("ФИО;Класс;Телефон;Мать;Телефон;Отец;Телефон\nА Б;5А;;;;;\n", .students)
        #expect(
            reading.sheets[0].guesses.map(\.column) == [
                .fullName, .schoolClass, .phone, .mother, .motherPhone, .father, .fatherPhone,
            ])
    }

    @Test func `a second telephone is the parents', two other columns of one meaning are for decision`() throws {
        let reading = try read("ФИО;Класс;Телефон;Телефон\nА Б;5А;;\n", .students)
        #expect(reading.sheets[0].guesses.map(\.column) == [.fullName, .schoolClass, .phone, .guardianPhone])
        let twice = try read("ФИО;Класс;Класс\nА Б;5А;5Б\n", .students).problems.list.map(\.code)
        #expect(twice == ["duplicate_column"])
    }

    @Test func `a sheet of thousands of columns is looked at no further than lists go`() throws {
        let header = "ФИО;Класс;" + (0..<5000).map { "x\($0)" }.joined(separator: ";")
        let reading = try read(header + "\nАсанов Улан;5А\n", .students)
        #expect(reading.sheets[0].guesses.count == 300)
    }

    @Test func `a confirmed mapping is kept as JSON and counts before every guess`() throws {
        let text = "Кто;Где;Когда\nАсанов Улан;5А;01.03.2015\n"
        var mappings = ListMappings()
        let first = try read(text, .students).sheets.first?.guesses ?? []
        var mapping = ListMapping(.students, headers: ["Кто", "Где", "Когда"], columns: [:])
        #expect(first.map(\.header) == mapping.headers)
        mapping.columns = [0: .fullName, 1: .schoolClass]
        mappings.keep(mapping)
        let again = ListMappings(json: try mappings.json)
        #expect(again == mappings)
        let reading = try read(text.replacing("Кто;", with: "КТО ; "), .students, again)
        #expect(reading.sheets[0].guesses.map(\.column) == [.fullName, .schoolClass, nil])
        #expect(reading.sheets[0].guesses.map(\.certainty) == [.chosen, .chosen, .none])
        #expect(ListMappings(json: "?") == ListMappings())
    }

    @Test func `the first rows are shown as they will be understood`() throws {
        let reading = try read(
            "ФИО;Класс;Туулган күнү;Тел.;Мать\n"
                + "АСАНОВ УЛАН БАКЫТ УУЛУ;IX-a;1.3.15;0555 112233;Асанова Г. 0700112233\nX;;;;\n",
            .students)
        let preview = ListPreview(reading, country: .KG, today: Day(year: 2026, month: 11, day: 20)!)
        let values = try #require(preview.lines.first?.values)
        #expect(values[.surname] == "Асанов" && values[.given] == "Улан" && values[.patronymic] == "Бакыт уулу")
        #expect(values[.schoolClass] == "9А" && values[.birthDay] == "2015-03-01")
        #expect(values[.phone] == "+996 555 112 233" && values[.mother] == "Асанова Г., +996 700 112 233")
        #expect(preview.lines[1].values.isEmpty)
        #expect(preview.problems.list.map(\.code) == ["century_guessed", "bad_name"])
    }
}

func read(_ text: String, _ kind: ListKind, _ mappings: ListMappings = .init()) throws -> ListReading {
    ListReading(
        try SheetFile.read(Array(text.utf8), named: "list.csv"), named: "list.csv", kind: kind, mappings: mappings)
}
