import Testing

@testable import SchoolRules

@Suite struct DebtTests {
    private let lesson = day("2026-11-20")

    private func entry(_ typed: String) throws -> CellEntry {
        try CellEntry.parse(typed, scale: .fivePoint, codes: AbsenceCode.standard, language: .ru)
    }

    @Test(arguments: [
        ("•", "•"), ("*", "•"), ("*5.12", "•--12-05"), ("• 05.12", "•--12-05"), ("*5.12.2026", "•2026-12-05"),
        ("*5.12.26", "•2026-12-05"),
    ])
    func `a debt is typed as a point or a star, alone or with its day`(typed: String, stored: String) throws {
        #expect(try entry(typed).marks == [stored])
    }

    @Test(arguments: ["*31.11", "*0.12", "*5", "*5.13", "**", "*5.12.2026.1"])
    func `a day that no calendar has is refused`(typed: String) {
        #expect(throws: CellProblem.self) { try entry(typed) }
    }

    @Test func `a debt stands beside a code and beside a mark`() throws {
        let absent = try entry("н *5.12")
        #expect(absent.absence?.category == .unknown && absent.marks == ["•--12-05"])
        #expect(!absent.isMarkedWhileAbsent)
        #expect(try entry("4/*").marks == ["4", "•"])
        #expect(try entry("4/*").display(.ru, codes: AbsenceCode.standard) == "4/•")
    }

    @Test func `a day without a year is the first one after the lesson`() {
        let settled = { (stored: String) in
            DebtSign(stored: stored)?.settled(lesson: lesson, usual: day("2026-11-27"))?.stored
        }
        #expect(settled("•") == "•2026-11-27")
        #expect(settled("•--12-05") == "•2026-12-05")
        #expect(settled("•--01-12") == "•2027-01-12")
        #expect(settled("•2026-11-19") == nil)
        #expect(DebtSign(stored: "•2026-12-05")?.text == "•05.12")
    }

    @Test(arguments: [
        ("", "2026-11-27", "•"), ("", "2026-11-28", "•"), ("2", "2026-11-27", "•"),
        ("2", "2026-11-28", "2"), ("notAttested", "2027-05-01", "notAttested"),
    ])
    func `what a debt stands for is counted from the day, and the day itself is still the student's`(
        turnsInto: String, today: String, standing: String
    ) {
        let rule = DebtRule(days: 7, turning: Dated(turnsInto))
        let lesson = day("2026-11-20")
        #expect(rule.standing("•2026-11-27", of: lesson, on: day(today)) == standing)
        #expect(rule.standing("5", of: lesson, on: day(today)) == "5")
    }

    @Test func `a debt goes by the rule of its lesson's day`() {
        let rule = DebtRule(days: 7, turning: Dated("2").changed(to: "", from: day("2026-11-09")))
        #expect(rule.turns && rule.turnsInto(of: day("2026-11-08")) == "2")
        #expect(rule.standing("•2026-10-30", of: day("2026-10-23"), on: day("2027-01-15")) == "2")
        #expect(rule.standing("•2026-11-20", of: day("2026-11-13"), on: day("2027-01-15")) == "•")
        #expect(!DebtRule.standard.turns)
    }
}
