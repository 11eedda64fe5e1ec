import HTTPTypes
import SchoolRules
import Web

/// One plan: read by all who may, changed by its author, attached to own pages.
struct PlanPage {
    let visit: Visit
    let plan: FoundPlan
    let rows: [PlanRow]
    let kinds: [KindOfWork]
    let held: [Int: [PlansQueries.Held]]
    let pages: [PlanPageOfTeacher]
    let typed: (form: Form, refusal: Refusal)?
    private var words: Language { visit.language }
    private var mayWritePlans: Bool { visit.may(.writePlan) }
    private var isMine: Bool { plan.author == visit.person.id && mayWritePlans }

    static func answer(_ visit: Visit, _ id: Int64, typed: (form: Form, refusal: Refusal)?) throws -> Answer {
        let page = try visit.read { connection in
            guard let plan = try PlansQueries.plan(id, visit, in: connection) else { throw Refusal.notFound }
            return PlanPage(
                visit: visit, plan: plan,
                rows: try PlansQueries.rows(of: id, school: visit.school.id, in: connection),
                kinds: try SchoolFacts.kindsOfWork(school: visit.school.id, in: connection),
                held: try PlansQueries.held(id, for: visit, in: connection),
                pages: visit.may(.writePlan)
                    ? try PlansQueries.ownPages(of: visit, in: connection).filter { $0.fits(plan) } : [],
                typed: typed)
        }
        return page.answer()
    }

    /// What is wrong, by the field's name.
    static func problems(_ refusal: Refusal) -> [String: Text] {
        Dictionary(refusal.fields.map { ($0.pointer, $0.words) }, uniquingKeysWith: { first, _ in first })
    }

