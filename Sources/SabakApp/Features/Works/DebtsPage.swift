import SchoolRules
import Store
import Web

/// What students still owe: of the own pages, the own class, or the school.
struct DebtsPage {
    let visit: Visit
    let debts: [OpenDebt]
    let kinds: [KindOfWork]
    let classes: [ListedClass]
    let classID: Int64?
    private var language: Language { visit.language }

    static func read(_ visit: Visit, classID: Int64?, in connection: Connection) throws -> DebtsPage {
        let school = visit.school.id
        let isSchool = visit.mayInSchool(.readPage)
        let scope: OpenDebt.Scope =
            isSchool
            ? .school : .person(visit.person.id, led: try visit.classesLed(in: connection), on: visit.today)
        let found = try OpenDebt.all(scope, year: visit.year, on: visit.today, school: school, in: connection)
        return DebtsPage(
            visit: visit, debts: found.filter { classID == nil || $0.classID == classID },
            kinds: try SchoolFacts.kindsOfWork(school: school, in: connection),
            classes: isSchool ? try ListedClass.all(year: visit.year, school: school, in: connection) : [],
            classID: classID)
    }

    var answer: Answer {
        let title = DebtTexts.title[language]
        let late = debts.count { $0.debt.due < visit.today }
        let counts = [
            WorksTexts.debtCount(debts.count)[language], late == 0 ? "" : "\(WorksTexts.overdue[language]): \(late)",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        return Layout(visit: visit, title: title, place: "/works", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(counts). \(WorksTexts.debtsWhat[language])</p>\
            </div>
            <p class="acts"><a class="button quiet" href="/works">\(WorksTexts.title[language])</a>\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])</button></p></div>
            \(filter)\(table)
            """)
    }

    private var filter: HTML? {
        guard !classes.isEmpty else { return nil }
        let options =
            [(value: "", words: WorksTexts.all[language])]
            + classes.map { (value: "\($0.id)", words: $0.name.display(language)) }
        let typed = Form(fields: [(name: "class", value: classID.map(String.init) ?? "")])
        return """
            <form class="filter" method="get" action="/works/debts">\
            \(Inputs(typed: typed, language: language).choice("class", WorksTexts.schoolClass, options))\
            <button>\(WorksTexts.show[language])</button></form>
            """
    }

    private var table: HTML {
        guard !debts.isEmpty else {
            return "<p class=\"say good\" role=\"status\">\(WorksTexts.nobodyOwes[language])</p>"
        }
        let heads = [
            WorksTexts.student, WorksTexts.schoolClass, WorksTexts.subject, WorksTexts.work, WorksTexts.due,
            WorksTexts.state,
        ].html { "<th scope=\"col\">\($0[language])</th>" }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(DebtTexts.title[language])">\
            <table class="list stack debtlist"><thead><tr>\(heads)</tr></thead><tbody>\(debts.html(row))</tbody>\
            </table></div>
            """
    }

    private func row(_ debt: OpenDebt) -> HTML {
        let kind = kinds.first { $0.id == debt.kind }?.names[language] ?? ""
        let work = [kind, debt.day.words(language), debt.topic].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <tr><th scope="row">\(debt.name.list)</th><td>\(debt.place(language))</td>\
            <td><a href="/pages/\(debt.page)">\(debt.subject[language])</a></td>\
            <td><a href="/lessons/\(debt.lesson)">\(work)</a></td><td>\(debt.debt.due.words(language))</td>\
            <td>\(DebtState.html(debt, on: visit.today, language))</td></tr>

            """
    }
}

/// How far a debt has come, as a tag.
enum DebtState {
    static func html(_ debt: OpenDebt, on today: Day, _ language: Language) -> HTML {
        if let value = debt.turned {
            return "<span class=\"tag late\">\(WorksTexts.turned(value)[language])</span>"
        }
        return debt.debt.due < today
            ? "<span class=\"tag late\">\(WorksTexts.overdue[language])</span>"
            : "<span class=\"tag\">\(WorksTexts.open[language])</span>"
    }
}
