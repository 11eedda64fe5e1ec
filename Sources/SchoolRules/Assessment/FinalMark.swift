/// What stands for a student at the end of a period: a mark of the scale, or a code in its place.
public enum FinalMark: Hashable, Sendable {
    case mark(ScaleValue)
    case notAttested
    case temporarilyNotAttested
    case exempt

    /// Reads what a person typed or what `stored` gave: exact marks of the scale first, then codes of any language.
    public init?(_ text: String, scale: Scale) {
        if let value = scale.value(text) {
            self = .mark(value)
        } else if let code = AssessmentCode(rawValue: text) ?? AssessmentCode(text) {
            switch code {
            case .exempt: self = .exempt
            case .notAttested: self = .notAttested
            case .temporarilyNotAttested: self = .temporarilyNotAttested
            case .debt: return nil
            }
        } else {
            return nil
        }
    }

    public var value: ScaleValue? {
        switch self {
        case .mark(let value): value
        case .notAttested, .temporarilyNotAttested, .exempt: nil
        }
    }

    public var numeric: Fraction? { value?.numeric }
    public var level: Level? { value?.level }

    public var code: AssessmentCode? {
        switch self {
        case .mark: nil
        case .notAttested: .notAttested
        case .temporarilyNotAttested: .temporarilyNotAttested
        case .exempt: .exempt
        }
    }

    /// The mark's value, or the code's name without language.
    public var stored: String { value?.value ?? code?.rawValue ?? "" }

    /// As it stands on the page: `4`, `н/а`.
    public func text(in language: RecordLanguage) -> String { value?.value ?? code?.label[language] ?? "" }
}

/// The stretch a final mark is for.
public enum FinalPeriod: String, Codable, CaseIterable, Sendable {
    /// A quarter, half-year, trimester or module.
    case term
    case year
    case exam
    /// Goes to the certificate.
    case final
}
