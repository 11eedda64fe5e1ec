import Testing

@testable import SchoolRules

@Suite struct RegimeTests {
    private func holding(_ country: Country, _ grade: Int, _ subject: String) -> Regime? {
        Regime.holding(
            country.profile.regimes(schoolYear: 2026, unmarked: [1]), grade: grade, subject: subject,
            on: day("2026-11-20"))
    }

    @Test(arguments: [
        (Country.KG, 1, "algebra", AssessmentWay.words), (.KG, 7, "algebra", .marks), (.RU, 1, "music", .words),
        (.RU, 11, "algebra", .marks), (.KZ, 1, "music", .words), (.KZ, 2, "algebra", .criteria),
        (.KZ, 3, "digital-literacy", .passFail), (.KZ, 5, "digital-literacy", .criteria), (.KZ, 9, "music", .passFail),
        (.KZ, 9, "physical-education", .passFail), (.KZ, 11, "algebra", .criteria),
    ])
    func `every country has its way for a grade and a subject`(
        country: Country, grade: Int, subject: String, way: AssessmentWay
    ) {
        #expect(holding(country, grade, subject)?.way == way)
    }

    @Test func `Kazakhstan keeps to the proposal, the others may differ by a step`() {
        #expect(holding(.KZ, 5, "algebra")?.settings.maximumDeviation == 0)
        #expect(holding(.KG, 5, "algebra")?.settings.maximumDeviation == 1)
        #expect(holding(.RU, 5, "algebra")?.settings.exam == .mean)
        #expect(holding(.KZ, 5, "algebra")?.finalScale == "five")
    }

    @Test func `without marks nothing is to be set, by levels something is`() {
        #expect(holding(.KG, 1, "music")?.needsFinals == false)
        #expect(holding(.KZ, 9, "music")?.needsFinals == true)
        #expect(Indicators(students("+ ±", on: .levels)).progress.percent == 100)
    }

    @Test func `one Kyrgyz school has words, marks and criteria at once, and a change has its day`() {
        var regimes = Country.KG.profile.regimes(schoolYear: 2026, unmarked: [1, 2, 3])
        regimes.append(
            Regime(
                id: 50, country: .KG, grades: 7...9, schoolYear: 2026, validFrom: day("2026-08-01"), way: .criteria,
                scale: "formative", finalScale: "five", settings: .standard(of: .KG)))
        regimes.append(
            Regime(
                id: 51, country: .KG, grades: 7...7, subjects: ["physics"], schoolYear: 2026,
                validFrom: day("2027-01-11"), way: .passFail, scale: "pass", finalScale: "pass",
                settings: .standard(of: .KG)))
        let way = { (grade: Int, subject: String, date: String) in
            Regime.holding(regimes, grade: grade, subject: subject, on: day(date))?.way
        }
        #expect(way(3, "music", "2026-10-01") == .words)
        #expect(way(5, "physics", "2026-10-01") == .marks)
        #expect(way(7, "physics", "2026-12-01") == .criteria)
        #expect(way(7, "physics", "2027-01-11") == .passFail)
        #expect(way(8, "physics", "2027-01-11") == .criteria)
        #expect(way(7, "physics", "2027-09-01") == nil)
    }

    @Test(arguments: [
        ("осв", AssessmentCode.exempt), ("ОСВ.", .exempt), ("бош", .exempt), ("бос", .exempt),
        ("н/а", .notAttested), ("Н/А", .notAttested), ("H/A", .notAttested), ("н / а", .notAttested),
        ("а/э", .notAttested), ("а/ж", .notAttested), ("вр. н/а", .temporarilyNotAttested),
        ("уақытша аттестатталмаған", .temporarilyNotAttested), ("•", .debt),
    ])
    func `codes are read in any language and spelling`(typed: String, code: AssessmentCode) {
        #expect(AssessmentCode(typed) == code)
    }

    @Test func `what is stored of a final mark is read again`() {
        for mark in finals("5 2 н/а осв вр.н/а") {
            #expect(FinalMark(mark!.stored, scale: .fivePoint) == mark)
            #expect(FinalMark(mark!.text(in: .kk), scale: .fivePoint) == mark)
        }
        #expect(FinalMark("•", scale: .fivePoint) == nil)
        #expect(FinalMark("6", scale: .fivePoint) == nil)
    }

    @Test func `a debt is open to the end of its day and then turns as the school sets`() {
        let debt = Debt(due: day("2026-11-20"), turnsInto: "2")
        #expect(debt.state(on: day("2026-11-20")) == .open)
        #expect(debt.state(on: day("2026-11-21")) == .turned("2"))
        #expect(Debt(due: day("2026-11-20")).state(on: day("2026-11-21")) == .overdue)
    }
}