    private func answer() -> Answer {
        let sub = [
            "\(plan.subjectNames[words]), \(plan.grade)", PlansTexts.topicCount(plan.rows)[words],
            PlansTexts.hours(PlansPage.hours(plan.hours))[words], plan.authorName?.short ?? "",
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        let layout = Layout(visit: visit, title: plan.title, place: "/plans", frame: .wide)
        let page = layout.html(
            """
            <div class="head"><div><h1>\(plan.title)</h1><p class="sub">\(sub)</p></div>
            <p class="acts"><a class="button" href="/plans">\(PlansTexts.back[words])</a></p></div>
            \(says)\(mayWritePlans ? attaching : nil)\(isMine ? form : table)\(mayWritePlans ? deeds : nil)
            """)
        return .page(page, status: typed?.refusal.status ?? .ok)
    }

    private var says: HTML? {
        if let refusal = typed?.refusal {
            let why = refusal.fields.first?.words[words] ?? refusal.advice[words]
            return "<p class=\"say bad\" role=\"alert\">\(why)</p>"
        }
        let said: Text? =
            switch visit.asked.query["note"] {
            case "made": PlansTexts.made
            case "saved": ShellTexts.saved
            case "attached": PlansTexts.attached
            case "copied": PlansTexts.copied
            default: nil
            }
        return said.map { "<p class=\"say good\" role=\"status\">\($0[words])</p>" }
    }

    private func heads(_ columns: [Text]) -> HTML {
        "<thead><tr>\(columns.html { "<th scope=\"col\">\($0[words])</th>" })</tr></thead>"
    }

    private var table: HTML {
        let lines = rows.html { row in
            """
            <tr><td>\(row.number)</td><th scope="row">\(row.topic)<small>\(row.section)</small></th>\
            <td>\(PlansPage.hours(row.hours))</td><td>\(kinds.first { $0.id == row.kind }?.names[words] ?? "")</td>\
            <td>\(row.homework)</td><td>\(dates(row.number))</td></tr>
            """
        }
        let columns = [
            PlansTexts.number, PlansTexts.topic, PlansTexts.hours, PlansTexts.kind,
            PlansTexts.homework, PlansTexts.held,
        ]
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(plan.title)"><table class="list">\
            \(heads(columns))<tbody>\(lines)</tbody></table></div>
            """
    }

    /// "7-А 12.11, 7-Б 13.11".
    private func dates(_ number: Int) -> String {
        (held[number] ?? []).prefix(6).map { lesson in
            "\(LessonWords.place(lesson.className, group: lesson.group, words)) \(lesson.day.short.prefix(5))"
        }.joined(separator: ", ")
    }

    private var form: HTML {
        var inputs = Inputs(language: words)
        inputs.typed = typed?.form ?? Form(fields: [(name: "title", value: plan.title)])
        inputs.problems = typed.map { Self.problems($0.refusal) } ?? [:]
        let columns = [
            PlansTexts.number, PlansTexts.section, PlansTexts.topic, PlansTexts.hours, PlansTexts.kind,
            PlansTexts.homework, PlansTexts.held,
        ]
        return """
            <form class="form" method="post" action="/plans/\(plan.id)" data-guard="plan-\(plan.id)" \
            data-version="\(plan.version)">\(visit.csrfField)\
            <input type="hidden" name="version" value="\(plan.version)">
            \(inputs.text("title", PlansTexts.name, isRequired: true, width: "grow"))
            <p class="hint">\(PlansTexts.rowsHint[words])</p>
            <div class="scroll" tabindex="0" role="region" aria-label="\(plan.title)"><table class="edit">\
            \(heads(columns))<tbody>\(lines.html(edit))</tbody></table></div>
            \(inputs.area("topics", PlansTexts.more, rows: 4))<p class="hint">\(PlansTexts.linesHint[words])</p>
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button></p></form>
            """
    }

    /// A row of the table as its fields hold it.
    private struct Line {
        let key: String
        var was, number, section, topic, hours, kind, homework: String
    }

    /// The rows as they were typed, or as they are kept, with three empty ones.
    private var lines: [Line] {
        if let form = typed?.form {
            return form.named(with: "topic-").map { key, topic in
                let value: (String) -> String = { form["\($0)-\(key)"] ?? "" }
                return Line(
                    key: key, was: value("was"), number: value("number"), section: value("section"), topic: topic,
                    hours: value("hours"), kind: value("kind"), homework: value("homework"))
            }
        }
        let kept = rows.map { row in
            Line(
                key: String(row.number), was: String(row.number), number: String(row.number), section: row.section,
                topic: row.topic, hours: PlansPage.hours(row.hours), kind: String(row.kind), homework: row.homework)
        }
        let next = (rows.last?.number ?? 0) + 1
        return kept
            + (next..<next + 3).map { number in
                Line(
                    key: String(number), was: "0", number: String(number), section: "", topic: "", hours: "1",
                    kind: "0",
                    homework: "")
            }
    }

    private func edit(_ line: Line) -> HTML {
        let options = kinds.html { kind in
            let mark: HTML? = String(kind.id) == line.kind ? " selected" : nil
            return "<option value=\"\(kind.id)\"\(mark)>\(kind.names[words])</option>"
        }
        let dates: HTML = "\(Int(line.was).map(dates) ?? "")"
        return """
            <tr><td><input type="hidden" name="was-\(line.key)" value="\(line.was)">\
            \(input("number", line, line.number, PlansTexts.number, size: 3))</td>\
            <td>\(input("section", line, line.section, PlansTexts.section, size: 14))</td>\
            <td>\(input("topic", line, line.topic, PlansTexts.topic, size: 40))</td>\
            <td>\(input("hours", line, line.hours, PlansTexts.hours, size: 3))</td>\
            <td><select name="kind-\(line.key)" aria-label="\(PlansTexts.kind[words]) \(line.key)">\
            <option value="0">—</option>\(options)</select></td>\
            <td>\(input("homework", line, line.homework, PlansTexts.homework, size: 16))</td><td>\(dates)</td></tr>
            """
    }

    private func input(_ name: String, _ line: Line, _ value: String, _ label: Text, size: Int) -> HTML {
        """
        <input name="\(name)-\(line.key)" value="\(value)" size="\(size)" aria-label="\(label[words]) \(line.key)">
        """
    }

    private var attaching: HTML {
        guard !pages.isEmpty else {
            return "<h2>\(PlansTexts.pages[words])</h2><p class=\"sub\">\(PlansTexts.noPages[words])</p>"
        }
        let checks = pages.html { page in
            let checked: HTML? = page.plan == plan.id ? " checked" : nil
            let other: HTML? =
                page.plan != 0 && page.plan != plan.id
                ? " <small>\(PlansTexts.otherPlan[words])</small>" : nil
            return """
                <p class="check"><input type="checkbox" id="page-\(page.id)" name="page" value="\(page.id)"\(checked)>\
                <label for="page-\(page.id)">\(page.name(words)) · \(page.subjectNames[words])\(other)</label>\
                <a href="/pages/\(page.id)/works#plan">\(PlansTexts.planWorks[words])</a></p>
                """
        }
        return """
            <h2>\(PlansTexts.pages[words])</h2><form class="form card pad" method="post" \
            action="/plans/\(plan.id)/pages">\(visit.csrfField)\(checks)
            <p class="acts"><button>\(PlansTexts.attach[words])</button></p></form>
            """
    }

    private var deeds: HTML {
        let removing: HTML = """
            <details class="add"><summary>\(PlansTexts.remove[words])</summary>
            <form class="form" method="post" action="/plans/\(plan.id)/remove">\(visit.csrfField)
            <p>\(PlansTexts.removeWhat[words])</p>
            <p class="acts"><button class="danger">\(PlansTexts.remove[words])</button></p></form></details>
            """
        return """
            <form method="post" action="/plans/\(plan.id)/copy">\(visit.csrfField)<p class="acts"><button>\
            \(PlansTexts.copy[words])</button></p></form>\(isMine ? removing : nil)
            """
    }
}
