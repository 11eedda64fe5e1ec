/// The mark a rule proposes, with the count of its number where there is one.
public struct CountedMark: Hashable, Sendable {
    public let count: Count?
    public let mark: ScaleValue

    public init(count: Count?, mark: ScaleValue) {
        self.count = count
        self.mark = mark
    }
}

/// How the marks of periods become the mark of the year: their mean, to the nearest whole.
public struct YearRule: Hashable, Codable, Sendable {
    /// Where the mean lies exactly between two marks.
    public enum Half: String, Codable, CaseIterable, Sendable {
        case up
        /// The last period decides.
        case lastPeriod
    }

    /// What a period without attestation does to the year.
    public enum NotAttested: String, Codable, CaseIterable, Sendable {
        /// The other periods make the year.
        case leftOut
        /// The year has no proposal.
        case blocks
    }

    public var half: Half
    public var notAttested: NotAttested

    public static let standard = YearRule()

    public init(half: Half = .up, notAttested: NotAttested = .leftOut) {
        self.half = half
        self.notAttested = notAttested
    }

    /// The mean of the periods' marks, which is also the rule of a certificate over several years (Russia, grade 11:
    /// half-year and year marks of grades 10 and 11). Exempt periods stay out. On a scale without numbers the year
    /// follows the periods only where all agree. Nil when nothing can be proposed.
    public func mark(of periods: [FinalMark], on scale: Scale) -> CountedMark? {
        guard notAttested == .leftOut || !periods.contains(.notAttested) else { return nil }
        let values = periods.compactMap(\.value)
        let numbers = values.compactMap(\.numeric)
        guard let mean = average(numbers), let lastNumber = numbers.last else { return agreed(values) }
        let number = Fraction(Int64(numbers.count))
        let lines = values.compactMap { value in
            value.numeric.map { Count.Line(.period, [.text(value.value), .number(number)], $0 / number) }
        }
        return rounded(mean, last: lastNumber, on: scale).map {
            CountedMark(count: Count(.yearMean, value: mean, lines: lines), mark: $0)
        }
    }

    private func rounded(_ mean: Fraction, last: Fraction, on scale: Scale) -> ScaleValue? {
        let isHalf = mean.denominator == 2
        let number = half == .lastPeriod && isHalf && last < mean ? mean - Fraction(1, 2) : mean
        return Borders.mathematical.mark(for: number, on: scale)
    }

    private func agreed(_ values: [ScaleValue]) -> CountedMark? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return CountedMark(count: nil, mark: first)
    }
}

/// How the year's mark and an exam become the final mark, half up.
public struct ExamRule: Hashable, Codable, Sendable {
    /// Shares that sum to 1.
    public let year: Fraction
    public let exam: Fraction

    /// The mean of both: Kyrgyzstan, Russia; and the year with additional summative work in Kazakhstan.
    public static let mean = ExamRule(exam: Fraction(1, 2))
    /// 60 % of the year and 40 % of the exam.
    public static let sixtyForty = ExamRule(exam: Fraction(2, 5))
    /// 70 % of the year and 30 % of the exam: Kazakhstan, grades 9 and 11.
    public static let seventyThirty = ExamRule(exam: Fraction(3, 10))

    /// The exam's share; the year has the rest.
    public init(exam: Fraction) {
        self.exam = exam
        year = 1 - exam
    }

    /// Nil when one of them has no number.
    public func mark(year: FinalMark, exam: FinalMark, on scale: Scale) -> CountedMark? {
        guard let yearValue = year.value, let yearNumber = yearValue.numeric,
            let examValue = exam.value, let examNumber = examValue.numeric
        else { return nil }
        let lines = [
            Count.Line(.year, [.text(yearValue.value), .number(self.year)], yearNumber * self.year),
            Count.Line(.exam, [.text(examValue.value), .number(self.exam)], examNumber * self.exam),
        ]
        let sum = yearNumber * self.year + examNumber * self.exam
        return Borders.mathematical.mark(for: sum, on: scale).map {
            CountedMark(count: Count(.yearWithExam, value: sum, lines: lines), mark: $0)
        }
    }
}

/// What follows from the year's marks in Kazakhstan.
public enum YearOutcome: String, Codable, CaseIterable, Sendable {
    case movesUp
    /// Summative work for the year in each failed subject; the final mark is the mean of both.
    case additionalWork
    /// The same again before the new year.
    case secondAdditionalWork
    case repeats

    /// - Parameters:
    ///   - failed: subjects with a fail, after the additional works done so far.
    ///   - works: how many rounds of additional work there were.
    public static func of(failed: Int, afterWorks works: Int) -> YearOutcome {
        switch (failed, works) {
        case (0, _): .movesUp
        case (1...2, 0): .additionalWork
        case (1...2, 1): .secondAdditionalWork
        default: .repeats
        }
    }
}
