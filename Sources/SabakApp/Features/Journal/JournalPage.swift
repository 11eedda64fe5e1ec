import SchoolRules
import Store
import Web

/// A page of the journal in a term: its bar, the grid, what was covered, and the foot of the printed page.
struct JournalPage {
    let visit: Visit
    let sheet: JournalSheet
    let terms: [JournalTerm]
    let teachers: [PersonName]
    /// Other pages to go on to.
    let beside: [ListedPage]
    let head: AuditHead

    private var language: Language { visit.language }
    private var page: FoundPage { sheet.page }
    private var title: String {
        pageTitle(
            subject: page.subject, className: page.className, groupName: page.groupName, language)
    }
    private var termTitle: String {
        sheet.term.number == 0
            ? JournalTexts.schoolYear(page.year)[language]
            : PeriodWords.term(sheet.term.kind, sheet.term.number)[language]
    }

    var answer: Answer {
        Layout(
            visit: visit, title: "\(title) · \(termTitle)", place: "/pages", frame: .journal,
            script: hasGrid ? "journal.js" : "app.js"
        ).answer(
            """
            <div class="bar">\(bar)</div>
            <div class="tools" id="tools"></div>
            <div class="sheet">\(printHead)
            \(grid)\(covered)\(printFoot)</div>
            <footer class="status" id="status"><ul class="legend">\(legend)</ul></footer>
            """)
    }

    private var bar: HTML {
        let others = beside.filter { $0.id != page.id }
        let menu: HTML? =
            others.isEmpty
            ? nil
            : """
            <details class="menu"><summary>\(JournalTexts.otherPage[language])</summary><ul>\
            \(others.html { "<li><a href=\"/pages/\($0.id)\">\($0.title(language))</a></li>" })</ul></details>
            """
        let tabs: HTML? =
            terms.isEmpty
            ? nil
            : """
            <nav class="seg" aria-label="\(JournalTexts.termWord(sheet.term.kind)[language])">\(terms.html(tab))</nav>
            """
        return """
            <h1>\(title)</h1>\(menu)\(tabs)<p class="sub">\(summary)</p><p class="acts">\(finals)\
            <button type="button" class="quiet" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])\
            </button>\(openLesson)</p>
            """
    }

    private var unlock: HTML? {
        guard sheet.term.isClosed, !sheet.isUnlocked, page.writable == .everything else { return nil }
        return "<a class=\"button quiet\" href=\"/unlocks?page=\(page.id)\">\(JournalTexts.unlock[language])</a>"
    }

    /// To the final marks of the term; a substitute sees the lesson only.
    private var finals: HTML? {
        guard page.lessons == nil, sheet.term.number > 0 else { return nil }
        return """
            <a class="button quiet" href="/pages/\(page.id)/finals?term=\(sheet.term.number)">\
            \(JournalTexts.finals[language])</a><a class="button quiet" href="/pages/\(page.id)/works">\
            \(JournalTexts.works[language])</a>\(unlock)
            """
    }

    private func tab(_ term: JournalTerm) -> HTML {
        let isShown = term.number == sheet.term.number
        let mark: HTML? = isShown ? " aria-current=\"page\"" : nil
        let words = PeriodWords.term(term.kind, term.number)[language]
        let label: HTML =
            isShown
            ? "\(words)" : "<span class=\"sr\">\(words)</span><span aria-hidden=\"true\">\(term.number)</span>"
        return "<a href=\"?term=\(term.number)\"\(mark)>\(label)</a>"
    }

