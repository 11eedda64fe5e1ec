import Testing

@testable import SchoolRules

@Suite struct YearMarkTests {
    private func year(_ periods: String, _ rule: YearRule = .standard, on scale: Scale = .fivePoint) -> String? {
        rule.mark(of: finals(periods, on: scale).compactMap { $0 }, on: scale)?.mark.value
    }

    @Test(arguments: [
        ("4 5 4 5", "5"), ("4 4 5 4", "4"), ("3 3 4 4", "4"), ("2 3 2 2", "2"), ("5 5 5 5", "5"), ("4 5", "5"),
        ("3 4 4", "4"),
    ])
    func `the year is the mean of its periods, half up`(periods: String, mark: String) {
        #expect(year(periods) == mark)
    }

    @Test func `the last period may decide a half`() {
        let rule = YearRule(half: .lastPeriod)
        #expect(year("4 5 5 4", rule) == "4")
        #expect(year("5 4 4 5", rule) == "5")
        #expect(year("5 5 5 4", rule) == "5")
        #expect(year("4 4 4 5", rule) == "4")
    }

    @Test func `exempt periods stay out, н/а blocks only by setting`() {
        #expect(year("4 осв 5 4") == "4")
        #expect(year("4 н/а 5 5") == "5")
        #expect(year("4 н/а 5 5", YearRule(notAttested: .blocks)) == nil)
        #expect(year("осв осв") == nil)
    }

    @Test func `pass and fail make a year only where all periods agree`() {
        #expect(year("ЗЧ ЗЧ", on: .passFail) == "ЗЧ")
        #expect(year("ЗЧ НЗ", on: .passFail) == nil)
    }

    @Test func `a certificate is the mean of the upper grades' marks`() {
        #expect(year("4 5 5 5 4 4") == "5")
        #expect(year("4 5 4 5 4 4") == "4")
    }

    @Test(arguments: [("4", "5", "5"), ("5", "4", "5"), ("3", "4", "4"), ("5", "3", "4"), ("2", "3", "3")])
    func `year and exam are averaged, half up`(year: String, exam: String, mark: String) {
        let found = ExamRule.mean.mark(year: .mark(five(year)), exam: .mark(five(exam)), on: .fivePoint)
        #expect(found?.mark.value == mark)
    }

    @Test(arguments: [("5", "4", "5"), ("4", "5", "4"), ("5", "3", "4"), ("3", "5", "4"), ("4", "2", "3")])
    func `in Kazakhstan the year weighs 70 and the exam 30 per cent`(year: String, exam: String, mark: String) {
        let rule = AssessmentSettings.standard(of: .KZ).exam
        #expect(rule.mark(year: .mark(five(year)), exam: .mark(five(exam)), on: .fivePoint)?.mark.value == mark)
    }

    @Test func `without a mark of the year or the exam there is no final by exam`() {
        #expect(ExamRule.mean.mark(year: .notAttested, exam: .mark(five("4")), on: .fivePoint) == nil)
        #expect(ExamRule.mean.mark(year: .mark(five("4")), exam: .exempt, on: .fivePoint) == nil)
    }

    static let rules: [(Country, Int, Bool, FinalRule)] = [
        (.KG, 9, true, .yearWithExam(.mean)), (.KG, 11, true, .yearWithExam(.mean)), (.KG, 9, false, .year),
        (.RU, 9, true, .yearWithExam(.mean)), (.RU, 9, false, .year), (.RU, 11, true, .meanOfUpperGrades),
        (.RU, 11, false, .meanOfUpperGrades), (.KZ, 9, true, .yearWithExam(.seventyThirty)),
        (.KZ, 11, true, .yearWithExam(.seventyThirty)), (.KZ, 11, false, .year),
        (.KZ, 7, true, .yearWithExam(.mean)),
    ]

    @Test(arguments: rules)
    func `the certificate's mark follows country, grade and exam`(
        country: Country, grade: Int, hasExam: Bool, rule: FinalRule
    ) {
        #expect(FinalRule.standard(of: country, grade: grade, hasExam: hasExam) == rule)
    }

    @Test func `each rule of the certificate gives its mark or none`() {
        let year = FinalMark.mark(five("4"))
        let upper = finals("5 5 4 5").compactMap { $0 }
        #expect(FinalRule.year.mark(year: year, exam: nil, on: .fivePoint)?.mark.value == "4")
        #expect(FinalRule.year.mark(year: .notAttested, exam: nil, on: .fivePoint) == nil)
        #expect(FinalRule.yearWithExam(.mean).mark(year: year, exam: nil, on: .fivePoint) == nil)
        #expect(
            FinalRule.yearWithExam(.mean).mark(year: year, exam: .mark(five("5")), on: .fivePoint)?.mark.value == "5")
        let certificate = FinalRule.meanOfUpperGrades.mark(year: year, exam: nil, upper: upper, on: .fivePoint)
        #expect(certificate?.mark.value == "5")
        #expect(FinalRule.meanOfUpperGrades.mark(year: year, exam: nil, on: .fivePoint) == nil)
    }

    @Test(arguments: [
        (0, 0, YearOutcome.movesUp), (1, 0, .additionalWork), (2, 0, .additionalWork), (3, 0, .repeats),
        (1, 1, .secondAdditionalWork), (0, 1, .movesUp), (1, 2, .repeats), (0, 2, .movesUp),
    ])
    func `a two for the year is worked off twice, three of them repeat the year`(
        failed: Int, works: Int, outcome: YearOutcome
    ) {
        #expect(YearOutcome.of(failed: failed, afterWorks: works) == outcome)
    }
}
