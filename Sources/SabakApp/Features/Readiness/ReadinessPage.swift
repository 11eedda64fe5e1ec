import SchoolRules
import Web

/// The set-up list as a person sees it: what blocks first, then every line in the order of doing.
struct ReadinessPage: Sendable {
    let visit: Visit
    let list: SetupList
    private var words: Language { visit.language }
    private var readyDay: Day { visit.school.country.profile.readyDay(schoolYear: list.year) }
    private var isLate: Bool { visit.today > readyDay }
    private var seen: [SetupList.Item] { list.items.filter { $0.line.isSeen(by: visit) } }

    var answer: Answer {
        let title = SetupTexts.list[words]
        return Layout(visit: visit, title: title, place: "/readiness").answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(summary)</p></div></div>
            \(SetupPlaces.navigation(visit, at: .list))\(said)\(verdict)\(proposed)
            <ol class="setup">\(seen.html(row))</ol>
            \(visit.may(.grantRoles) ? duties : nil)
            """)
    }

    private var summary: String {
        ReadinessTexts.summary(year: list.year, percent: list.percent, by: readyDay)[words]
    }

    private var said: HTML? {
        visit.asked.query["note"] == "named"
            ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>" : nil
    }

    private var verdict: HTML {
        let blocking = list.blocking
        if !blocking.isEmpty {
            return """
                <p class="say \(isLate ? "bad" : "warn")">\(SetupTexts.blocked(blocking.map(\.line.name))[words])</p>
                """
        }
        let isWhole = list.items.allSatisfy(\.isDone)
        return "<p class=\"say good\">\((isWhole ? ReadinessTexts.whole : ReadinessTexts.mayBegin)[words])</p>"
    }

    /// The way to the load that was taken over from last year.
    private var proposed: HTML? {
        guard list.proposed > 0, visit.may(.writeLoad) else { return nil }
        return """
            <p class="say"><a href="/next-year/load">\(SetupTexts.loadToCheck(list.proposed)[words])</a></p>
            """
    }

    private func row(_ item: SetupList.Item) -> HTML {
        let isBad = !item.isDone && isLate
        let state = item.isDone ? "done" : isBad ? "due" : item.done > 0 ? "half" : "next"
        let stateWords = item.isDone ? ReadinessTexts.ready : isBad ? ReadinessTexts.late : ReadinessTexts.underWay
        let blocks: HTML? =
            item.isBlocking ? " <span class=\"tag late\">\(ReadinessTexts.blocks[words])</span>" : nil
        let detail = item.missing?[words] ?? ReadinessTexts.nothingMissing[words]
        return """
            <li class="\(item.isDone ? "whole" : isBad ? "bad" : "open")">\
            <i class="st \(state)"><span class="sr">\(stateWords[words])</span></i>\
            <div class="what"><b>\(name(item))</b>\(blocks)<small>\(detail)</small></div>\
            <div class="share"><svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">\
            <rect width="\(item.percent)" height="4"/></svg><span>\(item.percent) %</span></div>\
            <small class="by">\(who(item.line))</small></li>
            """
    }

    private func name(_ item: SetupList.Item) -> HTML {
        guard item.line.mayBeOpened(by: visit) else { return "\(item.line.name[words])" }
        return "<a href=\"/readiness/go?line=\(item.line.rawValue)\">\(item.line.name[words])</a>"
    }

    private func who(_ line: SetupLine) -> String {
        let role = ShellTexts.role(line.role)[words]
        guard [.director, .deputy, .clerk, .administrator].contains(line.role) else { return role }
        let names = list.holders(of: line).map(\.name.short)
        guard !names.isEmpty else { return "\(role): \(ReadinessTexts.nobody[words])" }
        return "\(role): \(names.joined(separator: ", "))"
    }

    /// Where a role has several holders, the director says who answers for which line.
    private var duties: HTML? {
        let lines = SetupDuty.lines.filter { line in list.holders.count { $0.role == line.role } > 1 }
        guard !lines.isEmpty else { return nil }
        let forms = lines.html { line in
            let people = list.holders.filter { $0.role == line.role }
            let inputs = Inputs(
                typed: Form(fields: [("person", "\(list.duties[line] ?? 0)")]), language: words,
                prefix: line.rawValue + "-")
            let choices = [("0", ReadinessTexts.everybody[words])] + people.map { ("\($0.id)", $0.name.full) }
            return """
                <form class="row" method="post" action="/readiness/duty">\(visit.csrfField)\
                <input type="hidden" name="line" value="\(line.rawValue)">\
                \(inputs.choice("person", line.name, choices, width: "grow"))\
                <p class="acts"><button>\(ShellTexts.save[words])</button></p></form>
                """
        }
        return """
            <details class="add"><summary>\(ReadinessTexts.duties[words])</summary>\
            <div class="pad duties">\(forms)</div></details>
            """
    }
}
