import Testing

@testable import SchoolRules

@Suite struct WhatIfTests {
    private func whatIf(_ text: String, _ borders: Borders = .mathematical) -> WhatIf {
        WhatIf(marks(text), scale: .fivePoint, finalScale: .fivePoint, borders: borders)
    }

    @Test func `two fives of a control work lift 4, 4, 4 to a five`() {
        let paths = whatIf("4 4 4").paths(to: five("5"), by: [MarkChance(weight: 3, kind: 8), MarkChance(weight: 1)])
        #expect(paths.map(\.times) == [1, 3])
        #expect(paths.map(\.kind) == [8, nil])
        let strict = whatIf("4 4 4 4", .strict).paths(to: five("5"), by: [MarkChance(weight: 3, kind: 8)])
        #expect(strict.map(\.times) == [3])
    }

    @Test func `a lower mark that leads as fast is named, a higher one only when it is faster`() {
        let three = whatIf("2 2").paths(to: five("3"), by: [MarkChance(weight: 1)])
        #expect(three.map { "\($0.times) × \($0.value.value)" } == ["1 × 4", "2 × 3"])
        let four = whatIf("3 3 3").paths(to: five("4"), by: [MarkChance(weight: 1)])
        #expect(four.map { "\($0.times) × \($0.value.value)" } == ["1 × 5", "3 × 4"])
    }

    @Test func `a mark that is reached or out of reach has no path`() {
        #expect(whatIf("5 5").paths(to: five("5"), by: [MarkChance(weight: 1)]).isEmpty)
        #expect(whatIf("2 2 2 2 2 2").paths(to: five("5"), by: [MarkChance(weight: 1)]).isEmpty)
    }

    @Test func `a border on the highest mark itself is reached by nobody who has less`() throws {
        let borders = try Borders(["5": 5], on: .fivePoint)
        #expect(whatIf("5 5 4", borders).paths(to: five("5"), by: [MarkChance(weight: 1)]).isEmpty)
        #expect(whatIf("", borders).paths(to: five("5"), by: [MarkChance(weight: 1)]).map(\.times) == [1])
    }

    @Test func `without marks one mark is enough`() {
        let paths = whatIf("").paths(to: five("5"), by: [MarkChance(weight: 1)])
        #expect(paths.map(\.times) == [1] && paths[0].value.value == "5")
    }

    @Test func `the needed number may lie outside the scale`() {
        #expect(whatIf("4 4 4").needed(for: Fraction(9, 2), weight: 1) == 6)
        #expect(whatIf("4 4 4").needed(for: Fraction(9, 2), weight: 3) == 5)
        #expect(whatIf("4").needed(for: 5, weight: 0) == nil)
    }

    @Test func `trying marks out shows the average they would give`() throws {
        let tried = try #require(whatIf("4 3").adding(marks("5x2")))
        #expect(tried.count.value == Fraction(17, 4) && tried.mark.value == "4")
        #expect(whatIf("").adding([]) == nil)
    }

    @Test func `a forecast has a worst and a best case`() throws {
        let band = try #require(whatIf("4 4").forecast(remaining: [MarkChance(weight: 1), MarkChance(weight: 3)]))
        #expect(band.worst.value == "3" && band.best.value == "5")
    }
}
