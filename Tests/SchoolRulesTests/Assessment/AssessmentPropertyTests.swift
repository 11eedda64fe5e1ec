import Testing

@testable import SchoolRules

@Suite struct AssessmentPropertyTests {
    static func random(_ random: inout SeededNumbers, most: Int = 30) -> [CurrentMark] {
        (0..<Int.random(in: 1...most, using: &random)).map { _ in
            CurrentMark(
                Scale.fivePointWithOne.values.randomElement(using: &random)!,
                weight: Fraction(hundredths: Int.random(in: 1...500, using: &random)))
        }
    }

    static func parts(_ random: inout SeededNumbers) -> CriteriaParts {
        let work = { (random: inout SeededNumbers) in
            let maximum = Int64.random(in: 7...30, using: &random)
            return WorkPoints(Fraction(Int64.random(in: 0...maximum, using: &random)), of: Fraction(maximum))!
        }
        return CriteriaParts(
            formative: (0..<Int.random(in: 0...8, using: &random)).map { _ in
                Fraction(Int64.random(in: 1...10, using: &random))
            },
            sections: (0..<Int.random(in: 0...3, using: &random)).map { _ in work(&random) },
            term: Bool.random(using: &random) ? work(&random) : nil)
    }

    @Test func `the order of entry does not matter`() {
        var random = SeededNumbers(11)
        for _ in 0..<300 {
            let marks = Self.random(&random)
            #expect(Count.average(of: marks)?.value == Count.average(of: marks.shuffled(using: &random))?.value)
            var parts = Self.parts(&random)
            let before = CriteriaRule.standard.percent(of: parts)?.value
            parts.formative.shuffle(using: &random)
            parts.sections.shuffle(using: &random)
            #expect(CriteriaRule.standard.percent(of: parts)?.value == before)
        }
    }

    @Test func `scaling all weights changes nothing`() {
        var random = SeededNumbers(12)
        for _ in 0..<300 {
            let marks = Self.random(&random)
            let factor = Fraction(Int64.random(in: 1...20, using: &random), Int64.random(in: 1...20, using: &random))
            let scaled = marks.map { CurrentMark($0.value, weight: $0.weight * factor) }
            #expect(Count.average(of: marks)?.value == Count.average(of: scaled)?.value)
        }
    }

    @Test func `raising a mark never lowers the average or the proposal`() throws {
        var random = SeededNumbers(13)
        let values = Scale.fivePointWithOne.values
        for _ in 0..<300 {
            var marks = Self.random(&random)
            let before = try #require(Count.average(of: marks)?.value)
            let place = Int.random(in: 0..<marks.count, using: &random)
            let now = try #require(values.firstIndex(of: marks[place].value))
            let higher = values[Int.random(in: 0...now, using: &random)]
            marks[place] = CurrentMark(higher, weight: marks[place].weight)
            let after = try #require(Count.average(of: marks)?.value)
            #expect(after >= before)
            for borders in [Borders.mathematical, .strict] {
                let old = try #require(borders.mark(for: before, on: .fivePoint)?.numeric)
                #expect(try #require(borders.mark(for: after, on: .fivePoint)?.numeric) >= old)
            }
        }
    }

    @Test func `more points never lower the per cent`() {
        var random = SeededNumbers(14)
        for _ in 0..<300 {
            var parts = Self.parts(&random)
            guard let work = parts.term, let before = CriteriaRule.standard.percent(of: parts)?.value else { continue }
            parts.term = WorkPoints(work.maximum, of: work.maximum)
            #expect(CriteriaRule.standard.percent(of: parts)!.value >= before)
        }
    }

    @Test func `the lines of every count sum to its number`() {
        var random = SeededNumbers(15)
        for _ in 0..<300 {
            let marks = Self.random(&random)
            let parts = Self.parts(&random)
            var mean = CriteriaRule.standard
            mean.sections = .mean
            let periods = marks.prefix(4).map { FinalMark.mark($0.value) }
            let students = marks.enumerated().map { StudentFinal($0, FinalMark.mark($1.value)) }
            let indicators = Indicators(students + [StudentFinal(99, .notAttested)])
            let counts = [
                Count.average(of: marks), Count.average(of: marks, weighted: false),
                CriteriaRule.standard.percent(of: parts), mean.percent(of: parts),
                YearRule.standard.mark(of: periods, on: .fivePoint)?.count,
                ExamRule.seventyThirty.mark(year: periods[0], exam: periods[0], on: .fivePoint)?.count,
                indicators.learning, indicators.average,
            ]
            for count in counts.compactMap({ $0 }) {
                #expect(count.lines.reduce(0) { $0 + $1.value } == count.value, "\(count.rule)")
            }
        }
    }

    @Test func `a per cent lies between 0 and 100 and is there when any part is`() {
        var random = SeededNumbers(16)
        for _ in 0..<300 {
            let parts = Self.parts(&random)
            let percent = CriteriaRule.standard.percent(of: parts)?.value
            #expect((percent == nil) == (parts.number == 0))
            if let percent { #expect(percent >= 0 && percent <= 100) }
        }
    }

    @Test func `every path leads to the mark and one step less does not`() throws {
        var random = SeededNumbers(17)
        let chances = [MarkChance(weight: 1), MarkChance(weight: 3, kind: 8)]
        for _ in 0..<200 {
            let marks = Self.random(&random, most: 10)
            let whatIf = WhatIf(marks, scale: .fivePoint, finalScale: .fivePoint)
            for target in Scale.fivePoint.values.dropLast() {
                let border = try #require(Borders.mathematical.border(of: target))
                for path in whatIf.paths(to: target, by: chances) {
                    let step = CurrentMark(path.value, weight: path.weight, kind: path.kind)
                    let enough = try #require(whatIf.adding(Array(repeating: step, count: path.times)))
                    let fewer = try #require(whatIf.adding(Array(repeating: step, count: path.times - 1)))
                    #expect(enough.count.value >= border)
                    #expect(fewer.count.value < border)
                }
            }
        }
    }
}
