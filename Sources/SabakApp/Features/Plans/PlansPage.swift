import HTTPTypes
import SchoolRules
import Web

/// The list of plans, and the form for a new one.
enum PlansPage {
    static func answer(_ visit: Visit, typed: (form: Form, refusal: Refusal)?) throws -> Answer {
        let (plans, attached, pages) = try visit.read { connection in
            let plans = try PlansQueries.plans(for: visit, in: connection)
            let attached = try PlansQueries.attached(
                to: plans.map(\.id), school: visit.school.id, in: connection)
            let pages = visit.may(.writePlan) ? try PlansQueries.ownPages(of: visit, in: connection) : []
            return (plans, attached, pages)
        }
        let words = visit.language
        let layout = Layout(visit: visit, title: PlansTexts.title[words], place: "/plans", frame: .page)
        let note: HTML? =
            visit.asked.query["note"] == "removed"
            ? "<p class=\"say good\" role=\"status\">\(PlansTexts.removed[words])</p>" : nil
        let list: HTML =
            plans.isEmpty
            ? "<p>\(PlansTexts.none[words])</p>" : table(plans, attached, visit)
        let page = layout.html(
            """
            <div class="head"><div><h1>\(PlansTexts.title[words])</h1><p class="sub">\(PlansTexts.what[words])</p></div>
            <p class="acts">\(ImportLink.button(.plan, visit))</p></div>
            \(note)\(list)\(visit.may(.writePlan) ? form(visit, pages, typed) : nil)
            """)
        return .page(page, status: typed?.refusal.status ?? .ok)
    }

    private static func table(_ plans: [FoundPlan], _ attached: [Int64: [PlansQueries.Attached]], _ visit: Visit)
        -> HTML
    {
        let words = visit.language
        let rows = plans.html { plan in
            let classes = (attached[plan.id] ?? []).map {
                LessonWords.place($0.className, group: $0.group, words)
            }.joined(separator: ", ")
            let mine: HTML? =
                plan.author == visit.person.id
                ? " <span class=\"tag\">\(PlansTexts.mine[words])</span>" : nil
            return """
                <tr><th scope="row"><a href="/plans/\(plan.id)">\(plan.title)</a>\(mine)</th>\
                <td>\(plan.subjectNames[words]), \(plan.grade)</td><td>\(plan.authorName?.short ?? "—")</td>\
                <td class="num">\(plan.rows)</td><td class="num">\(hours(plan.hours))</td>\
                <td>\(classes.isEmpty ? "—" : classes)</td></tr>
                """
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(PlansTexts.title[words])"><table class="list">
            <thead><tr><th scope="col">\(PlansTexts.plan[words])</th><th scope="col">\(PlansTexts.subject[words])</th>\
            <th scope="col">\(PlansTexts.author[words])</th>\
            <th scope="col" class="num">\(PlansTexts.topics[words])</th>\
            <th scope="col" class="num">\(PlansTexts.hours[words])</th>\
            <th scope="col">\(PlansTexts.attachedTo[words])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    /// "68" or "0,5" from hundredths.
    static func hours(_ hundredths: Int) -> String {
        hundredths % 100 == 0
            ? String(hundredths / 100) : Fraction(hundredths: hundredths).rounded(decimals: 2, separator: ",")
    }

    private static func form(_ visit: Visit, _ pages: [PlanPageOfTeacher], _ typed: (form: Form, refusal: Refusal)?)
        -> HTML
    {
        let words = visit.language
        var seen: Set<String> = []
        let subjects = pages.filter { seen.insert(PlanFields.key($0)).inserted && $0.grade > 0 }
        var inputs = Inputs(language: words, prefix: "new-")
        if let typed {
            inputs.typed = typed.form
            inputs.problems = PlanPage.problems(typed.refusal)
        }
        let options = subjects.map { page in
            (value: PlanFields.key(page), words: "\(page.subjectNames[words]), \(page.grade)")
        }
        let checked: HTML? = typed == nil || typed?.form["attach"] == "1" ? " checked" : nil
        let open: HTML? = typed == nil ? nil : " open"
        return """
            <details class="add" id="add"\(open)><summary>\(PlansTexts.add[words])</summary>
            <form class="form" method="post" action="/plans" data-guard="plan-new">\(visit.csrfField)
            <div class="row">\(inputs.text("title", PlansTexts.name, isRequired: true, width: "grow"))\
            \(inputs.choice("subject", PlansTexts.subject, options, isRequired: true))</div>
            \(inputs.area("topics", PlansTexts.lines, rows: 10))
            <p class="hint">\(PlansTexts.linesHint[words])</p>
            <p class="check"><input type="checkbox" id="new-attach" name="attach" value="1"\(checked)>\
            <label for="new-attach">\(PlansTexts.attachNow[words])</label></p>
            <p class="acts"><button class="main">\(PlansTexts.make[words])</button></p></form></details>
            """
    }
}
