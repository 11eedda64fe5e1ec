import SchoolRules
import Web

/// Announcing an absence, and what was announced.
struct AbsencePage {
    let frame: DiaryFrame
    let notices: [AbsenceNotice]
    /// Whether today is a school day, and the next one.
    let isSchoolDay: Bool
    let nextDay: Day
    var typed = AbsenceWish.Typed()
    var problem: Refusal?
    var note: Text?

    private var language: Language { frame.language }

    func html() -> HTML {
        let content: HTML = """
            \(frame.over("/absence"))
            <div class="head"><h1>\(title)</h1></div>
            \(message)\(frame.mayAnnounce ? form : "<p class=\"say\">\(AbsenceTexts.parentsOnly[language])</p>")
            <section><h2>\(AbsenceTexts.announced[language])</h2>\(list)</section>
            """
        return frame.page(AbsenceTexts.absence, menu: "/diary/absence", frame: .diaryThin, content)
    }

    private var title: String {
        (frame.mayAnnounce ? AbsenceTexts.title(frame.child.name.given) : AbsenceTexts.absence)[language]
    }

    private var message: HTML? {
        if let problem { return "<p class=\"say bad\" role=\"alert\">\(problem.title[language])</p>" }
        return note.map { "<p class=\"say good\" role=\"status\">\($0[language])</p>" }
    }

    private var form: HTML {
        """
        <form class="form card pad" method="post" action="\(frame.address("/absence"))" data-guard="absence-\
        \(frame.child.id)">\(frame.visit.csrfField)
        <fieldset class="choice"><legend>\(AbsenceTexts.when[language])</legend>\(days)</fieldset>
        <div class="row other">\(dayField("from", AbsenceTexts.from, typed.from))\
        \(dayField("to", AbsenceTexts.to, typed.to))</div>
        <fieldset class="choice"><legend>\(AbsenceTexts.why[language])</legend>\(reasons)</fieldset>
        <p class="field"><label for="words">\(AbsenceTexts.words[language])</label>\
        <textarea id="words" name="words" rows="2" maxlength="300">\(typed.words)</textarea></p>
        <p class="acts"><button class="main">\(AbsenceTexts.send[language])</button></p></form>
        """
    }

    private var days: HTML {
        var choices: [(value: String, words: Text)] = []
        if isSchoolDay { choices.append((frame.today.description, AbsenceTexts.todayIs(frame.today))) }
        choices.append((nextDay.description, AbsenceTexts.next(nextDay, today: frame.today)))
        choices.append(("other", AbsenceTexts.otherDays))
        let chosen = choices.contains { $0.value == typed.day } ? typed.day : choices[0].value
        return choices.html { radio("day", $0.value, $0.words, isChosen: $0.value == chosen) }
    }

    private var reasons: HTML {
        let chosen = typed.reason == "excused" ? "excused" : "ill"
        return [AbsenceCategory.ill, .excused].html {
            radio("reason", $0.rawValue, AbsenceTexts.reason($0), isChosen: $0.rawValue == chosen)
        }
    }

    private func radio(_ name: String, _ value: String, _ words: Text, isChosen: Bool) -> HTML {
        let checked: HTML? = isChosen ? " checked" : nil
        return """
            <label><input type="radio" name="\(name)" value="\(value)"\(checked)><span>\(words[language])</span></label>
            """
    }

    private func dayField(_ name: String, _ label: Text, _ value: String) -> HTML {
        let isBad = problem?.fields.contains { $0.pointer == name } ?? false
        let bad: HTML? = isBad ? " bad" : nil
        let invalid: HTML? = isBad ? " aria-invalid=\"true\" aria-describedby=\"\(name)-err\"" : nil
        let why: HTML? =
            isBad
            ? "<small class=\"err\" id=\"\(name)-err\">\(problem?.title[language] ?? "")</small>" : nil
        return """
            <p class="field grow\(bad)"><label for="\(name)">\(label[language])</label><input type="date" id="\(name)" \
            name="\(name)" value="\(value)" min="\(frame.today.description)"\(invalid)>\(why)</p>
            """
    }

    private var list: HTML {
        guard !notices.isEmpty else { return "<p class=\"card pad\">\(AbsenceTexts.none[language])</p>" }
        return "<ul class=\"card brief plainlist\">\(notices.html(item))</ul>"
    }

    private func item(_ notice: AbsenceNotice) -> HTML {
        let span =
            notice.from == notice.to
            ? notice.from.words(language) : "\(notice.from.words(language)) – \(notice.to.words(language))"
        let sent = AbsenceTexts.sentAt(frame.visit.school.time.moment(notice.at))[language]
        let state = notice.isWithdrawn ? " · " + AbsenceTexts.isWithdrawn[language] : ""
        let content: HTML? = notice.content.isEmpty ? nil : "<small>\(notice.content)</small>"
        return """
            <li><span><b>\(span)</b> \(AbsenceTexts.reason(notice.category)[language])\(content)\
            <small>\(sent)\(state)</small></span>\(withdrawal(notice))</li>
            """
    }

    private func withdrawal(_ notice: AbsenceNotice) -> HTML? {
        guard frame.mayAnnounce, notice.isOwn, !notice.isWithdrawn, notice.to >= frame.today else { return nil }
        return """
            <form method="post" action="\(frame.address("/absence/\(notice.id)/withdraw"))">\(frame.visit.csrfField)\
            <button class="link">\(AbsenceTexts.withdraw[language])</button></form>
            """
    }
}
