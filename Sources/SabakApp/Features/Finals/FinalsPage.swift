import HTTPTypes
import SchoolRules
import Store
import Web

/// The sheet of final marks of a page and period: proposals beside the teacher's decisions.
struct FinalsPage {
    let visit: Visit
    let sheet: FinalSheet
    let mayWrite: Bool
    /// Whether the visitor is the teacher of the page.
    let isOwn: Bool
    let openUntil: Moment?
    let corrections: [Correction]
    var typed: Form?
    var outcomes: [FinalOutcome] = []

    var language: Language { visit.language }
    var place: FinalPlace { sheet.place }
    private var title: String {
        let page = place.page
        return [page.className?.display(language) ?? "", page.subject[language], page.groupName]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    static func open(_ sheet: FinalSheet, for visit: Visit, in connection: Connection) throws -> FinalsPage {
        let place = sheet.place
        let isOwn = place.page.writable == .everything
        let unlocks =
            try place.closing == nil || !isOwn
            ? []
            : StandingUnlock.all(
                page: place.page.id, teacher: visit.person.id, school: visit.school.id, time: visit.school.time,
                in: connection)
        let open = unlocks.first { $0.request.isFinal && $0.isOpen(at: visit.moment) }
        return FinalsPage(
            visit: visit, sheet: sheet,
            mayWrite: isOwn && place.needsFinals && (place.closing == nil || open != nil), isOwn: isOwn,
            openUntil: open?.unlock.until,
            corrections: try Correction.all(
                .page(place.page.id), year: place.page.year, school: visit.school.id, in: connection))
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let layout = Layout(
            visit: visit, title: "\(title) · \(FinalsTexts.title[language])", place: "/pages", frame: .wide)
        let html = layout.html(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(FinalsTexts.title[language]) · \(summary)</p></div>
            \(PeriodTabs(terms: place.terms, shown: place.key, language: language).html)
            <p class="acts"><a class="button quiet" href="/pages/\(place.page.id)\(journalTerm)">\
            \(FinalsTexts.journal[language])</a>\
            <a class="button quiet" href="/pages/\(place.page.id)/transferred">\(FinalsTexts.transferred[language])</a>\
            <a class="button quiet" href="/pages/\(place.page.id)/words?term=\(place.key.stored)">\
            \(FinalsTexts.inWords[language])</a>\(results)\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])</button></p></div>
            \(said)\(MarksShown(sheet, visit).filter)\(table)\(PageAccumulation(sheet, language).html)\
            \(CorrectionList(corrections, visit: visit).html)
            """)
        return .page(html, status: status)
    }

    private var results: HTML? {
        guard place.key.period == .term, [.marks, .criteria].contains(place.regime.way) else { return nil }
        return """
            <a class="button quiet" href="/pages/\(place.page.id)/results?term=\(place.key.stored)">\
            \(FinalsTexts.results[language])</a>
            """
    }

    private var journalTerm: String {
        if case .term(let number) = place.key { "?term=\(number)" } else { "" }
    }

    private var summary: String {
        let days = "\(place.from.words(language)) – \(place.to.words(language))"
        let borders =
            place.key.period == .term
            ? CountWords.borders(place.regime, language) : YearWords.rule(place.regime.settings.year)[language]
        return [days, borders, CountWords.version(place.regime, language)].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    private var said: HTML {
        var html = HTML()
        if visit.asked.query["note"] == "saved", outcomes.isEmpty {
            html.append("<p class=\"say good\" role=\"status\">\(ShellTexts.saved[language])</p>")
        }
        if outcomes.contains(where: { $0.status != .saved }) {
            let saved = outcomes.count { $0.status == .saved }
            html.append(
                """
                <p class="say bad" role="alert">\(FinalsTexts.notAll(saved: saved, of: outcomes.count)[language])</p>
                """)
        }
        if !place.regime.needsFinals {
            html.append("<p class=\"say\">\(FinalsTexts.withoutMarks[language])</p>")
        } else if place.isWithNext {
            html.append("<p class=\"say\">\(FinalsTexts.withNext[language])</p>")
        }
        html.append(closed)
        return html
    }

    private var closed: HTML {
        guard let closing = place.closing else { return HTML() }
        if let openUntil {
            return """
                <p class="say warn" role="status">\(FinalsTexts.unlocked[language]) \
                \(openUntil.day.words(language)), \(openUntil.time.description)</p>
                """
        }
        let ask: HTML? =
            isOwn ? " <a href=\"/unlocks?page=\(place.page.id)\">\(FinalsTexts.askUnlock[language])</a>" : nil
        return """
            <p class="say">\(FinalsTexts.closed[language]) \(closing.at.day.words(language))\(ask)</p>
            """
    }

    private var table: HTML {
        guard !sheet.lines.isEmpty else { return "<p class=\"say\">\(FinalsTexts.noStudents[language])</p>" }
        let rows = sheet.lines.enumerated().html { FinalsRow(page: self, number: $0 + 1, line: $1).html }
        let table: HTML = """
            <div class="scroll" tabindex="0" role="region" aria-label="\(FinalsTexts.title[language])">\
            <table class="list stack finals\(place.key.period == .term ? "" : " yearly")">\
            <thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(FinalsTexts.student[language])</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table>\
            </div>
            """
        guard mayWrite else { return table }
        return """
            <form method="post" action="/pages/\(place.page.id)/finals">\(visit.csrfField)\
            <input type="hidden" name="term" value="\(place.key.stored)">\(accept)\(table)\
            <p class="acts"><button class="main" name="do" value="save">\(ShellTexts.save[language])</button></p>\
            <p class="sub">\(FinalsTexts.mayBe(place.scale, place.page.recordLanguage)[language])</p></form>
            """
    }

    /// Sets every proposal where nothing stands; the button says how many.
    private var accept: HTML? {
        guard let key = place.keys.first, place.closing == nil else { return nil }
        let count = sheet.lines.count {
            let proposed = $0.proposal(for: key).proposed
            return ($0.standing[key]?.value.isEmpty ?? true) && (proposed?.value != nil || proposed == .exempt)
        }
        guard count > 0 else { return nil }
        return """
            <p class="acts"><button name="do" value="accept">\(FinalsTexts.accept(count)[language])</button></p>
            """
    }

    private var heads: HTML {
        func head(_ name: String, _ css: String = "") -> HTML { "<th scope=\"col\" class=\"\(css)\">\(name)</th>" }
        guard place.key.period != .term else {
            let number = place.regime.way == .criteria ? FinalsTexts.percent : FinalsTexts.average
            return """
                \(head(FinalsTexts.marks[language]))\(head(number[language], "num"))\
                \(head(FinalsTexts.minimum[language], "num"))\
                \(head(FinalsTexts.missed[language], "num"))\(head(FinalsTexts.proposal[language]))\
                \(head(FinalsTexts.decision[language]))
                """
        }
        return """
            \(place.terms.html { head(PeriodWords.name($0.key, among: place.terms)[language], "num") })\
            \(head(FinalsTexts.proposal[language]))\
            \(place.keys.html { head(name($0)[language]) })
            """
    }

    func name(_ key: FinalKey) -> Text {
        key == .exam
            ? YearWords.besideYear(grade: place.grade, of: place.country)
            : PeriodWords.name(key, among: place.terms)
    }
}
