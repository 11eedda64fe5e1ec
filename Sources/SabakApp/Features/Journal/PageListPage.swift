import SchoolRules
import Web

/// The pages of the journal, as a list to choose from.
struct PageListPage {
    let visit: Visit
    let pages: [ListedPage]
    /// The class that was asked for.
    let chosen: Int64?

    private var language: Language { visit.language }

    var answer: Answer {
        Layout(visit: visit, title: JournalTexts.journal[language], place: "/pages").answer(
            """
            <div class="head"><div><h1>\(JournalTexts.journal[language])</h1>\
            <p class="sub">\(JournalTexts.schoolYear(visit.year)[language])</p></div></div>
            \(filter)\(sections)
            """)
    }

    private struct Section {
        let id: Int64
        let name: ClassName?
        var pages: [ListedPage]
    }

    private var classes: [Section] {
        var sections: [Section] = []
        for page in pages {
            if let last = sections.indices.last, sections[last].id == page.classID {
                sections[last].pages.append(page)
            } else {
                sections.append(Section(id: page.classID, name: page.className, pages: [page]))
            }
        }
        return sections
    }

    private var filter: HTML {
        guard visit.mayInSchool(.readPage), classes.count > 1 else { return "" }
        let options = classes.html { section in
            let mark: HTML? = section.id == chosen ? " selected" : nil
            return "<option value=\"\(section.id)\"\(mark)>\(name(of: section))</option>"
        }
        return """
            <form class="filter" role="search" method="get" action="/pages"><p class="field"><label for="class">\
            \(PageListTexts.class[language])</label><select id="class" name="class">\
            <option value="">\(PageListTexts.allClasses[language])</option>\(options)</select></p>\
            <button>\(PageListTexts.show[language])</button></form>
            """
    }

    private var sections: HTML {
        if pages.isEmpty { return "<p class=\"say\">\(PageListTexts.none[language])</p>" }
        let own = chosen == nil ? pages.filter(\.mayWrite) : []
        let rest = classes.compactMap { section -> Section? in
            guard chosen == nil || section.id == chosen else { return nil }
            var section = section
            if chosen == nil { section.pages.removeAll(where: \.mayWrite) }
            return section.pages.isEmpty ? nil : section
        }
        let mine: HTML? =
            own.isEmpty
            ? nil : section(PageListTexts.own[language], own) { $0.title(language) }
        return "\(mine)\(rest.html { section(name(of: $0), $0.pages) { $0.within(language) } })"
    }

    private func name(of section: Section) -> String {
        section.name?.display(language) ?? PageListTexts.across[language]
    }

    private func section(_ name: String, _ pages: [ListedPage], _ title: (ListedPage) -> String) -> HTML {
        """
        <h2>\(name)</h2><div class="scroll" tabindex="0" role="region" aria-label="\(name)">\
        <table class="list"><thead><tr><th scope="col">\(PageListTexts.page[language])</th><th scope="col">\
        \(JournalTexts.teacher[language])</th><th scope="col">\(PageListTexts.lastChange[language])</th></tr></thead>\
        <tbody>\(pages.html { row($0, title($0)) })</tbody></table></div>
        """
    }

    private func row(_ page: ListedPage, _ title: String) -> HTML {
        let teachers = page.teachers.map(\.short).joined(separator: ", ")
        return """
            <tr><th scope="row"><a href="/pages/\(page.id)">\(title)</a></th><td>\(teachers.isEmpty ? "—" : teachers)\
            </td><td>\(changed(page))</td></tr>
            """
    }

    private func changed(_ page: ListedPage) -> String {
        // A page that has only been made counts its changes from 0, and is no instant yet.
        guard page.changed > 946_684_800_000 else { return "—" }
        let moment = visit.school.time.moment(page.changed)
        return moment.day == visit.today
            ? "\(ShellTexts.today[language]), \(DateWords.clock(moment.minute))" : moment.day.words(language)
    }
}

private enum PageListTexts {
    static let `class` = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let allClasses = Text(ky: "Бардык класстар", ru: "Все классы", kk: "Барлық сыныптар", en: "All classes")
    static let show = Text(ky: "Көрсөтүү", ru: "Показать", kk: "Көрсету", en: "Show")
    static let own = Text(ky: "Менин беттерим", ru: "Мои страницы", kk: "Менің беттерім", en: "My pages")
    static let across = Text(
        ky: "Бир нече класстын топтору", ru: "Группы из нескольких классов", kk: "Бірнеше сынып топтары",
        en: "Groups across classes")
    static let page = Text(ky: "Бет", ru: "Страница", kk: "Бет", en: "Page")
    static let lastChange = Text(
        ky: "Акыркы жазуу", ru: "Последняя запись", kk: "Соңғы жазба", en: "Last entry")
    static let none = Text(
        ky: "Сизге журналдын бети бекитилген эмес. Жүктөмдү директордун орун басары бөлүштүрөт.",
        ru: "За вами не закреплены страницы журнала. Нагрузку распределяет заместитель директора.",
        kk: "Сізге журнал беті бекітілмеген. Жүктемені директордың орынбасары бөледі.",
        en: "No page of the journal is assigned to you. The deputy director assigns the load.")
}
