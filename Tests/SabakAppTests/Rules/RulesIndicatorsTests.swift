import Testing

@testable import SabakApp

@Suite struct RulesIndicatorsTests {
    private func indicators(
        _ finals: String, _ change: (inout MarksFile) -> Void = { _ in }
    ) throws -> MarksAnswer.Figures {
        var file = MarksFile(students: finals.split(separator: " ").map { $0 == "-" ? "" : "\"final\":\"\($0)\"" })
        change(&file)
        return try file.answer().indicators
    }

    @Test func `5, 4, 3, 3 and 2 give 80, 40, 50.4 per cent and 3.4`() throws {
        let found = try indicators("5 4 3 3 2")
        #expect(found.n == 5)
        #expect(found.progress == .init(exact: "80", shown: "80.00"))
        #expect(found.quality == .init(exact: "40", shown: "40.00"))
        #expect(found.sou == .init(exact: "252/5", shown: "50.40"))
        #expect(found.average == .init(exact: "17/5", shown: "3.40"))
    }

    @Test func `н/а counts, осв and students without a final do not`() throws {
        let found = try indicators("5 4 н/а осв - вр.н/а")
        #expect(found.n == 3)
        #expect(found.progress?.exact == "200/3" && found.progress?.shown == "66.67")
        #expect(found.sou?.exact == "57" && found.average?.exact == "9/2")
        let heavier = try indicators("5 4 н/а") { $0.settings = "{\"sou.notAttested\":\"0\"}" }
        #expect(heavier.sou?.exact == "164/3")
    }

    @Test(arguments: ["", "осв -"])
    func `of nobody there are no indicators`(finals: String) throws {
        let found = try indicators(finals)
        #expect(found.n == 0 && found.progress == nil && found.quality == nil)
        #expect(found.sou == nil && found.average == nil)
        #expect(found.objectivity == .init(same: 0, raised: 0, lowered: 0))
    }

    @Test func `finals are held against the proposals`() throws {
        let pairs = [("5 5", "5"), ("4 4", "5"), ("4 4", "3"), ("4 4", "н/а"), ("", "4"), ("3 4", "4")]
        let file = MarksFile(students: pairs.map { cells($0.0) + ",\"final\":\"\($0.1)\"" })
        #expect(try file.answer().indicators.objectivity == .init(same: 2, raised: 1, lowered: 1))
    }

    @Test func `other scales count by level`() throws {
        let found = try indicators("10 8 6 4") { $0.scale = "ten" }
        #expect(found.progress?.exact == "75" && found.quality?.exact == "50" && found.average?.exact == "7")
        let pass = try indicators("ЗЧ НЗ") { $0.scale = "passFail" }
        #expect(pass.n == 2 && pass.progress?.exact == "50" && pass.quality == nil && pass.sou == nil)
    }
}
