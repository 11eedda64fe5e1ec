import HTTPTypes
import SchoolRules
import Web

/// The list is in.
struct ImportResultPage {
    let visit: Visit
    let list: BroughtList
    let hasRejects: Bool
    private var words: Language { visit.language }

    func answer() -> Answer {
        let layout = Layout(visit: visit, title: ImportStepTexts.result[words], place: list.kind.menuPlace(for: visit))
        let changes: HTML? = list.report.map {
            ImportChanges(report: $0, kind: list.kind, isDone: true, language: words).html
        }
        let problems = list.report.map { ProblemList(problems: $0.problems, language: words).html }
        return layout.answer(
            """
            \(ImportHead(visit: visit, list: list, title: ImportStepTexts.result).html)
            <p class="say good" role="status">\(ImportingTexts.state(.done)[words])</p>\(changes)\(rejects)
            <p class="acts below"><a class="button main" href="\(list.kind.place)">\(ImportStepTexts.look[words])</a>\
            <a class="button" href="/imports">\(ImportingTexts.toLists[words])</a></p>\(problems ?? nil)\
            \(ImportRemoval(visit: visit, list: list).html)
            """)
    }

    private var rejects: HTML? {
        guard hasRejects else { return nil }
        return """
            <section class="say warn below"><p>\(ImportStepTexts.rejectsWhat[words])</p>\
            <p class="acts below"><a class="button" href="/imports/\(list.id)/rejects">\
            \(ImportStepTexts.rejects[words])</a></p></section>
            """
    }
}

/// The list is being checked or written; the page looks again by itself, with and without a script.
struct ImportProgressPage {
    let visit: Visit
    let list: BroughtList
    let progress: ImportDesk.Progress?
    private var words: Language { visit.language }

    func answer() -> Answer {
        let title = ImportingTexts.state(list.state)
        let layout = Layout(visit: visit, title: title[words], place: list.kind.menuPlace(for: visit), frame: .thin)
        let answer = layout.answer(
            """
            \(ImportHead(visit: visit, list: list, title: title).html)
            <p role="status"><progress max="\(max(1, progress?.total ?? 1))" value="\(progress?.done ?? 0)">\
            </progress> \(said)</p>
            <p class="sub">\(ImportStepTexts.mayLeave[words])</p>
            <p class="acts below"><a class="button" href="/imports/\(list.id)">\(ImportStepTexts.refresh[words])</a>\
            <a class="button" href="/imports">\(ImportingTexts.toLists[words])</a></p>
            """)
        return answer.with(.refresh, "1")
    }

    private var said: String {
        guard let progress else { return ImportStepTexts.waits[words] }
        guard progress.total > 0 else { return ImportStepTexts.reading[words] }
        return ImportStepTexts.progress(progress.done, progress.total)[words]
    }
}

extension HTTPField.Name {
    fileprivate static let refresh = HTTPField.Name("Refresh") ?? .via
}

/// The work broke off, or was never begun; nothing was written.
struct ImportBrokenPage {
    let visit: Visit
    let list: BroughtList
    private var words: Language { visit.language }

    func answer() -> Answer {
        let title = ImportingTexts.state(list.state)
        let layout = Layout(visit: visit, title: title[words], place: list.kind.menuPlace(for: visit), frame: .thin)
        return layout.answer(
            """
            \(ImportHead(visit: visit, list: list, title: title).html)
            <p class="say warn">\(ImportStepTexts.brokenOff[words])</p>
            <form method="post" action="/imports/\(list.id)/check">\(visit.csrfField)<p class="acts">\
            <button class="main">\(ImportStepTexts.again[words])</button>\
            <a class="button" href="/imports">\(ImportingTexts.toLists[words])</a></p></form>\
            \(ImportRemoval(visit: visit, list: list).html)
            """)
    }
}
