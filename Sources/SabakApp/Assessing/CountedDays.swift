import SchoolRules

/// Which days a term's number is counted over.
struct CountedDays: Sendable {
    let from, to: Day
    /// Whether the mark is set with the next term: half-year marking at few hours a week.
    let isWithNext: Bool
    /// Under which kind of term the minimum of marks is looked up.
    let kind: TermKind

    /// - Parameter before: the last term of the grade that ended before this one, if any.
    init(_ term: (number: Int, kind: TermKind, from: Day, to: Day), before: Day?, regime: Regime, hours: Int) {
        let isHalf = regime.isMarkedByHalfYear(term.kind, hours: hours)
        isWithNext = isHalf && term.number % 2 == 1
        kind = isHalf ? .halfYear : term.kind
        from = isHalf && !isWithNext ? before ?? term.from : term.from
        to = term.to
    }
}

extension Regime {
    /// - Parameter hours: a week, in hundredths.
    func isMarkedByHalfYear(_ kind: TermKind, hours: Int) -> Bool {
        way == .criteria && kind == .quarter
            && settings.criteria.isMarkedByHalfYear(hoursPerWeek: Fraction(hundredths: hours))
    }
}
