import SchoolRules
import Web

/// The table of rights, read from the very table that the server asks.
struct RightsPage: Sendable {
    let visit: Visit
    private var words: Language { visit.language }
    private var roles: [Role] { Role.allCases.filter { $0 != .anonymous && $0 != .operator } }

    var answer: Answer {
        let title = RightsTexts.title[words]
        let acts: HTML? =
            visit.may(.grantRoles)
            ? "<a class=\"button\" href=\"/roles\">\(RightsTexts.roles[words])</a>" : nil
        let heads = roles.html { role in
            """
            <th scope="col"><abbr title="\(ShellTexts.role(role)[words])">\(RightsTexts.short(role)[words])</abbr></th>
            """
        }
        return Layout(visit: visit, title: title, place: "/roles", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(RightsTexts.titleWhat[words])</p></div>\
            <p class="acts">\(acts)<button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list rights"><thead><tr>\
            <th scope="col">\(RightsTexts.right[words])</th>\(heads)</tr></thead>\
            <tbody>\(Right.allCases.html(row))</tbody></table></div>
            <p class="sub">\(RightsTexts.legend[words])</p>
            """)
    }

    private func row(_ right: Right) -> HTML {
        let cells = roles.html { role in
            let grant = visit.grant(of: right, to: role)
            let signs =
                (grant.needsSecondStep ? " !" : "") + (grant.isLimited ? " *" : "")
                + (grant.isExtended ? " +" : "")
            return "<td>\(grant.isGiven ? RightsTexts.scope(grant.scope)[words] + signs : "—")</td>"
        }
        return "<tr><th scope=\"row\">\(RightNames.name(right)[words])<small>\(right.row)</small></th>\(cells)</tr>"
    }
}

/// The roles given in the school, with their history.
struct RolesPage: Sendable {
    let visit: Visit
    let grants: [RightsQueries.Grant]
    let staff: [RightsQueries.Colleague]
    let form: Inputs
    /// A withdrawal that was refused, as it was typed.
    let withdrawal: WithdrawalForm?
    let note: String?
    private var words: Language { visit.language }

    var answer: Answer {
        let title = RightsTexts.roles[words]
        return Layout(visit: visit, title: title, place: "/roles").answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(RightsTexts.rolesWhat[words])</p></div>\
            <p class="acts"><a class="button" href="/rights">\(RightsTexts.title[words])</a></p></div>
            \(said)
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list stack"><thead><tr>\
            <th scope="col">\(RightsTexts.role[words])</th><th scope="col">\(RightsTexts.person[words])</th>\
            <th scope="col">\(RightsTexts.from[words])</th><th scope="col">\(RightsTexts.until[words])</th>\
            <th scope="col">\(RightsTexts.orders[words])</th><th scope="col">\(RightsTexts.givenBy[words])</th>\
            <th scope="col"><span class="sr">\(RightsTexts.acts[words])</span></th></tr></thead>\
            <tbody>\(grants.html(row))</tbody></table></div>
            <h2>\(RightsTexts.giveRole[words])</h2>
            <form class="form card pad" method="post" action="/roles" novalidate>\(visit.csrfField)
            <div class="row">\(person)\(role)</div>
            <div class="row">\(form.text("from", RightsTexts.from, type: "date", isRequired: true))\
            \(form.text("until", RightsTexts.untilIfAny, type: "date"))\
            \(form.text("order", RightsTexts.order, isRequired: true))\
            \(form.text("orderDay", RightsTexts.orderDay, type: "date", isRequired: true))</div>
            <p class="acts"><button class="main">\(RightsTexts.give[words])</button></p></form>
            """)
    }

    private var said: HTML? {
        if !form.problems.isEmpty || withdrawal != nil {
            return "<p class=\"say bad\" role=\"alert\">\(RightsTexts.notSaved[words])</p>"
        }
        return RightsTexts.said(note).map { "<p class=\"say good\" role=\"status\">\($0[words])</p>" }
    }

    private func row(_ grant: RightsQueries.Grant) -> HTML {
        let isOver = grant.to < visit.today
        let opening: HTML = isOver ? "<tr class=\"left\">" : "<tr>"
        let order = Self.order(grant.order, grant.orderDay)
        let ended = Self.order(grant.endOrder, grant.endOrderDay)
        let end: HTML? = ended.isEmpty ? nil : "<small>\(RightsTexts.withdrawnBy(ended)[words])</small>"
        let acts: HTML? = isOver || grant.person == visit.person.id ? nil : withdrawal(grant)
        return """
            \(opening)<th scope="row">\(ShellTexts.role(grant.role)[words])</th><td>\(grant.name.full)</td>\
            <td data-l="\(RightsTexts.from[words])">\(grant.from.short)</td>\
            <td data-l="\(RightsTexts.until[words])">\(grant.to == .forever ? "—" : grant.to.short)</td>\
            <td data-l="\(RightsTexts.orders[words])">\(order)\(end)</td>\
            <td data-l="\(RightsTexts.givenBy[words])">\(grant.givenBy?.short ?? "—")</td>\
            <td class="acts">\(acts)</td></tr>
            """
    }

    private static func order(_ number: String, _ day: Day?) -> String {
        [number, day?.short ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func withdrawal(_ grant: RightsQueries.Grant) -> HTML {
        let refused = withdrawal?.grant == grant.id ? withdrawal : nil
        let fields = Inputs(
            typed: refused?.typed ?? Form(fields: [("orderDay", visit.today.description)]),
            problems: refused?.problems ?? [:], language: words, prefix: "w\(grant.id)-")
        let opened: HTML? = refused == nil ? nil : " open"
        return """
            <details class="fold"\(opened)><summary aria-label="\(RightsTexts.withdraw[words]): \(grant.name.full), \
            \(ShellTexts.role(grant.role)[words])">\(RightsTexts.withdraw[words])</summary>\
            <form class="form" method="post" action="/roles/\(grant.id)/withdraw" novalidate>\(visit.csrfField)\
            \(fields.text("order", RightsTexts.order, isRequired: true))\
            \(fields.text("orderDay", RightsTexts.orderDay, type: "date", isRequired: true))\
            <p class="acts"><button class="danger">\(RightsTexts.withdraw[words])</button></p></form></details>
            """
    }

    private var person: HTML {
        let choices = [("", "—")] + staff.map { (String($0.id), $0.name.full) }
        return form.choice("person", RightsTexts.person, choices, width: "grow", isRequired: true)
    }

    private var role: HTML {
        let choices = [("", "—")] + GrantForm.roles.map { ($0.rawValue, ShellTexts.role($0)[words]) }
        return form.choice("role", RightsTexts.role, choices, isRequired: true)
    }
}
