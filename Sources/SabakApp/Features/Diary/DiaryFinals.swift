import SchoolRules
import Web

/// The final marks of the year in the diary; each opens to its count.
struct DiaryFinals {
    let frame: DiaryFrame
    let finals: StudentFinals
    let corrections: [Correction]

    private var language: Language { frame.language }

    var html: HTML? {
        let keys = finals.keys
        let changes = CorrectionList(corrections, visit: frame.visit).html
        guard !keys.isEmpty else { return changes }
        let heads = keys.html { key -> HTML in
            "<th scope=\"col\">\(PeriodWords.name(key, among: finals.terms)[language])</th>"
        }
        let rows = finals.rows.html { row -> HTML in
            "<tr><th scope=\"row\">\(row.name[language])</th>\(keys.html { cell(row, $0) })</tr>"
        }
        return """
            <section class="year-finals"><h2 id="finals">\(MarksTexts.finals[language])</h2>
            <div class="card pad scroll" tabindex="0" role="region" aria-labelledby="finals"><table class="list">\
            <thead><tr><th scope="col">\(MarksTexts.subject[language])</th>\(heads)</tr></thead>\
            <tbody>\(rows)</tbody></table></div>\(changes)</section>
            """
    }

    private func cell(_ row: StudentFinals.Row, _ key: FinalKey) -> HTML {
        guard let (page, record, final) = row.finals[key] else { return "<td></td>" }
        let sign = FinalSigns.html(final, record, language)
        let shown: FinalKey = key.period == .term ? key : .year
        let words = "\(row.name[language]), \(PeriodWords.name(key, among: finals.terms)[language])"
        return """
            <td class="got"><a href="/diary/\(frame.child.id)/counts/\(page)?term=\(shown.stored)"><span class="sr">\
            \(words): </span>\(sign)</a></td>
            """
    }
}