    private var summary: String {
        let held = sheet.lessons.count { $0.startMoment <= visit.moment && !$0.isCancelled }
        let days = "\(sheet.term.from.words(language)) – \(sheet.term.to.words(language))"
        let counts = "\(JournalTexts.lessons(sheet.lessons.count)[language]), \(JournalTexts.held(held)[language])"
        return [days, counts, sheet.term.isClosed ? JournalTexts.closed[language] : ""].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    /// The lesson to go to: of today the first that is not complete, else the last that has begun.
    private var openLesson: HTML? {
        let begun = sheet.lessons.filter { $0.startMoment <= visit.moment && !$0.isCancelled }
        let today = begun.first { $0.day == visit.today && $0.state(at: visit.moment) != .complete }
        guard let lesson = today ?? begun.last ?? sheet.lessons.first else { return nil }
        return "<a class=\"button main\" href=\"/lessons/\(lesson.id)\">\(JournalTexts.openLesson[language])</a>"
    }

    private var hasGrid: Bool { !sheet.lessons.isEmpty && !sheet.students.isEmpty }

    private var grid: HTML {
        if sheet.lessons.isEmpty { return "<p class=\"say\">\(JournalTexts.noLessons[language])</p>" }
        if sheet.students.isEmpty { return "<p class=\"say\">\(JournalTexts.noStudents[language])</p>" }
        return JournalGrid(sheet, language: language, now: visit.moment)
            .html(person: visit.person.id, csrf: visit.session.csrf, title: "\(title), \(termTitle)")
    }

    private var printHead: HTML {
        let group = page.className.map { $0.titled(InterfaceLanguage(rawValue: language.rawValue) ?? .ru) }
        let names = [page.subject[language], group ?? "", page.groupName, termTitle].filter { !$0.isEmpty }
        let words = teachers.count == 1 ? JournalTexts.teacher : JournalTexts.teachers
        return """
            <div class="paper"><h2>\(names.joined(separator: " · "))</h2><p>\(visit.school.name), \
            \(JournalTexts.schoolYear(page.year)[language])</p><p>\(words[language]): \
            \(teachers.map(\.full).joined(separator: ", "))</p></div>
            """
    }

    private var covered: HTML {
        guard !sheet.lessons.isEmpty else { return "" }
        var html: HTML = """
            <section class="covered"><h2>\(JournalTexts.covered[language])</h2><table class="list"><thead><tr>\
            <th scope="col">\(JournalTexts.date[language])</th><th scope="col">\(JournalTexts.topic[language])</th>\
            <th scope="col">\(JournalTexts.homework[language])</th><th scope="col" class="sign">\
            \(JournalTexts.signature[language])</th></tr></thead><tbody>

            """
        for lesson in sheet.lessons { append(lesson, to: &html) }
        html.append(markup: "</tbody></table></section>\n")
        return html
    }

    private func append(_ lesson: LessonRow, to html: inout HTML) {
        html.append(markup: "<tr data-l=\"")
        html.append(number: lesson.id)
        html.append(markup: "\"><th scope=\"row\">")
        html.append(text: String(lesson.day.short.prefix(5)))
        html.append(markup: "</th><td>")
        html.append(text: [lesson.topic, lesson.material].filter { !$0.isEmpty }.joined(separator: " — "))
        html.append(markup: "</td><td>")
        html.append(text: lesson.noHomework ? JournalTexts.noHomework[language] : lesson.homework)
        html.append(markup: "</td><td></td></tr>\n")
    }

    private var printFoot: HTML {
        let codes = sheet.codes.map {
            "\($0.label(in: page.recordLanguage)) \(JournalTexts.word(of: $0, in: language))"
        }
        let sign = Digest.hex(Array(head.hash.prefix(6)))
        let groups = stride(from: 0, to: sign.count, by: 4).map { sign.dropFirst($0).prefix(4) }
        return """
            <div class="paper foot"><p>\(codes.joined(separator: " · "))</p><p class="lines"><span>\
            \(JournalTexts.teacher[language])</span><span>\(JournalTexts.deputy[language])</span></p>\
            <p>\(visit.today.short) · \(JournalTexts.seal(groups.joined(separator: " "))[language])</p></div>
            """
    }

    private var legend: HTML {
        let debt: HTML = "<li><i class=\"debt\">•</i> \(JournalTexts.debtWord[language])</li>"
        return "\(codeLegend)\(debt)"
    }

    private var codeLegend: HTML {
        sheet.codes.html { code in
            """
            <li><i class="\(GridSigns.kind(of: code))">\(code.label(in: page.recordLanguage))</i> \
            \(JournalTexts.word(of: code, in: language))</li>
            """
        }
    }
}
