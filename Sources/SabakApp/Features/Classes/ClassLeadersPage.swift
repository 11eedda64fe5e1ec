import HTTPTypes
import SchoolRules
import Web

/// The class teachers, shifts and rooms of a year on one page.
struct ClassLeadersPage: Sendable {
    let visit: Visit
    let leaders: ClassLeaders
    let hasNextYear: Bool
    var refused: ClassLeadersForm?
    private var words: Language { visit.language }
    private var problems: [String: Text] { refused?.problems ?? [:] }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = ClassTexts.leaders[words]
        let open = leaders.classes.count { leaders.leaders[$0.id] == nil }
        let state: HTML = "<p class=\"sub\">\(ClassTexts.withoutLeader(open)[words])</p>"
        let layout = Layout(visit: visit, title: title, place: "/classes", frame: .thin)
        return .page(
            layout.html(
                """
                <div class="head"><div><p class="sub"><a href="\(visit.inYear("/classes"))">\
                \(ClassTexts.classes[words])</a></p>\
                <h1>\(title)</h1>\(leaders.classes.isEmpty ? nil : state)</div></div>
                \(hasNextYear ? YearChoice(visit: visit, path: "/classes/leaders").html : nil)\
                \(FormProblems(problems).summary(words))\(content)
                """), status: status)
    }

    private var content: HTML {
        guard !leaders.classes.isEmpty else { return "<p class=\"none\">\(ClassTexts.noClasses[words])</p>" }
        guard !leaders.staff.isEmpty else { return "<p class=\"none\">\(ClassTexts.noStaff[words])</p>" }
        let fields = Inputs(
            typed: refused?.typed ?? Form(fields: [("from", visit.today.description)]), problems: problems,
            language: words)
        return """
            <form class="form" method="post" action="/classes/leaders" data-guard="leaders" \
            data-version="\(leaders.version)">\(visit.csrfField)\(visit.yearField)
            \(fields.text("from", ClassTexts.fromDay, type: "date", isRequired: true, hint: ClassTexts.onlyChanged))
            <table class="list leaders stack"><thead><tr><th scope="col">\(ClassTexts.schoolClass[words])</th>\
            <th scope="col">\(ShellTexts.role(.classTeacher)[words])</th>\
            <th scope="col">\(ClassTexts.shift[words])</th><th scope="col">\(ClassTexts.room[words])</th></tr></thead>\
            <tbody>\(leaders.classes.html(row))</tbody></table>
            <p class="sub">\(ClassTexts.shiftLater[words])</p>
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button></p></form>
            """
    }

    private func row(_ row: ClassesQueries.ClassRow) -> HTML {
        "<tr>\(who(row))\(shift(row))\(room(row))</tr>"
    }

    private func who(_ row: ClassesQueries.ClassRow) -> HTML {
        let name = "leader-\(row.id)"
        let leader = leaders.leaders[row.id]
        let proposed = refused == nil ? leaders.proposed[row.id] : nil
        let chosen = refused?.chosen[row.id] ?? leader?.id ?? proposed
        let why: HTML? = proposed == nil ? nil : "<small class=\"hint\">\(ClassTexts.teachesMost[words])</small>"
        let offered: HTML? = proposed.map { "<input type=\"hidden\" name=\"proposed-\(row.id)\" value=\"\($0)\">" }
        let none: HTML? = leader == nil ? "<option value=\"\">—</option>" : nil
        // Whoever leads the class and is not on the staff any more stays to be seen.
        let own: [ClassLeading.Person] =
            leader.map { one in leaders.staff.contains { $0.id == one.id } ? [] : [one] } ?? []
        let options = (own + leaders.staff).html { person in
            let mark: HTML? = person.id == chosen ? " selected" : nil
            return "<option value=\"\(person.id)\"\(mark)>\(person.name.full)</option>"
        }
        return """
            <th scope="row"><label for="\(name)">\(row.name.display(words))</label></th>\
            <td class="leader">\(was(name, leader.map { "\($0.id)" } ?? ""))\(offered)\
            <select id="\(name)" name="\(name)"\(marks(name))>\(none)\(options)</select>\(wrong(name) ?? why)</td>
            """
    }

    private func shift(_ row: ClassesQueries.ClassRow) -> HTML {
        let name = "shift-\(row.id)"
        let chosen = refused?.shifts[row.id] ?? row.shift
        let options = Set(leaders.shifts + [row.shift, chosen]).sorted().html { shift in
            let mark: HTML? = shift == chosen ? " selected" : nil
            return "<option\(mark)>\(shift)</option>"
        }
        return """
            <td data-l="\(ClassTexts.shift[words])">\(was(name, "\(row.shift)"))<select name="\(name)" \
            aria-label="\(ClassTexts.shift[words]): \(row.name.display(words))"\(marks(name))>\(options)</select>\
            \(wrong(name))</td>
            """
    }

    private func room(_ row: ClassesQueries.ClassRow) -> HTML {
        let name = "room-\(row.id)"
        return """
            <td data-l="\(ClassTexts.room[words])">\(was(name, row.room))<input name="\(name)" size="6" \
            autocomplete="off" value="\(refused?.rooms[row.id] ?? row.room)" \
            aria-label="\(ClassTexts.room[words]): \(row.name.display(words))"\(marks(name))>\(wrong(name))</td>
            """
    }

    /// What the field was drawn from, so that only what is chosen anew is written.
    private func was(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"was-\(name)\" value=\"\(value)\">"
    }

    private func marks(_ name: String) -> HTML? {
        problems[name] == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"\(name)-err\""
    }

    private func wrong(_ name: String) -> HTML? {
        problems[name].map { "<small class=\"err\" id=\"\(name)-err\">\($0[words])</small>" }
    }
}
