import SchoolRules
import Web

/// One student of the sheet.
struct FinalsRow {
    let page: FinalsPage
    let number: Int
    let line: FinalLine

    private var language: Language { page.language }
    private var place: FinalPlace { page.place }
    private var record: RecordLanguage { place.page.recordLanguage }
    private var countAddress: String {
        "/pages/\(place.page.id)/counts/\(line.student)?term=\(place.key.stored)"
    }

    var html: HTML {
        """
        <tr><td class="num">\(number)</td><th scope="row"><a href="\(countAddress)">\(line.name.list)</a></th>\
        \(place.key.period == .term ? termCells : yearCells)</tr>

        """
    }

    private var termCells: HTML {
        let check = line.proposal.minimum
        let isShort = !check.isMet && place.regime.settings.minimum != .off
        let least: HTML = isShort ? "<b class=\"warn\">! \(counts(check))</b>\(lacking(check))" : "\(counts(check))"
        return """
            <td class="row-marks">\(MarksShown(page.sheet, page.visit).html(line))</td>\
            \(cell(averageWord, "num", average))\(cell(FinalsTexts.minimum, "num", least))\
            \(cell(FinalsTexts.missed, "num", "\(line.missed)/\(line.lessons)"))\
            \(cell(FinalsTexts.proposal, "proposal", proposal(.term)))\(decision(place.key))
            """
    }

    private var averageWord: Text { place.regime.way == .criteria ? FinalsTexts.percent : FinalsTexts.average }

    /// A cell that says on a phone what it is.
    private func cell(_ label: Text, _ css: String, _ content: HTML) -> HTML {
        "<td class=\"\(css)\" data-l=\"\(label[language])\">\(content)</td>"
    }

    /// What is short beside the number of marks, so that "7/6" with a sign explains itself.
    private func lacking(_ check: MinimumCheck) -> HTML {
        let required = place.regime.settings.requiredWorks.filter { $0.isAsked(in: place.facts.code) }
        var short: [String] = []
        if !check.control.isMet {
            short.append("\(CountTexts.control[language].lowercasedFirst) \(check.control.has)/\(check.control.needed)")
        }
        for (work, need) in zip(required, check.works) where !need.isMet {
            let names = page.sheet.kinds.filter { work.kinds.contains($0.id) }.map { $0.short[language] }
            short.append("\(names.joined(separator: "/")) \(need.has)/\(need.needed)")
        }
        return short.html { "<small>\($0)</small>" }
    }

    private func counts(_ check: MinimumCheck) -> String { "\(check.marks.has)/\(check.marks.needed)" }

    private var average: HTML {
        guard let count = line.proposal.count else { return "—" }
        let number = SubjectNumber(count.value, isPercent: place.regime.countsPercent).shown(in: language)
        return "<a href=\"\(countAddress)\">\(number)</a>"
    }

    private var yearCells: HTML {
        let terms = place.terms.html { term -> HTML in
            let mark = line.standing[term.key]?.mark?.text(in: record) ?? "—"
            return cell(PeriodWords.name(term.key, among: place.terms), "num", "\(mark)")
        }
        let proposed = cell(FinalsTexts.proposal, "proposal", proposal(.year))
        return "\(terms)\(proposed)\(place.keys.html(decision))"
    }

    private func proposal(_ period: FinalPeriod) -> HTML {
        let notes = line.proposal.notes.map { CountWords.note($0)[language] }.joined(separator: "; ")
        let small: HTML? = notes.isEmpty ? nil : "<small>\(notes)</small>"
        return "\(line.proposal.proposed?.text(in: record) ?? "—") \(small)"
    }

    private func decision(_ key: FinalKey) -> HTML {
        let standing = line.standing[key]
        let outcome = page.outcomes.first { $0.student == line.student && $0.key == key && $0.status != .saved }
        let said: HTML? = outcome?.message.map { "<small class=\"err\">\($0[language])</small>" }
        let label = place.key.period == .term ? FinalsTexts.decision : page.name(key)
        guard page.mayWrite, place.closings.closing(of: key, grade: place.grade) == nil || page.openUntil != nil else {
            return cell(label, "decision", "\(FinalSigns.html(standing, record, language))\(reason(standing))")
        }
        let field = { FinalsForms.field($0, key, line.student) }
        let value = page.typed?[field("set")] ?? standing?.mark?.text(in: record) ?? ""
        let why = page.typed?[field("reason")] ?? standing?.reason ?? ""
        let name = "\(line.name.list), \(page.name(key)[language])"
        let bad: HTML? = outcome == nil ? nil : " aria-invalid=\"true\""
        return """
            <td class="decision" data-l="\(label[language])"><span class="set"><input name="\(field("set"))" \
            value="\(value)" aria-label="\(name)" autocomplete="off" maxlength="12"\(bad)>\
            <input class="why" name="\(field("reason"))" value="\(why)" aria-label="\(name): \
            \(FinalsTexts.reason[language])" placeholder="\(FinalsTexts.reason[language])" autocomplete="off" \
            maxlength="\(FinalRecording.longestReason)"></span>\
            <input type="hidden" name="\(field("version"))" value="\(standing?.version ?? 0)">\(said)\
            \(FinalSigns.change(standing, record, language))</td>
            """
    }

    private func reason(_ standing: StandingFinal?) -> HTML? {
        guard let reason = standing?.reason, !reason.isEmpty else { return nil }
        return " <small>\(reason)</small>"
    }
}
