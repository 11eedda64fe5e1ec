/// What the system does where a rule is not kept.
public enum Enforcement: String, Codable, CaseIterable, Sendable {
    case off, warn, refuse
}

/// Everything a school decides about assessment in one regime; defaults come from the country.
public struct AssessmentSettings: Hashable, Codable, Sendable {
    /// Whether marks enter the average by the weights of their kinds of work.
    public var isWeighted = true
    public var borders: Borders = .mathematical
    public var criteria: CriteriaRule = .standard
    public var minimumMarks = MinimumMarks.standard
    public var requiredWorks = RequiredWork.standard
    /// Kinds that count as control or written work.
    public var controlKinds: Set<KindOfWork.ID> = AssessmentSettings.writtenKinds
    /// What happens to a final mark below the minimum of marks.
    public var minimum: Enforcement = .warn
    /// н/а is proposed when marks are missing and more than this share of the lessons was.
    public var notAttestedFrom = Fraction(1, 2)
    /// Marks of a newcomer's former school count to average and minimum.
    public var transferredCount = true
    /// With an unsatisfactory current mark the highest final mark is not proposed (a local rule).
    public var failBarsHighest = false
    /// How many steps of the scale a decision may differ from the proposal, with a reason (`final.max_deviation`).
    public var maximumDeviation = 1
    public var year: YearRule = .standard
    public var exam: ExamRule = .mean
    public var learning: LearningCoefficients = .standard
    /// A student not attested in a subject counts as failing in the categories of a class.
    public var notAttestedFails = false
    /// Whether a final mark may be changed after closing at all.
    public var finalsMayBeRevised = true

    public init() {}

    private static let writtenKinds = Set(
        (KindOfWork.standard + KindOfWork.criteriaBased).filter(\.isWritten).map(\.id))
}

extension AssessmentSettings {
    public static func standard(of country: Country) -> AssessmentSettings {
        var settings = AssessmentSettings()
        switch country {
        case .KG, .RU: break
        case .KZ:
            // Order 125: the per cent decides, and finals are not reviewed.
            settings.maximumDeviation = 0
            settings.finalsMayBeRevised = false
            settings.exam = .seventyThirty
            settings.requiredWorks = []
        }
        return settings
    }
}
