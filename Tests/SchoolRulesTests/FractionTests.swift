import Testing

@testable import SchoolRules

@Suite struct FractionTests {
    @Test func `fractions are kept in lowest terms`() {
        #expect(Fraction(6, -8) == Fraction(-3, 4))
        #expect(Fraction(0, 5) == 0)
        #expect(Fraction(6, 3).description == "2")
        #expect(Fraction(9, 2).description == "9/2")
    }

    @Test func `arithmetic is exact`() {
        #expect(Fraction(1, 3) + Fraction(1, 6) == Fraction(1, 2))
        #expect(Fraction(1, 10) + Fraction(2, 10) == Fraction(3, 10))
        #expect(Fraction(3, 4) - 1 == Fraction(-1, 4))
        #expect(Fraction(2, 3) * Fraction(9, 4) == Fraction(3, 2))
        #expect(Fraction(2, 3) / Fraction(4, 9) == Fraction(3, 2))
        #expect(Fraction(-2, 3) / Fraction(-4, 9) == Fraction(3, 2))
    }

    @Test func `sums, products and order agree with whole numbers over a common denominator`() {
        var random = SeededNumbers(7)
        for _ in 0..<500 {
            let (first, second) = (
                Int64.random(in: -99...99, using: &random), Int64.random(in: -99...99, using: &random)
            )
            let (left, right) = (Int64.random(in: 1...60, using: &random), Int64.random(in: 1...60, using: &random))
            let (a, b) = (Fraction(first, left), Fraction(second, right))
            #expect(a + b == Fraction(first * right + second * left, left * right))
            #expect(a * b == Fraction(first * second, left * right))
            #expect((a < b) == (first * right < second * left))
            #expect(a - b + b == a)
        }
    }

    @Test func `order holds where products leave 64 bits`() {
        #expect(Fraction(Int64.max, 2) > Fraction(Int64.max - 1, 2))
        #expect(Fraction(Int64.max - 1, Int64.max) < 1)
    }

    @Test(arguments: [
        (Fraction(40, 9), "4,44"), (Fraction(31, 7), "4,43"), (Fraction(9, 2), "4,50"), (Fraction(3), "3,00"),
        (Fraction(699, 200), "3,50"), (Fraction(34949, 10000), "3,49"), (Fraction(-1, 8), "-0,13"),
        (Fraction(1, 1000), "0,00"), (Fraction(-1, 1000), "0,00"), (Fraction(999, 100) + Fraction(1, 100), "10,00"),
    ])
    func `averages are shown with two decimals, half up`(value: Fraction, text: String) {
        #expect(value.rounded(decimals: 2) == text)
    }

    @Test func `the sign of decimals and their number can be chosen`() {
        #expect(Fraction(40, 9).rounded(decimals: 1, separator: ".") == "4.4")
        #expect(Fraction(9, 2).rounded(decimals: 0) == "5")
        #expect(Fraction(465, 100).hundredths == 465)
        #expect(Fraction(hundredths: 250) == Fraction(5, 2))
    }

    @Test(arguments: [("2.49", 2), ("2.50", 3), ("3.4999", 3), ("4.5", 5), ("4.64", 5), ("-2.5", -3), ("0", 0)])
    func `the nearest whole number goes up at the half`(text: String, whole: Int) throws {
        #expect(try #require(Fraction(text)).nearest == Int64(whole))
    }

    @Test(arguments: [
        ("4.65", Fraction(93, 20)), ("4,65", Fraction(93, 20)), ("1/3", Fraction(1, 3)), ("-0.5", Fraction(-1, 2)),
    ])
    func `a fraction is read with point, comma or slash`(text: String, value: Fraction) {
        #expect(Fraction(text) == value)
    }

    @Test(arguments: ["", "1/0", "1/2/3", "a", "1,", ",5", "--1", "1 2", "1.2,3"])
    func `a text that is no number is refused`(text: String) {
        #expect(Fraction(text) == nil)
    }

    @Test func `the plain average counts every mark once`() {
        #expect(average([5, 4, 4]) == Fraction(13, 3))
        #expect(average([]) == nil)
    }

    @Test func `the weighted average counts heavy work more`() {
        let marks = [(5, 3), (5, 1), (4, 5)].map {
            WeightedMark(numeric: Fraction(Int64($0.0)), weight: Fraction(Int64($0.1)))
        }
        #expect(weightedAverage(marks)?.rounded(decimals: 2) == "4,44")
        #expect(weightedAverage([]) == nil)
        #expect(weightedAverage([WeightedMark(numeric: 5, weight: 0)]) == nil)
    }

    @Test func `equal weights give the plain average`() {
        var random = SeededNumbers(3)
        for _ in 0..<200 {
            let values = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                Fraction(Int64.random(in: 2...5, using: &random))
            }
            let marks = values.map { WeightedMark(numeric: $0, weight: Fraction(hundredths: 150)) }
            #expect(weightedAverage(marks) == average(values))
        }
    }
}
