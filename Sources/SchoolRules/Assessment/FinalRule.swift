/// Where the final mark, that of the certificate, comes from.
public enum FinalRule: Hashable, Codable, Sendable {
    case year
    case yearWithExam(ExamRule)
    /// The mean of the half-year and year marks of grades 10 and 11 (Russia, order 546 of 2020).
    case meanOfUpperGrades

    /// Grade 9 of all three countries and the last grades of Kyrgyzstan and Kazakhstan put an exam beside the year, in
    /// the subjects that have one; Russia's grade 11 looks back over two years whatever the exam.
    public static func standard(of country: Country, grade: Int, hasExam: Bool) -> FinalRule {
        if country == .RU, grade >= 11 {
            .meanOfUpperGrades
        } else if hasExam {
            .yearWithExam(AssessmentSettings.standard(of: country).exam)
        } else {
            .year
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
