import Testing

@testable import SabakApp
@testable import SchoolRules

struct ReadingNamesTests {
    @Test(arguments: [
        ("5-А", "5А"), ("Математика 5А", "5А"), ("5 «А» сыныбы", "5А"), ("Homeroom 11B", "11В"), ("MATH-07B-1", "7В"),
        ("Алгебра 10 Б", "10Б"),
    ])
    func `a class is found inside a title`(title: String, name: String) {
        #expect(ClassNameReading.found(in: title)?.compact == name)
    }

    @Test(arguments: ["Algebra 1 - Period 3", "Математика 5 класс", "25А", "Робототехника"])
    func `a title without a class names none`(title: String) {
        #expect(ClassNameReading.found(in: title) == nil)
    }

    @Test(arguments: [
        ("Математика, 5А класс", "Математика"), ("Mathematics Grade 5", "Mathematics"),
        ("Кыргыз тили 7-Б", "Кыргыз тили"), ("Английский язык, группа 2", "Английский язык"),
    ])
    func `a subject is a title without class and number`(title: String, subject: String) {
        #expect(SubjectTitle.bare(title) == subject)
    }

    @Test func `a group is what is left of a title`() {
        let name = ClassName(grade: 5, letter: "А")
        #expect(SubjectTitle.rest(of: "English 5А, group 2", without: ["English"], class: name) == "group 2")
        #expect(SubjectTitle.rest(of: "English 5А", without: ["English"], class: name) == "")
    }

    @Test(arguments: [("Физ-ра", "physical-education"), ("ИЗО", "fine-art"), ("Maths", "mathematics")])
    func `everyday names mean subjects of the catalogue`(name: String, code: String) {
        #expect(SubjectSynonyms.code(of: name) == code)
    }

    @Test(arguments: [("05", 5), ("KG", 0), ("11", 11)]) func `grades are written with two digits`(
        text: String, grade: Int
    ) {
        #expect(OneRosterGrade.number(text) == grade)
        #expect(OneRosterGrade.isKnown(text))
    }

    @Test func `a width counts the cells that a table would leave out`() {
        let widths = OneRosterWidths.count(Array("a,b,c\r\n1,,\n\"x,\ny\",2,3\n".utf8))
        #expect(widths == [1: 3, 2: 3, 3: 3])
    }
}
