import HTTPTypes
import SchoolRules
import Web

/// What publishing would change, before it is done.
struct TimetablePreviewPage {
    let visit: Visit
    let preview: TimetablePreview
    let problem: Text?
    private var words: Language { visit.language }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = TimetableTexts.publishFrom(preview.version.from.words(words))[words]
        let layout = Layout(visit: visit, title: title, place: "/timetable")
        return .page(layout.html(content(title)), status: status)
    }

    private func content(_ title: String) -> HTML {
        """
        <div class="head"><div><h1>\(title)</h1><p class="sub">\(TimetableTexts.beforeThatDay[words]) \
        \(TimetableTexts.recordedStay[words])</p></div></div>
        \(problem.map { "<p class=\"say bad\" role=\"alert\">\($0[words])</p>" as HTML })\(warnings)
        <form class="form" method="post" action="/timetable/publish">\(visit.csrfField)\(versionField)
        <table class="list"><tbody>\(counts)</tbody></table>
        \(lessons(TimetableTexts.movedLessons, preview.moved))\
        \(lessons(TimetableTexts.unplacedLessons, preview.unplaced))\(changes)
        <p class="acts"><button class="main"\(isRefused ? " disabled" : HTML())>\(title)</button>\
        <a class="button quiet" href="/timetable?version=\(preview.version.id)">\
        \(TimetableTexts.backToDraft[words])</a></p></form>
        <h2>\(TimetableTexts.draft[words])</h2><div class="form">
        <form class="form card pad" method="post" action="/timetable/from">\(visit.csrfField)\(versionField)
        <div class="row"><p class="field"><label for="from">\(TimetableTexts.validFrom[words])</label>\
        <input type="date" id="from" name="from" required value="\(preview.version.from.description)"></p>\
        <p class="acts"><button>\(TimetableTexts.changeDay[words])</button></p></div></form>
        <form method="post" action="/timetable/discard">\(visit.csrfField)\(versionField)\
        <p class="acts"><button class="danger">\(TimetableTexts.discard[words])</button></p></form></div>
        """
    }

    private var isRefused: Bool { preview.isInClosedTerm || preview.clashes.contains(where: \.isHard) }

    /// Page by page: what comes, goes and moves.
    private var changes: HTML {
        guard !preview.changes.isEmpty else { return HTML() }
        func count(_ number: Int) -> HTML { "<td class=\"num\">\(number == 0 ? "" : "\(number)")</td>" }
        let rows = preview.changes.html { change in
            """
            <tr><th scope="row">\(change.page.title(words))</th>\(count(change.added))\(count(change.removed))\
            \(count(change.moved))</tr>
            """
        }
        let heads = [TimetableTexts.added, TimetableTexts.removed, TimetableTexts.moved].html {
            "<th scope=\"col\" class=\"num\">\($0[words])</th>"
        }
        return """
            <details class="add"><summary>\(TimetableTexts.byPage[words]) <span class="n">\(preview.changes.count)\
            </span></summary><div class="scroll pad" tabindex="0" role="region" \
            aria-label="\(TimetableTexts.byPage[words])">\
            <table class="list"><thead><tr><td></td>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></details>
            """
    }

    private var versionField: HTML { "<input type=\"hidden\" name=\"version\" value=\"\(preview.version.id)\">" }

    private var counts: HTML {
        let result = preview.result
        let rows: [(Text, Int)] = [
            (TimetableTexts.kept, result.kept), (TimetableTexts.added, result.added),
            (TimetableTexts.removed, result.removed), (TimetableTexts.moved, result.moved),
            (TimetableTexts.unplaced, result.unplaced.count),
        ]
        return rows.html { "<tr><th scope=\"row\">\($0.0[words])</th><td class=\"num\">\($0.1)</td></tr>" }
    }

    private var warnings: HTML {
        var said: [String] = []
        if preview.isInClosedTerm { said.append(TimetableTexts.closedTerm[words]) }
        let missing = preview.unplacedHours.filter { $0.hours > 0 }
        if !missing.isEmpty {
            let named = missing.prefix(12).map { "\($0.page.title(words)) \(HoursWords.number($0.hours, words))" }
            said.append(
                TimetableTexts.notPlaced(named.joined(separator: ", ") + (missing.count > 12 ? ", …" : ""))[words])
        }
        if !preview.silent.isEmpty {
            let named = preview.silent.prefix(12).map {
                "\($0.page?.title(words) ?? "") (\(DateWords.shortWeekday($0.weekday)[words]), \($0.number))"
            }
            said.append(TimetableTexts.noBell(named.joined(separator: ", "))[words])
        }
        let clashes = TimetableClashList(week: preview.week, clashes: preview.clashes, words: words).html
        return "\(clashes)\(said.html { "<p class=\"say warn\" role=\"status\">\($0)</p>" })"
    }

    private func lessons(_ heading: Text, _ moved: [TimetablePreview.Moved]) -> HTML {
        guard !moved.isEmpty else { return HTML() }
        let rows = moved.prefix(200).html { lesson in
            """
            <tr><th scope="row">\(lesson.page?.title(words) ?? "—")</th><td>\(say(lesson.from))</td>\
            <td>\(lesson.to.map(say) ?? "—")</td></tr>
            """
        }
        return """
            <h2>\(heading[words]) <span class="n">\(moved.count)</span></h2>
            <div class="scroll" tabindex="0" role="region" aria-label="\(heading[words])"><table class="list">\
            <thead><tr>\
            <th scope="col">\(TimetableTexts.pageWord[words])</th><th scope="col">\(TimetableTexts.now[words])</th>\
            <th scope="col">\(TimetableTexts.then[words])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func say(_ moment: Moment?) -> String {
        guard let moment else { return "—" }
        return "\(moment.day.shortWeekday(words)) \(moment.day.short), \(DateWords.clock(moment.minute))"
    }
}
