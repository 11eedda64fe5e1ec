import HTTPTypes
import SchoolRules
import Web

/// Who is away, which lessons that leaves, and who may hold them.
struct SubstitutionsPage {
    let visit: Visit
    let board: SubstitutionBoard
    let problem: Text?
    private var words: Language { visit.language }
    private var day: Day { board.view.day }

    func answer() -> Answer {
        let title = SubstitutionTexts.substitutions[words]
        let content: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(day.weekdayWord(words)), \
            \(day.longWords(words))</p></div>
            \(steps)<p class="acts"><button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])\
            </button></p></div>
            \(problem.map { "<p class=\"say bad\" role=\"alert\">\($0[words])</p>" as HTML })\(note)\(named)
            <h2>\(SubstitutionTexts.whoIsAway[words])</h2>\(choice)\(form)
            """
        let layout = Layout(visit: visit, title: title, place: "/substitutions", frame: .wide)
        return .page(layout.html(content), status: problem == nil ? .ok : .unprocessableContent)
    }

    private var steps: HTML {
        """
        <nav class="step" aria-label="\(SubstitutionTexts.chooseDay[words])">\
        <a href="/substitutions?day=\(day.adding(-1).description)" aria-label="\(ShellTexts.previous[words])">\
        \(Icon.back.html)</a><a href="/substitutions">\(ShellTexts.today[words])</a>\
        <a href="/substitutions?day=\(day.adding(1).description)" aria-label="\(ShellTexts.following[words])">\
        \(Icon.next.html)</a></nav>
        """
    }

    private var note: HTML? {
        if let count = visit.asked.query["named"].flatMap({ Int($0) }) {
            return "<p class=\"say good\" role=\"status\">\(SubstitutionTexts.named(count)[words])</p>"
        }
        return visit.asked.query["note"] == "withdrawn"
            ? "<p class=\"say good\" role=\"status\">\(SubstitutionTexts.withdrawn[words])</p>" : nil
    }

    private var named: HTML? {
        guard !board.substituted.isEmpty else { return nil }
        let rows = board.substituted.html { lesson in
            guard let substitute = lesson.substitute else { return HTML() }
            let page = board.pages[lesson.page]
            return """
                <tr><th scope="row">\(DateWords.clock(lesson.start))<small>\
                \(SubstitutionTexts.lesson(lesson.number)[words])\
                </small></th><td>\(page?.title(words) ?? "—")</td>\
                <td data-l="\(SubstitutionTexts.absentTeacher[words])">\(page?.teacherNames ?? "—")</td>\
                <td><span class="tag subst">\(SubstitutionTexts.substitution[words])</span> \(substitute.name.full)\
                </td>\
                <td>\(SubstitutionReason.words(substitute.reason)[words])</td>\
                <td data-l="\(SubstitutionTexts.order[words])">\(substitute.order)</td>\
                <td class="acts"><form method="post" action="/substitutions/withdraw">\(visit.csrfField)\
                <input type="hidden" name="lesson" value="\(lesson.id)"><input type="hidden" name="id" \
                value="\(substitute.substitution)"><input type="hidden" name="day" value="\(day.description)">\
                <input type="hidden" name="teacher" value="\(board.view.teacher)"><button class="link">\
                \(SubstitutionTexts.withdraw[words])<span class="sr">: \(page?.title(words) ?? ""), \
                \(DateWords.clock(lesson.start))</span></button></form></td></tr>
                """
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(SubstitutionTexts.substitutions[words])">\
            <table class="list stack"><thead><tr><th scope="col">\(SubstitutionTexts.time[words])</th>\
            <th scope="col">\(SubstitutionTexts.page[words])</th><th scope="col">\
            \(SubstitutionTexts.absentTeacher[words])</th>\
            <th scope="col">\(SubstitutionTexts.substitute[words])</th><th scope="col">\
            \(SubstitutionTexts.reason[words])</th>\
            <th scope="col">\(SubstitutionTexts.order[words])</th><th scope="col"><span class="sr">\
            \(SubstitutionTexts.actions[words])</span></th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private var choice: HTML {
        let typed = Form(fields: [("day", day.description), ("teacher", "\(board.view.teacher)")])
        let inputs = Inputs(typed: typed, language: words)
        let vacancy = board.hasVacancies ? [("-1", SubstitutionTexts.nobodysLessons[words])] : []
        let teachers =
            [("0", "—")] + vacancy
            + board.teachers.map { one in
                ("\(one.teacher.id)", "\(one.teacher.name.full) · \(PublishingNote.lessons(one.count)[words])")
            }
        return """
            <form class="filter" method="get" role="search">\(inputs.text("day", SubstitutionTexts.day, type: "date"))\
            \(inputs.choice("teacher", SubstitutionTexts.absentTeacher, teachers, width: "grow"))\
            <p class="acts"><button>\(SubstitutionTexts.show[words])</button></p></form>
            """
    }

    private var form: HTML? {
        guard board.view.teacher != 0 else { return nil }
        guard !board.toSubstitute.isEmpty else { return "<p>\(SubstitutionTexts.noLessons[words])</p>" }
        let sent = visit.asked.form
        let typed = Form(fields: [
            ("reason", sent["reason"] ?? "illness"), ("own", sent["own"] ?? ""), ("order", sent["order"] ?? ""),
        ])
        let inputs = Inputs(typed: typed, language: words)
        let reasons = [("", "—")] + SubstitutionReason.allCases.map { ($0.rawValue, $0.text[words]) }
        return """
            <form class="form" method="post" action="/substitutions">\(visit.csrfField)
            <input type="hidden" name="day" value="\(day.description)"><input type="hidden" name="teacher" \
            value="\(board.view.teacher)">
            <div class="scroll" tabindex="0" role="region" aria-label="\(SubstitutionTexts.lessonsToHold[words])">\
            <table class="list stack"><thead><tr><th scope="col">\(SubstitutionTexts.time[words])</th>\
            <th scope="col">\(SubstitutionTexts.page[words])</th><th scope="col">\(SubstitutionTexts.room[words])</th>\
            <th scope="col">\(SubstitutionTexts.substitute[words])</th></tr></thead>\
            <tbody>\(board.toSubstitute.html(row))</tbody></table></div>
            <div class="row">\(inputs.choice("reason", SubstitutionTexts.reason, reasons))\
            \(inputs.text("own", SubstitutionTexts.ownReason, width: "grow"))\
            \(inputs.text("order", SubstitutionTexts.order))</div>
            <p class="acts"><button class="main">\(SubstitutionTexts.nameThem[words])</button>\
            <a class="button quiet" href="/schedule?day=\(day.description)">\
            \(SubstitutionTexts.cancelInstead[words])</a></p>\
            </form>
            """
    }

    private func row(_ lesson: DayLesson) -> HTML {
        let page = board.pages[lesson.page]
        let label =
            "\(SubstitutionTexts.substitute[words]): \(page?.title(words) ?? ""), \(DateWords.clock(lesson.start))"
        return """
            <tr><th scope="row">\(DateWords.clock(lesson.start))–\(DateWords.clock(lesson.end))<small>\
            \(SubstitutionTexts.lesson(lesson.number)[words])</small></th><td>\(page?.title(words) ?? "—")</td>\
            <td data-l="\(SubstitutionTexts.room[words])">\(lesson.room)</td>\
            <td><select name="substitute-\(lesson.id)" aria-label="\(label)">\
            <option value="">—</option>\
            \(options(lesson))</select></td></tr>
            """
    }

    private func options(_ lesson: DayLesson) -> HTML {
        let chosen = visit.asked.form["substitute-\(lesson.id)"].flatMap { Int64($0) } ?? lesson.substitute?.person
        let candidates = board.candidates(for: lesson)
        func group(_ label: Text, _ people: [SubstitutionBoard.Candidate]) -> HTML {
            guard !people.isEmpty else { return HTML() }
            let list = people.html { one in
                let selected: HTML? = one.teacher.id == chosen ? " selected" : nil
                return "<option value=\"\(one.teacher.id)\"\(selected)>\(one.teacher.name.full)</option>"
            }
            return "<optgroup label=\"\(label[words])\">\(list)</optgroup>"
        }
        return """
            \(group(SubstitutionTexts.sameSubject, candidates.filter(\.isOfSubject)))\
            \(group(SubstitutionTexts.otherFree, candidates.filter { !$0.isOfSubject }))
            """
    }
}
