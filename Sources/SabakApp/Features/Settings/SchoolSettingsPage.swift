import SchoolRules
import Web

/// Languages, the address on the slips, who issues codes, grades without marks, reading after leaving.
struct SchoolSettingsPage {
    let visit: Visit
    let facts: SchoolSettings
    let problems: FormProblems
    private var words: Language { visit.language }

    func answer() -> Answer {
        let frame = SettingsFrame(visit: visit, place: .school, problems: problems, mayWrite: true)
        let fields: HTML = """
            \(part(.technical, technical))\(part(.issuing, issuing))\(part(.teaching, teaching))
            """
        return frame.answer(
            SettingsTexts.schoolHint, frame.form("/settings/school", fields),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func part(_ part: SettingsPart, _ fields: HTML) -> HTML {
        part.isFor(visit) ? fields : "<fieldset disabled class=\"bare\">\(fields)</fieldset>"
    }

    private var technical: HTML {
        let typed = Form(fields: [("language", facts.language.rawValue), ("address", facts.address)])
        let inputs = Inputs(typed: typed, problems: problems.byField, language: words)
        let languages = Language.allCases.map { ($0.rawValue, $0.ownName) }
        return """
            \(inputs.choice("language", SettingsTexts.language, languages))
            \(inputs.text("address", SettingsTexts.address, hint: SettingsTexts.addressHint))
            """
    }

    private var issuing: HTML {
        let boxes = StaffIssuers.choices.html { role in
            let checked: HTML? = facts.issuers.roles.contains(role) ? " checked" : nil
            let name = "issuer-\(role.rawValue)"
            return """
                <p class="check"><input type="checkbox" id="\(name)" name="\(name)" value="1"\(checked)>\
                <label for="\(name)">\(ShellTexts.role(role)[words])</label></p>
                """
        }
        return """
            <fieldset class="bare"><legend>\(SettingsTexts.issuers[words])</legend>\
            <input type="hidden" name="issuing" value="1">\(boxes)</fieldset>
            """
    }

    private var teaching: HTML {
        let typed = Form(fields: [("record", facts.recordLanguage.rawValue), ("unmarked", facts.unmarked)])
        let inputs = Inputs(typed: typed, problems: problems.byField, language: words)
        let records = visit.school.country.profile.recordLanguages.map {
            ($0.rawValue, Language(rawValue: $0.rawValue)?.ownName ?? $0.rawValue)
        }
        let checked: HTML? = facts.leaversRead ? " checked" : nil
        return """
            \(inputs.choice("record", SettingsTexts.recordLanguage, records))
            \(inputs.text("unmarked", SettingsTexts.unmarked, hint: SettingsTexts.unmarkedHint))
            <p class="check"><input type="checkbox" id="leavers" name="leavers" value="1"\(checked)>\
            <label for="leavers">\(SettingsTexts.leavers[words])</label></p>
            """
    }
}
