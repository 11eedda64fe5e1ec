import SchoolRules
import Web

/// A final mark on a page, with what it was before.
enum FinalSigns {
    static func html(_ final: StandingFinal?, _ record: RecordLanguage, _ language: Language) -> HTML {
        guard let final, let mark = final.mark else { return "—" }
        guard let before = final.before else { return "<b class=\"mark\">\(mark.text(in: record))</b>" }
        return """
            <del>\(before.text(in: record))</del> <span class="sr">\(now[language])</span>\
            <b class="mark">\(mark.text(in: record))</b>
            """
    }

    /// "было 4", where a mark was changed.
    static func change(_ final: StandingFinal?, _ record: RecordLanguage, _ language: Language) -> HTML? {
        guard let final, let before = final.before, !final.value.isEmpty else { return nil }
        let words = Text(
            ky: "мурда \(before.text(in: record))", ru: "было \(before.text(in: record))",
            kk: "бұрын \(before.text(in: record))", en: "was \(before.text(in: record))")
        return "<small>\(words[language])</small>"
    }

    private static let now = Text(ky: "азыр", ru: "теперь", kk: "қазір", en: "now")
}

/// Changes made after a closing: old and new, when, by whom, and why.
struct CorrectionList {
    let corrections: [Correction]
    let visit: Visit

    init(_ corrections: [Correction], visit: Visit) {
        self.corrections = corrections
        self.visit = visit
    }

    private var language: Language { visit.language }

    /// Nothing, where there was no change.
    var html: HTML? {
        guard !corrections.isEmpty else { return nil }
        return """
            <section class="corrections"><h2>\(Self.title[language])</h2>\
            <ul class="plain">\(corrections.html(line))</ul></section>
            """
    }

    private func line(_ correction: Correction) -> HTML {
        let what =
            correction.key.map { PeriodWords.name($0, among: [])[language] }
            ?? correction.day.map { $0.words(language) } ?? ""
        let place = [correction.className?.display(language) ?? "", correction.subject[language]]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let before = correction.before.isEmpty ? "—" : correction.before
        let after = correction.after.isEmpty ? "—" : correction.after
        let at = visit.school.time.moment(correction.at)
        return """
            <li><b>\(correction.studentName.list)</b> · \(place) · \(what): <del>\(before)</del> → \
            <b class="mark">\(after)</b><br><small>\(at.day.words(language)), \(at.time.description) · \
            \(correction.by.short) · \(correction.reason)</small></li>
            """
    }

    private static let title = Text(
        ky: "Мезгил жабылгандан кийинки өзгөртүүлөр", ru: "Изменено после закрытия периода",
        kk: "Кезең жабылғаннан кейінгі өзгерістер", en: "Changed after the closing")
}
