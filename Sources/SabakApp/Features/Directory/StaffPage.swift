import SchoolRules
import Web

/// The staff of the school, with the form that adds somebody.
struct StaffPage: Sendable {
    let visit: Visit
    let query: Form
    let rows: [StaffQueries.Member]
    let add: Inputs
    let same: [DirectoryQueries.Namesake]
    private var words: Language { visit.language }
    private var mayAdd: Bool { visit.mayInSchool(.writeStaffCard) }

    var answer: Answer {
        let title = DirectoryTexts.staff[words]
        let failed: HTML? =
            add.problems.isEmpty && same.isEmpty
            ? nil : "<p class=\"say bad\" role=\"alert\">\(DirectoryTexts.notSaved[words])</p>"
        return Layout(visit: visit, title: title, place: "/staff").answer(
            """
            <div class="head"><div><h1>\(title)</h1>\
            <p class="sub">\(DirectoryTexts.personCount(rows.count)[words])</p></div>\
            <p class="acts">\(export)\(ImportLink.button(.staff, visit))\(addLink)</p></div>
            \(failed)\(filter)
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col">\(DirectoryTexts.fullName[words])</th><th scope="col">\(DirectoryTexts.roles[words])</th>\
            <th scope="col">\(DirectoryTexts.login[words])</th>\(hoursHead)</tr></thead>\
            <tbody>\(rows.html(row))</tbody></table></div>
            \(mayAdd ? addForm : nil)
            """)
    }

    private var export: HTML? {
        guard visit.mayInSchool(.exportRoster) else { return nil }
        let state = query["state"] == "left" ? "?state=left" : ""
        return "<a class=\"button\" href=\"/staff.xlsx\(state)\" download>\(DirectoryTexts.download[words])</a>"
    }

    private var addLink: HTML? {
        mayAdd ? "<a class=\"button main\" href=\"#add\">\(Icon.plus.html)\(DirectoryTexts.addStaff[words])</a>" : nil
    }

    private var hoursHead: HTML? {
        visit.mayInSchool(.readLoad) ? "<th scope=\"col\" class=\"num\">\(DirectoryTexts.hours[words])</th>" : nil
    }

    private var filter: HTML {
        let fields = Inputs(typed: query, language: words, prefix: "find-")
        let states = [("", DirectoryTexts.working[words]), ("left", DirectoryTexts.gone[words])]
        return """
            <form class="filter" method="get" action="/staff" role="search">\
            \(fields.text("q", DirectoryTexts.search, type: "search", width: "grow", isFirst: true))\
            \(fields.choice("state", DirectoryTexts.state, states))\
            <p class="acts"><button>\(DirectoryTexts.show[words])</button></p></form>
            """
    }

    private func row(_ member: StaffQueries.Member) -> HTML {
        let isGone = member.to < visit.today
        let opening: HTML = isGone ? "<tr class=\"left\">" : "<tr>"
        let until: HTML? =
            member.to == .forever
            ? nil : "<small>\(DirectoryTexts.worksUntil(member.to)[words])</small>"
        let hours: HTML? =
            visit.mayInSchool(.readLoad)
            ? "<td class=\"num\">\(Self.hours(member.hours))</td>" : nil
        return """
            \(opening)<th scope="row"><a href="/staff/\(member.id)">\(member.name.full)</a>\(until)</th>\
            <td>\(roles(of: member))</td><td>\(member.login)</td>\(hours)</tr>
            """
    }

    private func roles(of member: StaffQueries.Member) -> String { Self.roles(of: member, words) }

    static func roles(of member: StaffQueries.Member, _ words: Language) -> String {
        var parts = member.roles.map { ShellTexts.role($0)[words].lowercased() }
        if member.hours > 0 { parts.append(ShellTexts.role(.subjectTeacher)[words].lowercased()) }
        let leader = ShellTexts.role(.classTeacher)[words].lowercased()
        parts += member.classes.map { "\($0.display(words)) \(leader)" }
        if parts.isEmpty, !member.position.isEmpty { parts = [member.position] }
        return parts.joined(separator: ", ")
    }

    static func hours(_ hundredths: Int) -> String {
        Fraction(hundredths: hundredths).rounded(decimals: hundredths % 100 == 0 ? 0 : 1)
    }

    private var addForm: HTML {
        let open: HTML? = add.problems.isEmpty && same.isEmpty ? nil : " open"
        let fields = PersonFields(inputs: add)
        return """
            <details class="add" id="add"\(open)><summary>\(DirectoryTexts.addStaff[words])</summary>
            <form class="form" method="post" action="/staff" data-guard="staff-new">\(visit.csrfField)
            \(fields.names)
            <div class="row">\(add.text("position", DirectoryTexts.position, width: "grow"))\
            \(add.text("from", DirectoryTexts.worksFrom, type: "date", isRequired: true))</div>
            \(fields.contacts)
            \(NamesakeChoice(visit: visit, same: same, mayUse: true).html)
            <p class="acts"><button class="main">\(DirectoryTexts.add[words])</button></p></form></details>
            """
    }
}
