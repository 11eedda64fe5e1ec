import Testing

@testable import SchoolRules

@Suite struct AverageCountTests {
    @Test func `a five of weight 3, a five of weight 1 and a four of weight 5 give 40 ninths`() throws {
        let count = try #require(Count.average(of: marks("5x3 5x1 4x5")))
        #expect(count.value == Fraction(40, 9))
        #expect(count.value.rounded(decimals: 2) == "4,44")
        #expect(count.lines.map(\.value) == [Fraction(15, 9), Fraction(5, 9), Fraction(20, 9)])
        #expect(count.lines[0].arguments == [.text("5"), .number(3), .number(9)])
    }

    @Test func `without weights every mark counts once`() throws {
        let count = try #require(Count.average(of: marks("5x3 5x1 4x5"), weighted: false))
        #expect(count.rule == .plainAverage)
        #expect(count.value == Fraction(14, 3))
    }

    @Test func `marks without a number, of weight zero or that do not count stay out`() {
        let pass = CurrentMark(Scale.passFail.values[0])
        let uncounted = CurrentMark(five("2"), counts: false)
        let weightless = CurrentMark(five("2"), weight: 0)
        #expect(Count.average(of: marks("5 4") + [pass, uncounted, weightless])?.value == Fraction(9, 2))
        #expect(Count.average(of: [pass, uncounted, weightless]) == nil)
        #expect(Count.average(of: []) == nil)
    }

    @Test func `whether a kind of work counts may change from a day on`() {
        let control = KindOfWork.standard.first { $0.id == 8 }!
        let counting = Dated(true).changed(to: false, from: Day("2027-01-12")!)
        let trial = KindOfWork(id: 90, short: control.short, names: control.names, weight: 1, counting: counting)
        #expect(trial.counts(on: Day("2026-12-28")!) && !trial.counts(on: Day("2027-03-20")!))
        #expect(KindOfWork.criteriaBased[0].maximum == 10)
    }

    @Test(arguments: [
        ("2.49", "2"), ("2.50", "3"), ("3.4999", "3"), ("3.495", "3"), ("3.5", "4"), ("4.49", "4"), ("4.5", "5"),
        ("5", "5"), ("1", "2"),
    ])
    func `mathematical borders compare the unrounded average`(average: String, mark: String) throws {
        let number = try #require(Fraction(average))
        #expect(Borders.mathematical.mark(for: number, on: .fivePoint)?.value == mark)
    }

    @Test(arguments: [
        ("4.64", "4"), ("4.65", "5"), ("4.6499", "4"), ("3.65", "4"), ("3.64", "3"), ("2.65", "3"), ("2.64", "2"),
    ])
    func `stricter borders ask for sixty-five hundredths`(average: String, mark: String) throws {
        let number = try #require(Fraction(average))
        #expect(Borders.strict.mark(for: number, on: .fivePoint)?.value == mark)
    }

    @Test func `borders at sixty hundredths are another custom`() {
        #expect(Borders.strictAtSixty.mark(for: Fraction(46, 10), on: .fivePoint)?.value == "5")
        #expect(Borders.strictAtSixty.mark(for: Fraction(459, 100), on: .fivePoint)?.value == "4")
    }

    @Test(arguments: [
        ("ten", Fraction(85, 10), "9"), ("ten", Fraction(849, 100), "8"), ("twelve", Fraction(115, 10), "12"),
        ("hundred", Fraction(845, 10), "85"), ("hundred", Fraction(2, 10), "0"), ("letters", Fraction(7, 2), "B"),
        ("five-1", Fraction(14, 10), "1"),
    ])
    func `on other scales the next mark begins at the half`(scale: String, average: Fraction, mark: String) {
        #expect(Borders.mathematical.mark(for: average, on: Scale.named(scale)!)?.value == mark)
    }

    @Test func `a scale without numbers has no mark for an average`() {
        #expect(Borders.mathematical.mark(for: 5, on: .passFail) == nil)
        #expect(Borders.mathematical.border(of: Scale.passFail.values[0]) == nil)
    }

    @Test func `a border that no average could make sense of is refused`() {
        #expect(throws: Borders.Problem.notOnScale("6")) { try Borders(["6": 5], on: .fivePoint) }
        #expect(throws: Borders.Problem.outOfReach("5")) { try Borders(["5": Fraction(51, 10)], on: .fivePoint) }
        #expect(throws: Borders.Problem.outOfReach("5")) { try Borders(["5": 4], on: .fivePoint) }
        #expect(throws: Never.self) { try Borders(["5": 5, "2": 0], on: .fivePoint) }
    }
}
