import SchoolRules
import Web

/// Results of a page in a term by the works they were given for, against the least that passes: who is below, and where
/// (003 3.2).
struct ResultsPage {
    let visit: Visit
    let sheet: FinalSheet
    let sections: [Day: String]
    private let works: [Work]

    private var language: Language { visit.language }
    private var place: FinalPlace { sheet.place }

    /// The marks of one day for one kind of work.
    private struct Work {
        let day: Day
        let kind: Int
        var passed: [PersonName] = []
        var below: [(name: PersonName, text: String)] = []

        var count: Int { passed.count + below.count }
    }

    init(visit: Visit, sheet: FinalSheet, sections: [Day: String]) {
        self.sections = sections
        self.visit = visit
        self.sheet = sheet
        var works: [Work] = []
        for line in sheet.lines {
            for mark in line.marks where mark.mark != nil {
                let found = works.firstIndex { $0.day == mark.day && $0.kind == mark.kind }
                let index = found ?? works.count
                if found == nil { works.append(Work(day: mark.day, kind: mark.kind)) }
                // The least that passes is the lowest satisfactory value of the scale, 40 per cent of points.
                if mark.mark?.value.level == .fail {
                    works[index].below.append((line.name, mark.text))
                } else {
                    works[index].passed.append(line.name)
                }
            }
        }
        self.works = works.sorted { ($0.day, $0.kind) < ($1.day, $1.kind) }
    }

    var answer: Answer {
        let page = place.page
        let title = [page.className?.display(language) ?? "", page.subject[language], page.groupName]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let rows = works.html(row)
        let table: HTML =
            works.isEmpty
            ? "<p class=\"say\">\(ResultsTexts.nothing[language])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(ResultsTexts.title[language])">\
            <table class="list stack"><thead><tr><th scope="col">\(ResultsTexts.work[language])</th>\
            <th scope="col" class="num">\(ResultsTexts.marks[language])</th>\
            <th scope="col" class="num">\(ResultsTexts.share[language])</th>\
            <th scope="col">\(ResultsTexts.below[language])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
        return Layout(visit: visit, title: "\(title) · \(ResultsTexts.title[language])", place: "/pages", frame: .page)
            .answer(
                """
                <div class="head"><div><h1>\(title)</h1><p class="sub">\(ResultsTexts.title[language]) · \
                \(ResultsTexts.threshold[language])</p></div>\
                \(PeriodTabs(terms: place.terms, shown: place.key, language: language).html)
                <p class="acts"><a class="button quiet" href="/pages/\(page.id)/finals?term=\(place.key.stored)">\
                \(FinalsTexts.title[language])</a>\
                <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])</button></p>\
                </div>\(SectionResults(sheet, sections: sections, language: language).html)\(table)
                """)
    }

    private func row(_ work: Work) -> HTML {
        let kind = sheet.kinds.first { $0.id == work.kind }?.names[language] ?? ""
        let share = Fraction(Int64(work.passed.count * 100), Int64(max(1, work.count))).nearest
        let names = work.below.map { "\($0.name.list) (\($0.text))" }.joined(separator: ", ")
        return """
            <tr><th scope="row">\(String(work.day.short.prefix(5))) · \(kind)</th>\
            <td class="num" data-l="\(ResultsTexts.marks[language])">\(work.count)</td>\
            <td class="num" data-l="\(ResultsTexts.share[language])">\(share) %</td><td>\(names)</td></tr>
            """
    }
}

enum ResultsTexts {
    static let title = Text(
        ky: "Иштер боюнча жыйынтык", ru: "Результаты по работам", kk: "Жұмыстар бойынша нәтиже",
        en: "Results by works")
    static let threshold = Text(
        ky: "чек: «3» же баллдын 40 %", ru: "порог: «3» или 40 % баллов", kk: "шек: «3» немесе балдың 40 %",
        en: "threshold: a pass, or 40 % of the points")
    static let bySection = Text(
        ky: "Пландын бөлүмдөрү боюнча", ru: "По разделам плана", kk: "Жоспардың бөлімдері бойынша",
        en: "By sections of the plan")
    static let section = Text(ky: "Бөлүм", ru: "Раздел", kk: "Бөлім", en: "Section")
    static let students = Text(
        ky: "Чектен өткөн окуучулар", ru: "Учеников прошло порог", kk: "Шектен өткен оқушылар", en: "Students passed")
    static let work = Text(ky: "Иш", ru: "Работа", kk: "Жұмыс", en: "Work")
    static let marks = Text(ky: "Баалар", ru: "Отметок", kk: "Бағалар", en: "Marks")
    static let share = Text(ky: "Чектен өттү", ru: "Прошли порог", kk: "Шектен өтті", en: "Passed")
    static let below = Text(ky: "Чектен төмөн", ru: "Ниже порога", kk: "Шектен төмен", en: "Below")
    static let nothing = Text(
        ky: "Бул мезгилде баа жок.", ru: "В этом периоде отметок нет.", kk: "Бұл кезеңде баға жоқ.",
        en: "There are no marks in this term.")
}
