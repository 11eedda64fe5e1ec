import SchoolRules
import Web

/// Homework by the day it is due, with the family's own tick, and announced works.
struct AheadSection {
    let frame: DiaryFrame
    let shown: Day
    let ahead: HomeworkAhead

    private var language: Language { frame.language }

    func html() -> HTML {
        var part = ahead.days.html { day in
            let tasks = ahead.tasks.filter { $0.due == day }
            return """
                <h2>\(DiaryTexts.homeworkFor(day, today: frame.today)[language])</h2>\
                <ul class="card tasks">\(tasks.html(task))</ul>
                """
        }
        if ahead.tasks.isEmpty {
            part.append(
                """
                <h2>\(DiaryTexts.homework[language])</h2><p class="card pad">\(DiaryTexts.nothingAhead[language])</p>
                """)
        }
        if !ahead.debts.isEmpty {
            part.append(
                """
                <h2>\(DebtTexts.title[language])</h2><ul class="card brief plainlist">\(ahead.debts.html(debt))</ul>
                """)
        }
        if !ahead.works.isEmpty {
            part.append(
                """
                <h2>\(DiaryTexts.announcedWorks[language])</h2><ul class="card brief plainlist">\
                \(ahead.works.html(work))</ul>
                """)
        }
        if !frame.isPreview {
            part.append("<p><a href=\"\(frame.address("/works"))\">\(DiaryTexts.allWorks[language])</a></p>")
        }
        return part
    }

    private func task(_ task: HomeworkAhead.Task) -> HTML {
        let own: HTML? =
            task.own.isEmpty
            ? nil : "<p><span class=\"tag\">\(DiaryTexts.ownHomework[language])</span></p><p>\(task.own)</p>"
        let general: HTML? = task.text.isEmpty ? nil : "<p>\(task.text)</p>"
        let mark: HTML? = task.own.isEmpty ? nil : " class=\"own\""
        return """
            <li\(mark)><div class="what"><h3>\(task.subject)</h3>\(general)\(own)</div>\(tick(task))</li>
            """
    }

    private func tick(_ task: HomeworkAhead.Task) -> HTML? {
        if frame.isPreview { return task.isDone ? "<p class=\"sub\">✓ \(DiaryTexts.done[language])</p>" : nil }
        return """
            <form method="post" action="\(frame.address("/done"))">\(frame.visit.csrfField)\
            <input type="hidden" name="day" value="\(shown.description)">\
            <input type="hidden" name="done" value="\(task.isDone ? "0" : "1")">\
            <button class="link" name="lesson" value="\(task.lesson)" aria-pressed="\(task.isDone ? "true" : "false")">\
            <span aria-hidden="true">\(task.isDone ? "☑" : "☐")</span> \(DiaryTexts.done[language])\
            <span class="sr">: \(task.subject)</span></button></form>
            """
    }

    private func debt(_ debt: OpenDebt) -> HTML {
        let kind = debt.topic.isEmpty ? debt.day.words(language) : "\(debt.day.words(language)) · \(debt.topic)"
        let turned = debt.turned.map { " → " + $0 } ?? ""
        let late: HTML? = debt.debt.due < frame.today ? " class=\"tag late\"" : " class=\"tag\""
        return """
            <li><span><b>\(debt.subject[language])</b> <span\(late)>\(DebtTexts.until(debt.debt.due)[language])\
            \(turned)\
            </span> <small>\(kind)</small></span></li>
            """
    }

    private func work(_ work: HomeworkAhead.Work) -> HTML {
        let kind = work.kind.lowercasedFirst
        let words = work.topic.isEmpty ? kind : "\(kind) · \(work.topic)"
        return """
            <li><span><b>\(work.day.words(language)), \(work.day.weekdayWord(language))</b> \(work.subject) \
            <small>\(words)</small></span></li>
            """
    }
}
