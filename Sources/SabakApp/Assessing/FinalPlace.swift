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
    let kinds: [KindOfWork]
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
        let grade = try CellQueries.grade(of: page, school: school, in: connection)
        let year = try FinalYear(page.year, grade: grade, on: today, school: school, time: time, in: connection)
        try self.init(page, grade, wish, of: year, school: school, in: connection)
    }

    /// One of many places of a year.
    init(
        _ page: FoundPage, _ grade: Int, _ wish: FinalKey?, of year: FinalYear, school: Int64, in connection: Connection
    ) throws {
        guard page.lessons == nil,
            let facts = try FinalQueries.facts(of: page.id, school: school, in: connection)
        else { throw Refusal.notFound }
        self.page = page
        self.grade = grade
        self.facts = facts
        closings = year.closings
        kinds = year.kinds
        debts = year.debts(of: grade)
        country = year.regimes.country
        terms = closings.terms(of: grade)
        let current = FinalTerm.current(of: terms, on: debts.today)
        guard let key = wish ?? current?.key else { throw Refusal.notFound }
        self.key = key
        let shown = terms.first { $0.key == key }
        guard shown != nil || key.period != .term else { throw Refusal.notFound }
        let last = shown ?? terms.last
        to = last?.to ?? debts.today
        kind = last?.kind ?? .quarter
        regime = year.regimes.regime(grade: grade, subject: facts.code, scale: page.scale, on: to)
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
