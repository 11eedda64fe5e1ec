import SchoolRules
import Web

/// The newest changes: who, when, what, old and new.
struct AuditPage: Sendable {
    let visit: Visit
    let changes: [AuditQueries.Change]
    private var words: Language { visit.language }

    var answer: Answer {
        let title = ControlTexts.changes[words]
        return Layout(visit: visit, title: title, place: "/control", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(ControlTexts.changesWhat[words])</p></div>
            <p class="acts"><a class="button quiet" href="/control">\(ControlTexts.title[words])</a>\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[words])</button></p></div>
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col" class="num">№</th><th scope="col">\(ControlTexts.when[words])</th>\
            <th scope="col">\(ControlTexts.who[words])</th><th scope="col">\(ControlTexts.what[words])</th>\
            <th scope="col">\(ControlTexts.change[words])</th><th scope="col">\(ControlTexts.reason[words])</th></tr>\
            </thead><tbody>\(changes.html(row))</tbody></table></div>
            \(older)
            """)
    }

    private func row(_ change: AuditQueries.Change) -> HTML {
        let moment = visit.school.time.moment(change.at)
        return """
            <tr><td class="num">\(change.seq)</td><td>\(moment.day.short) \(moment.time.description)</td>\
            <td>\(change.actor?.full ?? ControlTexts.program[words])</td><td>\(what(change))</td>\
            <td>\(arrow(change))</td><td>\(change.reason)</td></tr>
            """
    }

    private func what(_ change: AuditQueries.Change) -> HTML {
        let lesson: HTML? = change.lesson.map { lesson in
            let name = lesson.className?.display(words) ?? lesson.groupName
            return """
                <br><a href="/pages/\(lesson.page)">\(name), \(lesson.subject[words])</a> · \(lesson.day.short), \
                \(ControlTexts.lesson(lesson.number)[words])
                """
        }
        let student: HTML? = change.student.map { "<br>\($0.list)" }
        return "<b>\(ControlTexts.action(change.action)[words])</b>\(lesson)\(student)"
    }

    private func arrow(_ change: AuditQueries.Change) -> HTML {
        guard !change.before.isEmpty || !change.after.isEmpty else { return HTML() }
        if let parts = LessonTrace.changes(from: change.before, to: change.after) {
            return parts.enumerated().html { position, part in
                "\(position > 0 ? ", " : "")\(part.isThere ? "+" : "−") \(ControlTexts.part(part.name)[words])"
            }
        }
        return "\(value(change.before)) → \(value(change.after))"
    }

    private func value(_ text: String) -> HTML {
        text.isEmpty ? "<span class=\"none\">\(ControlTexts.empty[words])</span>" : "\(text)"
    }

    private var older: HTML? {
        guard changes.count == AuditQueries.pageLength, let last = changes.last else { return nil }
        return """
            <nav class="pages" aria-label="\(ControlTexts.pages[words])"><a href="/control/audit?before=\(last.seq)" \
            rel="next">\(ControlTexts.older[words])\(Icon.next.html)</a></nav>
            """
    }
}
