import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

/// Every scale in the journal: what is typed, what stands, which number it makes, what is proposed.
@Suite struct ScalesTests {
    struct Case: Sendable {
        let model: String
        let typed: [String]
        let stands: [String]
        let average: String
        let refused: String
        let proposal: String
    }

    static let cases = [
        Case(
            model: "ten", typed: ["10", "9", "7/8"], stands: ["10", "9", "7/8"], average: "8,50", refused: "11",
            proposal: "9"),
        Case(
            model: "twelve", typed: ["12", "11"], stands: ["12", "11"], average: "11,50", refused: "13",
            proposal: "12"),
        Case(
            model: "hundred", typed: ["100", "85"], stands: ["100", "85"], average: "92,50", refused: "101",
            proposal: "93"),
        Case(
            model: "letters", typed: ["a", "B", "A/C"], stands: ["A", "B", "A/C"], average: "4,25", refused: "E",
            proposal: "B"),
        Case(
            model: "lettersWithSigns", typed: ["B+", "b-"], stands: ["B+", "B-"], average: "4,00", refused: "A+",
            proposal: "B"),
        Case(model: "pass", typed: ["+", "зачёт"], stands: ["ЗЧ", "ЗЧ"], average: "—", refused: "5", proposal: "ЗЧ"),
        Case(model: "levels", typed: ["+", "-"], stands: ["+", "±"], average: "—", refused: "5", proposal: "—"),
        Case(
            model: "fiveWithOne", typed: ["1", "5/4"], stands: ["1", "5/4"], average: "3,33", refused: "6",
            proposal: "3"),
    ]

    @Test(arguments: cases)
    func `marks are typed, shown, counted and proposed on their scale`(one: Case) async throws {
        let school = try await TestSchool.make(students: 3)
        let place = RegimePlace(grades: 7...7, subjects: [])
        let model = try #require(RegimeModel(rawValue: one.model))
        try school.write { writing in
            let regime = Regime(
                id: 0, country: .KG, grades: place.grades, schoolYear: 2026, validFrom: Day("2026-08-01")!,
                way: model.way, scale: model.scale.id, finalScale: model.finalScale.id, settings: .standard(of: .KG),
                isOwn: true)
            try RegimeQueries.keep(regime, ids: school.app.ids, in: writing)
        }
        let entries = Entries(school: school)
        let student = school.students[0]
        let days = ["2026-11-17", "2026-11-18", "2026-11-19"]
        var average = ""
        for (index, typed) in one.typed.enumerated() {
            let result = await entries.set(typed, for: student, on: days[index])
            #expect(result.value == one.stands[index], "\(result.message)")
            average = result.average
        }
        #expect(average == one.average)
        let refused = await entries.set(one.refused, for: student, on: "2026-11-20")
        #expect(refused.status == "refused" && !refused.message.isEmpty)
        let page = await school.get("/pages/\(school.algebra)", as: .teacher).text
        for value in one.stands.flatMap({ $0.split(separator: "/") }) {
            #expect(
                page.contains(">\(value)<")
                    || page.contains(">\(value)/") || page.contains("/\(value)<"))
        }
        let sheet = await school.api(.get, "/api/v1/pages/\(school.algebra)/finals?term=2", as: .teacher).text
        #expect(one.proposal == "—" || sheet.contains("\"\(one.proposal)\""))
    }
}
