import HTTPTypes
import SchoolRules
import Store
import Web

/// The works of one page: what is planned, and the form that plans.
struct PageWorksPage {
    struct Choice: Sendable {
        let id: Int64
        let day: Day
        let number: Int
    }

    let visit: Visit
    let page: FoundPage
    let works: [AnnouncedWork]
    let lessons: [Choice]
    let kinds: [KindOfWork]
    let warnings: [Int64: [WorkWarning]]
    var typed: (form: Form, refusal: Refusal, work: Int64?)?

    private var language: Language { visit.language }
    private var mayWrite: Bool { page.writable == .everything && visit.may(.writeWrittenWorkDate) }

    static func read(_ page: FoundPage, for visit: Visit, in connection: Connection) throws -> PageWorksPage {
        guard page.lessons == nil else { throw Refusal.notFound }
        let school = visit.school.id
        let kinds = try SchoolFacts.kindsOfWork(school: school, in: connection)
        let from = SchoolCalendar.firstDay(of: page.year)
        let lessons = try connection.all(
            """
            SELECT id, day, number, start_minute FROM lesson
            WHERE school_id = \(school) AND page_id = \(page.id) AND is_cancelled = 0
                AND day >= \(visit.today.description)
            ORDER BY day, start_minute, id LIMIT 120
            """
        ) { (Choice(id: $0.integer(0), day: Day($0.text(1)) ?? .forever, number: $0.int(2)), $0.int(3)) }
        let works = try AnnouncedWork.all(
            .pages([page.id]), from: from, to: from.adding(366), kinds: kinds, school: school, in: connection)
        return PageWorksPage(
            visit: visit, page: page, works: works,
            lessons: lessons.filter { visit.moment < Moment(day: $0.0.day, minute: $0.1) }.map(\.0), kinds: kinds,
            warnings: try WorkContext.warnings(
                of: works.filter { $0.day >= visit.today && !$0.isUnplaced }, kinds: kinds, year: page.year,
                school: school, in: connection))
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = pageTitle
        let ahead = works.filter { $0.day >= visit.today && !$0.isUnplaced }
        let past = Array(works.filter { $0.day < visit.today && !$0.isUnplaced }.reversed())
        let unplaced = works.filter(\.isUnplaced)
        let html = Layout(visit: visit, title: "\(title) · \(WorksTexts.ofPage[language])", place: "/works").html(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(WorksTexts.ofPage[language])</p></div>
            <p class="acts"><a class="button quiet" href="/pages/\(page.id)">\(WorksTexts.journal[language])</a>\
            <a class="button quiet" href="/works">\(WorksTexts.toCalendar[language])</a></p></div>
            \(said)\(list(unplaced, WorksTexts.unplaced))\(list(ahead, WorksTexts.ahead))\(empty(ahead, unplaced))\
            \(mayWrite ? planning : nil)\(list(past, WorksTexts.past))
            """)
        return .page(html, status: status)
    }

    private var pageTitle: String {
        [page.className?.display(language) ?? "", page.subject[language], page.groupName]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private var said: HTML? {
        if let refusal = typed?.refusal { return Said.refused(refusal, language) }
        let query = visit.asked.query
        switch query["note"] {
        case "planned":
            let warnings = WorkNote.warnings(query["but"])
            let list = warnings.html { "<li>\(WorkWords.warning($0)[language])</li>" }
            let but: HTML? =
                warnings.isEmpty
                ? nil
                : """
                <div class="say warn" role="status"><b>\(WorksTexts.but[language])</b><ul class="plain">\(list)</ul>\
                </div>
                """
            return "\(Said.good(WorksTexts.planned, language))\(but)"
        case "withdrawn": return Said.good(WorksTexts.withdrawn, language)
        default: return nil
        }
    }

    private func empty(_ ahead: [AnnouncedWork], _ unplaced: [AnnouncedWork]) -> HTML? {
        ahead.isEmpty && unplaced.isEmpty ? "<p class=\"sub\">\(WorksTexts.nothingOfPage[language])</p>" : nil
    }

    private func list(_ works: [AnnouncedWork], _ title: Text) -> HTML? {
        guard !works.isEmpty else { return nil }
        return
            "<section><h2>\(title[language])</h2><ul class=\"card brief worklist\">\(works.html(item))</ul></section>"
    }

    private func item(_ work: AnnouncedWork) -> HTML {
        let kind = kinds.first { $0.id == work.kind }?.names[language] ?? ""
        let moved: HTML? = work.isMoved ? " <span class=\"tag\">\(WorksTexts.moved[language])</span>" : nil
        let off: HTML? =
            work.isUnplaced ? " <span class=\"tag late\">\(WorksTexts.unplacedShort[language])</span>" : nil
        let acts: HTML? = mayWrite && work.id != 0 && work.day >= visit.today ? self.acts(work) : nil
        return """
            <li><div><b>\(work.day.words(language)), \(work.day.weekdayWord(language))</b> \
            <a href="/lessons/\(work.lesson)">\(kind)</a>\(moved)\(off)<br><small>\(work.title)</small>\
            \(WorkWords.list(warnings[work.lesson] ?? [], language))</div>\(acts)\
            </li>
            """
    }

    private func acts(_ work: AnnouncedWork) -> HTML {
        let isTyped = typed?.work == work.id
        let known = Form(fields: [
            ("lesson", "\(work.lesson)"), ("kind", "\(work.kind)"), ("title", work.title),
        ])
        let open: HTML? = isTyped ? " open" : nil
        return """
            <details class="add"\(open)><summary>\(WorksTexts.change[language])</summary>\
            \(form("/pages/\(page.id)/works/\(work.id)", isTyped ? typed?.form ?? known : known, prefix: "w\(work.id)-",
                version: work.version, isTyped: isTyped))\
            <form method="post" action="/pages/\(page.id)/works/\(work.id)/withdraw">\(visit.csrfField)\
            <p class="acts"><button class="danger">\(WorksTexts.withdraw[language])</button></p></form></details>
            """
    }

    private var planning: HTML {
        guard !lessons.isEmpty else { return "<p class=\"sub\">\(WorksTexts.noLessons[language])</p>" }
        let isTyped = typed != nil && typed?.work == nil
        let wished = Form(fields: [("lesson", visit.asked.query["lesson"] ?? "")])
        return """
            <section id="plan"><h2>\(WorksTexts.planning[language])</h2><div class="card pad">\
            \(form("/pages/\(page.id)/works", isTyped ? typed?.form ?? wished : wished, prefix: "", version: 0,
                isTyped: isTyped))</div></section>
            """
    }

    private func form(_ action: String, _ typed: Form, prefix: String, version: Int64, isTyped: Bool) -> HTML {
        var problems: [String: Text] = [:]
        if isTyped, let field = self.typed?.refusal.fields.first { problems[field.pointer] = field.words }
        let inputs = Inputs(typed: typed, problems: problems, language: language, prefix: prefix)
        let taken = Set(works.filter { !$0.isUnplaced }.map(\.lesson))
        let days = lessons.map { lesson in
            let sign = taken.contains(lesson.id) ? " •" : ""
            let words = "\(lesson.day.shortWeekday(language)) \(lesson.day.words(language))"
            return (value: "\(lesson.id)", words: "\(words), \(LessonWords.number(lesson.number)[language])\(sign)")
        }
        let options = AnnouncedWork.kinds(kinds).sorted { order($0) < order($1) }
            .map { (value: "\($0.id)", words: $0.names[language]) }
        return """
            <form class="form" method="post" action="\(action)" data-guard="work-\(page.id)-\(prefix)">\
            \(visit.csrfField)<input type="hidden" name="version" value="\(version)">\
            <div class="row">\(inputs.choice("lesson", WorksTexts.lesson, days, width: "grow", isRequired: true))\
            \(inputs.choice("kind", WorksTexts.kind, options, width: "grow", isRequired: true))</div>\
            \(inputs.text("title", WorksTexts.about, isRequired: true, width: "grow"))\
            <p class="acts"><button class="main">\((version == 0 ? WorksTexts.plan : ShellTexts.save)[language])\
            </button></p></form>
            """
    }

    /// Summative works first, then control works, by what they weigh: so they are planned most often.
    private func order(_ kind: KindOfWork) -> (Int, Fraction, Int) {
        let isSummative = [CriteriaKinds.section, CriteriaKinds.term].contains(kind.id)
        return (isSummative ? 0 : kind.isWritten && kind.isRequired ? 1 : 2, 0 - kind.weight, kind.id)
    }
}
