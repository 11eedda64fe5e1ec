import SchoolRules
import Web

/// What the two tables of indicators have around them: by what, for which period, of final marks or of marks.
struct IndicatorsFrame {
    enum View: String, CaseIterable, Sendable {
        case finals, marks
    }

    let visit: Visit
    let terms: [FinalTerm]
    let period: RollPeriod
    let by: IndicatorBy
    let view: View
    var language: Language { visit.language }

    func answer(_ content: HTML) -> Answer {
        let title = IndicatorsTexts.title[language]
        return Layout(
            visit: visit, title: title, place: visit.may(.unlock) ? "/closing" : "/pages", frame: .wide
        ).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(periodName(period)[language]), \
            \(PeriodWords.schoolYear(visit.year))</p></div>
            <nav class="seg" aria-label="\(IndicatorsTexts.title[language])">\(View.allCases.html(viewLink))</nav>
            <nav class="seg" aria-label="\(IndicatorsTexts.by[language])">\(IndicatorBy.allCases.html(byLink))</nav>
            <p class="acts"><button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])\
            </button></p></div>
            <nav class="sub-places" aria-label="\(PeriodWords.periods[language])">\
            \(terms.html { periodLink(.term($0)) })\(periodLink(.year))</nav>
            \(content)
            """)
    }

    func address(_ by: IndicatorBy, _ period: RollPeriod, view: View? = nil) -> String {
        let shown = view ?? self.view
        let suffix = shown == .finals ? "" : "&view=\(shown.rawValue)"
        return "/indicators?by=\(by.rawValue)&period=\(period.stored)\(suffix)"
    }

    func percent(_ number: Fraction?) -> String {
        number.map { $0.rounded(decimals: 1, separator: language == .en ? "." : ",") + " %" } ?? "—"
    }

    private func periodName(_ period: RollPeriod) -> Text {
        switch period {
        case .term(let term): PeriodWords.term(term.kind, term.number)
        case .year: PeriodWords.year
        case .final: PeriodWords.final
        }
    }

    private func viewLink(_ other: View) -> HTML {
        let current: HTML? = other == view ? " aria-current=\"page\"" : nil
        let words = other == .finals ? IndicatorsTexts.finals : IndicatorsTexts.accumulation
        return "<a href=\"\(address(by, period, view: other))\"\(current)>\(words[language])</a>"
    }

    private func byLink(_ other: IndicatorBy) -> HTML {
        let current: HTML? = other == by ? " aria-current=\"page\"" : nil
        return "<a href=\"\(address(other, period))\"\(current)>\(IndicatorsTexts.by(other)[language])</a>"
    }

    private func periodLink(_ other: RollPeriod) -> HTML {
        let current: HTML? = other.stored == period.stored ? " aria-current=\"page\"" : nil
        return "<a href=\"\(address(by, other))\"\(current)>\(periodName(other)[language])</a>"
    }
}
