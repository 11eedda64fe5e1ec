/// Why a student should be looked at before the period ends.
public enum Risk: String, Codable, CaseIterable, Sendable {
    /// The rule expects a fail now.
    case failExpected
    case notAttestedExpected
    /// The average fell by half a mark or more against the last period.
    case dropped
    /// More than three lessons of ten were missed.
    case absent

    /// In the order of this list; unknown facts raise nothing. A drop is meant on a five-point scale.
    public static func of(
        _ proposal: TermProposal, lastAverage: Fraction? = nil, missed: Fraction? = nil
    ) -> [Risk] {
        var risks: [Risk] = []
        if proposal.byRule?.level == .fail { risks.append(.failExpected) }
        if proposal.proposed == .notAttested { risks.append(.notAttestedExpected) }
        if let lastAverage, let now = proposal.count?.value, lastAverage - now >= Fraction(1, 2) {
            risks.append(.dropped)
        }
        if let missed, missed > Fraction(3, 10) { risks.append(.absent) }
        return risks
    }
}
