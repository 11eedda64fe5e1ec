/// What is known of a student in a subject and a term.
public struct TermFacts: Hashable, Sendable {
    /// Over all pages of the subject, transferred ones included.
    public var marks: [CurrentMark]
    public var parts: CriteriaParts
    /// The subject's code in the catalogue.
    public var subject: String
    public var hoursPerWeek: Fraction
    public var kind: TermKind
    /// The share of the student's lessons that were missed; nil where it is not known.
    public var missed: Fraction?
    public var isExempt: Bool
    /// Summative work was missed for a valid reason and is not done yet.
    public var hasSummativeAhead: Bool

    public init(
        marks: [CurrentMark], parts: CriteriaParts = CriteriaParts(), subject: String = "", hoursPerWeek: Fraction,
        kind: TermKind, missed: Fraction? = nil, isExempt: Bool = false, hasSummativeAhead: Bool = false
    ) {
        self.marks = marks
        self.parts = parts
        self.subject = subject
        self.hoursPerWeek = hoursPerWeek
        self.kind = kind
        self.missed = missed
        self.isExempt = isExempt
        self.hasSummativeAhead = hasSummativeAhead
    }
}

/// The system's proposal for a term; the teacher decides.
public struct TermProposal: Hashable, Sendable {
    /// What a teacher should know before deciding.
    public enum Note: String, Codable, CaseIterable, Sendable {
        case belowMinimum, noMarks
        /// The highest mark was lowered by one for an unsatisfactory current mark.
        case barredByFail
        /// No work for the term: the other parts were rescaled.
        case rescaled
        /// Pass and fail stand side by side: the teacher decides.
        case disagreeing
    }

    /// The number behind the mark.
    public let count: Count?
    /// What the marks alone give: the expectation that objectivity compares with.
    public let byRule: ScaleValue?
    public let proposed: FinalMark?
    public let minimum: MinimumCheck
    public let notes: [Note]

    /// н/а stands among the choices.
    public var offersNotAttested: Bool { !minimum.isMet || proposed == .notAttested }

    public init(_ facts: TermFacts, under regime: Regime) {
        let settings = regime.settings
        let final = Scale.named(regime.finalScale) ?? .fivePoint
        let marks = facts.marks.filter { settings.transferredCount || !$0.isTransferred }
        let rule = ProposalRule(regime: regime, scale: final)
        let found = rule.number(marks, facts.parts)
        let barred = rule.barred(found.mark, by: marks)
        minimum = MinimumCheck(
            facts.marks, parts: facts.parts, subject: facts.subject, hoursPerWeek: facts.hoursPerWeek, in: facts.kind,
            by: settings)
        count = found.count
        byRule = barred
        proposed = rule.proposal(barred, facts, isEnough: minimum.isMet)
        notes = rule.notes(found.mark, barred, marks, facts, isEnough: minimum.isMet)
    }
}

extension TermProposal {
    /// A proposal without a minimum of marks of its own, for a year, an exam or the certificate; nil proposes nothing.
    public init(counted: CountedMark?) {
        count = counted?.count
        byRule = counted?.mark
        proposed = counted.map { .mark($0.mark) }
        minimum = MinimumCheck(marks: Need(needed: 0, has: 0), control: Need(needed: 0, has: 0), works: [])
        notes = []
    }
}

/// One regime's way from marks to a proposal.
private struct ProposalRule {
    let regime: Regime
    let scale: Scale
    private var way: AssessmentWay { regime.way }
    private var settings: AssessmentSettings { regime.settings }

    func number(_ marks: [CurrentMark], _ parts: CriteriaParts) -> (count: Count?, mark: ScaleValue?) {
        let count = regime.count(of: marks, parts: parts)
        let counted = count.flatMap { regime.mark(for: $0.value, on: scale) }
        return (count, way == .passFail ? agreedMark(of: marks) : counted)
    }

    func barred(_ mark: ScaleValue?, by marks: [CurrentMark]) -> ScaleValue? {
        let values = scale.values.filter { $0.numeric != nil }
        let hasFail = marks.contains { $0.counts && $0.value.level == .fail }
        guard settings.failBarsHighest, hasFail, let mark, mark == values.first, values.count > 1 else { return mark }
        return values[1]
    }

    func proposal(_ mark: ScaleValue?, _ facts: TermFacts, isEnough: Bool) -> FinalMark? {
        if facts.isExempt {
            return .exempt
        } else if way == .words {
            return nil
        } else if facts.hasSummativeAhead {
            return .temporarilyNotAttested
        } else if isAbsentTooMuch(facts), settings.minimum != .off, !isEnough {
            return .notAttested
        } else {
            return mark.map(FinalMark.mark) ?? (facts.marks.isEmpty ? .notAttested : nil)
        }
    }

    func notes(
        _ found: ScaleValue?, _ barred: ScaleValue?, _ marks: [CurrentMark], _ facts: TermFacts, isEnough: Bool
    ) -> [TermProposal.Note] {
        guard way != .words, !facts.isExempt else { return [] }
        var notes: [TermProposal.Note] = []
        if !isEnough, settings.minimum != .off { notes.append(.belowMinimum) }
        if marks.isEmpty, facts.parts.number == 0 { notes.append(.noMarks) }
        if found != barred { notes.append(.barredByFail) }
        if way == .criteria, facts.parts.term == nil, facts.parts.number > 0 { notes.append(.rescaled) }
        if way == .passFail, found == nil, !marks.isEmpty { notes.append(.disagreeing) }
        return notes
    }

    private func isAbsentTooMuch(_ facts: TermFacts) -> Bool {
        facts.missed.map { $0 > settings.notAttestedFrom } ?? false
    }
}

/// On a scale without numbers a mark is proposed only where all marks that count agree.
public func agreedMark(of marks: [CurrentMark]) -> ScaleValue? {
    let counted = marks.filter(\.counts).map(\.value)
    guard let first = counted.first, counted.allSatisfy({ $0 == first }) else { return nil }
    return first
}
