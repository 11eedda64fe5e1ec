import SchoolRules
import Web

/// The card of a member of staff.
struct StaffCardPage: Sendable {
    let visit: Visit
    let card: StaffCard
    let dismissal: Inputs?
    let note: String?
    private var words: Language { visit.language }
    private var isGone: Bool { card.to.map { $0 <= visit.today } ?? false }

    var answer: Answer {
        let name = card.facts.name.full
        return Layout(visit: visit, title: name, place: "/staff").answer(
            """
            <div class="head"><div><h1>\(name)</h1><p class="sub">\(summary)</p></div>\
            <p class="acts">\(editLink)</p></div>
            \(said)\(handOver)
            <table class="list"><tbody>\(fact(DirectoryTexts.phone, card.facts.phone))\
            \(fact(DirectoryTexts.mail, card.facts.email))\(fact(DirectoryTexts.address, card.facts.address))\
            \(fact(DirectoryTexts.worksFrom, card.from?.short ?? ""))</tbody></table>
            \(grants)\(load)\(card.mayWrite && !isGone && card.from != nil ? dismissForm : nil)
            """)
    }

    private var summary: String {
        let until = card.to.flatMap { $0 == .forever ? nil : DirectoryTexts.worksUntil($0)[words] }
        return [card.position, until ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private var editLink: HTML? {
        guard card.mayWrite else { return nil }
        let name = isGone ? DirectoryTexts.employAgain : DirectoryTexts.edit
        return "<a class=\"button\" href=\"/staff/\(card.id)/edit\">\(name[words])</a>"
    }

    private var said: HTML? {
        if dismissal != nil { return "<p class=\"say bad\" role=\"alert\">\(DirectoryTexts.notSaved[words])</p>" }
        return DirectoryTexts.said(note).map { "<p class=\"say good\" role=\"status\">\($0[words])</p>" }
    }

    /// The load that ends with a dismissal and has to go to somebody else.
    private var handOver: HTML? {
        guard let last = card.to, last != .forever else { return nil }
        let open = card.load.filter { $0.to == last && !$0.isTakenOver }
        guard !open.isEmpty else { return nil }
        let hours = StaffPage.hours(open.reduce(0) { $0 + $1.hours })
        return """
            <p class="say warn" role="status">\(DirectoryTexts.handOver(pages: open.count, hours: hours)[words])\
            \(handOverLink)</p>
            """
    }

    private var handOverLink: HTML? {
        guard visit.may(.writeLoad) else { return nil }
        return " <a href=\"/load/handover#t\(card.id)\">\(DirectoryTexts.handOverNow[words])</a>"
    }

    private func fact(_ name: Text, _ value: String) -> HTML {
        "<tr><th scope=\"row\">\(name[words])</th><td>\(value.isEmpty ? "—" : value)</td></tr>"
    }

    private var grants: HTML? {
        guard !card.grants.isEmpty else { return nil }
        let rows = card.grants.html { grant in
            let opening: HTML = grant.to < visit.today ? "<tr class=\"left\">" : "<tr>"
            return """
                \(opening)<th scope="row">\(ShellTexts.role(grant.role)[words])</th><td>\(grant.from.short)</td>\
                <td>\(grant.to == .forever ? "—" : grant.to.short)</td><td>\(grant.order)</td></tr>
                """
        }
        return """
            <h2>\(DirectoryTexts.roles[words])</h2><table class="list"><thead><tr>\
            <th scope="col">\(DirectoryTexts.role[words])</th><th scope="col">\(DirectoryTexts.from[words])</th>\
            <th scope="col">\(DirectoryTexts.until[words])</th><th scope="col">\(DirectoryTexts.order[words])</th></tr>\
            </thead><tbody>\(rows)</tbody></table>
            """
    }

    private var load: HTML? {
        guard card.mayReadLoad, !card.load.isEmpty else { return nil }
        let rows = card.load.html { row in
            let opening: HTML = row.to < visit.today ? "<tr class=\"left\">" : "<tr>"
            let group = row.groupName.isEmpty ? "" : " · " + row.groupName
            return """
                \(opening)<th scope="row">\(row.subject[words])\(group)</th>\
                <td>\(row.className?.display(words) ?? "—")</td><td class="num">\(StaffPage.hours(row.hours))</td>\
                <td>\(row.from.short)</td><td>\(row.to == .forever ? "—" : row.to.short)</td></tr>
                """
        }
        return """
            <h2>\(DirectoryTexts.load[words])</h2><div class="scroll" tabindex="0" role="region" \
            aria-label="\(DirectoryTexts.load[words])"><table class="list"><thead><tr>\
            <th scope="col">\(DirectoryTexts.subject[words])</th>\
            <th scope="col">\(DirectoryTexts.schoolClass[words])</th>\
            <th scope="col" class="num">\(DirectoryTexts.hours[words])</th>\
            <th scope="col">\(DirectoryTexts.from[words])</th>\
            <th scope="col">\(DirectoryTexts.until[words])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private var dismissForm: HTML {
        let fields =
            dismissal
            ?? Inputs(typed: Form(fields: [("day", visit.today.description)]), language: words, prefix: "dismiss-")
        return """
            <h2>\(DirectoryTexts.dismiss[words])</h2>
            <form class="form card pad" method="post" action="/staff/\(card.id)/dismiss">\(visit.csrfField)
            <p class="sub">\(DirectoryTexts.dismissWhat[words])</p>
            <div class="row">\(fields.text("day", DirectoryTexts.dismissalDay, type: "date", isRequired: true))\
            \(fields.text("order", DirectoryTexts.order))</div>
            <p class="acts"><button class="danger">\(DirectoryTexts.dismiss[words])</button></p></form>
            """
    }
}
