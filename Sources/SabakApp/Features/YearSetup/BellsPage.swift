import HTTPTypes
import SchoolRules
import Web

/// The bells, a table for each shift, kind of day and range of grades.
struct BellsPage {
    let visit: Visit
    let sets: [BellSet]
    var change: BellsChange?
    var wish: NewBells?
    private var words: Language { visit.language }
    private var frame: YearFrame {
        YearFrame(visit: visit, place: .bells, problems: wish?.problems ?? change?.problems ?? FormProblems())
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        frame.answer("\(sets.html(form))\(frame.mayWrite ? adding : nil)", status: status)
    }

    private func form(_ set: BellSet) -> HTML {
        let isChanged = change?.key == set.key
        let rows = isChanged ? change?.typed ?? [] : typed(set)
        let key = set.key.text
        let title = YearSetupTexts.bellSet(set.key)[words]
        let acts: HTML? =
            frame.mayWrite
            ? """
            <div class="row"><p class="field"><label for="valid-\(key)">\(YearSetupTexts.validFrom[words])</label>\
            <input type="date" id="valid-\(key)" name="valid" \
            value="\(isChanged ? (change?.from ?? visit.today).description : visit.today.description)" \
            min="\(visit.today.description)">\(isChanged ? frame.error("valid") : nil)</p></div>
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button>\
            <button class="danger" formaction="/year/bells/remove" formnovalidate>\(YearSetupTexts.remove[words])\
            <span class="sr">: \(title)</span></button></p>
            """ : nil
        let table: HTML = """
            <fieldset><legend class="sr">\(title)</legend><table class="edit"><thead><tr><th scope="col">№</th>\
            <th scope="col">\(YearSetupTexts.start[words])</th><th scope="col">\(YearSetupTexts.end[words])</th>\
            </tr></thead>\
            <tbody>\(rows.html { line($0, title: title, isChanged: isChanged) })</tbody></table></fieldset>
            """
        let isOpen = isChanged || (change == nil && wish == nil && set.key == sets.first?.key)
        return """
            <details class="add"\(isOpen ? " open" : HTML())><summary>\(title)</summary>\
            <form class="form" method="post" action="/year/bells" data-guard="bells-\(key)">\(visit.csrfField)
            <input type="hidden" name="set" value="\(key)">\(frame.guarded(table))\(acts)</form></details>
            """
    }

    private func typed(_ set: BellSet) -> [(number: Int, start: String, end: String)] {
        let rows = set.rows.map { (number: $0.number, start: $0.start.description, end: $0.end.description) }
        let next = (set.rows.last?.number ?? 0) + 1
        return frame.mayWrite && next <= 14 ? rows + [(number: next, start: "", end: "")] : rows
    }

    private func line(
        _ row: (number: Int, start: String, end: String), title: String, isChanged: Bool
    ) -> HTML {
        func input(_ side: String, _ value: String, _ label: Text) -> HTML {
            let field = "\(side)-\(row.number)"
            return """
                <td><input type="time" name="\(field)" value="\(value)" \
                aria-label="\(label[words]) \(row.number), \(title)"\(isChanged ? frame.marks(field) : nil)>\
                \(isChanged ? frame.error(field) : nil)</td>
                """
        }
        return """
            <tr><th scope="row">\(row.number)</th>\(input("start", row.start, YearSetupTexts.start))\
            \(input("end", row.end, YearSetupTexts.end))</tr>
            """
    }

    private var adding: HTML {
        let typed = Form(fields: [
            ("shift", wish?.shift ?? "1"), ("weekday", wish?.weekday ?? "0"), ("kind", wish?.kind ?? "normal"),
            ("grades", wish?.grades ?? ""), ("start", wish?.start ?? "08:00"), ("length", wish?.length ?? "45"),
            ("breaks", wish?.breaks ?? "10 10 15 10 5 5"),
        ])
        let inputs = Inputs(typed: typed, problems: wish?.problems.byField ?? [:], language: words, prefix: "new-")
        let days = [("0", YearSetupTexts.anyDay[words])] + (1...7).map { ("\($0)", DateWords.weekday($0)[words]) }
        let kinds = DayKind.allCases.map { ($0.rawValue, YearSetupTexts.dayKind($0)[words]) }
        let shifts = (1...3).map { ("\($0)", YearSetupTexts.shift($0)[words]) }
        let open: HTML? = wish == nil ? nil : " open"
        return """
            <details class="add"\(open)><summary>\(YearSetupTexts.addBells[words])</summary>
            <form class="form" method="post" action="/year/bells/add">\(visit.csrfField)
            <div class="row">\(inputs.choice("shift", YearSetupTexts.shiftWord, shifts))\
            \(inputs.choice("kind", YearSetupTexts.kindWord, kinds))\
            \(inputs.choice("weekday", YearSetupTexts.weekday, days))\
            \(inputs.text("grades", YearSetupTexts.grades, width: "short", hint: YearSetupTexts.gradesHint))</div>
            <div class="row">\(inputs.text("start", YearSetupTexts.firstLesson, type: "time", isRequired: true))\
            \(inputs.text("length", YearSetupTexts.length, type: "number", isRequired: true))\
            \(inputs.text("breaks", YearSetupTexts.breaks, width: "grow", hint: YearSetupTexts.breaksHint))</div>
            <p class="acts"><button class="main">\(YearSetupTexts.add[words])</button></p></form></details>
            """
    }
}
