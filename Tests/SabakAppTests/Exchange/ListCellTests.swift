import Sheets
import Testing

@testable import SabakApp
@testable import SchoolRules

struct ListCellTests {
    private let today = Day(year: 2026, month: 11, day: 20)!

    @Test(arguments: [
        ("5А", "5А"), ("9 А", "9А"), ("9-а", "9А"), ("9«А»", "9А"), ("IX-A", "9А"), ("ХІ Б", "11Б"), ("5A", "5А"),
        ("5/Б", "5Б"), ("кл. 7В", "7В"), ("7-Б классы", "7Б"), ("5 «А» сыныбы", "5А"), ("11", "11"), ("5-1", "5-1"),
        ("й".unicodeScalars.count == 1 ? "5и\u{306}" : "", "5Й"), ("10 класс", "10"), ("5_А", "5А"),
    ])
    func `a class is read however it is written`(text: String, name: String) {
        #expect(ClassCell.read(text)?.compact == name)
    }

    @Test(arguments: ["Лист1", "пятый", "2026", "XIX", "", "А5", "13А", "2.5", "2,0"]) func `what is no class is none`(
        text: String
    ) {
        #expect(ClassCell.read(text) == nil)
    }

    @Test(arguments: [
        ("Список учащихся 5А класса на 1 сентября 2026 г.", "5А"), ("5-А классынын окуучуларынын тизмеси", "5А"),
        ("Класс: 7 Б", "7Б"), ("6 «В» класс. Кл. рук.: Асанова Г. Т.", "6В"), ("8Г", "8Г"), ("Тізім 3Ә", "3Ә"),
    ])
    func `a title names its class`(title: String, name: String) {
        #expect(ClassCell.title(title)?.compact == name)
    }

    @Test(arguments: ["СШ № 5 Г. ОШ", "Список на 1 сентября 2026 г.", "№12 мектеп", "2026-2027", "Лист1", "list"])
    func `a title without a class names none`(title: String) {
        #expect(ClassCell.title(title) == nil)
    }

    @Test(arguments: [
        ("1 марта 2015 г.", "2015-03-01"), ("2015-жылдын 1-марты", "2015-03-01"),
        ("2015\u{2011}жылдын 1\u{2011}марты", "2015-03-01"), ("2015 жылғы 1 наурыз", "2015-03-01"),
        ("1 March 2015", "2015-03-01"), ("March 1, 2015", "2015-03-01"), ("20150301", "2015-03-01"),
        ("01032015", "2015-03-01"), ("2015.03.01", "2015-03-01"), ("1-3-2015", "2015-03-01"),
        ("2015-03-01T00:00:00", "2015-03-01"), ("01.03.2015г.", "2015-03-01"), ("5 қараша 2014 ж.", "2014-11-05"),
    ])
    func `a day is read in the forms of four languages`(text: String, day: String) {
        #expect(ListValues.day(text)?.description == day)
    }

    @Test(arguments: ["29.02.2015", "3/25/2015", "1 фоо 2015", "01.03", "12345", "5А", "1.2.3.2015"])
    func `a day that does not exist is refused`(text: String) {
        #expect(ListValues.day(text) == nil)
    }

