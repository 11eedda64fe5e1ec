import HTTPTypes
import SchoolRules
import Web

/// The load list, with the sums by teacher below.
struct LoadPage {
    let visit: Visit
    let list: LoadList
    /// How many pages have lost their teacher, as far as the visitor can mend that.
    let toHandOver: Int
    let hasNextYear: Bool
    private var words: Language { visit.language }
    private var mayWrite: Bool { visit.may(.writeLoad) }

    func answer() -> Answer {
        let title = LoadTexts.load[words]
        let content: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(summary)</p></div>\(acts)</div>
            \(years)\(note)\(list.isWhole ? filter : nil)\(table)\(mayWrite ? adding : nil)\(sums)
            """
        return Layout(visit: visit, title: title, place: "/load", frame: .wide).answer(content)
    }

    private var summary: String {
        let parts = [
            LoadTexts.rows(list.lines.compactMap(\.row).count)[words], HoursWords.words(list.hours, words),
        ]
        let vacancies = list.vacancies == 0 ? "" : " · " + LoadTexts.vacancies(list.vacancies)[words]
        return parts.joined(separator: ", ") + vacancies
    }

    private var isEmpty: Bool {
        list.lines.isEmpty && list.search.isEmpty && list.classID == nil && list.teacherID == nil
    }

    private var acts: HTML {
        let add: HTML? =
            mayWrite
            ? "<a class=\"button\(isEmpty ? "" : " main")\" href=\"#add\">\(Icon.plus.html)\(LoadTexts.add[words])</a>"
            : nil
        return """
            <p class="acts">\(add)\(ImportLink.button(.load, visit, isMain: isEmpty))\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[words])\
            </button></p>
            """
    }

    /// The present year and the next, where that is made.
    private var years: HTML? {
        hasNextYear ? YearChoice(visit: visit, path: "/load").html : nil
    }

    private var note: HTML {
        let open: HTML? =
            toHandOver == 0
            ? nil
            : """
            <p class="say warn" role="status">\(LoadTexts.openPages(toHandOver)[words]) \
            <a href="\(visit.inYear("/load/handover"))">\(LoadTexts.handOver[words])</a></p>
            """
        return "\(added)\(open)"
    }

    private var added: HTML? {
        visit.asked.query["note"] == "added"
            ? "<p class=\"say good\" role=\"status\">\(LoadTexts.added[words])</p>" : nil
    }

    private var filter: HTML {
        let typed = Form(fields: [
            ("q", list.search), ("class", list.classID.map(String.init) ?? ""),
            ("teacher", list.teacherID.map(String.init) ?? ""),
        ])
        let inputs = Inputs(typed: typed, language: words)
        let all = [("", LoadTexts.all[words])]
        let classes = all + list.classes.map { ("\($0.id)", $0.name.display(words)) }
        let teachers = all + list.teachers.map { ("\($0.id)", $0.name.full) }
        return """
            <form class="filter" method="get" role="search">\(visit.yearField)\
            \(inputs.text("q", LoadTexts.search, type: "search", width: "grow"))\
            \(inputs.choice("class", LoadTexts.classWord, classes))\
            \(inputs.choice("teacher", LoadTexts.teacher, teachers))\
            <p class="acts"><button>\(LoadTexts.show[words])</button></p></form>
            """
    }

    private var table: HTML {
        let acts: HTML? =
            mayWrite ? "<th scope=\"col\"><span class=\"sr\">\(LoadTexts.actions[words])</span></th>" : nil
        let placed: HTML? =
            list.hasTimetable ? "<th scope=\"col\" class=\"num\">\(LoadTexts.inTimetable[words])</th>" : nil
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(LoadTexts.load[words])">\
            <table class="list stack"><thead>\
            <tr><th scope="col">\(LoadTexts.classWord[words])</th><th scope="col">\(LoadTexts.subject[words])</th>\
            <th scope="col">\(LoadTexts.group[words])</th><th scope="col">\(LoadTexts.teacher[words])</th>\
            <th scope="col" class="num">\(LoadTexts.hours[words])</th>\(placed)<th scope="col">\
            \(LoadTexts.dates[words])</th>\
            \(acts)</tr></thead><tbody>\(list.lines.html(line))</tbody></table></div>
            """
    }

    private func line(_ line: LoadList.Line) -> HTML {
        let page = line.page
        let isOver = line.row.map { $0.to < list.today } ?? false
        let teacher: HTML = line.row.map { "\($0.name.full)" } ?? "<b class=\"warn\">\(LoadTexts.nobody[words])</b>"
        let dates = line.row.map { "\($0.from.short) – \($0.to == .forever ? "" : $0.to.short)" } ?? ""
        let acts: HTML? =
            mayWrite
            ? """
            <td class="acts"><a href="/load/pages/\(page.id)">\(LoadTexts.change[words])\
            <span class="sr">: \(page.title(words))</span></a></td>
            """ : nil
        return """
            <tr\(isOver ? " class=\"left\"" : HTML())><td><b>\(page.className?.display(words) ?? "—")</b></td>\
            <td>\(page.subject[words])</td><td>\(LoadTexts.groupName(page)[words])</td><td>\(teacher)</td>\
            <td class="num" data-l="\(LoadTexts.hours[words])">\
            \(HoursWords.number(line.row?.hours ?? page.hours, words))</td>\(placed(line))<td>\(dates)</td>\
            \(acts)</tr>
            """
    }

    private func placed(_ line: LoadList.Line) -> HTML? {
        guard list.hasTimetable else { return nil }
        let number = HoursWords.number(line.placed, words)
        let label = LoadTexts.inTimetable[words]
        if line.placed == line.page.hours { return "<td class=\"num\" data-l=\"\(label)\">\(number)</td>" }
        let said = LoadTexts.placed(number, HoursWords.number(line.page.hours, words))[words]
        return "<td class=\"num\" data-l=\"\(label)\"><b class=\"warn\">\(said)</b></td>"
    }

    private var adding: HTML {
        let classes =
            [("0", LoadTexts.acrossClasses[words])]
            + list.classes.map { ("\($0.id)", $0.name.display(words)) }
        let typed = Form(fields: [
            ("class", list.classID.map(String.init) ?? list.classes.first.map { "\($0.id)" } ?? "0")
        ])
        let inputs = Inputs(typed: typed, language: words, prefix: "new-")
        return """
            <details class="add" id="add"><summary>\(LoadTexts.add[words])</summary>\
            <form class="form" method="get" action="/load/new">\(visit.yearField)
            <div class="row">\(inputs.choice("class", LoadTexts.classWord, classes))\
            <p class="acts"><button class="main">\(LoadTexts.further[words])</button></p></div></form></details>
            """
    }

    private var sums: HTML? {
        guard list.isWhole, list.classID == nil, list.search.isEmpty, !list.sums.isEmpty else { return nil }
        let rows = list.sums.filter { list.teacherID == nil || $0.teacher == list.teacherID }.html { sum in
            """
            <tr><th scope="row"><a href="/load?teacher=\(sum.teacher)\(visit.yearQuery)">\(sum.name.full)</a></th>\
            <td class="num">\(sum.pages)</td><td class="num">\(HoursWords.number(sum.hours, words))</td></tr>
            """
        }
        return """
            <h2>\(LoadTexts.byTeacher[words])</h2><table class="list"><thead><tr><th scope="col">\
            \(LoadTexts.teacher[words])</th>\
            <th scope="col" class="num">\(LoadTexts.pages[words])</th><th scope="col" class="num">\
            \(LoadTexts.hours[words])\
            </th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }
}
