import HTTPTypes
import SchoolRules
import Web

/// Norm and limit for each kind of entry.
struct DeadlinesPage {
    let visit: Visit
    let wish: DeadlinesWish
    private var words: Language { visit.language }
    private var frame: SettingsFrame {
        SettingsFrame(
            visit: visit, place: .deadlines, problems: wish.problems, mayWrite: SettingsPart.teaching.isFor(visit))
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let chosen = wish.nextDay == .calendar ? "calendar" : "working"
        let inputs = Inputs(typed: Form(fields: [("next-day", chosen)]), language: words)
        let days = ["working", "calendar"].map { ($0, SettingsTexts.nextDay($0)[words]) }
        let fields: HTML = """
            <table class="edit"><thead><tr><th scope="col">\(SettingsTexts.entry[words])</th>\
            <th scope="col">\(SettingsTexts.norm[words])</th><th scope="col">\(SettingsTexts.limit[words])</th></tr>\
            </thead>\
            <tbody>\(EntryKind.allCases.html(row))</tbody></table>
            \(inputs.choice("next-day", SettingsTexts.nextDayIs, days))
            """
        return frame.answer(SettingsTexts.deadlinesHint, frame.form("/settings/deadlines", fields), status: status)
    }

    private func row(_ kind: EntryKind) -> HTML {
        """
        <tr><th scope="row">\(SettingsTexts.entryKind(kind)[words])</th>\
        <td>\(side("norm", SettingsTexts.norm, kind, wish.norms[kind]))</td>\
        <td>\(side("limit", SettingsTexts.limit, kind, wish.limits[kind]))</td></tr>
        """
    }

    private func side(_ name: String, _ label: Text, _ kind: EntryKind, _ side: DeadlinesWish.Side?) -> HTML {
        let whose = "\(label[words]): \(SettingsTexts.entryKind(kind)[words])"
        let options = ["same_day", "next_day", "days", "weekly"].html { one in
            let selected: HTML? = one == side?.kind ? " selected" : nil
            return "<option value=\"\(one)\"\(selected)>\(SettingsTexts.limitKind(one)[words])</option>"
        }
        let value = frame.input(
            "\(name)-value-\(kind.rawValue)", side?.value ?? "", "\(whose), \(SettingsTexts.value[words])", size: 5)
        return """
            <select name="\(name)-\(kind.rawValue)" aria-label="\(whose)">\(options)</select> \(value)
            """
    }
}
