import SchoolRules
import Web

/// The count behind a student's number in a subject and period, line by line, and what may still come of it.
struct CountPage {
    let visit: Visit
    let sheet: FinalSheet
    let line: FinalLine
    let whatIf: WhatIfForm
    let corrections: [Correction]
    /// What the teacher says in words.
    let words: String

    var language: Language { visit.language }
    var place: FinalPlace { sheet.place }
    private var record: RecordLanguage { place.page.recordLanguage }
    var regime: Regime { place.regime }
    var address: String { visit.asked.path }

    /// - Parameter child: whose family looks; nil for staff.
    func answer(child: FoundChild?) -> Answer {
        let subject = place.page.subject[language]
        let title = "\(line.name.list) · \(subject)"
        let back: HTML =
            child.map { "<a href=\"/diary/\($0.id)/marks\">\(CountTexts.title[language])</a>" }
            ?? "<a href=\"/pages/\(place.page.id)/finals?term=\(place.key.stored)\">\(FinalsTexts.title[language])</a>"
        let layout = Layout(
            visit: visit, title: title, place: child == nil ? "/pages" : "/diary/marks",
            frame: child == nil ? .page : .diary)
        return layout.answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(back) · \
            \(PeriodWords.name(place.key, among: place.terms)[language])</p></div>
            \(PeriodTabs(terms: place.terms, shown: place.key, language: language).html)</div>
            \(summary)\(said)\(count)\(certificate)\
            \(left)\(needed)\(imagining)\(CorrectionList(corrections, visit: visit).html)
            """)
    }

    private var summary: HTML {
        let check = line.proposal.minimum
        let least: HTML? =
            place.key.period == .term && regime.way != .words
            ? """
            <li><span>\(CountTexts.minimum[language])</span><b>\(check.marks.has)/\(check.marks.needed)</b></li>\
            <li><span>\(CountTexts.control[language])</span><b>\(check.control.has)/\(check.control.needed)</b></li>
            """ : nil
        let proposed = line.proposal.proposed?.text(in: record) ?? "—"
        let notes = line.proposal.notes.html { "<li><small>\(CountWords.note($0)[language])</small></li>" }
        return """
            <ul class="card brief plainlist"><li><span>\(CountTexts.proposal[language])</span><b>\(proposed)</b></li>\
            <li><span>\(CountTexts.final[language])</span>\
            <b>\(FinalSigns.html(line.standing[place.key], record, language))</b></li>\(least)\(notes)</ul>
            """
    }

    private var said: HTML? {
        words.isEmpty
            ? nil : "<section><h2>\(CountTexts.inWords[language])</h2><p class=\"words\">\(words)</p></section>"
    }

    private var count: HTML {
        guard let count = line.proposal.count else {
            return "<section><h2>\(CountTexts.title[language])</h2><p>\(CountTexts.nothing[language])</p></section>"
        }
        return counted(count, CountTexts.title, by: rule(count), names(count))
    }

    /// How the mark of the certificate comes about, where it is not the year's.
    private var certificate: HTML? {
        guard place.key == .year, let count = line.certificate?.count else { return nil }
        let rule =
            switch place.finalRule(hasExam: line.standing[.exam]?.mark != nil) {
            case .yearWithExam(let exam): YearWords.exam(exam)[language]
            case .year, .meanOfUpperGrades: YearWords.rule(.standard)[language]
            }
        return counted(count, PeriodWords.final, by: rule, certificateNames(count))
    }

    /// What the number is held against, and how it is rounded.
    private func rule(_ count: Count) -> String {
        switch count.rule {
        case .yearMean: YearWords.rule(regime.settings.year)[language]
        case _: CountWords.borders(regime, language)
        }
    }

    private func counted(_ count: Count, _ title: Text, by rule: String, _ names: [String]) -> HTML {
        let rows = count.lines.enumerated().html { index, line -> HTML in
            """
            <tr><th scope="row">\(names[index])</th><td>\(CountWords.line(line)[language])</td>\
            <td class="num">\(CountWords.number(line.value, language))</td></tr>
            """
        }
        let number = SubjectNumber(count.value, isPercent: count.rule == .criteriaPercent).shown(in: language)
        let exact =
            count.value.denominator == 1 ? "" : " = \(count.value.description)"
        return """
            <section><h2>\(title[language])</h2>\
            <p><b>\(CountWords.rule(count.rule)[language])</b><br><small>\(rule) · \
            \(CountWords.version(regime, language))</small></p>
            <div class="scroll" tabindex="0" role="region" aria-label="\(title[language])">\
            <table class="list counted"><thead><tr><th scope="col">\(CountTexts.work[language])</th>\
            <th scope="col">\(CountTexts.howMuch[language])</th>\
            <th scope="col" class="num">\(CountTexts.share[language])</th></tr></thead><tbody>\(rows)</tbody>\
            <tfoot><tr><th scope="row" colspan="2">\(CountTexts.sum[language])\(exact)</th>\
            <td class="num"><b>\(number)</b></td></tr></tfoot></table></div>\
            </section>
            """
    }

    /// The marks of the grade before, of the terms and of the year; or the year and what stands beside it.
    private func certificateNames(_ count: Count) -> [String] {
        let year = PeriodWords.year[language]
        guard count.rule == .yearMean else {
            return padded(
                [year, YearWords.besideYear(grade: place.grade, of: place.country)[language]], to: count.lines.count)
        }
        let own = countedTerms + [year]
        let before = CountTexts.grade(place.grade - 1)[language]
        return padded(
            Array(repeating: before, count: max(0, count.lines.count - own.count)) + own, to: count.lines.count)
    }

    private var countedTerms: [String] {
        place.markedTerms.filter { line.standing[$0.key]?.mark?.numeric != nil }
            .map { PeriodWords.name($0.key, among: place.terms)[language] }
    }

    /// What each line is for: the lines come in the order of the marks, or of the parts, or of the terms.
    private func names(_ count: Count) -> [String] {
        switch count.rule {
        case .plainAverage, .weightedAverage:
            return padded(line.marks.filter(\.enters).map(name), to: count.lines.count)
        case .criteriaPercent:
            let works = line.marks.filter { $0.kind == CriteriaKinds.section && $0.enters }.map(name)
            var sections = works.makeIterator()
            return count.lines.map { row in
                switch row.key {
                case .pooledSection, .section: sections.next() ?? ""
                case .term:
                    line.marks.filter { $0.kind == CriteriaKinds.term && $0.enters }.map(name)
                        .joined(separator: "; ")
                default: kindName(CriteriaKinds.formative)
                }
            }
        case .yearMean:
            return padded(countedTerms, to: count.lines.count)
        case .yearWithExam, .learning, .averageMark: return padded([], to: count.lines.count)
        }
    }

    private func padded(_ names: [String], to length: Int) -> [String] {
        names + Array(repeating: "", count: max(0, length - names.count))
    }

    private func name(_ mark: DatedMark) -> String {
        let brought = mark.source.isEmpty ? "" : "↘ " + mark.source
        let owed = mark.due.map { DebtTexts.until($0)[language] } ?? ""
        return [String(mark.day.short.prefix(5)), kindName(mark.kind), brought, owed].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    func kindName(_ id: Int) -> String { sheet.kinds.first { $0.id == id }?.names[language] ?? "" }

    private var left: HTML? {
        let out = line.marks.filter { !$0.enters }
        guard !out.isEmpty, regime.way != .passFail else { return nil }
        let words = out.map { "\($0.text) (\(name($0)))" }.joined(separator: ", ")
        return "<p class=\"sub\">\(CountTexts.notCounted[language]): \(words)</p>"
    }
}
