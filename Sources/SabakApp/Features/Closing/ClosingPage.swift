import HTTPTypes
import SchoolRules
import Store
import Web

/// The periods of the year with their signatures, and what one of them still lacks.
struct ClosingPage {
    let visit: Visit
    let closings: Closings
    let period: RollPeriod
    let missing: MissingByTeacher
    let classes: [FinalRoll.Home]
    var refusal: Refusal?

    private var language: Language { visit.language }
    private var closing: PeriodClosing? { Signature.closing(of: period, in: closings) }

    static func open(_ visit: Visit, wish: String?, in connection: Connection) throws -> ClosingPage {
        let closings = try ClosingRoom.closings(visit, in: connection)
        let usual = RollPeriod.usual(closings.terms, on: visit.today)
        let wished = try wish.map { text in
            guard let period = RollPeriod(text, among: closings.terms) else { throw Refusal.notFound }
            return period
        }
        let period = wished ?? usual
        let (roll, pages) = try FinalRoll.missing(
            period, year: visit.year, on: visit.today, of: visit.school.id, in: connection)
        return ClosingPage(
            visit: visit, closings: closings, period: period,
            missing: MissingByTeacher(Closing.missing(pages), in: roll), classes: roll.homes)
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = ClosingTexts.title[language]
        let html = Layout(visit: visit, title: title, place: "/closing", frame: .wide).html(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(PeriodWords.schoolYear(visit.year))</p></div>
            <p class="acts"><a class="button quiet" href="/unlocks">\(ClosingTexts.unlocks[language])</a>\
            <a class="button quiet" href="/indicators?period=\(period.stored)">\(ClosingTexts.indicators[language])</a>\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])</button></p></div>
            \(said)
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col">\(ClosingTexts.period[language])</th><th scope="col">\(ClosingTexts.grades[language])</th>\
            <th scope="col">\(ClosingTexts.days[language])</th>\
            <th scope="col">\(ClosingTexts.state[language])</th></tr>\
            </thead><tbody>\(closings.terms.html { row(.term($0)) })\(row(.year))\(row(.final))</tbody></table></div>
            <section><h2>\(name(period)[language])</h2>\(acts)\(lacking)</section>\(history)
            """)
        return .page(html, status: status)
    }

    private var said: HTML? {
        if let refusal {
            return "<p class=\"say bad\" role=\"alert\">\(refusal.title[language]). \(refusal.advice[language])</p>"
        }
        switch visit.asked.query["note"] {
        case "signed": return "<p class=\"say good\" role=\"status\">\(ClosingTexts.signed[language])</p>"
        case "reopened": return "<p class=\"say\" role=\"status\">\(ClosingTexts.reopened[language])</p>"
        default: return nil
        }
    }

    private func name(_ period: RollPeriod) -> Text {
        switch period {
        case .term(let term): PeriodWords.term(term.kind, term.number)
        case .year: PeriodWords.year
        case .final: ClosingTexts.certificates
        }
    }

    private func row(_ shown: RollPeriod) -> HTML {
        let current: HTML? = shown.stored == period.stored ? " aria-current=\"true\"" : nil
        var (grades, days) = ("", "")
        if case .term(let term) = shown {
            grades = GradeRange.words(term.gradeFrom, term.gradeTo)
            days = "\(term.from.words(language)) – \(term.to.words(language))"
        }
        let state: HTML =
            Signature.closing(of: shown, in: closings).map {
                "<i class=\"st done\"></i> \(ClosingTexts.closed[language]) \($0.at.day.words(language))"
            } ?? "<i class=\"st next\"></i> \(ClosingTexts.open[language])"
        return """
            <tr><th scope="row"><a href="/closing?period=\(shown.stored)"\(current)>\(name(shown)[language])</a></th>\
            <td>\(grades)</td><td>\(days)</td><td>\(state)</td></tr>
            """
    }

    private var acts: HTML {
        if let closing {
            let by = closings.deeds.last { $0.by == closing.by }?.name.short ?? ""
            let line: HTML = """
                <p>\(ClosingTexts.closed[language]) \(closing.at.day.words(language)), \(closing.at.time.description) \
                · \(by)</p>
                """
            return Closing.mayReopen(as: visit.roles) ? "\(line)\(reopening)" : line
        }
        guard Closing.maySign(period.key.period, as: visit.roles) else {
            return "<p class=\"sub\">\(ClosingTexts.director[language])</p>"
        }
        if missing.count > 0 { return "<p class=\"say warn\">\(ClosingTexts.lacking(missing.count)[language])</p>" }
        return """
            <form method="post" action="/closing/sign">\(visit.csrfField)\
            <input type="hidden" name="period" value="\(period.stored)">\
            <p class="say">\(ClosingTexts.freezes[language])\(running)</p>\
            <p class="acts"><button class="main">\(ClosingTexts.sign[language])</button></p></form>
            """
    }

    /// A term that goes on is better not closed yet.
    private var running: HTML? {
        guard case .term(let term) = period, term.to > visit.today else { return nil }
        return " <b>\(ClosingTexts.running(term.to.words(language))[language])</b>"
    }

    private var reopening: HTML {
        let inputs = Inputs(
            problems: refusal?.code == "reason_missing" ? ["reason": ClosingTexts.reasonNeeded] : [:],
            language: language)
        return """
            <details class="add"><summary>\(ClosingTexts.reopen[language])</summary>\
            <form method="post" action="/closing/reopen" class="form">\(visit.csrfField)\
            <input type="hidden" name="period" value="\(period.stored)"><p>\(ClosingTexts.neverSilent[language])</p>\
            \(inputs.text("reason", ClosingTexts.reason, isRequired: true, width: "grow"))\
            <p class="acts"><button class="danger">\(ClosingTexts.reopen[language])</button></p></form></details>
            """
    }

    private var lacking: HTML {
        let sheets = classes.html { home -> HTML in
            "<a href=\"/classes/\(home.id)/finals\(term)\">\(home.name.display(language))</a> "
        }
        let list: HTML? =
            missing.count == 0
            ? nil
            : """
            <h3>\(ClosingTexts.missing[language])</h3>\(MissingList(found: missing, language: language).html)
            """
        return "\(list)<h3>\(ClosingTexts.sheets[language])</h3><p class=\"links\">\(sheets)</p>"
    }

    private var term: String {
        if case .final = period { "?term=year" } else { "?term=\(period.key.stored)" }
    }

    private var history: HTML? {
        guard !closings.deeds.isEmpty else { return nil }
        let lines = closings.deeds.reversed().html { deed -> HTML in
            let at = visit.school.time.moment(deed.at)
            let term = closings.terms.first { $0.id == deed.term }
            let shown = term.map { name(.term($0)) } ?? name(deed.period == .year ? .year : .final)
            let what = deed.isClosing ? ClosingTexts.closed : ClosingTexts.wasReopened
            return """
                <li><b>\(shown[language])</b>: \(what[language]) \(at.day.words(language)), \(at.time.description) · \
                \(deed.name.short)\(deed.reason.isEmpty ? "" : " · " + deed.reason)</li>
                """
        }
        return "<section><h2>\(ClosingTexts.signatures[language])</h2><ul class=\"plain\">\(lines)</ul></section>"
    }
}
