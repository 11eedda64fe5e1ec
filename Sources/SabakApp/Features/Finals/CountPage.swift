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

    private var language: Language { visit.language }
    private var place: FinalPlace { sheet.place }
    private var record: RecordLanguage { place.page.recordLanguage }
    private var regime: Regime { place.regime }
    private var address: String { visit.asked.path }

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
            \(summary)\(said)\(count)\(left)\(needed)\(imagining)\(CorrectionList(corrections, visit: visit).html)
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
        let names = names(count)
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
            <section><h2>\(CountTexts.title[language])</h2>\
            <p><b>\(CountWords.rule(count.rule)[language])</b><br><small>\(CountWords.borders(regime, language)) · \
            \(CountWords.version(regime, language))</small></p>
            <div class="scroll" tabindex="0" role="region" aria-label="\(CountTexts.title[language])">\
            <table class="list counted"><thead><tr><th scope="col">\(CountTexts.work[language])</th>\
            <th scope="col">\(CountTexts.howMuch[language])</th>\
            <th scope="col" class="num">\(CountTexts.share[language])</th></tr></thead><tbody>\(rows)</tbody>\
            <tfoot><tr><th scope="row" colspan="2">\(CountTexts.sum[language])\(exact)</th>\
            <td class="num"><b>\(number)</b></td></tr></tfoot></table></div>\
            </section>
            """
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
            let terms = place.markedTerms.filter { line.standing[$0.key]?.mark?.numeric != nil }
            return padded(
                terms.map { PeriodWords.name($0.key, among: place.terms)[language] }, to: count.lines.count)
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

    private func kindName(_ id: Int) -> String { sheet.kinds.first { $0.id == id }?.names[language] ?? "" }

    private var left: HTML? {
        let out = line.marks.filter { !$0.enters }
        guard !out.isEmpty, regime.way != .passFail else { return nil }
        let words = out.map { "\($0.text) (\(name($0)))" }.joined(separator: ", ")
        return "<p class=\"sub\">\(CountTexts.notCounted[language]): \(words)</p>"
    }
}

// What may still come.
extension CountPage {
    private var isRunning: Bool {
        place.key.period == .term && place.closing == nil && [.marks, .criteria].contains(regime.way)
    }

    private var needed: HTML? {
        guard isRunning else { return nil }
        let better = place.scale.values.filter { value in
            guard let now = line.proposal.byRule else { return value.numeric != nil }
            return (place.scale.steps(from: now, to: value) ?? 0) > 0
        }
        let items = better.reversed().html { target -> HTML in
            let ways = regime.way == .criteria ? points(for: target) : paths(to: target)
            guard !ways.isEmpty else { return HTML() }
            return "<li><b>\(CountTexts.of(target.value)[language])</b>: \(ways.joined(separator: "; "))</li>"
        }
        let list: HTML =
            items.isEmpty ? "<p class=\"sub\">\(CountTexts.noPaths[language])</p>" : "<ul class=\"plain\">\(items)</ul>"
        return "<section class=\"paths\"><h2>\(CountTexts.paths[language])</h2>\(list)</section>"
    }

    /// One kind of work for each weight: others of the same weight lead as far.
    private func paths(to target: ScaleValue) -> [String] {
        var weights: Set<Fraction> = []
        let chances = sheet.kinds.filter { $0.counts && !$0.isOff && weights.insert($0.weight).inserted }
            .map { MarkChance(weight: $0.weight, kind: $0.id) }
        return whatIf.whatIf.paths(to: target, by: chances).prefix(4).map { path in
            CountTexts.path(path.times, path.value.value, path.kind.map(kindName)?.lowercasedFirst ?? "")
        }
    }

    private func points(for target: ScaleValue) -> [String] {
        let highest = highestPoints
        let criteria = regime.settings.criteria
        guard line.parts.term == nil,
            let least = criteria.neededTermPoints(for: target, parts: line.parts, maximum: highest)
        else { return [] }
        return ["\(CountTexts.ifNext[language]) \(CountTexts.points(least, highest)[language])"]
    }

    private var highestPoints: Int {
        let usual = sheet.maximum(of: CriteriaKinds.term)
        let scale = markScale.values.compactMap(\.numeric).max()
        return usual > 0 ? usual : Int((scale ?? 10).nearest)
    }

    private var markScale: Scale { SchoolFacts.scale(regime.markScale(of: place.page.scale)) }

    private var imagining: HTML? {
        guard isRunning else { return nil }
        let scale = markScale
        let marks = [(value: "", words: "—")] + scale.values.map { (value: $0.value, words: $0.value) }
        let kinds = sheet.kinds.filter { !$0.isOff }.map { (value: "\($0.id)", words: $0.names[language]) }
        let rows = whatIf.typed.enumerated().html { index, row -> HTML in
            let typed = Form(fields: [("m\(index + 1)", row.mark), ("k\(index + 1)", "\(row.kind)")])
            let inputs = Inputs(typed: typed, language: language)
            return """
                <div class="row">\(field("m\(index + 1)", marks, inputs))\
                \(inputs.choice("k\(index + 1)", CountTexts.kind, kinds, width: "grow"))</div>
                """
        }
        return """
            <section class="whatif" id="what-if"><h2>\(CountTexts.whatIf[language])</h2>\
            <form method="get" action="\(address)#what-if" class="form">\
            <input type="hidden" name="term" value="\(place.key.stored)">\(rows)\
            <p class="acts"><button>\(CountTexts.counting[language])</button></p></form>\(imagined)\
            <p class="sub">\(CountTexts.nothingSaved[language])</p></section>
            """
    }

    /// A list of marks, or a number to type where the scale is long or works have points.
    private func field(_ name: String, _ marks: [(value: String, words: String)], _ inputs: Inputs) -> HTML {
        if regime.way == .criteria || marks.count > 20 {
            inputs.text(name, regime.way == .criteria ? CountTexts.pointsOf : CountTexts.mark, width: "short")
        } else {
            inputs.choice(name, CountTexts.mark, marks, width: "short")
        }
    }

    private var imagined: HTML? {
        guard !whatIf.imagined.isEmpty, let (number, mark) = counted(with: whatIf.imagined) else { return nil }
        let shown = SubjectNumber(number, isPercent: regime.countsPercent).shown(in: language)
        return """
            <p class="say good" role="status">\(CountTexts.would[language]): \
            <b>\(shown)</b> → <b class="mark">\(mark.value)</b></p>
            """
    }

    private func counted(with imagined: [CurrentMark]) -> (Fraction, ScaleValue)? {
        guard regime.way == .criteria else {
            return whatIf.whatIf.adding(imagined).map { ($0.count.value, $0.mark) }
        }
        var sum = MarkSum(parts: line.parts)
        let reading = MarkReading(regime, kinds: sheet.kinds, page: place.page.scale)
        for mark in imagined {
            let kind = mark.kind ?? 1
            reading.add(
                mark.value.numeric ?? Fraction(mark.value.value), kind: kind, weight: 100,
                maximum: sheet.maximum(of: kind), to: &sum)
        }
        let parts = sum.parts
        let criteria = regime.settings.criteria
        guard let count = criteria.percent(of: parts),
            let mark = criteria.mark(for: count.value, on: place.scale)
        else { return nil }
        return (count.value, mark)
    }
}
