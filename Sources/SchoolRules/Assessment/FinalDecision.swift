/// Why a teacher's final mark is refused.
public enum DecisionProblem: Error, Hashable, Sendable {
    /// It differs from the proposal and no reason is given.
    case reasonMissing
    /// It lies further from the proposal than the school allows.
    case tooFar(steps: Int, allowed: Int)
    /// Fewer marks than the minimum, and the school refuses a mark then.
    case belowMinimum(MinimumCheck)
    /// The mark is not one of the final scale.
    case notOnScale(String)

    /// A stable name for programs.
    public var code: String {
        switch self {
        case .reasonMissing: "reason_missing"
        case .tooFar: "too_far"
        case .belowMinimum: "below_minimum"
        case .notOnScale: "not_on_scale"
        }
    }
}

/// A final mark as the teacher set it, beside what was proposed.
public struct FinalDecision: Hashable, Sendable {
    public let mark: FinalMark
    public let proposed: FinalMark?
    /// Steps of the scale above the proposal, negative below; nil where they cannot be compared.
    public let steps: Int?
    /// Set below the minimum of marks, which the school only warns of.
    public let isBelowMinimum: Bool

    public var isAsProposed: Bool { mark == proposed }

    /// Judges a decision. Codes are no steps of a scale: one in place of a proposed mark, or the reverse, needs a
    /// reason, except н/а where marks are missing and a mark where nothing was proposed.
    public init(
        _ mark: FinalMark, beside proposal: TermProposal, reason: String, on scale: Scale,
        by settings: AssessmentSettings
    ) throws(DecisionProblem) {
        if let value = mark.value {
            guard scale.values.contains(value) else { throw .notOnScale(value.value) }
            guard settings.minimum != .refuse || proposal.minimum.isMet else {
                throw .belowMinimum(proposal.minimum)
            }
        }
        self.mark = mark
        proposed = proposal.proposed
        steps = mark.value.flatMap { one in proposal.byRule.flatMap { scale.steps(from: $0, to: one) } }
        isBelowMinimum = mark.value != nil && settings.minimum != .off && !proposal.minimum.isMet
        try check(proposal, reason, allowed: settings.maximumDeviation)
    }

    private func check(_ proposal: TermProposal, _ reason: String, allowed: Int) throws(DecisionProblem) {
        if let steps, abs(steps) > allowed { throw .tooFar(steps: steps, allowed: allowed) }
        let isOffered = mark == .notAttested && proposal.offersNotAttested
        guard isAsProposed || isOffered || proposed == nil || !reason.allSatisfy(\.isWhitespace) else {
            throw .reasonMissing
        }
    }
}

extension Scale {
    /// How many steps up the scale a value lies above another; negative below, nil when one is not on it.
    public func steps(from lower: ScaleValue, to upper: ScaleValue) -> Int? {
        guard let from = values.firstIndex(of: lower), let to = values.firstIndex(of: upper) else { return nil }
        return from - to
    }
}
