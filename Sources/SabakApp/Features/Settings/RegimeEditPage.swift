import HTTPTypes
import SchoolRules
import Web

/// Changing how grades and subjects are assessed: whom it is for and by what, then its rules, then what it would do.
struct RegimeEditPage {
    let visit: Visit
    let year: AssessedYear
    let wish: RegimeWish
    var preview: RegimePreview?

    private var words: Language { visit.language }
    private var model: RegimeModel { wish.model }
    private var frame: SettingsFrame {
        SettingsFrame(
            visit: visit, place: .regimes, problems: wish.problems, mayWrite: SettingsPart.teaching.isFor(visit))
    }
    private var inputs: Inputs { Inputs(typed: wish.typed, problems: wish.problems.byField, language: words) }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let starts = year.starts(of: wish.place.grades)
        let rules: HTML =
            starts.isEmpty ? "<p class=\"say\">\(RegimeTexts.allClosed[words])</p>" : form(starts)
        let content: HTML = """
            <p><a href="/settings/regimes">\(RegimeTexts.toTable[words])</a></p>\
            <h2>\(RegimeTexts.forWhom[words])</h2>\(choice)<h2>\(RegimeTexts.model(model)[words])</h2>\(rules)
            """
        return frame.answer(RegimeTexts.hint, content, status: status)
    }

    /// Whom it is for and which model: a question by itself, because the rules depend on it.
    private var choice: HTML {
        let place = wish.place
        let chosen = Inputs(
            typed: Form(fields: [
                ("from", "\(place.grades.lowerBound)"), ("to", "\(place.grades.upperBound)"), ("model", model.rawValue),
            ]), language: words, prefix: "q-")
        let grades = year.grades.map { (value: "\($0)", words: "\($0)") }
        let models = RegimeModel.allCases.map { (value: $0.rawValue, words: RegimeTexts.model($0)[words]) }
        let subjects = year.subjects(in: place.grades).html { page -> HTML in
            let checked: HTML? = place.subjects.contains(page.code) ? " checked" : nil
            return """
                <label class="tick"><input type="checkbox" name="subjects" value="\(page.code)"\(checked)> \
                \(page.names[words])</label>
                """
        }
        return """
            <form class="form" method="get" action="/settings/regimes/edit"><div class="row">\
            \(chosen.choice("from", RegimeTexts.fromGrade, grades, width: "short"))\
            \(chosen.choice("to", RegimeTexts.toGrade, grades, width: "short"))\
            \(chosen.choice("model", RegimeTexts.way, models, width: "grow"))</div>\
            <fieldset class="ticks"><legend>\(RegimeTexts.subjectsLegend[words])</legend>\(subjects)</fieldset>\
            <p class="acts"><button>\(RegimeTexts.next[words])</button></p></form>
            """
    }

    private func form(_ starts: [AssessedYear.Start]) -> HTML {
        let place = wish.place
        let hidden = place.subjects.sorted().html { "<input type=\"hidden\" name=\"subjects\" value=\"\($0)\">" }
        let days = starts.map { start in
            (
                value: start.day.description,
                words: start.term.map { RegimeTexts.from(term: $0)[words] } ?? RegimeTexts.wholeYear[words]
            )
        }
        let save: HTML? =
            preview == nil
            ? nil : "<button class=\"main\" name=\"do\" value=\"save\">\(ShellTexts.save[words])</button>"
        let look: HTML =
            preview == nil
            ? "<button class=\"main\" name=\"do\" value=\"preview\">\(RegimeTexts.whatChanges[words])</button>"
            : "<button name=\"do\" value=\"preview\">\(RegimeTexts.whatChanges[words])</button>"
        let fields: HTML = """
            <input type="hidden" name="from" value="\(place.grades.lowerBound)">\
            <input type="hidden" name="to" value="\(place.grades.upperBound)">\
            <input type="hidden" name="model" value="\(model.rawValue)">\(hidden)\
            <p class="sub">\(RegimeTexts.place(place, in: year, words))</p>\
            \(inputs.choice("valid", RegimeTexts.valid, days))\(counting)\(minimum)\(decision)\
            \(RegimeYearFields(year: year, wish: wish, inputs: inputs).html)\(shown)
            """
        let content: HTML =
            frame.mayWrite
            ? "\(fields)<p class=\"acts\">\(save)\(look)</p>"
            : "<fieldset disabled class=\"bare\">\(fields)</fieldset>"
        return """
            <form class="form" method="post" action="/settings/regimes">\(visit.csrfField)\(content)</form>
            """
    }

    private var shown: HTML? {
        guard let preview else { return nil }
        let rules = wish.regime.map {
            RegimeDifference(before: wish.before, after: $0.settings, kinds: year.kinds).lines(words)
        }
        let lines = (RegimeTexts.lines(preview).map { $0[words] } + (rules ?? [])).html { "<li>\($0)</li>" }
        return """
            <section class="say" role="status"><h3>\(RegimeTexts.whatChanges[words])</h3><ul>\(lines)</ul></section>
            """
    }

    private var counting: HTML? {
        switch model.way {
        case .marks: marks
        case .criteria: criteria
        case .passFail, .words: nil
        }
    }

    private var marks: HTML {
        let families = BorderFamily.of(model).map { (value: $0.rawValue, words: RegimeTexts.family($0)[words]) }
        let choice: HTML? =
            model.bordered.isEmpty
            ? """
            <p class="sub">\(RegimeTexts.nearest[words])</p><input type="hidden" name="family" value="mathematical">
            """
            : inputs.choice("family", RegimeTexts.borders, families)
        return """
            <h3>\(RegimeTexts.count[words])</h3>\(box("weighted", RegimeTexts.weighted))\
            \(box("bars", RegimeTexts.bars))\(choice)<div class="row">\(borders)</div>
            """
    }

    private var borders: HTML {
        model.bordered.html { value in
            inputs.text(
                "border-\(value.value)", RegimeTexts.border(value.value, isPercent: model == .criteria),
                width: "short")
        }
    }

    private var criteria: HTML {
        let sections = CriteriaRule.Sections.allCases.map { ($0.rawValue, RegimeTexts.sections($0)[words]) }
        let rounding = CriteriaRule.Rounding.allCases.map { ($0.rawValue, RegimeTexts.rounding($0)[words]) }
        return """
            <h3>\(RegimeTexts.count[words])</h3><div class="row">\
            \(inputs.text("formative", RegimeTexts.formative, width: "short"))\
            \(inputs.text("section", RegimeTexts.section, width: "short"))\
            \(inputs.text("term", RegimeTexts.term, width: "short"))</div>\
            \(inputs.choice("sections", RegimeTexts.sectionsTogether, sections))\
            \(inputs.choice("rounding", RegimeTexts.percentRounding, rounding))<div class="row">\(borders)</div>\
            \(inputs.text("halfyear", RegimeTexts.halfYear, width: "short", hint: RegimeTexts.halfYearHint))
            """
    }

    private var minimum: HTML? {
        guard model.way != .words else { return nil }
        let ways = Enforcement.allCases.map { ($0.rawValue, RegimeTexts.enforcement($0)[words]) }
        let rows = wish.minimumRows.enumerated().html { index, row -> HTML in
            let hours = RegimeTexts.hours(CountWords.number(row.hoursPerWeek, words))[words]
            let cell = { (name: String, label: Text) -> HTML in
                let field = "\(name)-\(index)"
                let said = "\(label[words]), \(hours)"
                return "<td>\(frame.input(field, wish.typed[field] ?? "", said, size: 3))</td>"
            }
            return """
                <tr><th scope="row">\(hours)</th>\(cell("quarter", RegimeTexts.quarter))\
                \(cell("half", RegimeTexts.half))\(cell("control", RegimeTexts.control))</tr>
                """
        }
        return """
            <h3>\(RegimeTexts.minimum[words])</h3>\(inputs.choice("minimum", RegimeTexts.whenLess, ways))\
            <table class="edit"><thead><tr><th scope="col">\(RegimeTexts.aWeek[words])</th>\
            <th scope="col">\(RegimeTexts.quarter[words])</th><th scope="col">\(RegimeTexts.half[words])</th>\
            <th scope="col">\(RegimeTexts.control[words])</th></tr></thead><tbody>\(rows)</tbody></table>
            """
    }

    private var decision: HTML? {
        guard model.way != .words else { return nil }
        return """
            <h3>\(RegimeTexts.decision[words])</h3><div class="row">\
            \(inputs.text("deviation", RegimeTexts.deviation, width: "short", hint: RegimeTexts.deviationHint))\
            \(inputs.text("missed", RegimeTexts.missed, width: "short", hint: RegimeTexts.missedHint))</div>\
            \(box("transferred", RegimeTexts.transferred))\(box("revised", RegimeTexts.revised))
            """
    }

    private func box(_ name: String, _ label: Text) -> HTML {
        let checked: HTML? = wish.typed[name] == "1" ? " checked" : nil
        return """
            <p class="check"><input type="checkbox" id="\(name)" name="\(name)" value="1"\(checked)>\
            <label for="\(name)">\(label[words])</label></p>
            """
    }
}
