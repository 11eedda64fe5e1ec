import SchoolRules
import Web

/// The day sheet of the school: a line a class.
struct DaySheetPage: Sendable {
    let visit: Visit
    let day: Day
    let sheet: DaySheet
    private var words: Language { visit.language }

    var answer: Answer {
        let title = DaySheetTexts.title[words]
        return Layout(visit: visit, title: title, place: "/absences", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(summary)</p></div>
            \(DayStep(visit: visit, day: day, classID: nil).html)
            <p class="acts"><button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            <div class="scroll" tabindex="0" role="region" aria-label="\(DaySheetTexts.table[words])">\
            <table class="list"><thead><tr><th scope="col">\(DaySheetTexts.schoolClass[words])</th>\
            <th scope="col" class="num">\(DaySheetTexts.onList[words])</th>\
            <th scope="col" class="num">\(DaySheetTexts.present[words])</th>\
            \(DaySheet.categories.html(categoryHead))<th scope="col">\(DaySheetTexts.who[words])</th></tr></thead>\
            <tbody>\(sheet.lines.html(line))</tbody>\(total)</table></div>
            """)
    }

    private var summary: String {
        let confirmed = sheet.confirmed
        let students = confirmed.reduce(0) { $0 + $1.row.students }
        let present = confirmed.reduce(0) { $0 + $1.present }
        let date = "\(day.weekdayWord(words)), \(day.words(words))"
        guard !confirmed.isEmpty else { return date + " · " + DaySheetTexts.noneConfirmed[words] }
        return date + " · " + DaySheetTexts.summary(present: present, of: students)[words]
    }

    private func categoryHead(_ category: AbsenceCategory) -> HTML {
        let sign: HTML? = sheet.codes[category].map {
            "<i class=\"\(category.rawValue)\">\($0.label(in: visit.school.recordLanguage))</i> "
        }
        return "<th scope=\"col\" class=\"num\">\(sign)\(DaySheetTexts.category(category)[words])</th>"
    }

    private func line(_ line: DaySheet.Line) -> HTML {
        let address = "/absences?class=\(line.row.id)&day=\(day)"
        return """
            <tr><th scope="row"><a href="\(address)">\(line.row.name.display(words))</a></th>\
            <td class="num">\(line.row.students)</td>\
            <td class="num">\(line.isConfirmed ? "\(line.present)" : "—")</td>\
            \(DaySheet.categories.html { "<td class=\"num\">\(number(line.count($0)))</td>" })\
            <td>\(names(line))</td></tr>
            """
    }

    private func names(_ line: DaySheet.Line) -> HTML {
        let list = line.absentees.enumerated().html { position, absentee in
            let comma = position > 0 ? ", " : ""
            let code = absentee.code?.label(in: visit.school.recordLanguage) ?? ""
            let sign = sheet.codes[absentee.category]?.label(in: visit.school.recordLanguage) ?? code
            return "\(comma)\(absentee.name.list) <i class=\"\(absentee.category.rawValue)\">\(sign)</i>"
        }
        if line.isConfirmed { return list }
        let state: HTML =
            switch (line.row.lessons, line.row.begun) {
            case (0, _): "<span class=\"none\">\(DaySheetTexts.noLessons[words])</span>"
            case (_, 0): "<span class=\"none\">\(DaySheetTexts.notBegun[words])</span>"
            default: "<b class=\"warn\">\(DaySheetTexts.notConfirmed[words])</b>"
            }
        return list.isEmpty ? state : "\(state) · \(list)"
    }

    private func number(_ count: Int) -> String { count == 0 ? "" : String(count) }

    private var total: HTML {
        let confirmed = sheet.confirmed
        return """
            <tfoot><tr><th scope="row">\(DaySheetTexts.total[words])</th>\
            <td class="num">\(confirmed.reduce(0) { $0 + $1.row.students })</td>\
            <td class="num">\(confirmed.reduce(0) { $0 + $1.present })</td>\
            \(DaySheet.categories.html { category in
                "<td class=\"num\">\(number(confirmed.reduce(0) { $0 + $1.count(category) }))</td>"
            })<td></td></tr></tfoot>
            """
    }
}

/// The step from day to day.
struct DayStep: Sendable {
    let visit: Visit
    let day: Day
    let classID: Int64?

    var html: HTML {
        let words = visit.language
        return """
            <nav class="step" aria-label="\(DaySheetTexts.chooseDay[words])"><a href="\(address(day.adding(-1)))" \
            aria-label="\(DaySheetTexts.dayBefore[words])">\(Icon.back.html)</a><a href="\(address(visit.today))">\
            \(ShellTexts.today[words])</a><a href="\(address(day.adding(1)))" \
            aria-label="\(DaySheetTexts.dayAfter[words])">\(Icon.next.html)</a></nav>
            """
    }

    private func address(_ day: Day) -> String {
        classID.map { "/absences?class=\($0)&day=\(day)" } ?? "/absences?day=\(day)"
    }
}
