/// Where the final mark, that of the certificate, comes from.
public enum FinalRule: Hashable, Codable, Sendable {
    case year
    case yearWithExam(ExamRule)
    /// The mean of the half-year and year marks of grades 10 and 11 (Russia, order 546 of 2020).
    case meanOfUpperGrades

    /// Grade 9 of all three countries and the last grades of Kyrgyzstan and Kazakhstan put an exam beside the year, in
    /// the subjects that have one; Russia's grade 11 looks back over two years whatever the exam. In the other grades
    /// of Kazakhstan what stands beside the year is the additional summative work for a "2", which counts half.
    /// - Parameter exam: the school's own shares of year and exam; nil for the country's.
    public static func standard(of country: Country, grade: Int, hasExam: Bool, exam: ExamRule? = nil) -> FinalRule {
        if country == .RU, grade >= 11 {
            .meanOfUpperGrades
        } else if !hasExam {
            .year
        } else if YearVariants.of(country).hasAdditionalWork(grade: grade) {
            .yearWithExam(.mean)
        } else {
            .yearWithExam(exam ?? AssessmentSettings.standard(of: country).exam)
        }
    }

    /// Nil when what the rule needs is not there. `upper` are the marks of grades 10 and 11.
    public func mark(year: FinalMark, exam: FinalMark?, upper: [FinalMark] = [], on scale: Scale) -> CountedMark? {
        switch self {
        case .year: year.value.map { CountedMark(count: nil, mark: $0) }
        case .yearWithExam(let rule): exam.flatMap { rule.mark(year: year, exam: $0, on: scale) }
        case .meanOfUpperGrades: YearRule.standard.mark(of: upper, on: scale)
        }
    }
}

/// What a country leaves to its schools in the marks of the year and of the certificate; the first is its own.
public struct YearVariants: Hashable, Sendable {
    /// What may be done with a mean that lies exactly between two marks.
    public let halves: [YearRule.Half]
    /// How an exam may stand beside the year.
    public let exams: [ExamRule]
    /// Whether a "2" for the year is worked off by additional summative work.
    public var additionalWork = false

    /// Whether a mark beside the year is that of additional work: in the grades that do not end with exams.
    public func hasAdditionalWork(grade: Int) -> Bool { additionalWork && grade != 9 && grade < 11 }

    /// Kazakhstan fixes both (order 125); Russia fixes the exam (order 546 of 2020) and leaves the year to the school;
    /// no Kyrgyz text fixes either.
    public static func of(_ country: Country) -> YearVariants {
        switch country {
        case .KG: YearVariants(halves: [.up, .lastPeriod], exams: [.mean, .sixtyForty, .seventyThirty])
        case .KZ: YearVariants(halves: [.up], exams: [.seventyThirty], additionalWork: true)
        case .RU: YearVariants(halves: [.up, .lastPeriod], exams: [.mean])
        }
    }
}
