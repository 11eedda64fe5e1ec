import HTTPTypes
import SchoolRules
import Store
import Web

/// What newcomers of a page have brought, and the form that enters it.
struct TransfersPage {
    let visit: Visit
    let page: FoundPage
    let marks: [TransferredMark]
    let students: [FinalQueries.Member]
    let terms: [FinalTerm]
    let finalScale: String
    let kinds: [KindOfWork]
    var typed: (form: Form, refusal: Refusal)?
    private var language: Language { visit.language }
    private var mayWrite: Bool { page.writable == .everything && visit.may(.writeMark) }

    static func read(_ visit: Visit, page: FoundPage, in connection: Connection) throws -> TransfersPage {
        guard page.lessons == nil else { throw Refusal.notFound }
        let school = visit.school.id
        let place = try FinalPlace(
            page, nil, on: visit.today, school: school, time: visit.school.time, in: connection)
        let members = try FinalQueries.members(
            of: page.group, on: visit.today, classes: page.classes, school: school, in: connection)
        let known = Set(members.map(\.id))
        return TransfersPage(
            visit: visit, page: page,
            marks: try TransferredMark.all(on: [page.id], school: school, in: connection)
                .filter { page.classes == nil || known.contains($0.student) },
            students: members, terms: place.terms, finalScale: place.regime.finalScale,
            kinds: try SchoolFacts.kindsOfWork(school: school, in: connection))
    }

    func isOfYear(_ day: Day) -> Bool { SchoolCalendar.schoolYear(containing: day) == page.year }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = [page.className?.display(language) ?? "", page.subject[language], page.groupName]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let html = Layout(visit: visit, title: "\(title) · \(TransfersTexts.title[language])", place: "/pages").html(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(TransfersTexts.title[language]). \
            \(TransfersTexts.what[language])</p></div>
            <p class="acts"><a class="button quiet" href="/pages/\(page.id)">\(TransfersTexts.journal[language])</a>\
            <a class="button quiet" href="/pages/\(page.id)/finals">\(TransfersTexts.finals[language])</a></p></div>
            \(said)\(list)\(mayWrite ? form : nil)
            """)
        return .page(html, status: status)
    }

    private var said: HTML? {
        if let typed { return Said.refused(typed.refusal, language) }
        return Said.done(visit, ["saved": ShellTexts.saved, "withdrawn": TransfersTexts.withdrawn])
    }

    private var list: HTML {
        guard !marks.isEmpty else { return "<p class=\"say\">\(TransfersTexts.nothing[language])</p>" }
        let heads = [
            TransfersTexts.student, TransfersTexts.whichMarks, TransfersTexts.values, TransfersTexts.source,
            TransfersTexts.by,
        ].html { "<th scope=\"col\">\($0[language])</th>" }
        let last: HTML? = mayWrite ? "<td></td>" : nil
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(TransfersTexts.title[language])">\
            <table class="list"><thead><tr>\(heads)\(last)</tr></thead><tbody>\(marks.html(row))</tbody></table></div>
            """
    }

    private func row(_ mark: TransferredMark) -> HTML {
        let kind = kinds.first { $0.id == mark.kind }?.names[language] ?? ""
        let what =
            mark.key.map { PeriodWords.name($0, among: terms)[language] }
            ?? [mark.day?.words(language) ?? "", kind].filter { !$0.isEmpty }.joined(separator: " · ")
        let act: HTML? =
            mayWrite
            ? """
            <td class="acts"><form method="post" action="/pages/\(page.id)/transferred/\(mark.id)/withdraw">\
            \(visit.csrfField)<button class="link">\(TransfersTexts.withdraw[language])\
            <span class="sr">: \(mark.studentName.list), \(mark.value)</span></button></form></td>
            """ : nil
        return """
            <tr><th scope="row">\(mark.studentName.list)</th><td>\(what)</td>\
            <td>↘ <b class="mark">\(mark.value)</b></td><td>\(mark.source)</td><td>\(mark.by.short)</td>\(act)</tr>
            """
    }

    private func values(_ inputs: Inputs) -> HTML {
        inputs.text("values", TransfersTexts.values, isRequired: true, width: "grow", hint: TransfersTexts.valuesHint)
    }

    private var form: HTML {
        var problems: [String: Text] = [:]
        if let field = typed?.refusal.fields.first { problems[field.pointer] = field.words }
        let inputs = Inputs(typed: typed?.form ?? Form(), problems: problems, language: language)
        let pupils = students.map { (value: "\($0.id)", words: $0.name.list) }
        let periods =
            [(value: "", words: TransfersTexts.current[language])]
            + terms.map { (value: $0.key.stored, words: PeriodWords.name($0.key, among: terms)[language]) }
        let works = kinds.map { (value: "\($0.id)", words: $0.names[language]) }
        return """
            <section><h2>\(TransfersTexts.add[language])</h2>\
            <form class="form card pad" method="post" action="/pages/\(page.id)/transferred" \
            data-guard="transferred-\(page.id)">\(visit.csrfField)<div class="row">\
            \(inputs.choice("student", TransfersTexts.student, pupils, width: "grow", isRequired: true))\
            \(inputs.choice("period", TransfersTexts.whichMarks, periods, width: "grow"))</div><div class="row">\
            \(inputs.text("day", TransfersTexts.day, type: "date", width: "short", hint: TransfersTexts.dayHint))\
            \(inputs.choice("kind", TransfersTexts.kind, works, width: "grow"))</div><div class="row">\
            \(values(inputs))\
            \(inputs.text("source", TransfersTexts.source, isRequired: true, width: "grow"))</div>\
            <p class="acts"><button class="main">\(ShellTexts.save[language])</button></p></form></section>
            """
    }
}
