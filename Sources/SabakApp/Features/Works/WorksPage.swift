import SchoolRules
import Store
import Web

/// The calendar of works by week: of a teacher's pages, a class teacher's class, or the school.
struct WorksPage {
    let visit: Visit
    let wish: CalendarWish
    let weeks: [Week]
    let works: [AnnouncedWork]
    /// Works whose lesson is off, whatever the week.
    let unplaced: [AnnouncedWork]
    let kinds: [KindOfWork]
    let classes: [ListedClass]
    let warnings: [Int64: [WorkWarning]]
    private var language: Language { visit.language }

    /// One week of a whole school fills a screen; of a class or a teacher, four do.
    static func read(_ visit: Visit, _ wish: CalendarWish, in connection: Connection) throws -> WorksPage {
        let school = visit.school.id
        let isSchool = visit.mayInSchool(.readPage)
        let kinds = try SchoolFacts.kindsOfWork(school: school, in: connection)
        let scope: AnnouncedWork.Scope =
            isSchool
            ? .school : .person(visit.person.id, led: try visit.classesLed(in: connection), on: visit.today)
        let number = isSchool && wish.classID == nil ? 1 : 4
        var weeks = [wish.week]
        while weeks.count < number { weeks.append(weeks[weeks.count - 1].next) }
        let last = weeks[weeks.count - 1].sunday
        let horizon = max(last, visit.today.adding(120))
        let fits: (AnnouncedWork) -> Bool = { wish.classID == nil || $0.classID == wish.classID }
        let found = try AnnouncedWork.all(
            scope, from: wish.week.monday, to: last, kinds: kinds, school: school, in: connection)
        let ahead = try AnnouncedWork.all(
            scope, from: visit.today, to: horizon, kinds: [], school: school, in: connection)
        let works = found.filter { fits($0) && !$0.isUnplaced }
        return WorksPage(
            visit: visit, wish: wish, weeks: weeks, works: works,
            unplaced: ahead.filter { fits($0) && $0.isUnplaced }, kinds: kinds,
            classes: isSchool ? try ListedClass.all(year: visit.year, school: school, in: connection) : [],
            warnings: try WorkContext.warnings(
                of: works, kinds: kinds, year: visit.year, school: school, in: connection))
    }

    var answer: Answer {
        let title = WorksTexts.title[language]
        return Layout(visit: visit, title: title, place: "/works", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(weeks[0].monday.words(language)) – \
            \(weeks[weeks.count - 1].sunday.words(language)) · \(WorksTexts.count(works.count)[language])</p></div>
            <nav class="step" aria-label="\(WorksTexts.weeks[language])">\
            \(step(-weeks.count, WorksTexts.before, Icon.back))<a href="/works\(query(nil))">\
            \(ShellTexts.today[language])</a>\(step(weeks.count, WorksTexts.after, Icon.next))</nav>
            <p class="acts"><a class="button quiet" href="/works/debts">\(DebtTexts.title[language])</a>\(rulesLink)\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])</button></p></div>
            \(filter)\(WorkList(visit: visit, kinds: kinds).unplaced(unplaced))\(calendar)
            """)
    }

    private var rulesLink: HTML? {
        SettingsPart.teaching.isFor(visit)
            ? "<a class=\"button quiet\" href=\"/works/rules\">\(WorksTexts.rules[language])</a>" : nil
    }

    private func query(_ week: Week?) -> String {
        var fields: [(name: String, value: String)] = []
        if let week { fields.append(("week", week.description)) }
        if let id = wish.classID { fields.append(("class", "\(id)")) }
        return fields.isEmpty ? "" : "?" + Form(fields: fields).encoded
    }

    private func step(_ count: Int, _ label: Text, _ icon: Icon) -> HTML {
        let week = Week(containing: wish.week.monday.adding(count * 7))
        return "<a href=\"/works\(query(week))\" aria-label=\"\(label[language])\">\(icon.html)</a>"
    }

    private var filter: HTML? {
        guard !classes.isEmpty else { return nil }
        let options =
            [(value: "", words: WorksTexts.all[language])]
            + classes.map { (value: "\($0.id)", words: $0.name.display(language)) }
        let typed = Form(fields: [(name: "class", value: wish.classID.map(String.init) ?? "")])
        return """
            <form class="filter" method="get" action="/works">\
            <input type="hidden" name="week" value="\(wish.week.description)">\
            \(Inputs(typed: typed, language: language).choice("class", WorksTexts.schoolClass, options))\
            <button>\(WorksTexts.show[language])</button></form>
            """
    }

    private var calendar: HTML {
        guard !works.isEmpty else { return "<p class=\"say\">\(WorksTexts.nothing[language])</p>" }
        return weeks.html { week in
            let days = week.days.filter { day in day.weekday < 6 || works.contains { $0.day == day } }
            return "<section class=\"workweek\">\(days.html(day))</section>"
        }
    }

    private func day(_ day: Day) -> HTML {
        let (here, drawing) = (works.filter { $0.day == day }, WorkList(visit: visit, kinds: kinds))
        let classes = [day == visit.today ? "now" : "", here.isEmpty ? "free" : ""].filter { !$0.isEmpty }
        let list: HTML? =
            here.isEmpty
            ? nil : "<ul>\(here.html { drawing.item($0, warnings[$0.lesson] ?? [], place: true) })</ul>"
        return """
            <div class="\(classes.joined(separator: " "))"><h2>\(day.shortWeekday(language)) \
            <span>\(day.words(language))</span></h2>\(list)</div>
            """
    }
}

/// Works as items of a list.
struct WorkList {
    let visit: Visit
    let kinds: [KindOfWork]
    private var language: Language { visit.language }

    func kind(_ id: Int) -> KindOfWork? { kinds.first { $0.id == id } }

    func item(_ work: AnnouncedWork, _ warnings: [WorkWarning] = [], place: Bool) -> HTML {
        let short = kind(work.kind)?.short[language] ?? ""
        let name = place ? work.whom(language) : work.subject[language]
        let title: HTML? = work.title.isEmpty ? nil : "<small>\(work.title)</small>"
        let moved: HTML? = work.isMoved ? "<small class=\"tag\">\(WorksTexts.moved[language])</small>" : nil
        let names = kind(work.kind)?.names[language] ?? ""
        return """
            <li><a href="/lessons/\(work.lesson)"><b>\(name)</b></a> <span class="tag" title="\(names)">\(short)\
            </span> \
            \(title)\(moved)\(WorkWords.list(warnings, language))</li>
            """
    }

    func unplaced(_ works: [AnnouncedWork]) -> HTML? {
        guard !works.isEmpty else { return nil }
        let items = works.html { work -> HTML in
            let words = [
                kind(work.kind)?.names[language] ?? "", work.title, (work.plannedOn ?? work.day).words(language),
            ]
            .filter { !$0.isEmpty }.joined(separator: " · ")
            return """
                <li><a href="/pages/\(work.page)/works"><b>\(work.whom(language))</b></a> <small>\(words)</small></li>
                """
        }
        return """
            <section class="say warn" role="status"><p><b>\(WorksTexts.unplaced[language])</b></p>\
            <ul class="plain">\(items)</ul></section>
            """
    }
}
