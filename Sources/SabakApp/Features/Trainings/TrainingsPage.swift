import SchoolRules
import Web

/// The trainings held, newest first.
struct TrainingsPage: Sendable {
    let visit: Visit
    let rows: [TrainingQueries.Training]
    let form: Inputs
    private var words: Language { visit.language }

    var answer: Answer {
        let title = SetupTexts.trainings[words]
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"sub\">\(TrainingTexts.none[words])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col">\(TrainingTexts.day[words])</th><th scope="col">\(TrainingTexts.topic[words])</th>\
            <th scope="col" class="num">\(TrainingTexts.attended[words])</th>\
            <th scope="col">\(TrainingTexts.holder[words])</th></tr></thead><tbody>\
            \(rows.html(row))</tbody></table></div>
            """
        return Layout(visit: visit, title: title, place: "/readiness").answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(TrainingTexts.what[words])</p></div>\
            <p class="acts"><button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            \(SetupPlaces.navigation(visit, at: .trainings))\(list)
            <h2>\(TrainingTexts.add[words])</h2>
            <form class="form card pad" method="post" action="/trainings">\(visit.csrfField)
            <div class="row">\(form.text("day", TrainingTexts.day, type: "date", isRequired: true))\
            \(form.text("topic", TrainingTexts.topic, isRequired: true, width: "grow"))</div>
            \(form.text("note", TrainingTexts.note))
            <p class="acts"><button class="main">\(TrainingTexts.further[words])</button></p></form>
            """)
    }

    private func row(_ row: TrainingQueries.Training) -> HTML {
        """
        <tr><td>\(row.day.short)</td><th scope="row"><a href="/trainings/\(row.id)">\(row.topic)</a>\
        <small>\(row.note)</small></th><td class="num">\(row.attended)</td><td>\(row.holder?.short ?? "—")</td></tr>
        """
    }
}

/// One training with the list of who was there, which prints as the sheet of attendance.
struct TrainingPage: Sendable {
    let visit: Visit
    let training: TrainingQueries.Training
    let people: [TrainingQueries.Attendant]
    private var words: Language { visit.language }

    var answer: Answer {
        let saved: HTML? =
            visit.asked.query["note"] == "saved"
            ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>" : nil
        return Layout(visit: visit, title: training.topic, place: "/readiness").answer(
            """
            <div class="head"><div><h1>\(training.topic)</h1>\
            <p class="sub">\(training.day.longWords(words)) · \(TrainingTexts.attended[words]): \(training.attended)\
            </p></div><p class="acts"><a class="button quiet" href="/trainings">\(Icon.back.html)\
            \(SetupTexts.trainings[words])</a><button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            \(saved)<p>\(training.note)</p>
            <form class="form" method="post" action="/trainings/\(training.id)">\(visit.csrfField)
            <ul class="people-there">\(people.html(line))</ul>
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button></p></form>
            <form method="post" action="/trainings/\(training.id)/remove">\(visit.csrfField)\
            <p class="acts"><button class="link quiet">\(TrainingTexts.remove[words])</button></p></form>
            """)
    }

    private func line(_ person: TrainingQueries.Attendant) -> HTML {
        let checked: HTML? = person.isThere ? " checked" : nil
        return """
            <li><label class="check"><input type="checkbox" name="person" value="\(person.id)"\(checked)>\
            <span>\(person.name.full)<small>\(person.position)</small></span></label></li>
            """
    }
}

enum TrainingTexts {
    static let what = Text(
        ky: "Мугалимдерге журнал боюнча эмне үйрөтүлдү жана ким катышты.",
        ru: "Чему учили сотрудников по журналу и кто присутствовал.",
        kk: "Мұғалімдерге журнал бойынша не үйретілді және кім қатысты.",
        en: "What the staff was taught about the journal, and who was there.")
    static let none = Text(
        ky: "Азырынча окутуу жазылган эмес.", ru: "Занятий пока нет.", kk: "Әзірше оқыту жазылмаған.",
        en: "No trainings yet.")
    static let day = Text(ky: "Күнү", ru: "Дата", kk: "Күні", en: "Date")
    static let topic = Text(ky: "Тема", ru: "Тема", kk: "Тақырып", en: "Topic")
    static let note = Text(ky: "Кошумча", ru: "Примечание", kk: "Ескертпе", en: "Note")
    static let attended = Text(ky: "Катышты", ru: "Присутствовали", kk: "Қатысты", en: "Attended")
    static let holder = Text(ky: "Жазган", ru: "Записал(а)", kk: "Жазған", en: "Entered by")
    static let add = Text(ky: "Окутууну кошуу", ru: "Добавить занятие", kk: "Оқытуды қосу", en: "Add a training")
    static let further = Text(
        ky: "Ким катышканын белгилөө", ru: "Отметить, кто был", kk: "Кім қатысқанын белгілеу",
        en: "Say who was there")
    static let remove = Text(ky: "Өчүрүү", ru: "Удалить занятие", kk: "Жою", en: "Remove")
    static let noDay = Text(ky: "Күнүн көрсөтүңүз.", ru: "Укажите дату.", kk: "Күнін көрсетіңіз.", en: "Give the date.")
    static let noTopic = Text(
        ky: "Темасын жазыңыз.", ru: "Напишите тему.", kk: "Тақырыбын жазыңыз.", en: "Write the topic.")
}
