import SchoolRules
import Web

/// The fields of a regime that go beyond one term: the year and the exam, required works, the degree of learning.
struct RegimeYearFields {
    let year: AssessedYear
    let wish: RegimeWish
    let inputs: Inputs

    private var words: Language { inputs.language }
    private var model: RegimeModel { wish.model }
    private var variants: YearVariants { .of(year.country) }

    var html: HTML? { model.way == .words ? nil : "\(yearly)\(required)\(learning)" }

    /// What the country fixes is said; what it leaves to the school is asked.
    private var yearly: HTML {
        let missed = YearRule.NotAttested.allCases.map { ($0.rawValue, YearWords.notAttested($0)[words]) }
        return """
            <h3>\(RegimeYearTexts.year[words])</h3>\(half)\
            \(inputs.choice("year-missed", RegimeYearTexts.whenNotAttested, missed))\(exam)
            """
    }

    private var half: HTML? {
        guard model.way != .passFail else {
            return "<p class=\"sub\">\(RegimeYearTexts.agreed[words])</p>"
        }
        guard variants.halves.count > 1 else {
            return "<p class=\"sub\">\(RegimeYearTexts.mean[words]) \(RegimeYearTexts.fixed[words])</p>"
        }
        let halves = variants.halves.map { ($0.rawValue, YearWords.half($0)[words]) }
        return """
            <p class="sub">\(RegimeYearTexts.mean[words])</p>\
            \(inputs.choice("year-half", RegimeYearTexts.atHalf, halves))
            """
    }

    private var exam: HTML? {
        guard model.way != .passFail else { return nil }
        guard variants.exams.count > 1 else {
            let rule = variants.exams.first.map { YearWords.exam($0)[words] } ?? ""
            return """
                <p class="sub">\(RegimeYearTexts.certificate[words]): \(rule). \(RegimeYearTexts.fixed[words])</p>\
                \(additional)
                """
        }
        let exams = variants.exams.map { (RegimeYearRules.name($0), YearWords.exam($0)[words]) }
        return inputs.choice("exam", RegimeYearTexts.certificate, exams)
    }

    private var additional: HTML? {
        variants.additionalWork ? "<p class=\"sub\">\(RegimeYearTexts.additional[words])</p>" : nil
    }

    private var kinds: [KindOfWork] { RegimeYearRules.shown(year.kinds) }

    /// Only where marks are given for kinds of work.
    private var required: HTML? {
        guard model.way == .marks else { return nil }
        let rows = (0...wish.requiredRows.count).html(row)
        return """
            <h3>\(RegimeYearTexts.works[words])</h3><input type="hidden" name="works-asked" value="1">\
            <details class="add"><summary>\(RegimeYearTexts.controls[words]): \(names("controls"))</summary>\
            \(ticks("controls", RegimeYearTexts.controls, kinds.map { ("\($0.id)", $0.names[words]) }))</details>\
            <p class="sub">\(RegimeYearTexts.worksHint[words])</p>\(rows)
            """
    }

    private func row(_ index: Int) -> HTML {
        let isNew = index == wish.requiredRows.count
        let subjects = year.subjects(in: wish.place.grades).filter {
            wish.place.subjects.isEmpty || wish.place.subjects.contains($0.code)
        }
        let of = "required-\(index)"
        let chosen = subjects.filter { wish.typed.all("\(of)-subjects").contains($0.code) }.map { $0.names[words] }
        let whom = chosen.isEmpty ? RegimeYearTexts.anySubject[words] : chosen.joined(separator: ", ")
        let title =
            isNew
            ? RegimeYearTexts.another[words]
            : "\(whom): \(names("\(of)-kinds")) — \(wish.typed["\(of)-least"] ?? "")"
        let open: HTML? = inputs.problems["\(of)-least"] == nil ? nil : " open"
        return """
            <details class="add"\(open)><summary>\(title)</summary>\
            \(inputs.text("\(of)-least", RegimeYearTexts.least, width: "short", hint: RegimeYearTexts.leastHint))\
            \(ticks("\(of)-kinds", RegimeYearTexts.ofKinds, kinds.map { ("\($0.id)", $0.names[words]) }))\
            \(ticks("\(of)-subjects", RegimeYearTexts.inSubjects, subjects.map { ($0.code, $0.names[words]) }))\
            </details>
            """
    }

    private func names(_ field: String) -> String {
        let chosen = Set(wish.typed.all(field))
        let found = kinds.filter { chosen.contains("\($0.id)") }.map { $0.names[words].lowercasedFirst }
        return found.isEmpty ? "—" : found.joined(separator: ", ")
    }

    private func ticks(_ name: String, _ legend: Text, _ options: [(value: String, words: String)]) -> HTML {
        let chosen = Set(wish.typed.all(name))
        let boxes = options.html { option -> HTML in
            let checked: HTML? = chosen.contains(option.value) ? " checked" : nil
            return """
                <label class="tick"><input type="checkbox" name="\(name)" value="\(option.value)"\(checked)> \
                \(option.words)</label>
                """
        }
        return "<fieldset class=\"ticks\"><legend>\(legend[words])</legend>\(boxes)</fieldset>"
    }

    private var learning: HTML {
        let fields = RegimeYearRules.degrees.html { degree in
            inputs.text("learn-\(degree.rawValue)", RegimeYearTexts.degree(degree), width: "short")
        }
        let checked: HTML? = wish.typed["missed-fails"] == "1" ? " checked" : nil
        return """
            <h3>\(RegimeYearTexts.indicators[words])</h3><p class="sub">\(RegimeYearTexts.learningHint[words])</p>\
            <div class="row">\(fields)\
            \(inputs.text("learn-missed", RegimeYearTexts.notAttestedDegree, width: "short"))</div>\
            <p class="check"><input type="checkbox" id="missed-fails" name="missed-fails" value="1"\(checked)>\
            <label for="missed-fails">\(RegimeYearTexts.missedFails[words])</label></p>
            """
    }
}
