import HTTPTypes
import SchoolRules
import Web

/// What the pages of the settings have in common.
struct SettingsFrame {
    let visit: Visit
    let place: YearPlaces
    let problems: FormProblems
    let mayWrite: Bool
    private var words: Language { visit.language }

    func answer(_ hint: Text, _ content: HTML, status: HTTPResponse.Status) -> Answer {
        let title = place.name[words]
        let saved: HTML? =
            visit.asked.query["note"] == "saved"
            ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>" : nil
        let html: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(hint[words])</p></div></div>
            \(place.navigation(words))\(problems.summary(words))\(saved)
            \(mayWrite ? nil : "<p class=\"say\">\(SettingsTexts.readOnly[words])</p>" as HTML)\(content)
            """
        return .page(Layout(visit: visit, title: title, place: "/year").html(html), status: status)
    }

    func form(_ action: String, _ fields: HTML) -> HTML {
        let content: HTML =
            mayWrite
            ? "\(fields)<p class=\"acts\"><button class=\"main\">\(ShellTexts.save[words])</button></p>"
            : "<fieldset disabled class=\"bare\">\(fields)</fieldset>"
        return "<form class=\"form\" method=\"post\" action=\"\(action)\">\(visit.csrfField)\(content)</form>"
    }

    /// An input within a table.
    func input(_ field: String, _ value: String, _ label: String, size: Int, type: String = "text") -> HTML {
        let marks: HTML? =
            problems[field] == nil
            ? nil : " aria-invalid=\"true\" aria-describedby=\"\(field)-err\""
        return """
            <input type="\(type)" name="\(field)" value="\(value)" size="\(size)" aria-label="\(label)"\(marks)>\
            \(error(field))
            """
    }

    func box(_ field: String, isOn: Bool, _ label: String) -> HTML {
        let checked: HTML? = isOn ? " checked" : nil
        return """
            <input type="checkbox" name="\(field)" value="1" aria-label="\(label)"\(checked)>\(error(field))
            """
    }

    func error(_ field: String) -> HTML? {
        problems.words(field, words).map { "<small class=\"err\" id=\"\(field)-err\">\($0)</small>" }
    }
}

/// The codes of attendance.
struct CodesPage {
    let visit: Visit
    let wish: CodesWish
    private var words: Language { visit.language }
    private var frame: SettingsFrame {
        SettingsFrame(
            visit: visit, place: .codes, problems: wish.problems, mayWrite: SettingsPart.teaching.isFor(visit))
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let new = frame.mayWrite && !wish.lines.contains(where: \.isNew) ? newRow : HTML()
        let languages = RecordLanguage.allCases.html { "<th scope=\"col\">\(SettingsTexts.label($0)[words])</th>" }
        let table: HTML = """
            <table class="edit"><thead><tr><th scope="col">\(SettingsTexts.meaning[words])</th>\(languages)\
            <th scope="col">\(SettingsTexts.minutes[words])</th><th scope="col">\(SettingsTexts.remove[words])</th>\
            </tr></thead>\
            <tbody>\(wish.lines.html(row))\(new)</tbody></table>
            """
        return frame.answer(SettingsTexts.codesHint, frame.form("/settings/codes", table), status: status)
    }

    private func row(_ line: CodesWish.Line) -> HTML {
        let name = line.isNew ? SettingsTexts.category(line.category)[words] : line.code.names[words]
        // A new code keeps its place in the form's names until it is saved.
        let key = line.isNew ? "new" : "\(line.id)"
        let labels = RecordLanguage.allCases.html { language in
            let field = "\(language.rawValue)-\(key)"
            return "<td>\(input(field, line, language, name))</td>"
        }
        let category: HTML? =
            line.isNew
            ? "<input type=\"hidden\" name=\"category-new\" value=\"\(line.category.rawValue)\">" : nil
        let removal: HTML =
            line.isUsed
            ? "<span class=\"tag\">\(SettingsTexts.inUse[words])</span>\(frame.error("remove-\(key)"))"
            : frame.box("remove-\(key)", isOn: line.isRemoved, "\(SettingsTexts.remove[words]): \(name)")
        return """
            <tr><th scope="row">\(name)<small>\(SettingsTexts.category(line.category)[words])</small>\(category)\
            </th>\(labels)\
            <td>\(frame.box("minutes-\(key)", isOn: line.takesMinutes, "\(SettingsTexts.minutes[words]): \(name)"))\
            </td>\
            <td>\(removal)</td></tr>
            """
    }

    private func input(_ field: String, _ line: CodesWish.Line, _ language: RecordLanguage, _ name: String) -> HTML {
        let label = "\(SettingsTexts.label(language)[words]): \(name)"
        let problem = frame.problems.words("\(language.rawValue)-\(line.id)", words)
        let marks: HTML? = problem == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"\(field)-err\""
        return """
            <input name="\(field)" value="\(line.labels[language] ?? "")" size="5" maxlength="6" aria-label="\
            \(label)"\(marks)>\
            \(problem.map { "<small class=\"err\" id=\"\(field)-err\">\($0)</small>" as HTML })
            """
    }

    private var newRow: HTML {
        let name = SettingsTexts.newCode[words]
        let categories = AbsenceCategory.allCases.html {
            "<option value=\"\($0.rawValue)\">\(SettingsTexts.category($0)[words])</option>"
        }
        let labels = RecordLanguage.allCases.html { language in
            let label = "\(SettingsTexts.label(language)[words]): \(name)"
            return "<td>\(frame.input("\(language.rawValue)-new", "", label, size: 5))</td>"
        }
        return """
            <tr><th scope="row"><select name="category-new" aria-label="\(SettingsTexts.meaning[words]): \(name)">\
            \(categories)\
            </select><small>\(name)</small></th>\(labels)\
            <td>\(frame.box("minutes-new", isOn: false, "\(SettingsTexts.minutes[words]): \(name)"))</td><td></td></tr>
            """
    }
}

/// The kinds of work and their weights.
struct KindsPage {
    let visit: Visit
    let wish: KindsWish
    private var words: Language { visit.language }
    private var frame: SettingsFrame {
        SettingsFrame(
            visit: visit, place: .kinds, problems: wish.problems, mayWrite: SettingsPart.teaching.isFor(visit))
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let empty = KindsWish.Line(id: 0, name: "", short: "", weight: "", isRequired: false, isNew: true)
        let lines = wish.lines.contains(where: \.isNew) || !frame.mayWrite ? wish.lines : wish.lines + [empty]
        let table: HTML = """
            <table class="edit"><thead><tr><th scope="col">\(SettingsTexts.kindName[words])</th>\
            <th scope="col">\(SettingsTexts.short[words])</th><th scope="col">\(SettingsTexts.weight[words])</th>\
            \(maxima ? "<th scope=\"col\">\(SettingsTexts.maximum[words])</th>" as HTML : nil)\
            <th scope="col">\(SettingsTexts.required[words])</th><th scope="col">\(SettingsTexts.out[words])</th>\
            <th scope="col">\(SettingsTexts.off[words])</th></tr></thead><tbody>\(lines.html(row))</tbody></table>
            """
        return frame.answer(SettingsTexts.kindsHint, frame.form("/settings/kinds", "\(table)\(since)"), status: status)
    }

    /// From when on a change of what counts holds: terms that are closed stay as they are.
    private var since: HTML {
        let inputs = Inputs(
            typed: Form(fields: [("valid", wish.valid.description)]), problems: wish.problems.byField, language: words)
        return inputs.choice("valid", SettingsTexts.countsFrom, RegimeTexts.starts(wish.starts, words))
    }

    /// Points are of works for sections and terms, where the school has such.
    private var maxima: Bool { wish.lines.contains { CriteriaKinds.givesPoints($0.id) } }

    private func maximum(_ line: KindsWish.Line, _ name: String) -> HTML? {
        guard maxima else { return nil }
        guard CriteriaKinds.givesPoints(line.id) else { return "<td></td>" }
        let label = "\(SettingsTexts.maximum[words]): \(name)"
        return "<td>\(frame.input("maximum-\(line.id)", line.maximum, label, size: 3))</td>"
    }

    private func row(_ line: KindsWish.Line) -> HTML {
        let key = line.isNew ? "new" : "\(line.id)"
        let name = line.name.isEmpty ? SettingsTexts.newKind[words] : line.name
        let off: HTML? =
            line.isNew ? nil : frame.box("off-\(key)", isOn: line.isOff, "\(SettingsTexts.off[words]): \(name)")
        return """
            <tr><td>\(frame.input("name-\(key)", line.name, "\(SettingsTexts.kindName[words]): \(name)", size: 28))\
            </td>\
            <td>\(frame.input("short-\(key)", line.short, "\(SettingsTexts.short[words]): \(name)", size: 6))</td>\
            <td>\(frame.input("weight-\(key)", line.weight, "\(SettingsTexts.weight[words]): \(name)", size: 5))</td>\
            \(maximum(line, name))\
            <td>\(frame.box("required-\(key)", isOn: line.isRequired, "\(SettingsTexts.required[words]): \(name)"))\
            </td>\
            <td>\(frame.box("out-\(key)", isOn: !line.counts, "\(SettingsTexts.out[words]): \(name)"))\
            \(line.since.map { "<small>\(RegimeTexts.since($0)[words])</small>" as HTML })</td>\
            <td>\(off)</td></tr>
            """
    }
}
