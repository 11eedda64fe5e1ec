import HTTPTypes
import SchoolRules
import Web

/// One page of the load: its teachers by date, and how to change them.
struct LoadEditPage {
    let visit: Visit
    let page: TaughtPage
    let rows: [LoadRow]
    let teachers: [ListedTeacher]
    let problems: FormProblems
    private var words: Language { visit.language }

    func answer() -> Answer {
        let title = page.title(words)
        let saved: HTML? =
            visit.asked.query["note"] == "saved"
            ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>" : nil
        let content: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(HoursWords.words(page.hours, words)) · \
            <a href="/load?class=\(page.classID)\(visit.yearQuery)">\(LoadTexts.load[words])</a></p></div></div>
            \(problems.summary(words))\(saved)\(table)\(handOver)\(ending)\(hours)
            """
        let layout = Layout(visit: visit, title: title, place: "/load")
        return .page(layout.html(content), status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private var table: HTML {
        let list = rows.html { row in
            """
            <tr\(row.to < visit.today ? " class=\"left\"" : HTML())><th scope="row">\(row.name.full)</th>\
            <td>\(row.from.short) – \(row.to == .forever ? "" : row.to.short)</td>\
            <td class="num">\(HoursWords.number(row.hours, words))</td></tr>
            """
        }
        let nobody: HTML? = page.teachers.isEmpty ? "<p class=\"say warn\">\(LoadTexts.nobody[words])</p>" : nil
        return """
            \(nobody)<table class="list"><thead><tr><th scope="col">\(LoadTexts.teacher[words])</th>\
            <th scope="col">\(LoadTexts.dates[words])</th><th scope="col" class="num">\(LoadTexts.hours[words])</th>\
            </tr>\
            </thead><tbody>\(list)</tbody></table>
            """
    }

    private var current: [(String, String)] {
        rows.filter { $0.to >= visit.today }.map { ("\($0.teacher)", $0.name.full) }
    }

    private var handOver: HTML {
        let form = visit.asked.form
        let typed = Form(fields: [
            ("old", form["old"] ?? current.first?.0 ?? ""), ("teacher", form["teacher"] ?? ""),
            ("from", form["from"] ?? visit.today.description), ("hours", form["hours"] ?? ""),
        ])
        let inputs = Inputs(typed: typed, problems: problems.byField, language: words, prefix: "give-")
        let leaving = current.map { ($0.0, LoadTexts.instead($0.1)[words]) } + [("0", LoadTexts.oneMore[words])]
        let choices = [("", "—")] + teachers.map { ("\($0.id)", $0.name.full) }
        return """
            <h2>\(LoadTexts.giveToTeacher[words])</h2>
            <form class="form card pad" method="post" action="/load/pages/\(page.id)/teacher">\(visit.csrfField)
            <div class="row">\(inputs.choice("teacher", LoadTexts.teacher, choices, width: "grow", isRequired: true))\
            \(inputs.choice("old", LoadTexts.how, leaving, width: "grow"))</div>
            <div class="row">\(inputs.text("from", LoadTexts.from, type: "date", isRequired: true))\
            \(inputs.text("hours", LoadTexts.hours, width: "short"))</div>
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button></p></form>
            """
    }

    private var ending: HTML? {
        guard !current.isEmpty else { return nil }
        let typed = Form(fields: [("old", current[0].0), ("to", visit.today.description)])
        let inputs = Inputs(typed: typed, problems: problems.byField, language: words, prefix: "end-")
        return """
            <h2>\(LoadTexts.endWithout[words])</h2>
            <form class="form card pad" method="post" action="/load/pages/\(page.id)/end">\(visit.csrfField)
            <div class="row">\(inputs.choice("old", LoadTexts.teacher, current, width: "grow"))\
            \(inputs.text("to", LoadTexts.lastDay, type: "date", isRequired: true))</div>
            <p class="acts"><button>\(LoadTexts.end[words])</button></p></form>
            """
    }

    private var hours: HTML {
        let typed = Form(fields: [("hours", HoursWords.number(page.hours, words))])
        let inputs = Inputs(typed: typed, problems: problems.byField, language: words, prefix: "page-")
        return """
            <h2>\(LoadTexts.hoursAWeek[words])</h2>
            <form class="form card pad" method="post" action="/load/pages/\(page.id)/hours">\(visit.csrfField)
            <div class="row">\(inputs.text("hours", LoadTexts.hours, isRequired: true, width: "short"))\
            <p class="acts"><button>\(ShellTexts.save[words])</button></p></div></form>
            """
    }
}

/// A new row of the load, for a class that is chosen already.
struct NewLoadPage {
    let visit: Visit
    let offer: LoadOffer
    let wish: LoadWish?
    private var words: Language { visit.language }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let whom = offer.className?.display(words) ?? LoadTexts.acrossClasses[words]
        let title = "\(LoadTexts.add[words]) · \(whom)"
        let content: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(LoadTexts.makesPage[words])</p></div></div>
            \(wish?.problems.summary(words))\(form)
            """
        return .page(Layout(visit: visit, title: title, place: "/load", frame: .thin).html(content), status: status)
    }

    private var form: HTML {
        let typed =
            wish?.form
            ?? Form(fields: [
                ("group", offer.classID == 0 ? "new" : "class"), ("from", visit.today.description),
            ])
        let inputs = Inputs(typed: typed, problems: wish?.problems.byField ?? [:], language: words)
        let subjects = [("", "—")] + offer.subjects.map { ("\($0.id)", $0.names[words]) }
        let teachers = [("", LoadTexts.nobody[words])] + offer.teachers.map { ("\($0.id)", $0.name.full) }
        return """
            <form class="form" method="post" action="/load" data-guard="load-\(offer.classID)">\(visit.csrfField)
            <input type="hidden" name="class" value="\(offer.classID)">\(visit.yearField)
            \(inputs.choice("subject", LoadTexts.subject, subjects, isRequired: true))
            <div class="row">\(inputs.choice("group", LoadTexts.group, groups, width: "grow"))\
            \(inputs.text("name", LoadTexts.newGroupName, width: "grow", hint: LoadTexts.newGroupHint))</div>
            \(inputs.choice("teacher", LoadTexts.teacher, teachers))
            <div class="row">\(inputs.text("hours", LoadTexts.hoursAWeek, isRequired: true, hint: LoadTexts.hoursHint))\
            \(inputs.text("from", LoadTexts.from, type: "date", isRequired: true))</div>
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button>\
            <a class="button quiet" href="\(back)">\(ShellTexts.cancel[words])</a></p></form>
            """
    }

    private var back: String { visit.inYear("/load") }

    private var groups: [(String, String)] {
        let whole = offer.classID == 0 ? [] : [("class", LoadTexts.wholeClass[words])]
        let known = offer.groups.map { ("group-\($0.id)", $0.name) }
        let students = offer.students.map { ("student-\($0.id)", LoadTexts.individual($0.name.list)[words]) }
        return whole + known + [("new", LoadTexts.newGroup[words])] + students
    }
}
