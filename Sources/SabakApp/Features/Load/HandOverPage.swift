import HTTPTypes
import SchoolRules
import Web

/// Load that has lost its teacher: given to others page by page, or all at once.
struct HandOverPage {
    let visit: Visit
    let list: LoadToHandOver
    /// What was typed and refused.
    let wish: HandOverWish?
    private var words: Language { visit.language }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = LoadTexts.toHandOver[words]
        let given: HTML? =
            visit.asked.query["note"] == "given"
            ? "<p class=\"say good\" role=\"status\">\(LoadTexts.handedOver[words])</p>" : nil
        let nothing: HTML? =
            list.leaving.isEmpty ? "<p class=\"say\">\(LoadTexts.nothingToHandOver[words])</p>" : nil
        let content: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(LoadTexts.toHandOverWhat[words])</p></div>\
            <p class="acts"><a class="button quiet" href="\(visit.inYear("/load"))">\(LoadTexts.load[words])</a></p>\
            </div>
            \(visit.isAhead ? YearChoice(visit: visit, path: "/load/handover").html : nil)\
            \(wish?.problems.summary(words))\(given)\(nothing)\(list.leaving.html(form))
            """
        return .page(Layout(visit: visit, title: title, place: "/load").html(content), status: status)
    }

    private func form(_ one: LoadToHandOver.Leaving) -> HTML {
        let mine = wish?.leaving == one.id ? wish : nil
        let typed = mine?.typed ?? Form(fields: [("from", max(one.day, visit.today).description)])
        let inputs = Inputs(
            typed: typed, problems: mine?.problems.byField ?? [:], language: words, prefix: "t\(one.id)-")
        return """
            <h2 id="t\(one.id)"><a href="/staff/\(one.id)">\(one.name.full)</a></h2>
            <form class="form card pad" method="post" action="/load/handover#t\(one.id)">\(visit.csrfField)\
            \(visit.yearField)<input type="hidden" name="teacher" value="\(one.id)">
            <p class="sub">\(LoadTexts.leaves(one.day, hours: HoursWords.words(one.hours, words))[words])</p>
            <div class="row">\
            \(inputs.choice("all", LoadTexts.giveAllTo, choices(LoadTexts.nobodyChosen), width: "grow"))\
            \(inputs.text("from", LoadTexts.from, type: "date", isRequired: true))</div>
            <div class="scroll" tabindex="0" role="region" aria-label="\(LoadTexts.toHandOver[words])">\
            <table class="list"><thead><tr><th scope="col">\(LoadTexts.subject[words])</th>\
            <th scope="col" class="num">\(LoadTexts.hours[words])</th>\
            <th scope="col">\(LoadTexts.newTeacher[words])</th></tr></thead>\
            <tbody>\(one.pages.html { row($0, inputs) })</tbody></table></div>
            <p class="acts"><button class="main">\(LoadTexts.handOver[words])</button></p></form>
            """
    }

    private func row(_ page: LoadToHandOver.Page, _ inputs: Inputs) -> HTML {
        let name = "to-\(page.page.id)"
        let title = page.page.title(words)
        let problem = inputs.problems[name]
        let error: HTML? = problem.map { "<small class=\"err\" id=\"\(name)-err\">\($0[words])</small>" }
        let marks: HTML? =
            problem == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"\(name)-err\""
        let chosen = inputs.typed[name] ?? ""
        let options = choices(LoadTexts.asAbove).html { option in
            let mark: HTML? = option.0 == chosen ? " selected" : nil
            return "<option value=\"\(option.0)\"\(mark)>\(option.1)</option>"
        }
        return """
            <tr><th scope="row"><a href="/load/pages/\(page.page.id)">\(title)</a></th>\
            <td class="num">\(HoursWords.number(page.hours, words))</td>\
            <td><select name="\(name)" aria-label="\(LoadTexts.newTeacher[words]): \(title)"\(marks)>\(options)\
            </select>\(error)</td></tr>
            """
    }

    private func choices(_ none: Text) -> [(String, String)] {
        [("", none[words])] + list.teachers.map { ("\($0.id)", $0.name.full) }
    }
}
