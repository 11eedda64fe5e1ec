import SchoolRules
import Store

/// How a page is assessed in a term: how its marks are read, and over which days they count.
struct PageAssessment: Sendable {
    let reading: MarkReading
    let days: CountedDays
    var regime: Regime { reading.regime }

    init(
        _ page: FoundPage, grade: Int, term: JournalTerm, before: Day?, kinds: [KindOfWork], country: Country,
        school: Int64, in connection: Connection
    ) throws {
        let regimes = try Regimes(
            school: school, year: page.year, of: country, grade: grade, in: connection)
        let regime = regimes.regime(grade: grade, subject: page.subjectCode, scale: page.scale, on: term.to)
        reading = MarkReading(regime, kinds: kinds, page: page.scale, on: term.to)
        days = CountedDays(
            (term.number, term.kind, term.from, term.to), before: before, regime: regime, hours: page.hours)
    }
}

extension Regime {
    /// The scale of marks on a page: the regime's own, or the page's where the country leaves it to the page.
    func markScale(of page: Scale.ID) -> Scale.ID {
        isOwn || way == .marks || way == .criteria ? scale : page
    }

    /// The most points of a work of a kind; 0 for a work that is given marks of the page's scale.
    /// - Parameter own: what was set for the work itself; 0 leaves it to its kind.
    func maximum(of kind: Int, own: Int, kinds: [KindOfWork]) -> Int {
        guard way == .criteria, CriteriaKinds.givesPoints(kind) else { return 0 }
        let usual = kinds.first { $0.id == kind }?.maximum.map { Int($0.nearest) } ?? 0
        return own > 0 ? own : usual
    }
}
