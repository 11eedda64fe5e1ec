import HTTPTypes
import SchoolRules
import Web

/// Breaks, holidays, extra days off, working Saturdays and short days.
struct DaysOffPage {
    let visit: Visit
    let rows: [DayOffRow]
    let wish: DayOffWish
    private var words: Language { visit.language }
    private var frame: YearFrame { YearFrame(visit: visit, place: .daysOff, problems: wish.problems) }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let acts: HTML? =
            frame.mayWrite
            ? "<th scope=\"col\"><span class=\"sr\">\(YearSetupTexts.actions[words])</span></th>" : nil
        let content: HTML = """
            <div class="scroll" tabindex="0" role="region" aria-label="\(YearPlaces.daysOff.name[words])">\
            <table class="list stack"><thead><tr><th scope="col">\(YearSetupTexts.dates[words])</th>\
            <th scope="col">\(YearSetupTexts.name[words])</th><th scope="col">\(YearSetupTexts.kindWord[words])</th>\
            <th scope="col">\(YearSetupTexts.grades[words])</th>\
            \(acts)\
            </tr></thead><tbody>\(rows.html(row))</tbody></table></div>\(frame.mayWrite ? form : nil)
            """
        return frame.answer(content, status: status)
    }

    private func row(_ row: DayOffRow) -> HTML {
        let day = row.dayOff
        let dates = day.from == day.to ? day.from.short : "\(day.from.short) – \(day.to.short)"
        let grades = GradeRange.words(day.gradeFrom, day.gradeTo)
        let acts: HTML? =
            frame.mayWrite
            ? """
            <td class="acts"><form method="post" action="/year/days/remove">\(visit.csrfField)\
            <input type="hidden" name="id" value="\(row.id)"><a href="/year/days?edit=\(row.id)#edit">\
            \(YearSetupTexts.change[words])</a> <button class="link">\(YearSetupTexts.remove[words])\
            <span class="sr">: \(row.names[words]), \(dates)</span></button></form></td>
            """ : nil
        return """
            <tr><th scope="row">\(dates)</th><td>\(row.names[words])</td><td>\
            \(YearSetupTexts.dayOff(day.kind)[words])</td>\
            <td data-l="\(YearSetupTexts.grades[words])">\
            \(grades.isEmpty ? YearSetupTexts.allGrades[words] : grades)</td>\(acts)</tr>
            """
    }

    private var form: HTML {
        let typed = Form(fields: [
            ("kind", wish.kind), ("from", wish.from), ("to", wish.to), ("grades", wish.grades), ("name", wish.name),
        ])
        let inputs = Inputs(typed: typed, problems: wish.problems.byField, language: words, prefix: "day-")
        let kinds = DayOffKind.allCases.map { ($0.rawValue, YearSetupTexts.dayOff($0)[words]) }
        let isEdit = wish.id != 0
        let open: HTML? = isEdit || !wish.problems.isEmpty ? " open" : nil
        let cancel: HTML? =
            isEdit
            ? "<a class=\"button quiet\" href=\"/year/days\">\(ShellTexts.cancel[words])</a>" : nil
        return """
            <details class="add" id="edit"\(open)><summary>\
            \(isEdit ? YearSetupTexts.change[words] : YearSetupTexts.add[words])\
            </summary><form class="form" method="post" action="/year/days">\(visit.csrfField)
            <input type="hidden" name="id" value="\(wish.id)">
            <div class="row">\(inputs.choice("kind", YearSetupTexts.kindWord, kinds))\
            \(inputs.text("from", YearSetupTexts.firstDay, type: "date", isRequired: true))\
            \(inputs.text("to", YearSetupTexts.lastDay, type: "date"))\
            \(inputs.text("grades", YearSetupTexts.grades, width: "short", hint: YearSetupTexts.gradesHint))</div>
            \(inputs.text("name", YearSetupTexts.name, isRequired: true))
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button>\(cancel)</p></form></details>
            """
    }
}

/// The days of the week with lessons.
struct SchoolWeekPage {
    let visit: Visit
    let week: WeekWish
    let problem: Text?
    private var words: Language { visit.language }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        var problems = FormProblems()
        problems[""] = problem
        let frame = YearFrame(visit: visit, place: .week, problems: problems)
        let days = (1...7).html { day in
            let checked: HTML? = week.days.contains(day) ? " checked" : nil
            return """
                <p class="check"><input type="checkbox" id="day-\(day)" name="day" value="\(day)"\(checked)>\
                <label for="day-\(day)">\(DateWords.weekday(day)[words])</label></p>
                """
        }
        let inputs = Inputs(typed: Form(fields: [("count", week.count.rawValue)]), language: words)
        let counts = WeekCount.allCases.map { ($0.rawValue, YearSetupTexts.count($0)[words]) }
        let save: HTML? =
            frame.mayWrite
            ? "<p class=\"acts\"><button class=\"main\">\(ShellTexts.save[words])</button></p>" : nil
        let fields: HTML = """
            <fieldset><legend>\(YearSetupTexts.weekdays[words])</legend>\(days)</fieldset>
            \(inputs.choice("count", YearSetupTexts.weekCount, counts))
            """
        return frame.answer(
            """
            <form class="form" method="post" action="/year/week">\(visit.csrfField)\(frame.guarded(fields))\(save)\
            </form>
            """, status: status)
    }
}
