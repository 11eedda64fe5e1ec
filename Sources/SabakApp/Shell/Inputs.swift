import Web

/// The fields of a form, drawn with what was typed and with what is wrong beside it.
struct Inputs: Sendable {
    var typed = Form()
    var problems: [String: Text] = [:]
    let language: Language
    /// Keeps the ids of fields apart where a page has several forms.
    var prefix = ""

    func text(
        _ name: String, _ label: Text, type: String = "text", isRequired: Bool = false, width: String = "",
        hint: Text? = nil, isFirst: Bool = false
    ) -> HTML {
        let required: HTML? = isRequired ? " required" : nil
        let first: HTML? = isFirst ? " autofocus" : nil
        return field(
            name, label, width: width, hint: hint,
            """
            <input id="\(prefix)\(name)" name="\(name)" type="\(type)" value="\(typed[name] ?? "")" \
            autocomplete="off"\(required)\(first)\(marks(name, hint: hint))>
            """)
    }

    func area(_ name: String, _ label: Text, rows: Int = 2) -> HTML {
        field(
            name, label, width: "grow", hint: nil,
            """
            <textarea id="\(prefix)\(name)" name="\(name)" rows="\(rows)"\(marks(name, hint: nil))>\
            \(typed[name] ?? "")</textarea>
            """)
    }

    /// A list to choose from; the first option is what an empty value means.
    func choice(
        _ name: String, _ label: Text, _ options: [(value: String, words: String)], width: String = "",
        isRequired: Bool = false
    ) -> HTML {
        let chosen = typed[name] ?? ""
        let required: HTML? = isRequired ? " required" : nil
        let list = options.html { option in
            let mark: HTML? = option.value == chosen ? " selected" : nil
            return "<option value=\"\(option.value)\"\(mark)>\(option.words)</option>"
        }
        return field(
            name, label, width: width, hint: nil,
            "<select id=\"\(prefix)\(name)\" name=\"\(name)\"\(required)\(marks(name, hint: nil))>\(list)</select>")
    }

    private func field(_ name: String, _ label: Text, width: String, hint: Text?, _ input: HTML) -> HTML {
        let bad = problems[name] == nil ? "" : " bad"
        let wide = width.isEmpty ? "" : " " + width
        let words: HTML? = problems[name].map {
            "<small class=\"err\" id=\"\(prefix)\(name)-err\">\($0[language])</small>"
        }
        let help: HTML? = hint.map { "<small class=\"hint\" id=\"\(prefix)\(name)-hint\">\($0[language])</small>" }
        return """
            <p class="field\(bad)\(wide)"><label for="\(prefix)\(name)">\(label[language])</label>\
            \(input)\(words)\(help)</p>
            """
    }

    private func marks(_ name: String, hint: Text?) -> HTML {
        if problems[name] != nil {
            return " aria-invalid=\"true\" aria-describedby=\"\(prefix)\(name)-err\""
        }
        return hint == nil ? HTML() : " aria-describedby=\"\(prefix)\(name)-hint\""
    }
}