    @Test func `the age tells the century of two digits, and a bare serial number is a day`() {
        let student = DateReading.ages[.students]
        let staff = DateReading.ages[.staff]
        func day(_ text: String, _ ages: ClosedRange<Int>?, _ kind: Sheets.SheetCell.Kind = .text) -> String? {
            DateReading.day(SheetCell(text, kind: kind), today: today, ages: ages)?.day.description
        }
        #expect(day("01.03.15", student) == "2015-03-01")
        #expect(day("01.03.85", staff) == "1985-03-01" && day("01.03.05", staff) == "2005-03-01")
        #expect(day("01.03.85", student) == nil && day("01.03.15", nil) == nil)
        #expect(day("42064", student, .number) == "2015-03-01" && day("42064.0", student) == "2015-03-01")
        #expect(
            DateReading.day(SheetCell("40602", kind: .number), today: today, ages: student, startsIn1904: true)?.day
                .description == "2015-03-01")
    }

    @Test(arguments: [
        ("0555 11-22-33", Country.KG, "+996 555 112 233"), ("(0555)112233", .KG, "+996 555 112 233"),
        ("996555112233", .KG, "+996 555 112 233"), ("+996 555 112233", .KG, "+996 555 112 233"),
        ("555112233", .KG, "+996 555 112 233"), ("8 701 123 45 67", .KZ, "+7 701 123 45 67"),
        ("7011234567", .KZ, "+7 701 123 45 67"), ("8 (912) 345-67-89", .RU, "+7 912 345 67 89"),
        ("8 912 345 67 89", .KG, "+7 912 345 67 89"), ("0044 20 7946 0000", .KG, "+442079460000"),
    ])
    func `a telephone gets its international form`(text: String, country: Country, number: String) {
        #expect(PhoneNumber(text, in: country)?.text == number)
    }

    @Test(arguments: ["66-12-34", "нет", "", "0555", "12345678901234567"]) func `what is no telephone is none`(
        text: String
    ) {
        #expect(PhoneNumber(text, in: .KG) == nil)
    }

    @Test func `a number of Kyrgyzstan tells sex and birthday`() throws {
        let number = try #require(NationalNumber("2 0103 2015 12345"))
        #expect(number.kind == .kyrgyz && number.sex == "m" && number.birthDay?.description == "2015-03-01")
        #expect(number.doubt(birthDay: nil, sex: "") == nil)
        #expect(number.doubt(birthDay: Day("2015-03-02"), sex: "m") == .otherBirthDay)
        #expect(number.doubt(birthDay: Day("2015-03-01"), sex: "f") == .otherSex)
        #expect(NationalNumber("23103201512345")?.doubt(birthDay: nil, sex: "") == nil)
        #expect(NationalNumber("23113201512345")?.doubt(birthDay: nil, sex: "") == .noDay)
        #expect(NationalNumber("123") == nil && NationalNumber("2,05E+13") == nil)
    }

    @Test func `a number of Kazakhstan has a check digit, and lost zeros come back by it`() throws {
        // 0·1 5·2 0·3 3·4 0·5 1·6 5·7 0·8 0·9 1·10 2·11 = 95, 95 mod 11 = 7.
        let number = try #require(NationalNumber("050301500127"))
        #expect(number.birthDay?.description == "2005-03-01" && number.sex == "m")
        #expect(number.doubt(birthDay: nil, sex: "") == nil)
        #expect(NationalNumber("050301500123")?.doubt(birthDay: nil, sex: "") == .checkDigit)
        #expect(NationalNumber(withoutZeros: "50301500127", in: .KZ)?.digits == "050301500127")
        #expect(NationalNumber(withoutZeros: "50301500123", in: .KZ) == nil)
        #expect(NationalNumber(withoutZeros: "50301500127", in: .KG) == nil)
    }

    @Test(arguments: [
        ("Асанов Улан Бакытович", "Асанов|Улан|Бакытович"), ("Бакыт уулу Тилек", "Бакыт уулу|Тилек|"),
        ("Асанов Тилек Бакыт Уулу", "Асанов|Тилек|Бакыт уулу"), ("Бакыт кызы  Айпери", "Бакыт кызы|Айпери|"),
        ("АСАНОВ УЛАН", "Асанов|Улан|"), ("1. Асанов Улан", "Асанов|Улан|"), ("Асанов, Улан", "Асанов|Улан|"),
        ("Acaн\u{A0}уулу Бекзат", "Асан уулу|Бекзат|"), ("Ахметов Ерлан Бақытұлы", "Ахметов|Ерлан|Бақытұлы"),
        ("Ким Вера (инд.)", "Ким|Вера|"), ("Асанов Тимуро\u{432}\u{438}\u{306}", "Асанов|Тимуровй|"),
        ("Асанова-Ким Айпери", "Асанова-Ким|Айпери|"), ("John Smith", "John|Smith|"), ("Əсел Қайрат", "Әсел|Қайрат|"),
    ])
    func `a whole name in one cell is surname, given name, patronymic`(text: String, parts: String) throws {
        let name = try #require(NameCell(text).person)
        #expect("\(name.surname)|\(name.given)|\(name.patronymic)" == parts)
    }

    @Test(arguments: ["Асанов", "", "Асан0в Улан", "25"]) func `half a name and digits are refused`(text: String) {
        #expect(NameCell(text).person == nil)
    }

    @Test func `Latin letters are mended and told`() {
        #expect(NameCell("Acaн Улан").mends == [.letters("Acaн", "Асан")])
        #expect(NameCell("Smith Джон").mends.isEmpty && NameCell("Асан Улан").mends.isEmpty)
    }
}
