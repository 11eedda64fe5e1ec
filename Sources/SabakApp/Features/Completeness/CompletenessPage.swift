import SchoolRules
import Web

/// Every gap with its number, the longest way to go first.
struct CompletenessPage: Sendable {
    let visit: Visit
    let counts: [Gap: Int]
    private var words: Language { visit.language }

    var answer: Answer {
        let title = SetupTexts.completeness[words]
        let open = Gap.allCases.filter { counts[$0, default: 0] > 0 }
        let whole = Gap.allCases.filter { counts[$0, default: 0] == 0 }
        let all = whole.isEmpty ? HTML() : "<h2>\(CompletenessTexts.whole[words])</h2>"
        return Layout(visit: visit, title: title, place: "/readiness").answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(CompletenessTexts.what[words])</p></div></div>
            \(SetupPlaces.navigation(visit, at: .completeness))
            \(open.isEmpty ? "<p class=\"say good\" role=\"status\">\(CompletenessTexts.nothing[words])</p>" : HTML())
            <ul class="gaplist">\(open.html(row))</ul>
            \(all)<ul class="plain">\(whole.html { "<li><i class=\"st done\"></i> \($0.name[words])</li>" })</ul>
            """)
    }

    private func row(_ gap: Gap) -> HTML {
        """
        <li><a href="/completeness/\(gap.rawValue)"><b class="count">\(counts[gap, default: 0])</b>\
        <span>\(gap.name[words])<small>\(ShellTexts.role(gap.role)[words])</small></span>\(Icon.next.html)</a></li>
        """
    }
}

/// The list behind a number, in pages, each line with the place where it is mended.
struct GapPage: Sendable {
    let visit: Visit
    let gap: Gap
    let entries: [CompletenessQueries.Entry]
    let total, page: Int
    private var words: Language { visit.language }

    var answer: Answer {
        let title = gap.name[words]
        let rows = entries.enumerated().html { index, entry in
            let number = (page - 1) * CompletenessQueries.pageLength + index + 1
            return "<tr><td class=\"num\">\(number)</td>\(cells(entry))</tr>"
        }
        return Layout(visit: visit, title: title, place: "/readiness").answer(
            """
            <div class="head"><div><h1>\(title): \(total)</h1><p class="sub">\(gap.advice[words])</p></div>\
            <p class="acts"><a class="button quiet" href="/completeness">\(Icon.back.html)\
            \(SetupTexts.completeness[words])</a><button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            \(entries.isEmpty ? "<p class=\"say good\">\(CompletenessTexts.nothing[words])</p>" : table(rows))\(pages)
            """)
    }

    private func table(_ rows: HTML) -> HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-label="\(gap.name[words])"><table class="list"><thead><tr>\
        <th scope="col" class="num">№</th>\(heads.html { "<th scope=\"col\">\($0[words])</th>" })</tr></thead>\
        <tbody>\(rows)</tbody></table></div>
        """
    }

    private var heads: [Text] {
        switch gap.kind {
        case .students:
            gap == .noClass ? [CompletenessTexts.name] : [CompletenessTexts.name, CompletenessTexts.schoolClass]
        case .staff: [CompletenessTexts.name]
        case .classes: [CompletenessTexts.schoolClass]
        case .pages: [CompletenessTexts.page, CompletenessTexts.schoolClass]
        case .lessons: [CompletenessTexts.lesson, CompletenessTexts.page, CompletenessTexts.schoolClass]
        }
    }

    private func cells(_ entry: CompletenessQueries.Entry) -> HTML {
        let name = entry.name?.full ?? ""
        let className = entry.className?.display(words) ?? "—"
        let subject = (entry.subject?[words] ?? "") + (entry.group.isEmpty ? "" : " · " + entry.group)
        switch gap.kind {
        case .students:
            let last: HTML? = gap == .noClass ? nil : "<td>\(className)</td>"
            return "<th scope=\"row\">\(link("/students/\(entry.id)", name, visit.may(.exportRoster)))</th>\(last)"
        case .staff: return "<th scope=\"row\">\(link("/staff/\(entry.id)", name, visit.may(.readStaffCard)))</th>"
        case .classes: return "<th scope=\"row\">\(link("/classes/\(entry.id)", className, true))</th>"
        case .pages:
            return """
                <th scope="row">\(link(address(entry), subject, mends(entry) || visit.may(.readPage)))</th>\
                <td>\(className)</td>
                """
        case .lessons:
            let when = "\(entry.day?.short ?? ""), \(CompletenessTexts.number(entry.number)[words])"
            return """
                <th scope="row">\(link("/lessons/\(entry.id)", when, visit.may(.readPage)))</th><td>\(subject)</td>\
                <td>\(className)</td>
                """
        }
    }

    /// Whether the visitor can mend what is missing in a page.
    private func mends(_ entry: CompletenessQueries.Entry) -> Bool {
        switch gap {
        case .noTeacher: visit.may(.writeLoad)
        case .noPupils: entry.classID > 0 && visit.mayInSchool(.splitSubgroups)
        default: false
        }
    }

    private func address(_ entry: CompletenessQueries.Entry) -> String {
        guard mends(entry) else { return "/pages/\(entry.id)" }
        return gap == .noTeacher ? "/load/pages/\(entry.id)" : "/classes/\(entry.classID)/subgroups"
    }

    private func link(_ address: String, _ name: String, _ isOpen: Bool) -> HTML {
        isOpen ? "<a href=\"\(address)\">\(name)</a>" : "\(name)"
    }

    private var pages: HTML? {
        let last = (total + CompletenessQueries.pageLength - 1) / CompletenessQueries.pageLength
        guard last > 1 else { return nil }
        let address = "/completeness/\(gap.rawValue)?page="
        let before: HTML? =
            page > 1 ? "<a href=\"\(address)\(page - 1)\">\(Icon.back.html)\(ShellTexts.previous[words])</a>" : nil
        let after: HTML? =
            page < last ? "<a href=\"\(address)\(page + 1)\">\(ShellTexts.following[words])\(Icon.next.html)</a>" : nil
        return """
            <nav class="pages" aria-label="\(gap.name[words])">\(before)<span>\(page) / \(last)</span>\(after)</nav>
            """
    }
}
