import Foundation
import SchoolRules
import Testing

@testable import SabakApp

@Suite struct RulesCountTests {
    private func only(_ student: String, _ change: (inout MarksFile) -> Void = { _ in }) throws -> MarksAnswer.Student {
        var file = MarksFile(students: [student])
        change(&file)
        return try #require(try file.answer().students.first)
    }

    @Test func `a weighted average is exact, shown half up and proposes by the borders`() throws {
        let student = try only(cells("5x3 5x1 4x5"))
        #expect(student.average == .init(exact: "40/9", shown: "4.44"))
        #expect(student.proposal == "4" && student.percent == nil)
        #expect(student.count == 3 && student.minimum == .init(needed: 3, has: 3, met: true))
        #expect(student.lines.map(\.value) == ["5/3", "5/9", "20/9"])
    }

    @Test func `codes are left out, two marks of a cell are two, a mark beside a code counts`() throws {
        let student = try only(
            """
            "marks":[{"value":"н"},{"value":"осв"},{"value":"Н/А"},{"value":"•"},{"value":"зч"},{"value":"Ж/С"},
            {"value":"5/4","weight":"2"},{"value":"О 3"}]
            """)
        #expect(student.count == 3)
        #expect(student.average == .init(exact: "21/5", shown: "4.20"))
    }

    @Test func `without marks there is no average and no proposal`() throws {
        for fields in ["", cells(""), cells("н осв"), "\"marks\":null"] {
            let student = try only(fields)
            #expect(student.average == nil && student.proposal == nil && student.lines.isEmpty)
            #expect(student.count == 0 && student.minimum == .init(needed: 3, has: 0, met: false))
        }
    }

    @Test func `3.495 is shown as 3.50 and is a three`() throws {
        let student = try only(cells("3x101 4x99"))
        #expect(student.average == .init(exact: "699/200", shown: "3.50"))
        #expect(student.proposal == "3")
        #expect(try only(cells("3 4")).proposal == "4")
    }

    @Test(arguments: [("4.65", "4"), ("4.60", "5"), ("4,6", "5")])
    func `borders are the school's and include their own number`(border: String, mark: String) throws {
        let student = try only(cells("5 5 5 4 4")) { $0.settings = "{\"borders\":{\"5\":\"\(border)\"}}" }
        #expect(student.average?.exact == "23/5")
        #expect(student.proposal == mark)
    }

    @Test func `weights may have decimals, and none is one`() throws {
        let student = try only(cells("5x1.5 4x0.5 3"))
        #expect(student.average == .init(exact: "25/6", shown: "4.17"))
        #expect(student.sum == Fraction(25, 6))
    }

    @Test(arguments: [
        ("0.5", "quarter", 2), ("1", "quarter", 3), ("1", "halfYear", 5), ("2", "quarter", 5), ("3", "halfYear", 9),
        ("4", "quarter", 7), ("6,5", "halfYear", 10), ("3", "year", 0),
    ])
    func `the minimum follows the hours and the period`(hours: String, period: String, needed: Int) throws {
        let student = try only(cells("5 4 3")) {
            $0.hours = hours
            $0.period = period
        }
        #expect(student.minimum == .init(needed: needed, has: 3, met: 3 >= needed))
    }

    @Test func `Kazakhstan's quarter of 20, 17.5 and 36 is 73.5 per cent and a four`() throws {
        let student = try only(
            """
            "fo":["8","8"],"sor":[{"points":"7","max":"10"}],"soch":{"points":"18","max":"25"}
            """
        ) {
            $0.country = "KZ"
            $0.scale = "kzPercent"
        }
        #expect(student.percent == .init(exact: "147/2", shown: "73.50"))
        #expect(student.proposal == "4" && student.average == nil)
        #expect(student.lines.map(\.value) == ["20", "35/2", "36"])
        #expect(student.count == 4)
    }

    @Test(arguments: [
        ("\"soch\":{\"points\":\"18\",\"max\":\"25\"}", "72"), ("\"fo\":[\"8\"]", "80"),
        ("\"fo\":[\"8\"],\"sor\":[{\"points\":\"7\",\"max\":\"10\"}],\"soch\":null", "75"),
    ])
    func `absent parts are simply absent`(parts: String, percent: String) throws {
        let student = try only(parts) {
            $0.country = "KZ"
            $0.scale = "kzPercent"
        }
        #expect(student.percent?.exact == percent)
        #expect(student.sum.description == percent)
    }

    @Test func `sections are pooled or averaged, and half a per cent goes up, by setting`() throws {
        let works = "\"sor\":[{\"points\":\"10\",\"max\":\"10\"},{\"points\":\"10\",\"max\":\"20\"}]"
        let half = "\"soch\":{\"points\":\"16,9\",\"max\":\"20\"}"
        let find = { (fields: String, settings: String) in
            try only(fields) {
                $0.country = "KZ"
                $0.scale = "kzPercent"
                $0.settings = settings
            }
        }
        #expect(try find(works, "{}").percent?.exact == "200/3")
        #expect(try find(works, "{\"kz.sorAggregation\":\"mean\"}").percent?.exact == "75")
        #expect(try find(half, "{}").percent == .init(exact: "169/2", shown: "84.50"))
        #expect(try find(half, "{}").proposal == "5")
        #expect(try find(half, "{\"kz.percentRounding\":\"none\"}").proposal == "4")
    }

    @Test(arguments: [
        ("KG", "4", "5"), ("RU", "4", "5"), ("KZ", "4", "5"), ("KZ", "3", "4"), ("KG", "3", "4"), ("KG", "2", "4"),
        ("KZ", "2", "4"),
    ])
    func `year and exam are put together as the country does`(country: String, exam: String, final: String) throws {
        let student = try only("\"periods\":[\"4\",\"5\",\"4\",\"5\"],\"exam\":\"\(exam)\"") { $0.country = country }
        #expect(student.year == "5")
        #expect(student.yearWithExam == final)
    }

    @Test func `periods without a mark stay out of the year`() throws {
        #expect(try only("\"periods\":[\"4\",\"н/а\",\"5\",\"осв\",null]").year == "5")
        #expect(try only("\"periods\":[\"осв\"],\"exam\":\"4\"").year == nil)
        #expect(try only("\"periods\":[\"осв\"],\"exam\":\"4\"").yearWithExam == nil)
        #expect(try only("\"periods\":[\"4\"],\"exam\":\"осв\"").yearWithExam == nil)
        #expect(try only("\"periods\":[],\"exam\":null").year == nil)
    }

    @Test func `the proposal of a year is the mean of its periods`() throws {
        let fields = cells("3 3 3") + ",\"periods\":[\"4\",\"5\"]"
        #expect(try only(fields) { $0.period = "year" }.proposal == "5")
        #expect(try only(fields).proposal == "3")
        #expect(try only(cells("3 3 3")) { $0.period = "year" }.proposal == "3")
    }

    @Test(arguments: [
        ("ten", "10 7", "9"), ("twelve", "12 11", "12"), ("hundred", "84 85", "85"), ("passFail", "ЗЧ зачёт", "ЗЧ"),
    ])
    func `every scale has its marks and proposals`(scale: String, marks: String, proposal: String) throws {
        #expect(try only(cells(marks)) { $0.scale = scale }.proposal == proposal)
    }

    @Test func `pass and fail have no average and agree or propose nothing`() throws {
        let student = try only(cells("ЗЧ НЗ")) { $0.scale = "passFail" }
        #expect(student.average == nil && student.proposal == nil && student.count == 2)
    }
}
