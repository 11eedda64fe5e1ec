import SchoolRules
import Web

/// All subjects and marks of a term; each average opens to the count behind it.
struct MarksPage {
    let frame: DiaryFrame
    let years: [Int]
    let year: Int
    let terms: [DiaryTerm]
    let term: DiaryTerm?
    let marks: TermMarks
    let kinds: [DiaryKind]
    let finals: DiaryFinals

    private var language: Language { frame.language }
    private var signs: DiarySigns { DiarySigns(language: language, kinds: kinds) }
    private var separator: Character { language == .en ? "." : "," }

    func html() -> HTML {
        let content: HTML = """
            \(frame.over("/marks"))
            <div class="head"><h1>\(MarksTexts.marks[language])</h1>\(termLinks)\(yearLinks)</div>
            \(table)\(finals.html)
            <section><h2>\(MarksTexts.absences[language])</h2>\(absences)</section>
            """
        return frame.page(MarksTexts.marks, menu: "/diary/marks", content)
    }

    private var termLinks: HTML {
        guard terms.count > 1 else { return HTML() }
        let links = terms.html { other in
            let isShown = other.number == term?.number && other.kind == term?.kind
            let current: HTML? = isShown ? " aria-current=\"page\"" : nil
            let words = isShown ? DiaryTexts.term(other)[language] : "\(other.number)"
            return """
                <a href="?year=\(year)&amp;term=\(other.number)"\(current) aria-label="\
                \(DiaryTexts.term(other)[language])">\(words)</a>
                """
        }
        return "<nav class=\"seg\" aria-label=\"\(MarksTexts.terms[language])\">\(links)</nav>"
    }

    private var yearLinks: HTML {
        let shown = MarksTexts.schoolYear(year)
        let others = years.filter { $0 != year }
        guard !others.isEmpty else { return "<p class=\"sub\">\(shown)</p>" }
        let links = others.html { "<li><a href=\"?year=\($0)\">\(MarksTexts.schoolYear($0))</a></li>" }
        return """
            <details class="menu"><summary aria-label="\(MarksTexts.year[language]): \(shown)">\(shown)</summary>\
            <ul>\(links)</ul></details>
            """
    }

    private var table: HTML {
        guard !marks.subjects.isEmpty else { return "<p class=\"card pad\">\(MarksTexts.nothing[language])</p>" }
        return """
            <table class="card term"><thead><tr><th scope="col">\(MarksTexts.subject[language])</th>\
            <th scope="col">\(MarksTexts.marks[language])</th><th scope="col">\(MarksTexts.missed[language])</th>\
            <th scope="col" class="avg">\(MarksTexts.average[language])</th></tr></thead>\
            <tbody>\(marks.subjects.html(row))</tbody></table>
            """
    }

    private func row(_ subject: TermMarks.Subject) -> HTML {
        let missed = subject.missed == 0 ? "" : DiaryTexts.lessonCount(subject.missed)[language]
        let average = subject.number?.shown(in: language) ?? "—"
        let programme: HTML? =
            subject.topics == 0
            ? nil : "<br><small>\(MarksTexts.programme(subject.topicsTaken, of: subject.topics)[language])</small>"
        return """
            <tr><th scope="row">\(subject.name)\(programme)</th><td class="row-marks">\(list(subject.marks))</td>\
            <td class="miss" data-label="\(MarksTexts.missed[language])">\(missed)</td>\
            <td class="avg"><details><summary><span class="sr">\(MarksTexts.average[language]), \(subject.name): \
            </span>\
            \(average)<svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">\
            <rect width="\(subject.position)" height="4"/></svg></summary>\
            <div class="calc">\(count(subject))\(whole(subject))</div></details></td></tr>
            """
    }

    /// To the count with its rule, and to what may still come.
    private func whole(_ subject: TermMarks.Subject) -> HTML? {
        guard subject.page != 0, let term else { return nil }
        return """
            <p><a href="/diary/\(frame.child.id)/counts/\(subject.page)?term=\(term.number)">\
            \(MarksTexts.wholeCount[language])</a></p>
            """
    }

