import SchoolRules
import Web

// What may still come.
extension CountPage {
    private var isRunning: Bool {
        place.key.period == .term && place.closing == nil && [.marks, .criteria].contains(regime.way)
    }

    var needed: HTML? {
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
        let chances = sheet.kinds.filter { $0.counts(on: place.to) && !$0.isOff && weights.insert($0.weight).inserted }
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

    var imagining: HTML? {
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
        let reading = MarkReading(regime, kinds: sheet.kinds, page: place.page.scale, on: place.to)
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
