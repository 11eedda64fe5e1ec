import Testing

@testable import SchoolRules

@Suite struct CriteriaTests {
    let rule = CriteriaRule.standard

    @Test func `formative mean 8, sections 70 per cent and 18 of 25 give 73 and a half and a four`() throws {
        let parts = CriteriaParts(formative: [8, 8], sections: [points("7", "10")], term: points("18", "25"))
        let count = try #require(rule.percent(of: parts))
        #expect(count.value == Fraction(147, 2))
        #expect(count.lines.map(\.value) == [20, Fraction(35, 2), 36])
        #expect(rule.mark(for: count.value)?.value == "4")
    }

    static let rescaled: [(CriteriaParts, Fraction)] = [
        (CriteriaParts(formative: [8], sections: [points("7", "10")]), Fraction(75)),
        (CriteriaParts(formative: [8]), 80),
        (CriteriaParts(sections: [points("7", "10")]), 70),
        (CriteriaParts(term: points("18", "25")), 72),
        (CriteriaParts(formative: [8], term: points("18", "25")), Fraction(224, 3)),
        (CriteriaParts(sections: [points("7", "10")], term: points("18", "25")), Fraction(214, 3)),
    ]

    @Test(arguments: rescaled)
    func `an absent part is rescaled away`(parts: CriteriaParts, percent: Fraction) {
        #expect(rule.percent(of: parts)?.value == percent)
    }

    @Test func `nothing at all has no per cent`() {
        #expect(rule.percent(of: CriteriaParts()) == nil)
    }

    @Test func `works for sections are pooled by size or averaged by setting`() {
        let parts = CriteriaParts(sections: [points("10", "10"), points("10", "20")])
        var mean = rule
        mean.sections = .mean
        #expect(rule.percent(of: parts)?.value == Fraction(200, 3))
        #expect(mean.percent(of: parts)?.value == 75)
    }

    @Test(arguments: [
        ("0", "2"), ("39", "2"), ("40", "3"), ("64", "3"), ("65", "4"), ("84", "4"), ("85", "5"), ("100", "5"),
    ])
    func `the borders are 40, 65 and 85 per cent`(percent: String, mark: String) throws {
        #expect(rule.mark(for: try #require(Fraction(percent)))?.value == mark)
    }

    @Test(arguments: [
        ("39.5", "3", "2"), ("39.49", "2", "2"), ("64.5", "4", "3"), ("84.5", "5", "4"), ("84.49", "4", "4"),
    ])
    func `half a per cent goes up by setting`(percent: String, rounded: String, unrounded: String) throws {
        let percent = try #require(Fraction(percent))
        var exact = rule
        exact.rounding = .none
        #expect(rule.mark(for: percent)?.value == rounded)
        #expect(exact.mark(for: percent)?.value == unrounded)
    }

    @Test func `before 2021 sections and term weighed half each`() {
        let old = CriteriaRule(formativeWeight: 0, sectionsWeight: 50, termWeight: 50)
        let parts = CriteriaParts(formative: [1], sections: [points("8", "10")], term: points("20", "25"))
        #expect(old.percent(of: parts)?.value == 80)
        #expect(old.percent(of: CriteriaParts(formative: [1])) == nil)
    }

    @Test func `at one hour a week the half-year is marked`() {
        #expect(rule.isMarkedByHalfYear(hoursPerWeek: 1))
        #expect(!rule.isMarkedByHalfYear(hoursPerWeek: Fraction(3, 2)))
    }

    @Test(arguments: [("-1", "10"), ("11", "10"), ("0", "0"), ("5", "-5")])
    func `points below zero or above the maximum are refused`(points: String, maximum: String) throws {
        #expect(WorkPoints(try #require(Fraction(points)), of: try #require(Fraction(maximum))) == nil)
    }

    @Test func `the points needed in the term's work are the fewest that reach the mark`() {
        let parts = CriteriaParts(formative: [8], sections: [points("7", "10")])
        #expect(rule.neededTermPoints(for: five("5"), parts: parts, maximum: 25) == 24)
        #expect(rule.neededTermPoints(for: five("4"), parts: parts, maximum: 25) == 14)
        #expect(rule.neededTermPoints(for: five("2"), parts: parts, maximum: 25) == 0)
        let weak = CriteriaParts(formative: [2], sections: [points("1", "10")])
        #expect(rule.neededTermPoints(for: five("5"), parts: weak, maximum: 25) == nil)
    }
}