    private func list(_ marks: [TermMarks.Mark]) -> HTML {
        guard !marks.isEmpty else { return HTML() }
        let items = marks.html { found in
            let kind = signs.kinds(of: [found.mark])
            let hint: HTML? = kind.isEmpty ? nil : " title=\"\(kind)\""
            let date = String(found.day.short.prefix(5))
            return "<li\(hint)>\(signs.marks([found.mark]))<small>\(date)</small></li>"
        }
        return "<ul>\(items)</ul>"
    }

    /// Line by line what was added and by what it was divided.
    private func count(_ subject: TermMarks.Subject) -> HTML {
        guard !subject.marks.isEmpty else { return "<p>\(MarksTexts.noMarks[language])</p>" }
        var count = subject.marks.html { found in
            let kind = signs.kinds(of: [found.mark])
            let value = found.enters ? entering(found.mark, subject) : left(found.mark, subject)
            let words = [String(found.day.short.prefix(5)), kind, value].filter { !$0.isEmpty }
            return "<p>\(words.joined(separator: " · "))</p>"
        }
        if let number = subject.number {
            let words = number.isPercent ? parts(subject) : [formula(subject.sum.marks, number.value)]
            count.append("<p><b>\(words.joined(separator: "; "))</b></p>")
        }
        return count
    }

    private func entering(_ mark: DiaryMark, _ subject: TermMarks.Subject) -> String {
        guard subject.reading.regime.way == .marks else { return mark.shown }
        return "\(mark.value) × \(number(subject.reading.weight(mark.weight, kind: mark.kind)))"
    }

    /// Where there is no number at all, there is nothing to be left out of.
    private func left(_ mark: DiaryMark, _ subject: TermMarks.Subject) -> String {
        switch subject.reading.regime.way {
        case .marks, .criteria: "\(mark.shown), \(MarksTexts.notCounted[language])"
        case .passFail, .words: mark.shown
        }
    }

    /// The parts of the per cent, and their sum.
    private func parts(_ subject: TermMarks.Subject) -> [String] {
        guard let count = subject.reading.regime.count(of: [], parts: subject.sum.parts) else { return [] }
        let lines = count.lines.map {
            "\(CountWords.line($0)[language]) = \(CountWords.number($0.value, language))"
        }
        return lines + [SubjectNumber(count.value, isPercent: true).shown(in: language)]
    }

    /// "(5×1 + 4×2) ÷ (1 + 2) = 13 ÷ 3 = 4,33", without weights where all are the same.
    private func formula(_ marks: [WeightedMark], _ average: Fraction) -> String {
        let shown = average.rounded(decimals: 2, separator: separator)
        if marks.allSatisfy({ $0.weight == marks[0].weight }) {
            let sum = marks.map { number($0.numeric) }.joined(separator: " + ")
            return "(\(sum)) ÷ \(marks.count) = \(shown)"
        }
        let products = marks.map { "\(number($0.numeric))×\(number($0.weight))" }.joined(separator: " + ")
        let weights = marks.map { number($0.weight) }.joined(separator: " + ")
        let total = number(marks.reduce(0) { $0 + $1.numeric * $1.weight })
        return "(\(products)) ÷ (\(weights)) = \(total) ÷ \(number(marks.reduce(0) { $0 + $1.weight })) = \(shown)"
    }

    /// As few decimals as the number needs, at most two.
    private func number(_ value: Fraction) -> String {
        if value.denominator == 1 { return "\(value.numerator)" }
        return value.rounded(decimals: (value * 10).denominator == 1 ? 1 : 2, separator: separator)
    }

    private var absences: HTML {
        let found = AbsenceCategory.allCases.filter { (marks.absences[$0] ?? 0) > 0 }
        guard !found.isEmpty else { return "<p class=\"card pad\">\(MarksTexts.noAbsences[language])</p>" }
        let missed = DiaryTexts.lessonCount(marks.missed)[language]
        let total: HTML? =
            found.filter(\.isAbsent).count > 1
            ? "<li><span>\(MarksTexts.totalMissed[language])</span><b>\(missed)</b></li>" : nil
        let items = found.html { category in
            let count = marks.absences[category] ?? 0
            let words = category.isAbsent ? DiaryTexts.lessonCount(count) : MarksTexts.lateTimes(count)
            return "<li><span>\(category.names[language])</span><b>\(words[language])</b></li>"
        }
        return "<ul class=\"card brief plainlist\">\(items)\(total)</ul>"
    }
}
