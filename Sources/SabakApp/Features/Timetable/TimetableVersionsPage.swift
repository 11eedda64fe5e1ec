import SchoolRules
import Web

/// The versions of the year: which holds, which comes, which are drafts.
struct TimetableVersionsPage {
    let visit: Visit
    let board: TimetableBoard
    let counts: [Int64: Int]
    private var words: Language { visit.language }

    func answer() -> Answer {
        let title = TimetableTexts.versionsTitle[words]
        let content: HTML = """
            <div class="head"><div><h1>\(title)</h1></div></div>
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col">\(TimetableTexts.validFrom[words])</th><th scope="col">\(TimetableTexts.state[words])</th>\
            <th scope="col" class="num">\(TimetableTexts.lessonsAWeek[words])</th><td></td></tr></thead>\
            <tbody>\(board.versions.html(row))</tbody></table></div>
            """
        return Layout(visit: visit, title: title, place: "/timetable").answer(content)
    }

    private func row(_ version: TimetableQueries.Version) -> HTML {
        let acts: HTML =
            version.isPublished
            ? HTML()
            : """
            <a href="/timetable/publish?version=\(version.id)">\(TimetableTexts.whatMoves[words])</a>
            <form method="post" action="/timetable/discard">\(visit.csrfField)\
            <input type="hidden" name="version" value="\(version.id)">\
            <button class="danger">\(TimetableTexts.discard[words])</button></form>
            """
        return """
            <tr><th scope="row"><a href="/timetable?version=\(version.id)">\(version.from.words(words))</a></th>\
            <td>\(state(version)[words])</td><td class="num">\(counts[version.id] ?? 0)</td>\
            <td class="acts">\(acts)</td></tr>
            """
    }

    private func state(_ version: TimetableQueries.Version) -> Text {
        guard version.isPublished else { return TimetableTexts.draft }
        let published = board.versions.filter(\.isPublished)
        let current = published.last { $0.from <= visit.today }
        if version.id == current?.id { return TimetableTexts.inForce }
        return version.from > visit.today ? TimetableTexts.coming : TimetableTexts.past
    }
}
