import SchoolRules
import Store

/// A page and the period its final marks are for.
struct FinalPlace: Sendable {
    let page: FoundPage
    let grade: Int
    let facts: FinalQueries.PageFacts
    let country: Country
    let terms: [FinalTerm]
    let key: FinalKey
    let regime: Regime
    /// The days whose marks count.
    let from, to: Day
    let kind: TermKind
    /// Whether the period's mark is set with the next one: half-year marking at one hour a week.
    let isWithNext: Bool
    /// Under which kind of term the minimum of marks is looked up.
    let countedKind: TermKind
    let closings: Closings
    private(set) var debts: DebtReading

    var hours: Fraction { Fraction(hundredths: facts.hours) }
    var scale: Scale { SchoolFacts.scale(regime.finalScale) }
    var closing: PeriodClosing? { closings.closing(of: key, grade: grade) }
    var needsFinals: Bool { regime.needsFinals && !isWithNext }
    /// The keys that the sheet sets.
    var keys: [FinalKey] { key == .year ? [.year, .exam, .final] : [key] }

    /// - Throws: ``Refusal/notFound`` for a period that the grade does not have, and for a substitute, who sees a
    ///   lesson and not the term.
    init(
        _ page: FoundPage, _ wish: FinalKey?, on today: Day, school: Int64, time: LocalTime, in connection: Connection
    ) throws {
        guard page.lessons == nil,
            let facts = try FinalQueries.facts(of: page.id, school: school, in: connection)
        else { throw Refusal.notFound }
        self.page = page
        self.facts = facts
        grade = try CellQueries.grade(of: page, school: school, in: connection)
        closings = try Closings(year: page.year, school: school, time: time, in: connection)
        debts = try DebtReading(.grade(grade), on: today, school: school, in: connection)
        terms = closings.terms(of: grade)
        let regimes = try Regimes(school: school, year: page.year, grade: grade, in: connection)
        country = regimes.country
        let current = FinalTerm.current(of: terms, on: today)
        guard let key = wish ?? current?.key else { throw Refusal.notFound }
        self.key = key
        let shown = terms.first { $0.key == key }
        guard shown != nil || key.period != .term else { throw Refusal.notFound }
        let last = shown ?? terms.last
        to = last?.to ?? today
        kind = last?.kind ?? .quarter
        regime = regimes.regime(grade: grade, subject: facts.code, scale: page.scale, on: to)
        var counted: CountedDays?
        if let term = shown {
            counted = CountedDays(
                (term.number, term.kind, term.from, term.to), before: terms.last { $0.to < term.from }?.from,
                regime: regime, hours: facts.hours)
        }
        isWithNext = counted?.isWithNext ?? false
        countedKind = counted?.kind ?? kind
        from = counted?.from ?? terms.first?.from ?? to
    }

    /// Where the mark of the certificate comes from.
    func finalRule(hasExam: Bool) -> FinalRule {
        FinalRule.standard(of: country, grade: grade, hasExam: hasExam, exam: regime.settings.exam)
    }

    /// The same as somebody sees it on another day.
    func looked(on day: Day) -> FinalPlace {
        var later = self
        later.debts = debts.looking(on: day)
        return later
    }

    /// The terms that get a mark.
    var markedTerms: [FinalTerm] {
        terms.filter { !(regime.isMarkedByHalfYear($0.kind, hours: facts.hours) && $0.number % 2 == 1) }
    }
}
