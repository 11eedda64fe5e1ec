import HTTPTypes
import SchoolRules
import Web

/// A field of words for each student of a page and period.
struct CharacteristicsPage {
    let visit: Visit
    let place: FinalPlace
    let students: [(id: Int64, name: PersonName)]
    let texts: [Int64: CharacteristicQueries.Standing]
    let mayWrite: Bool
    var typed: Form?
    /// Whose text is too long, and whose was changed by somebody else meanwhile.
    var long: Set<Int64> = []
    var stale: Set<Int64> = []

    private var language: Language { visit.language }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let page = place.page
        let title = [page.className?.display(language) ?? "", page.subject[language], page.groupName]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let layout = Layout(
            visit: visit, title: "\(title) · \(CharacteristicTexts.title[language])", place: "/pages", frame: .page)
        let html = layout.html(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(CharacteristicTexts.title[language]) · \
            \(CharacteristicTexts.hint[language])</p></div>\
            \(PeriodTabs(terms: place.terms, shown: place.key, language: language).html)
            <p class="acts"><a class="button quiet" href="/pages/\(page.id)/finals?term=\(place.key.stored)">\
            \(CharacteristicTexts.finals[language])</a></p></div>\(said)\(list)
            """)
        return .page(html, status: status)
    }

    private var said: HTML? {
        if !long.isEmpty || !stale.isEmpty {
            return "<p class=\"say bad\" role=\"alert\">\(CharacteristicTexts.notAll[language])</p>"
        }
        return visit.asked.query["note"] == "saved"
            ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[language])</p>" : nil
    }

    private var list: HTML {
        let rows = students.html { mayWrite ? field($0.id, $0.name) : shown($0.id, $0.name) }
        guard mayWrite else { return "<dl class=\"words\">\(rows)</dl>" }
        return """
            <form class="form words" method="post" action="/pages/\(place.page.id)/words">\(visit.csrfField)\
            <input type="hidden" name="term" value="\(place.key.stored)">\(rows)\
            <p class="acts"><button class="main">\(ShellTexts.save[language])</button></p></form>
            """
    }

    private func field(_ id: Int64, _ name: PersonName) -> HTML {
        let problem: Text? =
            long.contains(id)
            ? CharacteristicTexts.tooLong : stale.contains(id) ? CharacteristicTexts.changedMeanwhile : nil
        let bad: HTML? = problem == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"err-\(id)\""
        let now = stale.contains(id) ? ": " + (texts[id]?.text ?? "") : ""
        let words: HTML? = problem.map { "<small class=\"err\" id=\"err-\(id)\">\($0[language])\(now)</small>" }
        return """
            <p class="field grow\(problem == nil ? "" : " bad")"><label for="text-\(id)">\(name.list)</label>\
            <textarea id="text-\(id)" name="text-\(id)" rows="2"\(bad)>\
            \(typed?["text-\(id)"] ?? texts[id]?.text ?? "")</textarea>\
            <input type="hidden" name="version-\(id)" value="\(texts[id]?.version ?? 0)">\(words)</p>
            """
    }

    private func shown(_ id: Int64, _ name: PersonName) -> HTML {
        "<dt>\(name.list)</dt><dd>\(texts[id].map(\.text) ?? "—")</dd>"
    }
}

enum CharacteristicTexts {
    static let title = Text(ky: "Мүнөздөмө", ru: "Характеристика", kk: "Мінездеме", en: "In words")
    static let hint = Text(
        ky: "билими, көндүмдөрү, кызыгуусу; үй-бүлө көрөт", ru: "знания, умения, интерес; видит семья",
        kk: "білімі, дағдысы, қызығушылығы; отбасы көреді", en: "knowledge, skills, interest; the family reads it")
    static let finals = Text(
        ky: "Жыйынтыктоочу баалар", ru: "Итоговые отметки", kk: "Қорытынды бағалар", en: "Final marks")
    static let notAll = Text(
        ky: "Баары сакталган жок: белгиленгендерин текшериңиз.", ru: "Сохранено не всё: проверьте отмеченные.",
        kk: "Бәрі сақталмады: белгіленгендерін тексеріңіз.", en: "Not all was saved: check the marked ones.")
    static let tooLong = Text(
        ky: "Эң көбү \(Characteristics.longest) белги.", ru: "Не больше \(Characteristics.longest) знаков.",
        kk: "Ең көбі \(Characteristics.longest) таңба.", en: "At most \(Characteristics.longest) characters.")
    static let changedMeanwhile = Text(
        ky: "Башка киши өзгөрттү, азыр мындай", ru: "Изменил кто-то другой, сейчас так",
        kk: "Басқа адам өзгертті, қазір былай", en: "Somebody else has changed it; it says now")
}
