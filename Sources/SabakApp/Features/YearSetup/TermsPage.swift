import HTTPTypes
import SchoolRules
import Web

/// What the pages of the school year have in common.
struct YearFrame {
    let visit: Visit
    let place: YearPlaces
    let problems: FormProblems

    var words: Language { visit.language }
    var mayWrite: Bool { visit.may(.writeCalendar) }

    func answer(_ content: HTML, status: HTTPResponse.Status) -> Answer {
        let title = YearSetupTexts.year(visit.year)[words]
        let html: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(YearSetupTexts.fromProfile[words])</p></div></div>
            \(place.navigation(words))\(problems.summary(words))\(PublishingNote.html(visit.asked.query["done"], words))
            \(mayWrite ? nil : "<p class=\"say\">\(YearSetupTexts.readOnly[words])</p>" as HTML)\(content)
            """
        return .page(Layout(visit: visit, title: title, place: "/year").html(html), status: status)
    }

    /// The form's content; without the right to write it cannot be changed.
    func guarded(_ fields: HTML) -> HTML {
        mayWrite ? fields : "<fieldset disabled class=\"bare\">\(fields)</fieldset>"
    }

    func error(_ field: String) -> HTML? {
        problems.words(field, words).map { "<small class=\"err\" id=\"\(field)-err\">\($0)</small>" }
    }

    func marks(_ field: String) -> HTML? {
        problems[field] == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"\(field)-err\""
    }
}

/// The terms as a table to edit.
struct TermsPage {
    let visit: Visit
    let change: TermsChange
    var wish: NewTerm?
    private var words: Language { visit.language }
    private var frame: YearFrame {
        YearFrame(visit: visit, place: .terms, problems: wish?.problems ?? change.problems)
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let save: HTML? =
            frame.mayWrite
            ? "<p class=\"acts\"><button class=\"main\">\(ShellTexts.save[words])</button></p>" : nil
        let content: HTML = """
            <form class="form" method="post" action="/year/terms" data-guard="terms">\(visit.csrfField)
            \(frame.guarded(table))\(save)</form>\(frame.mayWrite ? adding : nil)
            """
        return frame.answer(content, status: status)
    }

    private var table: HTML {
        """
        <fieldset><legend>\(YearSetupTexts.terms[words])</legend><table class="edit"><thead><tr>\
        <th scope="col">\(YearSetupTexts.term[words])</th><th scope="col">\(YearSetupTexts.from[words])</th>\
        <th scope="col">\(YearSetupTexts.to[words])</th><th scope="col">\(YearSetupTexts.grades[words])</th>\
        <th scope="col">\(YearSetupTexts.remove[words])</th></tr></thead><tbody>\(change.lines.html(row))</tbody>\
        </table>\
        </fieldset>
        """
    }

    private func row(_ line: TermsChange.Line) -> HTML {
        let id = line.term.id
        let name = YearSetupTexts.term(line.term)[words]
        let grades = line.grades.isEmpty ? "" : " (\(line.grades))"
        let closed: HTML? = line.term.isClosed ? " <span class=\"tag\">\(YearSetupTexts.closedTag[words])</span>" : nil
        let checked: HTML? = line.isRemoved ? " checked" : nil
        return """
            <tr><th scope="row">\(name)\(closed)</th>\
            <td>\(date("from-\(id)", line.from, "\(YearSetupTexts.from[words]): \(name)\(grades)"))</td>\
            <td>\(date("to-\(id)", line.to, "\(YearSetupTexts.to[words]): \(name)\(grades)"))</td>\
            <td><input name="grades-\(id)" value="\(line.grades)" size="6" \
            aria-label="\(YearSetupTexts.grades[words]): \(name)\(grades)"\(frame.marks("grades-\(id)"))>\
            \(frame.error("grades-\(id)"))</td>\
            <td><input type="checkbox" name="remove-\(id)" value="1"\(checked) \
            aria-label="\(YearSetupTexts.remove[words]): \(name)\(grades)"></td></tr>
            """
    }

    private func date(_ field: String, _ value: String, _ label: String) -> HTML {
        """
        <input type="date" name="\(field)" value="\(value)" aria-label="\(label)"\(frame.marks(field))>\
        \(frame.error(field))
        """
    }

    private var adding: HTML {
        let typed = Form(fields: [
            ("kind", wish?.kind ?? ""), ("number", wish?.number ?? ""), ("grades", wish?.grades ?? ""),
            ("from", wish?.from ?? ""), ("to", wish?.to ?? ""),
        ])
        let inputs = Inputs(typed: typed, problems: wish?.problems.byField ?? [:], language: words, prefix: "new-")
        let kinds = TermKind.allCases.map { ($0.rawValue, YearSetupTexts.kind($0)[words]) }
        let open: HTML? = wish == nil ? nil : " open"
        return """
            <details class="add"\(open)><summary>\(YearSetupTexts.addTerm[words])</summary>
            <form class="form" method="post" action="/year/terms/add">\(visit.csrfField)
            <div class="row">\(inputs.choice("kind", YearSetupTexts.kindWord, kinds))\
            \(inputs.text("number", YearSetupTexts.number, type: "number", isRequired: true, width: "short"))\
            \(inputs.text("grades", YearSetupTexts.grades, width: "short", hint: YearSetupTexts.gradesHint))</div>
            <div class="row">\(inputs.text("from", YearSetupTexts.from, type: "date", isRequired: true))\
            \(inputs.text("to", YearSetupTexts.to, type: "date", isRequired: true))</div>
            <p class="acts"><button class="main">\(YearSetupTexts.add[words])</button></p></form></details>
            """
    }
}
