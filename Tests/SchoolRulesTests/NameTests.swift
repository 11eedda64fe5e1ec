import Testing

@testable import SchoolRules

@Suite struct NameTests {
    @Test(arguments: [
        ("Осмонова Гүлнара Токтогуловна", "Осмонова Г. Т.", "ГО", "Осмонова Гүлнара"),
        ("Бакыт уулу Тилек", "Бакыт уулу Т.", "ТБ", "Бакыт уулу Тилек"),
        ("Асанов Тилек Бакыт уулу", "Асанов Т. Б.", "ТА", "Асанов Тилек"),
        ("Ким Ли", "Ким Л.", "ЛК", "Ким Ли"), ("Ахметов Ерлан Бақытұлы", "Ахметов Е. Б.", "ЕА", "Ахметов Ерлан"),
    ])
    func `a name in full, short and in lists`(full: String, short: String, initials: String, list: String) throws {
        let name = try #require(PersonName(full))
        #expect(name.full == full)
        #expect(name.short == short)
        #expect(name.initials == initials)
        #expect(name.list == list)
    }

    @Test func `the word for son or daughter is small and belongs to the father's name`() throws {
        let name = try #require(PersonName("  Бакыт  КЫЗЫ   Айпери "))
        #expect(name.surname == "Бакыт кызы")
        #expect(name.given == "Айпери")
        #expect(name.patronymic.isEmpty)
        #expect(try #require(PersonName("Асанов Тилек Бакыт Уулу")).patronymic == "Бакыт уулу")
        #expect(PersonName(surname: "Бакыт Уулу", given: "Тилек") == PersonName("Бакыт уулу Тилек"))
    }

    @Test(arguments: ["", "Осмонова", "Бакыт уулу", "   "])
    func `a name without a given name is refused`(text: String) {
        #expect(PersonName(text) == nil)
    }

    @Test func `a name is sorted by surname, then given name`() {
        let names = [
            "Бакыт уулу Тилек", "Бакытов Азамат", "Осмонов Эрлан", "Осмонова Айпери", "Осмонова Гүлнара", "Өмүров Асан",
        ]
        let sorted = names.reversed().compactMap(PersonName.init).sorted {
            Array($0.sortKey(.kyrgyz).utf8).lexicographicallyPrecedes(Array($1.sortKey(.kyrgyz).utf8))
        }
        #expect(sorted.map(\.full) == names)
    }

    @Test(arguments: [
        ("5А", 5, "А"), ("5-А", 5, "А"), ("5а", 5, "А"), ("5A", 5, "А"), ("7 Б", 7, "Б"), ("11\"В\"", 11, "В"),
        ("11 «В»", 11, "В"), ("9 маткласс", 9, "маткласс"), ("5 «Ә» сыныбы", 5, "Ә"), ("5-Б классы", 5, "Б"),
        ("10", 10, ""), ("0 А", 0, "А"), ("5-1", 5, "1"), ("5/2", 5, "2"), ("6 — Ө", 6, "Ө"), ("class 5А", 5, "А"),
    ])
    func `a class is read however it is written`(text: String, grade: Int, letter: String) {
        #expect(ClassName(text) == ClassName(grade: grade, letter: letter))
        #expect(ClassName(text)?.letter == letter)
    }

    @Test(arguments: ["", "А", "13А", "100", "А5", "5<b>", "5абвгдежзиклмн"])
    func `a text that names no class is refused`(text: String) {
        #expect(ClassName(text) == nil)
    }

    @Test func `every language writes a class in its own way and all are read back`() {
        let name = ClassName(grade: 5, letter: "А")
        #expect(InterfaceLanguage.allCases.map(name.display) == ["5-А", "5А", "5 «А»", "5А"])
        #expect(name.titled(.ky) == "5-А классы")
        #expect(name.titled(.kk) == "5 «А» сыныбы")
        for text in ["А", "Ө", "маткласс", "1", "", "АБ"] {
            let name = ClassName(grade: 9, letter: text)
            #expect(ClassName(name.compact) == name)
            for language in InterfaceLanguage.allCases { #expect(ClassName(name.titled(language)) == name) }
        }
    }

    @Test func `classes are sorted by grade, then by letter`() {
        let names = ["1А", "2Г", "5А", "5Ә", "5Б", "10А", "11Б"]
        let sorted = names.reversed().compactMap(ClassName.init).sorted { $0.sortKey(.kazakh) < $1.sortKey(.kazakh) }
        #expect(sorted.map(\.compact) == names)
    }

    @Test(arguments: [
        ("Осмонова", "osmonova"), ("Дүйшөнов", "duyshonov"), ("Бакыт уулу", "bakytuulu"), ("Коңурбаев", "konurbaev"),
        ("Щукина", "shchukina"), ("Müller", "muller"), ("Ñurğali", "nurgali"),
        ("Абдыкадыров-Мамбеталиевский", "abdykadyrovmambetalievsk"), ("Smith", "smith"), ("Қалиев", "kaliev"),
        ("И\u{306}одов", "yodov"), ("张", "user"),
    ])
    func `a sign-in name is the surname in Latin letters`(surname: String, login: String) {
        #expect(LoginName.base(surname) == login)
        #expect(login.utf8.allSatisfy { (0x61...0x7A).contains($0) })
    }

    @Test(arguments: [
        ("Osmonova", "osmonova"), (" osmonova ", "osmonova"), ("оsmоnоvа", "osmonova"), ("ОСМОНОВА", "osmonova"),
        ("осмонова2", "osmonova2"), ("osmonova2", "osmonova2"), ("OSМONOVA", "osmonova"),
    ])
    func `at sign-in neither case nor the keyboard's alphabet matters`(typed: String, login: String) {
        #expect(LoginName.fold(typed) == login)
    }

    @Test func `namesakes get numbers`() {
        let taken: Set<String> = ["osmonova", "osmonova2"]
        #expect(LoginName.free("osmonova", taken: taken.contains) == "osmonova3")
        #expect(LoginName.candidates("kim").prefix(11).suffix(2) == ["kim22", "kim23"])
        #expect(LoginName.free("asanov", taken: taken.contains) == "asanov")
    }
}
